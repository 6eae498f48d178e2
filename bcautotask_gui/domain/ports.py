"""What the services need of the outside world; each adapter room answers one of these."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from bcautotask_gui.domain.audit import AuditEntry, AuditEvent, AuditQuery
from bcautotask_gui.domain.audit_chain import ChainedEntry, Link
from bcautotask_gui.domain.changes import Change
from bcautotask_gui.domain.connection import (
    Access,
    CallsUsed,
    Connection,
    KeyringState,
    Zone,
)
from bcautotask_gui.domain.customers import (
    Company,
    CompanyFacts,
    CustomerDetail,
    CustomerQuery,
    CustomerRow,
    MappingChange,
    MappingOrder,
    MappingStatus,
)
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.full_ticket import FullTicket, TicketChange
from bcautotask_gui.domain.linking import LinkOrder, SecondTicket, TicketHits, TicketHolder
from bcautotask_gui.domain.operators import Instance, Operator, SignInWay
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.resolution import (
    Resolution,
    ResolutionPlan,
    ResolutionState,
    StepKind,
    StepState,
)
from bcautotask_gui.domain.reviews import Review
from bcautotask_gui.domain.runs import RunDetail, RunQuery, RunRow, RunStatus, RunView
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.ticket_notes import NoteDraft, NotesFound, NotesSeen, TimeEntries
from bcautotask_gui.domain.ticket_rules import RunFacts
from bcautotask_gui.domain.ticket_states import TicketSight, WatchedTicket
from bcautotask_gui.domain.ticket_view import TicketSheet
from bcautotask_gui.domain.tickets import (
    Claim,
    CreateAnswer,
    LookUp,
    Ticket,
    TicketDraft,
    TicketLink,
)

if TYPE_CHECKING:
    from array import array


class Clock(Protocol):
    """The time of this computer; stamps that others judge by come from the database."""

    def now(self) -> datetime:
        """The time, aware, UTC."""

    def monotonic(self) -> float:
        """Seconds that never jump."""

    def sleep(self, seconds: float) -> None:
        """Waits; only for waits of a few seconds inside one act."""


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
            Failure: ABSENT; FIELD_ABSENT where a field is not shown that an update would empty.
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

    def take(self, environment: Environment, *, is_bulk: bool) -> None:
        """Counts one call before it is made.

        Raises:
            Failure: BUDGET for bulk work above 90 %, for a person's act above the limit.
        """

    def settle(self, environment: Environment, used: CallsUsed) -> None:
        """Corrects the count by what Autotask said."""

    def used(self, environment: Environment) -> CallsUsed:
        """The count as far as it is known."""


class Secrets(Protocol):
    """The keyring of this computer, or the memory of this session."""

    def get(self, account: str) -> str | None:
        """The secret of an account, or None where none is stored."""

    def set(self, account: str, secret: str) -> None:
        """Stores or replaces a secret."""

    def forget(self, account: str) -> None:
        """Removes a secret; nothing happens where there is none."""

    def probe(self) -> KeyringState:
        """Writes, reads and deletes a value to see whether secrets can be kept."""


class SettingsStore(Protocol):
    """The settings shared by everyone on one database."""

    def workspace_id(self) -> str:
        """The id of this workspace; part of keyring accounts and markers."""

    def read(self) -> Settings:
        """The settings in force."""

    def version(self) -> int:
        """The version in force, cheaper than `read`."""

    def save(self, settings: Settings, event: AuditEvent) -> Settings:
        """Saves what was changed from `settings.version`.

        Raises:
            Failure: STALE where somebody saved a newer version meanwhile.
        """

    def reference_data(self, environment: Environment) -> ReferenceData | None:
        """The picklists as last kept, or None."""

    def keep_reference_data(
        self, environment: Environment, data: ReferenceData, event: AuditEvent
    ) -> None:
        """Keeps freshly read picklists."""


class CustomerStore(Protocol):
    """Customers and their mappings."""

    def rows(self, query: CustomerQuery) -> tuple[CustomerRow, ...]:
        """The customers of a query, in its order."""

    def counts(self, query: CustomerQuery) -> Mapping[MappingStatus | None, int]:
        """How many customers stand how, under None all; the query's status is left aside."""

    def row(self, customer_id: int, environment: Environment) -> CustomerRow:
        """One customer.

        Raises:
            Failure: ABSENT where there is none.
        """

    def mappings(self, environment: Environment) -> tuple[CompanyMapping, ...]:
        """All mappings of an environment."""

    def detail(self, customer_id: int, environment: Environment) -> CustomerDetail:
        """Everything that the panel tells of one customer.

        Raises:
            Failure: ABSENT where there is none.
        """

    def taken_by(
        self, environment: Environment, company_ids: Collection[int]
    ) -> Mapping[int, tuple[int, str]]:
        """The customers that these companies are mapped to, with id and name, by company id."""

    def set_mapping(
        self, environment: Environment, customer_id: int, company: Company, event: AuditEvent
    ) -> CompanyMapping:
        """Maps a customer to a company, in place of any former one.

        Raises:
            Failure: TAKEN where another customer has the company.
        """

    def clear_mapping(self, environment: Environment, customer_id: int, event: AuditEvent) -> None:
        """Removes a mapping; tickets stay."""

    def set_mappings(self, environment: Environment, orders: Sequence[MappingOrder]) -> None:
        """Maps many customers in one transaction, or none of them.

        Raises:
            Failure: TAKEN, ABSENT, or STALE where a mapping is no longer as the person saw it.
        """

    def change_mappings(self, changes: Sequence[MappingChange]) -> frozenset[int]:
        """Saves what a person changed about mappings, each only if it is still as before.

        Returns:
            The customers whose mapping was saved.
        """

    def save_refreshed(
        self, before: Sequence[CompanyMapping], after: Sequence[CompanyMapping], event: AuditEvent
    ) -> frozenset[int]:
        """Saves refreshed mappings in one transaction, each only if it is still as `before`.

        Returns:
            The customers whose mapping was saved; one that somebody changed meanwhile is left as
            it is.
        """


class RunStore(Protocol):
    """Runs of the Backupchecks database, with our mappings and tickets beside them."""

    def first_page(self, query: RunQuery, limit: int) -> tuple[RunRow, ...]:
        """The first rows of a query, quickly."""

    def order(self, query: RunQuery) -> "array[int]":
        """The ids of all rows of a query, in its order, as 64-bit numbers."""

    def rows(self, ids: Sequence[int], environment: Environment) -> tuple[RunRow, ...]:
        """Rows by id, in the order asked for; a run that is gone is left out."""

    def counts(self, query: RunQuery) -> Mapping[RunView, int]:
        """How many runs each view holds; the query's own view and search are left aside."""

    def strips(self, job_ids: Collection[int]) -> Mapping[int, tuple[RunStatus, ...]]:
        """The last 30 statuses of jobs, oldest first."""

    def detail(self, run_id: int, environment: Environment) -> RunDetail:
        """Everything about one run.

        Raises:
            Failure: RUN_GONE where it is no longer there.
        """

    def facts(self, run_id: int, environment: Environment) -> RunFacts:
        """What decides whether the run may get a ticket, read in one transaction.

        Raises:
            Failure: RUN_GONE where it is no longer there.
        """

    def choices(self) -> tuple[tuple[tuple[int, str], ...], tuple[str, ...]]:
        """Customers (id, name) and backup software that the filters offer."""

    def newest_id(self) -> int:
        """The highest run id, to see whether there are new runs."""

    def newer(self, query: RunQuery, after_id: int) -> tuple[int, ...]:
        """The ids of a query's runs above this one, in its order."""


class TicketStore(Protocol):
    """Claims and ticket links; every transition is a compare-and-set in one transaction.

    A transition of a claim that somebody else moved on raises `Failure` STALE, save `created`
    and `adopted`, which never drop a ticket that exists.
    """

    def now(self) -> datetime:
        """The database's time, aware, UTC; all spans are judged by it."""

    def claim(self, draft: TicketDraft, instance: Instance, event: AuditEvent) -> Claim:
        """Claims the run for one attempt, under one lock per run.

        Re-reads settings version, database id, mapping version and run digest, and looks for
        links of this environment, manual numbers and what the web application wrote.

        Raises:
            Failure: STALE, HAS_TICKET, WORKED_ON, RUN_GONE.
        """

    def sending(self, claim: Claim, event: AuditEvent) -> Claim:
        """Commits that the request goes out now; stamps the time anew at each repetition."""

    def created(self, claim: Claim, ticket_id: int, event: AuditEvent) -> Claim:
        """Records the new ticket before anything else about it is known.

        A claim in another state, or none at all, stores it as a second ticket instead.
        """

    def adopted(self, claim: Claim, ticket: Ticket, event: AuditEvent) -> Claim:
        """Records a ticket found by its marker as this run's, likewise."""

    def unknown(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        """Records that nobody knows whether the ticket exists."""

    def release(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        """Gives the run free again; the reason is kept."""

    def looked(self, claim: Claim, *, is_valid: bool, asked_at: datetime) -> Claim:
        """Counts a look-up that found nothing."""

    def offer(self, claim: Claim, tickets: Sequence[Ticket], event: AuditEvent) -> Claim:
        """Keeps tickets that a person must decide about."""

    def reject(self, claim: Claim, ticket_id: int, event: AuditEvent) -> Claim:
        """Records that an offered ticket is not this run's."""

    def second(self, claim: Claim, tickets: Sequence[Ticket], event: AuditEvent) -> Claim:
        """Records tickets that conflict with the run, so that a person sees them."""

    def take_over(self, claim: Claim, instance: Instance, event: AuditEvent) -> Claim:
        """Makes this instance the owner of a claim that another left behind."""

    def claim_of(self, run_id: int, environment: Environment) -> Claim | None:
        """The claim of a run that is not released."""

    def last_released(self, run_id: int, environment: Environment) -> Claim | None:
        """The newest released claim that had been sent, for the warning in the next preview."""

    def open_claims(self, environment: Environment) -> tuple[Claim, ...]:
        """All attempts that are not decided."""

    def ended_claims(self, environment: Environment) -> tuple[Claim, ...]:
        """Attempts that a link ended and of which no second ticket is known yet."""

    def free(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        """Releases an attempt that a link ended, once no link of ours counts for its run.

        Raises:
            Failure: STALE where one does, or where somebody moved the attempt on.
        """

    def links_of(self, run_id: int, environment: Environment) -> tuple[TicketLink, ...]:
        """The tickets that count for a run in this environment."""

    def held(
        self, environment: Environment, ticket_ids: Collection[int], *, except_run: int
    ) -> frozenset[int]:
        """Which of these tickets other runs hold, by a claim or a link."""

    def unnumbered(self, environment: Environment) -> tuple[int, ...]:
        """Tickets that we created and whose number could not be read yet."""

    def newest_sent(self) -> int:
        """The highest id of a claim that ever was in `sending`; 0 where there is none."""

    def known_ticket(self, environment: Environment) -> int | None:
        """A ticket of ours that was seen last, as the control row of a look-up."""

    def snapshot(self, environment: Environment, ticket: Ticket, status_label: str) -> None:
        """Keeps number and status of a ticket as just read."""

    def mirror(self) -> int:
        """Writes what is still pending into the web application's own columns.

        Returns:
            How many are still pending.
        """


class ResolutionStore(Protocol):
    """Attempts to resolve tickets; every transition is a compare-and-set in one transaction.

    A transition of an attempt that somebody else moved on, or that has ended, raises `Failure`
    STALE.
    """

    def now(self) -> datetime:
        """The database's time, aware, UTC; all spans are judged by it."""

    def begin(self, plan: ResolutionPlan, instance: Instance, event: AuditEvent) -> Resolution:
        """Begins an attempt, the only open one on its ticket.

        Re-reads the settings version, whether the run still has the ticket, and whether somebody
        worked on the ticket since the plan was shown.

        Raises:
            Failure: DISABLED, STALE, TICKET_WORKED_ON.
        """

    def seen(self, attempt: Resolution, before: NotesSeen, event: AuditEvent) -> Resolution:
        """Records that the ticket was read, and how its notes stood."""

    def add(
        self,
        attempt: Resolution,
        kind: StepKind,
        state: StepState,
        event: AuditEvent,
        *,
        value: int | None = None,
    ) -> Resolution:
        """Records a new step; SENDING stamps the database's time."""

    def decide(
        self,
        attempt: Resolution,
        state: StepState,
        event: AuditEvent,
        *,
        value: int | None = None,
    ) -> Resolution:
        """Records what became of the pending step; why is told by the event."""

    def looked(self, attempt: Resolution, asked_at: datetime) -> Resolution:
        """Counts a look-up that proved that the pending step's note is not there."""

    def end(
        self, attempt: Resolution, state: ResolutionState, reason: str, event: AuditEvent
    ) -> Resolution:
        """Ends an attempt of which nothing is pending; others may begin."""

    def take_over(self, attempt: Resolution, instance: Instance, event: AuditEvent) -> Resolution:
        """Makes this instance the owner of an attempt that another left behind."""

    def attempts(self, environment: Environment, ticket_id: int) -> tuple[Resolution, ...]:
        """All attempts on a ticket, the newest first."""

    def open_attempts(self, environment: Environment) -> tuple[Resolution, ...]:
        """All attempts that have not ended."""


class LinkStore(Protocol):
    """Links of runs to tickets that exist; each act one transaction under the run's lock."""

    def link(self, order: LinkOrder, status_label: str, event: AuditEvent) -> TicketLink:
        """Links a run to a ticket.

        An attempt that was sent and not decided is ended by it; one that was not sent is
        released. A number typed by hand stays, since it counts in the other environment too.

        Raises:
            Failure: DISABLED; STALE where settings, database id or attempt are no longer as the
                order names them; HAS_TICKET.
        """

    def type_number(
        self,
        run_id: int,
        number: str,
        settings_version: int,
        claims: Sequence[Claim],
        event: AuditEvent,
    ) -> TicketLink:
        """Keeps a number typed by hand; it counts in each environment.

        Args:
            run_id: the run.
            number: in one form.
            settings_version: refused where the settings changed since.
            claims: the run's attempts that are not released, in each environment, as the decision
                saw them; those that were sent and not decided are ended by it.
            event: the entry for the trail.

        Raises:
            Failure: STALE, HAS_TICKET.
        """

    def unlink(self, link: TicketLink, reason: str, event: AuditEvent) -> None:
        """Takes a link away; its row stays, with who took it away and why.

        Raises:
            Failure: STALE where it is no longer there.
        """

    def holders(
        self, environment: Environment, ticket_ids: Collection[int]
    ) -> Mapping[int, tuple[TicketHolder, ...]]:
        """The runs that have these tickets, by ticket, whoever wrote it."""

    def second_tickets(self, run_id: int, environment: Environment) -> tuple[SecondTicket, ...]:
        """Tickets that conflict with a run, the oldest first."""


class TicketStateStore(Protocol):
    """How the tickets of runs stand, as last read."""

    def watched(
        self, environment: Environment, run_ids: Collection[int]
    ) -> tuple[WatchedTicket, ...]:
        """The tickets to be read again, each once: those of these runs, then all open ones."""

    def keep(
        self, environment: Environment, seen: Sequence[TicketSight], deleted: Collection[int]
    ) -> None:
        """Keeps what one chunk of answers said, in one transaction."""


class ReviewStore(Protocol):
    """The review columns of Backupchecks, where its schema has them and lets us write."""

    def reason_against(self) -> str:
        """Why runs cannot be marked as reviewed in this database; empty where they can."""

    def mark(self, run_ids: Collection[int], event: AuditEvent) -> Review:
        """Marks those of the runs that are not reviewed yet, with an entry for each."""

    def mark_job(self, job_id: int, up_to: int, event: AuditEvent) -> Review:
        """Marks a job's runs up to this id; one that came in later was not seen."""

    def take_back(self, review: Review, event: AuditEvent) -> int:
        """Takes back what this very review marked and nobody changed since.

        Returns:
            How many runs are not reviewed any more.
        """


class Instances(Protocol):
    """Which applications are alive on this database."""

    def beat(self, instance: Instance, operator: str) -> None:
        """Says that this instance lives."""

    def alive(self, within_seconds: float) -> frozenset[str]:
        """The ids of instances with a heartbeat not older than this."""

    def end(self, instance: Instance) -> None:
        """Says that this instance has ended."""


class Watch(Protocol):
    """Hears of what others change in the database; one thread at a time waits."""

    def wait_for_changes(self, timeout_s: float) -> tuple[Change, ...]:
        """What others changed since the last call; waits for the first of them, so long at most.

        Raises:
            Failure: why the database does not answer; later calls try again, ever more rarely,
                and tell EVERYTHING once it is back.
        """

    def wake(self) -> None:
        """Ends the wait from another thread, for good."""

    def close(self) -> None:
        """Gives the connection back."""


class SendMemory(Protocol):
    """What this profile remembers outside the database, to notice a restored copy."""

    def last_sending(self) -> int:
        """The highest claim id that this profile saw in `sending`; 0 for a new profile."""

    def remember_sending(self, claim_id: int) -> None:
        """Keeps a claim id, durably, before the request goes out."""

    def restored_at(self) -> datetime | None:
        """When a restored database was noticed, or None."""

    def remember_restored(self, at: datetime) -> None:
        """Keeps that moment."""


class UserStore(Protocol):
    """Who works here; no password and no hash is kept or handed out."""

    def way(self) -> SignInWay:
        """How people are known on this database."""

    def verify(self, name: str, password: str, workstation: str) -> Operator:
        """The person that a name and a password belong to, under the highest of their roles."""

    def database_user(self, workstation: str) -> Operator:
        """Who works here where no account is asked for."""


class AuditLog(Protocol):
    """Reads the trail; entries are written by the stores, with the acts themselves."""

    def newest(
        self, limit: int, before_id: int | None = None, query: AuditQuery | None = None
    ) -> tuple[AuditEntry, ...]:
        """Entries, the newest first."""

    def operators(self) -> tuple[str, ...]:
        """Everybody who ever acted."""

    def head(self) -> Link | None:
        """The newest entry; None in an empty trail."""

    def link(self, entry_id: int) -> Link | None:
        """One entry; None where it is not there."""

    def chain(self) -> Iterator[tuple[ChainedEntry, ...]]:
        """All entries from the first on, some at a time."""


class TrailMemory(Protocol):
    """What this profile remembers of the trail outside the database."""

    def newest_entry(self) -> Link | None:
        """The newest entry that this profile saw; None for a new profile."""

    def remember_entry(self, link: Link) -> None:
        """Keeps an entry, durably."""
