"""Databases of Backupchecks as they may be met: each opens, or says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.database.looking import look_at
from bcautotask_gui.domain.customers import Company
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.runs import RunQuery, RunView
from tests.database.world import HERE, PRODUCTION, draft_of, event, mapped_runs, sql, ticket

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database

THEIR_AUTOTASK = {
    "customers": (
        "autotask_company_id", "autotask_company_name", "autotask_mapping_status",
        "autotask_last_sync_at",
    ),
    "job_runs": (
        "autotask_ticket_id", "autotask_ticket_number", "autotask_ticket_created_at",
        "autotask_ticket_created_by_user_id", "autotask_ticket_deleted_at",
    ),
}  # fmt: skip
# names and kinds of objects lie in a list of their own, as they may
KEPT_APART = {"run_objects.name", "run_objects.type"}


@pytest.fixture
def url(url: str) -> str:
    """A complete one: the sample with the one column that it lacks."""
    sql(url, "ALTER TABLE users ADD COLUMN active boolean DEFAULT true")
    return url


def missing(database: Database) -> set[str]:
    parts = database.report.missing
    return {f"{part.table}.{part.column}".rstrip(".") for part in parts}


def make_a_ticket(database: Database) -> int:
    """Everything that the main job does with a run; returns the run."""
    run_id = mapped_runs(database)[0]
    assert database.runs.detail(run_id, PRODUCTION).run.id == run_id
    claim = database.tickets.claim(draft_of(database, run_id), HERE, event())
    database.tickets.created(database.tickets.sending(claim, event()), 61, event())
    database.tickets.snapshot(PRODUCTION, ticket(61), "New")
    database.tickets.mirror()
    links = database.tickets.links_of(run_id, PRODUCTION)
    assert [link.number for link in links] == ["T20260312.0001"]
    return run_id


def test_a_complete_database_lacks_nothing(database: Database) -> None:
    assert missing(database) == KEPT_APART
    make_a_ticket(database)


def test_without_the_columns_for_autotask_tickets_are_kept_by_us_until_they_are_there(
    url: str, opened: Callable[..., Database]
) -> None:
    before = opened(url)
    mapping = next(m for m in before.customers.mappings(PRODUCTION) if m.status.allows_tickets)
    before.close()
    for table, words in THEIR_AUTOTASK.items():
        for word in words:
            sql(url, f"ALTER TABLE {table} DROP COLUMN {word}")
    database = opened(url)
    assert {"runs.ticket_id", "runs.ticket_number", "customers.company_id"} <= missing(database)
    assert all(part.lost for part in database.report.missing)
    assert database.runs.counts(RunQuery(PRODUCTION))[RunView.ALL] == 600
    assert database.customers.mappings(PRODUCTION) == ()
    company = Company(mapping.company_id or 0, mapping.company_name, is_active=True)
    database.customers.set_mapping(PRODUCTION, mapping.customer_id, company, event())
    run_id = make_a_ticket(database)
    for column in ("autotask_ticket_id integer", "autotask_ticket_number text"):
        sql(url, f"ALTER TABLE job_runs ADD COLUMN {column}")
    opened(url).tickets.mirror()
    there = "SELECT autotask_ticket_id, autotask_ticket_number FROM job_runs WHERE id = :r"
    assert sql(url, there, r=run_id) == [(61, "T20260312.0001")]


def test_columns_that_nobody_knows_stay_out_of_sight(
    url: str, opened: Callable[..., Database]
) -> None:
    for table in ("customers", "jobs", "job_runs", "mail_messages"):
        sql(url, f"ALTER TABLE {table} ADD COLUMN surplus text DEFAULT 'x'")
        sql(url, f'ALTER TABLE {table} ADD COLUMN "odd name; --" integer')
    database = opened(url)
    assert missing(database) == KEPT_APART
    make_a_ticket(database)


def test_without_tables_of_objects_runs_are_shown_without_objects(
    url: str, opened: Callable[..., Database]
) -> None:
    for table in ("run_object_links", "job_object_links", "mail_objects", "customer_objects"):
        sql(url, f"DROP TABLE IF EXISTS {table}")
    database = opened(url)
    assert missing(database) == {"mail_objects", "run_objects", "objects"}
    run_id = make_a_ticket(database)
    assert database.runs.detail(run_id, PRODUCTION).run.objects == ()


def test_an_empty_database_says_that_it_is_another_one(
    empty_url: str, opened: Callable[..., Database]
) -> None:
    if empty_url.startswith("sqlite"):
        with pytest.raises(Failure) as caught:
            look_at(empty_url)
        assert caught.value.kind is Kind.DATABASE_UNREACHABLE
    else:
        with pytest.raises(Failure) as caught:
            opened(empty_url, may_migrate=False)
        assert caught.value.kind is Kind.DATABASE_NOT_PREPARED
        assert "runs" in str(caught.value.values["missing"])
    database = opened(empty_url)
    assert database.report.is_empty
    with pytest.raises(Failure) as caught:
        database.runs.order(RunQuery(PRODUCTION))
    assert caught.value.kind is Kind.TABLE_MISSING
    assert "Check that this is the Backupchecks database" in str(caught.value)
