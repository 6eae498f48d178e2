from __future__ import annotations

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.services.restore_guard import RestoreGuard
from tests.services.fakes import FakeClock, FakeMemory, FakeTickets
from tests.services.world import World


def guard(*, remembered: int) -> tuple[RestoreGuard, FakeMemory, FakeClock]:
    """A guard over an empty database, for a profile that remembers a claim."""
    clock, memory = FakeClock(), FakeMemory()
    memory.remember_sending(remembered)
    return RestoreGuard(FakeTickets(clock), memory), memory, clock


def test_a_database_that_holds_what_is_remembered_refuses_nothing() -> None:
    made, memory, _clock = guard(remembered=0)
    made.refuse()
    assert not made.notice() and memory.restored_at() is None


def test_a_database_that_holds_less_is_noticed_once_and_refuses_for_ten_minutes() -> None:
    made, _memory, clock = guard(remembered=7)
    with pytest.raises(Failure) as caught:
        made.refuse()
    assert caught.value.kind is Kind.RESTORED
    assert not made.notice()
    clock.sleep(601)
    made.refuse()


def test_what_a_colleague_sent_is_remembered_as_well() -> None:
    world = World()
    world.create()
    memory = FakeMemory()
    colleague = RestoreGuard(world.tickets, memory)
    assert not colleague.notice()
    assert memory.last_sending() == 1
    world.tickets.claims.clear()
    assert colleague.notice()


def test_of_two_creates_at_once_the_newer_claim_is_remembered() -> None:
    made, memory, _clock = guard(remembered=7)
    made.remember(6)
    assert memory.last_sending() == 7
    made.remember(8)
    assert memory.last_sending() == 8
