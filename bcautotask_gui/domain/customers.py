"""Customers of the MSP, the Autotask companies, and the mapping between the two."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.settings import Environment


class MappingStatus(StrEnum):
    """How a customer stands to its Autotask company."""

    OK = "ok"
    RENAMED = "renamed"
    MISSING = "missing"
    INVALID = "invalid"

    @property
    def allows_tickets(self) -> bool:
        """Only a company that answers can get tickets."""
        return self in (MappingStatus.OK, MappingStatus.RENAMED)


@dataclass(frozen=True, slots=True)
class Company:
    """A company as Autotask tells it; id 0 is the MSP's own company."""

    id: int
    name: str
    is_active: bool
    company_type: str = ""
    city: str = ""
    phone: str = ""


@dataclass(frozen=True)
class CompanyFacts:
    """A company as Autotask tells it right now, with what only its panel shows.

    Attributes:
        last_activity: aware, UTC, or None where Autotask does not tell.
        parent: the name of the company above it, else empty.
    """

    company: Company
    last_activity: datetime | None = None
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """One customer's company in one environment.

    Attributes:
        company_name: Autotask's name as last read.
        former_name: the name before a rename that nobody has acknowledged, else empty.
        invalid_because: why the company cannot be used, else empty.
        version: grows with each change; a draft made on another version is refused.
        synced_at: when Autotask was last asked, aware, UTC.
        claimants: the names of two customers that claim the company, else empty. It follows from
            the other mapping and is not stored with this one.
    """

    environment: Environment
    customer_id: int
    company_id: int
    company_name: str
    status: MappingStatus
    former_name: str = ""
    invalid_because: str = ""
    version: int = 1
    synced_at: datetime | None = None
    claimants: tuple[str, ...] = ()


@dataclass(frozen=True)
class MappingOrder:
    """One customer's company as a person ordered it, with what they saw before.

    Attributes:
        seen: the mapping that the person saw, or None for none; another one refuses the order.
    """

    customer_id: int
    company: Company
    seen: Mapping | None
    event: AuditEvent


@dataclass(frozen=True)
class MappingChange:
    """A mapping before and after an act, stored only if it is still as `before`."""

    before: Mapping
    after: Mapping
    event: AuditEvent


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One row of the Customers table."""

    id: int
    name: str
    is_active: bool
    jobs: int
    mapping: Mapping | None
    last_run_at: datetime | None = None

    @property
    def key(self) -> int:
        """What finds the row again."""
        return self.id

    @property
    def status(self) -> MappingStatus:
        """The badge of the row."""
        return self.mapping.status if self.mapping else MappingStatus.MISSING


@dataclass(frozen=True)
class OpenTicket:
    """A ticket of a customer's run that is not complete, as last read."""

    number: str
    status: str
    job: str
    run_at: datetime | None


@dataclass(frozen=True)
class MappingEntry:
    """Something that was done to a customer's mapping."""

    at: datetime
    who: str
    what: str
    before: str
    after: str


@dataclass(frozen=True)
class CustomerDetail:
    """What the panel tells of one customer beside its row.

    Attributes:
        row: with the time of its last run.
        waiting: how many of its runs wait for a ticket.
        open_tickets: newest first.
        has_more_tickets: whether there are more open ones than listed.
        history: newest first.
    """

    row: CustomerRow
    waiting: int
    open_tickets: tuple[OpenTicket, ...] = ()
    has_more_tickets: bool = False
    history: tuple[MappingEntry, ...] = ()


@dataclass(frozen=True)
class CustomerQuery:
    """What the Customers table shows.

    Attributes:
        status: only customers whose mapping stands so, or None for all.
        search: part of a customer's or company's name, or a company id.
        sort: the key of the column to sort by.
        descending: the direction.
    """

    environment: Environment
    status: MappingStatus | None = None
    search: str = ""
    sort: str = "customer"
    descending: bool = False


@dataclass(frozen=True)
class CompanyHit:
    """A company found by a search, with what stands in its way.

    Attributes:
        suggestion: how well it fits the customer's name.
        score: likeness of the names, 0 to 100.
        taken_by: the customer that it is mapped to already, else empty.
        environment: where it was found, or None where that does not matter.
    """

    company: Company
    suggestion: "Suggestion"
    score: int
    taken_by: str = ""
    environment: Environment | None = None

    @property
    def key(self) -> int:
        """What finds the row again."""
        return self.company.id


class Suggestion(StrEnum):
    """How well a company's name fits a customer's."""

    EXACT = "exact"
    SIMILAR = "similar"
    NONE = "none"
