"""Tickets: their JSON, the look-up of a run's ticket, and the one request that creates it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from bcautotask_gui.autotask import times
from bcautotask_gui.autotask.by_ids import ByIds
from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.query import all_of, any_of, begins_with, eq, exist, gte
from bcautotask_gui.autotask.rows import Row, moment, number, text, whole
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.sentences import recalled, say
from bcautotask_gui.domain.ticket_request import fields_of, missing_in
from bcautotask_gui.domain.tickets import (
    CreateAnswer,
    Ending,
    LookUp,
    Ticket,
    TicketDraft,
)

ENTITY = "Tickets"
FIELDS = (
    "ticketNumber",
    "title",
    "companyID",
    "status",
    "queueID",
    "priority",
    "externalID",
    "createDate",
    "dueDateTime",
    "completedDate",
    "resolvedDateTime",
)


class Tickets:
    """The tickets of one tenant; Autotask's number is for display, its id leads."""

    def __init__(self, client: Client, by_ids: ByIds) -> None:
        self._client = client
        self._by_ids = by_ids

    def look_up(
        self, stem: str, company_id: int, title: str, since: datetime | None, known_ticket: int
    ) -> LookUp:
        """Looks for a run's ticket by marker and by title, with a known ticket as control.

        The title is compared here: the server's comparison gives brackets a meaning of their own.

        Raises:
            Failure: what kept Autotask from answering.
        """
        of_company = [eq("companyID", company_id)]
        if since:
            of_company.append(gte("createDate", since))
        wanted = any_of(
            begins_with("externalID", stem), all_of(*of_company), eq("id", known_ticket)
        )
        rows = self._client.query(ENTITY, [wanted], FIELDS)
        found = [ticket_of(row) for row in rows.values()]
        by_marker = [each for each in found if _carries(each, stem)]
        by_title = [each for each in found if _has_title(each, company_id, title, since)]
        return LookUp(
            known_ticket in rows,
            tuple(by_marker),
            tuple(each for each in by_title if each not in by_marker),
        )

    def any(self) -> int | None:
        """The id of some ticket that the user sees, or None where they see none.

        Raises:
            Failure: what kept Autotask from answering.
        """
        row = self._client.first(ENTITY, [exist("id")], ())
        return whole(row, "id") if row else None

    def read(self, ticket_id: int) -> Ticket:
        """One ticket with its description.

        Raises:
            Failure: ABSENT, or what kept Autotask from answering.
        """
        row = self._client.item(ENTITY, ticket_id)
        if row is None:
            raise Failure(Kind.ABSENT, what="ticket", id=ticket_id)
        return ticket_of(row)

    def by_number(self, number: str) -> Ticket:
        """The ticket of a number (contract section 1); without its description.

        Raises:
            Failure: ABSENT, or what kept Autotask from answering.
        """
        rows = self._client.query(ENTITY, [eq("ticketNumber", number.strip())], FIELDS)
        if not rows:
            raise Failure(Kind.ABSENT, what="ticket", id=number)
        return ticket_of(next(iter(rows.values())))

    def read_many(self, ids: Sequence[int]) -> Iterator[Mapping[int, Ticket | None]]:
        """Tickets by id in chunks, each naming every id of it; without descriptions.

        Raises:
            Failure: what kept Autotask from answering.
        """
        for chunk in self._by_ids.read(ENTITY, ids, FIELDS):
            yield {each: ticket_of(row) if row else None for each, row in chunk.items()}

    def create(self, draft: TicketDraft, may_send: Callable[[], bool]) -> CreateAnswer:
        """Sends a draft exactly once and tells how that ended; never raises."""
        try:
            body = body_of(draft)
        except Failure as failure:
            return CreateAnswer(Ending.NOT_SENT, failure=failure)
        return self._client.write_once("POST", ENTITY, body, may_send)


def body_of(draft: TicketDraft) -> dict[str, object]:
    """A draft as it is sent; nothing in it is made up, so nothing may be missing.

    Raises:
        Failure: BLOCKED, naming what is missing.
    """
    for what in missing_in(draft):
        raise Failure(Kind.BLOCKED, reason=say("The ticket has no {what}.", what=recalled(what)))
    return {
        name: times.written(value) if isinstance(value, datetime) else value
        for name, value in fields_of(draft).items()
    }


def ticket_of(row: Row) -> Ticket:
    """A record as a ticket.

    Raises:
        Failure: UNREADABLE where id, company or status is missing.
    """
    return Ticket(
        whole(row, "id"),
        text(row, "ticketNumber"),
        text(row, "title"),
        whole(row, "companyID"),
        whole(row, "status"),
        number(row.get("queueID")),
        number(row.get("priority")),
        text(row, "externalID"),
        moment(row, "createDate"),
        moment(row, "dueDateTime"),
        moment(row, "completedDate"),
        moment(row, "resolvedDateTime"),
        text(row, "description"),
    )


def _carries(ticket: Ticket, stem: str) -> bool:
    return ticket.external_id.strip().casefold().startswith(stem.casefold())


def _has_title(ticket: Ticket, company_id: int, title: str, since: datetime | None) -> bool:
    """Whether the title speaks for a ticket; one that does not say when it was made counts."""
    if ticket.company_id != company_id or ticket.title.strip() != title.strip():
        return False
    if since is None or ticket.created_at is None:
        return True
    return ticket.created_at >= since.replace(microsecond=0)
