"""What is asked before each call: the gate, the budget, and Autotask itself where it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.autotask.calls import ASK_EVERY
from bcautotask_gui.domain.connection import CallsUsed
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.tickets import Ending
from bcautotask_gui.sandbox import AutotaskServer, Fault, FaultKind
from tests.autotask.world import FakeBudget, draft

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.domain.settings import Environment
    from tests.autotask.world import FakeClock

USED = "ThresholdInformation"


class FullBudget(FakeBudget):
    """Refuses until it is told that less was used."""

    def settle(self, environment: Environment, used: CallsUsed) -> None:
        super().settle(environment, used)
        self.refuse = Failure(Kind.BUDGET) if used.used >= used.allowed else None


@pytest.fixture
def budget() -> FakeBudget:
    return FullBudget()


def paths(server: AutotaskServer) -> list[str]:
    return [call.path for call in list(server.calls)]


def bulk(autotask: RestAutotask, chunks: int) -> None:
    """Reads in bulk; each chunk is a call."""
    for _ in range(chunks):
        list(autotask.companies([1, 2]))


def test_bulk_work_waits_as_long_as_the_budget_says(
    autotask: RestAutotask, budget: FakeBudget, clock: FakeClock
) -> None:
    budget.pause = 0.9
    bulk(autotask, 3)
    assert clock.waits == [0.9] * 3


def test_before_a_person_is_refused_autotask_is_asked_whether_that_is_true(
    server: AutotaskServer, autotask: RestAutotask, budget: FakeBudget
) -> None:
    budget.refuse = Failure(Kind.BUDGET)
    assert autotask.search_tickets("backup", None, None)
    assert paths(server)[-2:] == [USED, "Tickets/query"]
    assert budget.settled == [CallsUsed(1, 10_000)]


def test_what_autotask_confirms_is_refused(
    server: AutotaskServer, autotask: RestAutotask, budget: FakeBudget
) -> None:
    server.limits.use(9_999)
    budget.refuse = Failure(Kind.BUDGET)
    answer = autotask.create_ticket(draft(), lambda: True)
    assert answer.ending is Ending.NOT_SENT
    assert answer.failure and answer.failure.kind is Kind.BUDGET
    assert paths(server) == ["zoneInformation", USED]


def test_a_person_is_refused_at_once_where_autotask_is_too_busy_to_confirm_it(
    server: AutotaskServer, autotask: RestAutotask, budget: FakeBudget, clock: FakeClock
) -> None:
    server.limits.use(10_000)
    budget.refuse = Failure(Kind.BUDGET)
    with pytest.raises(Failure) as caught:
        autotask.search_tickets("backup", None, None)
    assert caught.value.kind is Kind.BUDGET
    assert clock.waits == []
    assert paths(server) == ["zoneInformation", USED]


def test_autotask_is_not_asked_at_every_refusal(
    server: AutotaskServer, autotask: RestAutotask, budget: FakeBudget, clock: FakeClock
) -> None:
    server.limits.use(9_990)
    server.tenant.threshold = 9_990
    budget.refuse = Failure(Kind.BUDGET)
    for wait in (0, 10, 20):
        clock.sleep(wait)
        with pytest.raises(Failure):
            autotask.search_tickets("backup", None, None)
    assert paths(server).count(USED) == 2


def test_a_used_up_budget_can_be_corrected_by_the_connection_test(
    autotask: RestAutotask, budget: FakeBudget
) -> None:
    budget.refuse = Failure(Kind.BUDGET)
    assert autotask.zone()
    assert autotask.calls_used().used == 1
    assert budget.refuse is None
    assert budget.counted == 1


def test_bulk_work_asks_once_in_a_hundred_calls_how_many_others_used(
    server: AutotaskServer, autotask: RestAutotask, budget: FakeBudget
) -> None:
    server.limits.use(50)
    bulk(autotask, ASK_EVERY - 1)
    assert budget.settled == []
    bulk(autotask, 1)
    assert budget.settled == [CallsUsed(50 + ASK_EVERY, 10_000)]
    assert paths(server).count(USED) == 1


def test_bulk_work_goes_on_where_that_question_fails(
    server: AutotaskServer, autotask: RestAutotask, budget: FakeBudget
) -> None:
    server.faults.add(Fault(FaultKind.ERROR, path=USED, errors=("Not now.",)))
    bulk(autotask, ASK_EVERY)
    assert budget.settled == []
    assert paths(server).count("Companies/query") == ASK_EVERY


def test_a_user_who_is_refused_by_that_question_calls_no_more(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.faults.add(Fault(FaultKind.UNAUTHORISED, path=USED))
    with pytest.raises(Failure) as caught:
        bulk(autotask, ASK_EVERY)
    assert caught.value.kind is Kind.CREDENTIALS_AGAIN
    assert autotask.is_refused
    assert paths(server)[-2:] == [USED, "zoneInformation"]


@pytest.mark.parametrize("path", ["Tickets/query", "Tickets/*"])
def test_eight_times_429_in_a_row_is_survived_by_a_read(
    server: AutotaskServer, autotask: RestAutotask, path: str
) -> None:
    server.faults.add(Fault(FaultKind.TOO_MANY, path=path, times=8))
    ticket = server.tenant.tickets()[0]["id"]
    if path == "Tickets/query":
        (chunk,) = autotask.tickets([ticket, 1])
        assert chunk[ticket]
    else:
        assert autotask.ticket(ticket).id == ticket
    assert server.faults.left == 0
