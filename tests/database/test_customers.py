"""Customers and mappings: whose counts, who may have which company, what changed meanwhile."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import (
    Company,
    CustomerQuery,
    Mapping,
    MappingChange,
    MappingOrder,
    MappingStatus,
)
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.mapping_rules import acknowledged, refreshed
from bcautotask_gui.domain.runs import RunQuery, RunView
from bcautotask_gui.sandbox.sample import write_sample
from tests.database.world import NOW, PRODUCTION, SANDBOX, event, insert_ours, ours, sql

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.settings import Environment

ACME = Company(555, "Acme B.V.", is_active=True)


def ids(database: Database, environment: Environment = PRODUCTION, **query: object) -> list[int]:
    return [row.id for row in database.customers.rows(CustomerQuery(environment, **query))]  # type: ignore[arg-type]


def free_customers(database: Database) -> list[int]:
    return ids(database, status=MappingStatus.MISSING)


def mapped_customer(database: Database) -> int:
    return ids(database, status=MappingStatus.OK)[0]


def over_there(url: str, customer: int) -> tuple[object, ...]:
    names = "autotask_company_id, autotask_company_name, autotask_mapping_status"
    return tuple(sql(url, f"SELECT {names} FROM customers WHERE id = :id", id=customer)[0])


def test_a_mapping_is_kept_with_its_version_and_in_its_environment(database: Database) -> None:
    customer = free_customers(database)[0]
    first = database.customers.set_mapping(SANDBOX, customer, ACME, event(Act.MAPPING_SET))
    assert (first.company_id, first.company_name, first.version) == (555, "Acme B.V.", 1)
    assert first.synced_at is not None
    second = database.customers.set_mapping(
        SANDBOX, customer, replace(ACME, id=556), event(Act.MAPPING_SET)
    )
    assert (second.company_id, second.version) == (556, 2)
    assert database.customers.row(customer, PRODUCTION).mapping is None


def test_a_company_belongs_to_one_customer(database: Database) -> None:
    first, second = free_customers(database)[:2]
    database.customers.set_mapping(SANDBOX, first, ACME, event())
    with pytest.raises(Failure) as caught:
        database.customers.set_mapping(SANDBOX, second, ACME, event(subject="second"))
    assert caught.value.kind is Kind.TAKEN
    name = database.customers.row(first, SANDBOX).name
    assert f"Acme B.V. (555) is already mapped to {name}" in caught.value.happened
    assert database.customers.taken_by(SANDBOX, [555, 556]) == {555: (first, name)}
    assert database.audit.of("second") == ()
    database.customers.set_mapping(PRODUCTION, second, ACME, event())


def test_a_company_that_the_web_application_gave_away_is_taken_too(database: Database) -> None:
    holder = database.customers.row(mapped_customer(database), PRODUCTION)
    assert holder.mapping is not None
    company = Company(holder.mapping.company_id, "Whoever", is_active=True)
    with pytest.raises(Failure) as caught:
        database.customers.set_mapping(PRODUCTION, free_customers(database)[0], company, event())
    assert caught.value.values["customer"] == holder.name


def test_of_many_who_map_one_company_at_once_one_wins(database: Database) -> None:
    customers = free_customers(database)[:4]

    def map_to_acme(customer: int) -> bool:
        try:
            database.customers.set_mapping(SANDBOX, customer, ACME, event())
        except Failure as failure:
            assert failure.kind is Kind.TAKEN
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(map_to_acme, customers)) == 1


def test_the_keys_of_the_table_hold_without_the_store(database: Database, url: str) -> None:
    first, second = free_customers(database)[:2]
    database.customers.set_mapping(SANDBOX, first, ACME, event())

    def add(customer: int, company: int) -> None:
        keys = {"psa_type": "autotask", "environment": "sandbox"}
        insert_ours(url, "mapping", customer_id=customer, company_id=company, **keys)

    with pytest.raises(Exception, match=r"(?i)unique"):
        add(second, 555)
    with pytest.raises(Exception, match=r"(?i)unique"):
        add(first, 556)
    add(second, 556)


def test_a_customer_that_is_not_there_is_told(database: Database) -> None:
    for act in (
        lambda: database.customers.row(-1, SANDBOX),
        lambda: database.customers.set_mapping(SANDBOX, -1, ACME, event()),
    ):
        with pytest.raises(Failure) as caught:
            act()
        assert caught.value.kind is Kind.ABSENT


def test_what_the_web_application_wrote_counts_in_its_environment_alone(
    database: Database, url: str
) -> None:
    customer = mapped_customer(database)
    mapping = database.customers.row(customer, PRODUCTION).mapping
    assert mapping is not None
    assert (mapping.version, mapping.company_id) == (0, over_there(url, customer)[0])
    assert database.customers.row(customer, SANDBOX).mapping is None


def claim_twice(database: Database, url: str) -> tuple[int, int, int]:
    """Two customers to whom the web application gave one company."""
    first, second = ids(database, status=MappingStatus.OK)[:2]
    company = over_there(url, first)[0]
    sql(url, "UPDATE customers SET autotask_company_id = :o WHERE id = :c", o=company, c=second)
    assert isinstance(company, int)
    return first, second, company


def test_a_company_that_two_customers_claim_is_invalid_for_both_by_name(
    database: Database, url: str
) -> None:
    first, second, _company = claim_twice(database, url)
    names = sorted(database.customers.row(each, PRODUCTION).name for each in (first, second))
    for each in (first, second):
        mapping = database.customers.row(each, PRODUCTION).mapping
        assert mapping is not None
        assert mapping.status is MappingStatus.INVALID
        assert sorted(mapping.claimants) == names
        assert mapping.invalid_because == f"claimed by {' and '.join(mapping.claimants)}"
    assert {first, second} <= set(ids(database, status=MappingStatus.INVALID))


def test_a_company_of_ours_that_the_web_application_gives_to_another_is_invalid_for_both(
    database: Database, url: str
) -> None:
    mine, other = free_customers(database)[:2]
    database.customers.set_mapping(PRODUCTION, mine, ACME, event())
    sql(url, "UPDATE customers SET autotask_company_id = 555 WHERE id = :c", c=other)
    rows = [database.customers.row(each, PRODUCTION) for each in (mine, other)]
    assert [row.status for row in rows] == [MappingStatus.INVALID] * 2
    database.customers.clear_mapping(PRODUCTION, other, event())
    assert database.customers.row(mine, PRODUCTION).status is MappingStatus.OK


def test_a_refresh_does_not_decide_between_two_customers(database: Database, url: str) -> None:
    first, second, company = claim_twice(database, url)
    before = [m for m in database.customers.mappings(PRODUCTION) if m.company_id == company]
    after = [refreshed(each, replace(ACME, id=company), NOW) for each in before]
    assert [each.status for each in after] == [MappingStatus.INVALID] * 2
    assert database.customers.stamp_mappings(before, NOW, event()) == 0
    changes = [MappingChange(old, new, event()) for old, new in zip(before, after, strict=True)]
    assert database.customers.change_mappings(changes) == frozenset()
    database.customers.clear_mapping(PRODUCTION, second, event())
    assert database.customers.row(first, PRODUCTION).status is MappingStatus.OK


def test_a_cleared_mapping_is_gone_also_where_the_web_application_made_it(
    database: Database, url: str
) -> None:
    customer = mapped_customer(database)
    company = over_there(url, customer)[0]
    database.customers.clear_mapping(PRODUCTION, customer, event(Act.MAPPING_CLEARED))
    assert database.customers.row(customer, PRODUCTION).mapping is None
    assert over_there(url, customer)[0] == company  # not ours to remove
    sql(url, "UPDATE customers SET autotask_company_id = 77 WHERE id = :c", c=customer)
    mapping = database.customers.row(customer, PRODUCTION).mapping
    assert mapping is not None
    assert mapping.company_id == 77


def test_a_mapping_that_was_cleared_and_set_again_is_another_version(database: Database) -> None:
    customer = free_customers(database)[0]
    first = database.customers.set_mapping(SANDBOX, customer, ACME, event())
    database.customers.clear_mapping(SANDBOX, customer, event())
    again = database.customers.set_mapping(SANDBOX, customer, ACME, event())
    assert again.version > first.version


def test_our_mapping_is_mirrored_where_nothing_stood_and_over_our_own(
    database: Database, url: str
) -> None:
    customer = free_customers(database)[0]
    database.customers.set_mapping(PRODUCTION, customer, ACME, event())
    assert over_there(url, customer) == (555, "Acme B.V.", "ok")
    database.customers.set_mapping(PRODUCTION, customer, replace(ACME, id=556), event())
    assert over_there(url, customer)[0] == 556
    database.customers.clear_mapping(PRODUCTION, customer, event())
    assert over_there(url, customer) == (None, None, "missing")


def test_our_mapping_is_not_mirrored_over_anothers_value(database: Database, url: str) -> None:
    customer = mapped_customer(database)
    company = over_there(url, customer)[0]
    database.customers.set_mapping(PRODUCTION, customer, ACME, event())
    assert over_there(url, customer)[0] == company
    note = sql(url, f"SELECT mirror_note, mirror_pending FROM {ours(url, 'mapping')}")[0]
    assert note[0] == f"conflict: the web application holds {company}"
    assert not note[1]
    mapping = database.customers.row(customer, PRODUCTION).mapping
    assert mapping is not None
    assert mapping.company_id == 555


def test_a_mapping_of_the_other_environment_is_not_mirrored(database: Database, url: str) -> None:
    customer = free_customers(database)[0]
    database.customers.set_mapping(SANDBOX, customer, ACME, event())
    assert over_there(url, customer)[0] is None


def save(database: Database, before: Mapping, after: Mapping) -> frozenset[int]:
    return database.customers.change_mappings([MappingChange(before, after, event())])


def test_a_refresh_stamps_what_is_still_as_it_was_in_one_entry(database: Database) -> None:
    first, second, third = free_customers(database)[:3]
    for at, customer in enumerate((first, second, third)):
        database.customers.set_mapping(SANDBOX, customer, replace(ACME, id=555 + at), event())
    database.customers.set_mapping(SANDBOX, third, replace(ACME, id=560), event())
    seen = database.customers.mappings(SANDBOX)
    database.customers.set_mapping(SANDBOX, second, replace(ACME, id=561), event())
    told = event(subject="3 mappings", environment="sandbox")
    assert database.customers.stamp_mappings(seen, NOW, told) == 2
    now = {each.customer_id: each for each in database.customers.mappings(SANDBOX)}
    assert [now[each].synced_at == NOW for each in (first, second, third)] == [True, False, True]
    assert {each.version for each in seen if each.customer_id == third} == {now[third].version}
    assert len(database.audit.of("3 mappings")) == 1


def test_a_stamp_takes_in_what_the_web_application_mapped(database: Database) -> None:
    theirs = [each for each in database.customers.mappings(PRODUCTION) if not each.version]
    claimed = [each for each in theirs if each.claimants]
    assert database.customers.stamp_mappings(theirs, NOW, event()) == len(theirs) - len(claimed)
    for each in database.customers.mappings(PRODUCTION):
        assert each.version == (0 if each.claimants else 1)
        assert each.claimants or each.synced_at == NOW


def test_a_refresh_saves_what_is_still_as_it_was(database: Database) -> None:
    first, second = free_customers(database)[:2]
    database.customers.set_mapping(SANDBOX, first, ACME, event())
    database.customers.set_mapping(SANDBOX, second, replace(ACME, id=556), event())
    before = database.customers.mappings(SANDBOX)
    after = [refreshed(each, replace(ACME, name="Acme Group"), NOW) for each in before]
    database.customers.set_mapping(SANDBOX, second, replace(ACME, id=557), event())
    changes = [
        MappingChange(old, new, event(Act.MAPPING_REFRESHED, f"customer {old.customer_id}",
                                      environment="sandbox", after=new.company_name))
        for old, new in zip(before, after, strict=True)
    ]  # fmt: skip
    saved = database.customers.change_mappings(changes)
    assert saved == {first}
    renamed = database.customers.row(first, SANDBOX).mapping
    assert renamed in after
    assert renamed is not None
    assert renamed.former_name == "Acme B.V."
    kept = database.customers.row(second, SANDBOX).mapping
    assert kept is not None
    assert kept.company_id == 557
    (told,) = database.customers.detail(first, SANDBOX).history
    assert told.after == "Acme Group"


def test_a_refresh_keeps_what_it_learnt_about_a_mapping_of_the_web_application(
    database: Database,
) -> None:
    customer = mapped_customer(database)
    before = database.customers.row(customer, PRODUCTION).mapping
    assert before is not None
    after = refreshed(before, None, NOW)
    assert save(database, before, after) == {customer}
    kept = database.customers.row(customer, PRODUCTION)
    assert kept.status is MappingStatus.INVALID
    assert kept.mapping == replace(after, version=1)


def test_counts_tell_how_many_rows_each_status_has(database: Database) -> None:
    counts = database.customers.counts(CustomerQuery(PRODUCTION, status=MappingStatus.OK))
    for status in (*MappingStatus, None):
        assert counts[status] == len(ids(database, status=status))
    assert counts[None] == sum(counts[status] for status in MappingStatus)
    assert counts[MappingStatus.OK] > counts[MappingStatus.INVALID] > 0


def test_a_search_finds_names_of_both_sides_and_company_ids(database: Database) -> None:
    customer = free_customers(database)[0]
    database.customers.set_mapping(
        PRODUCTION, customer, Company(987654, "Größe & Söhne 100%", is_active=True), event()
    )
    assert ids(database, search="größe") == [customer]
    assert ids(database, search="SÖHNE 100%") == [customer]
    assert ids(database, search="100_") == []
    assert ids(database, search="987654") == [customer]
    assert ids(database, search="98765") == []
    name = database.customers.row(customer, PRODUCTION).name
    assert customer in ids(database, search=name.upper())


def test_rows_can_be_sorted_by_each_column(database: Database) -> None:
    plain = {"customer": lambda row: row.name.casefold(), "jobs": lambda row: row.jobs}
    for sort, key in plain.items():
        rows = database.customers.rows(CustomerQuery(PRODUCTION, sort=sort))
        assert [key(row) for row in rows] == sorted(key(row) for row in rows)
    for sort in ("active", "company", "company_id", "mapping", "last_sync"):
        up, down = ids(database, sort=sort), ids(database, sort=sort, descending=True)
        assert sorted(up) == sorted(down) == sorted(ids(database))
    last = database.customers.rows(CustomerQuery(PRODUCTION, sort="company", descending=True))[-1]
    assert last.mapping is None


def test_jobs_are_counted_without_archived_ones(database: Database, url: str) -> None:
    customer, jobs = sql(
        url, "SELECT customer_id, count(*) FROM jobs GROUP BY customer_id ORDER BY 2 DESC LIMIT 1"
    )[0]
    one = (
        "UPDATE jobs SET archived = true "
        "WHERE id = (SELECT min(id) FROM jobs WHERE customer_id = :c)"
    )
    sql(url, "UPDATE jobs SET archived = false")
    assert database.customers.row(customer, PRODUCTION).jobs == jobs
    sql(url, one, c=customer)
    assert database.customers.row(customer, PRODUCTION).jobs == jobs - 1


def test_without_the_columns_of_the_web_application_ours_work_alone(
    make_url: Callable[..., str], opened: Callable[..., Database]
) -> None:
    def fill(url: str) -> None:
        names = ("company_id", "company_name", "mapping_status", "last_sync_at")
        without = [f"customers.autotask_{name}" for name in names]
        write_sample(url, now=NOW, runs=50, without=[*without, "jobs.archived"])

    database = opened(make_url("no_mapping_columns", fill))
    customer = free_customers(database)[0]
    database.customers.set_mapping(PRODUCTION, customer, ACME, event())
    assert ids(database, status=MappingStatus.OK) == [customer]
    assert [m.customer_id for m in database.customers.mappings(PRODUCTION)] == [customer]
    lost = [part.lost for part in database.report.missing if part.table == "customers"]
    assert any("Mappings made in the web application are not seen" in each for each in lost)


# many at once --------------------------------------------------------------------------------


def order(customer: int, company: Company, seen: Mapping | None = None) -> MappingOrder:
    told = event(Act.MAPPING_SET, f"customer {customer}", environment="sandbox")
    return MappingOrder(customer, company, seen, told)


def companies_of(database: Database, *customers: int) -> list[int | None]:
    rows = [database.customers.row(each, SANDBOX) for each in customers]
    return [row.mapping.company_id if row.mapping else None for row in rows]


def test_many_customers_are_mapped_together_each_with_its_entry(database: Database) -> None:
    customers = free_customers(database)[:3]
    orders = [order(each, replace(ACME, id=600 + each)) for each in customers]
    database.customers.set_mappings(SANDBOX, orders)
    assert companies_of(database, *customers) == [600 + each for each in customers]
    for each in customers:
        assert len(database.customers.detail(each, SANDBOX).history) == 1


def test_one_that_is_refused_keeps_all_from_being_mapped(database: Database) -> None:
    first, second, third = free_customers(database)[:3]
    database.customers.set_mapping(SANDBOX, third, ACME, event())
    orders = [order(first, replace(ACME, id=600)), order(second, ACME)]
    with pytest.raises(Failure) as caught:
        database.customers.set_mappings(SANDBOX, orders)
    assert caught.value.kind is Kind.TAKEN
    assert companies_of(database, first, second, third) == [None, None, 555]
    assert database.customers.detail(first, SANDBOX).history == ()


def test_two_customers_can_change_their_companies(database: Database) -> None:
    first, second = free_customers(database)[:2]
    other = replace(ACME, id=556, name="Other")
    one = database.customers.set_mapping(SANDBOX, first, ACME, event())
    two = database.customers.set_mapping(SANDBOX, second, other, event())
    database.customers.set_mappings(SANDBOX, [order(first, other, one), order(second, ACME, two)])
    assert companies_of(database, first, second) == [556, 555]


@pytest.mark.parametrize("was_mapped", [True, False])
def test_a_mapping_that_changed_since_it_was_seen_keeps_all_as_they_are(
    database: Database, was_mapped: bool
) -> None:
    first, second = free_customers(database)[:2]
    seen = database.customers.set_mapping(SANDBOX, first, ACME, event()) if was_mapped else None
    database.customers.set_mapping(SANDBOX, first, replace(ACME, id=557), event(operator="bert"))
    orders = [order(second, replace(ACME, id=600)), order(first, replace(ACME, id=601), seen)]
    with pytest.raises(Failure) as caught:
        database.customers.set_mappings(SANDBOX, orders)
    assert caught.value.kind is Kind.STALE and "bert" in str(caught.value)
    assert companies_of(database, first, second) == [557, None]


def test_a_customer_that_is_gone_keeps_all_from_being_mapped(database: Database) -> None:
    (first,) = free_customers(database)[:1]
    with pytest.raises(Failure) as caught:
        database.customers.set_mappings(SANDBOX, [order(first, ACME), order(-1, ACME)])
    assert caught.value.kind is Kind.ABSENT
    assert companies_of(database, first) == [None]


def test_a_rename_is_acknowledged_once(database: Database) -> None:
    customer = free_customers(database)[0]
    before = database.customers.set_mapping(SANDBOX, customer, ACME, event())
    renamed = refreshed(before, replace(ACME, name="Acme Group"), NOW)
    save(database, before, renamed)
    told = event(Act.RENAME_ACKNOWLEDGED, f"customer {customer}", environment="sandbox")
    change = MappingChange(renamed, acknowledged(renamed), told)
    assert database.customers.change_mappings([change]) == {customer}
    assert database.customers.change_mappings([change]) == frozenset()
    row = database.customers.row(customer, SANDBOX)
    assert row.status is MappingStatus.OK
    assert row.mapping and row.mapping.former_name == ""
    history = database.customers.detail(customer, SANDBOX).history
    assert [each.what for each in history].count("rename acknowledged") == 1


@pytest.mark.parametrize(
    "sort", ["customer", "active", "jobs", "company", "company_id", "mapping", "last_sync"]
)
def test_order_and_rows_by_id_are_those_of_the_whole_list(database: Database, sort: str) -> None:
    for status, search, descending in ((None, "", False), (MappingStatus.OK, "a", True)):
        query = CustomerQuery(PRODUCTION, status, search, sort, descending)
        rows = database.customers.rows(query)
        order = database.customers.order(query)
        assert list(order) == [row.id for row in rows]
        some = order[1:3]
        assert {*database.customers.some(some, PRODUCTION)} == {*rows[1:3]}
    assert database.customers.some([-1], PRODUCTION) == ()


# the panel -----------------------------------------------------------------------------------


def test_the_panel_knows_the_last_run_what_waits_and_the_open_tickets(database: Database) -> None:
    told = [database.customers.detail(each, PRODUCTION) for each in ids(database)]
    for each in told:
        query = RunQuery(PRODUCTION, RunView.NEEDS_TICKET, customer_id=each.row.id)
        assert each.waiting == database.runs.counts(query)[RunView.NEEDS_TICKET]
        newest = database.runs.first_page(replace(query, view=RunView.ALL), 1)
        assert each.row.last_run_at == (newest[0].run_at if newest else None)
        numbers = [ticket.number for ticket in each.open_tickets]
        assert len(numbers) == len(set(numbers))
    assert any(each.waiting for each in told)
    assert any(each.open_tickets for each in told)


def test_the_history_of_the_other_environment_is_not_told(database: Database) -> None:
    customer = free_customers(database)[0]
    told = event(Act.MAPPING_SET, f"customer {customer}", environment="sandbox")
    database.customers.set_mapping(SANDBOX, customer, ACME, told)
    assert len(database.customers.detail(customer, SANDBOX).history) == 1
    assert database.customers.detail(customer, PRODUCTION).history == ()


# odd names and ids ---------------------------------------------------------------------------

ODD = (
    'Jan\'s "Bakkerij"; DROP TABLE customers --',
    "🥖 Bäckerei 🥐",
    "مخبزة الشرق",
    "x" * 300,
    "100%_\\ Ltd",
)


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("company_id", [0, 2**63 - 1])
def test_odd_names_and_ids_are_kept_and_found(
    database: Database, url: str, name: str, company_id: int
) -> None:
    customer = free_customers(database)[0]
    sql(url, "UPDATE customers SET name = :n WHERE id = :c", n=name[:200], c=customer)
    mapping = database.customers.set_mapping(
        SANDBOX, customer, Company(company_id, name, is_active=True), event()
    )
    assert (mapping.company_id, mapping.company_name) == (company_id, name)
    assert ids(database, SANDBOX, search=name[:100]) == [customer]
    assert ids(database, SANDBOX, search=str(company_id)) == [customer]
    assert database.customers.taken_by(SANDBOX, [company_id])[company_id][0] == customer


def test_two_customers_of_one_name_are_told_apart(database: Database, url: str) -> None:
    first, second = free_customers(database)[:2]
    sql(url, "UPDATE customers SET name = 'Twin' || :no WHERE id = :c", no=" ", c=first)
    sql(url, "UPDATE customers SET name = 'Twin' WHERE id = :c", c=second)
    database.customers.set_mapping(SANDBOX, first, ACME, event())
    assert database.customers.taken_by(SANDBOX, [555])[555][0] == first
    with pytest.raises(Failure) as caught:
        database.customers.set_mapping(SANDBOX, second, ACME, event())
    assert caught.value.kind is Kind.TAKEN
