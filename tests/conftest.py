"""What every test stands on: folders of its own, no screen, no keyring, a database on request."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support import leftovers
from tests.support.modals import forbid_modals
from tests.support.postgres import Cluster
from tests.support.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Before Qt is imported: it reads these once.
HOME = Path(tempfile.mkdtemp(prefix="tests-home-"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HOME"] = str(HOME)
for variable in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "STATE_HOME", "RUNTIME_DIR"):
    folder = HOME / variable.lower()
    folder.mkdir(mode=0o700)
    os.environ[f"XDG_{variable}"] = str(folder)
# A test that forgets to hand in its own secrets fails; it never meets a person's keyring.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
# The same examples in every run, and none of them judged by time.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
# Python collects in whichever thread makes the next object. In a lane it would destroy there what a
# test left of Qt, and end the process. So it collects between the tests, and nowhere else.
gc.disable()


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fails a test that leaves a thread, a job in a pool or a window to the next one."""
    from bcautotask_gui.worker.garbage import collect_what_is_due

    threads = leftovers.running_threads()
    windows = leftovers.windows()
    yield
    names = leftovers.remove_windows(windows)
    assert not leftovers.wait_for_threads(threads), "the test left a thread or a job running"
    assert not names, f"the test left windows: {', '.join(names)}"
    collect_what_is_due()


@pytest.fixture(autouse=True)
def no_modal_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Widget tests cannot hang: whatever would wait for a person raises."""
    if "PySide6.QtWidgets" in sys.modules:
        forbid_modals(monkeypatch)


@pytest.fixture(scope="session")
def pg_cluster() -> Iterator[Cluster]:
    """A PostgreSQL server for the whole run, started by the first test that asks for it."""
    cluster = Cluster()
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()


@pytest.fixture
def pg_url(pg_cluster: Cluster) -> Iterator[str]:
    """The address of an empty PostgreSQL database of this test's own."""
    name = pg_cluster.create()
    yield pg_cluster.url(name)
    pg_cluster.drop(name)


@pytest.fixture
def pg_database(pg_cluster: Cluster) -> Iterator[Callable[[str, Callable[[str], None]], str]]:
    """Gives copies of a filled database: `pg_database("empty schema", migrate)` is an address.

    The second argument gets the address of an empty database, fills it, and closes its
    connections; it is called once in the whole run for each template name.
    """
    names: list[str] = []

    def copy(template: str, fill: Callable[[str], None]) -> str:
        names.append(pg_cluster.create_from(template, fill))
        return pg_cluster.url(names[-1])

    yield copy
    for name in names:
        pg_cluster.drop(name)


@pytest.fixture
def keyring_session(monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A real keyring, unlocked and empty, that this process finds as it finds a person's.

    Programs see it through `keyring_session.environment`.
    """
    with Session(keyring=True) as session:
        for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            monkeypatch.setenv(name, session.environment[name])
        monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
        monkeypatch.setattr("keyring.core._keyring_backend", None)  # chosen once, else
        yield session
