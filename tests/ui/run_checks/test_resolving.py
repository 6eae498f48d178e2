"""Resolving: what is offered, the dialog before, meanwhile and after, and what was left open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from bcautotask_gui.domain.connection import CheckState
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.resolution import Purpose, ResolutionState
from bcautotask_gui.domain.runs import RunStatus
from bcautotask_gui.domain.ticket_notes import TimeEntries
from bcautotask_gui.domain.tickets import TicketState
from bcautotask_gui.ui.shared.labels import WrappingLabel
from bcautotask_gui.worker.jobs import Lane
from tests.ui.run_checks.fake_tickets import (
    NUMBER,
    attempt_of,
    blocked_preview,
    outcome_of,
    preview_of,
)
from tests.ui.run_checks.fakes import results, run_row, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.run_checks.resolve.dialog import ResolveDialog
    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


def started(make: Make, **ticket: object) -> Place:
    place = make(run_row(1, ticket=ticket_cell(**ticket)))
    place.tab.resize(1800, 800)
    place.tab.show()
    place.presenter.start()
    place.use()
    place.select(1)
    return place


def opened(place: Place) -> ResolveDialog:
    place.tab.resolve_requested.emit()
    dialog = place.presenter.resolve.dialog
    assert dialog is not None
    return dialog


def steps(dialog: ResolveDialog) -> list[tuple[str, CheckState, str]]:
    return [(step.title, step.state, step.value) for step in dialog.steps.steps]


# what is offered -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("allowed", "ticket", "reason"),
    [
        ({"enabled": False}, {}, "Autotask is off"),
        ({"resolving_allowed": False}, {}, "Resolving is off"),
        ({}, {"state": TicketState.COMPLETE}, "The ticket is complete"),
        ({}, {"state": TicketState.DELETED}, "The ticket was deleted"),
        ({}, {"ticket_id": None}, "typed by hand"),
    ],
)
def test_resolve_says_why_it_may_not_be_used(
    make_place: Make, allowed: dict[str, object], ticket: dict[str, object], reason: str
) -> None:
    place = started(make_place, **ticket)
    place.use(**allowed)
    assert reason in place.tab.bar.resolve_button.reason
    assert not place.tab.bar.resolve_button.isEnabled()


def test_before_the_settings_are_known_nothing_is_allowed(make_place: Make) -> None:
    place = make_place(run_row(1, ticket=ticket_cell()))
    place.presenter.start()
    place.select(1)
    assert place.tab.bar.resolve_button.reason == "The settings are being read."


def test_with_time_entries_add_note_only_stands_in_its_place(make_place: Make) -> None:
    place = started(make_place, has_time_entries=True)
    bar = place.tab.bar
    assert bar.resolve_button.isHidden()
    assert "so it stays open" in bar.resolve_button.reason
    assert not bar.note_only_button.isHidden()
    assert bar.note_only_button.isEnabled()


def test_without_time_entries_there_is_no_add_note_only(make_place: Make) -> None:
    place = started(make_place, has_time_entries=False)
    assert place.tab.bar.resolve_button.isEnabled()
    assert place.tab.bar.note_only_button.isHidden()


def test_a_button_that_gave_its_place_away_does_not_come_back_with_more_room(
    make_place: Make,
) -> None:
    place = make_place(run_row(1, ticket=ticket_cell(has_time_entries=True)), run_row(2))
    place.tab.resize(700, 800)
    place.tab.show()
    place.presenter.start()
    place.use()
    place.select(1)
    place.select(2)
    place.tab.resize(1800, 800)
    assert place.tab.bar.resolve_button.isVisible()
    assert place.tab.bar.note_only_button.isHidden()


# before ----------------------------------------------------------------------------------------


def test_the_ticket_is_read_in_the_operators_lane_before_anything_can_be_pressed(
    make_place: Make,
) -> None:
    place = make_place(run_row(1, ticket=ticket_cell()), deferred=True)
    while place.jobs.running():
        place.jobs.run_next()
    place.presenter.list.refresh()
    while place.jobs.running():
        place.jobs.run_next()
    place.use()
    assert place.tab.table.select_key(1)
    place.jobs.lanes.clear()
    dialog = opened(place)
    assert place.jobs.lanes == [Lane.AUTOTASK]
    assert not dialog.primary.isEnabled()
    place.jobs.run_next()
    assert dialog.primary.isEnabled()


def test_the_dialog_shows_the_ticket_the_note_and_the_steps(make_place: Make) -> None:
    dialog = opened(started(make_place))
    assert dialog.heading.text() == NUMBER
    assert dialog.primary.text() == "Resolve ticket"
    assert steps(dialog) == [
        ("Read the ticket", CheckState.PASSED, "In Progress, not complete"),
        ("Look for time entries", CheckState.PASSED, "none"),
        ("Add the internal note", CheckState.TO_COME, ""),
        ("Write the resolution", CheckState.TO_COME, ""),
        ("Look for time entries again", CheckState.TO_COME, ""),
        ("Set the status Complete", CheckState.TO_COME, ""),
        ("Read it back and compare", CheckState.TO_COME, ""),
    ]


def test_time_entries_found_now_turn_it_into_a_note_only(make_place: Make) -> None:
    place = started(make_place)
    place.resolving.shown = preview_of(TimeEntries(2, 1.25))
    dialog = opened(place)
    assert dialog.primary.text() == "Add note only"
    assert dialog.told[0].startswith("Time has been booked, so the ticket stays open")
    assert steps(dialog)[1:] == [
        ("Look for time entries", CheckState.LOOK_HERE, "2 found, 1.25 h"),
        ("Add the internal note", CheckState.TO_COME, ""),
        ("Resolution and status", CheckState.TO_COME, "left as they are"),
    ]
    place.resolving.answers = [outcome_of(Purpose.NOTE_ONLY, time_entries=2)]
    dialog.primary.click()
    assert place.resolving.acts == [("note only", 1)]
    assert place.last_told == f"Note added to ticket {NUMBER}, which stays open"


def test_a_last_run_that_failed_is_said_and_the_operator_decides(make_place: Make) -> None:
    place = started(make_place)
    place.resolving.shown = preview_of(last_run=results(RunStatus.FAILED)[0])
    dialog = opened(place)
    words = (
        "The last run of this job, today 06:12, was Failed. Resolve the ticket only if the "
        "problem is gone."
    )
    assert words in [each.text() for each in dialog.findChildren(WrappingLabel)]
    assert dialog.primary.isEnabled()


def test_a_ticket_not_created_here_needs_the_tick(make_place: Make) -> None:
    place = started(make_place)
    place.resolving.shown = preview_of(needs_tick=True)
    place.resolving.answers = [outcome_of()]
    dialog = opened(place)
    assert not dialog.primary.isEnabled()
    dialog.primary.click()
    assert place.resolving.acts == []
    dialog.tick.click()
    dialog.primary.click()
    assert place.resolving.acts == [("resolve", True)]


def test_a_colleagues_open_attempt_is_named_and_can_be_taken_over(make_place: Make) -> None:
    place = started(make_place)
    attempt = attempt_of()
    place.resolving.shown = blocked_preview(attempt)
    dialog = opened(place)
    assert "S. Bakker is working on this ticket." in dialog.primary.reason
    assert not dialog.take_over.isHidden()
    dialog.take_over.click()
    assert place.resolving.taken == [attempt]
    assert place.resolving.looks == 2


def test_a_living_colleague_is_left_alone(make_place: Make) -> None:
    place = started(make_place)
    place.resolving.shown = blocked_preview(attempt_of(), "S. Bakker is still at work.")
    dialog = opened(place)
    assert dialog.take_over.isHidden()
    assert any("S. Bakker is still at work." in told for told in dialog.told)


def test_a_ticket_that_cannot_be_read_is_told_in_the_dialog(make_place: Make) -> None:
    place = started(make_place)
    place.resolving.preview_trouble = Failure(Kind.UNREACHABLE, host="webservices19")
    dialog = opened(place)
    assert "could not be reached" in dialog.told[0]
    assert not dialog.primary.isEnabled()
    place.resolving.preview_trouble = None
    dialog.again.click()
    assert dialog.told == []
    assert dialog.primary.isEnabled()


# meanwhile and after ---------------------------------------------------------------------------


def test_while_it_is_written_the_dialog_cannot_be_left_and_says_why(
    make_place: Make, qtbot: QtBot
) -> None:
    place = started(make_place)
    place.resolving.answers = [outcome_of()]
    dialog = opened(place)
    seen: list[tuple[bool, str]] = []

    def try_to_leave() -> None:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        seen.append((dialog.isVisible(), dialog.cancel.reason))

    place.resolving.while_writing = try_to_leave
    dialog.primary.click()
    assert all(visible and "cannot be taken back" in reason for visible, reason in seen)
    assert len(seen) == 7


def test_a_resolved_ticket_is_told_and_its_row_read_again(make_place: Make) -> None:
    place = started(make_place)
    place.resolving.answers = [outcome_of()]
    place.resolving.while_writing = lambda: place.runs.held.update(
        {1: replace(place.runs.held[1], ticket=ticket_cell(state=TicketState.COMPLETE))}
    )
    opened(place).primary.click()
    assert place.last_told == f"Ticket {NUMBER} resolved"
    assert place.presenter.resolve.dialog is None
    assert place.cell(1, "ticket") == f"{NUMBER} Complete"
    assert place.outcome.running[0] == f"{NUMBER}: "


def test_pressing_twice_resolves_once(make_place: Make) -> None:
    place = started(make_place)
    place.resolving.answers = [outcome_of()]
    dialog = opened(place)
    place.resolving.while_writing = dialog.confirmed.emit
    dialog.primary.click()
    assert len(place.resolving.acts) == 1


def test_time_booked_in_the_last_moment_is_told_though_it_is_done(make_place: Make) -> None:
    place = started(make_place)
    place.resolving.answers = [outcome_of(time_entries=1)]
    dialog = opened(place)
    dialog.primary.click()
    assert "1 time entry was booked while it was being closed" in place.last_told
    assert dialog.isVisible()
    assert "Check its billing" in dialog.told[0]


def test_time_booked_in_between_leaves_the_ticket_open_and_is_told(make_place: Make) -> None:
    place = started(make_place)
    failure = Failure(Kind.BLOCKED, reason="1 time entry is on this ticket since then.")
    left = outcome_of(state=ResolutionState.LEFT_OPEN, time_entries=1, failure=failure)
    place.resolving.answers = [left]
    dialog = opened(place)
    dialog.primary.click()
    assert dialog.isVisible()
    assert dialog.told[0].startswith("Time was booked meanwhile, so the ticket stays open")
    assert dialog.cancel.isEnabled()
    assert dialog.primary.isHidden()
    assert "1 time entry is on this ticket" in place.last_told


def test_what_was_refused_before_anything_was_written_can_be_looked_at_again(
    make_place: Make,
) -> None:
    place = started(make_place)
    place.resolving.answers = [Failure(Kind.STALE, what="The settings", who="S. Bakker")]
    dialog = opened(place)
    dialog.primary.click()
    assert dialog.told[0].startswith("Nothing was written")
    assert not dialog.primary.isEnabled()
    dialog.again.click()
    assert dialog.primary.isEnabled()


def test_an_unknown_outcome_is_looked_for_until_it_is_known(make_place: Make) -> None:
    place = started(make_place)
    failure = Failure(Kind.WRITE_UNKNOWN, what="took the status", why="the answer was cut off")
    place.resolving.answers = [outcome_of(state=ResolutionState.OPEN, failure=failure)]
    place.resolving.open = frozenset({31})
    opened(place).primary.click()
    assert place.presenter.waiting.is_looking
    place.presenter.waiting.look()
    assert place.presenter.waiting.is_looking
    place.resolving.open, place.resolving.found = frozenset(), (outcome_of(),)
    place.presenter.waiting.look()
    assert place.last_told == f"Ticket {NUMBER} resolved"
    assert not place.presenter.waiting.is_looking


def test_what_a_crash_left_behind_is_looked_for_from_the_start(make_place: Make) -> None:
    place = make_place(run_row(1, ticket=ticket_cell()), secrets_read=False)
    place.resolving.open = frozenset({31})
    place.presenter.start()
    place.presenter.begin_to_ask()
    assert place.presenter.waiting.is_looking
