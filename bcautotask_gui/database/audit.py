"""The trail: appended in the transaction of the act itself, read by those who may."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select

from bcautotask_gui.database.connections import Connections
from bcautotask_gui.database.tables import Tables
from bcautotask_gui.database.telling import tell
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.audit import Act, AuditEvent
from bcautotask_gui.domain.changes import change_of


@dataclass(frozen=True)
class AuditEntry:
    """An entry as stored.

    Attributes:
        id: grows with each entry.
        at: the database's time, aware, UTC.
    """

    id: int
    at: datetime
    event: AuditEvent


def append(connection: Connection, tables: Tables, event: AuditEvent) -> None:
    """Adds an entry on the connection of the act, so that one never stands without the other.

    With the entry the act is told to the other applications: no act can forget it.
    """
    connection.execute(
        insert(tables.audit).values(
            at=database_time(),
            act=event.act.value,
            operator=event.operator,
            workstation=event.workstation,
            correlation=event.correlation,
            subject=event.subject,
            before=event.before,
            after=event.after,
            environment=event.environment,
        )
    )
    tell(connection, change_of(event.subject))


class AuditReader:
    """Reads the trail."""

    def __init__(self, connections: Connections, tables: Tables) -> None:
        self._connections = connections
        self._tables = tables

    def newest(self, limit: int, before_id: int | None = None) -> tuple[AuditEntry, ...]:
        """Entries, the newest first.

        Args:
            limit: how many at most.
            before_id: only entries older than this one, for the next page.
        """
        table = self._tables.audit
        chosen = select(table).order_by(table.c.id.desc()).limit(limit)
        if before_id is not None:
            chosen = chosen.where(table.c.id < before_id)
        with self._connections.reading() as connection:
            return tuple(map(_entry, connection.execute(chosen)))

    def of(self, subject: str) -> tuple[AuditEntry, ...]:
        """What was done to one thing, the newest first."""
        with self._connections.reading() as connection:
            return entries_of(connection, self._tables, subject)


def entries_of(connection: Connection, tables: Tables, subject: str) -> tuple[AuditEntry, ...]:
    """What was done to one thing, the newest first, read on a connection at hand."""
    table = tables.audit
    chosen = select(table).where(table.c.subject == subject).order_by(table.c.id.desc())
    return tuple(map(_entry, connection.execute(chosen)))


def _entry(row: Row[tuple[object, ...]]) -> AuditEntry:
    known = row._mapping
    names = ("operator", "workstation", "correlation", "subject", "before", "after", "environment")
    event = AuditEvent(Act(known["act"]), **{name: known[name] for name in names})
    return AuditEntry(known["id"], known["at"], event)
