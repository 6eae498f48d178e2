"""What the pane says about open attempts, and what its buttons do."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.claim_ownership import Owner
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking import SecondTicket
from bcautotask_gui.domain.operators import PERMISSIONS, Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState
from tests.ui.run_checks.fake_deciding import Desk, attempt, candidate, claim
from tests.ui.run_checks.fakes import NOW, run_row, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.services.claims import Attempt
    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


@pytest.fixture
def desk(make_place: Make) -> Desk:
    return Desk(make_place(run_row(1), run_row(2))).open()


def show(desk: Desk, what: Attempt) -> None:
    desk.claims.attempts[1] = what
    desk.place.presenter.detail.read()


def test_a_run_without_an_attempt_has_no_box(desk: Desk) -> None:
    assert desk.boxes() == []


def test_waiting_says_what_for_how_often_and_until_when(desk: Desk) -> None:
    looked = claim(valid_looks=2, last_valid_look=NOW - timedelta(minutes=1))
    until = NOW + timedelta(minutes=8)
    show(desk, attempt(Owner.LEFT_OVER, claim=looked, releasable_at=until))
    [box] = desk.boxes()
    assert box.startswith("Waiting for the outcome. Nobody knows yet whether")
    assert "Looked 2 times and not found, last today 07:02." in box
    assert "the last after today 07:11, the run is free again" in box
    looks = desk.place.look_ups.looks
    desk.press("Look now")
    assert desk.place.look_ups.looks == looks + 1


def test_waiting_can_be_ended_by_linking(desk: Desk) -> None:
    show(desk, attempt(Owner.LEFT_OVER))
    desk.press("Link existing ticket")
    assert desk.links.searched == [((1,), "")]
    desk.dialog.reject()


def test_a_colleague_at_work_is_named_and_nothing_is_offered(desk: Desk) -> None:
    show(desk, attempt(Owner.ALIVE, ClaimState.SENDING))
    assert desk.boxes() == [
        "S. Bakker is on it. S. Bakker (DESK-04), since today 07:01. "
        "The outcome appears here by itself."
    ]
    assert desk.pane_buttons() == []


def test_what_a_colleague_left_behind_is_taken_over(desk: Desk) -> None:
    show(desk, attempt(Owner.GONE))
    desk.press("Take over")
    assert desk.claims.did == [("take over", 1, 0)]
    assert desk.boxes() == []


def test_what_may_still_arrive_cannot_be_taken_over_yet(desk: Desk) -> None:
    at = NOW + timedelta(minutes=3)
    show(desk, attempt(Owner.GONE, against_take_over="too early", releasable_at=at))
    assert "it can be taken over from today 07:06" in desk.boxes()[0]
    assert desk.pane_buttons() == []


def offer(desk: Desk, **changes: object) -> None:
    desk.claims.offered = (candidate(31),)
    offered = claim(ClaimState.CLAIMED, offered=(31,))
    show(desk, attempt(Owner.LEFT_OVER, claim=offered, **changes))


def test_an_offered_ticket_is_accepted(desk: Desk) -> None:
    offer(desk)
    assert desk.boxes()[0].startswith("Is T20261119.0031 the ticket of this run?")
    desk.press("Accept")
    assert desk.claims.did == [("accept", 1, 31)]
    assert desk.place.last_told == "Ticket T20261119.0031 accepted for Customer 1 · HV01 Daily."


def test_rejecting_warns_first(desk: Desk) -> None:
    offer(desk)
    desk.press("Reject")
    assert desk.claims.did == []
    assert "makes a second ticket for the same run" in desk.place.messages.questions[0][1]
    desk.place.messages.yes[0]()
    assert desk.claims.did == [("reject", 1, 31)]


def test_an_offer_that_autotask_no_longer_shows_can_only_be_rejected(desk: Desk) -> None:
    offered = claim(ClaimState.CLAIMED, offered=(77,))
    show(desk, attempt(Owner.LEFT_OVER, claim=offered))
    assert desk.boxes() == [
        "The offered ticket 77 is gone. Autotask does not show it any more. "
        "It can only be rejected."
    ]
    assert desk.pane_buttons() == ["Reject"]


def test_offers_that_cannot_be_read_say_why_and_are_read_again(desk: Desk) -> None:
    desk.claims.trouble = Failure(Kind.DISABLED)
    offer(desk)
    assert desk.boxes()[0].startswith("A ticket waits for your decision.")
    desk.claims.trouble = None
    desk.press("Read again")
    assert desk.boxes()[0].startswith("Is T20261119.0031 the ticket of this run?")


def test_the_offer_of_a_colleague_is_decided_after_taking_over(desk: Desk) -> None:
    desk.claims.offered = (candidate(31),)
    offered = claim(ClaimState.CLAIMED, offered=(31,))
    show(desk, attempt(Owner.GONE, claim=offered, against_deciding="Take the attempt over first."))
    assert desk.pane_buttons() == ["Open", "Take over"]
    assert "Take the attempt over first." in desk.boxes()[0]


def test_a_second_ticket_names_both_and_says_what_to_do(desk: Desk) -> None:
    desk.place.runs.held[1] = run_row(1, ticket=ticket_cell())
    desk.place.presenter.list.read_again(1)
    desk.claims.seconds = (
        SecondTicket(1, Environment.SANDBOX, 55, "T2", is_ours=True, operator="S. Bakker",
                     why="found after the run was linked", seen_at=NOW),
    )  # fmt: skip
    desk.place.presenter.detail.read()
    [box] = desk.boxes()
    assert "T2 (id 55): found after the run was linked. This run has T20261122.0031." in box
    desk.press("Open")
    assert desk.place.messages.opened == ["https://autotask.example/55"]


def test_a_failed_decision_is_told_in_the_pane_and_in_the_outcome(desk: Desk) -> None:
    offer(desk)
    desk.claims.trouble = Failure(Kind.CHANGED, what="its company or title")
    desk.press("Accept")
    told = str(desk.claims.trouble)
    assert told in desk.place.last_told
    assert desk.place.tab.pane.trouble


def test_who_only_looks_sees_no_buttons_that_write(make_place: Make) -> None:
    desk = Desk(make_place(run_row(1), may=PERMISSIONS[Role.REPORTER])).open()
    offer(desk)
    assert desk.pane_buttons() == ["Open"]


def test_the_box_goes_with_its_run(desk: Desk) -> None:
    offer(desk)
    desk.place.select(2)
    assert desk.boxes() == []
