"""Databases for this room: each test that asks for one runs on both engines."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.database.engine import Database, open_database
from tests.database.rights import run_script
from tests.database.world import fill_with_sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Fill = Callable[[str], None]


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def sqlite_templates(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Fill], Path]:
    """Files that are filled once in the whole run, by name."""
    folder = tmp_path_factory.mktemp("templates")

    def template(name: str, fill: Fill) -> Path:
        path = folder / f"{name}.sqlite"
        if not path.exists():
            fill(f"sqlite:///{path}")
        return path

    return template


@pytest.fixture
def make_url(
    engine: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    sqlite_templates: Callable[[str, Fill], Path],
) -> Callable[[str, Fill], str]:
    """The address of a database of this test's own, filled as the name says."""

    def on_sqlite(name: str, fill: Fill) -> str:
        path = tmp_path / f"{name}.sqlite"
        shutil.copy(sqlite_templates(name, fill), path)
        return f"sqlite:///{path}"

    if engine == "sqlite":
        return on_sqlite
    copy: Callable[[str, Fill], str] = request.getfixturevalue("pg_database")
    return copy


@pytest.fixture
def empty_url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with nothing in it; on SQLite there is not even a file."""
    if engine == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.sqlite'}"
    return str(request.getfixturevalue("pg_url"))


@pytest.fixture
def url(make_url: Callable[[str, Fill], str]) -> str:
    """Sample data with our tables, the integration enabled for Production."""
    return make_url("sample", fill_with_sample)


@pytest.fixture
def opened() -> Iterator[Callable[..., Database]]:
    """Opens databases and closes them after the test."""
    databases: list[Database] = []

    def open_one(url: str, *, may_migrate: bool = True, instance: str = "") -> Database:
        databases.append(open_database(url, may_migrate=may_migrate, instance=instance))
        return databases[-1]

    yield open_one
    for each in databases:
        each.close()


@pytest.fixture
def database(url: str, opened: Callable[..., Database]) -> Database:
    return opened(url)


@pytest.fixture
def with_grants_again() -> Callable[[str], None]:
    """Lays the rights down anew, as after an upgrade."""

    def run(url: str) -> None:
        run_script(url, "grants.sql")

    return run
