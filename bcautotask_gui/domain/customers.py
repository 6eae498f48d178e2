"""Customers of the MSP, the Autotask companies, and the mapping between the two."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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


@dataclass(frozen=True)
class Company:
    """A company as Autotask tells it; id 0 is the MSP's own company."""

    id: int
    name: str
    is_active: bool
    company_type: str = ""
    city: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Mapping:
    """One customer's company in one environment.

    Attributes:
        company_name: Autotask's name as last read.
        former_name: the name before a rename that nobody has acknowledged, else empty.
        invalid_because: why the company cannot be used, else empty.
        version: grows with each change; a draft made on another version is refused.
        synced_at: when Autotask was last asked, aware, UTC.
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


@dataclass(frozen=True)
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
    """

    company: Company
    suggestion: "Suggestion"
    score: int
    taken_by: str = ""

    @property
    def key(self) -> int:
        """What finds the row again."""
        return self.company.id


class Suggestion(StrEnum):
    """How well a company's name fits a customer's."""

    EXACT = "exact"
    SIMILAR = "similar"
    NONE = "none"
