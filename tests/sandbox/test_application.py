"""Zone look-up, sign-in, and what happens to paths and verbs that do not exist."""

import httpx
import pytest

from bcautotask_gui.sandbox import DEMO_USER, AutotaskServer, Tenant, contract_tenant
from bcautotask_gui.sandbox.model import ApiUser
from tests.sandbox.conftest import DRAFT, Api, errors_of, signed_client


def get(url: str) -> httpx.Response:
    return httpx.get(url, verify=False)


@pytest.mark.parametrize("route", ["zoneInformation", "ZoneInformation"])
def test_the_zone_is_told_without_credentials(server: AutotaskServer, route: str) -> None:
    answer = get(f"{server.url}/V1.0/{route}?user={DEMO_USER.upper()}").json()
    assert answer == {
        "zoneName": "EU1 (English Europe and Asia)",
        "url": f"{server.url}/",
        "webUrl": server.url.removesuffix("ATServicesRest"),
        "ci": 4711,
    }


@pytest.mark.parametrize("user", ["", "?user=", "?user=nobody@example.com"])
def test_the_zone_of_an_unknown_user_cannot_be_told(server: AutotaskServer, user: str) -> None:
    answer = get(f"{server.url}/V1.0/zoneInformation{user}")
    assert errors_of(answer) == ["Zone information could not be determined"]


def test_two_versions_are_named_and_only_one_answers(server: AutotaskServer, api: Api) -> None:
    named = get(f"{server.url}/VersionInformation").json()
    assert named == {"apiVersions": ["V1.0", "V2.0"]}
    assert get(f"{server.url}/V2.0/zoneInformation?user={DEMO_USER}").status_code == 404
    assert api.get("Version").json()["majorVersion"] == 2026


@pytest.mark.parametrize("header", ["UserName", "Secret", "ApiIntegrationCode"])
@pytest.mark.parametrize("value", ["", "wrong"])
def test_a_wrong_credential_is_answered_by_an_empty_401(
    server: AutotaskServer, header: str, value: str
) -> None:
    with signed_client(server.url, **{header: value}) as client:
        answer = client.get("Version")
    assert answer.status_code == 401
    assert answer.content == b""
    assert answer.headers["Content-Length"] == "0"
    assert answer.headers["WWW-Authenticate"].startswith("Basic Realm=")


def test_a_locked_user_is_answered_like_a_wrong_secret(server: AutotaskServer, api: Api) -> None:
    server.tenant.users[0].locked = True
    assert api.get("Version").status_code == 401


def test_a_wrong_code_may_be_answered_by_a_sentence(server: AutotaskServer) -> None:
    server.tenant.bad_code_is_500 = True
    with signed_client(server.url, ApiIntegrationCode="wrong") as client:
        assert errors_of(client.get("Version")) == ["IntegrationCode is invalid"]


def test_secrets_show_in_no_representation() -> None:
    user = ApiUser("u", "hidden-secret", "hidden-code", 1)
    assert "hidden" not in repr(user)
    tenant = contract_tenant()
    tenant.users = (user,)
    assert "hidden" not in repr(tenant)


@pytest.mark.parametrize(
    "path", ["Nothing", "tickets/1", "Tasks", "Tickets/1/Attachments/query", "Tickets/x"]
)
def test_an_unknown_path_is_answered_by_a_page(api: Api, path: str) -> None:
    answer = api.get(path)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("DELETE", "Tickets/1"),
        ("GET", "Tickets"),
        ("PUT", "Tickets/1"),
        ("DELETE", "Tickets/1/Notes/1"),
        ("POST", "Companies/1"),
        ("DELETE", "TimeEntries/1"),
    ],
)
def test_a_wrong_verb_is_named(api: Api, method: str, path: str) -> None:
    answer = api.client.request(method, path)
    assert answer.status_code == 405
    assert f"'{method}'" in answer.json()["Message"]


def test_a_body_that_does_not_say_json_is_refused(api: Api) -> None:
    answer = api.client.post("Tickets", content=b"{}", headers={"Content-Type": "text/plain"})
    assert answer.status_code == 415


def test_a_missing_row_is_null_and_not_404(api: Api) -> None:
    answer = api.get("Tickets/1")
    assert answer.status_code == 200
    assert answer.json() == {"item": None}


def test_the_threshold_counts_signed_calls_and_itself(server: AutotaskServer, api: Api) -> None:
    get(f"{server.url}/V1.0/zoneInformation?user={DEMO_USER}")
    api.get("Version")
    assert api.get("ThresholdInformation").json() == {
        "externalRequestThreshold": 10000,
        "requestThresholdTimeframe": 60,
        "currentTimeframeRequestCount": 2,
    }


def test_after_a_move_the_old_zone_refuses_and_tells_the_new_one(
    server: AutotaskServer, api: Api
) -> None:
    new = server.move_zone("EU2")
    assert api.post("Tickets", DRAFT).status_code == 401
    told = api.get("zoneInformation", user=DEMO_USER).json()
    assert told["url"] == f"{new}/"
    assert told["zoneName"] == "EU2"
    with signed_client(new) as client:
        assert client.post("Tickets", json=DRAFT).status_code == 200


def test_one_address_finds_the_zone_of_two_databases(server: AutotaskServer) -> None:
    production: Tenant = contract_tenant()
    production.ci = 815
    production.users = (ApiUser("live@example.com", "s", "t", 29682885),)
    with AutotaskServer(production) as other:
        server.knows(other)
        told = get(f"{server.url}/V1.0/zoneInformation?user=live@example.com").json()
        assert told["url"] == f"{other.url}/"
        assert told["ci"] == 815


def test_the_deep_links_show_the_ticket(server: AutotaskServer, api: Api) -> None:
    ticket_id = api.create(title="<script>alert(1)</script>", description="No space")
    web = server.url.removesuffix("ATServicesRest")
    command = f"{web}Autotask/AutotaskExtend/ExecuteCommand.aspx?Code=OpenTicketDetail&TicketID="
    for address in (command, f"{web}Mvc/ServiceDesk/TicketDetail.mvc?ticketId="):
        answer = get(f"{address}{ticket_id}")
        assert answer.status_code == 200
        assert "No space" in answer.text
        assert "<script>" not in answer.text
        assert get(f"{address}1").status_code == 404
