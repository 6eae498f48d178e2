"""Many mappings told to the web application at once: nobody's value lost, nobody held up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.database import mirror
from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import Company, CustomerQuery, MappingOrder, MappingStatus
from tests.database.world import PRODUCTION, event, ours, sql

if TYPE_CHECKING:
    from bcautotask_gui.database.engine import Database

FIRST_COMPANY = 700


@pytest.fixture
def customers(database: Database) -> list[int]:
    """Customers without a company, here and over there."""
    found = database.customers.rows(CustomerQuery(PRODUCTION, MappingStatus.MISSING))
    return [row.id for row in found][:5]


def map_at_once(database: Database, customers: list[int]) -> None:
    orders = [
        MappingOrder(
            customer,
            Company(FIRST_COMPANY + at, f"Company {at}", is_active=True),
            None,
            event(Act.MAPPING_SET, f"customer {customer}"),
        )
        for at, customer in enumerate(customers)
    ]
    database.customers.set_mappings(PRODUCTION, orders)


def over_there(url: str, customers: list[int]) -> list[object]:
    held = "SELECT autotask_company_id FROM customers WHERE id = :c"
    return [sql(url, held, c=customer)[0][0] for customer in customers]


def notes(url: str, customers: list[int]) -> list[tuple[bool, str]]:
    held = f"SELECT mirror_pending, mirror_note FROM {ours(url, 'mapping')} WHERE customer_id = :c"
    return [(bool(row[0]), row[1]) for c in customers for row in sql(url, held, c=c)]


def refuse(url: str, customer: int) -> None:
    """A trigger of theirs that has something against one customer."""
    if url.startswith("sqlite"):
        sql(url, f"CREATE TRIGGER stop BEFORE UPDATE ON customers WHEN NEW.id = {customer} "
                 "BEGIN SELECT RAISE(ABORT, 'not this one'); END")  # fmt: skip
        return
    sql(url, "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS "
             f"$$ BEGIN IF NEW.id = {customer} THEN RAISE EXCEPTION 'not this one'; END IF; "
             "RETURN NEW; END $$")  # fmt: skip
    sql(url, "CREATE TRIGGER stop BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION no()")


def test_more_mappings_than_fit_into_one_transaction_are_all_told_by_one_act(
    database: Database, url: str, customers: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirror, "_CHUNK", 2)
    map_at_once(database, customers)
    assert over_there(url, customers) == [FIRST_COMPANY + at for at in range(len(customers))]
    assert notes(url, customers) == [(False, "")] * len(customers)


def test_what_the_web_application_holds_stays_while_the_others_are_told(
    database: Database, url: str, customers: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as between:
        between.setattr(mirror.Mirror, "mappings", lambda _self: 0)
        map_at_once(database, customers)
    # the web application maps one of them between our first write and the second
    sql(url, "UPDATE customers SET autotask_company_id = 77 WHERE id = :c", c=customers[1])
    assert database.tickets.mirror() == 0
    assert over_there(url, customers) == [700, 77, 702, 703, 704]
    told = notes(url, customers)
    assert told.pop(1) == (False, "conflict: the web application holds 77")
    assert told == [(False, "")] * 4


def test_a_customer_that_is_refused_over_there_is_tried_again_and_keeps_nobody_waiting(
    database: Database, url: str, customers: list[int]
) -> None:
    refuse(url, customers[2])
    map_at_once(database, customers)
    assert over_there(url, customers) == [700, 701, None, 703, 704]
    pending, why = notes(url, customers)[2]
    assert pending
    assert "not this one" in why
    sql(url, "DROP TRIGGER stop" + (" ON customers" if database.is_shared else ""))
    assert database.tickets.mirror() == 0
    assert over_there(url, customers)[2] == 702
    assert notes(url, customers)[2] == (False, "")


def test_a_cleared_mapping_empties_only_what_was_ours(
    database: Database, url: str, customers: list[int]
) -> None:
    map_at_once(database, customers)
    sql(url, "UPDATE customers SET autotask_company_id = 77 WHERE id = :c", c=customers[0])
    for customer in customers[:2]:
        database.customers.clear_mapping(PRODUCTION, customer, event(Act.MAPPING_CLEARED))
    assert over_there(url, customers[:2]) == [77, None]
