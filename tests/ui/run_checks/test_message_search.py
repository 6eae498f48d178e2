"""The second step of a search: what objects say, told above the table and shown on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.run_checks.fakes import run_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


def search(place: Place, text: str) -> None:
    place.tab.bar.search.setText(text)
    place.tab.bar.search._say()


def started(make: Make, found: int) -> Place:
    place = make(run_row(1), run_row(2))
    place.presenter.start()
    place.runs.in_messages = found
    return place


def test_what_is_found_in_messages_is_told_above_the_table(make_place: Make) -> None:
    place = started(make_place, 12)
    search(place, "Customer")
    assert place.tab.list.in_messages.sentence == "12 more found in messages."


def test_without_a_search_no_message_is_looked_at(make_place: Make) -> None:
    place = started(make_place, 12)
    place.presenter.refresh()
    assert "messages" not in place.runs.asked
    assert place.tab.list.in_messages.sentence == ""


def test_they_are_shown_on_demand_and_the_line_goes(make_place: Make) -> None:
    place = started(make_place, 1)
    search(place, "Customer")
    place.tab.list.in_messages.button.click()
    assert place.runs.filters[-1].in_messages
    assert place.tab.list.in_messages.sentence == ""


def test_where_nothing_else_is_found_they_are_shown_at_once(make_place: Make) -> None:
    place = started(make_place, 3)
    search(place, "moon")
    assert place.runs.filters[-1].in_messages


def test_another_text_begins_with_the_quick_step_again(make_place: Make) -> None:
    place = started(make_place, 1)
    search(place, "Customer")
    place.tab.list.in_messages.button.click()
    search(place, "Customer 1")
    assert not place.runs.filters[-1].in_messages


def test_a_newer_search_drops_the_step_that_is_under_way(make_place: Make) -> None:
    place = make_place(run_row(1), deferred=True)
    place.presenter.start()
    place.runs.in_messages = 5
    search(place, "Customer")
    while not any(job.name.endswith("more_in_messages") for job in place.jobs.running()):
        place.jobs.run_next()
    search(place, "")
    while place.jobs.running():
        place.jobs.run_next()
    assert place.tab.list.in_messages.sentence == ""
    assert "messages" not in place.runs.asked
