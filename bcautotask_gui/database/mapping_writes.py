"""Setting and clearing mappings: one company per customer and one customer per company, by keys."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Subquery, select, update
from sqlalchemy.exc import IntegrityError

from bcautotask_gui.database.audit import append
from bcautotask_gui.database.ground import Ground, settings_in_force
from bcautotask_gui.database.mapping_rows import changed_by, in_environment, row_of
from bcautotask_gui.database.mappings import mappings_that_count
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.customers import (
    Company,
    MappingOrder,
    MappingStatus,
)
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment

_KEY = ("psa_type", "environment", "customer_id")


class MappingWrites:
    """Each method is the inside of one transaction."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._table = ground.tables.mapping

    def taken_by(
        self, connection: Connection, environment: Environment, company_ids: Collection[int]
    ) -> Mapping[int, tuple[int, str]]:
        """The customers that these companies are mapped to, with id and name, by company id."""
        holders = self._holders(connection, environment, company_ids)
        return {company: held[0] for company, held in holders.items()}

    def set(self, connection: Connection, environment: Environment, order: MappingOrder) -> None:
        """Maps a customer to a company, in place of any former one.

        Raises:
            Failure: TAKEN, ABSENT.
        """
        holders = self._holders(connection, environment, [order.company.id])
        self._require_customers(connection, [order.customer_id])
        self._set(connection, environment, order, holders)

    def set_all(
        self, connection: Connection, environment: Environment, orders: Sequence[MappingOrder]
    ) -> None:
        """Maps many customers; companies may change hands among them.

        Raises:
            Failure: TAKEN, ABSENT, or STALE where a mapping is no longer as the person saw it.
        """
        customers = [order.customer_id for order in orders]
        self._require_customers(connection, customers)
        # whoever changes one of them now waits until all are written
        held = select(self._table.c.id).where(
            *in_environment(self._table, environment),
            self._ground.among(self._table.c.customer_id, customers),
        )
        connection.execute(held.with_for_update()).all()
        self._require_as_seen(connection, environment, orders)
        table = self._table
        connection.execute(
            update(table)
            .where(
                *in_environment(self._table, environment),
                self._ground.among(table.c.customer_id, customers),
            )
            .values(company_id=None)
        )
        holders = self._holders(connection, environment, [order.company.id for order in orders])
        holders = {
            company: [each for each in held if each[0] not in set(customers)]
            for company, held in holders.items()
        }
        for order in orders:
            self._set(connection, environment, order, holders)

    def _set(
        self,
        connection: Connection,
        environment: Environment,
        order: MappingOrder,
        holders: Mapping[int, Sequence[tuple[int, str]]],
    ) -> None:
        company = order.company
        for customer_id, name in holders.get(company.id, ()):
            if customer_id != order.customer_id:
                raise _taken(company, name)
        new = {
            "company_id": company.id,
            "company_name": company.name,
            "status": MappingStatus.OK.value,
            "former_name": "",
            "invalid_because": "",
            "synced_at": database_time(),
            "set_aside": None,
            **changed_by(order.event),
        }
        try:
            with connection.begin_nested():
                self._upsert(connection, environment, order.customer_id, new)
        except IntegrityError:
            raise self._taken(connection, environment, company, order.customer_id) from None
        append(connection, self._ground.tables, order.event)

    def clear(
        self,
        connection: Connection,
        environment: Environment,
        customer_id: int,
        event: AuditEvent,
    ) -> None:
        """Leaves a row without a company: it keeps the version growing and what was set aside."""
        customers = self._ground.theirs["customers"]
        over_there = connection.execute(
            select(customers["company_id"]).where(customers["id"] == customer_id)
        ).scalar()
        nothing = {
            "company_id": None,
            "company_name": "",
            "status": MappingStatus.MISSING.value,
            "former_name": "",
            "invalid_because": "",
            "synced_at": None,
            "set_aside": over_there,
            **changed_by(event),
        }
        self._upsert(connection, environment, customer_id, nothing)
        append(connection, self._ground.tables, event)

    def _upsert(
        self,
        connection: Connection,
        environment: Environment,
        customer_id: int,
        values: dict[str, Any],
    ) -> None:
        row = row_of(environment, customer_id, {**values, "version": 1})
        statement = self._ground.insert(self._table).values(row)
        again = {**values, "version": self._table.c.version + 1}
        connection.execute(statement.on_conflict_do_update(index_elements=_KEY, set_=again))

    def _require_customers(self, connection: Connection, wanted: Sequence[int]) -> None:
        customers = self._ground.theirs["customers"]
        known = select(customers["id"]).where(self._ground.among(customers["id"], wanted))
        found = set(connection.execute(known).scalars())
        for each in wanted:
            if each not in found:
                raise Failure(Kind.ABSENT, what="customer", id=each)

    def _require_as_seen(
        self, connection: Connection, environment: Environment, orders: Sequence[MappingOrder]
    ) -> None:
        counting = self._counting(connection, environment)
        wanted = [order.customer_id for order in orders]
        chosen = select(
            counting.c.customer_id, counting.c.company_id, counting.c.version, counting.c.changed_by
        ).where(self._ground.among(counting.c.customer_id, wanted))
        now = {each.customer_id: each for each in connection.execute(chosen)}
        for order in orders:
            found, seen = now.get(order.customer_id), order.seen
            if (found is None) != (seen is None) or (
                found is not None
                and seen is not None
                and (found.company_id, found.version) != (seen.company_id, seen.version)
            ):
                who = found.changed_by if found is not None else "somebody"
                raise Failure(Kind.STALE, what="The mapping", who=who)

    def _holders(
        self, connection: Connection, environment: Environment, company_ids: Collection[int]
    ) -> dict[int, list[tuple[int, str]]]:
        """The customers that hold these companies, by company id."""
        counting = self._counting(connection, environment)
        customers = self._ground.theirs["customers"]
        chosen = (
            select(counting.c.company_id, customers["id"], customers["name"])
            .join_from(counting, customers.source, customers["id"] == counting.c.customer_id)
            .where(self._ground.among(counting.c.company_id, company_ids))
            .order_by(customers["id"])
        )
        holders: dict[int, list[tuple[int, str]]] = {}
        for company_id, customer_id, name in connection.execute(chosen):
            holders.setdefault(company_id, []).append((customer_id, name or ""))
        return holders

    def _counting(self, connection: Connection, environment: Environment) -> Subquery:
        settings = settings_in_force(connection, self._ground.tables)
        return mappings_that_count(self._ground, settings, environment)

    def _taken(
        self, connection: Connection, environment: Environment, company: Company, but_not: int
    ) -> Failure:
        """Who was quicker; a customer that is gone over there still holds its company."""
        held = self._holders(connection, environment, [company.id]).get(company.id, [])
        names = [name for customer_id, name in held if customer_id != but_not]
        return _taken(company, names[0] if names else "a customer that was deleted")


def _taken(company: Company, customer: str) -> Failure:
    return Failure(Kind.TAKEN, company=company.name, id=company.id, customer=customer)
