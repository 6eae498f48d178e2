"""What importing a file of mappings would change, told before anything is changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bcautotask_gui.domain.customers import Company, CustomerRow
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.mapping_files import FileRow, same_text
from bcautotask_gui.domain.mapping_rules import reason_against
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment

_HIGHEST_ID = 2**63 - 1


class Effect(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True)
class PlannedRow:
    """One line of the file with what it does.

    Attributes:
        customer: the customer's name in Backupchecks, or what the file says.
        company: as Autotask shows it, or None.
        reason: why it is refused or left as it is, else empty.
        seen: the mapping that stands there now.
    """

    line: int
    effect: Effect
    customer_id: int | None
    customer: str
    company_id: str
    company: Company | None = None
    reason: str = ""
    seen: CompanyMapping | None = None

    @property
    def key(self) -> int:
        """What finds the row again."""
        return self.line

    @property
    def writes(self) -> bool:
        """Whether the mapping is written."""
        return self.effect in (Effect.NEW, Effect.CHANGED)


@dataclass(frozen=True)
class ImportPlan:
    """A file, weighed line by line.

    Attributes:
        environment: whose mappings would change.
        name: of the file.
    """

    environment: Environment
    name: str
    rows: tuple[PlannedRow, ...]

    @property
    def writing(self) -> tuple[PlannedRow, ...]:
        """The lines that would change something."""
        return tuple(row for row in self.rows if row.writes)

    def count(self, effect: Effect) -> int:
        """How many lines have this effect."""
        return sum(row.effect is effect for row in self.rows)


def id_of(text: str) -> int | None:
    """An id as a file has it, or None where it is none; ids have at most 64 bits."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 19):
        return None
    number = int(text)
    return number if number <= _HIGHEST_ID else None


def company_ids(rows: Iterable[FileRow]) -> list[int]:
    """The companies that a file names, to be asked for."""
    found = (id_of(row.company_id) for row in rows)
    return sorted({each for each in found if each is not None})


def planned(
    rows: Sequence[FileRow],
    customers: Sequence[CustomerRow],
    companies: Mapping[int, Company | None],
    environment: Environment,
) -> tuple[PlannedRow, ...]:
    """What each line does.

    Args:
        rows: the lines of the file.
        customers: all customers as they are now.
        companies: what Autotask answered for the companies of the file.
        environment: the one in use.
    """
    known = {each.id: each for each in customers}
    weighed = [_weighed(row, known, companies, environment) for row in rows]
    weighed = _without_doubles(weighed)
    while True:
        kept = _without_taken(weighed, customers)
        if kept == weighed:
            return tuple(kept)
        weighed = kept


def _weighed(
    row: FileRow,
    known: Mapping[int, CustomerRow],
    companies: Mapping[int, Company | None],
    environment: Environment,
) -> PlannedRow:
    customer_id, company_id = id_of(row.customer_id), id_of(row.company_id)
    customer = known.get(customer_id) if customer_id is not None else None
    company = companies.get(company_id) if company_id is not None else None
    plan = PlannedRow(
        row.line,
        Effect.REFUSED,
        customer_id,
        customer.name if customer else row.customer,
        row.company_id,
        company,
        seen=customer.mapping if customer else None,
    )
    reason = _against_customer(row, customer, environment)
    if reason or customer is None:
        return replace(plan, reason=reason)
    if not row.company_id:
        stays = say("no company in the file: the mapping stays") if plan.seen else say("no company")
        return replace(plan, effect=Effect.SAME, reason=stays)
    if company_id is None:
        return replace(
            plan, reason=say("{company_id!r} is no company id", company_id=row.company_id)
        )
    against = reason_against(company)
    if against:
        return replace(
            plan,
            reason=say("company {company_id}: {against}", company_id=company_id, against=against),
        )
    if plan.seen is None:
        return replace(plan, effect=Effect.NEW)
    is_same = plan.seen.company_id == company_id
    return replace(plan, effect=Effect.SAME if is_same else Effect.CHANGED)


def _against_customer(row: FileRow, customer: CustomerRow | None, environment: Environment) -> str:
    if row.environment and row.environment != environment.value:
        return say(
            "this line is for {other}, but {environment} is in use",
            other=row.environment,
            environment=environment.value,
        )
    if id_of(row.customer_id) is None:
        return say("{customer_id!r} is no customer id", customer_id=row.customer_id)
    if customer is None:
        return say("Backupchecks has no customer {customer_id}", customer_id=row.customer_id)
    if row.customer and not same_text(row.customer, customer.name):
        return say(
            "customer {id} is {name} here, not {customer}",
            id=customer.id,
            name=customer.name,
            customer=row.customer,
        )
    return ""


def _without_doubles(rows: Sequence[PlannedRow]) -> list[PlannedRow]:
    """A customer or a company that stands in two lines is refused in both."""
    named: dict[tuple[str, object], int] = {}
    for row in rows:
        for each in _names(row):
            named[each] = named.get(each, 0) + 1

    def judged(row: PlannedRow) -> PlannedRow:
        doubled = [kind for kind, value in _names(row) if named[kind, value] > 1]
        if not doubled:
            return row
        reason = say("the file names this company in more than one line")
        if "customer" in doubled:
            reason = say("the file names this customer in more than one line")
        return replace(row, effect=Effect.REFUSED, reason=reason)

    return [judged(row) for row in rows]


def _names(row: PlannedRow) -> list[tuple[str, object]]:
    if row.effect is Effect.REFUSED:
        return []
    found: list[tuple[str, object]] = [("customer", row.customer_id)]
    if row.company is not None:
        found.append(("company", row.company.id))
    return found


def _without_taken(
    rows: Sequence[PlannedRow], customers: Sequence[CustomerRow]
) -> list[PlannedRow]:
    """A company that stays with another customer is refused; one that changes hands is not."""
    leaving = {row.customer_id for row in rows if row.effect is Effect.CHANGED}
    holders: dict[int, list[CustomerRow]] = {}
    for each in customers:
        if each.mapping and each.id not in leaving:
            holders.setdefault(each.mapping.company_id, []).append(each)

    def judged(row: PlannedRow) -> PlannedRow:
        held = holders.get(row.company.id, []) if row.writes and row.company else []
        others = [each for each in held if each.id != row.customer_id]
        if not others:
            return row
        return replace(
            row, effect=Effect.REFUSED, reason=say("mapped to {name}", name=others[0].name)
        )

    return [judged(row) for row in rows]
