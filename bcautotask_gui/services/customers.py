"""Mapping customers to Autotask companies: only ever by a person's act."""

from collections.abc import Collection, Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import token_sort_ratio

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import (
    CompanyFacts,
    CompanyHit,
    CustomerDetail,
    CustomerQuery,
    CustomerRow,
    MappingStatus,
    Suggestion,
)
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.mapping_rules import (
    compare_names,
    in_words,
    refuse_other_environment,
    refuse_unusable,
)
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import Clock, CustomerStore, SettingsStore
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.mapping_refresh import MappingRefresh, RefreshSummary

if TYPE_CHECKING:
    from array import array

_ORDER = (Suggestion.EXACT, Suggestion.SIMILAR, Suggestion.NONE)


@dataclass(frozen=True)
class CustomerFilter:
    """What a person chose above the table."""

    status: MappingStatus | None = None
    search: str = ""
    sort: str = "customer"
    descending: bool = False


class CustomerService:
    """Customers and their mappings in the environment in use."""

    def __init__(
        self,
        customers: CustomerStore,
        settings: SettingsStore,
        access: AutotaskAccess,
        actor: Actor,
        clock: Clock,
    ) -> None:
        self._customers = customers
        self._settings = settings
        self._access = access
        self._actor = actor
        self._refresh = MappingRefresh(customers, access, actor, clock)

    def order(self, chosen: CustomerFilter) -> "array[int]":
        """The ids of a filter's customers, in its order."""
        return self._customers.order(self._query(chosen))

    def some(self, customer_ids: Collection[int]) -> tuple[CustomerRow, ...]:
        """Those of these customers that are there, in no order."""
        return self._customers.some(customer_ids, self._environment())

    def counts(self, chosen: CustomerFilter) -> Mapping[MappingStatus | None, int]:
        """How many customers stand how."""
        return self._customers.counts(self._query(chosen))

    def row(self, customer_id: int) -> CustomerRow:
        """One customer.

        Raises:
            Failure: ABSENT.
        """
        return self._customers.row(customer_id, self._environment())

    def detail(self, customer_id: int) -> CustomerDetail:
        """Everything that the panel tells of one customer.

        Raises:
            Failure: ABSENT.
        """
        return self._customers.detail(customer_id, self._environment())

    def company_facts(self, company_id: int) -> CompanyFacts | None:
        """What Autotask tells of a company right now, or None where it shows no such company.

        Raises:
            Failure: what kept Autotask from answering.
        """
        return self._access.open().autotask.company_facts(company_id)

    def search(self, customer: CustomerRow, text: str) -> tuple[CompanyHit, ...]:
        """Companies that a text finds in Autotask, the best fit for the customer first.

        Args:
            customer: the customer that a company is sought for.
            text: part of a name, or an id.
        """
        opened = self._access.open()
        environment = opened.settings.environment
        companies = opened.autotask.search_companies(text)
        taken = self._customers.taken_by(environment, [company.id for company in companies])
        hits = []
        for company in companies:
            suggestion, score = compare_names(customer.name, company.name, token_sort_ratio)
            holder = taken.get(company.id)
            by = "" if holder is None or holder[0] == customer.id else holder[1]
            hits.append(CompanyHit(company, suggestion, score, by, environment))
        return tuple(sorted(hits, key=_best_first))

    def set_mapping(
        self, customer_id: int, company_id: int, found_in: Environment | None = None
    ) -> CustomerRow:
        """Maps a customer to a company that Autotask shows as active right now.

        Args:
            customer_id: whose company it is.
            company_id: the company.
            found_in: the environment that the company was found in; None is the one in use.

        Raises:
            Failure: NOT_ALLOWED, ABSENT, BLOCKED for an inactive company, TAKEN, STALE after a
                switch of the environment.
        """
        self._actor.require(Permission.MAPPING)
        opened = self._access.open()
        environment = opened.settings.environment
        refuse_other_environment(environment, found_in, opened.settings.saved_by)
        answer = next(opened.autotask.companies([company_id]))
        company = refuse_unusable(answer.get(company_id), company_id)
        before = self._customers.row(customer_id, environment)
        event = self._actor.event(
            Act.MAPPING_SET,
            f"customer {customer_id}",
            before=in_words(before.mapping),
            after=f"{company.name} ({company.id})",
            environment=environment,
        )
        self._customers.set_mapping(environment, customer_id, company, event)
        return self._customers.row(customer_id, environment)

    def clear_mapping(self, customer_id: int, shown_in: Environment | None = None) -> CustomerRow:
        """Removes a customer's mapping; tickets stay.

        Args:
            customer_id: whose mapping.
            shown_in: the environment of the mapping that the person saw; None is the one in use.

        Raises:
            Failure: NOT_ALLOWED, STALE after a switch of the environment.
        """
        self._actor.require(Permission.MAPPING)
        environment = self._environment(shown_in)
        before = self._customers.row(customer_id, environment)
        event = self._actor.event(
            Act.MAPPING_CLEARED,
            f"customer {customer_id}",
            before=in_words(before.mapping),
            environment=environment,
        )
        self._customers.clear_mapping(environment, customer_id, event)
        return self._customers.row(customer_id, environment)

    def acknowledge(self, mapping: CompanyMapping) -> CustomerRow:
        """Takes note that a company was renamed.

        Args:
            mapping: as the person saw it, with both names.

        Raises:
            Failure: NOT_ALLOWED, STALE where it is no longer as seen.
        """
        self._actor.require(Permission.MAPPING)
        environment = self._environment(mapping.environment)
        if not self._refresh.acknowledge(environment, [mapping]):
            raise Failure(Kind.STALE, what=say("The mapping"), who="somebody")
        return self._customers.row(mapping.customer_id, environment)

    def renamed(self) -> tuple[CustomerRow, ...]:
        """The customers whose company has a new name that nobody acknowledged."""
        return self._customers.rows(CustomerQuery(self._environment(), MappingStatus.RENAMED))

    def acknowledge_all(self, mappings: Sequence[CompanyMapping]) -> int:
        """Takes note of many renames at once.

        Args:
            mappings: as the person saw them, all of one environment.

        Returns:
            How many were acknowledged; one that changed meanwhile is left as it is.

        Raises:
            Failure: NOT_ALLOWED, STALE after a switch of the environment.
        """
        self._actor.require(Permission.MAPPING)
        environment = self._environment(mappings[0].environment if mappings else None)
        return len(self._refresh.acknowledge(environment, mappings))

    def refresh_one(self, customer_id: int) -> CustomerRow:
        """Asks Autotask about one customer's company.

        Raises:
            Failure: NOT_ALLOWED, or what kept Autotask from answering.
        """
        self._actor.require(Permission.MAPPING)
        environment = self._environment()
        row = self._customers.row(customer_id, environment)
        if row.mapping:
            self._refresh.one(row.mapping)
        return self._customers.row(customer_id, environment)

    def refresh_all(self) -> Generator[Progress, None, RefreshSummary]:
        """Asks Autotask about every mapping; what changed is saved chunk by chunk.

        Yields:
            How many mappings were asked about so far; stopping keeps what was read.

        Raises:
            Failure: NOT_ALLOWED, or what kept Autotask from answering.
        """
        self._actor.require(Permission.MAPPING)
        return (yield from self._refresh.all())

    def _environment(self, shown_in: Environment | None = None) -> Environment:
        settings = self._settings.read()
        refuse_other_environment(settings.environment, shown_in, settings.saved_by)
        return settings.environment

    def _query(self, chosen: CustomerFilter) -> CustomerQuery:
        return CustomerQuery(self._environment(), **vars(chosen))


def _best_first(hit: CompanyHit) -> tuple[bool, int, int, str]:
    return (
        not hit.company.is_active,
        _ORDER.index(hit.suggestion),
        -hit.score,
        hit.company.name.casefold(),
    )
