"""Calls at once per endpoint, and calls per hour."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import pytest

from bcautotask_gui.sandbox import DEMO_TRACKING_ID, DEMO_USER, AutotaskServer
from tests.sandbox.conftest import Api


@contextmanager
def taken(server: AutotaskServer, endpoint: str, places: int) -> Iterator[None]:
    """So many calls of the demo's user that are still running."""
    with ExitStack() as held:
        for _ in range(places):
            held.enter_context(server.limits.running(DEMO_TRACKING_ID, endpoint))
        yield


def test_a_fourth_call_at_once_is_refused(api: Api, server: AutotaskServer) -> None:
    server.limits.threads = 3
    with taken(server, "Companies", 3):
        answer = api.get("Companies/1")
    assert answer.status_code == 429
    assert answer.json() == {
        "errors": ["The Autotask API thread threshold of 3 threads has been exceeded."]
    }
    assert api.get("Companies/1").status_code == 200
    assert server.report.highest_concurrency("Companies") == 3


def test_another_endpoint_has_places_of_its_own(api: Api, server: AutotaskServer) -> None:
    server.limits.threads = 1
    with taken(server, "Companies", 1):
        assert api.get("Tickets/1").status_code == 200
        assert api.get("ThresholdInformation").status_code == 200
        assert api.get("zoneInformation", user=DEMO_USER).status_code == 200


@pytest.mark.parametrize("path", ["Tickets/1/Notes", "Tickets/entityInformation"])
def test_children_and_metadata_count_for_their_entity(
    api: Api, server: AutotaskServer, path: str
) -> None:
    server.limits.threads = 1
    with taken(server, "Tickets", 1):
        assert api.get(path).status_code == 429


def test_without_the_switch_calls_run_side_by_side(api: Api, server: AutotaskServer) -> None:
    server.latency = 0.3
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(api.get, ["Companies/1"] * 4))
    assert {answer.status_code for answer in answers} == {200}
    assert server.report.highest_concurrency() > 1


def test_a_used_up_hour_refuses_everything(api: Api, server: AutotaskServer) -> None:
    server.limits.use(server.tenant.threshold - 1)
    assert api.get("Version").status_code == 200
    answer = api.get("Version")
    assert answer.status_code == 429
    assert "threshold of 10000 requests" in answer.json()["errors"][0]


def test_a_busy_database_slows_down_in_two_steps(server: AutotaskServer) -> None:
    server.limits.slows_down = True
    server.tenant.threshold = 100
    delays = []
    for calls in (0, 48, 25):
        server.limits.use(calls)
        delays.append(server.limits.count())
    assert delays == [0.0, 0.5, 1.0]
