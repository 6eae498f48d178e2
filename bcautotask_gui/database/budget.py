"""The hourly budget of calls, counted for all workstations on one database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, func, select

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.connection import CallsUsed
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment

# Autotask's own figure for a tenant, until it tells another
ALLOWED = 10_000
BULK_SHARE = 0.9
_MINUTES = 60


class CallBudget:
    """Counts our calls per minute, and what others used as far as Autotask told."""

    def __init__(self, ground: Ground) -> None:
        self._connections = ground.connections
        self._tables = ground.tables
        self._ground = ground

    def take(self, environment: Environment, *, is_bulk: bool) -> None:
        """Counts one call before it is made.

        Raises:
            Failure: BUDGET for bulk work above 90 %, for a person's act above the limit.
        """
        counts = self._tables.call_count
        with _unless_only_looking(), self._connections.writing() as connection:
            minute = _now(connection)
            known = self._used(connection, environment, minute)
            if known.used >= known.allowed * (BULK_SHARE if is_bulk else 1):
                raise Failure(Kind.BUDGET, used=known.used, allowed=known.allowed)
            statement = self._ground.insert(counts).values(
                environment=environment.value, minute=minute, calls=1
            )
            connection.execute(
                statement.on_conflict_do_update(
                    index_elements=["environment", "minute"], set_={"calls": counts.c.calls + 1}
                )
            )
            connection.execute(counts.delete().where(counts.c.minute < minute - 2 * _MINUTES))

    def settle(self, environment: Environment, used: CallsUsed) -> None:
        """Corrects the count by what Autotask said: what is not ours was used by others."""
        table = self._tables.call_budget
        with _unless_only_looking(), self._connections.writing() as connection:
            ours = self._ours(connection, environment, _now(connection))
            new = {
                "allowed": used.allowed,
                "by_others": max(0, used.used - ours),
                "settled_at": database_time(),
            }
            statement = self._ground.insert(table).values(environment=environment.value, **new)
            connection.execute(
                statement.on_conflict_do_update(index_elements=["environment"], set_=new)
            )

    def used(self, environment: Environment) -> CallsUsed:
        """The count as far as it is known."""
        with self._connections.reading() as connection:
            return self._used(connection, environment, _now(connection))

    def _used(self, connection: Connection, environment: Environment, minute: int) -> CallsUsed:
        table = self._tables.call_budget
        told = connection.execute(
            select(table).where(table.c.environment == environment.value)
        ).first()
        ours = self._ours(connection, environment, minute)
        if told is None:
            return CallsUsed(ours, ALLOWED)
        is_fresh = _minute_of(told.settled_at) > minute - _MINUTES
        return CallsUsed(ours + (told.by_others if is_fresh else 0), told.allowed)

    def _ours(self, connection: Connection, environment: Environment, minute: int) -> int:
        counts = self._tables.call_count
        chosen = select(func.coalesce(func.sum(counts.c.calls), 0)).where(
            counts.c.environment == environment.value, counts.c.minute > minute - _MINUTES
        )
        return int(connection.execute(chosen).scalar_one())


@contextmanager
def _unless_only_looking() -> Iterator[None]:
    """Who may only look cannot count; Autotask's own limit still holds for them."""
    try:
        yield
    except Failure as failure:
        if failure.kind is not Kind.DATABASE_READ_ONLY:
            raise


def _now(connection: Connection) -> int:
    """The running minute by the database's clock."""
    return _minute_of(connection.execute(select(database_time())).scalar_one())


def _minute_of(moment: datetime) -> int:
    return int(moment.timestamp() // 60)
