"""Places for acts that are killed: a database of either kind and a local Autotask beside it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.sandbox import AutotaskServer
from tests.faults.acts import company_for
from tests.faults.nursing import Nursery
from tests.faults.place import Place, fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def fill_with_sandbox(url: str) -> None:
    """Fills a database; the profile that set it up is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        fill(url, Path(folder))


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
    with AutotaskServer() as opened:
        for customer_id in range(100, 400):
            opened.tenant.add_company(company_for(customer_id), f"Company of {customer_id}")
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
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
