"""What the tests in a real window stand on: a desktop with an unlocked keyring, and a site."""

from __future__ import annotations

import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.sandbox import AutotaskServer
from tests.end_to_end.site import Site, tenant, write_morning, write_set_up
from tests.support.desktop import Desktop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """A screen, a window manager and a keyring; `desktop.launch(...)` starts the application.

    Each test has a database and profile of its own, so that a module can share it.
    """
    with Desktop(keyring=True, size="1440x930") as desktop:
        yield desktop


@pytest.fixture
def server() -> Iterator[AutotaskServer]:
    """A local Autotask that comes back on the same port when it was away."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with AutotaskServer(tenant(), port=port) as opened:
        yield opened


@pytest.fixture
def untouched(
    desktop: Desktop,
    server: AutotaskServer,
    pg_database: Callable[..., str],
    tmp_path: Path,
) -> Site:
    """A Backupchecks database that this application has never seen."""
    return Site(desktop, pg_database("morning", write_morning), server, tmp_path)


@pytest.fixture
def site(
    desktop: Desktop,
    server: AutotaskServer,
    pg_database: Callable[..., str],
    tmp_path: Path,
) -> Site:
    """A database that is set up, and a keyring that holds the secrets for it."""
    made = Site(desktop, pg_database("morning_set_up", fill_set_up), server, tmp_path)
    made.keep_secrets()
    return made


def fill_set_up(url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_set_up(url, Path(folder))
