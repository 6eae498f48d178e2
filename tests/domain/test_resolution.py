"""What an attempt knows of itself: what is open, which note it has, what was counted."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bcautotask_gui.domain.resolution import (
    STEPS,
    Purpose,
    Resolution,
    ResolutionPlan,
    ResolutionState,
    Step,
    StepKind,
    StepState,
)
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE, NotesSeen

MORNING = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
BEFORE = NotesSeen(500, 500, 29682885)


def a_plan(**changes: Any) -> ResolutionPlan:
    values: dict[str, Any] = {
        "environment": Environment.SANDBOX,
        "settings_version": 3,
        "run_id": 48213,
        "ticket_id": 128926,
        "number": "T20261120.0044",
        "purpose": Purpose.RESOLVE,
        "text": CLOSING_NOTE,
        "note_type": 1,
        "publish": 2,
        "completed_status": 5,
    }
    return ResolutionPlan(**{**values, **changes})


def an_attempt(*steps: tuple[StepKind, StepState, int | None], **changes: Any) -> Resolution:
    values: dict[str, Any] = {
        "id": 1,
        "plan": a_plan(),
        "state": ResolutionState.OPEN,
        "token": "token",
        "version": 1,
        "operator": "S. Bakker",
        "workstation": "DESK-4",
        "instance": "one",
        "profile": "profile",
        "created_at": MORNING,
        "before": BEFORE,
        "steps": tuple(
            Step(number, kind, state, value, sending_at=MORNING)
            for number, (kind, state, value) in enumerate(steps, 1)
        ),
    }
    return Resolution(**{**values, **changes})


def test_resolving_has_every_step_and_a_note_only_few() -> None:
    assert STEPS[Purpose.RESOLVE] == tuple(StepKind)
    assert StepKind.STATUS not in STEPS[Purpose.NOTE_ONLY]
    assert StepKind.RESOLUTION not in STEPS[Purpose.NOTE_ONLY]
    assert STEPS[Purpose.NOTE] == (StepKind.READ, StepKind.NOTE)


@pytest.mark.parametrize("state", StepState)
def test_only_the_last_step_can_be_open(state: StepState) -> None:
    attempt = an_attempt((StepKind.READ, StepState.DONE, None), (StepKind.NOTE, state, None))
    is_open = state in (StepState.SENDING, StepState.UNKNOWN)
    assert (attempt.pending is not None) == is_open
    assert an_attempt().pending is None


def test_the_note_is_the_one_that_was_written_at_last() -> None:
    refused = (StepKind.NOTE, StepState.REFUSED, None)
    assert an_attempt(refused).note_id is None
    assert an_attempt(refused, (StepKind.NOTE, StepState.DONE, 501)).note_id == 501
    assert an_attempt((StepKind.TIME_ENTRIES, StepState.DONE, 7)).note_id is None


def test_what_was_counted_last_counts() -> None:
    once = (StepKind.TIME_ENTRIES, StepState.DONE, 0)
    assert an_attempt().counted == 0
    assert an_attempt(once, (StepKind.NOTE, StepState.DONE, 501)).counted == 0
    assert an_attempt(once, (StepKind.TIME_ENTRIES_AGAIN, StepState.DONE, 2)).counted == 2


def test_a_status_must_be_read_back_after_each_update() -> None:
    status = (StepKind.STATUS, StepState.DONE, None)
    back = (StepKind.READ_BACK, StepState.ABSENT, 0)
    assert not an_attempt().must_be_read_back
    assert an_attempt(status).must_be_read_back
    assert not an_attempt(status, back).must_be_read_back
    assert an_attempt(status, back, status).must_be_read_back
    assert not an_attempt((StepKind.STATUS, StepState.ABSENT, None)).must_be_read_back


def test_a_step_is_done_by_its_last_try() -> None:
    refused = (StepKind.RESOLUTION, StepState.REFUSED, None)
    done = (StepKind.RESOLUTION, StepState.DONE, None)
    assert not an_attempt(refused).has(StepKind.RESOLUTION)
    assert an_attempt(refused, done).has(StepKind.RESOLUTION)
    assert not an_attempt(done, refused).has(StepKind.RESOLUTION)
