"""A local Autotask per test, and a client that is signed in to it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx
import pytest

from bcautotask_gui.sandbox import (
    DEMO_SECRET,
    DEMO_TRACKING_ID,
    DEMO_USER,
    AutotaskServer,
    contract_tenant,
)

SIGNED = {
    "UserName": DEMO_USER,
    "Secret": DEMO_SECRET,
    "ApiIntegrationCode": DEMO_TRACKING_ID,
}
COMPANY = 29683485
DRAFT = {
    "companyID": COMPANY,
    "title": "[Backupchecks] Van der Meer Logistics - HV01 Daily - Failed",
    "description": "HV01: no space left",
    "status": 1,
    "priority": 1,
    "queueID": 29682833,
    "source": 8,
    "issueType": 14,
    "subIssueType": 152,
    "ticketCategory": 3,
    "organizationalLevelAssociationID": 12,
    "dueDateTime": "2026-12-01T16:00:00Z",
    "externalID": "bc-7f3c91-s-0123456789-48213",
}


class Api:
    """The calls of a test, short to write."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def get(self, path: str, **params: str) -> httpx.Response:
        return self.client.get(path, params=params or None)

    def post(self, path: str, body: Any = None) -> httpx.Response:
        return self.client.post(path, json=body) if body is not None else self.client.post(path)

    def put(self, path: str, body: Any) -> httpx.Response:
        return self.client.put(path, json=body)

    def create(self, **changes: Any) -> int:
        return int(self.post("Tickets", DRAFT | changes).json()["itemId"])

    def ticket(self, ticket_id: int) -> dict[str, Any]:
        item: dict[str, Any] = self.get(f"Tickets/{ticket_id}").json()["item"]
        return item

    def find(self, collection: str, *conditions: dict[str, Any], **more: Any) -> httpx.Response:
        return self.post(f"{collection}/query", {"filter": list(conditions)} | more)

    def ids(self, collection: str, *conditions: dict[str, Any]) -> list[int]:
        return [item["id"] for item in self.find(collection, *conditions).json()["items"]]


def errors_of(response: httpx.Response) -> list[str]:
    """The sentences of a refusal."""
    assert response.status_code == 500
    errors: list[str] = response.json()["errors"]
    return errors


def signed_client(url: str, **headers: str) -> httpx.Client:
    """A client below `V1.0/` with the demo's credentials, or with others."""
    return httpx.Client(base_url=f"{url}/V1.0/", headers=SIGNED | headers, verify=False)


@pytest.fixture
def server() -> Iterator[AutotaskServer]:
    with AutotaskServer(contract_tenant(morning=date(2026, 11, 23))) as running:
        yield running


@pytest.fixture
def api(server: AutotaskServer) -> Iterator[Api]:
    with signed_client(server.url) as client:
        yield Api(client)
