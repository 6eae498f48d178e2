"""One operator's desk: settings, secrets and customers over a tenant whose clients ask the gate."""

from array import array
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar, cast

from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.connection import (
    Access,
    CallsUsed,
    Connection,
    Credentials,
    KeyringStanding,
    KeyringState,
    Zone,
)
from bcautotask_gui.domain.customers import (
    Company,
    CompanyFacts,
    CustomerDetail,
    CustomerQuery,
    CustomerRow,
    MappingChange,
    MappingOrder,
    MappingStatus,
)
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.domain.ports import Autotask, Gate
from bcautotask_gui.domain.reference_data import ReferenceData
from bcautotask_gui.domain.settings import Environment, EnvironmentSettings, Settings
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.connection_test import ConnectionTest
from bcautotask_gui.services.customers import CustomerService
from bcautotask_gui.services.mapping_files import MappingFiles
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID, SecretKeeper
from bcautotask_gui.services.settings import SettingsService
from bcautotask_gui.services.suggestions import SuggestionService
from tests.services.fakes import WORKSPACE, FakeClock, FakeSettings, reference_data

T = TypeVar("T")
ALL = Access(query=True, create=True, update=True)


def result_of(steps: Generator[Any, None, T]) -> T:
    """Runs a long task to its end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: T = end.value
            return value


class FakeKeyring:
    """The keyring of a computer; `refuses` makes every access fail."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.reads = 0
        self.refuses: Failure | None = None

    def get(self, account: str) -> str | None:
        self.reads += 1
        if self.refuses:
            raise self.refuses
        return self.values.get(account)

    def set(self, account: str, secret: str) -> None:
        if self.refuses:
            raise self.refuses
        self.values[account] = secret

    def forget(self, account: str) -> None:
        if self.refuses:
            raise self.refuses
        self.values.pop(account, None)

    def probe(self) -> KeyringState:
        return KeyringState(KeyringStanding.USABLE, "a keyring of the test")


class FakeTenant:
    """What Autotask holds, and every client that was built for it."""

    def __init__(self) -> None:
        self.companies: dict[int, Company] = {}
        self.rights = {name: ALL for name in ("Companies", "Tickets", "TicketNotes", "TimeEntries")}
        self.failures: dict[str, Failure] = {}
        self.good_calls = 0  # so many calls succeed before one fails
        self.accepted = "the api-secret"
        self.database_id = 4711
        self.chunk = 2
        self.shows_non_billable = True
        self.clients: list[FakeClient] = []

    def build(self, connection: Connection, gate: Gate) -> Autotask:
        client = FakeClient(self, connection, gate)
        self.clients.append(client)
        return cast("Autotask", client)

    @property
    def calls(self) -> list[str]:
        return [call for client in self.clients for call in client.calls]


class FakeClient:
    """Asks the gate before every call, and makes none any more once its user was refused."""

    def __init__(self, tenant: FakeTenant, connection: Connection, gate: Gate) -> None:
        self.connection = connection
        self.calls: list[str] = []
        self.is_closed = False
        self._tenant = tenant
        self._gate = gate
        self.is_refused = False

    def zone(self) -> Zone:
        self._call("zone", is_signed=False)
        return Zone("EU1", "https://ws19.autotask.net/", "", self._tenant.database_id)

    def calls_used(self) -> CallsUsed:
        self._call("calls_used")
        return CallsUsed(1214, 10_000)

    def version(self) -> str:
        self._call("version")
        return "2026.3"

    def sees_non_billable(self) -> bool:
        self._call("non_billable")
        return self._tenant.shows_non_billable

    def access(self, entity: str) -> Access:
        self._call(entity)
        return self._tenant.rights[entity]

    def reference_data(self) -> ReferenceData:
        self._call("reference_data")
        return reference_data()

    def search_companies(self, text: str) -> tuple[Company, ...]:
        self._call("search_companies")
        found = self._tenant.companies.values()
        return tuple(c for c in found if text.casefold() in c.name.casefold())

    def companies(self, ids: Sequence[int]) -> Iterator[Mapping[int, Company | None]]:
        for start in range(0, len(ids), self._tenant.chunk):
            self._call("companies")
            chunk = ids[start : start + self._tenant.chunk]
            yield {each: self._tenant.companies.get(each) for each in chunk}

    def company_facts(self, company_id: int) -> CompanyFacts | None:
        self._call("company_facts")
        company = self._tenant.companies.get(company_id)
        return CompanyFacts(company) if company else None

    def all_companies(self) -> Iterator[tuple[Company, ...]]:
        active = [each for each in self._tenant.companies.values() if each.is_active]
        for start in range(0, max(1, len(active)), self._tenant.chunk):
            self._call("all_companies")
            yield tuple(active[start : start + self._tenant.chunk])

    def close(self) -> None:
        self.is_closed = True

    def _call(self, name: str, *, is_signed: bool = True) -> None:
        if self.is_refused:
            raise Failure(Kind.CREDENTIALS_AGAIN)
        self._gate()
        self.calls.append(name)
        if name in self._tenant.failures:
            if self._tenant.good_calls:
                self._tenant.good_calls -= 1
            else:
                raise self._tenant.failures[name]
        if is_signed and self.connection.credentials.secret != self._tenant.accepted:
            self.is_refused = True
            raise Failure(Kind.CREDENTIALS)


class FakeCustomers:
    """Customers in memory, with the keys of the real store."""

    def __init__(self) -> None:
        self.names: dict[int, str] = {}
        self.kept: dict[int, CompanyMapping] = {}
        self.more: list[CompanyMapping] = []
        self.meanwhile: set[int] = set()  # customers whose mapping somebody changes just before
        self.stamped: list[tuple[CompanyMapping, ...]] = []
        self.queries: list[CustomerQuery] = []
        self.events: list[AuditEvent] = []

    def rows(self, query: CustomerQuery) -> tuple[CustomerRow, ...]:
        self.queries.append(query)
        return tuple(self.row(each, query.environment) for each in self.names)

    def order(self, query: CustomerQuery) -> "array[int]":
        return array("q", (row.id for row in self.rows(query)))

    def some(
        self, customer_ids: Collection[int], environment: Environment
    ) -> tuple[CustomerRow, ...]:
        return tuple(self.row(each, environment) for each in customer_ids)

    def counts(self, query: CustomerQuery) -> Mapping[MappingStatus | None, int]:
        self.queries.append(query)
        return {None: len(self.names)}

    def row(self, customer_id: int, environment: Environment) -> CustomerRow:
        if customer_id not in self.names:
            raise Failure(Kind.ABSENT, what="customer", id=customer_id)
        mapping = self.kept.get(customer_id)
        return CustomerRow(
            customer_id, self.names[customer_id], is_active=True, jobs=1, mapping=mapping
        )

    def mappings(self, environment: Environment) -> tuple[CompanyMapping, ...]:
        return (*self.kept.values(), *self.more)

    def detail(self, customer_id: int, environment: Environment) -> CustomerDetail:
        return CustomerDetail(self.row(customer_id, environment), waiting=0)

    def taken_by(
        self, environment: Environment, company_ids: Collection[int]
    ) -> Mapping[int, tuple[int, str]]:
        return {
            m.company_id: (m.customer_id, self.names[m.customer_id])
            for m in self.kept.values()
            if m.company_id in company_ids
        }

    def set_mapping(
        self, environment: Environment, customer_id: int, company: Company, event: AuditEvent
    ) -> CompanyMapping:
        holder = self.taken_by(environment, [company.id]).get(company.id)
        if holder and holder[0] != customer_id:
            raise Failure(Kind.TAKEN, company=company.name, id=company.id, customer=holder[1])
        mapping = CompanyMapping(
            environment, customer_id, company.id, company.name, MappingStatus.OK
        )
        self.kept[customer_id] = mapping
        self.events.append(event)
        return mapping

    def clear_mapping(self, environment: Environment, customer_id: int, event: AuditEvent) -> None:
        self.kept.pop(customer_id, None)
        self.events.append(event)

    def set_mappings(self, environment: Environment, orders: Sequence[MappingOrder]) -> None:
        before = dict(self.kept)
        for order in orders:
            if self.kept.get(order.customer_id) != order.seen:
                raise Failure(Kind.STALE, what="The mapping", who="M. Peters")
            self.kept.pop(order.customer_id, None)
        try:
            for order in orders:
                self.set_mapping(environment, order.customer_id, order.company, order.event)
        except Failure:
            self.kept = before
            raise

    def change_mappings(self, changes: Sequence[MappingChange]) -> frozenset[int]:
        saved = set()
        for each in changes:
            customer_id = each.before.customer_id
            if self.kept.get(customer_id) == each.before and customer_id not in self.meanwhile:
                self.kept[customer_id] = each.after
                self.events.append(each.event)
                saved.add(customer_id)
        return frozenset(saved)

    def stamp_mappings(
        self, mappings: Sequence[CompanyMapping], at: datetime, event: AuditEvent
    ) -> int:
        same = [
            each
            for each in mappings
            if self.kept.get(each.customer_id) == each and each.customer_id not in self.meanwhile
        ]
        self.kept |= {each.customer_id: replace(each, synced_at=at) for each in same}
        self.stamped.append(tuple(same))
        self.events.append(event)
        return len(same)


class Desk:
    """The services of the first two tabs, wired as the application wires them."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.store = FakeSettings()
        self.tenant = FakeTenant()
        self.keyring = FakeKeyring()
        self.list = FakeCustomers()
        for environment in Environment:
            for name in (SECRET, TRACKING_ID):
                self.keyring.values[f"{WORKSPACE}/{environment.value}/{name}"] = f"the {name}"
        self.sit_down(Role.ADMIN)

    def sit_down(self, role: Role) -> None:
        """Another person starts the application on the same database."""
        operator = Operator("J. de Vries", role, "desk-7", frozenset({role}))
        self.actor = Actor(operator, Instance("instance", "profile", "desk-7"))
        self.keeper = SecretKeeper(self.keyring, self.store, self.actor)
        self.keeper.load()
        self.access = AutotaskAccess(self.store, self.keeper, self.tenant.build)
        self.settings = SettingsService(self.store, self.access, self.keeper, self.actor)
        self.test = ConnectionTest(self.access)
        parts = (self.list, self.store, self.access, self.actor)
        self.customers = CustomerService(*parts, self.clock)
        self.suggestions = SuggestionService(*parts, self.clock)
        self.files = MappingFiles(*parts)

    def with_production(self) -> None:
        """Gives Production a user and a database of its own."""
        production = EnvironmentSettings("prod@msp.example", "", 5822, "EU2")
        self.colleague_saves(
            environments={
                **self.store.settings.environments,
                Environment.PRODUCTION: production,
            }
        )

    def colleague_saves(self, **changes: Any) -> Settings:
        """Somebody else saves the settings meanwhile."""
        now = self.store.settings
        self.store.settings = replace(now, version=now.version + 1, saved_by="M. Peters", **changes)
        return self.store.settings

    def add_company(self, company_id: int, name: str, *, is_active: bool = True) -> Company:
        company = Company(company_id, name, is_active)
        self.tenant.companies[company_id] = company
        return company

    def add_customer(
        self, customer_id: int, name: str, company_id: int | None = None, **mapping: Any
    ) -> None:
        self.list.names[customer_id] = name
        if company_id is not None:
            values = {"company_name": name, "status": MappingStatus.OK, **mapping}
            self.list.kept[customer_id] = CompanyMapping(
                Environment.SANDBOX, customer_id, company_id, **values
            )


TYPED = Credentials("api@msp.example", "the api-secret", "the tracking-id")
