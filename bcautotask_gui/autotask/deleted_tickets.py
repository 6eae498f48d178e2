"""The log of deleted tickets, which some tenants have."""

from collections.abc import Sequence

from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.query import MOST_ORS, in_
from bcautotask_gui.autotask.rows import whole
from bcautotask_gui.domain.errors import Failure, Kind

ENTITY = "DeletedTicketLogs"


def among(client: Client, ticket_ids: Sequence[int]) -> frozenset[int] | None:
    """Which of these tickets the log names; None where a tenant does not tell.

    Raises:
        Failure: what kept Autotask from answering.
    """
    ids = list(dict.fromkeys(ticket_ids))
    found: set[int] = set()
    try:
        for start in range(0, len(ids), MOST_ORS):
            wanted = [in_("ticketID", ids[start : start + MOST_ORS])]
            rows = client.query(ENTITY, wanted, ("ticketID",), is_bulk=len(ids) > 1)
            found |= {whole(row, "ticketID") for row in rows.values()}
    except Failure as failure:
        if failure.kind in (Kind.NOT_AUTOTASK, Kind.ABSENT, Kind.PERMISSION):
            return None
        raise
    return frozenset(found)
