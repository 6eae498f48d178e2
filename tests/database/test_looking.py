"""A look at a database that is not open."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.database.engine import open_database
from bcautotask_gui.database.looking import look_at
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.sandbox.sample import write_sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def only_theirs(url: str) -> None:
    write_sample(url, now=datetime(2026, 11, 23, 7, 0, tzinfo=UTC))


def test_a_prepared_database_is_recognised(url: str) -> None:
    look = look_at(url)
    assert look.is_prepared
    assert not look.report.is_empty
    assert "jobs" in {part.table for part in look.report.found}


def test_backupchecks_without_our_tables_stays_without_them(
    make_url: Callable[..., str],
) -> None:
    url = make_url("theirs", only_theirs)
    assert not look_at(url).is_prepared
    assert not look_at(url).is_prepared
    with pytest.raises(Failure) as caught:
        open_database(url, may_migrate=False)
    assert caught.value.kind is Kind.DATABASE_NOT_PREPARED
    assert not caught.value.values["missing"]


def test_a_database_of_something_else_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE recipes (id INTEGER)")
    other.close()
    look = look_at(f"sqlite:///{file}")
    assert look.report.is_empty and not look.is_prepared
    assert (look.label, look.url) == ("other.sqlite", f"sqlite:///{file}")
    with pytest.raises(Failure) as caught:
        open_database(look.url, may_migrate=False)
    assert str(caught.value.values["missing"]).startswith("customers, jobs, runs")


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    file = tmp_path / "nothing.sqlite"
    with pytest.raises(Failure) as caught:
        look_at(f"sqlite:///{file}")
    assert caught.value.kind is Kind.DATABASE_UNREACHABLE
    assert not file.exists()


def test_a_password_in_the_address_is_sent_to_its_field_instead_of_lost() -> None:
    with pytest.raises(Failure) as caught:
        look_at("postgresql://anna:geheim@127.0.0.1:1/backupchecks")
    assert caught.value.kind is Kind.DATABASE_ADDRESS
    assert "belongs into the field" in caught.value.happened
    assert "geheim" not in f"{caught.value} {caught.value.detail}"
