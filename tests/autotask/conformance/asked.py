"""What the rules ask of the calls that a server saw, and a ticket with everything filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bcautotask_gui.sandbox import AutotaskServer
    from bcautotask_gui.sandbox.reports import Call

COMPANY = 29683485


def add_ticket(server: AutotaskServer, **values: Any) -> int:
    """A ticket in which a colleague has filled in what there is to fill in."""
    tenant = server.tenant
    issue = tenant.picklist("Ticket", "issueType")[0].value
    subs = [each.value for each in tenant.picklist("Ticket", "subIssueType")
            if each.parent == issue]  # fmt: skip
    custom = [{"name": each.name, "value": "as it was"} for each in custom_fields(server)]
    filled: dict[str, Any] = {
        "description": "Line one\nline two — é",
        "queueID": tenant.picklist("Ticket", "queueID")[0].value,
        "source": tenant.picklist("Ticket", "source")[0].value,
        "issueType": issue,
        "subIssueType": subs[0] if subs else None,
        "organizationalLevelAssociationID": 12,
        "purchaseOrderNumber": "PO 7",
        "estimatedHours": 1.25,
        "externalID": "bc-abc123-s-0123456789-7",
        "isVisibleToComanaged": False,
        "userDefinedFields": custom,
    }
    return tenant.add_ticket(COMPANY, "[Backupchecks] Failed", **{**filled, **values})


def custom_fields(server: AutotaskServer) -> tuple[Any, ...]:
    """The user-defined fields of tickets."""
    return server.tenant.custom_fields.get("Ticket", ())


def calls(server: AutotaskServer, *but: str) -> list[str]:
    """What was called, as "POST Tickets/query", oldest first.

    Args:
        server: who was called.
        but: paths to leave out.
    """
    return [f"{call.method} {call.path}" for call in seen(server) if call.path not in but]


def seen(server: AutotaskServer) -> list[Call]:
    """The calls, oldest first."""
    return list(server.calls)


def last(server: AutotaskServer, method: str, path: str) -> Call:
    """The newest call of this kind."""
    return next(
        call for call in reversed(seen(server)) if (call.method, call.path) == (method, path)
    )
