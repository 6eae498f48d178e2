"""What may be resolved, whose note is whose, and what a lost answer is taken for."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.errors import Kind
from bcautotask_gui.domain.full_ticket import FullTicket
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.reference_data import PicklistValue, ReferenceData, TicketField
from bcautotask_gui.domain.resolution import (
    Purpose,
    Resolution,
    ResolutionState,
    StepKind,
    StepState,
)
from bcautotask_gui.domain.resolution_rules import (
    StatusVerdict,
    Verdict,
    appeared_later,
    changed_by_another,
    cut_short,
    is_another_ticket,
    is_complete,
    needs_tick,
    note_to_take_over,
    note_verdict,
    open_attempt_reason,
    our_note,
    reasons_against_beginning,
    reasons_against_resolve,
    recorded_notes,
    status_failure,
    status_verdict,
    ticket_to_resolve,
    update_verdict,
)
from bcautotask_gui.domain.sentences import begun_small
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.settings_rules import problems_of
from bcautotask_gui.domain.ticket_notes import (
    CLOSING_NOTE,
    Note,
    NotesFound,
    TimeEntries,
    is_internal,
)
from bcautotask_gui.domain.tickets import Origin
from tests.domain.samples import (
    MORNING,
    a_link,
    a_ticket,
    an_operator,
    good_defaults,
    good_settings,
    reference_data,
)
from tests.domain.test_resolution import a_plan, an_attempt

OURS, COLLEAGUE = 29682885, 29682890
WAITS = Waits()
RELEASE = timedelta(minutes=10)


def resolving_reference() -> ReferenceData:
    known = reference_data()
    more = {
        TicketField.NOTE_TYPE: (PicklistValue(1, "Task Summary"),),
        TicketField.PUBLISH: (
            PicklistValue(1, "All Autotask Users"),
            PicklistValue(2, "Internal Users Only"),
            PicklistValue(4, "Internal & Co-Managed"),
        ),
    }
    return replace(known, picklists={**known.picklists, **more})


def resolving_settings(**changes: Any) -> Settings:
    defaults = good_defaults(note_type=1, publish=2)
    settings = good_settings(resolving_allowed=True, **changes)
    return settings.with_current(defaults=defaults, completed_status=5)


def full(resolution: str = "", **changes: Any) -> FullTicket:
    status = changes.get("status", 1)
    completed = changes.pop("completed", None)
    ticket = a_ticket(501, number="T20261123.0501", status=status, completed_at=completed)
    fields = {"status": status, "priority": 1, "resolution": resolution, **changes}
    return FullTicket(ticket, resolution, fields, frozenset(fields))


def whats(purpose: Purpose = Purpose.RESOLVE, **facts: Any) -> list[str]:
    settings = facts.get("settings", resolving_settings())
    reference = facts.get("reference", resolving_reference())
    operator = an_operator(facts.get("role", Role.OPERATOR))
    link = facts.get("link", a_link())
    blocks = reasons_against_beginning(purpose, link, settings, reference, operator)
    return [block.what for block in blocks]


# may it begin? -------------------------------------------------------------------------------


def test_a_ticket_with_everything_in_place_may_be_resolved() -> None:
    assert whats() == []
    assert reasons_against_resolve(full(), TimeEntries(0)) == ()


@pytest.mark.parametrize(
    ("facts", "what"),
    [
        ({"settings": resolving_settings(enabled=False)}, "Autotask is off."),
        ({"role": Role.REPORTER}, "A reporter may not resolve tickets."),
        ({"link": None}, "This run has no ticket."),
        ({"link": a_link(ticket_id=None)}, "T20261123.0501 is a number typed by hand."),
        ({"link": a_link(is_deleted=True)}, "The ticket was deleted in Autotask."),
        ({"link": a_link(number="")}, "The number of the ticket was not read yet."),
        ({"reference": reference_data()}, "Something is missing."),
    ],
)
def test_each_reason_has_its_words(facts: dict[str, Any], what: str) -> None:
    assert what in whats(**facts)


def test_resolving_must_be_allowed_but_a_note_need_not() -> None:
    settings = replace(resolving_settings(), resolving_allowed=False)
    assert whats(settings=settings) == ["Resolving is off."]
    assert whats(Purpose.NOTE, settings=settings) == []


def test_only_resolving_needs_a_completed_status() -> None:
    settings = resolving_settings().with_current(completed_status=None)
    assert whats(settings=settings) == ["Something is missing."]
    assert whats(Purpose.NOTE, settings=settings) == []


def test_time_entries_and_completion_forbid_resolving() -> None:
    reasons = reasons_against_resolve(full(completed=MORNING), TimeEntries(1))
    assert [reason.what for reason in reasons] == [
        "The ticket is complete.",
        "Time has been booked, so the ticket stays open.",
    ]
    assert reasons[1].sentence.startswith("1 time entry is on this ticket.")


def test_a_ticket_with_an_id_goes_before_a_bare_number() -> None:
    bare, known = a_link(ticket_id=None), a_link()
    assert ticket_to_resolve([bare, known]) is known
    assert ticket_to_resolve([bare]) is bare
    assert ticket_to_resolve([]) is None


@pytest.mark.parametrize("origin", Origin)
def test_only_what_we_created_needs_no_tick(origin: Origin) -> None:
    assert needs_tick(a_link(origin=origin)) == (origin is not Origin.CREATED)


def test_an_open_attempt_says_what_is_waited_for() -> None:
    lost = an_attempt((StepKind.STATUS, StepState.UNKNOWN, None))
    assert open_attempt_reason(lost).what == "Nobody knows yet whether Autotask took the status."
    busy = an_attempt((StepKind.READ, StepState.DONE, None))
    assert open_attempt_reason(busy).what == "S. Bakker is working on this ticket."


# settings ------------------------------------------------------------------------------------


def test_settings_of_resolving_are_judged_only_where_it_is_allowed() -> None:
    broken = replace(good_settings(), resolving_allowed=True)
    fields = [problem.field for problem in problems_of(broken, resolving_reference())]
    assert fields == ["completed_status", "note_type", "publish"]
    assert problems_of(good_settings(), resolving_reference()) == ()
    assert problems_of(resolving_settings(), resolving_reference()) == ()


@pytest.mark.parametrize("publish", [1, 4])
def test_a_value_that_customers_read_is_refused(publish: int) -> None:
    settings = resolving_settings().with_current(
        defaults=good_defaults(note_type=1, publish=publish)
    )
    (problem,) = problems_of(settings.with_current(completed_status=5), resolving_reference())
    assert problem.field == "publish"
    assert problem.sentence.endswith("Choose the internal value.")


@pytest.mark.parametrize(
    ("value", "label", "is_so"),
    [
        (2, "Internal Users Only", True),
        (2, "Internal Project Team", True),
        (2, "Alleen interne gebruikers", True),
        (2, "Nur interne Benutzer", True),
        (1, "Internal Users Only", False),
        (1, "All Autotask Users", False),
        (4, "Internal & Co-Managed", False),
        (4, "Intern en co-beheer", False),
        (4, "Internal and Comanaged", False),
        (9, "Everybody", False),
    ],
)
def test_internal_is_what_its_label_says_and_never_the_value_of_all(
    value: int, label: str, is_so: bool
) -> None:
    assert is_internal(PicklistValue(value, label)) == is_so


# what a reading means ------------------------------------------------------------------------


def test_a_colleagues_change_is_named() -> None:
    reference = resolving_reference()
    assert changed_by_another(full(), full(), reference) == ""
    assert changed_by_another(full(), full(priority=2), reference) == "priority"
    assert changed_by_another(full(), full(status=5), reference) == "status now Complete"
    assert changed_by_another(full(), full("Other text"), reference) == "resolution"


def test_our_own_resolution_text_is_no_change_but_anothers_is() -> None:
    ours = full(f"Disk replaced.\r\n\r\n{CLOSING_NOTE}")
    assert changed_by_another(full("Disk replaced."), ours, None, CLOSING_NOTE) == ""
    other = full("Something else")
    assert changed_by_another(full(), other, None, CLOSING_NOTE) == "resolution"


def test_an_id_with_another_number_is_another_ticket() -> None:
    assert not is_another_ticket("T20261123.0501", full())
    assert not is_another_ticket(" t20261123.0501", full())
    assert is_another_ticket("T20200101.0001", full())


@pytest.mark.parametrize(
    ("status", "completed", "verdict"),
    [
        (5, MORNING, StatusVerdict.KEPT),
        (5, None, StatusVerdict.NOT_COMPLETING),
        (1, None, StatusVerdict.NOT_KEPT),
        (17, None, StatusVerdict.CHANGED),
    ],
)
def test_a_status_is_judged_by_what_is_read_back(
    status: int, completed: Any, verdict: StatusVerdict
) -> None:
    after = full(status=status, completed=completed)
    assert status_verdict(full(), after, 5) is verdict
    failure = status_failure(verdict, a_plan(), after, resolving_reference())
    assert (failure is None) == (verdict is StatusVerdict.KEPT)
    if failure:
        assert "Complete" in failure.happened


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


# words ---------------------------------------------------------------------------------------


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


def test_time_that_appears_later_is_told_with_its_count() -> None:
    failure = appeared_later(TimeEntries(2))
    assert failure.kind is Kind.BLOCKED
    assert failure.happened.startswith("2 time entries are on this ticket since its resolution")


def test_a_sentence_can_stand_in_another_one() -> None:
    assert begun_small("The connection was cut.") == "the connection was cut"
    assert begun_small("Autotask did not answer.") == "Autotask did not answer"
