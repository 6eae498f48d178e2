"""Runs as they are listed, counted, searched and told in full."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.runs import RunQuery, RunStatus, RunView
from bcautotask_gui.domain.tickets import Origin, TicketState
from bcautotask_gui.sandbox.sample import write_sample, write_schema
from tests.database.world import (
    HERE,
    NOW,
    PRODUCTION,
    SANDBOX,
    draft_of,
    event,
    mapped_runs,
    sql,
    ticket,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.runs import RunRow

_AUTOTASK_COLUMNS = [
    f"job_runs.autotask_ticket_{word}"
    for word in ("id", "number", "created_at", "created_by_user_id", "deleted_at")
]
SORTS = ("run_at", "status", "customer", "job", "software", "type", "ticket", "mapping")


def order(database: Database, view: RunView = RunView.ALL, **query: Any) -> list[int]:
    return list(database.runs.order(RunQuery(PRODUCTION, view=view, **query)))


def row(database: Database, run_id: int) -> RunRow:
    (found,) = database.runs.rows([run_id], PRODUCTION)
    return found


def put(url: str, run_id: int, columns: str, **values: Any) -> None:
    sql(url, f"UPDATE job_runs SET {columns} WHERE id = :run", run=run_id, **values)


def mark_reviewed(url: str) -> None:
    sql(url, "UPDATE job_runs SET reviewed_at = '2026-03-12 07:00:00'")


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("sort", SORTS)
def test_the_first_page_and_the_rows_by_id_follow_the_order(
    database: Database, sort: str, descending: bool
) -> None:
    query = RunQuery(PRODUCTION, view=RunView.ALL, sort=sort, descending=descending)
    ids = list(database.runs.order(query))
    assert len(ids) == len(set(ids)) == 600
    assert [each.id for each in database.runs.first_page(query, 40)] == ids[:40]
    middle = ids[300:340]
    assert [each.id for each in database.runs.rows(middle, PRODUCTION)] == middle


def test_texts_are_sorted_regardless_of_case_and_newest_first_among_equals(
    database: Database,
) -> None:
    ids = order(database, sort="customer", descending=False)
    rows = database.runs.rows(ids, PRODUCTION)
    places = [(each.customer.casefold(), -each.run_at.timestamp(), -each.id) for each in rows]  # type: ignore[union-attr]
    assert places == sorted(places)


def test_the_worst_come_first_when_sorted_by_status(database: Database) -> None:
    rows = database.runs.rows(order(database, sort="status"), PRODUCTION)
    seen = list(dict.fromkeys(each.status for each in rows))
    assert seen[:2] == [RunStatus.FAILED, RunStatus.WARNING]
    assert seen[-1] is RunStatus.SUCCESS


def test_runs_without_a_time_come_last_and_odd_years_break_nothing(
    database: Database, url: str
) -> None:
    none, first, last = order(database)[:3]
    put(url, none, "run_at = NULL")
    put(url, first, "run_at = '0001-01-01 00:00:00'")
    put(url, last, "run_at = '9999-12-31 23:59:59'")
    settings = replace(database.settings.read(), storage_zone="America/New_York")
    database.settings.save(settings, event(Act.SETTINGS_SAVED))
    newest, oldest = order(database), order(database, descending=False)
    assert (newest[0], newest[-2:]) == (last, [first, none])
    assert (oldest[0], oldest[-2:]) == (first, [last, none])
    assert row(database, none).run_at is None
    for odd in (first, last):
        run_at = row(database, odd).run_at
        assert run_at is not None
        # a list in any zone can show it
        assert [run_at.astimezone(timezone(timedelta(hours=each))) for each in (-12, 14)]


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_an_infinite_time_reads_as_not_known(database: Database, url: str) -> None:
    run_id = order(database)[0]
    for odd in ("infinity", "-infinity", "0044-03-15 BC", "20000-01-01"):
        put(url, run_id, "run_at = CAST(:odd AS timestamp)", odd=odd)
        assert row(database, run_id).run_at is None


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_text_that_is_no_time_reads_as_not_known(database: Database, url: str) -> None:
    run_id = order(database)[0]
    put(url, run_id, "run_at = 'yesterday'")
    assert row(database, run_id).run_at is None


def test_times_are_read_in_the_zone_that_the_web_application_stores(
    database: Database, url: str
) -> None:
    run_id = order(database)[0]
    put(url, run_id, "run_at = '2026-07-01 12:00:00'")
    settings = replace(database.settings.read(), storage_zone="Europe/Amsterdam")
    database.settings.save(settings, event(Act.SETTINGS_SAVED))
    at = datetime(2026, 7, 1, 10, 0, tzinfo=UTC)
    assert row(database, run_id).run_at == at
    assert run_id in order(database, since=at)
    assert run_id not in order(database, since=at + timedelta(seconds=1))


def test_a_run_that_is_gone_is_left_out_of_the_rows(database: Database) -> None:
    first, second = order(database)[:2]
    assert [each.id for each in database.runs.rows([second, -5, first], PRODUCTION)] == [
        second,
        first,
    ]
    assert database.runs.rows([], PRODUCTION) == ()


def test_each_view_holds_what_its_count_says(database: Database) -> None:
    claim = database.tickets.claim(draft_of(database, mapped_runs(database)[0]), HERE, event())
    database.tickets.unknown(database.tickets.sending(claim, event()), "cut", event())
    counts = database.runs.counts(RunQuery(PRODUCTION, search="not asked here"))
    assert counts == {view: len(order(database, view)) for view in RunView}
    assert all(counts.values())
    some = {"customer_id": row(database, order(database)[0]).customer_id, "software": "Veeam"}
    few = database.runs.counts(RunQuery(PRODUCTION, **some))  # type: ignore[arg-type]
    assert few == {view: len(order(database, view, **some)) for view in RunView}
    assert 0 < few[RunView.ALL] < 600


def test_needing_a_ticket_follows_the_rules_of_the_domain(database: Database) -> None:
    needing = set(order(database, RunView.NEEDS_TICKET))
    for each in database.runs.rows(order(database), PRODUCTION):
        expected = each.status.creatable and not each.is_reviewed and each.ticket is None
        assert (each.id in needing) == expected, each


def test_statuses_that_get_no_ticket_need_none(database: Database) -> None:
    failed = frozenset({RunStatus.FAILED})
    kept = database.runs.rows(order(database, RunView.NEEDS_TICKET), PRODUCTION)
    left = order(database, RunView.NEEDS_TICKET, without_ticket=failed)
    assert left == [each.id for each in kept if each.status is not RunStatus.FAILED]
    assert 0 < len(left) < len(kept)


@pytest.mark.parametrize(
    ("columns", "status", "needs"),
    [
        ("status = 'ERROR'", RunStatus.FAILED, True),
        ("status = ' Failed '", RunStatus.FAILED, True),
        ("status = 'warning'", RunStatus.WARNING, True),
        ("status = 'Missed'", RunStatus.MISSED, True),
        ("status = 'Success', missed = true", RunStatus.MISSED, True),
        ("status = 'Failed', override_applied = true", RunStatus.OVERRIDE, False),
        ("status = 'Success (override)'", RunStatus.OVERRIDE, False),
        ("status = 'Running'", RunStatus.OTHER, False),
        ("status = NULL", RunStatus.OTHER, False),
    ],
)
def test_a_status_means_the_same_in_a_row_and_in_a_view(
    database: Database, url: str, columns: str, status: RunStatus, needs: bool
) -> None:
    run_id = mapped_runs(database)[0]
    put(url, run_id, "missed = false, override_applied = false")
    put(url, run_id, columns)
    assert row(database, run_id).status is status
    assert (run_id in order(database, RunView.NEEDS_TICKET)) is needs
    assert (run_id in order(database, RunView.MISSED)) is (status is RunStatus.MISSED)


def test_what_the_web_application_linked_needs_no_ticket_in_either_environment(
    database: Database, url: str
) -> None:
    run_id = mapped_runs(database)[0]
    sql(url, "INSERT INTO tickets (id, ticket_code) VALUES (9001, 'INT-9')")
    link = "INSERT INTO ticket_job_runs (id, ticket_id, job_run_id) VALUES (9001, 9001, :run)"
    sql(url, link, run=run_id)
    for environment in (PRODUCTION, SANDBOX):
        query = RunQuery(environment, view=RunView.NEEDS_TICKET)
        assert run_id not in database.runs.order(query)
    cell = row(database, run_id).ticket
    assert cell is not None
    assert (cell.number, cell.state, cell.origin) == (
        "INT-9", TicketState.MANUAL, Origin.WEB_APPLICATION,
    )  # fmt: skip


def test_a_ticket_of_the_web_application_counts_in_its_environment_and_is_muted_in_the_other(
    database: Database, url: str
) -> None:
    run_id = mapped_runs(database)[0]
    put(url, run_id, "autotask_ticket_id = 71, autotask_ticket_number = 'T7'")
    assert run_id in order(database, RunView.OPEN_TICKETS)
    (elsewhere,) = database.runs.rows([run_id], SANDBOX)
    assert elsewhere.ticket is not None
    assert elsewhere.ticket.environment is PRODUCTION
    assert run_id in database.runs.order(RunQuery(SANDBOX, view=RunView.NEEDS_TICKET))
    assert database.runs.facts(run_id, SANDBOX).links == ()
    done = ticket(71, "T7", completed_at=NOW)
    database.tickets.snapshot(PRODUCTION, done, "Complete")
    assert run_id not in order(database, RunView.OPEN_TICKETS)
    cell = row(database, run_id).ticket
    assert cell is not None
    assert (cell.state, cell.label) == (TicketState.COMPLETE, "Complete")


def test_runs_of_archived_jobs_stay_among_all_and_where_work_is_left(
    database: Database, url: str
) -> None:
    run_id = mapped_runs(database)[0]
    sql(url, "UPDATE jobs SET archived = true WHERE id = :job", job=row(database, run_id).job_id)
    assert run_id not in order(database, RunView.NOT_REVIEWED)
    assert run_id not in order(database, RunView.NEEDS_TICKET)
    assert run_id in order(database)
    claim = database.tickets.claim(draft_of(database, run_id), HERE, event())
    database.tickets.sending(claim, event())
    assert order(database, RunView.WAITING) == [run_id]


def test_reviewed_runs_leave_the_default_view(database: Database, url: str) -> None:
    assert order(database, RunView.NOT_REVIEWED)
    mark_reviewed(url)
    assert order(database, RunView.NOT_REVIEWED) == []
    assert order(database, RunView.NEEDS_TICKET) == []
    assert len(order(database)) == 600


def test_a_search_finds_names_remarks_and_numbers_regardless_of_case(
    database: Database, url: str
) -> None:
    named, remarked, theirs, numbered, ours = order(database)[:5]
    sql(
        url,
        "UPDATE jobs SET job_name = 'Ünïque Größe' WHERE id = :job",
        job=row(database, named).job_id,
    )
    put(url, remarked, "remark = 'Tape 7 is ÄLTER than 100%'")
    put(url, theirs, "autotask_ticket_number = 'TX-0815'")
    sql(url, "INSERT INTO tickets (id, ticket_code) VALUES (9001, 'INT-4711')")
    link = "INSERT INTO ticket_job_runs (id, ticket_id, job_run_id) VALUES (9001, 9001, :run)"
    sql(url, link, run=numbered)
    usable = next(each for each in mapped_runs(database) if each not in (theirs, numbered))
    claim = database.tickets.claim(draft_of(database, usable), HERE, event())
    database.tickets.adopted(claim, ticket(81, "TOUR-0081"), event())
    assert named in order(database, search="ünïque GRÖ")
    assert order(database, search="älter than 100%") == [remarked]
    assert order(database, search="älter_than") == []
    assert order(database, search="x-08") == [theirs]
    assert order(database, search="int-47") == [numbered]
    assert order(database, search="tour-0081") == [usable]
    assert ours in order(database, search=row(database, ours).customer.upper())
    assert order(database, search="  ") == order(database)
    assert order(database, search="\\") == []


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_on_a_file_a_search_folds_what_only_folding_finds(database: Database, url: str) -> None:
    run_id = order(database)[0]
    put(url, run_id, "remark = 'Größe'")
    assert order(database, search="GRÖSSE") == [run_id]


def test_strips_tell_the_last_thirty_oldest_first(database: Database, url: str) -> None:
    job_id, number = sql(
        url, "SELECT job_id, count(*) FROM job_runs GROUP BY job_id ORDER BY 2 DESC, 1 LIMIT 1"
    )[0]
    for at in range(40):
        sql(
            url,
            "INSERT INTO job_runs (id, job_id, run_at, status) VALUES (:id, :job, :at, :status)",
            id=800_000 + at,
            job=job_id,
            at=datetime(2026, 4, 1, 0, at),
            status="Failed" if at == 39 else "Success",
        )
    strips = database.runs.strips([job_id, -1])
    assert set(strips) == {job_id}
    assert len(strips[job_id]) == min(30, number + 40)
    assert strips[job_id][-1].status is RunStatus.FAILED
    assert {each.status for each in strips[job_id][:-1]} == {RunStatus.SUCCESS}
    times = [each.run_at for each in strips[job_id] if each.run_at]
    assert len(times) == len(strips[job_id])
    assert times == sorted(times)
    assert database.runs.strips([]) == {}


def test_a_detail_tells_the_run_its_row_its_objects_and_its_mail(database: Database) -> None:
    run_id = mapped_runs(database)[0]
    detail = database.runs.detail(run_id, PRODUCTION)
    run = detail.run
    assert detail.row == row(database, run_id)
    assert (len(run.objects), len(run.affected)) == (
        detail.row.objects_total, detail.row.objects_failed,
    )  # fmt: skip
    assert [each.status for each in run.objects][: len(run.affected)] == [
        each.status for each in run.affected
    ]
    assert run.mail is not None
    assert run.sender == run.mail.sender
    assert run.mail.received_at is not None
    assert detail.mapping is not None
    assert detail.strip[-1].status is run.status
    assert database.runs.facts(run_id, PRODUCTION).run == run


def test_objects_of_a_run_without_a_mail_are_named_from_their_list(
    database: Database, url: str
) -> None:
    found = sql(
        url,
        "SELECT r.id, count(*) FROM job_runs r JOIN run_object_links o ON o.run_id = r.id "
        "WHERE r.mail_message_id IS NULL GROUP BY r.id ORDER BY r.id DESC LIMIT 1",
    )
    run_id, number = found[0]
    run = database.runs.detail(run_id, PRODUCTION).run
    assert len(run.objects) == number == row(database, run_id).objects_total
    assert all(each.name for each in run.objects)
    assert run.sender == "cove_api"


def test_an_open_ticket_of_the_same_job_is_told(database: Database, url: str) -> None:
    run_id = mapped_runs(database)[0]
    job = row(database, run_id).job_id
    older = sql(
        url, "SELECT id FROM job_runs WHERE job_id = :job AND id <> :run", job=job, run=run_id
    )
    put(url, older[0][0], "autotask_ticket_id = 71, autotask_ticket_number = 'T7'")
    found = database.runs.detail(run_id, PRODUCTION).job_ticket
    assert found is not None
    assert (found.number, found.ticket_id) == ("T7", 71)
    assert database.runs.detail(run_id, SANDBOX).job_ticket is None
    put(url, older[0][0], "autotask_ticket_deleted_at = '2026-03-01 00:00:00'")
    assert database.runs.detail(run_id, PRODUCTION).job_ticket is None


def test_a_run_that_is_gone_has_neither_detail_nor_facts(database: Database) -> None:
    for read in (database.runs.detail, database.runs.facts):
        with pytest.raises(Failure) as caught:
            read(-1, PRODUCTION)
        assert caught.value.kind is Kind.RUN_GONE


def test_filters_offer_what_is_there(database: Database, url: str) -> None:
    customers, software = database.runs.choices()
    assert len(customers) == sql(url, "SELECT count(*) FROM customers")[0][0]
    assert [name.casefold() for _, name in customers] == sorted(n.casefold() for _, n in customers)
    assert "Veeam" in software
    assert database.runs.newest_id() == max(order(database))


def test_a_run_whose_job_lost_its_customer_is_shown_all_the_same(
    database: Database, url: str
) -> None:
    run_id = order(database)[0]
    sql(url, "UPDATE jobs SET customer_id = NULL WHERE id = :job", job=row(database, run_id).job_id)
    shown = row(database, run_id)
    assert (shown.customer, shown.customer_id) == ("", 0)
    assert database.runs.facts(run_id, PRODUCTION).mapping is None


@pytest.mark.parametrize(
    ("name", "without", "reads"),
    [
        ("no_objects", ["mail_objects", "run_object_links"], {"objects_total": None}),
        ("no_mails", ["mail_messages", "mail_objects"], {}),
        ("no_review", ["job_runs.reviewed_at"], {"is_reviewed": False}),
        ("no_flags", ["job_runs.missed", "job_runs.override_applied", "jobs.archived"], {}),
        (
            "no_words",
            ["job_runs.remark", "jobs.backup_software", "jobs.backup_type"],
            {"remark": "", "software": "", "backup_type": ""},
        ),
        ("no_tickets", ["tickets", "ticket_job_runs", "ticket_scopes"], {}),
        ("no_autotask", _AUTOTASK_COLUMNS, {"ticket": None}),
        ("no_source", ["job_runs.source_type", "job_runs.external_id"], {}),
        ("no_mail_id", ["job_runs.mail_message_id"], {}),
    ],
)
def test_whatever_a_database_lacks_the_rest_is_shown(
    make_url: Callable[..., str],
    opened: Callable[..., Database],
    name: str,
    without: list[str],
    reads: dict[str, Any],
) -> None:
    database = opened(
        make_url(name, lambda url: write_sample(url, now=NOW, runs=60, without=without))
    )
    assert len(database.report.missing) >= len(without)
    assert all(part.lost for part in database.report.missing)
    for view in RunView:
        for sort in SORTS:
            order(database, view, sort=sort, search="a")
    assert database.runs.counts(RunQuery(PRODUCTION))[RunView.ALL] == 60
    first = row(database, order(database)[0])
    assert {key: getattr(first, key) for key in reads} == reads
    assert database.runs.detail(first.id, PRODUCTION).run.customer == first.customer
    database.tickets.mirror()


@pytest.mark.parametrize("missing", ["job_runs.status", "jobs.customer_id"])
def test_without_what_is_needed_the_table_counts_as_missing_by_its_column(
    make_url: Callable[..., str], opened: Callable[..., Database], missing: str
) -> None:
    name = missing.replace(".", "_")
    database = opened(make_url(name, lambda url: write_schema(url, without=[missing])))
    with pytest.raises(Failure) as caught:
        database.runs.order(RunQuery(PRODUCTION, software="Veeam"))
    assert caught.value.kind is Kind.TABLE_MISSING
    assert missing.partition(".")[2] in caught.value.happened
