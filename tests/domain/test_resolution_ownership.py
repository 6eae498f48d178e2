"""An attempt that another workstation left behind, and when a person may take it over."""

from dataclasses import replace
from datetime import timedelta

from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.resolution import Resolution, ResolutionState, StepKind, StepState
from bcautotask_gui.domain.resolution_ownership import reason_against_taking_over
from tests.domain.test_resolution import MORNING, an_attempt

HERE = Instance("two", "another", "DESK-7")
PENDING = an_attempt((StepKind.STATUS, StepState.SENDING, None))


def reason(attempt: Resolution, *alive: str, here: Instance = HERE, minutes: int = 0) -> str:
    now = MORNING + timedelta(minutes=minutes)
    return reason_against_taking_over(attempt, here, alive, now, Waits())


def test_what_was_not_sent_can_be_taken_over_at_once() -> None:
    assert reason(an_attempt((StepKind.READ, StepState.DONE, None))) == ""
    assert reason(an_attempt()) == ""


def test_what_was_sent_waits_for_the_release_time() -> None:
    assert reason(PENDING, minutes=9).endswith("It can be taken over from 06:10 UTC.")
    assert reason(PENDING, minutes=10) == ""


def test_a_living_colleague_is_left_alone() -> None:
    assert reason(PENDING, "one", minutes=99) == (
        "S. Bakker (DESK-4) is at work. Wait for the outcome."
    )


def test_ones_own_and_what_has_ended_need_no_taking_over() -> None:
    assert "own" in reason(PENDING, here=Instance("two", "profile", "DESK-4"), minutes=99)
    ended = replace(an_attempt(), state=ResolutionState.STOPPED)
    assert reason(ended) == "The attempt has ended. There is nothing to take over."
