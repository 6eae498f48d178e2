"""What the services need of Autotask, and of the budget of calls."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bcautotask_gui.domain.connection import Access, CallsUsed, Connection, Zone
from bcautotask_gui.domain.customers import Company, CompanyFacts
from bcautotask_gui.domain.full_ticket import FullTicket, TicketChange
from bcautotask_gui.domain.linking import TicketHits
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.settings import Environment
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


class Autotask(Protocol):
    """One Autotask database, reached as one API user.

    Every method raises `Failure` with what came back; none raises anything else.
    """

    @property
    def is_refused(self) -> bool:
        """Whether the credentials were refused once, after which no call is made any more."""

    def zone(self) -> Zone:
        """Where the user's tenant lives; answered without credentials."""

    def calls_used(self) -> CallsUsed:
        """The calls of the last 60 minutes; also the cheapest proof of the credentials."""

    def version(self) -> str:
        """The version of Autotask, as people call it."""

    def sees_non_billable(self) -> bool:
        """Whether the user was shown any time entry that is not billed.

        Those who may not see them get no error, so False proves nothing.
        """

    def access(self, entity: str) -> Access:
        """What the user may do with "Companies", "Tickets", "TicketNotes" or "TimeEntries"."""

    def reference_data(self) -> ReferenceData:
        """The picklists of tickets and notes."""

    def company_choice(self, company_id: int, which: CompanyField) -> Choice | None:
        """A company's primary contact or default contract, or None where it has none."""

    def category_defaults(self, category: int) -> Mapping[TicketField, int]:
        """What a ticket category fills in where a create leaves a field out."""

    def search_companies(self, text: str) -> tuple[Company, ...]:
        """Companies whose name contains the text, or that have it as id; active ones first."""

    def companies(self, ids: Sequence[int]) -> Iterator[Mapping[int, Company | None]]:
        """The companies with these ids, in chunks.

        Yields:
            For each chunk of ids a dictionary with every id that was asked about; None where
            Autotask shows no such company.
        """

    def company_facts(self, company_id: int) -> CompanyFacts | None:
        """What the panel shows of one company, or None where Autotask shows no such company."""

    def all_companies(self) -> Iterator[tuple[Company, ...]]:
        """All active companies, page by page, as bulk work."""

    def look_up(
        self, stem: str, company_id: int, title: str, since: datetime | None, known_ticket: int
    ) -> LookUp:
        """Looks for the ticket of a run, by marker and by title, in one query.

        Args:
            stem: the marker up to the fingerprint.
            company_id: the company whose tickets are compared by title.
            title: the very title.
            since: only titles of tickets created at or after this moment, or None for all.
            known_ticket: a ticket that must come back in the same answer.
        """

    def any_ticket(self) -> int | None:
        """The id of some ticket that the user sees, or None where they see none."""

    def create_ticket(self, draft: TicketDraft, may_send: Callable[[], bool]) -> CreateAnswer:
        """Sends the draft once and tells how that ended; never raises, never repeats.

        Args:
            draft: what is sent, with the marker as externalID.
            may_send: asked when the headers go out and again when the body does; on False
                nothing more is sent.
        """

    def ticket(self, ticket_id: int) -> Ticket:
        """One ticket.

        Raises:
            Failure: ABSENT where Autotask shows no such ticket.
        """

    def ticket_sheet(self, ticket_id: int) -> TicketSheet:
        """One ticket with the time booked on it and its notes, everybody by name.

        Raises:
            Failure: ABSENT where Autotask shows no such ticket.
        """

    def tickets(self, ids: Sequence[int]) -> Iterator[Mapping[int, Ticket | None]]:
        """Tickets by id in chunks, like `companies`."""

    def ticket_by_number(self, number: str) -> Ticket:
        """The ticket that people call by this number (contract section 1).

        Raises:
            Failure: ABSENT where Autotask shows no such ticket.
        """

    def search_tickets(
        self, words: str, company_id: int | None, since: datetime | None
    ) -> TicketHits:
        """Tickets whose title or number holds all words; without any word all of a company.

        Args:
            words: as typed.
            company_id: only open tickets of this company, or None for all tickets.
            since: only tickets created at or after this moment, or None.
        """

    def with_time_entries(self, ticket_ids: Sequence[int]) -> frozenset[int]:
        """Which of these tickets have time entries; one query for 500 of them."""

    def deleted_tickets(self, ticket_ids: Sequence[int]) -> frozenset[int] | None:
        """Which of these tickets were deleted; None where the tenant does not tell."""

    def ticket_address(self, ticket_id: int) -> str:
        """The address that opens the ticket in a browser."""

    def full_ticket(self, ticket_id: int) -> FullTicket:
        """One ticket with all that an update of it copies.

        Raises:
            Failure: ABSENT; FIELD_ABSENT where a field is not shown that every update needs.
        """

    def update_ticket(
        self, ticket: FullTicket, change: TicketChange, may_send: Callable[[], bool]
    ) -> CreateAnswer:
        """Sends a full update once and tells how that ended; never raises, never repeats.

        Args:
            ticket: as read a moment ago; everything in it is copied.
            change: what is written instead.
            may_send: asked when the headers go out and again when the body does.

        Returns:
            CREATED where the update was executed, with the ticket's own id.
        """

    def time_entries(self, ticket_id: int) -> TimeEntries:
        """The time booked on a ticket.

        Raises:
            Failure: PERMISSION where the user may not see time entries; none would seem to exist.
        """

    def notes(self, ticket_id: int, control: int | None = None) -> NotesFound:
        """The notes of a ticket.

        Args:
            ticket_id: whose notes.
            control: a note that must come back in the same answer; None where no note at all was
                visible before, and then any note, or the right to see notes, stands for it.
        """

    def any_note(self) -> int | None:
        """The id of some note that the user sees, or None where they see none."""

    def author(self) -> int | None:
        """The resource that this user is, or None where Autotask does not tell."""

    def add_note(
        self, ticket_id: int, draft: NoteDraft, may_send: Callable[[], bool]
    ) -> CreateAnswer:
        """Writes a note once and tells how that ended, like `create_ticket`.

        Returns:
            For CREATED with the id of the note in `ticket_id`.
        """

    def close(self) -> None:
        """Gives the connections back."""


Gate = Callable[[], None]
"""Asked before every operation and every chunk; raises where the settings no longer allow it."""


AutotaskFactory = Callable[[Connection, Gate], Autotask]


class CallBudget(Protocol):
    """The hourly budget of calls, shared by all workstations on one database."""

    def take(self, environment: Environment, *, is_bulk: bool) -> float:
        """Counts one call before it is made.

        Returns:
            Seconds to wait before the call: bulk work is slowed down from 50 % on.

        Raises:
            Failure: BUDGET for bulk work above 90 %, for a person's act above the limit.
        """

    def count(self, environment: Environment) -> None:
        """Counts a call that is never refused: asking how many calls were used."""

    def settle(self, environment: Environment, used: CallsUsed) -> None:
        """Corrects the count by what Autotask said."""

    def used(self, environment: Environment) -> CallsUsed:
        """The calls made by all workstations, as far as is known."""
