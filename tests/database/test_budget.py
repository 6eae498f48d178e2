"""The hourly budget of calls: leased in blocks, shared by all, true on the status bar."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from datetime import timedelta
from threading import Barrier, Thread
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import Engine, event

from bcautotask_gui.database.budget import BLOCK, LEASE_SECONDS, SILENT_SECONDS, CallBudget
from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.connection import CallsUsed
from bcautotask_gui.domain.errors import Failure, Kind
from tests.autotask.world import FakeClock
from tests.database.world import PRODUCTION, SANDBOX, ours, sql
from tests.support.postgres import libpq

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from bcautotask_gui.database.engine import Database

    Silence = Callable[[], Any]


@pytest.fixture
def url(make_url: Callable[[str, Callable[[str], None]], str]) -> str:
    """Our tables alone."""
    return make_url("ours", lambda url: open_database(url, may_migrate=True).close())


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def budget(database: Database, clock: FakeClock) -> CallBudget:
    """The budget of one workstation."""
    return CallBudget(database._ground, clock)


@pytest.fixture
def other(database: Database, clock: FakeClock) -> CallBudget:
    """The budget of another workstation on the same database."""
    return CallBudget(database._ground, clock)


def act(budget: CallBudget, calls: int = 1) -> None:
    """Calls of a person."""
    for _ in range(calls):
        assert budget.take(PRODUCTION, is_bulk=False) == 0.0


def counted(url: str) -> int:
    """What the shared row holds, blocks included."""
    return int(sql(url, f"SELECT coalesce(sum(calls), 0) FROM {ours(url, 'call_count')}")[0][0])


def refused(budget: CallBudget, *, is_bulk: bool) -> Failure:
    with pytest.raises(Failure) as caught:
        budget.take(PRODUCTION, is_bulk=is_bulk)
    assert caught.value.kind is Kind.BUDGET
    return caught.value


# what is leased and what is shown --------------------------------------------------------------


def test_25_calls_cost_one_visit_to_the_database(budget: CallBudget, url: str) -> None:
    act(budget)
    assert counted(url) == BLOCK
    act(budget, BLOCK - 1)
    assert counted(url) == BLOCK
    act(budget)
    assert counted(url) == 2 * BLOCK


def test_shown_are_the_calls_made_and_not_the_calls_leased(budget: CallBudget) -> None:
    for calls in range(1, 2 * BLOCK + 2):
        act(budget)
        assert budget.used(PRODUCTION) == CallsUsed(calls, 10_000)


def test_calls_are_counted_for_each_environment(budget: CallBudget) -> None:
    act(budget, 3)
    assert budget.used(SANDBOX) == CallsUsed(0, 10_000)


def test_what_was_leased_and_not_used_goes_back_after_a_minute(
    budget: CallBudget, other: CallBudget, clock: FakeClock
) -> None:
    act(budget, 3)
    assert other.used(PRODUCTION).used == BLOCK
    clock.sleep(LEASE_SECONDS)
    assert budget.used(PRODUCTION).used == 3
    assert other.used(PRODUCTION).used == 3


def test_a_lease_that_is_old_is_given_back_for_a_new_one(
    budget: CallBudget, clock: FakeClock, url: str
) -> None:
    act(budget, 3)
    clock.sleep(LEASE_SECONDS)
    act(budget)
    assert counted(url) == 3 + BLOCK
    assert budget.used(PRODUCTION).used == 4


def test_a_restart_forgets_no_call(url: str, opened: Callable[..., Database]) -> None:
    before = opened(url)
    act(before.budget, 30)
    before.close()
    assert counted(url) == 30
    after = opened(url)
    act(after.budget)
    assert after.budget.used(PRODUCTION).used == 31


def test_what_a_crash_left_leased_counts_until_autotask_tells_better(
    budget: CallBudget, other: CallBudget
) -> None:
    act(other, 3)  # and never comes back
    act(budget)
    assert budget.used(PRODUCTION).used == BLOCK + 1
    budget.settle(PRODUCTION, CallsUsed(5, 10_000))
    assert budget.used(PRODUCTION).used == 5
    act(budget)
    assert budget.used(PRODUCTION).used == 6


def test_what_is_more_than_an_hour_ago_no_longer_counts(
    budget: CallBudget, other: CallBudget, database: Database, url: str
) -> None:
    act(budget)
    budget.settle(PRODUCTION, CallsUsed(10_000, 10_000))
    budget.close()
    sql(url, f"UPDATE {ours(url, 'call_count')} SET minute = minute - 60")
    then = database.tickets.now() - timedelta(minutes=61)
    at = then if database.is_shared else then.strftime("%Y-%m-%d %H:%M:%S.%f")
    sql(url, f"UPDATE {ours(url, 'call_budget')} SET settled_at = :then", then=at)
    assert other.used(PRODUCTION) == CallsUsed(0, 10_000)


def test_many_threads_of_two_workstations_lose_no_call(
    budget: CallBudget, other: CallBudget, url: str
) -> None:
    start = Barrier(8)

    def call(one: CallBudget) -> None:
        start.wait(60)
        act(one, 40)

    threads = [Thread(target=call, args=(one,)) for one in (budget, other) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    for one in (budget, other):
        one.close()
    assert counted(url) == 8 * 40


# what autotask tells ---------------------------------------------------------------------------


def test_what_others_used_comes_from_autotask_and_ours_on_top(budget: CallBudget) -> None:
    act(budget)
    budget.settle(PRODUCTION, CallsUsed(101, 5_000))
    assert budget.used(PRODUCTION) == CallsUsed(101, 5_000)
    act(budget)
    assert budget.used(PRODUCTION) == CallsUsed(102, 5_000)


def test_what_one_workstation_is_told_all_know(budget: CallBudget, other: CallBudget) -> None:
    act(budget)
    budget.settle(PRODUCTION, CallsUsed(9_500, 10_000))
    refused(other, is_bulk=True)
    budget.close()
    assert other.used(PRODUCTION).used == 9_500


def test_asking_how_many_were_used_is_never_refused_and_counts(budget: CallBudget) -> None:
    budget.settle(PRODUCTION, CallsUsed(10_000, 10_000))
    refused(budget, is_bulk=False)
    budget.count(PRODUCTION)
    budget.count(PRODUCTION)
    assert budget.used(PRODUCTION).used == 10_002
    budget.settle(PRODUCTION, CallsUsed(700, 10_000))
    act(budget)
    assert budget.used(PRODUCTION).used == 701


# who may still call ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("used", "allowed", "pause"),
    [(4_999, 10_000, 0.0), (5_000, 10_000, 0.9), (8_999, 10_000, 0.9), (30, 50, 5.0)],
)
def test_bulk_work_slows_down_from_half_on_and_people_never(
    budget: CallBudget, used: int, allowed: int, pause: float
) -> None:
    budget.settle(PRODUCTION, CallsUsed(used, allowed))
    assert budget.take(PRODUCTION, is_bulk=True) == pytest.approx(pause)
    assert budget.take(PRODUCTION, is_bulk=False) == 0.0


def test_bulk_work_at_its_pace_does_not_use_up_its_share_within_the_hour(
    budget: CallBudget,
) -> None:
    budget.settle(PRODUCTION, CallsUsed(5_000, 10_000))
    pause = budget.take(PRODUCTION, is_bulk=True)
    assert 5_000 + 3600 / pause <= 9_000 + 1e-6


def test_bulk_work_leaves_a_tenth_to_people_and_people_stop_at_the_limit(
    budget: CallBudget,
) -> None:
    budget.settle(PRODUCTION, CallsUsed(8_999, 10_000))
    budget.take(PRODUCTION, is_bulk=True)
    assert "9,000 of 10,000" in refused(budget, is_bulk=True).happened
    act(budget)
    budget.settle(PRODUCTION, CallsUsed(9_998, 10_000))
    act(budget, 2)
    refused(budget, is_bulk=False)


def test_a_block_holds_no_more_than_the_hour_has_left(
    budget: CallBudget, other: CallBudget
) -> None:
    budget.settle(PRODUCTION, CallsUsed(9_990, 10_000))
    act(budget)
    assert other.used(PRODUCTION).used == 10_000
    act(budget, 9)
    refused(budget, is_bulk=False)


# a database that is silent ---------------------------------------------------------------------


@pytest.fixture
def silence(url: str, engine: str) -> Iterator[Silence]:
    """Makes the database answer nobody for as long as the block lasts."""
    if engine == "postgresql":
        yield lambda: _locked_out(url)
        return

    def hurry(driver: sqlite3.Connection, _record: object) -> None:
        driver.execute("PRAGMA busy_timeout = 20")

    event.listen(Engine, "connect", hurry)
    yield lambda: _held(url.removeprefix("sqlite:///"))
    event.remove(Engine, "connect", hurry)


@contextmanager
def _held(path: str) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def _locked_out(url: str) -> Iterator[None]:
    name = url.partition("@/")[2].partition("?")[0]
    server = libpq(url).replace(f"/{name}?", "/postgres?")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
        yield
        connection.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')


def test_a_silent_database_stops_nobody_and_its_calls_are_counted_later(
    silence: Silence, url: str, opened: Callable[..., Database], clock: FakeClock
) -> None:
    budget = CallBudget(opened(url)._ground, clock)
    act(budget, BLOCK)
    with silence():
        act(budget, 30)
    clock.sleep(SILENT_SECONDS)
    act(budget)
    assert budget.used(PRODUCTION).used == BLOCK + 31
    budget.close()
    assert counted(url) == BLOCK + 31


def test_what_was_leased_before_the_silence_is_used_in_it(
    silence: Silence, url: str, opened: Callable[..., Database], clock: FakeClock
) -> None:
    budget = CallBudget(opened(url)._ground, clock)
    act(budget, 5)
    with silence():
        clock.sleep(LEASE_SECONDS)
        act(budget, 20)
    clock.sleep(SILENT_SECONDS)
    act(budget)
    assert budget.used(PRODUCTION).used == 26


def test_in_silence_bulk_work_goes_slowly_and_still_stops_at_nine_tenths(
    silence: Silence, url: str, opened: Callable[..., Database], clock: FakeClock
) -> None:
    budget = CallBudget(opened(url)._ground, clock)
    act(budget)
    budget.settle(PRODUCTION, CallsUsed(100, 200))
    act(budget, BLOCK - 1)
    budget.settle(PRODUCTION, CallsUsed(90, 200))
    with silence():
        assert budget.take(PRODUCTION, is_bulk=True) > 0.0
        act(budget, 89)
        refused(budget, is_bulk=True)
        act(budget)
