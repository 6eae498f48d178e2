"""Autotask over its REST API: puts the parts of this room together behind the port."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from bcautotask_gui.autotask import (
    access,
    company_choices,
    deleted_tickets,
    reference_data,
    ticket_search,
    time_entries,
)
from bcautotask_gui.autotask.by_ids import ByIds
from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.companies import Companies
from bcautotask_gui.autotask.full_tickets import FullTickets
from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.notes import Notes
from bcautotask_gui.autotask.people import People
from bcautotask_gui.autotask.ticket_sheets import TicketSheets
from bcautotask_gui.autotask.tickets import Tickets
from bcautotask_gui.domain.connection import Access, CallsUsed, Connection, Zone
from bcautotask_gui.domain.customers import Company, CompanyFacts
from bcautotask_gui.domain.full_ticket import FullTicket, TicketChange
from bcautotask_gui.domain.linking import TicketHits
from bcautotask_gui.domain.ports import CallBudget, Clock, Gate
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.ticket_notes import NoteDraft, NotesFound, TimeEntries
from bcautotask_gui.domain.ticket_view import TicketSheet
from bcautotask_gui.domain.tickets import (
    Choice,
    CompanyField,
    CreateAnswer,
    LookUp,
    Ticket,
    TicketDraft,
)


def open_autotask(
    connection: Connection,
    gate: Gate,
    *,
    discovery_url: str,
    budget: CallBudget,
    clock: Clock,
    limits: EndpointLimits,
) -> "RestAutotask":
    """A client for one Autotask database; nothing is called before it is asked something.

    Args:
        connection: whom to call as, and the database it must be.
        gate: asked before every call.
        discovery_url: the service that knows all zones, without a version.
        budget: counts every call.
        clock: for waits and stamps.
        limits: one object for the whole process.
    """
    client = Client(
        connection, gate, discovery_url=discovery_url, budget=budget, clock=clock, limits=limits
    )
    return RestAutotask(connection, client, clock)


class RestAutotask:
    """One Autotask database, reached as one API user; answers the port `Autotask`.

    Every method raises `Failure` with what came back; none raises anything else.
    """

    def __init__(self, connection: Connection, client: Client, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        by_ids = ByIds(client)
        self._companies = Companies(client, by_ids)
        self._tickets = Tickets(client, by_ids)
        self._full_tickets = FullTickets(client)
        self._notes = Notes(client, connection.credentials.user_name)
        self._sheets = TicketSheets(client, People(by_ids))

    @property
    def is_refused(self) -> bool:
        """Whether the credentials were refused once, after which no call is made any more."""
        return self._client.is_refused

    def zone(self) -> Zone:
        """Where the user's tenant lives; answered without credentials."""
        return self._client.zone()

    def calls_used(self) -> CallsUsed:
        """The calls of the last 60 minutes; the budget is corrected by it."""
        return self._client.calls_used()

    def version(self) -> str:
        """The version of Autotask."""
        return access.version(self._client)

    def sees_non_billable(self) -> bool:
        """Whether this user was shown any time entry that is not billed."""
        return time_entries.sees_non_billable(self._client)

    def access(self, entity: str) -> Access:
        """What the user may do with "Companies", "Tickets", "TicketNotes" or "TimeEntries"."""
        return access.access(self._client, entity)

    def reference_data(self) -> ReferenceData:
        """The picklists of tickets and notes."""
        return reference_data.read(self._client, self._clock)

    def company_choice(self, company_id: int, which: CompanyField) -> Choice | None:
        """A company's primary contact or default contract, or None where it has none."""
        return company_choices.choice(self._client, company_id, which)

    def category_defaults(self, category: int) -> Mapping[TicketField, int]:
        """What a ticket category fills in where a create leaves a field out."""
        return reference_data.category_defaults(self._client, category)

    def search_companies(self, text: str) -> tuple[Company, ...]:
        """Companies whose name contains the text, or that have it as id; active ones first."""
        return self._companies.search(text)

    def companies(self, ids: Sequence[int]) -> Iterator[Mapping[int, Company | None]]:
        """The companies with these ids, in chunks of at most 500, each naming every id of it."""
        return self._companies.read(ids)

    def company_facts(self, company_id: int) -> CompanyFacts | None:
        """What the panel shows of one company, or None where Autotask shows no such company."""
        return self._companies.facts(company_id)

    def all_companies(self) -> Iterator[tuple[Company, ...]]:
        """All active companies, page by page, as bulk work."""
        return self._companies.read_all()

    def look_up(
        self, stem: str, company_id: int, title: str, since: datetime | None, known_ticket: int
    ) -> LookUp:
        """Looks for the ticket of a run, by marker and by title, in one query."""
        return self._tickets.look_up(stem, company_id, title, since, known_ticket)

    def any_ticket(self) -> int | None:
        """The id of some ticket that the user sees, or None where they see none."""
        return self._tickets.any()

    def create_ticket(self, draft: TicketDraft, may_send: Callable[[], bool]) -> CreateAnswer:
        """Sends the draft once and tells how that ended; never raises, never repeats."""
        return self._tickets.create(draft, may_send)

    def ticket(self, ticket_id: int) -> Ticket:
        """One ticket.

        Raises:
            Failure: ABSENT where Autotask shows no such ticket.
        """
        return self._tickets.read(ticket_id)

    def ticket_sheet(self, ticket_id: int) -> TicketSheet:
        """One ticket with the time booked on it and its notes, everybody by name.

        Raises:
            Failure: ABSENT where Autotask shows no such ticket.
        """
        return self._sheets.read(ticket_id)

    def tickets(self, ids: Sequence[int]) -> Iterator[Mapping[int, Ticket | None]]:
        """Tickets by id in chunks, like `companies`."""
        return self._tickets.read_many(ids)

    def ticket_by_number(self, number: str) -> Ticket:
        """The ticket that people call by this number.

        Raises:
            Failure: ABSENT where Autotask shows no such ticket.
        """
        return self._tickets.by_number(number)

    def with_time_entries(self, ticket_ids: Sequence[int]) -> frozenset[int]:
        """Which of these tickets have time entries.

        Raises:
            Failure: PERMISSION where the user may not see time entries.
        """
        return time_entries.tickets_with(self._client, ticket_ids)

    def deleted_tickets(self, ticket_ids: Sequence[int]) -> frozenset[int] | None:
        """Which of these tickets were deleted; None where a tenant does not tell."""
        return deleted_tickets.among(self._client, ticket_ids)

    def ticket_address(self, ticket_id: int) -> str:
        """The address that opens the ticket in a browser."""
        page = "Autotask/AutotaskExtend/ExecuteCommand.aspx?Code=OpenTicketDetail"
        return f"{self.zone().web_url}{page}&TicketID={ticket_id}"

    def search_tickets(
        self, words: str, company_id: int | None, since: datetime | None
    ) -> TicketHits:
        """Tickets whose title or number holds all words; without any word all of a company."""
        return ticket_search.search(self._client, words, company_id, since)

    def full_ticket(self, ticket_id: int) -> FullTicket:
        """One ticket with all that an update of it copies.

        Raises:
            Failure: ABSENT; FIELD_ABSENT where a field is not shown that every update needs.
        """
        return self._full_tickets.read(ticket_id)

    def update_ticket(
        self, ticket: FullTicket, change: TicketChange, may_send: Callable[[], bool]
    ) -> CreateAnswer:
        """Sends a full update once and tells how that ended; never raises, never repeats."""
        return self._full_tickets.update(ticket, change, may_send)

    def time_entries(self, ticket_id: int) -> TimeEntries:
        """The time booked on a ticket.

        Raises:
            Failure: PERMISSION where the user may not see time entries.
        """
        return time_entries.of_ticket(self._client, ticket_id)

    def notes(self, ticket_id: int, control: int | None = None) -> NotesFound:
        """The notes of a ticket, and whether the answer proves that there are no others."""
        return self._notes.of_ticket(ticket_id, control)

    def any_note(self) -> int | None:
        """The id of some note that the user sees, or None where they see none."""
        return self._notes.any()

    def author(self) -> int | None:
        """The resource that this user is, or None where Autotask does not tell."""
        return self._notes.author()

    def add_note(
        self, ticket_id: int, draft: NoteDraft, may_send: Callable[[], bool]
    ) -> CreateAnswer:
        """Writes a note once and tells how that ended; never raises, never repeats."""
        return self._notes.add(ticket_id, draft, may_send)

    def close(self) -> None:
        """Gives the connections back."""
        self._client.close()
