"""Saving what was learnt about mappings, each only if it is still as it was read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, update

from bcautotask_gui.database.audit import append
from bcautotask_gui.database.ground import Ground
from bcautotask_gui.database.mapping_rows import changed_by, in_environment, row_of
from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.customers import MappingChange


class MappingChanges:
    """Each method is the inside of one transaction."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._table = ground.tables.mapping

    def stamp(
        self,
        connection: Connection,
        mappings: Sequence[CompanyMapping],
        at: datetime,
        event: AuditEvent,
    ) -> int:
        """Stamps mappings of which Autotask told nothing new, those of one version at once.

        Returns:
            How many were still as they were; what two customers claim a person decides.
        """
        by_version: dict[int, list[CompanyMapping]] = {}
        for each in mappings:
            if not each.claimants:
                by_version.setdefault(each.version, []).append(each)
        theirs = [replace(each, synced_at=at) for each in by_version.pop(0, ())]
        stamped = self._take_in(connection, theirs, event)
        for version, some in sorted(by_version.items()):
            stamped += self._stamp(connection, version, some, at)
        append(connection, self._ground.tables, event)
        return stamped

    def _stamp(
        self, connection: Connection, version: int, mappings: Sequence[CompanyMapping], at: datetime
    ) -> int:
        """A version tells a mapping from every other that its customer ever had."""
        table = self._table
        customers = [each.customer_id for each in mappings]
        statement = update(table).where(
            *in_environment(table, mappings[0].environment),
            self._ground.among(table.c.customer_id, customers),
            table.c.version == version,
        )
        return connection.execute(statement.values(synced_at=at)).rowcount

    def change(self, connection: Connection, changes: Sequence[MappingChange]) -> frozenset[int]:
        """Saves mappings, each with its own entry and only if it is still as before.

        Returns:
            The customers whose mapping was saved.
        """
        saved = set()
        for each in changes:
            if self._save_one(connection, each.before, each.after, each.event):
                saved.add(each.before.customer_id)
                append(connection, self._ground.tables, each.event)
        return frozenset(saved)

    def _save_one(
        self,
        connection: Connection,
        old: CompanyMapping,
        new: CompanyMapping,
        event: AuditEvent,
    ) -> bool:
        if old.claimants:
            return False  # a person decides whose company it is
        if old.version == 0:
            return self._take_in(connection, [new], event) == 1
        table = self._table
        statement = (
            update(table)
            .where(
                *in_environment(table, old.environment),
                table.c.customer_id == old.customer_id,
                table.c.version == old.version,
                table.c.company_id == old.company_id,
            )
            .values(**_told_of(new), version=new.version, **changed_by(event))
            .returning(table.c.id)
        )
        return connection.execute(statement).first() is not None

    def _take_in(
        self, connection: Connection, mappings: Sequence[CompanyMapping], event: AuditEvent
    ) -> int:
        """What the web application mapped is kept here once Autotask was asked about it."""
        if not mappings:
            return 0
        rows = [
            row_of(
                each.environment,
                each.customer_id,
                {**_told_of(each), "version": max(1, each.version)},
            )
            for each in mappings
        ]
        statement = self._ground.insert(self._table).values(changed_by(event))
        kept = statement.on_conflict_do_nothing().returning(self._table.c.id)
        return len(connection.execute(kept, rows).all())


def _told_of(mapping: CompanyMapping) -> dict[str, Any]:
    """What Autotask told, as it is stored."""
    return {
        "company_id": mapping.company_id,
        "company_name": mapping.company_name,
        "status": mapping.status.value,
        "former_name": mapping.former_name,
        "invalid_because": mapping.invalid_because,
        "synced_at": mapping.synced_at,
    }
