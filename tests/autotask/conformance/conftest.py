"""Each file is a section of the contract and each test one of its rules, over real HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.sandbox import AutotaskServer, contract_tenant, dutch_tenant, vanilla_tenant
from tests.autotask.world import demo_connection
from tests.sandbox.conftest import Api, signed_client

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcautotask_gui.autotask.rest import RestAutotask

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
