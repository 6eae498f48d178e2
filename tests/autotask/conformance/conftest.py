"""Each file is a section of the contract and each test one of its rules, over real HTTP."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.database.engine import open_database
from bcautotask_gui.sandbox import AutotaskServer, contract_tenant, dutch_tenant, vanilla_tenant
from tests.autotask.world import demo_connection
from tests.database.world import fill_with_sample
from tests.sandbox.conftest import Api, signed_client
from tests.services.test_resolving_for_real import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import Tenant

PROFILES = {"contract": contract_tenant, "vanilla": vanilla_tenant, "dutch": dutch_tenant}


@pytest.fixture
def api(server: AutotaskServer) -> Iterator[Api]:
    """Bare calls, for what the client never sends."""
    with signed_client(server.url) as client:
        yield Api(client)


@pytest.fixture(params=PROFILES)
def any_tenant(request: pytest.FixtureRequest) -> Iterator[AutotaskServer]:
    """The server of each tenant profile, one after the other."""
    with AutotaskServer(PROFILES[request.param]()) as running:
        yield running


@pytest.fixture
def at_any_tenant(any_tenant: AutotaskServer, opened: Callable[..., RestAutotask]) -> RestAutotask:
    """A client of each tenant profile."""
    return opened(any_tenant.url, demo_connection())


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled database, made once for each file that asks for it."""
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
