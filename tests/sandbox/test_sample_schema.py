"""The tables of Backupchecks: complete, reduced, and as the application looks for them."""

import sqlite3
import tomllib
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from bcautotask_gui.bundled import bundled
from bcautotask_gui.sandbox.sample import write_schema
from bcautotask_gui.sandbox.sample_schema import tables

KINDS = {
    "integer": {"serial", "integer"},
    "text": {"varchar", "text"},
    "boolean": {"boolean"},
    "timestamp": {"timestamp"},
    "date": {"date"},
}
# These columns exist only where objects are kept beside their runs, in one table, or where people
# can be switched off.
OTHER_SHAPE = {("run_objects", "name"), ("run_objects", "type"), ("users", "active")}


def description() -> dict[str, dict]:
    return tomllib.loads(bundled("backupchecks_schema.toml").read_text(encoding="utf-8"))["table"]


def columns(path: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def test_what_the_application_looks_for_first_exists_with_the_described_type() -> None:
    live = {each.name: each for each in tables()}
    for thing, spec in description().items():
        table = live[spec["names"][0]]
        for word, wanted in spec["columns"].items():
            if (thing, word) in OTHER_SHAPE:
                continue
            column = table.column(wanted["names"][0])
            assert column is not None, f"{thing}.{word}"
            assert column.kind in KINDS[wanted["type"]], f"{thing}.{word}"


def test_the_description_is_regular() -> None:
    for thing, spec in description().items():
        assert set(spec) == {"names", "need", "lost", "columns"}, thing
        for word, wanted in spec["columns"].items():
            assert set(wanted) == {"names", "type", "need", "lost"}, f"{thing}.{word}"
            assert wanted["names"] == list(dict.fromkeys(wanted["names"]))
            assert wanted["lost"].endswith(".")


def test_a_table_or_a_column_can_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "b.sqlite"
    write_schema(f"sqlite:///{path}", without=("mail_objects", "job_runs.reviewed_at"))
    assert columns(path, "mail_objects") == []
    left = columns(path, "job_runs")
    assert "reviewed_at" not in left
    assert "reviewed_by_user_id" in left


def test_what_points_to_a_table_left_out_points_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "b.sqlite"
    write_schema(f"sqlite:///{path}", without=("users", "ticket_job_runs.job_run_id"))
    with closing(sqlite3.connect(path)) as connection:
        targets = [row[2] for row in connection.execute("PRAGMA foreign_key_list(job_runs)")]
    assert sorted(targets) == ["jobs", "mail_messages"]
    assert "job_run_id" not in columns(path, "ticket_job_runs")


def test_leaving_out_something_unknown_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"job_runs\.mood"):
        write_schema(f"sqlite:///{tmp_path / 'b.sqlite'}", without=("job_runs.mood",))


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(ValueError, match="sqlite"):
        write_schema("mysql://somewhere/b")


def test_postgresql_gets_the_same_tables_also_reduced(pg_url: str) -> None:
    write_schema(pg_url, without=("mail_messages", "customers.active"))
    with psycopg.connect(pg_url.replace("+psycopg", "", 1)) as connection:
        rows = connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = 'public'"
        ).fetchall()
    live = tables(("mail_messages", "customers.active"))
    assert set(rows) == {(table.name, each.name) for table in live for each in table.columns}
