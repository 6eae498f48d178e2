"""Fresh places, one after the other: a copy of a filled database and a local Autotask beside it."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bcautotask_gui.sandbox import AutotaskServer
from tests.faults.acts import company_for
from tests.faults.place import Place, fill
from tests.support.postgres import Cluster

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGINES = ("sqlite", "postgresql")
CUSTOMERS = range(100, 400)


def fill_with_sandbox(url: str) -> None:
    """Fills a database; the profile that set it up is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        fill(url, Path(folder))


@contextmanager
def open_server() -> Iterator[AutotaskServer]:
    """A local Autotask with a free company for each customer."""
    with AutotaskServer() as server:
        for customer_id in CUSTOMERS:
            server.tenant.add_company(company_for(customer_id), f"Company of {customer_id}")
        yield server


class Places:
    """Makes places outside of a test run."""

    def __enter__(self) -> Self:
        self._closing = ExitStack()
        self._folder = Path(self._closing.enter_context(tempfile.TemporaryDirectory()))
        self._filled = self._folder / "filled.sqlite"
        fill_with_sandbox(f"sqlite:///{self._filled}")
        self._cluster = Cluster()
        self._closing.callback(self._cluster.stop)
        self._cluster.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._closing.close()

    @contextmanager
    def fresh(self, engine: str) -> Iterator[Place]:
        """One place, gone afterwards."""
        folder = Path(tempfile.mkdtemp(dir=self._folder))
        with open_server() as server:
            if engine == "sqlite":
                shutil.copy(self._filled, folder / "workspace.sqlite")
                yield Place(f"sqlite:///{folder / 'workspace.sqlite'}", server, folder)
            else:
                name = self._cluster.create_from("faults", fill_with_sandbox)
                yield Place(self._cluster.url(name), server, folder)
                self._cluster.drop(name)
