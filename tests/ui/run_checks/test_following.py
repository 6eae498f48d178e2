"""What others change: shown in its place, without moving anything."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from bcautotask_gui.domain.changes import Change, ChangeKind
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.runs import RunView, WorkCell
from bcautotask_gui.domain.tickets import ClaimState
from bcautotask_gui.ui.shared.table_model import TINT_ROLE
from bcautotask_gui.ui.theme import Theme
from tests.ui.run_checks.fakes import run_row, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from pytestqt.qtbot import QtBot

    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]

VIEW, EVERYTHING = Change(ChangeKind.VIEW), Change(ChangeKind.EVERYTHING)
BAKKER = WorkCell(ClaimState.CLAIMED, "S. Bakker", is_mine=False)


def run(number: int) -> Change:
    return Change(ChangeKind.RUN, number)


def newest(number: int) -> Change:
    return Change(ChangeKind.NEWEST, number)


def started(make_place: Make, *numbers: int, deferred: bool = False) -> Place:
    place = make_place(*map(run_row, numbers), deferred=deferred)
    place.tab.show()
    place.presenter.start()
    finish(place)
    place.runs.asked.clear()
    return place


def finish(place: Place) -> None:
    while place.jobs.running():
        place.jobs.run_next()


def change(place: Place, run_id: int, **changes: object) -> None:
    place.runs.held[run_id] = replace(place.runs.held[run_id], **changes)


def comes_in(place: Place, *numbers: int) -> None:
    place.runs.held = {n: run_row(n) for n in reversed(numbers)} | place.runs.held


def is_tinted(place: Place, run_id: int) -> bool:
    model = place.tab.list.model
    return bool(model.index(model.row_of(run_id), 0).data(TINT_ROLE))


# rows ------------------------------------------------------------------------------------


def test_a_run_that_a_colleague_works_on_says_by_whom(make_place: Make) -> None:
    place = started(make_place, 3, 2, 1)
    change(place, 2, work=BAKKER)
    place.presenter.hear({run(2)})
    assert place.cell(2, "ticket") == "S. Bakker is on it"
    assert [is_tinted(place, n) for n in (3, 2, 1)] == [False, True, False]


def test_a_run_that_a_colleague_left_behind_says_so(make_place: Make) -> None:
    place = started(make_place, 2, 1)
    change(place, 2, work=replace(BAKKER, is_alive=False))
    place.presenter.hear({run(2)})
    assert place.cell(2, "ticket") == "S. Bakker left it behind"


def test_the_tint_passes(make_place: Make, qtbot: QtBot) -> None:
    place = started(make_place, 2, 1)
    change(place, 2, is_reviewed=True)
    place.presenter.hear({VIEW})
    qtbot.waitUntil(lambda: not is_tinted(place, 2), timeout=60_000)


def test_nothing_is_tinted_where_the_desktop_asks_for_reduced_motion(
    make_place: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Theme, "animated", False)
    place = started(make_place, 2, 1)
    change(place, 2, work=BAKKER)
    place.presenter.hear({run(2)})
    assert place.cell(2, "ticket") == "S. Bakker is on it"
    assert not is_tinted(place, 2)


def test_a_row_that_is_the_same_is_left_alone(make_place: Make) -> None:
    place = started(make_place, 2, 1)
    place.presenter.hear({VIEW, run(2)})
    assert place.runs.asked.count("rows") == 1
    assert not is_tinted(place, 2)


def test_selection_and_scroll_stay(make_place: Make) -> None:
    place = started(make_place, *range(90, 0, -1))
    place.select(40)
    scroll = place.tab.table.verticalScrollBar()
    at = scroll.value()
    assert at > 0
    change(place, 40, ticket=ticket_cell())
    change(place, 41, work=BAKKER)
    place.presenter.hear({run(40), run(41)})
    assert place.tab.list.selected_ids == (40,)
    assert scroll.value() == at
    assert place.shown() == list(range(90, 0, -1))


def test_a_run_that_was_read_is_read_again_out_of_view_when_it_is_named(make_place: Make) -> None:
    place = started(make_place, *range(90, 0, -1))
    change(place, 2, work=BAKKER)
    assert 2 not in place.tab.list.ids_in_view()
    place.presenter.hear({run(2)})
    assert place.cell(2, "ticket") == "S. Bakker is on it"


def test_the_pane_follows_the_selected_run(make_place: Make) -> None:
    place = started(make_place, 2, 1)
    place.select(2)
    place.runs.asked.clear()
    place.presenter.hear({run(1)})
    assert "detail" not in place.runs.asked
    place.presenter.hear({run(2)})
    assert place.runs.asked.count("detail") == 1


def test_a_row_for_a_list_that_is_gone_is_dropped(make_place: Make) -> None:
    place = started(make_place, 2, 1, deferred=True)
    change(place, 2, work=BAKKER)
    place.presenter.hear({run(2)})
    late = [job for job in place.jobs.running() if job.name.endswith("rows")]
    place.tab.bar.views.choose(RunView.OPEN_TICKETS)
    assert [job.stopped for job in late] == [True]
    finish(place)
    assert place.shown() == []


def test_what_is_heard_while_the_list_is_read_is_looked_at_afterwards(make_place: Make) -> None:
    place = started(make_place, 2, 1, deferred=True)
    place.presenter.refresh()
    while "first page" not in place.runs.asked:
        place.jobs.run_next()
    change(place, 2, work=BAKKER)
    place.presenter.hear({run(2)})
    finish(place)
    assert place.cell(2, "ticket") == "S. Bakker is on it"


def test_more_news_while_rows_are_read_are_read_next(make_place: Make) -> None:
    place = started(make_place, 2, 1, deferred=True)
    place.presenter.hear({run(2)})
    place.presenter.hear({run(1)})
    change(place, 1, work=BAKKER)
    finish(place)
    assert place.runs.asked.count("rows") == 2
    assert place.cell(1, "ticket") == "S. Bakker is on it"


def test_a_dialog_is_not_disturbed(make_place: Make) -> None:
    place = started(make_place, 2, 1)
    place.select(2)
    place.press_create()
    dialog = place.presenter.create.dialog
    change(place, 2, work=BAKKER)
    comes_in(place, 3)
    place.presenter.hear({run(2), newest(3), EVERYTHING})
    assert place.presenter.create.dialog is dialog
    assert dialog is not None and dialog.isVisible()


def test_a_failed_look_says_nothing_above_the_table(make_place: Make) -> None:
    place = started(make_place, 2, 1)
    place.runs.trouble = Failure(Kind.DATABASE_LOST, where="db01")
    place.presenter.hear({VIEW})
    assert place.tab.list.notice.sentence == ""
    place.runs.trouble = None
    change(place, 2, work=BAKKER)
    place.presenter.hear({EVERYTHING})
    assert place.cell(2, "ticket") == "S. Bakker is on it"


# new runs --------------------------------------------------------------------------------


def test_new_runs_wait_behind_one_line(make_place: Make) -> None:
    place = started(make_place, 2, 1)
    comes_in(place, 3, 4, 5)
    place.presenter.hear({VIEW, newest(5)})
    assert place.tab.list.new_runs.sentence == "3 new runs."
    assert place.shown() == [2, 1]


def test_one_is_not_said_in_the_plural(make_place: Make) -> None:
    place = started(make_place, 2, 1)
    comes_in(place, 3)
    place.presenter.hear({newest(3)})
    assert place.tab.list.new_runs.sentence == "1 new run."


def test_new_runs_that_the_filter_leaves_out_are_not_told(make_place: Make) -> None:
    place = started(make_place, 2, 1)
    place.tab.bar.views.choose(RunView.OPEN_TICKETS)
    comes_in(place, 3)
    place.presenter.hear({newest(3)})
    assert place.tab.list.new_runs.sentence == ""


def test_show_brings_them_in_tinted_and_keeps_the_selection(make_place: Make) -> None:
    place = started(make_place, *range(90, 0, -1))
    place.select(40)
    comes_in(place, 91, 92)
    place.presenter.hear({newest(92)})
    place.tab.list.new_runs.button.click()
    assert place.shown()[:3] == [92, 91, 90]
    assert place.tab.list.selected_ids == (40,)
    assert place.tab.table.verticalScrollBar().value() == 0
    assert [is_tinted(place, n) for n in (92, 91, 90)] == [True, True, False]
    assert place.tab.list.new_runs.sentence == ""


def test_a_refresh_takes_the_line_away_and_leads_nowhere(make_place: Make) -> None:
    place = started(make_place, *range(90, 0, -1))
    place.select(40)
    at = place.tab.table.verticalScrollBar().value()
    comes_in(place, 91)
    place.presenter.hear({newest(91)})
    place.presenter.refresh()
    assert place.tab.list.new_runs.sentence == ""
    assert place.tab.table.verticalScrollBar().value() == at


def test_runs_that_came_in_while_the_list_was_read_are_found_and_not_counted_twice(
    make_place: Make,
) -> None:
    place = started(make_place, 2, 1, deferred=True)
    place.presenter.refresh()
    while "first page" not in place.runs.asked:
        place.jobs.run_next()
    comes_in(place, 3)
    place.presenter.hear({newest(3)})
    while place.presenter.list.is_reading:
        place.jobs.run_next()
    comes_in(place, 4)
    finish(place)
    assert place.shown() == [3, 2, 1]
    assert place.tab.list.new_runs.sentence == "1 new run."


def test_nothing_is_asked_before_the_list_was_read(make_place: Make) -> None:
    place = make_place(run_row(1), deferred=True, secrets_read=False)
    place.presenter.hear({EVERYTHING, newest(1)})
    assert place.jobs.running() == ()


def test_rows_under_the_pointer_stay_when_the_line_appears(
    make_place: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = started(make_place, *range(90, 0, -1))
    table = place.tab.table
    monkeypatch.setattr(table.viewport(), "underMouse", lambda: True, raising=False)
    place.select(40)

    def height_of(run_id: int) -> int:
        place.tab.layout().activate()
        index = place.tab.list.model.index(place.tab.list.model.row_of(run_id), 0)
        return table.viewport().mapTo(place.tab, QPoint(0, table.visualRect(index).y())).y()

    before = height_of(45)
    comes_in(place, 91)
    place.presenter.hear({newest(91)})
    assert place.tab.list.new_runs.isVisible()
    assert height_of(45) == before


# counts ----------------------------------------------------------------------------------


def test_counts_follow_at_once_and_then_at_most_every_ten_seconds(
    make_place: Make, qtbot: QtBot
) -> None:
    place = started(make_place, 2, 1)
    place.runs.counted[RunView.NEEDS_TICKET] = 7
    place.presenter.hear({run(2)})
    assert place.tab.bar.views.chip(RunView.NEEDS_TICKET).accessibleName() == "Needs ticket 7"
    for _ in range(5):
        place.presenter.hear({run(2)})
    assert place.runs.asked.count("counts") == 1
    following = place.presenter.following
    assert following._pause.isActive() and following._pause.interval() == 10_000
    following._pause.setInterval(0)
    following._pause.start()
    qtbot.waitUntil(lambda: place.runs.asked.count("counts") == 2, timeout=60_000)


def test_a_look_that_found_nothing_counts_nothing(make_place: Make) -> None:
    place = started(make_place, 2, 1)
    place.presenter.hear({VIEW})
    assert "counts" not in place.runs.asked


def test_a_look_that_found_something_counts(make_place: Make) -> None:
    place = started(make_place, 2, 1)
    change(place, 2, is_reviewed=True)
    place.presenter.hear({VIEW})
    assert place.runs.asked.count("counts") == 1
