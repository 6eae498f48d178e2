"""One call on its way through the local Autotask, with all that its handler may look at."""

import json
from dataclasses import dataclass
from typing import Any

from bcautotask_gui.sandbox.answers import RefusedError
from bcautotask_gui.sandbox.entities import TIME_ENTRY
from bcautotask_gui.sandbox.fields import Entity, Row
from bcautotask_gui.sandbox.model import ApiUser, Level
from bcautotask_gui.sandbox.tables import Tables
from bcautotask_gui.sandbox.tenant import Tenant


@dataclass(frozen=True)
class Incoming:
    """A call whose user is known.

    Attributes:
        method: the verb.
        base: this server's address up to `/ATServicesRest`.
        tenant: the database; writes go there.
        tables: what reads look at; an earlier state where a fault wants it so.
        user: who calls.
        raw: the body as it came.
        search: the query in the address of a GET, or None.
        paging: the cursor in the address of a further page, or "".
        used: calls counted in the last 60 minutes.
    """

    method: str
    base: str
    tenant: Tenant
    tables: Tables
    user: ApiUser
    raw: bytes
    search: str | None
    paging: str
    used: int

    @property
    def body(self) -> Any:
        """The body, or for a GET the query in its address; None where there is none.

        Raises:
            RefusedError: where it is no JSON.
        """
        written = self.search if self.method == "GET" else self.raw
        if not written:
            return None
        try:
            return json.loads(written)
        except ValueError:
            raise RefusedError("Unexpected character encountered while parsing value.") from None

    def url(self, collection: str) -> str:
        """A collection's address."""
        return f"{self.base}/V1.0/{collection}"

    def visible(self, entity: Entity) -> list[Row]:
        """The rows of an entity that this user may see, by rising id.

        Without the right to query there are none: that is an empty answer, not an error.
        """
        if self.user.may(entity.name).query is Level.NONE:
            return []
        rows = (row for _, row in sorted(self.tables.rows(entity.collection).items()))
        hidden = entity is TIME_ENTRY and not self.user.sees_non_billable
        return [row for row in rows if not (hidden and row["isNonBillable"])]
