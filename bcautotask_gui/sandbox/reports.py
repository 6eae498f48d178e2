"""What a test asks afterwards: which calls came, what was damaged, doubled or shown outside."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bcautotask_gui.sandbox.fields import Row
from bcautotask_gui.sandbox.limits import Limits
from bcautotask_gui.sandbox.tenant import Tenant
from bcautotask_gui.sandbox.tickets import changed_fields

INTENDED = frozenset({"resolution", "status"})


@dataclass(frozen=True)
class Call:
    """One call that arrived.

    Attributes:
        method: the verb.
        path: below `V1.0/`, such as `Tickets/query`.
        endpoint: the entity it counts for, such as `Tickets`.
        at: when it arrived, aware, UTC.
        status: the answer's status; 0 where the connection was cut instead.
        body: what was sent.
    """

    method: str
    path: str
    endpoint: str
    at: datetime
    status: int
    body: bytes = field(default=b"", repr=False)

    @property
    def content(self) -> dict[str, Any]:
        """The body as an object; empty where there is none."""
        return dict(json.loads(self.body)) if self.body else {}


class Report:
    """Questions about what a server has seen and what its tenant holds."""

    def __init__(self, tenant: Tenant, limits: Limits, calls: list[Call]) -> None:
        self._tenant = tenant
        self._limits = limits
        self._calls = calls

    def created(self) -> list[Row]:
        """The tickets made through the API that still exist, oldest first."""
        with self._tenant.lock:
            rows = self._tenant.tables.rows("Tickets")
            return [dict(rows[key]) for key in self._tenant.created if key in rows]

    def changes(self, ticket_id: int) -> list[frozenset[str]]:
        """Which fields each full update of a ticket changed, oldest first."""
        with self._tenant.lock:
            updates = [each for each in self._tenant.updates if each.ticket_id == ticket_id]
        return [changed_fields(each) for each in updates]

    def damage(self, intended: frozenset[str] = INTENDED) -> dict[int, frozenset[str]]:
        """Fields that full updates changed though nobody meant to, by ticket."""
        with self._tenant.lock:
            updates = list(self._tenant.updates)
        damaged: dict[int, frozenset[str]] = {}
        for each in updates:
            if found := changed_fields(each) - intended:
                damaged[each.ticket_id] = damaged.get(each.ticket_id, frozenset()) | found
        return damaged

    def customer_visible_notes(self) -> list[Row]:
        """Notes that customers can read."""
        with self._tenant.lock:
            rows = self._tenant.tables.rows("TicketNotes").values()
            internal = self._tenant.internal_publish
            return [dict(row) for row in rows if row["publish"] not in internal]

    def duplicates(self) -> dict[str, list[int]]:
        """Ticket ids by external id, where one external id has several tickets."""
        found: dict[str, list[int]] = defaultdict(list)
        for ticket in self._tenant.tickets():
            if ticket["externalID"]:
                found[ticket["externalID"]].append(ticket["id"])
        return {key: ids for key, ids in found.items() if len(ids) > 1}

    def calls_per_endpoint(self) -> Counter[str]:
        """How many calls each endpoint has had."""
        return Counter(call.endpoint for call in list(self._calls))

    def highest_concurrency(self, endpoint: str | None = None) -> int:
        """The most calls at once on an endpoint; without a name, the highest of any endpoint."""
        return self._limits.highest(endpoint)
