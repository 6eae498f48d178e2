"""A customer service in memory, with the customers and companies of one morning."""

from collections.abc import Generator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from bcautotask_gui.domain.customers import (
    Company,
    CompanyHit,
    CustomerRow,
    MappingStatus,
    Suggestion,
)
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.customers import CustomerFilter, RefreshSummary

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


class FakeCustomers:
    """Answers as the service does; `failure` is raised by whatever is called next."""

    def __init__(self) -> None:
        self.customers = {row.id: row for row in ROWS}
        self.hits: tuple[CompanyHit, ...] = HITS
        self.calls: list[tuple[object, ...]] = []
        self.failure: Failure | None = None
        self.summary = RefreshSummary(unchanged=126, renamed=1, invalid=1)

    def _called(self, *call: object) -> None:
        self.calls.append(call)
        failure, self.failure = self.failure, None
        if failure:
            raise failure

    def rows(self, chosen: CustomerFilter) -> tuple[CustomerRow, ...]:
        self._called("rows", chosen)
        return tuple(
            row
            for row in self.customers.values()
            if chosen.status in (None, row.status) and chosen.search.lower() in row.name.lower()
        )

    def counts(self, chosen: CustomerFilter) -> Mapping[MappingStatus | None, int]:
        rows = self.customers.values()
        counts: dict[MappingStatus | None, int] = {
            status: sum(row.status is status for row in rows) for status in MappingStatus
        }
        return {**counts, None: len(rows)}

    def search(self, customer: CustomerRow, text: str) -> tuple[CompanyHit, ...]:
        self._called("search", customer.id, text)
        return self.hits

    def set_mapping(self, customer_id: int, company_id: int) -> CustomerRow:
        self._called("set", customer_id, company_id)
        company = next(hit.company for hit in self.hits if hit.company.id == company_id)
        return self._put(customer_id, mapped(customer_id, company_id, company.name))

    def clear_mapping(self, customer_id: int) -> CustomerRow:
        self._called("clear", customer_id)
        return self._put(customer_id, None)

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


class FakeMessages:
    """Says yes at once where `says_yes`, and keeps what was asked, told and copied."""

    def __init__(self) -> None:
        self.says_yes = True
        self.asked: list[tuple[str, str, str]] = []
        self.copied: list[str] = []

    def ask(self, title: str, sentence: str, yes_text: str, then: object) -> None:
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
