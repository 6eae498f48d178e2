"""Places for acts that are killed: a database of either kind and a local Autotask beside it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.faults.nursing import Nursery
from tests.faults.place import Place
from tests.faults.places import ENGINES, fill_with_sandbox, open_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bcautotask_gui.sandbox import AutotaskServer


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled SQLite file, made once."""
    file = tmp_path_factory.mktemp("faults") / "filled.sqlite"
    fill_with_sandbox(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """The warm process that forks those who are killed."""
    with Nursery() as opened:
        yield opened


@pytest.fixture
def server() -> Iterator[AutotaskServer]:
    """A local Autotask with a free company for each customer."""
    with open_server() as opened:
        yield opened


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def url(engine: str, request: pytest.FixtureRequest, tmp_path: Path, filled_file: Path) -> str:
    """The address of a filled database of this test's own."""
    if engine == "sqlite":
        shutil.copy(filled_file, tmp_path / "workspace.sqlite")
        return f"sqlite:///{tmp_path / 'workspace.sqlite'}"
    copy: Callable[..., str] = request.getfixturevalue("pg_database")
    return copy("faults", fill_with_sandbox)


@pytest.fixture
def place(url: str, server: AutotaskServer, tmp_path: Path) -> Place:
    return Place(url, server, tmp_path)
