"""The second write: what we stored, told to the web application in its own columns.

It happens after our own record is committed and may fail without harm: it is noted and repeated.
Only an empty column or our own value is written over; anything else is a conflict, noted.
"""

import logging
from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Table,
    and_,
    func,
    or_,
    select,
    update,
)

from bcautotask_gui.database.backupchecks import TheirTable
from bcautotask_gui.database.ground import Ground, settings_in_force, storage_zone
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

    def run(self) -> int:
        """Writes pending tickets and mappings.

        Returns:
            How many are still pending.
        """
        return self.tickets() + self.mappings()

    def tickets(self) -> int:
        """Writes ids and numbers of tickets into the runs of the web application."""
        return self._each(self._tables.ticket_link, "runs", "ticket_id", self._ticket)

    def mappings(self) -> int:
        """Writes companies into the customers of the web application."""
        return self._each(self._tables.mapping, "customers", "company_id", self._mapping)

    def _each(
        self,
        table: Table,
        theirs: str,
        needed: str,
        write: Callable[[Connection, Settings, _Pending], str],
    ) -> int:
        try:
            with self._ground.connections.reading() as connection:
                settings = settings_in_force(connection, self._tables)
                pending = connection.execute(self._pending(table, settings)).all()
            if not pending or not self._can_write(theirs, needed):
                return len(pending)
            for row in pending:
                self._one(table, row, settings, write)
            with self._ground.connections.reading() as connection:
                left = self._pending(table, settings).limit(None).order_by(None)
                counted = left.with_only_columns(func.count())
                return int(connection.execute(counted).scalar_one())
        except Failure as failure:
            logger.warning("the web application's columns wait: %s", failure)
            return 1

    def _pending(self, table: Table, settings: Settings) -> Any:
        chosen = select(table).where(
            table.c.mirror_pending, table.c.environment == settings.mirrored.value
        )
        # in this order: what is unlinked leaves its place to what was linked after it
        return chosen.order_by(table.c.id).limit(_CHUNK)

    def _can_write(self, theirs: str, needed: str) -> bool:
        known = self._ground.theirs
        return known.has(theirs) and known[theirs].can_write(needed)

    def _one(
        self,
        table: Table,
        row: _Pending,
        settings: Settings,
        write: Callable[[Connection, Settings, _Pending], str],
    ) -> None:
        try:
            with self._ground.connections.writing() as connection:
                note = write(connection, settings, row)
                self._note(connection, table, row, note, pending=False)
        except Failure as failure:
            if failure.kind in (Kind.DATABASE_LOST, Kind.DATABASE_UNREACHABLE):
                raise
            logger.warning("a row of %s could not be mirrored: %s", table.name, failure)
            with self._ground.connections.writing() as connection:
                self._note(connection, table, row, failure.happened, pending=True)

    def _note(
        self, connection: Connection, table: Table, row: _Pending, note: str, *, pending: bool
    ) -> None:
        connection.execute(
            update(table)
            .where(table.c.id == row.id)
            .values(mirror_pending=pending, mirror_note=note)
        )

    def _ticket(self, connection: Connection, settings: Settings, link: _Pending) -> str:
        """Returns what stands against it, or nothing."""
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

    def _mapping(self, connection: Connection, settings: Settings, mapping: _Pending) -> str:
        """Returns what stands against it, or nothing."""
        table, customers = self._tables.mapping, self._ground.theirs["customers"]
        synced = mapping.synced_at or mapping.changed_at
        values = _writable(
            customers,
            company_id=mapping.company_id,
            company_name=mapping.company_name or None,
            mapping_status=mapping.status,
            last_sync_at=customers.stored("last_sync_at", synced, storage_zone(settings)),
        )
        written = connection.execute(
            update(customers.source)
            .where(customers["id"] == mapping.customer_id, _is_ours_or_free(customers, mapping))
            .values(values)
            .returning(customers["id"])
        ).first()
        if written:
            ours = {"mirrored_company": mapping.company_id, "set_aside": None}
            connection.execute(update(table).where(table.c.id == mapping.id).values(ours))
            return ""
        seen = select(customers["company_id"]).where(customers["id"] == mapping.customer_id)
        held = connection.execute(seen).scalar()
        return "" if held is None else f"conflict: the web application holds {held}"


def _is_ours_or_free(customers: TheirTable, mapping: _Pending) -> ColumnElement[bool]:
    there = customers["company_id"]
    if mapping.company_id is None:
        return and_(there.is_not(None), there == mapping.mirrored_company)
    return or_(there.is_(None), there == mapping.mirrored_company, there == mapping.company_id)


def _is_empty_or(column: ColumnElement[str], own: str) -> ColumnElement[bool]:
    return or_(column.is_(None), column == "", column == own)


def _writable(table: TheirTable, **values: object) -> dict[str, object]:
    """The values by live name, as far as the columns are there and may be changed."""
    return {table.live_name(word): each for word, each in values.items() if table.can_write(word)}
