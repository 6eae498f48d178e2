"""Clients and desks that a test opens and that end with it; servers, and bare sockets."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.rest import RestAutotask, open_autotask
from bcautotask_gui.database.engine import open_database
from bcautotask_gui.sandbox import AutotaskServer, contract_tenant
from tests.autotask.raw import RawServer, self_signed
from tests.autotask.world import DISCOVERY, FakeBudget, FakeClock, connection, demo_connection
from tests.database.world import fill_with_sample
from tests.services.test_resolving_for_real import Desk

if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bcautotask_gui.domain.connection import Connection
    from bcautotask_gui.sandbox import Tenant


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def budget() -> FakeBudget:
    return FakeBudget()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def opened(clock: FakeClock, budget: FakeBudget) -> Iterator[Callable[..., RestAutotask]]:
    """Opens clients and closes them: `opened(discovery_url, connection, gate)`."""
    clients: list[RestAutotask] = []
    limits = EndpointLimits()

    def open_one(
        discovery_url: str = DISCOVERY,
        to: Connection | None = None,
        gate: Callable[[], None] = lambda: None,
    ) -> RestAutotask:
        clients.append(
            open_autotask(
                to or connection(),
                gate,
                discovery_url=discovery_url,
                budget=budget,
                clock=clock,
                limits=limits,
            )
        )
        return clients[-1]

    yield open_one
    for each in clients:
        each.close()


@pytest.fixture
def server() -> Iterator[AutotaskServer]:
    """A local Autotask over real HTTP."""
    with AutotaskServer() as running:
        yield running


@pytest.fixture
def autotask(server: AutotaskServer, opened: Callable[..., RestAutotask]) -> RestAutotask:
    """A client of the local Autotask."""
    return opened(server.url, demo_connection())


@pytest.fixture
def raw_server() -> Iterator[Callable[..., RawServer]]:
    """Starts raw servers and ends them: `raw_server(script, script)`."""
    servers: list[RawServer] = []

    def start(
        *scripts: Callable[[socket.socket, RawServer], None], context: ssl.SSLContext | None = None
    ) -> RawServer:
        servers.append(RawServer(*scripts, context=context))
        return servers[-1]

    yield start
    for each in servers:
        each.close()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this computer that it does not trust."""
    return self_signed(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled database, made once for all that ask for it."""
    path = tmp_path_factory.mktemp("conformance") / "sample.sqlite"
    fill_with_sample(f"sqlite:///{path}")
    return path


@pytest.fixture
def desk_at(sample: Path, tmp_path: Path) -> Iterator[Callable[[Tenant], Desk]]:
    """Opens the real services at a tenant: `desk_at(contract_tenant())`; it has one ticket."""
    database = open_database(
        f"sqlite:///{shutil.copy(sample, tmp_path / 'desk.sqlite')}", may_migrate=True
    )
    servers: list[AutotaskServer] = []
    desks: list[Desk] = []

    def start(tenant: Tenant) -> Desk:
        servers.append(AutotaskServer(tenant))
        servers[-1].start()
        desks.append(Desk(servers[-1], database))
        desks[-1].know_the_number()
        return desks[-1]

    yield start
    for desk in desks:
        desk.access.close()
    for each in servers:
        each.stop()
    database.close()


@pytest.fixture
def desk(desk_at: Callable[[Tenant], Desk]) -> Desk:
    """The real services at the tenant of the contract."""
    return desk_at(contract_tenant())
