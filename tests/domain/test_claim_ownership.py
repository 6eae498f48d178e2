from datetime import timedelta

import pytest

from bcautotask_gui.domain.claim_ownership import (
    Owner,
    block_by_owner,
    owner_of,
    reason_against_take_over,
)
from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.tickets import ClaimState
from tests.domain.samples import MORNING, a_claim

HERE = Instance("two", "profile", "DESK-4")
THERE = Instance("three", "another", "DESK-9")
WAITS = Waits()


def test_what_our_own_job_works_on_is_at_work() -> None:
    claim = a_claim(instance=HERE.id)
    assert owner_of(claim, HERE, (), {claim.run_id}) is Owner.AT_WORK


def test_what_an_earlier_start_of_this_profile_left_is_left_over() -> None:
    claim = a_claim()
    assert owner_of(claim, HERE, {"one"}, {claim.run_id}) is Owner.LEFT_OVER
    assert owner_of(a_claim(instance=HERE.id), HERE, (), ()) is Owner.LEFT_OVER


def test_others_are_judged_by_their_heartbeat() -> None:
    assert owner_of(a_claim(), THERE, {"one"}, ()) is Owner.ALIVE
    assert owner_of(a_claim(), THERE, {"three"}, ()) is Owner.GONE


def test_what_was_never_sent_can_be_taken_over_at_once() -> None:
    assert reason_against_take_over(a_claim(), Owner.GONE, MORNING, WAITS) == ""


@pytest.mark.parametrize(
    "state", [ClaimState.SENDING, ClaimState.UNKNOWN, ClaimState.ENDED_BY_LINK]
)
def test_what_was_sent_can_be_taken_over_at_the_release_time_and_not_before(
    state: ClaimState,
) -> None:
    claim = a_claim(state=state, sending_at=MORNING)
    early, due = MORNING + timedelta(minutes=10, seconds=-1), MORNING + timedelta(minutes=10)
    assert "05:22 UTC" in reason_against_take_over(claim, Owner.GONE, early, WAITS)
    assert reason_against_take_over(claim, Owner.GONE, due, WAITS) == ""


def test_a_living_colleagues_attempt_is_named_and_not_touched() -> None:
    late = MORNING + timedelta(days=1)
    claim = a_claim(state=ClaimState.UNKNOWN, sending_at=MORNING)
    assert "S. Bakker (DESK-4)" in reason_against_take_over(claim, Owner.ALIVE, late, WAITS)
    block = block_by_owner(claim, Owner.ALIVE)
    assert block and "S. Bakker" in block.what


@pytest.mark.parametrize("owner", [Owner.AT_WORK, Owner.LEFT_OVER])
def test_our_own_attempt_needs_no_taking_over(owner: Owner) -> None:
    assert reason_against_take_over(a_claim(), owner, MORNING, WAITS)


@pytest.mark.parametrize("state", [ClaimState.CREATED, ClaimState.RELEASED])
def test_a_decided_attempt_is_nobodys_to_take(state: ClaimState) -> None:
    assert reason_against_take_over(a_claim(state=state), Owner.GONE, MORNING, WAITS)
    assert block_by_owner(a_claim(state=state), Owner.ALIVE) is None


def test_only_what_is_left_over_here_may_be_decided_here() -> None:
    claim = a_claim(state=ClaimState.UNKNOWN)
    assert block_by_owner(claim, Owner.LEFT_OVER) is None
    assert block_by_owner(claim, Owner.AT_WORK)
    gone = block_by_owner(claim, Owner.GONE)
    assert gone and "Take the attempt over first" in gone.sentence
