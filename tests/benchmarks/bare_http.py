"""The least that the same answers cost: httpx alone, without limits, budget, retries or checks."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock

import httpx

from bcautotask_gui.autotask import companies, tickets
from tests.benchmarks.far_autotask import HEADERS

PAGE = 500


class BareLoop:
    """One httpx client that does the least possible.

    Args:
        url: the address of the zone.
    """

    def __init__(self, url: str) -> None:
        self._http = httpx.Client(base_url=f"{url}/V1.0/", headers=HEADERS, timeout=60)

    def close(self) -> None:
        """Gives the connection back."""
        self._http.close()

    def companies(self, ids: Sequence[int]) -> int:
        """Reads companies by id, 500 a call; answers how many came."""
        return sum(
            len(self._query("Companies", "id", "in", ids[at : at + PAGE], companies.FIELDS))
            for at in range(0, len(ids), PAGE)
        )

    def search(self, text: str) -> int:
        """Reads all companies whose name contains a text; answers how many came."""
        return len(self._query("Companies", "companyName", "contains", text, companies.FIELDS))

    def get(self, entity: str, ids: Sequence[int]) -> None:
        """Reads records one by one."""
        for each in ids:
            self._http.get(f"{entity}/{each}").raise_for_status().json()

    def create(self, body: dict[str, object]) -> None:
        """Looks a ticket up by its marker, creates it, and reads it back."""
        self._query("Tickets", "externalID", "beginsWith", body["externalID"], tickets.FIELDS)
        made = self._http.post("Tickets", json=body).raise_for_status().json()["itemId"]
        self._http.get(f"Tickets/{made}").raise_for_status().json()

    def _query(
        self, entity: str, name: str, operator: str, value: Any, fields: Sequence[str]
    ) -> list[Any]:
        asked = {
            "MaxRecords": PAGE,
            "IncludeFields": ["id", *fields],
            "filter": [{"op": operator, "field": name, "value": value}],
        }
        found: list[Any] = []
        url: str | None = f"{entity}/query"
        while url:
            answer = self._http.post(url, json=asked).raise_for_status().json()
            found += answer["items"]
            url = answer["pageDetails"]["nextPageUrl"]
        return found


@dataclass
class Traffic:
    """What went over the line while it was watched, in bytes of bodies."""

    bytes: int = 0


@contextmanager
def watched() -> Iterator[Traffic]:
    """Watches every request of httpx in this process, ours and the bare one's alike."""
    traffic = Traffic()
    plain = httpx.HTTPTransport.handle_request

    def handle(self: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
        response = plain(self, request)
        lengths = (each.headers.get("content-length", 0) for each in (request, response))
        traffic.bytes += sum(map(int, lengths))
        return response

    with mock.patch.object(httpx.HTTPTransport, "handle_request", handle):
        yield traffic
