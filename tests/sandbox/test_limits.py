"""Calls at once per endpoint, and calls per hour."""

from concurrent.futures import ThreadPoolExecutor

import httpx

from bcautotask_gui.sandbox import AutotaskServer
from tests.sandbox.conftest import Api


def at_once(api: Api, *paths: str) -> list[httpx.Response]:
    with ThreadPoolExecutor(len(paths)) as pool:
        return list(pool.map(api.get, paths))


def test_a_fourth_call_at_once_is_refused(api: Api, server: AutotaskServer) -> None:
    server.limits.threads, server.latency = 3, 0.5
    answers = at_once(api, *["Companies/1"] * 4)
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 429]
    (refused,) = [answer for answer in answers if answer.status_code == 429]
    assert refused.json() == {
        "errors": ["The Autotask API thread threshold of 3 threads has been exceeded."]
    }
    assert server.report.highest_concurrency("Companies") == 3


def test_another_endpoint_has_places_of_its_own(api: Api, server: AutotaskServer) -> None:
    server.limits.threads, server.latency = 1, 0.3
    answers = at_once(api, "Companies/1", "Tickets/1", "ThresholdInformation")
    assert {answer.status_code for answer in answers} == {200}


def test_children_and_metadata_count_for_their_entity(api: Api, server: AutotaskServer) -> None:
    server.limits.threads, server.latency = 1, 0.5
    answers = at_once(api, "Tickets/1/Notes", "Tickets/entityInformation")
    assert sorted(answer.status_code for answer in answers) == [200, 429]


def test_without_the_switch_calls_run_side_by_side(api: Api, server: AutotaskServer) -> None:
    server.latency = 0.3
    assert {answer.status_code for answer in at_once(api, *["Companies/1"] * 4)} == {200}
    assert server.report.highest_concurrency() == 4


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
