"""Companies suggested for customers that have none: exact ones together, similar ones one by one.

Nothing is mapped here but by `accept`, which is a person's act.
"""

from collections.abc import Generator, Sequence

from rapidfuzz.fuzz import token_sort_ratio

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import (
    CompanyHit,
    CustomerQuery,
    CustomerRow,
    MappingOrder,
    Suggestion,
)
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.mapping_rules import (
    compare_names,
    name_key,
    refuse_other_environment,
    refuse_unusable,
)
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import Clock, CustomerStore, SettingsStore
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.suggestions import (
    ExactMatch,
    ExactMatches,
    Suggestions,
    exact_matches,
)
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.company_list import CompanyList

_AT_ONCE = 20
_ORDER = (Suggestion.EXACT, Suggestion.SIMILAR, Suggestion.NONE)


class SuggestionService:
    """Compares the names of customers with a kept list of companies."""

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
        self._list = CompanyList(access, clock)

    def read_companies(self) -> Generator[Progress, None, ExactMatches | None]:
        """Reads the list of companies anew and tells what it matches.

        Raises:
            Failure: NOT_ALLOWED, or what kept Autotask from answering.
        """
        self._actor.require(Permission.MAPPING)
        yield from self._list.read()
        return self.exact()

    def exact(self) -> ExactMatches | None:
        """What can be mapped at once; None while no list was read in this environment."""
        settings = self._settings.read()
        known = self._list.known(settings)
        if known is None:
            return None
        rows = self._customers.rows(CustomerQuery(settings.environment))
        taken = {row.mapping.company_id for row in rows if row.mapping}
        matches, unclear, others = exact_matches(rows, known.by_name, taken)
        return ExactMatches(
            known.environment, known.read_at, len(known.companies), matches, unclear, others
        )

    def count_similar(self, customers: Sequence[CustomerRow]) -> Generator[Progress, None, int]:
        """How many of these customers have a company of a similar name.

        Yields:
            How many were compared so far.
        """
        known = self._list.known(self._settings.read())
        found = 0
        for start in range(0, len(customers) if known else 0, _AT_ONCE):
            some = customers[start : start + _AT_ONCE]
            found += sum(known is not None and known.has_similar(each.name) for each in some)
            yield Progress(start + len(some), len(customers), say("Comparing names"))
        return found

    def similar_to(self, customer: CustomerRow) -> Suggestions | None:
        """Companies of the list that fit one customer; None while no list was read."""
        known = self._list.known(self._settings.read())
        if known is None:
            return None
        namesakes = known.by_name.get(name_key(customer.name), ())
        found = {each.id: each for each in (*namesakes, *known.similar(customer.name))}
        taken = self._customers.taken_by(known.environment, list(found))
        hits = []
        for company in found.values():
            suggestion, score = compare_names(customer.name, company.name, token_sort_ratio)
            holder = taken.get(company.id)
            by = "" if holder is None or holder[0] == customer.id else holder[1]
            hits.append(CompanyHit(company, suggestion, score, by, known.environment))
        return Suggestions(customer.id, known.read_at, tuple(sorted(hits, key=_best_first)))

    def accept(
        self, matches: Sequence[ExactMatch], found_in: Environment
    ) -> Generator[Progress, None, int]:
        """Maps all these customers in one transaction, or none of them.

        Every company is read again first: it must still be there, active and of this name.

        Args:
            matches: what the person left ticked.
            found_in: the environment that the matches were found in.

        Yields:
            How many companies were read again so far.

        Returns:
            How many customers were mapped.

        Raises:
            Failure: NOT_ALLOWED, ABSENT, BLOCKED, TAKEN, or STALE after a switch or a change.
        """
        self._actor.require(Permission.MAPPING)
        opened = self._access.open()
        settings = opened.settings
        refuse_other_environment(settings.environment, found_in, settings.saved_by)
        by_company = {each.company.id: each for each in matches}
        orders: list[MappingOrder] = []
        yield Progress(0, len(by_company), say("Checking companies"))
        for answer in opened.autotask.companies(sorted(by_company)):
            for company_id, company in answer.items():
                match = by_company[company_id]
                usable = refuse_unusable(company, company_id)
                if name_key(usable.name) != name_key(match.customer.name):
                    raise Failure(Kind.BLOCKED, reason=_renamed(match, usable.name))
                event = self._actor.event(
                    Act.MAPPING_SET,
                    f"customer {match.customer.id}",
                    after=f"{usable.name} ({company_id}), exact match",
                    environment=found_in,
                )
                orders.append(MappingOrder(match.customer.id, usable, None, event))
            yield Progress(len(orders), len(by_company), say("Checking companies"))
        self._customers.set_mappings(found_in, orders)
        return len(orders)


def _renamed(match: ExactMatch, name: str) -> str:
    return say(
        "Company {id} is called {name} by now, not {former}. Nothing was mapped. Look again.",
        id=match.company.id,
        name=name,
        former=match.company.name,
    )


def _best_first(hit: CompanyHit) -> tuple[bool, int, int, str]:
    return (bool(hit.taken_by), _ORDER.index(hit.suggestion), -hit.score, hit.company.name)
