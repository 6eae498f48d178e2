"""The time booked on tickets; whether there is any decides what may be done with them."""

from collections.abc import Sequence

from bcautotask_gui.autotask import access
from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.query import MOST_ORS, eq, in_
from bcautotask_gui.autotask.rows import whole
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ticket_notes import TimeEntries

ENTITY = "TimeEntries"
_ENDLESS = 1_000_000.0  # hours; more than a century is no time that anybody booked


def of_ticket(client: Client, ticket_id: int) -> TimeEntries:
    """The time entries of a ticket (contract section 6).

    A user who may not see them gets an empty list instead of an error, so where there seem to be
    none the right is asked for.

    Raises:
        Failure: PERMISSION, or what kept Autotask from answering.
    """
    rows = client.query(ENTITY, [eq("ticketID", ticket_id)], ("ticketID", "hoursWorked"))
    if not rows:
        _require_right(client)
    return TimeEntries(len(rows), sum(hours(row.get("hoursWorked")) for row in rows.values()))


def tickets_with(client: Client, ticket_ids: Sequence[int]) -> frozenset[int]:
    """Which of these tickets have time entries; one query for 500 of them.

    Raises:
        Failure: PERMISSION, or what kept Autotask from answering.
    """
    ids = list(dict.fromkeys(ticket_ids))
    found: set[int] = set()
    for start in range(0, len(ids), MOST_ORS):
        chunk = ids[start : start + MOST_ORS]
        rows = client.query(ENTITY, [in_("ticketID", chunk)], ("ticketID",), is_bulk=len(ids) > 1)
        found |= {whole(row, "ticketID") for row in rows.values()}
    if ids and not found:
        _require_right(client)
    return frozenset(found)


def sees_non_billable(client: Client) -> bool:
    """Whether this user was shown any time entry that is not billed.

    A user without that right is not refused: such entries are left out of every answer. So an
    empty answer proves nothing, and only an entry that came back proves the right.

    Raises:
        Failure: what kept Autotask from answering.
    """
    return client.first(ENTITY, [eq("isNonBillable", value=True)], ()) is not None


def _require_right(client: Client) -> None:
    if not access.access(client, ENTITY).query:
        raise Failure(Kind.PERMISSION, text="query time entries")


def hours(value: object) -> float:
    """The hours of an entry; 0 where they cannot be read."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if abs(value) < _ENDLESS else 0.0
