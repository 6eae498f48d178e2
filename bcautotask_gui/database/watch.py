"""Hears of changes that others commit: a server tells them at once, a file is looked at."""

from threading import Event
from time import monotonic
from typing import Any

from sqlalchemy import func, select

from bcautotask_gui.database.connections import Connections
from bcautotask_gui.database.tables import Tables
from bcautotask_gui.database.telling import CHANNEL, heard
from bcautotask_gui.domain.changes import Change, ChangeKind, change_of
from bcautotask_gui.domain.errors import Failure

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
"""Seconds between two attempts to come back to a database that is away."""
_SLICE = 0.25
"""How soon whoever listens to a server notices that the application ends, in seconds."""


class Watch:
    """One connection of its own, outside the pool, that is made anew when it is lost.

    Subclasses say `_begin` and `_changes`.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._woken = Event()
        self._line: Any = None
        self._failure: Failure | None = None
        self._pause = FIRST_PAUSE
        self._again_at = 0.0

    def wait_for_changes(self, timeout_s: float) -> tuple[Change, ...]:
        """What others changed since the last call; waits for the first of them.

        Args:
            timeout_s: how long at most; making a connection may take longer.

        Returns:
            EVERYTHING after a time in which nobody listened.

        Raises:
            Failure: why the database does not answer; it is tried again by later calls.
        """
        if self._failure is not None and not self._is_time(self._failure, timeout_s):
            raise self._failure.with_traceback(None)
        try:
            if self._line is None:
                return self._come_back()
            return self._changes(timeout_s)
        except self._connections.driver_error as error:
            failure = self._connections.failure_of(error)
            self._lose(failure)
            raise failure from error
        except Failure as failure:
            self._lose(failure)
            raise

    def wake(self) -> None:
        """Ends the wait, from any thread, and every later one at once."""
        self._woken.set()

    def close(self) -> None:
        """Gives the connection back to the system; nobody may be waiting."""
        self.wake()
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def _is_time(self, failure: Failure, timeout_s: float) -> bool:
        """Waits no longer than asked; whether the next attempt is due."""
        self._woken.wait(min(max(self._again_at - monotonic(), 0.0), timeout_s))
        return monotonic() >= self._again_at

    def _come_back(self) -> tuple[Change, ...]:
        line = self._connections.apart()
        try:
            self._begin(line)
        except BaseException:
            line.close()
            raise
        was_away, self._failure = self._failure is not None, None
        self._line, self._pause = line, FIRST_PAUSE
        return (Change(ChangeKind.EVERYTHING),) if was_away else ()

    def _lose(self, failure: Failure) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.close()
        self._failure = failure
        self._again_at = monotonic() + self._pause
        self._pause = min(self._pause * 2, LONGEST_PAUSE)

    def _begin(self, line: Any) -> None:
        raise NotImplementedError

    def _changes(self, timeout_s: float) -> tuple[Change, ...]:
        raise NotImplementedError


class ServerWatch(Watch):
    """Listens; the server delivers within a millisecond of the commit."""

    def _begin(self, line: Any) -> None:
        line.autocommit = True
        line.execute(f"LISTEN {CHANNEL}")

    def _changes(self, timeout_s: float) -> tuple[Change, ...]:
        until = monotonic() + timeout_s
        told: list[Change] = []
        while not told and not self._woken.is_set():
            left = max(until - monotonic(), 0.0)
            for message in self._line.notifies(timeout=min(left, _SLICE), stop_after=1):
                change = heard(message.payload, self._connections.origin)
                if change is not None:
                    told.append(change)
            if monotonic() >= until:
                break
        return tuple(told)


class FileWatch(Watch):
    """Looks whether anybody else committed, then reads in the trail what it was.

    Connections of this application count as others too: what it did itself is seen once more.
    """

    def __init__(self, connections: Connections, tables: Tables) -> None:
        super().__init__(connections)
        self._audit = tables.audit
        self._version = 0
        self._entry = 0

    def _begin(self, line: Any) -> None:
        self._version = _version(line)
        with self._connections.reading() as connection:
            newest = connection.execute(select(func.max(self._audit.c.id))).scalar()
        self._entry = newest or 0

    def _changes(self, timeout_s: float) -> tuple[Change, ...]:
        self._woken.wait(timeout_s)
        version = _version(self._line)
        if version == self._version:
            return ()
        changes = (*self._in_the_trail(), Change(ChangeKind.VIEW))
        self._version = version  # only now: what could not be read is looked at again
        return changes

    def _in_the_trail(self) -> tuple[Change, ...]:
        table = self._audit
        chosen = (
            select(table.c.id, table.c.subject).where(table.c.id > self._entry).order_by(table.c.id)
        )
        with self._connections.reading() as connection:
            entries = connection.execute(chosen).all()
        if entries:
            self._entry = entries[-1].id
        return tuple(change_of(entry.subject) for entry in entries)


def _version(line: Any) -> int:
    """Another number whenever another connection has committed."""
    return int(line.execute("PRAGMA data_version").fetchone()[0])


def watch_of(connections: Connections, tables: Tables) -> Watch:
    """The way of this database's engine."""
    if connections.dialect == "postgresql":
        return ServerWatch(connections)
    return FileWatch(connections, tables)
