"""Heartbeats, the budget of calls and the reader of the trail."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.connection import CallsUsed
from bcautotask_gui.domain.errors import Failure, Kind
from tests.database.world import HERE, PRODUCTION, SANDBOX, THERE, event, ours, sql

if TYPE_CHECKING:
    from bcautotask_gui.database.engine import Database


def age(database: Database, url: str, statement: str, minutes: int) -> None:
    """Lets the past be longer ago, as the clock cannot be moved."""
    then = database.tickets.now() - timedelta(minutes=minutes)
    text = then.strftime("%Y-%m-%d %H:%M:%S.%f")
    sql(url, statement, then=text if not database.is_shared else then)


def test_an_instance_lives_as_long_as_its_heart_beats(database: Database, url: str) -> None:
    database.instances.beat(HERE, "anna")
    database.instances.beat(THERE, "bert")
    database.instances.beat(HERE, "anna")
    assert database.instances.alive(90) == {"instance-1", "instance-2"}
    late = f"UPDATE {ours(url, 'instance')} SET beat_at = :then WHERE id = 'instance-2'"
    age(database, url, late, minutes=2)
    assert database.instances.alive(90) == {"instance-1"}
    database.instances.end(HERE)
    assert database.instances.alive(90) == frozenset()
    database.instances.beat(THERE, "bert")
    assert database.instances.alive(90) == {"instance-2"}


def test_calls_are_counted_for_each_environment(database: Database) -> None:
    for _ in range(3):
        database.budget.take(PRODUCTION, is_bulk=False)
    assert database.budget.used(PRODUCTION) == CallsUsed(3, 10_000)
    assert database.budget.used(SANDBOX) == CallsUsed(0, 10_000)


def test_what_others_used_comes_from_autotask_and_ours_on_top(database: Database) -> None:
    database.budget.take(PRODUCTION, is_bulk=False)
    database.budget.settle(PRODUCTION, CallsUsed(101, 5_000))
    database.budget.take(PRODUCTION, is_bulk=False)
    assert database.budget.used(PRODUCTION) == CallsUsed(102, 5_000)
    database.budget.settle(PRODUCTION, CallsUsed(1, 5_000))
    assert database.budget.used(PRODUCTION) == CallsUsed(2, 5_000)


def test_bulk_work_leaves_a_tenth_to_people_and_people_stop_at_the_limit(
    database: Database,
) -> None:
    database.budget.settle(PRODUCTION, CallsUsed(8_999, 10_000))
    database.budget.take(PRODUCTION, is_bulk=True)
    with pytest.raises(Failure) as caught:
        database.budget.take(PRODUCTION, is_bulk=True)
    assert caught.value.kind is Kind.BUDGET
    assert "9,000 of 10,000" in caught.value.happened
    database.budget.take(PRODUCTION, is_bulk=False)
    database.budget.settle(PRODUCTION, CallsUsed(10_000, 10_000))
    with pytest.raises(Failure):
        database.budget.take(PRODUCTION, is_bulk=False)


def test_what_is_more_than_an_hour_ago_no_longer_counts(database: Database, url: str) -> None:
    database.budget.take(PRODUCTION, is_bulk=False)
    database.budget.settle(PRODUCTION, CallsUsed(10_000, 10_000))
    sql(url, f"UPDATE {ours(url, 'call_count')} SET minute = minute - 60")
    age(database, url, f"UPDATE {ours(url, 'call_budget')} SET settled_at = :then", minutes=61)
    assert database.budget.used(PRODUCTION) == CallsUsed(0, 10_000)


def test_the_trail_is_read_newest_first_and_page_by_page(database: Database) -> None:
    for name in "abc":
        database.settings.save(database.settings.read(), event(operator=name, after="x"))
    first = database.audit.newest(2)
    assert [entry.event.operator for entry in first] == ["c", "b"]
    rest = database.audit.newest(10, before_id=first[-1].id)
    assert [entry.event.operator for entry in rest] == ["a", "anna"]
    assert first[0].event == event(operator="c", after="x")
    assert first[0].at >= first[1].at
