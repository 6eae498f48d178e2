"""The trail: appended in the transaction of the act itself, read by those who may."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, Row, Select, insert, select, true

from bcautotask_gui.database.connections import at_the_end
from bcautotask_gui.database.ground import Ground
from bcautotask_gui.database.tables import Tables
from bcautotask_gui.database.telling import tell
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.audit import Act, AuditEntry, AuditEvent, AuditQuery
from bcautotask_gui.domain.audit_chain import SIGNED, ChainedEntry, Link, hash_of, signed_time
from bcautotask_gui.domain.changes import change_of

_TOLD = ("operator", "workstation", "correlation", "subject", "before", "after", "environment")
_AT_ONCE = 2_000
_BEFORE_ALL = -(2**63)


def append(connection: Connection, tables: Tables, event: AuditEvent) -> None:
    """Adds an entry on the connection of the act, so that one never stands without the other.

    All acts of all people stand in one row there, so it is written as the last of the
    transaction. With the entry the act is told to the other applications: no act can forget it.
    """
    at_the_end(connection, partial(_write, connection, tables, event))
    tell(connection, change_of(event.subject))


def _write(connection: Connection, tables: Tables, event: AuditEvent) -> None:
    """A server stamps and chains the entry itself; in a file the one writer does."""
    said = {name: getattr(event, name) for name in _TOLD}
    values = {"act": event.act.value, "session_role": "", **said}
    if connection.dialect.name == "postgresql":
        connection.execute(insert(tables.audit).values(at=database_time(), **values))
        return
    at, before = _now_and_newest(connection, tables)
    signed = [signed_time(at), *(values[name] for name in SIGNED[1:])]
    chained = {
        "id": before.id + 1,
        "previous_hash": before.hash,
        "hash": hash_of(before.hash, before.id + 1, signed),
    }
    connection.execute(insert(tables.audit).values(at=at, **values, **chained))


def _newest(connection: Connection, tables: Tables) -> Link | None:
    table = tables.audit
    chosen = select(table.c.id, table.c.hash).order_by(table.c.id.desc()).limit(1)
    row = connection.execute(chosen).first()
    return Link(row.id, row.hash or "") if row else None


def _now_and_newest(connection: Connection, tables: Tables) -> tuple[datetime, Link]:
    """In one statement: everybody else waits meanwhile."""
    table = tables.audit
    newest = select(table.c.id, table.c.hash).order_by(table.c.id.desc()).limit(1).subquery()
    now = select(database_time().label("now")).subquery()
    asked = select(now.c.now, newest.c.id, newest.c.hash).select_from(now.outerjoin(newest, true()))
    row = connection.execute(asked).one()
    return row.now, Link(row.id or 0, row.hash or "")


class AuditReader:
    """Reads the trail."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._connections = ground.connections
        self._tables = ground.tables

    def newest(
        self, limit: int, before_id: int | None = None, query: AuditQuery | None = None
    ) -> tuple[AuditEntry, ...]:
        """Entries, the newest first.

        Args:
            limit: how many at most.
            before_id: only entries older than this one, for the next page.
            query: only those that are wanted.
        """
        table = self._tables.audit
        chosen = self._chosen(query or AuditQuery()).order_by(table.c.id.desc()).limit(limit)
        if before_id is not None:
            chosen = chosen.where(table.c.id < before_id)
        with self._connections.reading() as connection:
            return tuple(map(_entry, connection.execute(chosen)))

    def operators(self) -> tuple[str, ...]:
        """Everybody who ever acted, in order of name."""
        table = self._tables.audit
        chosen = select(table.c.operator).distinct().order_by(table.c.operator)
        with self._connections.reading() as connection:
            return tuple(connection.execute(chosen).scalars())

    def of(self, subject: str) -> tuple[AuditEntry, ...]:
        """What was done to one thing, the newest first."""
        with self._connections.reading() as connection:
            return entries_of(connection, self._tables, subject)

    def head(self) -> Link | None:
        """The newest entry, as it is remembered outside; None in an empty trail."""
        with self._connections.reading() as connection:
            return _newest(connection, self._tables)

    def link(self, entry_id: int) -> Link | None:
        """One entry as it is remembered outside; None where it is not there."""
        table = self._tables.audit
        chosen = select(table.c.id, table.c.hash).where(table.c.id == entry_id)
        with self._connections.reading() as connection:
            row = connection.execute(chosen).first()
        return Link(row.id, row.hash or "") if row else None

    def chain(self) -> Iterator[tuple[ChainedEntry, ...]]:
        """All entries from the first on, some at a time, each page a moment of its own."""
        table, last = self._tables.audit, _BEFORE_ALL
        while True:
            chosen = select(table).where(table.c.id > last).order_by(table.c.id).limit(_AT_ONCE)
            with self._connections.reading() as connection:
                page = tuple(map(_chained, connection.execute(chosen)))
            if not page:
                return
            last = page[-1].id
            yield page

    def _chosen(self, query: AuditQuery) -> Select[tuple[object, ...]]:
        table = self._tables.audit
        chosen = select(table)
        if query.operator:
            chosen = chosen.where(table.c.operator == query.operator)
        if query.act is not None:
            chosen = chosen.where(table.c.act == query.act.value)
        if query.subject:
            chosen = chosen.where(self._ground.contains(table.c.subject, query.subject))
        if query.since is not None:
            chosen = chosen.where(table.c.at >= query.since)
        if query.until is not None:
            chosen = chosen.where(table.c.at < query.until)
        return chosen


def entries_of(connection: Connection, tables: Tables, subject: str) -> tuple[AuditEntry, ...]:
    """What was done to one thing, the newest first, read on a connection at hand."""
    table = tables.audit
    chosen = select(table).where(table.c.subject == subject).order_by(table.c.id.desc())
    return tuple(map(_entry, connection.execute(chosen)))


def _entry(row: Row[tuple[object, ...]]) -> AuditEntry:
    known = row._mapping
    event = AuditEvent(Act.read(known["act"]), **{name: known[name] for name in _TOLD})
    return AuditEntry(known["id"], known["at"], event, known["session_role"])


def _chained(row: Row[tuple[object, ...]]) -> ChainedEntry:
    known = row._mapping
    said = (signed_time(known["at"]), *(str(known[name]) for name in SIGNED[1:]))
    return ChainedEntry(known["id"], said, known["previous_hash"] or "", known["hash"] or "")
