"""Customers and their mappings to Autotask companies."""

from array import array
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    FromClause,
    Row,
    Select,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    true,
)

from bcautotask_gui.database.customer_details import DetailReader
from bcautotask_gui.database.ground import Ground, settings_in_force, storage_zone
from bcautotask_gui.database.mapping_changes import MappingChanges
from bcautotask_gui.database.mapping_writes import MappingWrites
from bcautotask_gui.database.mappings import COLUMNS, mapping_in, mappings_that_count
from bcautotask_gui.database.mirror import Mirror
from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.customers import (
    Company,
    CustomerDetail,
    CustomerQuery,
    CustomerRow,
    MappingChange,
    MappingOrder,
    MappingStatus,
)
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment, Settings

_BEFORE_MAPPING = 4  # columns of a row; those of its mapping follow
_OF_MAPPING = frozenset({"company", "company_id", "mapping", "last_sync"})
_MISSING = MappingStatus.MISSING.value
# what needs a person first, when sorted by mapping
_URGENCY = ("invalid", "missing", "renamed", "ok")


class CustomerStore:
    """Reads customers as Backupchecks has them; writes mappings of our own."""

    def __init__(self, ground: Ground, mirror: Mirror) -> None:
        self._ground = ground
        self._connections = ground.connections
        self._writes = MappingWrites(ground)
        self._changes = MappingChanges(ground)
        self._details = DetailReader(ground)
        self._mirror = mirror

    def rows(self, query: CustomerQuery) -> tuple[CustomerRow, ...]:
        """The customers of a query, in its order.

        Raises:
            Failure: TABLE_MISSING, or what kept the database from answering.
        """
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._ground.tables)
            listed = _Listing(self._ground, settings, query.environment)
            found = connection.execute(listed.rows(query)).all()
        return tuple(map(listed.row, found))

    def order(self, query: CustomerQuery) -> "array[int]":
        """The ids of a query's customers, in its order.

        Raises:
            Failure: TABLE_MISSING, or what kept the database from answering.
        """
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._ground.tables)
            listed = _Listing(self._ground, settings, query.environment)
            return array("q", connection.execute(listed.ids(query)).scalars())

    def some(
        self, customer_ids: Collection[int], environment: Environment
    ) -> tuple[CustomerRow, ...]:
        """Those of these customers that are there, in no order."""
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._ground.tables)
            listed = _Listing(self._ground, settings, environment)
            found = connection.execute(listed.those(customer_ids)).all()
        return tuple(map(listed.row, found))

    def counts(self, query: CustomerQuery) -> Mapping[MappingStatus | None, int]:
        """How many customers stand how, under None all; the query's status is left aside."""
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._ground.tables)
            listed = _Listing(self._ground, settings, query.environment)
            chosen = listed.counted(query.search)
            found: dict[str, int] = {each[0]: each[1] for each in connection.execute(chosen)}
        counted: dict[MappingStatus | None, int] = {
            each: found.get(each.value, 0) for each in MappingStatus
        }
        return {**counted, None: sum(found.values())}

    def row(self, customer_id: int, environment: Environment) -> CustomerRow:
        """One customer.

        Raises:
            Failure: ABSENT where there is none.
        """
        found = self.some([customer_id], environment)
        if not found:
            raise Failure(Kind.ABSENT, what="customer", id=customer_id)
        return found[0]

    def mappings(self, environment: Environment) -> tuple[CompanyMapping, ...]:
        """All mappings of an environment."""
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._ground.tables)
            counting = mappings_that_count(self._ground, settings, environment)
            columns = [counting.c[name] for name in COLUMNS]
            found = connection.execute(select(*columns).order_by(counting.c.customer_id)).all()
        zone = storage_zone(settings)
        read = (mapping_in(each, environment, zone) for each in found)
        return tuple(each for each in read if each)

    def detail(self, customer_id: int, environment: Environment) -> CustomerDetail:
        """Everything that the panel tells of one customer.

        Raises:
            Failure: ABSENT where there is none.
        """
        row = self.row(customer_id, environment)
        with self._connections.reading() as connection:
            return self._details.of(connection, row, environment)

    def taken_by(
        self, environment: Environment, company_ids: Collection[int]
    ) -> Mapping[int, tuple[int, str]]:
        """The customers that these companies are mapped to, with id and name, by company id."""
        with self._connections.reading() as connection:
            return self._writes.taken_by(connection, environment, company_ids)

    def set_mapping(
        self, environment: Environment, customer_id: int, company: Company, event: AuditEvent
    ) -> CompanyMapping:
        """Maps a customer to a company, in place of any former one.

        Raises:
            Failure: TAKEN where another customer has the company, ABSENT without the customer.
        """
        order = MappingOrder(customer_id, company, None, event)
        with self._connections.writing() as connection:
            self._writes.set(connection, environment, order)
        self._mirror.mappings()
        mapping = self.row(customer_id, environment).mapping
        if mapping is None:  # somebody cleared it in this very moment
            raise Failure(Kind.STALE, what="The mapping", who="somebody")
        return mapping

    def clear_mapping(self, environment: Environment, customer_id: int, event: AuditEvent) -> None:
        """Removes a mapping, also one that the web application made; tickets stay."""
        with self._connections.writing() as connection:
            self._writes.clear(connection, environment, customer_id, event)
        self._mirror.mappings()

    def set_mappings(self, environment: Environment, orders: Sequence[MappingOrder]) -> None:
        """Maps many customers in one transaction, or none of them.

        Raises:
            Failure: TAKEN, ABSENT, or STALE where a mapping is no longer as the person saw it.
        """
        with self._connections.writing() as connection:
            self._writes.set_all(connection, environment, orders)
        self._mirror.mappings()

    def change_mappings(self, changes: Sequence[MappingChange]) -> frozenset[int]:
        """Saves what changed about mappings, each only if it is still as before.

        Returns:
            The customers whose mapping was saved.
        """
        with self._connections.writing() as connection:
            saved = self._changes.change(connection, changes)
        self._mirror.mappings()
        return saved

    def stamp_mappings(
        self, mappings: Sequence[CompanyMapping], at: datetime, event: AuditEvent
    ) -> int:
        """Notes that Autotask was asked about mappings and told nothing new.

        One that two customers claim, or that is no longer as it was, is left as it is.

        Args:
            mappings: as they were read, all of one environment.
            at: when, aware, UTC.
            event: the entry of all of them together.

        Returns:
            How many were stamped.
        """
        with self._connections.writing() as connection:
            stamped = self._changes.stamp(connection, mappings, at, event)
        if not all(each.version for each in mappings):  # the web application's were taken in
            self._mirror.mappings()
        return stamped


class _Listing:
    """The Customers table: what it tells of a customer, and of which customers in which order."""

    def __init__(self, ground: Ground, settings: Settings, environment: Environment) -> None:
        self._ground = ground
        self._environment = environment
        self._zone = storage_zone(settings)
        self._customers = ground.theirs["customers"]
        self._mapping = mappings_that_count(ground, settings, environment)
        self._jobs = _jobs_of_customers(ground).subquery("counted_jobs")
        self._status: ColumnElement[str] = func.coalesce(self._mapping.c.status, _MISSING)
        self._active = func.coalesce(self._customers["active"], true(), type_=Boolean)
        self._job_count = func.coalesce(self._jobs.c.number, 0)

    def rows(self, query: CustomerQuery) -> Select[Any]:
        """The customers of a query in its order, with all that a row shows."""
        return self._asked_for(self._whole(), query)

    def those(self, customer_ids: Collection[int]) -> Select[Any]:
        """These customers, with all that a row shows."""
        return self._whole().where(self._ground.among(self._customers["id"], customer_ids))

    def ids(self, query: CustomerQuery) -> Select[Any]:
        """The ids of a query in its order; what neither filters nor sorts is not looked at."""
        source: FromClause = self._customers.source
        if query.search.strip() or query.status is not None or query.sort in _OF_MAPPING:
            source = self._with_mapping(source)
        if query.sort == "jobs":
            source = self._with_jobs(source)
        return self._asked_for(select(self._customers["id"]).select_from(source), query)

    def counted(self, search: str) -> Select[Any]:
        """How many customers that a search finds stand how."""
        source = self._with_mapping(self._customers.source)
        columns: tuple[ColumnElement[Any], ...] = (self._status, func.count())
        counted = select(*columns).select_from(source)
        return counted.where(self._matches(search.strip())).group_by(self._status)

    def _whole(self) -> Select[Any]:
        source = self._with_jobs(self._with_mapping(self._customers.source))
        return select(
            self._customers["id"],
            self._customers["name"],
            self._active,
            self._job_count,
            *(self._mapping.c[name] for name in COLUMNS),
        ).select_from(source)

    def _with_mapping(self, source: FromClause) -> FromClause:
        mapping = self._mapping
        return source.outerjoin(mapping, mapping.c.customer_id == self._customers["id"])

    def _with_jobs(self, source: FromClause) -> FromClause:
        jobs = self._jobs
        return source.outerjoin(jobs, jobs.c.customer_id == self._customers["id"])

    def _asked_for(self, chosen: Select[Any], query: CustomerQuery) -> Select[Any]:
        """Filtered and in the order of the query, then by name."""
        chosen = chosen.where(self._matches(query.search.strip()))
        if query.status is not None:
            chosen = chosen.where(self._status == query.status.value)
        by_name = self._ground.without_case(self._customers["name"])
        mapping = self._mapping
        keys: dict[str, ColumnElement[Any]] = {
            "customer": by_name,
            "active": self._active,
            "jobs": self._job_count,
            "company": self._ground.without_case(mapping.c.company_name),
            "company_id": mapping.c.company_id,
            "mapping": case({each: at for at, each in enumerate(_URGENCY)}, value=self._status),
            "last_sync": func.coalesce(mapping.c.synced_at, mapping.c.their_sync_at),
        }
        key = keys[query.sort]
        first = key.desc() if query.descending else key.asc()
        return chosen.order_by(first.nulls_last(), by_name, self._customers["id"])

    def row(self, found: Row[Any]) -> CustomerRow:
        """One row of the table."""
        customer_id, name, is_active, jobs = found[:_BEFORE_MAPPING]
        mapping = mapping_in(found[_BEFORE_MAPPING:], self._environment, self._zone)
        return CustomerRow(customer_id, name or "", bool(is_active), jobs, mapping)

    def _matches(self, search: str) -> ColumnElement[bool]:
        if not search:
            return true()
        return or_(
            self._ground.contains(self._customers["name"], search),
            self._ground.contains(self._mapping.c.company_name, search),
            cast(self._mapping.c.company_id, Text) == literal(search, Text),
        )


def _jobs_of_customers(ground: Ground) -> Select[Any]:
    jobs = ground.theirs["jobs"]
    counted = select(jobs["customer_id"].label("customer_id"), func.count().label("number"))
    if jobs.has("archived"):
        counted = counted.where(and_(func.coalesce(jobs["archived"], False).is_(False)))
    return counted.group_by(jobs["customer_id"])
