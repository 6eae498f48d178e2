"""The second write of mappings: many at once, each only over an empty column or our own value."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Row,
    and_,
    bindparam,
    or_,
    select,
    update,
)

from bcautotask_gui.database.backupchecks import TheirTable
from bcautotask_gui.database.ground import Ground, storage_zone
from bcautotask_gui.domain.settings import Settings

_Pending = Row[Any]
_NAMES = ("company_id", "company_name", "mapping_status", "last_sync_at")


class MappingMirror:
    """Writes our companies into the customers of the web application."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._table = ground.tables.mapping

    def write(self, settings: Settings, ids: Sequence[int], connection: Connection) -> None:
        """Writes pending mappings inside of one transaction, and notes what stands against some.

        A mapping that somebody changes at this moment stays pending.

        Args:
            settings: in force.
            ids: of the mappings.
            connection: writes.
        """
        pending = self._still_pending(connection, ids)
        if not pending:
            return
        customers = [each.customer_id for each in pending]
        before = self._held(connection, customers)
        self._update(connection, settings, pending)
        after = self._held(connection, customers)
        written = [each for each in pending if _is_written(each, before, after)]
        self._remember(connection, written)
        self._settle(connection, pending, after)

    def _still_pending(self, connection: Connection, ids: Sequence[int]) -> Sequence[_Pending]:
        """The rows as they are now; nobody changes them before this transaction ends."""
        table = self._table
        chosen = select(table).where(self._ground.among(table.c.id, ids), table.c.mirror_pending)
        return connection.execute(chosen.with_for_update(skip_locked=True)).all()

    def _held(self, connection: Connection, customer_ids: Sequence[int]) -> Mapping[int, Any]:
        """Which company the web application holds for each of these customers that is there."""
        customers = self._ground.theirs["customers"]
        chosen = select(customers["id"], customers["company_id"])
        found = connection.execute(chosen.where(self._ground.among(customers["id"], customer_ids)))
        return {customer_id: company_id for customer_id, company_id in found}

    def _update(
        self, connection: Connection, settings: Settings, pending: Sequence[_Pending]
    ) -> None:
        customers = self._ground.theirs["customers"]
        zone = storage_zone(settings)
        writable = [name for name in _NAMES if customers.can_write(name)]
        statement = (
            update(customers.source)
            .where(customers["id"] == bindparam("customer"), _is_ours_or_free(customers))
            .values({customers.live_name(name): bindparam(f"new_{name}") for name in writable})
        )

        def values(mapping: _Pending) -> dict[str, object]:
            synced = mapping.synced_at or mapping.changed_at
            new = {
                "company_id": mapping.company_id,
                "company_name": mapping.company_name or None,
                "mapping_status": mapping.status,
                "last_sync_at": customers.stored("last_sync_at", synced, zone),
            }
            return {f"new_{name}": new[name] for name in writable} | {
                "customer": mapping.customer_id,
                "ours": mapping.company_id,
                "mirrored": mapping.mirrored_company,
            }

        connection.execute(statement, [values(each) for each in pending])

    def _remember(self, connection: Connection, written: Sequence[_Pending]) -> None:
        """What stands over there is ours from now on."""
        table = self._table
        connection.execute(
            update(table)
            .where(self._ground.among(table.c.id, [each.id for each in written]))
            .values(mirrored_company=table.c.company_id, set_aside=None)
        )

    def _settle(
        self, connection: Connection, pending: Sequence[_Pending], after: Mapping[int, Any]
    ) -> None:
        """Nothing of these is pending any more; what the web application holds against it."""
        table = self._table
        settled = update(table).where(table.c.id == bindparam("mapping"))
        settled = settled.values(mirror_pending=False, mirror_note=bindparam("note"))
        notes = [{"mapping": each.id, "note": _note(each, after)} for each in pending]
        connection.execute(settled, notes)


def _is_ours_or_free(customers: TheirTable) -> ColumnElement[bool]:
    """Compared in the very statement that writes, since the web application writes there, too."""
    there = customers["company_id"]
    ours, mirrored = (bindparam(name, type_=BigInteger) for name in ("ours", "mirrored"))
    is_free = or_(there.is_(None), there == ours)
    return or_(there == mirrored, and_(ours.is_not(None), is_free))


def _is_written(mapping: _Pending, before: Mapping[int, Any], after: Mapping[int, Any]) -> bool:
    """Whether our value stands there; an empty column that was empty before is not our doing."""
    customer, ours = mapping.customer_id, mapping.company_id
    if customer not in after or after[customer] != ours:
        return False
    return ours is not None or before.get(customer) is not None


def _note(mapping: _Pending, after: Mapping[int, Any]) -> str:
    held = after.get(mapping.customer_id)
    if held is None or held == mapping.company_id:
        return ""
    return f"conflict: the web application holds {held}"
