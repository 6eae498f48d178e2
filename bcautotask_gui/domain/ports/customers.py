"""What the services need of the store of customers and their mappings."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

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
from bcautotask_gui.domain.settings import Environment

if TYPE_CHECKING:
    from array import array


class CustomerStore(Protocol):
    """Customers and their mappings."""

    def rows(self, query: CustomerQuery) -> tuple[CustomerRow, ...]:
        """The customers of a query, in its order."""

    def order(self, query: CustomerQuery) -> "array[int]":
        """The ids of a query's customers, in its order."""

    def some(
        self, customer_ids: Collection[int], environment: Environment
    ) -> tuple[CustomerRow, ...]:
        """Those of these customers that are there, in no order."""

    def counts(self, query: CustomerQuery) -> Mapping[MappingStatus | None, int]:
        """How many customers stand how, under None all; the query's status is left aside."""

    def row(self, customer_id: int, environment: Environment) -> CustomerRow:
        """One customer.

        Raises:
            Failure: ABSENT where there is none.
        """

    def mappings(self, environment: Environment) -> tuple[CompanyMapping, ...]:
        """All mappings of an environment."""

    def detail(self, customer_id: int, environment: Environment) -> CustomerDetail:
        """Everything that the panel tells of one customer.

        Raises:
            Failure: ABSENT where there is none.
        """

    def taken_by(
        self, environment: Environment, company_ids: Collection[int]
    ) -> Mapping[int, tuple[int, str]]:
        """The customers that these companies are mapped to, with id and name, by company id."""

    def set_mapping(
        self, environment: Environment, customer_id: int, company: Company, event: AuditEvent
    ) -> CompanyMapping:
        """Maps a customer to a company, in place of any former one.

        Raises:
            Failure: TAKEN where another customer has the company.
        """

    def clear_mapping(self, environment: Environment, customer_id: int, event: AuditEvent) -> None:
        """Removes a mapping; tickets stay."""

    def set_mappings(self, environment: Environment, orders: Sequence[MappingOrder]) -> None:
        """Maps many customers in one transaction, or none of them.

        Raises:
            Failure: TAKEN, ABSENT, or STALE where a mapping is no longer as the person saw it.
        """

    def change_mappings(self, changes: Sequence[MappingChange]) -> frozenset[int]:
        """Saves what changed about mappings, each only if it is still as before.

        Returns:
            The customers whose mapping was saved.
        """

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
