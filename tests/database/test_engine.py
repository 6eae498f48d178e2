"""Opening a database: what is checked, what is prepared, and what a person is told."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.runs import RunQuery
from tests.database.world import HERE, PRODUCTION, draft_of, event, mapped_runs, ours, sql

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bcautotask_gui.database.engine import Database


def refused(url: str, *, may_migrate: bool = True, password: str | None = None) -> Failure:
    with pytest.raises(Failure) as caught:
        open_database(url, password=password, may_migrate=may_migrate)
    return caught.value


def test_an_empty_database_connects_and_says_that_it_is_empty(
    empty_url: str, opened: Callable[..., Database]
) -> None:
    database = opened(empty_url)
    assert database.report.is_empty
    assert [part.table for part in database.report.missing][:3] == ["customers", "jobs", "runs"]
    with pytest.raises(Failure) as caught:
        database.runs.order(RunQuery(PRODUCTION))
    assert caught.value.kind is Kind.TABLE_MISSING
    assert "job_runs" in caught.value.happened
    assert database.settings.read().version == 0


def test_a_database_keeps_the_id_of_its_workspace(
    empty_url: str, opened: Callable[..., Database]
) -> None:
    first = opened(empty_url).settings.workspace_id()
    assert len(first) == 32
    assert opened(empty_url).settings.workspace_id() == first


def test_without_leave_nothing_is_prepared(empty_url: str, tmp_path: Path) -> None:
    kind = refused(empty_url, may_migrate=False).kind
    if empty_url.startswith("sqlite"):
        assert kind is Kind.DATABASE_UNREACHABLE
        assert list(tmp_path.iterdir()) == []
    else:
        assert kind is Kind.DATABASE_NOT_PREPARED


def test_a_database_that_asks_for_a_newer_writer_is_left_alone(url: str) -> None:
    sql(url, f"UPDATE {ours(url, 'workspace')} SET level = 9, oldest_writer = 8")
    failure = refused(url)
    assert failure.kind is Kind.DATABASE_NEWER
    assert "level 9" in failure.happened


def test_a_newer_level_that_lets_us_write_is_used(
    url: str, opened: Callable[..., Database]
) -> None:
    sql(url, f"UPDATE {ours(url, 'workspace')} SET level = 9")
    assert opened(url).settings.read().enabled


def test_stamps_come_from_the_clock_of_the_database(database: Database, url: str) -> None:
    asked = "strftime('%Y-%m-%d %H:%M:%f', 'now')" if not database.is_shared else "now()"
    before = datetime.fromisoformat(str(sql(url, f"SELECT {asked}")[0][0]))
    stamp = database.tickets.now()
    before = before if before.tzinfo else before.replace(tzinfo=UTC)
    assert stamp.utcoffset() == timedelta(0)
    assert timedelta(0) <= stamp - before < timedelta(seconds=20)


def test_a_stamp_inside_a_transaction_tells_the_moment_and_not_the_begin(
    database: Database,
) -> None:
    first = database.tickets.claim(draft_of(database, mapped_runs(database)[0]), HERE, event())
    time.sleep(0.01)
    second = database.tickets.sending(first, event())
    assert second.sending_at is not None
    assert second.sending_at > first.created_at


def test_the_label_names_the_database_and_never_a_password() -> None:
    failure = refused("postgresql://anna:geheim@127.0.0.1:1/checks?connect_timeout=1")
    assert failure.kind is Kind.DATABASE_UNREACHABLE
    assert "checks @ 127.0.0.1" in failure.happened
    assert "geheim" not in f"{failure} {failure.detail} {failure.__cause__!r}"


def test_a_user_whom_the_server_does_not_know_is_asked_to_check_the_sign_in(pg_url: str) -> None:
    assert refused(pg_url.replace("//bc@", "//nobody@")).kind is Kind.DATABASE_SIGN_IN


def test_a_database_that_the_server_does_not_have_is_not_a_matter_of_the_password(
    pg_url: str,
) -> None:
    assert refused(pg_url.replace("/t_", "/x_")).kind is Kind.DATABASE_UNREACHABLE


def test_a_file_in_a_folder_that_is_not_there_is_unreachable(tmp_path: Path) -> None:
    assert refused(f"sqlite:///{tmp_path}/nowhere/a.sqlite").kind is Kind.DATABASE_UNREACHABLE


def test_a_file_that_is_no_database_is_told_with_the_engines_own_words(tmp_path: Path) -> None:
    (tmp_path / "letter.sqlite").write_text("Dear Sir or Madam, " * 100)
    failure = refused(f"sqlite:///{tmp_path}/letter.sqlite")
    assert failure.kind is Kind.DATABASE
    assert "not a database" in failure.happened


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_file_that_may_not_be_written_is_read_and_says_so_when_written(
    url: str, opened: Callable[..., Database]
) -> None:
    path = url.removeprefix("sqlite:///")
    database = opened(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert len(database.runs.order(RunQuery(PRODUCTION))) > 0
    with pytest.raises(Failure) as caught:
        database.settings.save(database.settings.read(), event())
    assert caught.value.kind is Kind.DATABASE_READ_ONLY


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_connection_that_was_cut_is_made_anew_by_itself(database: Database, url: str) -> None:
    before = database.settings.read()
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = :name"
    sql(url, cut, name="bcautotask-gui")
    assert database.settings.read() == before


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_on_a_file_the_person_at_the_computer_is_admin(database: Database) -> None:
    assert not database.is_shared
    assert database.label == "sample.sqlite"
    assert database.users.database_user("desk-1").role is Role.ADMIN
