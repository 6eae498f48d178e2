from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import respx

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.tickets import Ending
from tests.autotask.world import (
    DISCOVERY,
    SECRET,
    TRACKING_ID,
    USER,
    ZONE,
    ZONE_ANSWER,
    draft,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcautotask_gui.autotask.rest import RestAutotask
    from tests.autotask.world import FakeBudget

    Opened = Callable[..., RestAutotask]

NEXT = f'{ZONE}/Tickets/query/next?paging=%7b"pageSize":500,"previousIds":[-1],"nextIds":[2]%7d'


@pytest.fixture
def router() -> Iterator[respx.MockRouter]:
    with respx.mock(assert_all_called=False) as found:
        found.get(f"{DISCOVERY}/V1.0/zoneInformation").respond(json=ZONE_ANSWER)
        yield found


def page(*ids: int, following: str | None = None) -> httpx.Response:
    rows = [{"id": each, "companyID": 0, "status": 1, "title": f"Nr {each}"} for each in ids]
    details = {
        "count": len(rows),
        "requestCount": 500,
        "prevPageUrl": None,
        "nextPageUrl": following,
    }
    return httpx.Response(200, json={"items": rows, "pageDetails": details})


def read(client: RestAutotask, *ids: int) -> dict[int, Any]:
    return {key: value for chunk in client.tickets(ids) for key, value in chunk.items()}


def test_each_page_is_asked_with_post_and_the_body_of_the_first(
    router: respx.MockRouter, opened: Opened
) -> None:
    first = router.post(f"{ZONE}/Tickets/query").mock(return_value=page(1, 2, following=NEXT))
    second = router.post(f"{ZONE}/Tickets/query/next").mock(return_value=page(2, 3))
    assert sorted(read(opened(), 1, 2, 3, 4)) == [1, 2, 3, 4]
    bodies = [json.loads(route.calls.last.request.content) for route in (first, second)]
    assert bodies[0] == bodies[1]
    assert bodies[0]["MaxRecords"] == 500
    assert bodies[0]["IncludeFields"][0] == "id"
    assert "description" not in bodies[0]["IncludeFields"]


@pytest.mark.parametrize(
    "following",
    [
        "https://evil.example/ATServicesRest/V1.0/Tickets/query/next",
        "http://webservices19.autotask.net/ATServicesRest/V1.0/Tickets/query/next",
        "https://webservices2.autotask.net/ATServicesRest/V1.0/Tickets/query/next",
        "/V1.0/Tickets/query/next",
        5,
    ],
)
def test_a_page_of_another_server_gets_no_credentials(
    router: respx.MockRouter, opened: Opened, following: Any
) -> None:
    router.post(f"{ZONE}/Tickets/query").mock(return_value=page(1, following=following))
    with pytest.raises(Failure) as caught:
        read(opened(), 1, 2)
    assert caught.value.kind is Kind.ADDRESS


def test_pages_that_lead_in_a_circle_end_with_a_failure_and_no_half_result(
    router: respx.MockRouter, opened: Opened
) -> None:
    router.post(f"{ZONE}/Tickets/query").mock(return_value=page(1, following=NEXT))
    circle = router.post(f"{ZONE}/Tickets/query/next").mock(return_value=page(2, following=NEXT))
    with pytest.raises(Failure) as caught:
        read(opened(), 1, 2)
    assert caught.value.kind is Kind.UNREADABLE
    assert circle.call_count == 2


@pytest.mark.parametrize(
    "content", [{}, {"items": None}, {"items": [5]}, {"items": [{"title": "no id"}]}]
)
def test_a_page_that_is_none_is_unreadable(
    router: respx.MockRouter, opened: Opened, content: dict[str, Any]
) -> None:
    router.post(f"{ZONE}/Tickets/query").respond(json=content)
    with pytest.raises(Failure) as caught:
        read(opened(), 1, 2)
    assert caught.value.kind is Kind.UNREADABLE


def test_secrets_travel_in_headers_alone(router: respx.MockRouter, opened: Opened) -> None:
    route = router.post(f"{ZONE}/Tickets").respond(json={"itemId": 1})
    opened().create_ticket(draft(), lambda: True)
    request = route.calls.last.request
    assert request.headers["UserName"] == USER
    assert request.headers["Secret"] == SECRET
    assert request.headers["ApiIntegrationCode"] == TRACKING_ID
    assert request.headers["Content-Type"] == "application/json"
    sent = str(request.url).encode() + request.content
    assert SECRET.encode() not in sent
    assert TRACKING_ID.encode() not in sent


def test_every_call_asks_gate_and_budget_first(
    router: respx.MockRouter, opened: Opened, budget: FakeBudget
) -> None:
    router.post(f"{ZONE}/Tickets/query").mock(return_value=page(1))
    asked: list[int] = []
    client = opened(gate=lambda: asked.append(router.calls.call_count))
    read(client, *range(1, 1101))
    assert asked == [0, 1, 2, 3]
    assert budget.taken == [True, True, True]
    assert budget.counted == 0


def test_one_id_is_a_persons_act_and_not_bulk_work(
    router: respx.MockRouter, opened: Opened, budget: FakeBudget
) -> None:
    router.post(f"{ZONE}/Tickets/query").mock(return_value=page(1))
    read(opened(), 1)
    assert budget.taken == [False]


def test_a_closed_gate_stops_between_two_chunks(router: respx.MockRouter, opened: Opened) -> None:
    route = router.post(f"{ZONE}/Tickets/query").mock(return_value=page(1))
    is_open = [True]

    def gate() -> None:
        if not is_open[0]:
            raise Failure(Kind.DISABLED)

    chunks = opened(gate=gate).tickets(range(1, 1001))
    assert len(next(chunks)) == 500
    is_open[0] = False
    with pytest.raises(Failure) as caught:
        next(chunks)
    assert caught.value.kind is Kind.DISABLED
    assert route.call_count == 1


@pytest.mark.parametrize("error", [Failure(Kind.DISABLED), Failure(Kind.BUDGET), OSError("x")])
def test_a_create_that_is_not_allowed_is_not_sent(
    router: respx.MockRouter, opened: Opened, budget: FakeBudget, error: Exception
) -> None:
    router.get(f"{ZONE}/ThresholdInformation").respond(503)
    create = router.post(f"{ZONE}/Tickets")
    budget.refuse = error
    answer = opened().create_ticket(draft(), lambda: True)
    assert answer.ending is Ending.NOT_SENT
    assert answer.failure is not None
    assert not create.called


def test_a_tenant_that_refuses_lists_is_asked_in_smaller_ones_and_then_one_by_one(
    router: respx.MockRouter, opened: Opened
) -> None:
    sizes: list[int] = []

    def refuse(request: httpx.Request) -> httpx.Response:
        sizes.append(len(json.loads(request.content)["filter"][0]["value"]))
        return httpx.Response(500, json={"errors": ["The operator in is not allowed."]})

    router.post(f"{ZONE}/Tickets/query").mock(side_effect=refuse)
    single = router.get(url__regex=rf"{ZONE}/Tickets/\d+").respond(json={"item": None})
    client = opened()
    assert read(client, 1, 2, 3) == {1: None, 2: None, 3: None}
    assert sizes == [3, 3]
    assert read(client, 4) == {4: None}
    assert sizes == [3, 3]
    assert single.call_count == 4


def test_a_tenant_that_takes_100_is_not_asked_for_more_again(
    router: respx.MockRouter, opened: Opened
) -> None:
    sizes: list[int] = []

    def take_100(request: httpx.Request) -> httpx.Response:
        ids = json.loads(request.content)["filter"][0]["value"]
        sizes.append(len(ids))
        return (
            page(*ids) if len(ids) <= 100 else httpx.Response(500, json={"errors": ["Too long."]})
        )

    router.post(f"{ZONE}/Tickets/query").mock(side_effect=take_100)
    client = opened()
    found = read(client, *range(1, 251), 250, 1)
    assert list(found) == list(range(1, 251))
    assert all(found.values())
    read(client, *range(1, 102))
    assert sizes == [250, 100, 100, 50, 100, 1]


def test_a_lack_of_rights_is_told_and_not_tried_again_in_smaller_lists(
    router: respx.MockRouter, opened: Opened
) -> None:
    sentence = "The logged in Resource does not have the adequate permissions to query this entity."
    route = router.post(f"{ZONE}/Tickets/query").respond(500, json={"errors": [sentence]})
    with pytest.raises(Failure) as caught:
        read(opened(), 1, 2)
    assert caught.value.kind is Kind.PERMISSION
    assert route.call_count == 1


def test_a_closed_client_fails_like_any_other(opened: Opened) -> None:
    client = opened()
    client.close()
    with pytest.raises(Failure):
        client.zone()
    assert client.create_ticket(draft(), lambda: True).ending is Ending.NOT_SENT
