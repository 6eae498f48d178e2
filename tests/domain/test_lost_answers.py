"""Whose note is whose, and what a lost answer is taken for."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.lost_answers import (
    Verdict,
    cut_short,
    is_complete,
    note_to_take_over,
    note_verdict,
    our_note,
    recorded_notes,
    update_verdict,
)
from bcautotask_gui.domain.resolution import (
    Purpose,
    Resolution,
    ResolutionState,
    StepKind,
    StepState,
)
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE, Note, NotesFound
from tests.domain.test_resolution import a_plan, an_attempt
from tests.domain.test_resolution_rules import full

OURS, COLLEAGUE = 29682885, 29682890
WAITS = Waits()
RELEASE = timedelta(minutes=10)


# whose note? ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("note", "is_ours"),
    [
        (Note(501, "", CLOSING_NOTE, OURS), True),
        (Note(501, "", CLOSING_NOTE.replace(" ", "\r\n"), OURS), True),
        (Note(500, "", CLOSING_NOTE, OURS), False),
        (Note(501, "", CLOSING_NOTE, COLLEAGUE), False),
        (Note(501, "", CLOSING_NOTE, None), False),
        (Note(501, "", "Other", OURS), False),
        (Note(502, "", CLOSING_NOTE, OURS), False),
    ],
)
def test_a_note_is_ours_by_id_author_and_text(note: Note, is_ours: bool) -> None:
    found = our_note(an_attempt(), [note], recorded={502})
    assert found == (note.id if is_ours else None)


def test_where_nobody_knows_who_we_are_id_and_text_decide() -> None:
    attempt = an_attempt()
    assert attempt.before
    stranger = replace(attempt, before=replace(attempt.before, author=None))
    assert our_note(stranger, [Note(501, "", CLOSING_NOTE, COLLEAGUE)], ()) == 501
    assert our_note(replace(attempt, before=None), [Note(501, "", CLOSING_NOTE, OURS)], ()) is None


def test_notes_of_all_attempts_are_recorded() -> None:
    attempts = [an_attempt((StepKind.NOTE, StepState.DONE, 501)), an_attempt()]
    assert recorded_notes(attempts) == {501}


# what became of a lost answer ----------------------------------------------------------------


def lost(looks: int, last: timedelta | None) -> Resolution:
    attempt = an_attempt((StepKind.NOTE, StepState.UNKNOWN, None))
    at = MORNING_OF_ATTEMPT + last if last is not None else None
    step = replace(attempt.steps[0], valid_looks=looks, last_valid_look=at)
    return replace(attempt, steps=(step,))


MORNING_OF_ATTEMPT = an_attempt().created_at


@pytest.mark.parametrize(
    ("looks", "last", "now", "is_valid", "verdict"),
    [
        (3, RELEASE, RELEASE, True, Verdict.ABSENT),
        (2, RELEASE, RELEASE, True, Verdict.WAIT),
        (3, RELEASE - timedelta(seconds=1), RELEASE, True, Verdict.WAIT),
        (3, RELEASE, RELEASE - timedelta(seconds=1), True, Verdict.WAIT),
        (3, RELEASE, RELEASE, False, Verdict.WAIT),
        (0, None, RELEASE * 9, True, Verdict.WAIT),
    ],
)
def test_a_note_is_given_up_after_the_release_time_and_three_looks(
    looks: int, last: timedelta | None, now: timedelta, is_valid: bool, verdict: Verdict
) -> None:
    attempt = lost(looks, last)
    found = NotesFound(is_valid=is_valid)
    said = note_verdict(attempt, attempt.steps[0], found, (), MORNING_OF_ATTEMPT + now, WAITS)
    assert said.verdict is verdict


def test_a_note_that_is_found_is_found_at_any_time() -> None:
    attempt = lost(0, None)
    found = NotesFound(is_valid=False, notes=(Note(501, "", CLOSING_NOTE, OURS),))
    said = note_verdict(attempt, attempt.steps[0], found, (), MORNING_OF_ATTEMPT, WAITS)
    assert (said.verdict, said.note_id) == (Verdict.DONE, 501)


def test_an_update_is_judged_by_what_it_would_have_written() -> None:
    status = an_attempt((StepKind.STATUS, StepState.UNKNOWN, None))
    assert update_verdict(status, status.steps[0], full(status=5)) is Verdict.DONE
    assert update_verdict(status, status.steps[0], full(CLOSING_NOTE)) is Verdict.ABSENT
    text = an_attempt((StepKind.RESOLUTION, StepState.UNKNOWN, None))
    assert update_verdict(text, text.steps[0], full(CLOSING_NOTE)) is Verdict.DONE
    assert update_verdict(text, text.steps[0], full(status=5)) is Verdict.ABSENT


# trying again --------------------------------------------------------------------------------


def ended(state: ResolutionState, note: int | None, **plan: Any) -> Resolution:
    steps = [(StepKind.NOTE, StepState.DONE, note)] if note else []
    return an_attempt(*steps, state=state, plan=a_plan(**plan))


def test_a_retry_takes_over_the_note_of_the_attempts_that_failed() -> None:
    earlier = [ended(ResolutionState.STOPPED, None), ended(ResolutionState.LEFT_OPEN, 501)]
    assert note_to_take_over(earlier, a_plan(), {501}) == 501
    assert note_to_take_over(earlier, a_plan(), {7}) is None
    assert note_to_take_over(earlier, a_plan(purpose=Purpose.NOTE), {501}) is None


def test_a_note_of_a_ticket_that_was_resolved_and_reopened_counts_no_longer() -> None:
    earlier = [ended(ResolutionState.DONE, 502), ended(ResolutionState.STOPPED, 501)]
    assert note_to_take_over(earlier, a_plan(), {501, 502}) is None


def test_a_note_for_another_purpose_is_not_taken_over() -> None:
    other = ended(ResolutionState.DONE, 502, purpose=Purpose.NOTE, text="Other")
    failed = ended(ResolutionState.STOPPED, 501)
    assert note_to_take_over([other, failed], a_plan(), {501, 502}) == 501
    differing = ended(ResolutionState.STOPPED, 501, text="Other")
    assert note_to_take_over([differing], a_plan(), {501}) is None


def test_an_attempt_is_complete_by_what_it_was_for() -> None:
    note = (StepKind.NOTE, StepState.DONE, 501)
    assert not is_complete(an_attempt(note))
    assert is_complete(an_attempt(note, (StepKind.READ_BACK, StepState.DONE, 0)))
    assert is_complete(an_attempt(note, plan=a_plan(purpose=Purpose.NOTE)))
    assert not is_complete(an_attempt(plan=a_plan(purpose=Purpose.NOTE)))


def test_an_attempt_that_was_cut_short_tells_what_is_there() -> None:
    note = (StepKind.NOTE, StepState.DONE, 501)
    written = (StepKind.RESOLUTION, StepState.DONE, None)
    assert cut_short(an_attempt(note, written)) == (
        "The work on T20261120.0044 was cut short: the note is on the ticket, the resolution is "
        "written and the status was left as it is. Begin again when you are ready."
    )
    assert cut_short(an_attempt(plan=a_plan(purpose=Purpose.NOTE))) == (
        "The work on T20261120.0044 was cut short: no note was added. Begin again when you are "
        "ready."
    )
