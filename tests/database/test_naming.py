"""Names that an admin gives: checked, shared, and in use after connecting again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.database.looking import look_at
from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.naming import GivenNames
from bcautotask_gui.domain.runs import RunQuery, RunView
from tests.database.world import (
    HERE,
    PRODUCTION,
    draft_of,
    event,
    mapped_runs,
    ours,
    sql,
    ticket,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.schema_report import SchemaPart


def give(database: Database, word: str, name: str, who: str = "carla") -> GivenNames:
    told = event(Act.NAME_GIVEN, f"name of {word}", operator=who, after=name)
    return database.naming.save(database.naming.choice(word), name, told)


def part(database: Database, table: str, column: str = "") -> SchemaPart:
    return next(p for p in database.report.parts if (p.table, p.column) == (table, column))


def test_what_is_offered_is_there_and_of_the_kind_that_is_meant(database: Database) -> None:
    tables = database.naming.choice("runs")
    assert tables.usual == ("job_runs", "runs")
    assert "job_runs" in tables.names and "customers" in tables.names
    assert not any("bcautotask" in name or "workspace" in name for name in tables.names)
    columns = database.naming.choice("runs.ticket_id")
    assert "autotask_ticket_id" in columns.names
    assert (columns.given, columns.version) == ("", 0)


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_column_of_another_kind_is_not_offered(database: Database) -> None:
    assert "run_at" not in database.naming.choice("runs.ticket_id").names
    assert "status" not in database.naming.choice("runs.run_at").names


def test_a_name_counts_after_connecting_again_and_for_everybody(
    database: Database, url: str, opened: Callable[..., Database]
) -> None:
    sql(url, "ALTER TABLE job_runs RENAME COLUMN remark TO words_of_the_run")
    give(database, "runs.remark", "words_of_the_run")
    assert database.naming.in_use == 0
    assert part(database, "runs", "remark").found == "remark"
    again = opened(url, may_migrate=False)
    assert (again.naming.in_use, again.naming.read().saved_by) == (1, "carla")
    found = part(again, "runs", "remark")
    assert (found.found, found.looked_for, found.is_given) == (
        "words_of_the_run", ("words_of_the_run",), True,
    )  # fmt: skip
    assert look_at(url).report == again.report
    told = again.audit.newest(1)[0].event
    assert (told.act, told.subject, told.after) == (
        Act.NAME_GIVEN, "name of runs.remark", "words_of_the_run",
    )  # fmt: skip


def test_a_given_name_that_is_gone_is_missing_and_nothing_is_guessed(
    database: Database, url: str, opened: Callable[..., Database]
) -> None:
    sql(url, "ALTER TABLE job_runs ADD COLUMN second_remark text")
    give(database, "runs.remark", "second_remark")
    sql(url, "ALTER TABLE job_runs DROP COLUMN second_remark")
    again = opened(url)
    assert part(again, "runs", "remark") in again.report.missing
    give(again, "runs.remark", "")
    assert part(opened(url), "runs", "remark").found == "remark"


@pytest.mark.parametrize(
    "name",
    [
        "no_such_column",
        "id; DROP TABLE customers",
        'remark" FROM job_runs --',
        "remark, status",
        "(SELECT 1)",
        "",
    ],
)
def test_only_a_plain_name_that_is_there_is_saved(database: Database, url: str, name: str) -> None:
    if not name:  # taking back what was never given is no harm
        assert give(database, "runs.remark", name).names == {}
        return
    with pytest.raises(Failure) as caught:
        give(database, "runs.remark", name)
    assert caught.value.kind is Kind.NO_SUCH_NAME
    assert "Nothing was saved." in str(caught.value)
    assert database.naming.read() == GivenNames()
    assert sql(url, "SELECT count(*) FROM customers")[0][0] > 0


def test_a_column_that_needs_quotes_is_neither_offered_nor_saved(
    database: Database, url: str
) -> None:
    sql(url, 'ALTER TABLE job_runs ADD COLUMN "remark; DROP TABLE jobs" text')
    assert not any(";" in name for name in database.naming.choice("runs.remark").names)
    with pytest.raises(Failure, match="no plain name"):
        give(database, "runs.remark", "remark; DROP TABLE jobs")


def test_a_word_that_stands_for_nothing_is_refused(database: Database) -> None:
    for word in ("nothing", "runs.nothing", ""):
        with pytest.raises(Failure) as caught:
            database.naming.choice(word)
        assert caught.value.kind is Kind.NO_SUCH_NAME


def test_of_two_admins_the_second_is_told_who_was_first(database: Database) -> None:
    seen = database.naming.choice("runs.remark")
    give(database, "runs.external_id", "external_id", who="dirk")
    with pytest.raises(Failure) as caught:
        database.naming.save(seen, "remark", event(Act.NAME_GIVEN))
    assert caught.value.kind is Kind.STALE
    assert "dirk" in str(caught.value)


def test_every_version_stays_and_the_columns_of_a_named_table_are_offered(
    database: Database, url: str
) -> None:
    sql(url, "CREATE TABLE history (id integer, subject text)")
    give(database, "mails", "history")
    assert database.naming.choice("mails.subject").names == ("id", "subject")
    give(database, "mails", "")
    documents = sql(url, f"SELECT document FROM {ours(url, 'naming')} ORDER BY version")
    assert [("history" in row[0]) for row in documents] == [True, False]


def test_an_application_that_knows_no_given_names_may_write_until_one_is_given(
    database: Database, url: str
) -> None:
    oldest = f"SELECT oldest_writer FROM {ours(url, 'workspace')}"
    assert sql(url, oldest)[0][0] == 1
    give(database, "runs.remark", "remark")
    assert sql(url, oldest)[0][0] == 2


def test_nobody_claims_by_names_that_count_no_longer(
    database: Database, url: str, opened: Callable[..., Database]
) -> None:
    draft = draft_of(database, mapped_runs(database)[0])
    give(database, "runs.remark", "remark")
    with pytest.raises(Failure) as caught:
        database.tickets.claim(draft, HERE, event())
    assert caught.value.kind is Kind.NAMES_CHANGED
    assert str(caught.value).startswith("carla named other tables or columns")
    assert opened(url).tickets.claim(draft, HERE, event()).run_id == draft.run_id


def test_a_report_imported_again_is_known_though_its_columns_have_other_names_now(
    database: Database, url: str, opened: Callable[..., Database]
) -> None:
    first = mapped_runs(database)[0]
    claim = database.tickets.claim(draft_of(database, first), HERE, event())
    database.tickets.created(database.tickets.sending(claim, event()), 61, event())
    columns = "job_id, mail_message_id, run_at, status, missed, override_applied, source_type"
    sql(url, f"INSERT INTO job_runs (id, {columns}) SELECT (SELECT max(id) + 1 FROM job_runs), "
        f"{columns} FROM job_runs WHERE id = :r", r=first)  # fmt: skip
    second = sql(url, "SELECT max(id) FROM job_runs")[0][0]
    sql(url, "ALTER TABLE jobs ADD COLUMN made_with text DEFAULT 'other'")
    give(database, "jobs.software", "made_with")
    again = opened(url)
    draft = draft_of(again, second)
    assert draft.marker.stem != claim.marker.stem
    with pytest.raises(Failure) as caught:
        again.tickets.claim(draft, HERE, event())
    assert caught.value.kind is Kind.HAS_TICKET
    assert f"run {first}, which is the same report" in str(caught.value)


def test_a_database_with_other_names_throughout_is_listed_claimed_and_mirrored(
    url: str, opened: Callable[..., Database]
) -> None:
    plain = opened(url)
    ids = list(plain.runs.order(RunQuery(PRODUCTION, view=RunView.ALL)))
    rows = plain.runs.rows(ids[:40], PRODUCTION)
    run_id = mapped_runs(plain)[0]
    detail = plain.runs.detail(run_id, PRODUCTION)
    sql(url, "ALTER TABLE job_runs RENAME TO results")
    sql(url, "ALTER TABLE results RENAME COLUMN autotask_ticket_id TO psa")
    sql(url, "ALTER TABLE results RENAME COLUMN autotask_ticket_number TO psa_no")
    sql(url, "ALTER TABLE results RENAME COLUMN run_at TO finished")
    sql(url, "ALTER TABLE jobs RENAME COLUMN job_name TO label")
    for word, name in {
        "runs": "results", "runs.ticket_id": "psa", "runs.ticket_number": "psa_no",
        "runs.run_at": "finished", "jobs.name": "label",
    }.items():  # fmt: skip
        give(opened(url), word, name)
    database = opened(url)
    assert list(database.runs.order(RunQuery(PRODUCTION, view=RunView.ALL))) == ids
    assert database.runs.rows(ids[:40], PRODUCTION) == rows
    again = database.runs.detail(run_id, PRODUCTION)
    assert (again.run, again.strip) == (detail.run, detail.strip)
    claim = database.tickets.claim(draft_of(database, run_id), HERE, event())
    database.tickets.created(database.tickets.sending(claim, event()), 61, event())
    database.tickets.snapshot(PRODUCTION, ticket(61), "New")
    assert database.tickets.mirror() == 0
    assert sql(url, "SELECT psa, psa_no FROM results WHERE id = :r", r=run_id) == [
        (61, "T20260312.0001")
    ]
