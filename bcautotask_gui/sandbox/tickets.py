"""Creates and fully updates tickets as Autotask does.

A create fills in what the category supplies. An update replaces the whole ticket: every writable
field that the body leaves out becomes empty, and a required one left out is refused
(contract section 4). Statuses that complete a ticket stamp two dates (contract section 5).
"""

from datetime import timedelta
from typing import Any

from bcautotask_gui.sandbox import dates
from bcautotask_gui.sandbox.answers import RefusedError
from bcautotask_gui.sandbox.checks import RECORD, check, read_body, read_id, require
from bcautotask_gui.sandbox.entities import TICKET
from bcautotask_gui.sandbox.fields import Row
from bcautotask_gui.sandbox.model import ApiUser, TicketUpdate
from bcautotask_gui.sandbox.tenant import Tenant

PERSON_RESOURCE = 1
STAMPS = (
    "completedDate",
    "completedByResourceID",
    "lastActivityDate",
    "lastActivityPersonType",
    "lastActivityResourceID",
    "lastTrackedModificationDateTime",
    "resolvedDateTime",
)


def create(tenant: Tenant, user: ApiUser, body: Any) -> int:
    """Create a ticket and answer its id.

    Raises:
        RefusedError: a required field is absent, or a value is refused; nothing was written.
    """
    given = _with_category(tenant, read_body(TICKET, body))
    category = tenant.category(given["ticketCategory"])
    require(TICKET, given, category.required if category else ())
    _require_due_date(given)
    check(tenant, TICKET, given, before={})
    now = tenant.now()
    row = TICKET.blank() | {"externalID": "", "resolution": ""} | given
    row["userDefinedFields"] = tenant.custom_values("Ticket", given.get("userDefinedFields"))
    row["ticketNumber"] = tenant.next_ticket_number()
    row["creatorResourceID"], row["creatorType"] = user.resource_id, PERSON_RESOURCE
    row["createDate"] = now
    _stamp(tenant, user, row, was_complete=False)
    ticket_id = tenant.tables.add(TICKET.collection, row)
    tenant.created.append(ticket_id)
    return ticket_id


def update(tenant: Tenant, user: ApiUser, body: Any) -> int:
    """Replace a ticket and answer its id.

    Raises:
        RefusedError: no such ticket, a required field is absent, or a value is refused; nothing was
            written.
    """
    given = read_body(TICKET, body)
    ticket_id = read_id(body)
    before = tenant.tables.rows(TICKET.collection).get(ticket_id)
    if before is None:
        raise RefusedError(
            f"No matching records found for the Ticket with id [{ticket_id}]. {RECORD}"
        )
    category = tenant.category(given.get("ticketCategory", before["ticketCategory"]))
    require(TICKET, given, category.required if category else ())
    _require_due_date(given)
    emptied: Row = dict.fromkeys(field.name for field in TICKET.writable)
    after = dict(before) | emptied | given
    check(tenant, TICKET, after, before)
    after["userDefinedFields"] = tenant.custom_values("Ticket", given.get("userDefinedFields"))
    after.pop("rich_text", None)
    _stamp(tenant, user, after, was_complete=before["status"] in tenant.completing)
    tenant.tables.rows(TICKET.collection)[ticket_id] = after
    change = TicketUpdate(ticket_id, tenant.now(), given, dict(before), dict(after))
    tenant.updates.append(change)
    _write_history(tenant, user, change)
    return ticket_id


def changed_fields(change: TicketUpdate) -> frozenset[str]:
    """Which fields an update changed, the server's own stamps left out.

    Empty text and null count as the same; lost formatting shows as `rich_text`.
    """
    names = (set(change.before) | set(change.after)) - set(STAMPS)
    return frozenset(
        name
        for name in names
        if (change.before.get(name) or None) != (change.after.get(name) or None)
    )


def _with_category(tenant: Tenant, given: Row) -> Row:
    """The body with what its ticket category supplies."""
    chosen = given.get("ticketCategory")
    category = tenant.default_category if chosen is None else tenant.category(chosen)
    if category is None:
        return given
    filled = {"ticketCategory": category.id} | {
        name: value for name, value in category.defaults.items() if given.get(name) is None
    }
    if given.get("dueDateTime") is None and category.due_after_hours is not None:
        due = tenant.clock() + timedelta(hours=category.due_after_hours)
        filled["dueDateTime"] = dates.wire(due)
    return given | filled


def _require_due_date(given: Row) -> None:
    if given.get("dueDateTime") is None:
        raise RefusedError("dueDateTime is required.; on record number [0].")


def _stamp(tenant: Tenant, user: ApiUser, row: Row, *, was_complete: bool) -> None:
    """Set the dates that only the server sets; a reopened ticket loses its completion."""
    now = tenant.now()
    row["lastActivityDate"] = row["lastTrackedModificationDateTime"] = now
    row["lastActivityResourceID"] = user.resource_id
    row["lastActivityPersonType"] = PERSON_RESOURCE
    if row["status"] not in tenant.completing:
        row["completedDate"] = row["resolvedDateTime"] = row["completedByResourceID"] = None
    elif not was_complete:
        row["completedDate"] = row["resolvedDateTime"] = now
        row["completedByResourceID"] = user.resource_id


def _write_history(tenant: Tenant, user: ApiUser, change: TicketUpdate) -> None:
    for name in sorted(changed_fields(change)):
        tenant.add(
            "TicketHistory",
            ticketID=change.ticket_id,
            action="Ticket Edited",
            date=change.at,
            detail=f"{name}: {change.before.get(name)} -> {change.after.get(name)}",
            resourceID=user.resource_id,
        )
