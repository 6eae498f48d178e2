"""The sample database: the same each time, believable, and alike on both engines."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from werkzeug.security import check_password_hash

from bcautotask_gui.sandbox.sample import write_sample
from bcautotask_gui.sandbox.sample_people import USERS
from bcautotask_gui.sandbox.sample_schema import tables

NOW = datetime(2026, 11, 23, 6, 3, tzinfo=UTC)
SMALL = {"customers": 30, "jobs": 60, "runs": 500}
WAITING = """
    SELECT c.name, j.job_name, r.status, r.run_at FROM job_runs r
    JOIN jobs j ON j.id = r.job_id JOIN customers c ON c.id = j.customer_id
    WHERE r.reviewed_at IS NULL ORDER BY r.run_at DESC
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("sample") / "b.sqlite"
    write_sample(f"sqlite:///{path}", now=NOW)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def dump(path: Path, **arguments: object) -> str:
    write_sample(f"sqlite:///{path}", **{"now": NOW, **SMALL, **arguments})
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump())


def count(connection: sqlite3.Connection, what: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {what}").fetchone()[0])


def test_the_same_arguments_give_the_same_database(tmp_path: Path) -> None:
    assert dump(tmp_path / "one.sqlite") == dump(tmp_path / "two.sqlite")


def test_another_seed_gives_another_history(tmp_path: Path) -> None:
    assert dump(tmp_path / "one.sqlite") != dump(tmp_path / "two.sqlite", seed=2)


def test_there_are_as_many_rows_as_were_asked_for(sample: sqlite3.Connection) -> None:
    counts = [count(sample, table) for table in ("customers", "jobs", "job_runs")]
    assert counts == [44, 220, 6000]


def test_more_customers_than_the_cast_are_possible(tmp_path: Path) -> None:
    path = tmp_path / "b.sqlite"
    write_sample(f"sqlite:///{path}", now=NOW, customers=200, jobs=10, runs=12)
    with closing(sqlite3.connect(path)) as connection:
        assert count(connection, "customers") == 200
        assert count(connection, "job_runs") == 12


def test_runs_without_a_job_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="job"):
        write_sample(f"sqlite:///{tmp_path / 'b.sqlite'}", now=NOW, jobs=0, runs=1)


def test_no_row_points_to_nothing(sample: sqlite3.Connection) -> None:
    assert sample.execute("PRAGMA foreign_key_check").fetchall() == []


def test_this_mornings_list_waits_for_review(sample: sqlite3.Connection) -> None:
    rows = sample.execute(WAITING).fetchall()
    assert 35 <= len(rows) <= 45
    assert rows[0] == (
        "Van der Meer Logistics", "HV01 Daily", "Failed", "2026-11-23 05:12:00.000000",
    )  # fmt: skip
    assert rows[1][:3] == ("Autohaus Brandt KG", "ESX-Cluster nightly", "Failed")
    assert sum(row[2] == "Missed" for row in rows) == 2
    assert {row[2] for row in rows} == {"Success", "Warning", "Failed", "Error", "Missed"}


def test_times_are_in_the_past_and_reviews_come_after_runs(sample: sqlite3.Connection) -> None:
    assert count(sample, "job_runs WHERE run_at > '2026-11-23 06:03'") == 0
    assert count(sample, "job_runs WHERE reviewed_at > '2026-11-23 06:03'") == 0
    assert count(sample, "job_runs WHERE reviewed_at <= run_at") == 0
    assert (
        count(sample, "job_runs WHERE (reviewed_at IS NULL) <> (reviewed_by_user_id IS NULL)") == 0
    )


def test_before_seven_the_list_is_that_of_the_day_before(tmp_path: Path) -> None:
    path = tmp_path / "b.sqlite"
    write_sample(f"sqlite:///{path}", now=datetime(2026, 11, 23, 5, 59, tzinfo=UTC), **SMALL)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(WAITING).fetchone()[3] == "2026-11-22 05:12:00.000000"


def test_a_naive_present_is_utc(tmp_path: Path) -> None:
    naive = dump(tmp_path / "one.sqlite", now=NOW.replace(tzinfo=None))
    assert naive == dump(tmp_path / "two.sqlite")


def test_the_strip_of_hv01_tells_26_successes_2_warnings_and_2_failures(
    sample: sqlite3.Connection,
) -> None:
    rows = sample.execute(
        "SELECT r.status FROM job_runs r WHERE r.job_id = 1187 ORDER BY r.run_at DESC LIMIT 30"
    ).fetchall()
    assert Counter(row[0] for row in rows) == {"Success": 26, "Warning": 2, "Failed": 2}
    assert [row[0] for row in rows[:3]] == ["Failed", "Failed", "Warning"]


def test_the_objects_of_hv01_are_told(sample: sqlite3.Connection) -> None:
    rows = sample.execute(
        "SELECT object_name, o.status, error_message FROM mail_objects o "
        "JOIN job_runs r ON r.mail_message_id = o.mail_message_id WHERE r.id = 48213 ORDER BY o.id"
    ).fetchall()
    assert [row[:2] for row in rows[:3]] == [
        ("HV01", "Failed"), ("USB Disk", "Failed"), ("DC01", "Warning"),
    ]  # fmt: skip
    assert r"E:\Backups\HV01 Daily\HV01D2026-11-23T020012.vib" in rows[1][2]
    assert [row[1] for row in rows[3:]] == ["Success"] * 11
    assert len({row[0] for row in rows}) == 14


def test_most_runs_succeed_and_every_status_occurs(sample: sqlite3.Connection) -> None:
    found = Counter(row[0] for row in sample.execute("SELECT status FROM job_runs"))
    assert found["Success"] > 5000
    assert all(found[each] >= 20 for each in ("Warning", "Failed", "Error", "Missed"))
    assert count(sample, "job_runs WHERE override_applied AND status = 'Success'") >= 20


def test_missed_runs_and_those_of_an_interface_have_no_mail(sample: sqlite3.Connection) -> None:
    assert count(sample, "job_runs WHERE missed <> (status = 'Missed')") == 0
    without = "mail_message_id IS NULL"
    assert count(sample, f"job_runs WHERE {without} AND NOT missed AND source_type IS NULL") == 0
    assert count(sample, f"job_runs WHERE NOT ({without}) AND (missed OR source_type > '')") == 0
    assert count(sample, "job_runs WHERE source_type = 'cove_api' AND external_id IS NULL") == 0
    doubled = (
        "SELECT 1 FROM job_runs WHERE external_id > '' GROUP BY external_id HAVING count(*) > 1"
    )
    assert sample.execute(doubled).fetchall() == []


def test_every_run_that_reported_has_objects_of_its_own_severity(
    sample: sqlite3.Connection,
) -> None:
    seen: dict[int, set[str]] = {}
    for table, link in (
        ("mail_objects o", "r.mail_message_id = o.mail_message_id"),
        ("run_object_links o", "r.id = o.run_id"),
    ):
        for run, status in sample.execute(
            f"SELECT DISTINCT r.id, o.status FROM job_runs r JOIN {table} ON {link}"
        ):
            seen.setdefault(run, set()).add(status)
    wanted = {"Warning": "Warning", "Failed": "Failed", "Error": "Failed"}
    for run, status, excused in sample.execute(
        "SELECT id, status, override_applied FROM job_runs WHERE NOT missed"
    ):
        assert excused or (
            wanted[status] in seen[run] if status in wanted else seen[run] == {"Success"}
        )
    assert count(sample, "mail_objects WHERE (status = 'Success') <> (error_message IS NULL)") == 0


def test_no_run_names_an_object_twice(sample: sqlite3.Connection) -> None:
    for table, key in (
        ("mail_objects", "mail_message_id, object_name"),
        ("run_object_links", "run_id, customer_object_id"),
    ):
        doubled = f"SELECT 1 FROM {table} GROUP BY {key} HAVING count(*) > 1"
        assert sample.execute(doubled).fetchall() == [], table


def test_tickets_are_on_runs_and_in_the_list_of_tickets_alike(sample: sqlite3.Connection) -> None:
    on_runs = sample.execute(
        "SELECT id, autotask_ticket_number FROM job_runs WHERE autotask_ticket_id IS NOT NULL"
    ).fetchall()
    linked = sample.execute(
        "SELECT job_run_id, ticket_code FROM ticket_job_runs l "
        "JOIN tickets t ON t.id = l.ticket_id WHERE link_source = 'autotask'"
    ).fetchall()
    assert set(on_runs) == set(linked)
    assert {"T20261122.0031", "T20261118.0019"} <= {number for _, number in on_runs}
    assert count(sample, "job_runs WHERE autotask_ticket_deleted_at IS NOT NULL") >= 1
    assert count(sample, "ticket_job_runs l WHERE link_source = 'scope'") >= 1


def test_mappings_show_every_status(sample: sqlite3.Connection) -> None:
    found = Counter(
        row[0] for row in sample.execute("SELECT autotask_mapping_status FROM customers")
    )
    assert set(found) == {"ok", "renamed", "missing", "invalid"}
    assert found["ok"] > 25
    missing = "autotask_mapping_status = 'missing'"
    assert count(sample, f"customers WHERE ({missing}) <> (autotask_company_id IS NULL)") == 0


def test_passwords_verify_and_wrong_ones_do_not(sample: sqlite3.Connection) -> None:
    stored = dict(sample.execute("SELECT username, password_hash FROM users").fetchall())
    assert set(stored) == {each.username for each in USERS}
    assert all(check_password_hash(stored[each.username], each.password) for each in USERS)
    assert not check_password_hash(stored["m.peters"], "Noorderlicht-2")
    roles = ",".join(each.role for each in USERS)
    assert {"admin", "operator", "reporter", "viewer"} <= set(roles.split(","))


def test_the_settings_hold_no_secret(sample: sqlite3.Connection) -> None:
    row = sample.execute(
        "SELECT cove_api_password, autotask_api_password, autotask_tracking_identifier "
        "FROM system_settings"
    ).fetchall()
    assert row == [(None, None, None)]


def test_a_reduced_database_is_filled_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "b.sqlite"
    gone = ("mail_objects", "job_runs.reviewed_at", "run_object_links.error_message")
    write_sample(f"sqlite:///{path}", now=NOW, without=gone, **SMALL)
    with closing(sqlite3.connect(path)) as connection:
        assert count(connection, "job_runs") == 500
        assert count(connection, "run_object_links WHERE status = 'Failed'") > 0


def test_postgresql_holds_the_same_rows_and_counts_on_from_them(
    tmp_path: Path, pg_url: str
) -> None:
    path = tmp_path / "b.sqlite"
    write_sample(f"sqlite:///{path}", now=NOW, **SMALL)
    write_sample(pg_url, now=NOW, **SMALL)
    with (
        closing(sqlite3.connect(path)) as here,
        psycopg.connect(pg_url.replace("+psycopg", "", 1)) as there,
    ):
        for table in tables():
            query = f"SELECT * FROM {table.name} ORDER BY id"
            expected = [
                tuple(_as_sqlite(value) for value in row)
                for row in there.execute(query.encode()).fetchall()
            ]
            assert here.execute(query).fetchall() == expected, table.name
        new = there.execute(
            "INSERT INTO job_runs (job_id) VALUES (1187) RETURNING id, missed"
        ).fetchone()
    assert new == (48214, False)


def _as_sqlite(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat(" ", "microseconds")
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value
