"""Heartbeats and the reader of the trail."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.database.world import HERE, THERE, event, ours, sql

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


def test_the_trail_is_read_newest_first_and_page_by_page(database: Database) -> None:
    for name in "abc":
        database.settings.save(database.settings.read(), event(operator=name, after="x"))
    first = database.audit.newest(2)
    assert [entry.event.operator for entry in first] == ["c", "b"]
    rest = database.audit.newest(10, before_id=first[-1].id)
    assert [entry.event.operator for entry in rest] == ["a", "anna"]
    assert first[0].event == event(operator="c", after="x")
    assert first[0].at >= first[1].at
