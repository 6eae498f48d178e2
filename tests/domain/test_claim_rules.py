"""What becomes of an attempt to create a ticket, by what a look-up found."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bcautotask_gui.domain.claim_rules import (
    Decision,
    Step,
    Waits,
    after_sending,
    before_create,
    look_since,
    may_release,
    proves_absence,
    release_time,
)
from bcautotask_gui.domain.tickets import ClaimState, LookUp
from tests.domain.samples import MORNING, a_claim, a_ticket

WAITS = Waits()
SENT = MORNING + timedelta(hours=1)
EARLIEST = SENT + timedelta(minutes=10)
FITS = a_ticket(501)
OTHER = a_ticket(502)
OF_ANOTHER_COMPANY = a_ticket(503, company_id=1)
OF_ANOTHER_TITLE = a_ticket(504, title="[Backupchecks] Somebody - else - Failed")
ABSENT = LookUp(is_valid=True)
BLIND = LookUp(is_valid=False)


def marked(*tickets: Any, is_valid: bool = True) -> LookUp:
    return LookUp(is_valid, by_marker=tickets)


def titled(*tickets: Any, is_valid: bool = True) -> LookUp:
    return LookUp(is_valid, by_title=tickets)


def sent(**changes: Any) -> Any:
    """A claim that was looked for often and long enough, unless something is changed."""
    values: dict[str, Any] = {
        "state": ClaimState.UNKNOWN,
        "sending_at": SENT,
        "valid_looks": 3,
        "last_valid_look": EARLIEST,
    }
    return a_claim(**{**values, **changes})


# what a look-up finds decides alike before a create and after one
FINDS = [
    (marked(FITS), {}, (), Step.ADOPT, (501,)),
    (marked(FITS, is_valid=False), {}, (), Step.ADOPT, (501,)),
    (marked(FITS), {}, (777,), Step.ADOPT, (501,)),
    (marked(FITS), {}, (501,), Step.SECOND, (501,)),
    (marked(OF_ANOTHER_COMPANY), {}, (), Step.SECOND, (503,)),
    (marked(OF_ANOTHER_TITLE), {}, (), Step.SECOND, (504,)),
    (marked(FITS, OTHER), {}, (), Step.SECOND, (501, 502)),
    (marked(FITS, OTHER), {}, (502,), Step.SECOND, (501, 502)),
    (LookUp(True, (FITS,), (OTHER,)), {}, (), Step.ADOPT, (501,)),  # noqa: FBT003
    (titled(FITS), {}, (), Step.OFFER, (501,)),
    (titled(FITS, is_valid=False), {}, (), Step.OFFER, (501,)),
    (titled(FITS, OTHER), {}, (), Step.OFFER, (501, 502)),
    (titled(FITS, OTHER), {"rejected": (501,)}, (), Step.OFFER, (502,)),
    (titled(FITS, OTHER), {}, (501,), Step.OFFER, (502,)),
    (marked(FITS), {"offered": (502,)}, (), Step.ADOPT, (501,)),
]


@pytest.mark.parametrize(("found", "changes", "held", "step", "tickets"), FINDS)
def test_what_is_found_decides_before_a_create(
    found: LookUp, changes: dict[str, Any], held: tuple[int, ...], step: Step, tickets: Any
) -> None:
    decision = before_create(a_claim(**changes), found, held)
    assert (decision.step, tuple(t.id for t in decision.tickets)) == (step, tickets)


@pytest.mark.parametrize(("found", "changes", "held", "step", "tickets"), FINDS)
def test_what_is_found_decides_after_sending_however_long_ago(
    found: LookUp, changes: dict[str, Any], held: tuple[int, ...], step: Step, tickets: Any
) -> None:
    decision = after_sending(sent(**changes), found, EARLIEST, WAITS, held)
    assert (decision.step, tuple(t.id for t in decision.tickets)) == (step, tickets)


@pytest.mark.parametrize(
    ("found", "changes", "held", "step"),
    [
        (ABSENT, {}, (), Step.CREATE),
        (BLIND, {}, (), Step.WAIT),
        (titled(FITS), {"rejected": (501,)}, (), Step.CREATE),
        (titled(FITS), {}, (501,), Step.CREATE),
        (titled(FITS, is_valid=False), {}, (501,), Step.WAIT),
        (titled(FITS, OTHER), {"rejected": (501,)}, (502,), Step.CREATE),
        (ABSENT, {"offered": (501,)}, (), Step.WAIT),
        (ABSENT, {"offered": (501,), "rejected": (501,)}, (), Step.CREATE),
    ],
)
def test_a_ticket_is_created_only_where_absence_is_proven(
    found: LookUp, changes: dict[str, Any], held: tuple[int, ...], step: Step
) -> None:
    assert before_create(a_claim(**changes), found, held).step is step


def test_the_ticket_of_yesterdays_run_of_the_same_job_is_not_offered() -> None:
    held_by_another_run = {FITS.id}
    assert before_create(a_claim(), titled(FITS), held_by_another_run) == Decision(Step.CREATE)


@pytest.mark.parametrize(
    ("found", "changes", "now", "held", "step"),
    [
        (ABSENT, {}, EARLIEST, (), Step.RELEASE),
        (ABSENT, {}, EARLIEST - timedelta(seconds=1), (), Step.WAIT),
        (ABSENT, {"valid_looks": 2}, EARLIEST, (), Step.WAIT),
        (ABSENT, {"last_valid_look": EARLIEST - timedelta(seconds=1)}, EARLIEST, (), Step.WAIT),
        (ABSENT, {"last_valid_look": None}, EARLIEST, (), Step.WAIT),
        (BLIND, {}, EARLIEST, (), Step.WAIT),
        (ABSENT, {"offered": (501,)}, EARLIEST, (), Step.WAIT),
        (ABSENT, {"offered": (501,), "rejected": (501,)}, EARLIEST, (), Step.RELEASE),
        (ABSENT, {"offered": (501, 502), "rejected": (501,)}, EARLIEST, (), Step.WAIT),
        (titled(FITS), {"rejected": (501,)}, EARLIEST, (), Step.RELEASE),
        (titled(FITS), {}, EARLIEST, (501,), Step.RELEASE),
        (ABSENT, {"state": ClaimState.CLAIMED, "sending_at": None}, MORNING, (), Step.RELEASE),
    ],
)
def test_an_unknown_outcome_is_given_up_late_and_only_on_proof(
    found: LookUp, changes: dict[str, Any], now: datetime, held: tuple[int, ...], step: Step
) -> None:
    assert after_sending(sent(**changes), found, now, WAITS, held).step is step


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"state": ClaimState.SENDING}, True),
        ({"state": ClaimState.CREATED}, False),
        ({"state": ClaimState.RELEASED}, False),
        ({"state": ClaimState.ENDED_BY_LINK}, False),
        ({"offered": (501,)}, False),
        ({"valid_looks": 2}, False),
        ({"valid_looks": 3, "last_valid_look": EARLIEST - timedelta(microseconds=1)}, False),
        ({"sending_at": None, "state": ClaimState.CLAIMED}, True),
        ({"sending_at": None, "state": ClaimState.UNKNOWN}, False),
        ({"sending_at": None, "state": ClaimState.CLAIMED, "offered": (501,)}, False),
    ],
)
def test_a_claim_may_be_released(changes: dict[str, Any], *, expected: bool) -> None:
    assert may_release(sent(**changes), EARLIEST, WAITS) is expected


def test_a_claim_is_not_released_before_its_time_whatever_the_looks_say() -> None:
    assert not may_release(sent(valid_looks=99), EARLIEST - timedelta(microseconds=1), WAITS)


def test_shorter_waits_bring_the_release_time_nearer() -> None:
    short = Waits(release_after=timedelta(seconds=5))
    assert release_time(sent(), short) == SENT + timedelta(seconds=5)
    assert release_time(sent(), WAITS) == EARLIEST
    assert release_time(a_claim(), WAITS) is None


@pytest.mark.parametrize(
    ("found", "changes", "held", "expected"),
    [
        (ABSENT, {}, (), True),
        (BLIND, {}, (), False),
        (marked(FITS), {}, (), False),
        (marked(FITS), {}, (501,), False),
        (titled(FITS), {}, (), False),
        (titled(FITS), {"rejected": (501,)}, (), True),
        (titled(FITS), {}, (501,), True),
        (titled(FITS, is_valid=False), {}, (501,), False),
    ],
)
def test_a_look_up_counts_as_absent(
    found: LookUp, changes: dict[str, Any], held: tuple[int, ...], *, expected: bool
) -> None:
    assert proves_absence(sent(**changes), found, held) is expected


@pytest.mark.parametrize(
    ("changes", "since"),
    [
        ({}, MORNING),
        ({"run_at": None}, None),
        ({"sending_at": SENT}, SENT - timedelta(minutes=15)),
        ({"sending_at": SENT, "run_at": None}, SENT - timedelta(minutes=15)),
    ],
)
def test_titles_are_looked_for_since(changes: dict[str, Any], since: datetime | None) -> None:
    assert look_since(a_claim(**changes)) == since


@pytest.mark.parametrize(
    ("offered", "rejected", "undecided"),
    [((), (), ()), ((1, 2), (), (1, 2)), ((1, 2), (1,), (2,)), ((1,), (1,), ()), ((), (1,), ())],
)
def test_an_offer_is_undecided_until_it_is_rejected(
    offered: tuple[int, ...], rejected: tuple[int, ...], undecided: tuple[int, ...]
) -> None:
    assert a_claim(offered=offered, rejected=rejected).undecided == undecided


def test_a_marker_shared_by_another_customers_run_is_no_conflict() -> None:
    claim = a_claim()
    theirs = a_ticket(501, company_id=claim.company_id + 1, external_id=str(claim.marker))
    found = LookUp(is_valid=True, by_marker=(theirs,))
    assert before_create(claim, found, held={501}).step is Step.CREATE
    assert before_create(claim, found).step is Step.SECOND
