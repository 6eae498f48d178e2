"""Two threads read: what was read before an act may be answered after it, and undoes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bcautotask_gui.domain.changes import Change, ChangeKind
from bcautotask_gui.domain.runs import RunStatus, RunView
from bcautotask_gui.ui.run_checks.listing.newest import _REMEMBERED, NewestReadings
from tests.ui.run_checks.fake_deciding import Desk
from tests.ui.run_checks.fakes import results, run_row, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]

NUMBER = ticket_cell().number


def started(make_place: Make, *numbers: int) -> Place:
    place = make_place(*map(run_row, numbers), deferred=True)
    place.tab.show()
    place.presenter.start()
    finish(place)
    return place


def finish(place: Place) -> None:
    """Runs whatever waits, also from within a reading that is under way."""
    while place.jobs._waiting:
        place.jobs.run_next()


def overtaken(place: Place, what: str, meanwhile: Callable[[], None]) -> None:
    """The next such reading sees what is now, and answers after all that happens meanwhile."""
    plain = getattr(place.runs, what)

    def slow(*args: Any) -> object:
        setattr(place.runs, what, plain)
        old = plain(*args)
        meanwhile()
        finish(place)
        return old

    setattr(place.runs, what, slow)


def gets_a_ticket(place: Place, run_id: int) -> None:
    """An act that ended: the row is read again."""
    place.runs.held[run_id] = replace(place.runs.held[run_id], ticket=ticket_cell())
    place.presenter.list.read_again(run_id)


def test_a_page_that_was_read_before_an_act_does_not_undo_it(make_place: Make) -> None:
    place = started(make_place, 1, 2)
    overtaken(place, "rows", lambda: gets_a_ticket(place, 2))
    place.tab.list.page_wanted.emit((1, 2))
    finish(place)
    assert place.cell(2, "ticket").startswith(NUMBER)


def test_a_list_that_was_read_before_an_act_does_not_undo_it(make_place: Make) -> None:
    for slow in ("first_page", "order"):
        place = started(make_place, 1, 2)
        overtaken(place, slow, lambda place=place: gets_a_ticket(place, 2))  # type: ignore[misc]
        place.presenter.refresh()
        finish(place)
        assert place.cell(2, "ticket").startswith(NUMBER), slow


def test_a_look_at_others_work_from_before_an_act_does_not_undo_it(make_place: Make) -> None:
    place = started(make_place, 1, 2)
    overtaken(place, "rows", lambda: gets_a_ticket(place, 2))
    place.presenter.hear({Change(ChangeKind.RUN, 2)})
    finish(place)
    assert place.cell(2, "ticket").startswith(NUMBER)


def test_a_row_read_after_an_act_is_not_undone_by_what_the_act_itself_read(
    make_place: Make,
) -> None:
    """A page that began later knows more than the look that the act began."""
    place = started(make_place, 1, 2)

    def colleague() -> None:
        place.runs.held[2] = replace(place.runs.held[2], ticket=ticket_cell())
        place.tab.list.page_wanted.emit((1, 2))

    overtaken(place, "rows", colleague)
    place.presenter.list.read_again(2)
    finish(place)
    assert place.cell(2, "ticket").startswith(NUMBER)


def test_last_runs_that_were_read_before_a_refresh_are_read_again(make_place: Make) -> None:
    place = started(make_place, 1)
    job = run_row(1).job_id
    place.presenter.refresh()
    old, new = results(RunStatus.FAILED), results(RunStatus.SUCCESS)
    place.runs.last_runs = {job: old}

    def comes_in() -> None:
        place.runs.last_runs = {job: new}
        place.presenter.refresh()

    overtaken(place, "strips", comes_in)
    place.tab.list.tell_jobs_in_view()
    finish(place)
    place.tab.list.tell_jobs_in_view()
    finish(place)
    assert place.tab.list._strips[job] == new


def test_a_list_that_was_read_before_a_review_does_not_bring_the_run_back(
    make_place: Make,
) -> None:
    for slow in ("first_page", "order"):
        place = started(make_place, 1, 2)
        desk = Desk(place).open()
        finish(place)
        place.select(1)
        overtaken(place, slow, desk.acts.review.requested.emit)
        place.presenter.refresh()
        finish(place)
        assert place.shown() == [2], slow


def test_a_page_that_was_read_before_a_review_does_not_undo_it(make_place: Make) -> None:
    place = started(make_place, 1, 2)
    desk = Desk(place).open()
    place.tab.bar.views.choose(RunView.ALL)
    finish(place)
    place.select(1)
    overtaken(place, "rows", desk.acts.review.requested.emit)
    place.tab.list.page_wanted.emit((1, 2))
    finish(place)
    row = place.tab.list.held(1)
    assert row is not None
    assert row.is_reviewed


def test_lines_of_jobs_that_were_read_before_a_count_are_read_again(make_place: Make) -> None:
    place = started(make_place, 1)
    desk = Desk(place).open()
    place.tab.bar.choose(replace(place.tab.chosen, grouped=True))
    finish(place)
    plain = desk.groups.order

    def slow(*args: Any, **more: Any) -> object:
        desk.groups.order = plain  # type: ignore[method-assign]
        old = plain(*args, **more)
        place.runs.held[2] = run_row(2)
        place.presenter.list.count()
        finish(place)
        return old

    desk.groups.order = slow  # type: ignore[assignment, method-assign]
    desk.presenter.jobs.refresh()
    finish(place)
    assert place.tab.jobs.model.rowCount() == 2


def test_only_so_many_readings_are_remembered() -> None:
    readings = NewestReadings()
    early, late = readings.begin(), readings.begin()
    readings.take([run_row(n) for n in range(_REMEMBERED + 10)], late, lambda _run: None)
    assert len(readings._taken) == _REMEMBERED
    assert readings.is_overtaken(_REMEMBERED, early)
