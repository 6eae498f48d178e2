"""Writes ticket notes, which exist only below their ticket (contract section 7)."""

from typing import Any

from bcautotask_gui.sandbox.answers import RefusedError
from bcautotask_gui.sandbox.checks import RECORD, check, read_body, read_id, require
from bcautotask_gui.sandbox.entities import TICKET_NOTE
from bcautotask_gui.sandbox.fields import Row
from bcautotask_gui.sandbox.model import ApiUser
from bcautotask_gui.sandbox.tenant import Tenant


def create(tenant: Tenant, user: ApiUser, ticket_id: int, body: Any) -> int:
    """Write a note on a ticket and answer the note's id.

    Raises:
        RefusedError: no such ticket, or a field is absent or refused; nothing was written.
    """
    ticket = _ticket(tenant, ticket_id)
    given = read_body(TICKET_NOTE, body)
    require(TICKET_NOTE, given)
    check(tenant, TICKET_NOTE, given, before={})
    now = tenant.now()
    stamps = {"ticketID": ticket_id, "createDateTime": now, "lastActivityDate": now}
    row = TICKET_NOTE.blank() | given | stamps | {"creatorResourceID": user.resource_id}
    ticket["lastActivityDate"] = now
    ticket["lastActivityResourceID"] = user.resource_id
    if row["publish"] not in tenant.internal_publish:
        ticket["lastCustomerVisibleActivityDateTime"] = now
    return tenant.tables.add(TICKET_NOTE.collection, row)


def update(tenant: Tenant, _user: ApiUser, ticket_id: int, body: Any) -> int:
    """Replace a note of a ticket and answer its id.

    Raises:
        RefusedError: no such note on this ticket, or a field is absent or refused.
    """
    _ticket(tenant, ticket_id)
    given = read_body(TICKET_NOTE, body)
    note = tenant.tables.rows(TICKET_NOTE.collection).get(read_id(body))
    if note is None or note["ticketID"] != ticket_id:
        raise RefusedError(f"No matching records found for the TicketNote. {RECORD}")
    require(TICKET_NOTE, given)
    check(tenant, TICKET_NOTE, given, note)
    note.update(given | {"lastActivityDate": tenant.now()})
    return int(note["id"])


def _ticket(tenant: Tenant, ticket_id: int) -> Row:
    ticket = tenant.tables.rows("Tickets").get(ticket_id)
    if ticket is None:
        raise RefusedError(
            f"Reference value on field: ticketID of type: Ticket does not exist or is invalid. "
            f"{RECORD}"
        )
    return ticket
