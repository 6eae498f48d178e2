"""Customers and mappings: whose counts, who may have which company, what changed meanwhile."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import Company, CustomerQuery, MappingStatus
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.mapping_rules import refreshed
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
    assert database.customers.taken_by(SANDBOX, [555, 556]) == {555: name}
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


def test_a_mapping_that_two_customers_claim_is_invalid(database: Database, url: str) -> None:
    first, second = ids(database, status=MappingStatus.OK)[:2]
    company = over_there(url, first)[0]
    sql(url, "UPDATE customers SET autotask_company_id = :o WHERE id = :c", o=company, c=second)
    for each in (first, second):
        mapping = database.customers.row(each, PRODUCTION).mapping
        assert mapping is not None
        assert mapping.status is MappingStatus.INVALID
        assert mapping.invalid_because == "two customers claim it"


def test_a_refresh_does_not_decide_between_two_customers(database: Database, url: str) -> None:
    first, second = ids(database, status=MappingStatus.OK)[:2]
    company = over_there(url, first)[0]
    sql(url, "UPDATE customers SET autotask_company_id = :o WHERE id = :c", o=company, c=second)
    before = [m for m in database.customers.mappings(PRODUCTION) if m.company_id == company]
    after = [replace(each, status=MappingStatus.OK, invalid_because="") for each in before]
    assert len(before) == 2
    assert database.customers.save_refreshed(before, after, event()) == 0


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


def test_a_refresh_saves_what_is_still_as_it_was(database: Database) -> None:
    first, second = free_customers(database)[:2]
    database.customers.set_mapping(SANDBOX, first, ACME, event())
    database.customers.set_mapping(SANDBOX, second, replace(ACME, id=556), event())
    before = database.customers.mappings(SANDBOX)
    after = [refreshed(each, replace(ACME, name="Acme Group"), NOW) for each in before]
    database.customers.set_mapping(SANDBOX, second, replace(ACME, id=557), event())
    saved = database.customers.save_refreshed(before, after, event(subject="2 mappings"))
    assert saved == 1
    renamed = database.customers.row(first, SANDBOX).mapping
    assert renamed in after
    assert renamed is not None
    assert renamed.former_name == "Acme B.V."
    kept = database.customers.row(second, SANDBOX).mapping
    assert kept is not None
    assert kept.company_id == 557
    assert len(database.audit.of("2 mappings")) == 1


def test_a_refresh_keeps_what_it_learnt_about_a_mapping_of_the_web_application(
    database: Database,
) -> None:
    customer = mapped_customer(database)
    before = database.customers.row(customer, PRODUCTION).mapping
    assert before is not None
    after = refreshed(before, None, NOW)
    assert database.customers.save_refreshed([before], [after], event()) == 1
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
