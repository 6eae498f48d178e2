"""Mapping customers to Autotask companies: only ever by a person's act."""

from collections import Counter
from collections.abc import Generator, Mapping
from dataclasses import astuple, dataclass

from rapidfuzz.fuzz import token_sort_ratio

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import (
    Company,
    CompanyHit,
    CustomerQuery,
    CustomerRow,
    MappingStatus,
    Suggestion,
)
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.mapping_rules import compare_names, reason_against, refreshed
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import Clock, CustomerStore, SettingsStore
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor

# so many companies that vanish at once look like a lost right, not like deletion
SUSPICIOUS = 5
_ORDER = (Suggestion.EXACT, Suggestion.SIMILAR, Suggestion.NONE)


@dataclass(frozen=True)
class CustomerFilter:
    """What a person chose above the table."""

    status: MappingStatus | None = None
    search: str = ""
    sort: str = "customer"
    descending: bool = False


@dataclass(frozen=True)
class RefreshSummary:
    """What refreshing mappings found."""

    unchanged: int = 0
    renamed: int = 0
    invalid: int = 0
    recovered: int = 0

    def plus(self, other: "RefreshSummary") -> "RefreshSummary":
        """Both together."""
        return RefreshSummary(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


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
        self._clock = clock

    def rows(self, chosen: CustomerFilter) -> tuple[CustomerRow, ...]:
        """The customers of a filter, in its order."""
        return self._customers.rows(self._query(chosen))

    def counts(self, chosen: CustomerFilter) -> Mapping[MappingStatus | None, int]:
        """How many customers stand how."""
        return self._customers.counts(self._query(chosen))

    def row(self, customer_id: int) -> CustomerRow:
        """One customer.

        Raises:
            Failure: ABSENT.
        """
        return self._customers.row(customer_id, self._environment())

    def search(self, customer: CustomerRow, text: str) -> tuple[CompanyHit, ...]:
        """Companies that a text finds in Autotask, the best fit for the customer first.

        Args:
            customer: the customer that a company is sought for.
            text: part of a name, or an id.
        """
        opened = self._access.open()
        companies = opened.autotask.search_companies(text)
        taken = self._customers.taken_by(
            opened.settings.environment, [company.id for company in companies]
        )
        hits = []
        for company in companies:
            suggestion, score = compare_names(customer.name, company.name, token_sort_ratio)
            by = taken.get(company.id, "")
            hits.append(CompanyHit(company, suggestion, score, "" if by == customer.name else by))
        return tuple(sorted(hits, key=_best_first))

    def set_mapping(self, customer_id: int, company_id: int) -> CustomerRow:
        """Maps a customer to a company that Autotask shows as active right now.

        Raises:
            Failure: NOT_ALLOWED, ABSENT, BLOCKED for an inactive company, TAKEN.
        """
        self._actor.require(Permission.MAPPING)
        opened = self._access.open()
        environment = opened.settings.environment
        company = next(opened.autotask.companies([company_id])).get(company_id)
        if company is None:
            raise Failure(Kind.ABSENT, what="company", id=company_id)
        if reason_against(company):
            raise Failure(Kind.BLOCKED, reason=f"{company.name} ({company.id}) is inactive.")
        before = self._customers.row(customer_id, environment)
        event = self._actor.event(
            Act.MAPPING_SET,
            f"customer {customer_id}",
            before=_told(before.mapping),
            after=f"{company.name} ({company.id})",
            environment=environment,
        )
        self._customers.set_mapping(environment, customer_id, company, event)
        return self._customers.row(customer_id, environment)

    def clear_mapping(self, customer_id: int) -> CustomerRow:
        """Removes a customer's mapping; tickets stay.

        Raises:
            Failure: NOT_ALLOWED.
        """
        self._actor.require(Permission.MAPPING)
        environment = self._environment()
        before = self._customers.row(customer_id, environment)
        event = self._actor.event(
            Act.MAPPING_CLEARED,
            f"customer {customer_id}",
            before=_told(before.mapping),
            environment=environment,
        )
        self._customers.clear_mapping(environment, customer_id, event)
        return self._customers.row(customer_id, environment)

    def refresh_one(self, customer_id: int) -> CustomerRow:
        """Asks Autotask about one customer's company.

        Raises:
            Failure: NOT_ALLOWED, or what kept Autotask from answering.
        """
        self._actor.require(Permission.MAPPING)
        opened = self._access.open()
        row = self._customers.row(customer_id, opened.settings.environment)
        if row.mapping:
            company_id = row.mapping.company_id
            answer = next(opened.autotask.companies([company_id]))
            self._save(opened.settings.environment, {company_id: row.mapping}, answer)
        return self._customers.row(customer_id, opened.settings.environment)

    def refresh_all(self) -> Generator[Progress, None, RefreshSummary]:
        """Asks Autotask about every mapping; what is read is saved chunk by chunk.

        Yields:
            How many mappings were asked about so far; stopping keeps what was saved.

        Raises:
            Failure: NOT_ALLOWED, or what kept Autotask from answering.
        """
        self._actor.require(Permission.MAPPING)
        opened = self._access.open()
        mappings = _by_company(self._customers.mappings(opened.settings.environment))
        summary = RefreshSummary()
        yield Progress(0, len(mappings), "Refreshing mappings")
        done = 0
        for answer in opened.autotask.companies(sorted(mappings)):
            found = self._save(opened.settings.environment, mappings, answer)
            summary = summary.plus(found)
            done += len(answer)
            yield Progress(done, len(mappings), "Refreshing mappings")
        return summary

    def _save(
        self,
        environment: Environment,
        mappings: Mapping[int, CompanyMapping],
        answer: Mapping[int, Company | None],
    ) -> RefreshSummary:
        before = [mappings[company_id] for company_id in answer]
        vanished = sum(answer[m.company_id] is None and m.status.allows_tickets for m in before)
        if vanished >= SUSPICIOUS and vanished * 2 > len(answer):
            raise Failure(Kind.MANY_ABSENT, absent=vanished, asked=len(answer))
        now = self._clock.now()
        after = [refreshed(each, answer[each.company_id], now) for each in before]
        summary = _summary(before, after)
        event = self._actor.event(
            Act.MAPPING_REFRESHED,
            f"{len(after)} mappings",
            after=f"{summary.renamed} renamed, {summary.invalid} invalid",
            environment=environment,
        )
        self._customers.save_refreshed(before, after, event)
        return summary

    def _environment(self) -> Environment:
        return self._settings.read().environment

    def _query(self, chosen: CustomerFilter) -> CustomerQuery:
        return CustomerQuery(self._environment(), **vars(chosen))


def _best_first(hit: CompanyHit) -> tuple[bool, int, int, str]:
    return (
        not hit.company.is_active,
        _ORDER.index(hit.suggestion),
        -hit.score,
        hit.company.name.casefold(),
    )


def _summary(before: list[CompanyMapping], after: list[CompanyMapping]) -> RefreshSummary:
    """What changed; a mapping may count as renamed and as invalid or recovered at once."""
    summary = RefreshSummary()
    for old, new in zip(before, after, strict=True):
        renamed = new.company_name != old.company_name
        invalid = new.status is MappingStatus.INVALID and old.status is not MappingStatus.INVALID
        recovered = old.status is MappingStatus.INVALID and new.status.allows_tickets
        unchanged = not (renamed or invalid or recovered)
        summary = summary.plus(RefreshSummary(unchanged, renamed, invalid, recovered))
    return summary


def _by_company(mappings: tuple[CompanyMapping, ...]) -> dict[int, CompanyMapping]:
    """Mappings by company; of two customers that claim one only a usable mapping counts.

    The web application can give one company to two customers. Refreshing must not settle that:
    a person decides whose it is.
    """
    claims = Counter(mapping.company_id for mapping in mappings)
    return {
        mapping.company_id: mapping
        for mapping in mappings
        if claims[mapping.company_id] == 1 or mapping.status.allows_tickets
    }


def _told(mapping: CompanyMapping | None) -> str:
    return f"{mapping.company_name} ({mapping.company_id})" if mapping else ""
