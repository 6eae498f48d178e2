"""What the web application shows of our tickets: only where nothing of its own stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.audit import Act
from tests.database.world import (
    HERE,
    PRODUCTION,
    SANDBOX,
    draft_of,
    event,
    mapped_runs,
    ours,
    sql,
    ticket,
)

if TYPE_CHECKING:
    from bcautotask_gui.database.engine import Database


@pytest.fixture
def run_id(database: Database) -> int:
    """A run that has ticket 61 since a moment ago."""
    run_id = mapped_runs(database)[0]
    claim = database.tickets.claim(draft_of(database, run_id), HERE, event())
    sent = database.tickets.sending(claim, event())
    database.tickets.created(sent, 61, event())
    return run_id


def over_there(url: str, run_id: int) -> tuple[object, ...]:
    names = "autotask_ticket_id, autotask_ticket_number"
    return tuple(sql(url, f"SELECT {names} FROM job_runs WHERE id = :run", run=run_id)[0])


def note(url: str) -> tuple[bool, str]:
    row = sql(url, f"SELECT mirror_pending, mirror_note FROM {ours(url, 'ticket_link')}")[0]
    return bool(row[0]), row[1]


def put(url: str, run_id: int, columns: str) -> None:
    sql(url, f"UPDATE job_runs SET {columns} WHERE id = :run", run=run_id)


def test_an_empty_column_gets_our_ticket_and_then_its_number(
    database: Database, run_id: int, url: str
) -> None:
    assert note(url) == (True, "")
    assert database.tickets.mirror() == 0
    assert over_there(url, run_id) == (61, None)
    database.tickets.snapshot(PRODUCTION, ticket(61, "T1.0061"), "New")
    assert database.tickets.links_of(run_id, PRODUCTION)[0].mirror_pending
    assert database.tickets.mirror() == 0
    assert over_there(url, run_id) == (61, "T1.0061")
    assert note(url) == (False, "")


def test_a_ticket_deleted_in_autotask_keeps_its_number_in_the_web_application(
    database: Database, run_id: int, url: str
) -> None:
    """Whether it is gone is Autotask's to say, and it may come back; the number tells which."""
    database.tickets.snapshot(PRODUCTION, ticket(61, "T1.0061"), "New")
    database.tickets.mirror()
    database.ticket_states.keep(PRODUCTION, (), {61})
    assert database.tickets.links_of(run_id, PRODUCTION)[0].is_deleted
    assert database.tickets.mirror() == 0
    assert over_there(url, run_id) == (61, "T1.0061")
    stamped = "SELECT autotask_ticket_deleted_at FROM job_runs WHERE id = :run"
    assert sql(url, stamped, run=run_id)[0][0] is None


def test_the_time_is_written_in_the_zone_of_the_web_application(
    database: Database, run_id: int, url: str
) -> None:
    settings = replace(database.settings.read(), storage_zone="Asia/Tokyo")
    database.settings.save(settings, event(Act.SETTINGS_SAVED))
    database.tickets.mirror()
    (link,) = database.tickets.links_of(run_id, PRODUCTION)
    at = "SELECT autotask_ticket_created_at FROM job_runs WHERE id = :run"
    written = str(sql(url, at, run=run_id)[0][0])
    hours = (int(written[11:13]) - link.created_at.hour) % 24
    assert hours == 9


@pytest.mark.parametrize(
    ("columns", "held"),
    [("autotask_ticket_id = 62", "62"), ("autotask_ticket_number = 'by hand'", "by hand")],
)
def test_anothers_value_stays_and_the_conflict_is_kept(
    database: Database, run_id: int, url: str, columns: str, held: str
) -> None:
    put(url, run_id, columns)
    before = over_there(url, run_id)
    assert database.tickets.mirror() == 0
    assert over_there(url, run_id) == before
    assert note(url) == (False, f"conflict: the web application holds {held}")
    assert database.tickets.links_of(run_id, PRODUCTION)[0].ticket_id == 61


def test_a_ticket_of_the_other_environment_is_not_mirrored(
    database: Database, run_id: int, url: str
) -> None:
    settings = replace(database.settings.read(), mirrored=SANDBOX)
    database.settings.save(settings, event(Act.SETTINGS_SAVED))
    assert database.tickets.mirror() == 0
    assert over_there(url, run_id) == (None, None)


def test_a_trigger_of_theirs_costs_us_nothing_and_is_tried_again(
    database: Database, run_id: int, url: str
) -> None:
    if database.is_shared:
        sql(url, "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS "
                 "$$ BEGIN RAISE EXCEPTION 'not today'; END $$")  # fmt: skip
        sql(url, "CREATE TRIGGER stop BEFORE UPDATE ON job_runs EXECUTE FUNCTION no()")
    else:
        sql(url, "CREATE TRIGGER stop BEFORE UPDATE ON job_runs BEGIN "
                 "SELECT RAISE(ABORT, 'not today'); END")  # fmt: skip
    assert database.tickets.mirror() == 1
    pending, why = note(url)
    assert pending
    assert "not today" in why
    assert database.tickets.links_of(run_id, PRODUCTION)[0].ticket_id == 61
    sql(url, "DROP TRIGGER stop" + (" ON job_runs" if database.is_shared else ""))
    assert database.tickets.mirror() == 0
    assert over_there(url, run_id) == (61, None)


def test_a_run_that_is_gone_leaves_nothing_pending(
    database: Database, run_id: int, url: str
) -> None:
    for statement in (
        "DELETE FROM run_object_links WHERE run_id = :run",
        "DELETE FROM job_runs WHERE id = :run",
    ):
        sql(url, statement, run=run_id)
    assert database.tickets.mirror() == 0
    assert note(url) == (False, "run gone")


def test_our_own_mirrored_ticket_is_shown_once(database: Database, run_id: int) -> None:
    database.tickets.snapshot(PRODUCTION, ticket(61, "T1.0061"), "New")
    database.tickets.mirror()
    assert len(database.tickets.links_of(run_id, PRODUCTION)) == 1
