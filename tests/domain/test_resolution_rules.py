"""What may be resolved, and what a reading of the ticket means."""

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
    StepKind,
    StepState,
)
from bcautotask_gui.domain.resolution_rules import (
    StatusVerdict,
    appeared_later,
    changed_by_another,
    is_another_ticket,
    needs_tick,
    open_attempt_reason,
    reasons_against_beginning,
    reasons_against_resolve,
    status_failure,
    status_verdict,
    ticket_to_resolve,
)
from bcautotask_gui.domain.sentences import begun_small
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.settings_rules import problems_of
from bcautotask_gui.domain.ticket_notes import (
    CLOSING_NOTE,
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


# words ---------------------------------------------------------------------------------------


def test_time_that_appears_later_is_told_with_its_count() -> None:
    failure = appeared_later(TimeEntries(2))
    assert failure.kind is Kind.BLOCKED
    assert failure.happened.startswith("2 time entries are on this ticket since its resolution")


def test_a_sentence_can_stand_in_another_one() -> None:
    assert begun_small("The connection was cut.") == "the connection was cut"
    assert begun_small("Autotask did not answer.") == "Autotask did not answer"
