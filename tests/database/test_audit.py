from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.database.audit import append
from bcautotask_gui.domain.audit import Act, AuditQuery
from bcautotask_gui.domain.audit_chain import ChainReport, Follower, Link
from tests.database.rights import OPERATOR, with_rights
from tests.database.world import event, ours, sql

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database

WRITERS, EACH = 8, 25
ON_POSTGRESQL = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
_WRITER = f"""
import sys
from dataclasses import replace
from bcautotask_gui.database.audit import append
from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.audit import Act, AuditEvent
url, name = sys.argv[1:]
database = open_database(url, may_migrate=False)
ground = database._ground
for number in range({EACH}):
    with ground.connections.writing() as connection:
        event = AuditEvent(Act.NOTE_ADDED, name, "desk", "c0ffee", f"run {{number}}")
        append(connection, ground.tables, event)
        append(connection, ground.tables, replace(event, after="again"))
database.close()
"""


def follow(database: Database, remembered: Link | None = None) -> ChainReport:
    follower = Follower(remembered)
    for page in database.audit.chain():
        follower.follow(page)
    return follower.report()


def fill(database: Database, count: int = 6) -> None:
    for number in range(count):
        settings = database.settings.read()
        database.settings.save(settings, event(subject=f"settings {number}", after="äöü|2:x"))


def past_the_triggers(url: str, *statements: str) -> None:
    """As somebody does who owns the database."""
    table = ours(url, "audit")
    if url.startswith("sqlite"):
        for act in ("update", "delete"):
            sql(url, f"DROP TRIGGER IF EXISTS {table}_no_{act}")
    else:
        sql(url, f"ALTER TABLE {table} DISABLE TRIGGER USER")
    for statement in statements:
        sql(url, statement.format(table=table))


def test_entries_follow_each_other(database: Database) -> None:
    fill(database)
    report = follow(database)
    assert report.is_whole
    assert report.checked == 7
    assert report.newest == database.audit.head() == database.audit.link(7)


@pytest.mark.parametrize(
    ("tampering", "at"),
    [
        ("UPDATE {table} SET operator = 'bert' WHERE id = 3", 3),
        ("UPDATE {table} SET before = after, after = before WHERE id = 4", 4),
        ("UPDATE {table} SET session_role = 'else' WHERE id = 2", 2),
        ("UPDATE {table} SET act = 'nothing' WHERE id = 5", 5),
        ("UPDATE {table} SET previous_hash = NULL WHERE id = 5", 5),
        ("UPDATE {table} SET hash = NULL WHERE id = 7", 7),
        ("DELETE FROM {table} WHERE id = 1", 2),
        ("DELETE FROM {table} WHERE id = 4", 5),
        ("UPDATE {table} SET id = -1 WHERE id = 3", -1),
    ],
)
def test_an_entry_that_was_changed_or_taken_out_is_found(
    database: Database, url: str, tampering: str, at: int
) -> None:
    fill(database)
    past_the_triggers(url, tampering)
    report = follow(database)
    assert not report.is_whole
    assert report.breaks[0].entry_id == at
    assert "changed outside" in report.proves


def test_a_moment_that_was_changed_is_found(database: Database, url: str) -> None:
    fill(database)
    at = "'2020-01-01 00:00:00.000000'"
    past_the_triggers(url, f"UPDATE {{table}} SET at = {at} WHERE id = 2")
    assert follow(database).breaks[0].entry_id == 2


def test_only_what_was_remembered_shows_that_the_newest_entries_were_cut_off(
    database: Database, url: str
) -> None:
    fill(database)
    remembered = database.audit.head()
    past_the_triggers(url, "DELETE FROM {table} WHERE id > 4")
    assert follow(database).is_whole
    report = follow(database, remembered)
    assert [each.entry_id for each in report.breaks] == [7]
    assert "cut off entries newer" in report.cannot_prove


def test_a_chain_written_anew_meets_what_was_remembered(database: Database, url: str) -> None:
    fill(database)
    remembered = database.audit.head()
    past_the_triggers(url, "DELETE FROM {table}")
    if not url.startswith("sqlite"):
        sql(url, f"ALTER TABLE {ours(url, 'audit')} ENABLE TRIGGER USER")
    fill(database, 8)
    assert follow(database).is_whole
    assert follow(database, remembered).breaks[0].entry_id == 7


def test_eight_processes_that_write_at_once_leave_one_unbroken_chain(
    database: Database, url: str
) -> None:
    command = [sys.executable, "-c", _WRITER, url]
    writers = [subprocess.Popen([*command, f"writer {n}"]) for n in range(WRITERS)]
    assert [writer.wait(100) for writer in writers] == [0] * WRITERS
    report = follow(database)
    assert report.is_whole
    assert report.checked == 1 + WRITERS * EACH * 2
    assert len(database.audit.operators()) == 1 + WRITERS


def test_an_act_that_fails_leaves_no_entry(database: Database) -> None:
    before = database.audit.head()
    ground = database._ground
    with pytest.raises(ZeroDivisionError), ground.connections.writing() as connection:
        append(connection, ground.tables, event())
        raise ZeroDivisionError
    assert database.audit.head() == before


@ON_POSTGRESQL
def test_the_entry_is_written_last_whatever_the_store_does_after_it(database: Database) -> None:
    ground = database._ground
    with ground.connections.writing() as connection:
        append(connection, ground.tables, event())
        locks = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
        mine = f"{locks} AND pid = pg_backend_pid()"
        assert connection.exec_driver_sql(mine).scalar() == 0
    assert follow(database).checked == 2


@ON_POSTGRESQL
def test_the_server_stamps_time_user_and_place_whatever_a_writer_says(
    make_url: Callable[..., str], opened: Callable[..., Database]
) -> None:
    url = make_url("rights", with_rights)
    values: dict[str, Any] = {"hash": "ff", "previous_hash": "ee", "session_role": "postgres"}
    sql(
        url.replace("bc@", f"{OPERATOR}@"),
        "INSERT INTO bcautotask.audit (id, at, act, operator, workstation, correlation, subject, "
        "before, after, environment, session_role, previous_hash, hash) VALUES (77, '1999-01-01', "
        "'note added', 'anna', '', '', 'run 1', '', '', '', :session_role, :previous_hash, :hash)",
        **values,
    )
    database = opened(url, may_migrate=False)
    first, second = reversed(database.audit.newest(5))
    assert (second.id, second.session_role, first.session_role) == (2, OPERATOR, "bc")
    assert second.at - first.at < timedelta(minutes=10)
    assert follow(database).is_whole


def test_entries_are_found_by_person_act_object_and_time(database: Database) -> None:
    fill(database, 3)
    database.settings.save(
        database.settings.read(), event(Act.NOTE_ADDED, "run 12", operator="Bert")
    )
    newest = database.audit.newest(1)[0]

    def found(query: AuditQuery) -> list[int]:
        return [entry.id for entry in database.audit.newest(50, None, query)]

    assert found(AuditQuery(operator="Bert")) == [5]
    assert found(AuditQuery(act=Act.NOTE_ADDED)) == [5]
    assert found(AuditQuery(subject="SETTINGS 1")) == [3]
    assert found(AuditQuery(subject="%")) == []
    assert found(AuditQuery(since=newest.at)) == [5]
    assert found(AuditQuery(until=newest.at)) == [4, 3, 2, 1]
    assert database.audit.operators() == ("Bert", "anna")


def test_an_act_of_a_newer_version_is_shown_as_such(database: Database, url: str) -> None:
    past_the_triggers(url, "UPDATE {table} SET act = 'sung to' WHERE id = 1")
    assert database.audit.newest(1)[0].event.act is Act.OTHER
