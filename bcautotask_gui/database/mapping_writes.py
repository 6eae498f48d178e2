"""Writing mappings: one company per customer and one customer per company, held by keys."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, select, update
from sqlalchemy.exc import IntegrityError

from bcautotask_gui.database.audit import append
from bcautotask_gui.database.ground import Ground, settings_in_force
from bcautotask_gui.database.mappings import PSA_TYPE, mappings_that_count
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.customers import Company, MappingStatus
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
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
    ) -> Mapping[int, str]:
        """The customers that these companies are mapped to, by company id."""
        settings = settings_in_force(connection, self._ground.tables)
        counting = mappings_that_count(self._ground, settings, environment)
        customers = self._ground.theirs["customers"]
        chosen = (
            select(counting.c.company_id, customers["name"])
            .join_from(counting, customers.source, customers["id"] == counting.c.customer_id)
            .where(self._ground.among(counting.c.company_id, company_ids))
        )
        return {each[0]: each[1] for each in connection.execute(chosen)}

    def set(
        self,
        connection: Connection,
        environment: Environment,
        customer_id: int,
        company: Company,
        event: AuditEvent,
    ) -> None:
        """Maps a customer to a company, in place of any former one.

        Raises:
            Failure: TAKEN, ABSENT.
        """
        self._require_free(connection, environment, customer_id, company)
        new = {
            "company_id": company.id,
            "company_name": company.name,
            "status": MappingStatus.OK.value,
            "former_name": "",
            "invalid_because": "",
            "synced_at": database_time(),
            "set_aside": None,
            **self._changed(event),
        }
        try:
            with connection.begin_nested():
                self._upsert(connection, environment, customer_id, new)
        except IntegrityError:
            raise self._taken(connection, environment, company) from None
        append(connection, self._ground.tables, event)

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
            **self._changed(event),
        }
        self._upsert(connection, environment, customer_id, nothing)
        append(connection, self._ground.tables, event)

    def save(
        self,
        connection: Connection,
        before: Sequence[CompanyMapping],
        after: Sequence[CompanyMapping],
        event: AuditEvent,
    ) -> int:
        """Saves refreshed mappings, each only if it is still as `before`."""
        pairs = zip(before, after, strict=True)
        saved = sum(self._save_one(connection, old, new, event) for old, new in pairs)
        append(connection, self._ground.tables, event)
        return saved

    def _save_one(
        self,
        connection: Connection,
        old: CompanyMapping,
        new: CompanyMapping,
        event: AuditEvent,
    ) -> bool:
        values = {
            "company_id": new.company_id,
            "company_name": new.company_name,
            "status": new.status.value,
            "former_name": new.former_name,
            "invalid_because": new.invalid_because,
            "version": new.version,
            "synced_at": new.synced_at,
        }
        if new.version != old.version:
            values |= self._changed(event)
        if old.version == 0 and old.invalid_because:
            return False  # two customers claim the company: a person decides which
        if old.version == 0:
            return self._take_in(connection, new, {**values, **self._changed(event)})
        table = self._table
        statement = (
            update(table)
            .where(
                *self._is(old.environment, old.customer_id),
                table.c.version == old.version,
                table.c.company_id == old.company_id,
            )
            .values(values)
            .returning(table.c.id)
        )
        return connection.execute(statement).first() is not None

    def _take_in(self, connection: Connection, new: CompanyMapping, values: dict[str, Any]) -> bool:
        """A mapping that the web application made is kept here once Autotask was asked about it."""
        row = self._row(
            new.environment, new.customer_id, {**values, "version": max(1, new.version)}
        )
        statement = self._ground.insert(self._table).values(row).on_conflict_do_nothing()
        return connection.execute(statement.returning(self._table.c.id)).first() is not None

    def _upsert(
        self,
        connection: Connection,
        environment: Environment,
        customer_id: int,
        values: dict[str, Any],
    ) -> None:
        row = self._row(environment, customer_id, {**values, "version": 1})
        statement = self._ground.insert(self._table).values(row)
        again = {**values, "version": self._table.c.version + 1}
        connection.execute(statement.on_conflict_do_update(index_elements=_KEY, set_=again))

    def _row(
        self, environment: Environment, customer_id: int, values: dict[str, Any]
    ) -> dict[str, Any]:
        return {
            "psa_type": PSA_TYPE,
            "environment": environment.value,
            "customer_id": customer_id,
            "mirror_note": "",
            **values,
        }

    def _changed(self, event: AuditEvent) -> dict[str, Any]:
        return {
            "changed_by": event.operator,
            "changed_at": database_time(),
            "mirror_pending": True,
        }

    def _is(self, environment: Environment, customer_id: int) -> tuple[ColumnElement[bool], ...]:
        table = self._table
        return (
            table.c.psa_type == PSA_TYPE,
            table.c.environment == environment.value,
            table.c.customer_id == customer_id,
        )

    def _require_free(
        self,
        connection: Connection,
        environment: Environment,
        customer_id: int,
        company: Company,
    ) -> None:
        customers = self._ground.theirs["customers"]
        known = select(customers["id"]).where(customers["id"] == customer_id)
        if connection.execute(known).first() is None:
            raise Failure(Kind.ABSENT, what="customer", id=customer_id)
        holder = self._holder(connection, environment, company.id, customer_id)
        if holder is not None:
            raise _taken(company, holder["name"])

    def _holder(
        self,
        connection: Connection,
        environment: Environment,
        company_id: int,
        but_not: int,
    ) -> RowMapping | None:
        settings = settings_in_force(connection, self._ground.tables)
        counting = mappings_that_count(self._ground, settings, environment)
        customers = self._ground.theirs["customers"]
        chosen = (
            select(customers["name"].label("name"))
            .join_from(counting, customers.source, customers["id"] == counting.c.customer_id)
            .where(counting.c.company_id == company_id, counting.c.customer_id != but_not)
        )
        return connection.execute(chosen).mappings().first()

    def _taken(self, connection: Connection, environment: Environment, company: Company) -> Failure:
        """Who was quicker; a customer that is gone over there still holds its company."""
        holder = self._holder(connection, environment, company.id, -1)
        return _taken(company, holder["name"] if holder else "a customer that was deleted")


def _taken(company: Company, customer: str) -> Failure:
    return Failure(Kind.TAKEN, company=company.name, id=company.id, customer=customer)
