from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.tickets import ClaimState
from bcautotask_gui.sandbox import Fault, FaultKind
from tests.faults.acts import judge_tickets
from tests.faults.place import at_work
from tests.faults.waiting import look_until_decided
from tests.services.desk import result_of

if TYPE_CHECKING:
    from bcautotask_gui.app.workplace import Workplace
    from tests.faults.place import Place

WAITS = Waits(timedelta(seconds=0.5), timedelta(seconds=0.05))
# each of them is executed, and none tells the new id
LOST = (
    Fault(FaultKind.CUT, "POST", "Tickets", times=10, after=True),
    Fault(FaultKind.CUT_BODY, "POST", "Tickets", times=10),
    Fault(FaultKind.CUT_JSON, "POST", "Tickets", times=10),
    Fault(FaultKind.NO_ID, "POST", "Tickets", times=10),
    Fault(FaultKind.PAGE, "POST", "Tickets", times=10, after=True),
)
# none of them is executed, and the application cannot know
NEVER_ARRIVED = (
    Fault(FaultKind.CUT, "POST", "Tickets", times=3),
    Fault(FaultKind.PAGE, "POST", "Tickets", times=3),
    Fault(FaultKind.ERROR, "POST", "Tickets", times=3, status=500),
    Fault(FaultKind.REDIRECT, "POST", "Tickets", times=3),
)


def create_all(workplace: Workplace, runs: list[int]) -> set[ClaimState]:
    ends = set()
    for run_id in runs:
        ends.add(result_of(workplace.creating.create(workplace.drafts.draft(run_id))).state)
    return ends


def test_of_fifty_creates_whose_answer_is_lost_fifty_tickets_are_there_and_known(
    place: Place,
) -> None:
    runs = place.runs()[:50]
    for fault in LOST:
        place.server.faults.add(fault)
    with at_work(place.url, place.server.url, place.profile("desk-1"), WAITS) as workplace:
        assert create_all(workplace, runs) == {ClaimState.UNKNOWN}
        assert place.known() == {}
        look_until_decided(workplace, WAITS)
    assert place.server.faults.left == 0
    assert len(place.made()) == 50
    assert judge_tickets(place, runs) == []


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_creates_that_never_arrived_are_released_and_can_be_repeated(place: Place) -> None:
    runs = place.runs()[:12]
    for fault in NEVER_ARRIVED:
        place.server.faults.add(fault)
    with at_work(place.url, place.server.url, place.profile("desk-1"), WAITS) as workplace:
        assert create_all(workplace, runs) == {ClaimState.UNKNOWN}
        assert place.made() == {}
        look_until_decided(workplace, WAITS)
        assert place.open_claims() == []
        assert create_all(workplace, runs) == {ClaimState.CREATED}
    assert judge_tickets(place, runs) == []


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_ticket_made_long_after_the_time_out_is_found_before_the_run_is_free(
    place: Place,
) -> None:
    """The request waits in Autotask while the client gave up on it."""
    run_id = place.runs()[0]
    place.server.faults.add(Fault(FaultKind.CUT, "POST", "Tickets"))
    waits = Waits(timedelta(seconds=1.5), timedelta(seconds=0.05))
    with at_work(place.url, place.server.url, place.profile("desk-1"), waits) as workplace:
        draft = workplace.drafts.draft(run_id)
        assert create_all(workplace, [run_id]) == {ClaimState.UNKNOWN}
        for _look in range(4):
            workplace.look_ups.look()
        assert place.open_claims() != []
        place.server.tenant.add_ticket(
            draft.company_id or 0, draft.title, externalID=str(draft.marker)
        )
        look_until_decided(workplace, waits)
    assert judge_tickets(place, [run_id]) == []
