"""The second write: what we stored, told to the web application in its own columns.

It happens after our own record is committed and may fail without harm: it is noted and repeated.
Only an empty column or our own value is written over; anything else is a conflict, noted.
"""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, or_, select, update

from bcautotask_gui.database.backupchecks import TheirTable
from bcautotask_gui.database.ground import Ground, settings_in_force, storage_zone
from bcautotask_gui.database.mapping_mirror import MappingMirror
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Settings

logger = logging.getLogger(__name__)

_CHUNK = 500
_Pending = Row[Any]


class Mirror:
    """Writes what is pending; raises nothing."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._tables = ground.tables
        self._mappings = MappingMirror(ground)

    def run(self) -> int:
        """Writes pending tickets and mappings.

        Returns:
            How many are still pending.
        """
        return self.tickets() + self.mappings()

    def tickets(self) -> int:
        """Writes ids and numbers of tickets into the runs of the web application."""
        return self._each(self._tables.ticket_link, "runs", "ticket_id", self._some_tickets)

    def mappings(self) -> int:
        """Writes companies into the customers of the web application."""
        return self._each(self._tables.mapping, "customers", "company_id", self._some_mappings)

    def _each(
        self,
        table: Table,
        theirs: str,
        needed: str,
        write: Callable[[Settings, Sequence[_Pending]], bool],
    ) -> int:
        """Writes some of what is pending, and the next as long as `write` says to go on."""
        try:
            with self._ground.connections.reading() as connection:
                settings = settings_in_force(connection, self._tables)
            if self._can_write(theirs, needed):
                last = 0
                while some := self._some(table, settings, last):
                    if not write(settings, some):
                        break
                    last = some[-1].id
            with self._ground.connections.reading() as connection:
                left = _pending(table, settings).with_only_columns(func.count())
                return int(connection.execute(left).scalar_one())
        except Failure as failure:
            logger.warning("the web application's columns wait: %s", failure)
            return 1

    def _some(self, table: Table, settings: Settings, last: int) -> Sequence[_Pending]:
        """What follows after this id; what is unlinked leaves its place to what came after it."""
        chosen = _pending(table, settings).where(table.c.id > last)
        with self._ground.connections.reading() as connection:
            return connection.execute(chosen.order_by(table.c.id).limit(_CHUNK)).all()

    def _can_write(self, theirs: str, needed: str) -> bool:
        known = self._ground.theirs
        return known.has(theirs) and known[theirs].can_write(needed)

    def _some_tickets(self, settings: Settings, links: Sequence[_Pending]) -> bool:
        """One by one; the rest is left to the next act, which has to wait for it."""
        for link in links:
            self._one(self._tables.ticket_link, link, partial(self._ticket, settings, link))
        return False

    def _some_mappings(self, settings: Settings, mappings: Sequence[_Pending]) -> bool:
        """All at once; where the web application refuses one of them, each by itself."""
        write = partial(self._mappings.write, settings)
        try:
            with self._ground.connections.writing() as connection:
                write([each.id for each in mappings], connection)
        except Failure as failure:
            _raise_if_lost(failure)
            for each in mappings:
                self._one(self._tables.mapping, each, partial(write, [each.id]))
            return False
        return True

    def _one(self, table: Table, row: _Pending, write: Callable[[Connection], object]) -> None:
        try:
            with self._ground.connections.writing() as connection:
                write(connection)
        except Failure as failure:
            _raise_if_lost(failure)
            logger.warning("a row of %s could not be mirrored: %s", table.name, failure)
            with self._ground.connections.writing() as connection:
                _note(connection, table, row, failure.happened, pending=True)

    def _ticket(self, settings: Settings, link: _Pending, connection: Connection) -> None:
        """Writes one ticket, and notes what stands against it."""
        note = self._stands_against(settings, link, connection)
        _note(connection, self._tables.ticket_link, link, note, pending=False)

    def _stands_against(self, settings: Settings, link: _Pending, connection: Connection) -> str:
        runs = self._ground.theirs["runs"]
        link = self._as_it_is_now(connection, link)
        if link.unlinked_at is not None:
            return self._unlinked(connection, link)
        was_empty = self._is_empty(connection, link.run_id)
        zone = storage_zone(settings)
        created = runs.stored("ticket_created_at", link.created_at, zone)
        values = _writable(
            runs,
            ticket_id=link.ticket_id,
            ticket_number=link.number or None,
            ticket_created_at=created,
        )
        free = [or_(runs["ticket_id"].is_(None), runs["ticket_id"] == link.ticket_id)]
        if runs.has("ticket_number"):
            free.append(_is_empty_or(runs["ticket_number"], link.number))
        written = connection.execute(
            update(runs.source)
            .where(runs["id"] == link.run_id, *free)
            .values(values)
            .returning(runs["id"])
        ).first()
        if written:
            if was_empty:
                self._remember(connection, link, is_mirrored=True)
            return ""
        seen = select(runs["ticket_id"], runs["ticket_number"]).where(runs["id"] == link.run_id)
        held = connection.execute(seen).first()
        return f"conflict: the web application holds {held[1] or held[0]}" if held else "run gone"

    def _as_it_is_now(self, connection: Connection, link: _Pending) -> _Pending:
        """Somebody may have unlinked it since the pending rows were read."""
        table = self._tables.ticket_link
        chosen = select(table).where(table.c.id == link.id).with_for_update()
        return connection.execute(chosen).one()

    def _is_empty(self, connection: Connection, run_id: int) -> bool:
        runs = self._ground.theirs["runs"]
        held = select(runs["id"]).where(runs["id"] == run_id, runs["ticket_id"].is_(None))
        return connection.execute(held).first() is not None

    def _unlinked(self, connection: Connection, link: _Pending) -> str:
        """Empties what we had written; what the web application wrote itself stays."""
        runs, table = self._ground.theirs["runs"], self._tables.ticket_link
        linked_again = select(table.c.id).where(
            table.c.environment == link.environment,
            table.c.run_id == link.run_id,
            table.c.ticket_id == link.ticket_id,
            table.c.unlinked_at.is_(None),
        )
        if link.is_mirrored and connection.execute(linked_again).first() is None:
            nothing = _writable(runs, ticket_id=None, ticket_number=None, ticket_created_at=None)
            connection.execute(
                update(runs.source)
                .where(runs["id"] == link.run_id, runs["ticket_id"] == link.ticket_id)
                .values(nothing)
            )
        self._remember(connection, link, is_mirrored=False)
        return ""

    def _remember(self, connection: Connection, link: _Pending, *, is_mirrored: bool) -> None:
        table = self._tables.ticket_link
        connection.execute(
            update(table).where(table.c.id == link.id).values(is_mirrored=is_mirrored)
        )


def _pending(table: Table, settings: Settings) -> Select[Any]:
    here = table.c.environment == settings.mirrored.value
    return select(table).where(table.c.mirror_pending, here)


def _note(connection: Connection, table: Table, row: _Pending, note: str, *, pending: bool) -> None:
    noted = update(table).where(table.c.id == row.id)
    connection.execute(noted.values(mirror_pending=pending, mirror_note=note))


def _raise_if_lost(failure: Failure) -> None:
    """With the database away there is nothing to try one by one."""
    if failure.kind in (Kind.DATABASE_LOST, Kind.DATABASE_UNREACHABLE):
        raise failure


def _is_empty_or(column: ColumnElement[str], own: str) -> ColumnElement[bool]:
    return or_(column.is_(None), column == "", column == own)


def _writable(table: TheirTable, **values: object) -> dict[str, object]:
    """The values by live name, as far as the columns are there and may be changed."""
    return {table.live_name(word): each for word, each in values.items() if table.can_write(word)}
