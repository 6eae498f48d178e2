"""Clients that a test opens and that end with it; servers over real HTTP and bare sockets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.rest import RestAutotask, open_autotask
from bcautotask_gui.sandbox import AutotaskServer
from tests.autotask.raw import RawServer, self_signed
from tests.autotask.world import DISCOVERY, FakeBudget, FakeClock, connection, demo_connection

if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bcautotask_gui.domain.connection import Connection


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
