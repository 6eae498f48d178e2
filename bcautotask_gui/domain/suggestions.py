"""Which customers and companies carry the same name, so that a person can map them at once."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bcautotask_gui.domain.customers import Company, CompanyHit, CustomerRow
from bcautotask_gui.domain.mapping_rules import name_key
from bcautotask_gui.domain.settings import Environment


@dataclass(frozen=True)
class ExactMatch:
    """A customer without a company, and the one free company of its name."""

    customer: CustomerRow
    company: Company

    @property
    def key(self) -> int:
        """What finds the row again."""
        return self.customer.id


@dataclass(frozen=True)
class ExactMatches:
    """What can be mapped at once.

    Attributes:
        environment: where the companies were read.
        read_at: when the list of companies was read, aware, UTC.
        companies: how many active companies the list holds.
        unclear: customers whose name several free companies, or several customers, carry.
        others: customers without a company that no free company is named like.
    """

    environment: Environment
    read_at: datetime
    companies: int
    matches: tuple[ExactMatch, ...]
    unclear: tuple[CustomerRow, ...] = ()
    others: tuple[CustomerRow, ...] = ()


@dataclass(frozen=True)
class Suggestions:
    """Companies of the list that fit one customer, the best first.

    Attributes:
        read_at: when the list was read, aware, UTC.
    """

    customer_id: int
    read_at: datetime
    hits: tuple[CompanyHit, ...]


def exact_matches(
    customers: Iterable[CustomerRow],
    companies: Mapping[str, tuple[Company, ...]],
    taken: Collection[int],
) -> tuple[tuple[ExactMatch, ...], tuple[CustomerRow, ...], tuple[CustomerRow, ...]]:
    """Pairs each active customer without a company with the one company of its name.

    A name that several free companies or several such customers carry decides nothing.

    Args:
        customers: all of them.
        companies: active companies by the key of their name.
        taken: ids of companies that a customer has.

    Returns:
        The matches, the customers with an unclear name, and those without a namesake.
    """
    open_ones = [each for each in customers if each.mapping is None and each.is_active]
    bearers: dict[str, int] = {}
    for each in open_ones:
        bearers[name_key(each.name)] = bearers.get(name_key(each.name), 0) + 1
    matches, unclear, others = [], [], []
    for each in open_ones:
        key = name_key(each.name)
        free = [company for company in companies.get(key, ()) if company.id not in taken]
        if not key or not free:
            others.append(each)
        elif len(free) == 1 and bearers[key] == 1:
            matches.append(ExactMatch(each, free[0]))
        else:
            unclear.append(each)
    return tuple(matches), tuple(unclear), tuple(others)
