"""The counts of calls that all workstations on one database share, minute by minute."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.connection import CallsUsed
from bcautotask_gui.domain.settings import Environment

# Autotask's own figure for a tenant, until it tells another
ALLOWED = 10_000
_MINUTES = 60


@dataclass(frozen=True)
class Grant:
    """A block of calls that was counted before they are made.

    Attributes:
        minute: under which it is counted.
        calls: how many.
        known: the count of all workstations, this block included.
    """

    minute: int
    calls: int
    known: CallsUsed


class CallCounts:
    """Our calls per minute, and what others used as far as Autotask told."""

    def __init__(self, ground: Ground) -> None:
        self._connections = ground.connections
        self._tables = ground.tables
        self._ground = ground

    def grant(self, environment: Environment, most: int, owed: int) -> Grant:
        """Counts a block in advance, less of it where the hour has less left.

        Args:
            environment: whose calls.
            most: calls in the block.
            owed: calls that were made and not counted yet.

        Raises:
            Failure: what kept the database from counting.
        """
        counts = self._tables.call_count
        with self._connections.writing() as connection:
            minute = _now(connection)
            before = self._used(connection, environment, minute)
            calls = max(0, min(most, before.allowed - before.used - owed))
            if calls + owed:
                self._add(connection, environment, minute, calls + owed)
            connection.execute(counts.delete().where(counts.c.minute < minute - 2 * _MINUTES))
        return Grant(minute, calls, CallsUsed(before.used + owed + calls, before.allowed))

    def take_back(self, environment: Environment, minute: int, calls: int) -> None:
        """Takes calls off a count that were granted there and not made.

        Raises:
            Failure: what kept the database from counting.
        """
        with self._connections.writing() as connection:
            self._add(connection, environment, minute, -calls)

    def settle(self, environment: Environment, used: CallsUsed, not_made: int) -> None:
        """Keeps what Autotask said; what is not ours was used by others.

        Where Autotask says less than we counted, as after a crash, the difference is below 0.

        Args:
            environment: whose calls.
            used: Autotask's count.
            not_made: how many of our counted calls are not made.

        Raises:
            Failure: what kept the database from storing it.
        """
        table = self._tables.call_budget
        with self._connections.writing() as connection:
            ours = self._ours(connection, environment, _now(connection)) - not_made
            new = {
                "allowed": used.allowed,
                "by_others": used.used - ours,
                "settled_at": database_time(),
            }
            statement = self._ground.insert(table).values(environment=environment.value, **new)
            connection.execute(
                statement.on_conflict_do_update(index_elements=["environment"], set_=new)
            )

    def used(self, environment: Environment) -> CallsUsed:
        """The count of all workstations, granted blocks included.

        Raises:
            Failure: what kept the database from answering.
        """
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
        return CallsUsed(max(0, ours + (told.by_others if is_fresh else 0)), told.allowed)

    def _ours(self, connection: Connection, environment: Environment, minute: int) -> int:
        counts = self._tables.call_count
        chosen = select(func.coalesce(func.sum(counts.c.calls), 0)).where(
            counts.c.environment == environment.value, counts.c.minute > minute - _MINUTES
        )
        return int(connection.execute(chosen).scalar_one())

    def _add(
        self, connection: Connection, environment: Environment, minute: int, calls: int
    ) -> None:
        counts = self._tables.call_count
        statement = self._ground.insert(counts).values(
            environment=environment.value, minute=minute, calls=calls
        )
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["environment", "minute"], set_={"calls": counts.c.calls + calls}
            )
        )


def _now(connection: Connection) -> int:
    """The running minute by the database's clock."""
    return _minute_of(connection.execute(select(database_time())).scalar_one())


def _minute_of(moment: datetime) -> int:
    return int(moment.timestamp() // 60)
