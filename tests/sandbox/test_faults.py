"""Each way in which the local Autotask can misbehave, and that it does so only when asked."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from bcautotask_gui.sandbox import AutotaskServer, Fault, FaultKind
from tests.sandbox.conftest import DRAFT, Api
from tests.support.processes import wait_for


def test_a_cut_before_leaves_nothing_behind(api: Api, server: AutotaskServer) -> None:
    server.faults.add(Fault(FaultKind.CUT, method="POST", path="Tickets"))
    with pytest.raises(httpx.RemoteProtocolError):
        api.post("Tickets", DRAFT)
    assert server.report.created() == []
    wait_for(lambda: server.calls, "the call is noted, which happens after the cut", 10)
    assert server.calls[-1].status == 0


def test_a_cut_after_leaves_the_ticket_behind(api: Api, server: AutotaskServer) -> None:
    server.faults.add(Fault(FaultKind.CUT, method="POST", path="Tickets", after=True))
    with pytest.raises(httpx.RemoteProtocolError):
        api.post("Tickets", DRAFT)
    (ticket,) = server.report.created()
    assert ticket["externalID"] == DRAFT["externalID"]


def test_a_cut_body_breaks_the_reading(api: Api, server: AutotaskServer) -> None:
    server.faults.add(Fault(FaultKind.CUT_BODY))
    with pytest.raises(httpx.RemoteProtocolError):
        api.get("Version")


def test_cut_json_is_a_complete_answer_that_cannot_be_parsed(
    api: Api, server: AutotaskServer
) -> None:
    server.faults.add(Fault(FaultKind.CUT_JSON))
    answer = api.get("Version")
    assert answer.status_code == 200
    with pytest.raises(ValueError):
        answer.json()


@pytest.mark.parametrize("after", [False, True])
def test_a_delay_outlasts_a_short_patience(
    api: Api, server: AutotaskServer, *, after: bool
) -> None:
    server.faults.add(Fault(FaultKind.DELAY, seconds=30, after=after))
    with pytest.raises(httpx.ReadTimeout):
        api.client.post("Tickets", json=DRAFT, timeout=0.3)
    assert len(server.report.created()) == int(after)


def test_a_call_that_is_held_back_keeps_its_place_until_it_is_let_go(
    api: Api, server: AutotaskServer
) -> None:
    server.limits.threads = 1
    server.faults.add(Fault(FaultKind.DELAY, path="Tickets/query", seconds=3600))
    body = {"filter": [{"op": "exist", "field": "id"}]}
    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(api.post, "Tickets/query", body)
        wait_for(lambda: server.limits.now("Tickets"), "the call to be held", timeout=60)
        assert api.get("Tickets/1").status_code == 429
        server.faults.let_go()
        assert held.result().status_code == 200
    assert server.limits.now("Tickets") == 0
    assert api.get("Tickets/1").status_code == 200


def test_stopping_does_not_wait_for_a_delay(server: AutotaskServer, api: Api) -> None:
    server.faults.add(Fault(FaultKind.DELAY, seconds=3600))
    with pytest.raises(httpx.ReadTimeout):
        api.client.get("Version", timeout=0.1)
    server.stop()


@pytest.mark.parametrize("retry_after", ["", "7"])
def test_429_comes_with_and_without_retry_after(
    api: Api, server: AutotaskServer, retry_after: str
) -> None:
    server.faults.add(Fault(FaultKind.TOO_MANY, retry_after=retry_after))
    answer = api.post("Tickets", DRAFT)
    assert answer.status_code == 429
    assert "thread threshold of 3 threads" in answer.json()["errors"][0]
    assert answer.headers.get("Retry-After", "") == retry_after
    assert server.report.created() == []


def test_the_thread_text_may_hide_in_a_500(api: Api, server: AutotaskServer) -> None:
    server.faults.add(Fault(FaultKind.TOO_MANY, status=500))
    answer = api.get("Version")
    assert answer.status_code == 500
    assert "thread threshold" in answer.json()["errors"][0]


def test_a_500_comes_with_and_without_sentences(api: Api, server: AutotaskServer) -> None:
    server.faults.add(Fault(FaultKind.ERROR, errors=("Something is wrong",)))
    server.faults.add(Fault(FaultKind.ERROR))
    assert api.get("Version").json() == {"errors": ["Something is wrong"]}
    assert api.get("Version").content == b""


def test_a_gateway_answers_with_a_page(api: Api, server: AutotaskServer) -> None:
    server.faults.add(Fault(FaultKind.PAGE, status=503))
    answer = api.get("Version")
    assert answer.status_code == 503
    assert answer.headers["Content-Type"].startswith("text/html")


def test_401_comes_once(api: Api, server: AutotaskServer) -> None:
    server.faults.add(Fault(FaultKind.UNAUTHORISED))
    assert [api.get("Version").status_code for _ in range(2)] == [401, 200]


def test_a_redirect_leads_elsewhere(api: Api, server: AutotaskServer) -> None:
    server.faults.add(Fault(FaultKind.REDIRECT, location="http://elsewhere.example/"))
    answer = api.post("Tickets", DRAFT)
    assert answer.status_code == 307
    assert answer.headers["Location"] == "http://elsewhere.example/"
    assert server.report.created() == []


def test_a_stale_read_does_not_see_what_was_written_since(api: Api, server: AutotaskServer) -> None:
    server.faults.add(Fault(FaultKind.STALE, path="Tickets/query"))
    ticket_id = api.create(externalID="fresh")
    condition = {"op": "eq", "field": "externalID", "value": "fresh"}
    assert api.ids("Tickets", condition) == []
    assert api.ids("Tickets", condition) == [ticket_id]


def test_an_update_may_answer_success_and_not_stick(api: Api, server: AutotaskServer) -> None:
    ticket_id = api.create()
    server.faults.add(Fault(FaultKind.NOT_STICKING, method="PUT", path="Tickets"))
    body = api.ticket(ticket_id) | {"status": 5, "resolution": "Done"}
    assert api.put("Tickets", body).json() == {"itemId": ticket_id}
    after = api.ticket(ticket_id)
    assert after["status"] == 1
    assert after["completedDate"] is None
    assert after["resolution"] == "Done"


def test_success_may_come_without_an_id(api: Api, server: AutotaskServer) -> None:
    server.faults.add(Fault(FaultKind.NO_ID, method="POST", path="Tickets"))
    answer = api.post("Tickets", DRAFT)
    assert answer.status_code == 200
    assert answer.json() == {}
    assert len(server.report.created()) == 1


def test_a_rule_strikes_the_calls_it_describes_and_no_others(
    api: Api, server: AutotaskServer
) -> None:
    ticket_id = api.create()
    server.faults.add(Fault(FaultKind.ERROR, "GET", "Tickets/*/Notes", times=2, skip=1))
    path = f"Tickets/{ticket_id}/Notes"
    assert api.get(f"Tickets/{ticket_id}").status_code == 200
    assert [api.get(path).status_code for _ in range(4)] == [200, 500, 500, 200]
    assert server.faults.left == 0


def test_lifted_rules_strike_no_more(api: Api, server: AutotaskServer) -> None:
    server.faults.add(Fault(FaultKind.ERROR, times=9))
    server.faults.clear()
    assert api.get("Version").status_code == 200
