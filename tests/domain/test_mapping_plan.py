"""What importing a file would change, line by line."""

from collections.abc import Sequence

import pytest

from bcautotask_gui.domain.customers import Company, CustomerRow, Mapping, MappingStatus
from bcautotask_gui.domain.mapping_files import FileRow
from bcautotask_gui.domain.mapping_plan import Effect, PlannedRow, company_ids, id_of, planned
from bcautotask_gui.domain.settings import Environment

SANDBOX = Environment.SANDBOX
NEW, CHANGED, SAME, REFUSED = Effect.NEW, Effect.CHANGED, Effect.SAME, Effect.REFUSED


def customer(customer_id: int, name: str, company_id: int | None = None) -> CustomerRow:
    mapping = None
    if company_id is not None:
        mapping = Mapping(SANDBOX, customer_id, company_id, name, MappingStatus.OK)
    return CustomerRow(customer_id, name, is_active=True, jobs=1, mapping=mapping)


CUSTOMERS = (
    customer(1, "Alpha", 11),
    customer(2, "Beta", 12),
    customer(3, "Gamma"),
    customer(4, "Delta"),
)
COMPANIES = {each: Company(each, f"Company {each}", is_active=True) for each in range(20)} | {
    15: Company(15, "Closed", is_active=False),
    16: None,
}


def weigh(*lines: Sequence[str]) -> tuple[PlannedRow, ...]:
    rows = [FileRow(number, *line) for number, line in enumerate(lines, start=2)]
    return planned(rows, CUSTOMERS, COMPANIES, SANDBOX)


@pytest.mark.parametrize(
    ("line", "effect", "reason"),
    [
        (("3", "13"), NEW, ""),
        (("3", "0"), NEW, ""),
        (("1", "13"), CHANGED, ""),
        (("1", "11"), SAME, ""),
        (("1", ""), SAME, "no company in the file: the mapping stays"),
        (("3", ""), SAME, "no company"),
        (("3", "15"), REFUSED, "company 15: inactive"),
        (("3", "16"), REFUSED, "company 16: deleted, or not accessible to the API user"),
        (("3", "12"), REFUSED, "mapped to Beta"),
        (("3", "x"), REFUSED, "'x' is no company id"),
        (("3", "-1"), REFUSED, "'-1' is no company id"),
        (("3", "2.9E7"), REFUSED, "'2.9E7' is no company id"),
        (("3", str(2**63)), REFUSED, f"'{2**63}' is no company id"),
        (("", "13"), REFUSED, "'' is no customer id"),
        (("99", "13"), REFUSED, "Backupchecks has no customer 99"),
        (("3", "13", "Gamma"), NEW, ""),
        (("3", "13", "Beta"), REFUSED, "customer 3 is Gamma here, not Beta"),
        (("3", "13", "", "sandbox"), NEW, ""),
        (
            ("3", "13", "", "production"),
            REFUSED,
            "this line is for production, but sandbox is in use",
        ),
    ],
)
def test_each_line_says_what_becomes_of_it(
    line: Sequence[str], effect: Effect, reason: str
) -> None:
    (row,) = weigh(line)
    assert (row.effect, row.reason) == (effect, reason)


def test_companies_can_change_hands_inside_one_file() -> None:
    assert [row.effect for row in weigh(("1", "12"), ("2", "11"))] == [CHANGED, CHANGED]
    assert [row.effect for row in weigh(("1", "13"), ("3", "11"))] == [CHANGED, NEW]


def test_a_chain_that_ends_at_a_refused_line_is_refused_as_a_whole() -> None:
    rows = weigh(("3", "12"), ("2", "11"), ("1", "15"))
    assert [row.effect for row in rows] == [REFUSED] * 3
    assert [row.reason for row in rows][:2] == ["mapped to Beta", "mapped to Alpha"]


def test_what_the_file_names_twice_is_refused_twice() -> None:
    by_customer = weigh(("3", "13"), ("3", "14"))
    by_company = weigh(("3", "13"), ("4", "13"))
    assert [row.effect for row in (*by_customer, *by_company)] == [REFUSED] * 4
    assert "names this customer in more than one line" in by_customer[0].reason
    assert "names this company in more than one line" in by_company[0].reason


def test_the_companies_of_a_file_are_asked_for_once() -> None:
    rows = [FileRow(2, "1", "12"), FileRow(3, "2", "12"), FileRow(4, "3", "x"), FileRow(5, "4", "")]
    assert company_ids(rows) == [12]


def test_ids_are_whole_numbers_of_64_bits() -> None:
    assert [id_of(text) for text in ("0", "29683512", str(2**63 - 1))] == [0, 29683512, 2**63 - 1]
    assert [id_of(text) for text in ("", " 1", "١٢", "1.0", str(2**63), "9" * 30)] == [None] * 6
