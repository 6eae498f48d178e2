"""A ticket in full and its update: everything is copied, and only what is meant to change changes.

A PUT replaces the whole ticket: a writable field that it leaves out becomes empty (contract
sections 4 and 8). So a field that the contract needs and Autotask does not show stops the update;
any other that it does not show is told.
"""

import logging
from collections.abc import Callable, Mapping

from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.reference_data import fields_of
from bcautotask_gui.autotask.rows import Row, flag, text
from bcautotask_gui.autotask.tickets import ENTITY, ticket_of
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import FullTicket, TicketChange
from bcautotask_gui.domain.tickets import CreateAnswer, Ending

logger = logging.getLogger(__name__)

# needed in every update by the contract, whatever the metadata says of them
STABILISING = (
    "companyID",
    "queueID",
    "title",
    "priority",
    "status",
    "dueDateTime",
    "ticketCategory",
    "issueType",
    "subIssueType",
    "source",
    "organizationalLevelAssociationID",
    "resolution",
)
CUSTOM_FIELDS = "userDefinedFields"
NEEDED = (*STABILISING, CUSTOM_FIELDS)


class FullTickets:
    """Reads and replaces whole tickets of one tenant."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._writable: frozenset[str] | None = None

    def read(self, ticket_id: int) -> FullTicket:
        """One ticket with all that an update of it copies.

        Raises:
            Failure: ABSENT; FIELD_ABSENT where a field is not shown that every update needs; or
                what kept Autotask from answering.
        """
        if self._writable is None:
            self._writable = writable_of(fields_of(self._client, ENTITY))
        row = self._client.item(ENTITY, ticket_id)
        if row is None:
            raise Failure(Kind.ABSENT, what="ticket", id=ticket_id)
        shown = {name.lower(): name for name in row}
        for name in NEEDED:
            if name.lower() not in shown:
                raise Failure(Kind.FIELD_ABSENT, field=name)
        names = frozenset(shown.get(name.lower(), name) for name in self._writable)
        full = FullTicket(ticket_of(row), text(row, shown["resolution"]), dict(row), names)
        if full.left_out:
            logger.info("ticket %d was shown without %s", ticket_id, ", ".join(full.left_out))
        return full

    def update(
        self, ticket: FullTicket, change: TicketChange, may_send: Callable[[], bool]
    ) -> CreateAnswer:
        """Sends a full update exactly once and tells how that ended; never raises."""
        try:
            body = body_of(ticket, change)
        except Failure as failure:
            return CreateAnswer(Ending.NOT_SENT, failure=failure)
        return self._client.write_once("PUT", ENTITY, body, may_send)


def writable_of(described: Mapping[str, Row]) -> frozenset[str]:
    """The names of all fields that an update replaces, the user-defined ones as one."""
    described_so = {
        text(row, "name")
        for row in described.values()
        if not flag(row, "isReadOnly", otherwise=False)
    }
    by_small_name = {name.lower(): name for name in (*described_so, *NEEDED)}
    by_small_name.pop("id", None)
    return frozenset(by_small_name.values())


def body_of(ticket: FullTicket, change: TicketChange) -> dict[str, object]:
    """A ticket as an update sends it: unwrapped, with its id.

    Raises:
        Failure: FIELD_ABSENT where a field that the contract needs was not read.
    """
    names = {name.lower(): name for name in ticket.writable if name in ticket.fields}
    for name in NEEDED:
        if name.lower() not in names:
            raise Failure(Kind.FIELD_ABSENT, field=name)
    body: dict[str, object] = {"id": ticket.ticket.id}
    body |= {name: ticket.fields[name] for name in sorted(names.values())}
    if change.resolution is not None:
        body[names["resolution"]] = change.resolution
    if change.status is not None:
        body[names["status"]] = change.status
    return body
