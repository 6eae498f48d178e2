"""Their tables: found by name, with what this database user may do with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.runs import RunQuery, RunView
from tests.database.world import HERE, PRODUCTION, draft_of, event, mapped_runs, sql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.schema_report import SchemaPart


def part(database: Database, table: str, column: str = "") -> SchemaPart:
    return next(p for p in database.report.parts if (p.table, p.column) == (table, column))


def test_what_is_there_is_told_by_its_live_name(database: Database) -> None:
    assert part(database, "runs").found == "job_runs"
    assert part(database, "jobs", "name").found == "job_name"
    assert part(database, "runs", "ticket_id").can_write
    assert not database.report.is_empty
    assert part(database, "runs") in database.report.found


def test_another_name_that_stands_in_the_description_is_found(
    url: str, opened: Callable[..., Database]
) -> None:
    sql(url, "ALTER TABLE job_runs RENAME COLUMN autotask_ticket_id TO psa_ticket_id")
    sql(url, "ALTER TABLE jobs RENAME COLUMN backup_software TO software")
    database = opened(url)
    assert part(database, "runs", "ticket_id").found == "psa_ticket_id"
    assert "Veeam" in database.runs.choices()[1]


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_table_of_the_same_name_in_another_schema_deceives_nobody(
    url: str, opened: Callable[..., Database]
) -> None:
    sql(url, "CREATE SCHEMA archive")
    sql(url, "CREATE TABLE archive.job_runs (id integer, status text, only_here integer)")
    name = url.partition("?")[0].rpartition("/")[2]
    sql(url, f"ALTER DATABASE {name} SET search_path = archive, public")
    assert opened(url).runs.counts(RunQuery(PRODUCTION))[RunView.ALL] == 600


@pytest.fixture
def role(url: str) -> Iterator[str]:
    """A database user of this test's own, with the address that signs it in."""
    sql(url, "CREATE ROLE clerk LOGIN")
    yield url.replace("//bc@", "//clerk@")
    sql(url, "DROP OWNED BY clerk")
    sql(url, "DROP ROLE clerk")


def grant(url: str, *rights: str) -> None:
    for right in rights:
        sql(url, f"GRANT {right} TO clerk")


READS_ALL = (
    "USAGE ON SCHEMA bcautotask",
    "SELECT ON ALL TABLES IN SCHEMA bcautotask",
    "SELECT ON ALL TABLES IN SCHEMA public",
)


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_who_may_only_read_reads_and_is_refused_with_a_sentence(
    url: str, role: str, opened: Callable[..., Database]
) -> None:
    grant(url, *READS_ALL)
    database = opened(role, may_migrate=False)
    assert database.users.database_user("desk-9").role is Role.REPORTER
    assert not part(database, "runs", "ticket_id").can_write
    assert len(database.runs.order(RunQuery(PRODUCTION))) > 0
    with pytest.raises(Failure) as caught:
        database.settings.save(database.settings.read(), event(Act.SETTINGS_SAVED))
    assert caught.value.kind is Kind.DATABASE_READ_ONLY


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_the_role_of_a_person_follows_the_grants_of_their_database_user(
    url: str, role: str, opened: Callable[..., Database]
) -> None:
    grant(url, *READS_ALL, "INSERT ON bcautotask.claim")
    operator = opened(role, may_migrate=False).users.database_user("desk-9")
    assert (operator.name, operator.role, operator.workstation) == (
        "clerk", Role.OPERATOR, "desk-9",
    )  # fmt: skip
    grant(url, "INSERT ON bcautotask.settings")
    assert opened(role, may_migrate=False).users.database_user("desk-9").role is Role.ADMIN


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_column_that_may_not_be_read_is_told_from_one_that_is_missing(
    url: str, role: str, opened: Callable[..., Database]
) -> None:
    grant(url, *READS_ALL)
    sql(url, "REVOKE SELECT ON job_runs FROM clerk")
    sql(url, "GRANT SELECT (id, job_id, run_at, status, mail_message_id) ON job_runs TO clerk")
    database = opened(role, may_migrate=False)
    forbidden = part(database, "runs", "remark")
    assert forbidden.is_forbidden
    assert forbidden in database.report.missing
    assert len(database.runs.order(RunQuery(PRODUCTION, view=RunView.ALL))) == 600


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_missing_grant_for_the_mirror_costs_nothing_and_stays_pending(
    url: str, role: str, opened: Callable[..., Database]
) -> None:
    grant(
        url,
        *READS_ALL,
        "INSERT, UPDATE ON bcautotask.claim, bcautotask.ticket_link",
        "INSERT ON bcautotask.audit",
        "USAGE ON ALL SEQUENCES IN SCHEMA bcautotask",
    )
    database = opened(role, may_migrate=False)
    run_id = mapped_runs(database)[0]
    claim = database.tickets.claim(draft_of(database, run_id), HERE, event())
    database.tickets.created(database.tickets.sending(claim, event()), 61, event())
    assert database.tickets.mirror() == 1
    assert database.tickets.links_of(run_id, PRODUCTION)[0].mirror_pending


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_columns_of_another_type_are_read_as_what_is_meant(
    url: str, opened: Callable[..., Database]
) -> None:
    before = opened(url)
    ids = list(before.runs.order(RunQuery(PRODUCTION, view=RunView.ALL)))
    counts = before.runs.counts(RunQuery(PRODUCTION))
    rows = before.runs.rows(ids, PRODUCTION)
    before.close()
    for change in (
        "autotask_ticket_id TYPE varchar",
        "missed DROP DEFAULT, ALTER missed TYPE integer USING missed::integer",
        "run_at TYPE timestamptz USING run_at AT TIME ZONE 'UTC'",
        "id TYPE bigint",
    ):
        sql(url, f"ALTER TABLE job_runs ALTER {change}")
    sql(url, "CREATE TYPE ended AS ENUM ('Success', 'Warning', 'Failed', 'Error', 'Missed')")
    sql(url, "UPDATE job_runs SET status = 'Success' WHERE status LIKE 'Success%'")
    sql(url, "ALTER TABLE job_runs ALTER status TYPE ended USING status::ended")
    database = opened(url)
    assert list(database.runs.order(RunQuery(PRODUCTION, view=RunView.ALL))) == ids
    assert database.runs.counts(RunQuery(PRODUCTION)) == counts
    found = database.runs.rows(ids, PRODUCTION)
    assert [(r.status, r.run_at, r.ticket) for r in found] == [
        (r.status, r.run_at, r.ticket) for r in rows
    ]
    since = rows[50].run_at
    assert len(database.runs.order(RunQuery(PRODUCTION, view=RunView.ALL, since=since))) == 51
    assert not part(database, "runs", "ticket_id").can_write
    assert part(database, "runs", "ticket_number").can_write


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_column_of_a_kind_that_cannot_be_meant_counts_as_missing(
    url: str, opened: Callable[..., Database]
) -> None:
    sql(url, "ALTER TABLE job_runs ALTER reviewed_at TYPE boolean USING reviewed_at IS NOT NULL")
    database = opened(url)
    assert part(database, "runs", "reviewed_at") in database.report.missing
    assert database.runs.counts(RunQuery(PRODUCTION))[RunView.NOT_REVIEWED] == 600
