from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest
import respx

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.tickets import Ending
from tests.autotask.world import DISCOVERY, HOST, SECRET, ZONE, ZONE_ANSWER, connection, draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcautotask_gui.autotask.rest import RestAutotask

    Opened = Callable[..., RestAutotask]

NEW_ZONE = "https://webservices29.autotask.net/ATServicesRest"
MOVED = {**ZONE_ANSWER, "zoneName": "Sydney", "url": f"{NEW_ZONE}/"}
USED = {"externalRequestThreshold": 10000, "currentTimeframeRequestCount": 124}


@pytest.fixture
def router() -> Iterator[respx.MockRouter]:
    with respx.mock(assert_all_called=False) as found:
        yield found


def discovery(router: respx.MockRouter, *answers: dict[str, Any]) -> respx.Route:
    route = router.get(f"{DISCOVERY}/V1.0/zoneInformation")
    if len(answers) == 1:
        return route.respond(json=answers[0])
    return route.mock(side_effect=[httpx.Response(200, json=each) for each in answers])


def test_the_zone_is_asked_for_once_and_without_credentials(
    router: respx.MockRouter, opened: Opened
) -> None:
    asked = discovery(router, ZONE_ANSWER)
    client = opened(to=connection("api+test@msp.example"))
    assert client.zone() == client.zone()
    request = asked.calls.last.request
    assert asked.call_count == 1
    assert request.url.query == b"user=api%2Btest%40msp.example"
    assert not {"secret", "username", "apiintegrationcode"} & set(request.headers)


def test_the_zone_is_taken_as_it_is_answered(router: respx.MockRouter, opened: Opened) -> None:
    lower = {**ZONE_ANSWER, "url": "https://webservices19.autotask.net/atservicesrest/"}
    discovery(router, lower)
    router.get(
        "https://webservices19.autotask.net/atservicesrest/V1.0/ThresholdInformation"
    ).respond(json=USED)
    client = opened()
    assert client.zone().url == lower["url"]
    assert client.calls_used().used == 124


def test_another_database_than_the_bound_one_gets_no_call(
    router: respx.MockRouter, opened: Opened
) -> None:
    discovery(router, ZONE_ANSWER)
    zone = router.route(host=HOST)
    client = opened(to=connection(bound_to=20417))
    for act in (client.calls_used, client.any_ticket, client.reference_data):
        with pytest.raises(Failure, match="4711") as caught:
            act()
        assert caught.value.kind is Kind.OTHER_DATABASE
    assert client.create_ticket(draft(), lambda: True).ending is Ending.NOT_SENT
    assert not zone.called


def test_the_bound_database_is_called(router: respx.MockRouter, opened: Opened) -> None:
    discovery(router, ZONE_ANSWER)
    router.get(f"{ZONE}/ThresholdInformation").respond(json=USED)
    assert opened(to=connection(bound_to=4711)).calls_used().allowed == 10000


def test_a_fixed_zone_is_used_whatever_it_says_about_itself(
    router: respx.MockRouter, opened: Opened
) -> None:
    router.get(f"{NEW_ZONE}/V1.0/zoneInformation").respond(json=ZONE_ANSWER)
    router.get(f"{NEW_ZONE}/V1.0/ThresholdInformation").respond(json=USED)
    client = opened(to=connection(fixed_zone=f"{NEW_ZONE}/V1.0/"))
    assert client.calls_used().used == 124
    assert client.zone().database_id == 4711


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/ATServicesRest/",
        "http://webservices19.autotask.net/",
        "http://127.0.0.1/",
    ],
)
def test_an_answer_that_leads_elsewhere_gets_no_call(
    router: respx.MockRouter, opened: Opened, url: str
) -> None:
    discovery(router, {**ZONE_ANSWER, "url": url})
    with pytest.raises(Failure) as caught:
        opened().calls_used()
    assert caught.value.kind is Kind.ADDRESS


@pytest.mark.parametrize("address", ["https://evil.example/ATServicesRest", "webservices", ""])
def test_a_discovery_address_that_is_not_autotasks_is_not_asked(
    opened: Opened, address: str
) -> None:
    with pytest.raises(Failure) as caught:
        opened(address).zone()
    assert caught.value.kind is Kind.ADDRESS


@pytest.mark.parametrize(
    ("discovery_url", "fixed_zone"),
    [
        (DISCOVERY, "http://127.0.0.1:9/ATServicesRest"),
        ("http://127.0.0.1:9/ATServicesRest", f"https://{HOST}/ATServicesRest"),
    ],
)
def test_a_fixed_zone_is_on_this_computer_only_where_the_service_is(
    opened: Opened, discovery_url: str, fixed_zone: str
) -> None:
    with pytest.raises(Failure) as caught:
        opened(discovery_url, connection(fixed_zone=fixed_zone)).zone()
    assert caught.value.kind is Kind.ADDRESS


@pytest.mark.parametrize("missing", ["url", "ci"])
def test_a_zone_without_address_or_database_is_unreadable(
    router: respx.MockRouter, opened: Opened, missing: str
) -> None:
    discovery(router, {name: value for name, value in ZONE_ANSWER.items() if name != missing})
    with pytest.raises(Failure) as caught:
        opened().zone()
    assert caught.value.kind is Kind.UNREADABLE


def test_a_read_follows_a_tenant_that_was_moved(router: respx.MockRouter, opened: Opened) -> None:
    discovery(router, ZONE_ANSWER, MOVED)
    router.get(f"{ZONE}/ThresholdInformation").respond(401)
    router.get(f"{NEW_ZONE}/V1.0/ThresholdInformation").respond(json=USED)
    client = opened()
    assert client.calls_used().used == 124
    assert client.zone().name == "Sydney"


def test_a_tenant_moved_to_another_database_is_not_followed(
    router: respx.MockRouter, opened: Opened
) -> None:
    discovery(router, ZONE_ANSWER, {**MOVED, "ci": 5})
    router.get(f"{ZONE}/ThresholdInformation").respond(401)
    with pytest.raises(Failure) as caught:
        opened(to=connection(bound_to=4711)).calls_used()
    assert caught.value.kind is Kind.OTHER_DATABASE


def test_after_one_refusal_there_is_no_further_call(
    router: respx.MockRouter, opened: Opened
) -> None:
    asked = discovery(router, ZONE_ANSWER)
    refusing = router.route(host=HOST).respond(401)
    client = opened()
    assert not client.is_refused
    with pytest.raises(Failure) as caught:
        client.calls_used()
    assert caught.value.kind is Kind.CREDENTIALS
    assert client.is_refused
    for act in (client.calls_used, client.reference_data, lambda: client.ticket(7)):
        with pytest.raises(Failure) as caught:
            act()
        assert caught.value.kind is Kind.CREDENTIALS_AGAIN
    answer = client.create_ticket(draft(), lambda: True)
    assert answer.ending is Ending.NOT_SENT
    assert answer.failure and answer.failure.kind is Kind.CREDENTIALS_AGAIN
    assert (asked.call_count, refusing.call_count) == (2, 1)
    assert client.ticket_address(7) == (
        "https://ww19.autotask.net/Autotask/AutotaskExtend/ExecuteCommand.aspx"
        "?Code=OpenTicketDetail&TicketID=7"
    )


def test_a_refusal_in_the_new_zone_is_the_last_call(
    router: respx.MockRouter, opened: Opened
) -> None:
    discovery(router, ZONE_ANSWER, MOVED)
    router.route(host=HOST).respond(401)
    router.get(f"{NEW_ZONE}/V1.0/ThresholdInformation").respond(401)
    client = opened()
    for kind in (Kind.CREDENTIALS, Kind.CREDENTIALS_AGAIN):
        with pytest.raises(Failure) as caught:
            client.calls_used()
        assert caught.value.kind is kind


def test_a_refused_integration_code_in_a_500_is_the_last_call_too(
    router: respx.MockRouter, opened: Opened
) -> None:
    discovery(router, ZONE_ANSWER)
    router.route(host=HOST).respond(500, json={"errors": ["IntegrationCode is invalid"]})
    client = opened()
    for kind in (Kind.CREDENTIALS, Kind.CREDENTIALS_AGAIN):
        with pytest.raises(Failure) as caught:
            client.calls_used()
        assert caught.value.kind is kind


def test_a_create_is_not_repeated_in_the_new_zone_but_the_next_one_goes_there(
    router: respx.MockRouter, opened: Opened
) -> None:
    discovery(router, ZONE_ANSWER, MOVED)
    old = router.post(f"{ZONE}/Tickets").respond(401)
    new = router.post(f"{NEW_ZONE}/V1.0/Tickets").respond(json={"itemId": 9})
    client = opened()
    first = client.create_ticket(draft(), lambda: True)
    assert first.ending is Ending.REFUSED
    assert first.failure and first.failure.kind is Kind.ZONE_MOVED
    assert not new.called
    assert client.create_ticket(draft(), lambda: True).ticket_id == 9
    assert old.call_count == 1


def test_a_create_with_refused_credentials_is_the_last_call(
    router: respx.MockRouter, opened: Opened
) -> None:
    discovery(router, ZONE_ANSWER)
    post = router.post(f"{ZONE}/Tickets").respond(401)
    client = opened()
    endings = [client.create_ticket(draft(), lambda: True).ending for _ in range(2)]
    assert endings == [Ending.REFUSED, Ending.NOT_SENT]
    assert post.call_count == 1


def test_credentials_that_no_header_can_carry_are_refused_without_being_told(
    router: respx.MockRouter, opened: Opened
) -> None:
    discovery(router, ZONE_ANSWER)
    zone = router.route(host=HOST)
    client = opened(to=connection(secret=f"{SECRET}\r\nX-Evil: 1"))
    with pytest.raises(Failure) as caught:
        client.calls_used()
    assert caught.value.kind is Kind.CREDENTIALS
    assert SECRET not in caught.value.detail
    assert client.create_ticket(draft(), lambda: True).ending is Ending.NOT_SENT
    assert not zone.called
