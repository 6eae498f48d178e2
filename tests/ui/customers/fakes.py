"""A customer service in memory, with the customers and companies of one morning."""

from array import array
from collections.abc import Collection, Generator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from bcautotask_gui.domain.customers import (
    Company,
    CompanyFacts,
    CompanyHit,
    CustomerDetail,
    CustomerRow,
    MappingEntry,
    MappingStatus,
    OpenTicket,
    Suggestion,
)
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.mapping_plan import ImportPlan
from bcautotask_gui.domain.mapping_rules import acknowledged
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.suggestions import ExactMatch, ExactMatches, Suggestions
from bcautotask_gui.services.customers import CustomerFilter
from bcautotask_gui.services.mapping_refresh import RefreshSummary

NOW = datetime(2026, 11, 23, 7, 3, tzinfo=UTC)
SYNCED = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)


def mapped(
    customer_id: int,
    company_id: int,
    name: str,
    status: MappingStatus = MappingStatus.OK,
    former: str = "",
    reason: str = "",
) -> CompanyMapping:
    return CompanyMapping(
        Environment.SANDBOX, customer_id, company_id, name, status, former, reason, 1, SYNCED
    )


_YES, _NO = True, False
BRANDT = CustomerRow(
    1, "Autohaus Brandt KG", _YES, 6,
    mapped(1, 29683512, "Autohaus Brandt KG", MappingStatus.INVALID, reason="inactive"),
)  # fmt: skip
JANSEN = CustomerRow(2, "Bakkerij Jansen", _YES, 4, mapped(2, 29683401, "Bakkerij Jansen V.O.F."))
HARROW = CustomerRow(
    3, "Harrow & Finch Solicitors", _YES, 7,
    mapped(3, 29683477, "Harrow Finch LLP", MappingStatus.RENAMED, former="Harrow & Finch LLP"),
)  # fmt: skip
KOEHLER = CustomerRow(
    211, "Zahnarztpraxis Dr. Köhler", _YES, 2, None, datetime(2026, 11, 23, 4, 59, tzinfo=UTC)
)
BAKKER = CustomerRow(212, "Wijnhandel Bakker", _NO, 1, None)
ROWS = (BRANDT, JANSEN, HARROW, BAKKER, KOEHLER)

EXACT = CompanyHit(
    Company(29683560, "Zahnarztpraxis Dr. Köhler", _YES, "Customer", "Freiburg", "+49 761 555 014"),
    Suggestion.EXACT,
    100,
)
SIMILAR = CompanyHit(
    Company(29683588, "Dr. Köhler & Partner MVZ", _YES, "Customer", "Freiburg", "+49 761 555 080"),
    Suggestion.SIMILAR,
    78,
)
NO_MATCH = CompanyHit(
    Company(29683377, "Köhler Bedachungen", _YES, "Prospect", "Lörrach", "+49 7621 555 9"),
    Suggestion.NONE,
    41,
)
TAKEN = CompanyHit(
    Company(29683344, "Köhler Elektro KG", _YES, "Customer", "Kehl", "+49 7851 555 71"),
    Suggestion.NONE,
    48,
    "Elektro Köhler",
)
INACTIVE = CompanyHit(
    Company(29683102, "Autohaus Köhler", _NO, "Customer", "Offenburg", "+49 781 555 240"),
    Suggestion.NONE,
    44,
)
HITS = (EXACT, SIMILAR, NO_MATCH, TAKEN, INACTIVE)


FACTS = CompanyFacts(
    Company(29683401, "Bakkerij Jansen V.O.F.", _YES, "Customer", "Utrecht", "+31 30 555 0101"),
    datetime(2026, 11, 20, 15, 12, tzinfo=UTC),
    "Jansen Groep",
)
DETAIL = CustomerDetail(
    replace(JANSEN, last_run_at=datetime(2026, 11, 23, 4, 59, tzinfo=UTC)),
    waiting=1,
    open_tickets=(
        OpenTicket(
            "T20261120.0012", "In Progress", "HV1 Daily", datetime(2026, 11, 20, tzinfo=UTC)
        ),
    ),
    history=(
        MappingEntry(SYNCED, "M. Peters", "mapping set", "", "Bakkerij Jansen V.O.F. (29683401)"),
    ),
)


class FakeCustomers:
    """Answers as the service does; `failure` is raised by the next call that lists or acts."""

    def __init__(self) -> None:
        self.customers = {row.id: row for row in ROWS}
        self.hits: tuple[CompanyHit, ...] = HITS
        self.calls: list[tuple[object, ...]] = []
        self.failure: Failure | None = None
        self.summary = RefreshSummary(unchanged=126, renamed=1, invalid=1)
        self.details = DETAIL
        self.facts: CompanyFacts | None = FACTS
        self.found_in: Environment | None = None

    def _called(self, *call: object) -> None:
        self.calls.append(call)
        failure, self.failure = self.failure, None
        if failure:
            raise failure

    def order(self, chosen: CustomerFilter) -> "array[int]":
        self._called("order", chosen)
        found = (
            row.id
            for row in self.customers.values()
            if chosen.status in (None, row.status) and chosen.search.lower() in row.name.lower()
        )
        return array("q", found)

    def some(self, customer_ids: Collection[int]) -> tuple[CustomerRow, ...]:
        self.calls.append(("some", tuple(customer_ids)))
        wanted = set(customer_ids)
        return tuple(row for row in self.customers.values() if row.id in wanted)

    def counts(self, chosen: CustomerFilter) -> Mapping[MappingStatus | None, int]:
        rows = self.customers.values()
        counts: dict[MappingStatus | None, int] = {
            status: sum(row.status is status for row in rows) for status in MappingStatus
        }
        return {**counts, None: len(rows)}

    def search(self, customer: CustomerRow, text: str) -> tuple[CompanyHit, ...]:
        self._called("search", customer.id, text)
        return self.hits

    def detail(self, customer_id: int) -> CustomerDetail:
        self.calls.append(("detail", customer_id))
        return replace(self.details, row=self.customers[customer_id])

    def company_facts(self, company_id: int) -> CompanyFacts | None:
        self.calls.append(("facts", company_id))
        return self.facts

    def set_mapping(
        self, customer_id: int, company_id: int, found_in: Environment | None
    ) -> CustomerRow:
        self._called("set", customer_id, company_id)
        self.found_in = found_in
        company = next(hit.company for hit in self.hits if hit.company.id == company_id)
        return self._put(customer_id, mapped(customer_id, company_id, company.name))

    def clear_mapping(self, customer_id: int, shown_in: Environment) -> CustomerRow:
        assert shown_in is Environment.SANDBOX
        self._called("clear", customer_id)
        return self._put(customer_id, None)

    def acknowledge(self, mapping: CompanyMapping) -> CustomerRow:
        self._called("acknowledge", mapping.customer_id)
        return self._put(mapping.customer_id, acknowledged(mapping))

    def renamed(self) -> tuple[CustomerRow, ...]:
        self._called("renamed")
        return tuple(r for r in self.customers.values() if r.status is MappingStatus.RENAMED)

    def acknowledge_all(self, mappings: tuple[CompanyMapping, ...]) -> int:
        self._called("acknowledge all", *(each.customer_id for each in mappings))
        for each in mappings:
            self._put(each.customer_id, acknowledged(each))
        return len(mappings)

    def refresh_one(self, customer_id: int) -> CustomerRow:
        self._called("refresh", customer_id)
        return self.customers[customer_id]

    def refresh_all(self) -> Generator[Progress, None, RefreshSummary]:
        self._called("refresh all")
        yield Progress(0, 128, "Refreshing mappings")
        yield Progress(128, 128, "Refreshing mappings")
        return self.summary

    def called(self, name: str) -> list[tuple[object, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]

    def _put(self, customer_id: int, mapping: CompanyMapping | None) -> CustomerRow:
        row = replace(self.customers[customer_id], mapping=mapping)
        self.customers[customer_id] = row
        return row


class FakeSuggestions:
    """Knows the companies once they were read; `failure` is raised by whatever is called next."""

    def __init__(self) -> None:
        self.known = False
        self.matches: tuple[ExactMatch, ...] = (ExactMatch(KOEHLER, EXACT.company),)
        self.hits: tuple[CompanyHit, ...] = (EXACT, SIMILAR)
        self.accepted: list[tuple[tuple[ExactMatch, ...], Environment]] = []
        self.failure: Failure | None = None
        self.readings = 0

    def _fail(self) -> None:
        failure, self.failure = self.failure, None
        if failure:
            raise failure

    def read_companies(self) -> Generator[Progress, None, ExactMatches | None]:
        self.readings += 1
        yield Progress(500, None, "Reading companies")
        self._fail()
        self.known = True
        return self.exact()

    def exact(self) -> ExactMatches | None:
        if not self.known:
            return None
        return ExactMatches(Environment.SANDBOX, SYNCED, 1234, self.matches, others=(BAKKER,))

    def count_similar(self, customers: tuple[CustomerRow, ...]) -> Generator[Progress, None, int]:
        yield Progress(1, 1, "Comparing names")
        return len(customers)

    def similar_to(self, customer: CustomerRow) -> Suggestions | None:
        return Suggestions(customer.id, SYNCED, self.hits) if self.known else None

    def accept(
        self, matches: tuple[ExactMatch, ...], found_in: Environment
    ) -> Generator[Progress, None, int]:
        yield Progress(0, 1, "Checking companies")
        self._fail()
        self.accepted.append((matches, found_in))
        return len(matches)


class FakeFiles:
    """Remembers files; `failure` is raised by whatever is called next."""

    def __init__(self) -> None:
        self.plan = ImportPlan(Environment.SANDBOX, "mappings.csv", ())
        self.exported: list[tuple[str, CustomerFilter]] = []
        self.applied: list[ImportPlan] = []
        self.failure: Failure | None = None

    def _fail(self) -> None:
        failure, self.failure = self.failure, None
        if failure:
            raise failure

    def export(self, path: str, chosen: CustomerFilter) -> int:
        self._fail()
        self.exported.append((path, chosen))
        return 5

    def preview(self, path: str) -> Generator[Progress, None, ImportPlan]:
        yield Progress(0, 1, "Checking companies")
        self._fail()
        return self.plan

    def apply(self, plan: ImportPlan) -> Generator[Progress, None, int]:
        yield Progress(0, 1, "Checking companies")
        self._fail()
        self.applied.append(plan)
        return len(plan.writing)


class FakeMessages:
    """Says yes at once where `says_yes`, and keeps what was asked, told and copied."""

    def __init__(self) -> None:
        self.says_yes = True
        self.asked: list[tuple[str, str, str]] = []
        self.copied: list[str] = []

    def ask(
        self, title: str, sentence: str, yes_text: str, then: object, *, loses: bool = False
    ) -> None:
        self.asked.append((title, sentence, yes_text))
        if self.says_yes:
            then()  # type: ignore[operator]

    def tell(self, title: str, sentence: str, details: str = "") -> None:
        self.asked.append((title, sentence, ""))

    def open_url(self, url: str) -> None:
        raise NotImplementedError

    def copy(self, text: str) -> None:
        self.copied.append(text)


class FakeOutcome:
    def __init__(self) -> None:
        self.sentences: list[str] = []
        self.failures: list[Failure | None] = []

    def tell(self, sentence: str, failure: Failure | None = None) -> None:
        self.sentences.append(sentence)
        self.failures.append(failure)
