from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_states import TicketSight, WatchedTicket
from bcautotask_gui.domain.tickets import Ticket
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.ticket_states import StatesSummary, TicketStateService
from tests.services.desk import result_of
from tests.services.fakes import MORNING
from tests.services.world import World


class Tenant:
    """Tickets in chunks of three; asks the gate before each chunk."""

    def __init__(self) -> None:
        self.here: dict[int, Ticket] = {}
        self.log: set[int] | None = set()
        self.with_time: set[int] = set()
        self.calls: list[str] = []
        self.gate: Any = lambda: None
        self.sees_time = True
        self.fails_at: str = ""

    def tickets(self, ids: Sequence[int]) -> Iterator[Mapping[int, Ticket | None]]:
        for start in range(0, len(ids), 3):
            self._call("tickets")
            yield {each: self.here.get(each) for each in ids[start : start + 3]}

    def ticket(self, ticket_id: int) -> Ticket:
        self._call(f"ticket {ticket_id}")
        if ticket_id not in self.here:
            raise Failure(Kind.ABSENT, what="ticket", id=ticket_id)
        return self.here[ticket_id]

    def any_ticket(self) -> int | None:
        return min(self.here, default=None)

    def with_time_entries(self, ticket_ids: Sequence[int]) -> frozenset[int]:
        self._call("time")
        if not self.sees_time:
            raise Failure(Kind.PERMISSION, text="query time entries")
        return frozenset(self.with_time & set(ticket_ids))

    def deleted_tickets(self, ticket_ids: Sequence[int]) -> frozenset[int] | None:
        self._call("log")
        return None if self.log is None else frozenset(self.log & set(ticket_ids))

    def _call(self, name: str) -> None:
        self.gate()
        self.calls.append(name)
        if self.fails_at and self.calls.count(name) == 2 and name == self.fails_at:
            raise Failure(Kind.BUDGET, used=9_100, allowed=10_000)


class FakeStates:
    def __init__(self) -> None:
        self.known: list[WatchedTicket] = []
        self.asked: list[Collection[int]] = []
        self.sights: dict[int, TicketSight] = {}
        self.deleted: set[int] = set()

    def watched(
        self, environment: Environment, run_ids: Collection[int]
    ) -> tuple[WatchedTicket, ...]:
        self.asked.append(run_ids)
        return tuple(self.known)

    def keep(
        self, environment: Environment, seen: Sequence[TicketSight], deleted: Collection[int]
    ) -> None:
        self.sights |= {each.ticket.id: each for each in seen}
        self.deleted |= set(deleted)


class Scene:
    def __init__(self) -> None:
        self.world = World()
        self.tenant = Tenant()
        self.store = FakeStates()

        def build(_connection: Any, gate: Any) -> Any:
            self.tenant.gate = gate
            return self.tenant

        access = AutotaskAccess(self.world.settings, self.world.keeper, build)
        store: Any = self.store
        self.service = TicketStateService(store, self.world.settings, access)

    def add(self, ticket_id: int, *, known: bool = True, **more: Any) -> None:
        number = f"T20261123.{ticket_id:04}"
        self.tenant.here[ticket_id] = Ticket(ticket_id, number, "a title", 1, 1)
        if known:
            self.know(ticket_id, **more)

    def know(self, ticket_id: int, **more: Any) -> None:
        number = f"T20261123.{ticket_id:04}"
        self.store.known.append(replace(WatchedTicket(ticket_id, number, is_read=True), **more))

    def complete(self, ticket_id: int) -> None:
        done = replace(self.tenant.here[ticket_id], status=5, completed_at=MORNING)
        self.tenant.here[ticket_id] = done

    def refresh(self, *visible: int) -> StatesSummary:
        return result_of(self.service.refresh(visible))


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_completed_reopened_and_deleted_are_told_apart(scene: Scene) -> None:
    scene.add(1)
    scene.complete(1)
    scene.add(2, is_complete=True)
    scene.know(3)
    scene.tenant.log = {3}
    scene.add(4, is_deleted=True)
    assert scene.refresh() == StatesSummary(read=3, completed=1, reopened=1, deleted=1, back=1)
    assert scene.store.deleted == {3}
    assert scene.store.sights[1].status_label == "Complete"


def test_the_runs_in_sight_are_asked_for_first(scene: Scene) -> None:
    scene.refresh(7, 8)
    assert scene.store.asked == [(7, 8)]


def test_progress_counts_tickets_and_each_chunk_is_kept(scene: Scene) -> None:
    for ticket_id in range(1, 6):
        scene.add(ticket_id)
    told = list(scene.service.refresh())
    assert told == [Progress(done, 5, "Ticket states") for done in (0, 3, 5)]
    assert set(scene.store.sights) == {1, 2, 3, 4, 5}


def test_stopping_keeps_what_was_read(scene: Scene) -> None:
    for ticket_id in range(1, 6):
        scene.add(ticket_id)
    steps = scene.service.refresh()
    next(steps)
    next(steps)
    steps.close()
    assert set(scene.store.sights) == {1, 2, 3}


def test_time_entries_of_open_tickets_cost_one_call_a_chunk(scene: Scene) -> None:
    for ticket_id in (1, 2, 3):
        scene.add(ticket_id)
    scene.complete(3)
    scene.tenant.with_time = {2, 3}
    scene.refresh()
    known = {each: scene.store.sights[each].has_time_entries for each in (1, 2, 3)}
    assert known == {1: False, 2: True, 3: None}
    assert scene.tenant.calls == ["tickets", "time"]


def test_who_may_not_see_time_entries_learns_the_rest(scene: Scene) -> None:
    scene.add(1)
    scene.tenant.sees_time = False
    assert scene.refresh().read == 1
    assert scene.store.sights[1].has_time_entries is None


def test_an_absent_ticket_that_the_log_does_not_name_is_not_called_deleted(scene: Scene) -> None:
    scene.add(1)
    scene.know(2)
    assert scene.refresh().unseen == 1
    assert scene.store.deleted == set()


def test_without_a_log_a_ticket_is_deleted_once_it_was_asked_for_twice(scene: Scene) -> None:
    scene.tenant.log = None
    scene.add(1)
    scene.know(2)
    assert scene.refresh().deleted == 1
    assert scene.store.deleted == {2}
    assert scene.tenant.calls.count("ticket 2") == 2


def test_without_a_log_and_without_any_visible_ticket_nothing_is_deleted(scene: Scene) -> None:
    scene.tenant.log = None
    scene.know(2)
    assert scene.refresh().unseen == 1
    assert scene.store.deleted == set()


def test_so_many_absent_at_once_look_like_a_lost_right(scene: Scene) -> None:
    scene.tenant.log = None
    scene.tenant.tickets = lambda ids: iter([{each: None for each in ids}])  # type: ignore[method-assign]
    for ticket_id in range(5):
        scene.know(ticket_id)
    with pytest.raises(Failure) as caught:
        scene.refresh()
    assert caught.value.kind is Kind.MANY_TICKETS_ABSENT
    assert scene.store.deleted == set()


def test_another_ticket_under_the_same_id_is_not_taken_over(scene: Scene) -> None:
    scene.add(1, number="T20200101.0001")
    assert scene.refresh() == StatesSummary(read=1, other=1)
    assert scene.store.sights == {}


def test_an_exhausted_budget_keeps_what_was_read_and_is_told(scene: Scene) -> None:
    for ticket_id in range(1, 6):
        scene.add(ticket_id)
    scene.tenant.fails_at = "tickets"
    with pytest.raises(Failure) as caught:
        scene.refresh()
    assert caught.value.kind is Kind.BUDGET
    assert set(scene.store.sights) == {1, 2, 3}


def test_switched_off_between_two_chunks_means_stop(scene: Scene) -> None:
    for ticket_id in range(1, 6):
        scene.add(ticket_id)
    steps = scene.service.refresh()
    next(steps)
    next(steps)
    scene.world.rename_setting(enabled=False)
    with pytest.raises(Failure) as caught:
        next(steps)
    assert caught.value.kind is Kind.DISABLED
    assert scene.tenant.calls.count("tickets") == 1


def test_with_the_integration_off_not_one_call_is_made(scene: Scene) -> None:
    scene.add(1)
    scene.world.rename_setting(enabled=False)
    with pytest.raises(Failure) as caught:
        scene.refresh()
    assert caught.value.kind is Kind.DISABLED
    assert scene.tenant.calls == []
