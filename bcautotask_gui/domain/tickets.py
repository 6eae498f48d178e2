"""Tickets: what is sent, what Autotask answers, and the claim that keeps it to one per run."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.settings import Environment


class Origin(StrEnum):
    """Where the ticket of a run comes from."""

    CREATED = "created"
    LINKED = "linked"
    MANUAL = "manual"
    WEB_APPLICATION = "web application"


class TicketState(StrEnum):
    """How a ticket stands, as last read."""

    OPEN = "open"
    COMPLETE = "complete"
    DELETED = "deleted"
    NOT_READ = "not read"
    MANUAL = "manual"


class ClaimState(StrEnum):
    """How far the one attempt to create a run's ticket has come."""

    CLAIMED = "claimed"
    SENDING = "sending"
    UNKNOWN = "unknown"
    CREATED = "created"
    RELEASED = "released"
    ENDED_BY_LINK = "ended by link"

    @property
    def is_open(self) -> bool:
        """Whether the attempt is not decided yet."""
        return self in (ClaimState.CLAIMED, ClaimState.SENDING, ClaimState.UNKNOWN)


@dataclass(frozen=True)
class Marker:
    """What a ticket carries so that it can be found again.

    Attributes:
        workspace: six characters of the workspace id.
        fingerprint: ten characters that stand for the report, never a serial id.
        run_id: the serial id, for a person who looks; not part of what is searched.
    """

    workspace: str
    environment: Environment
    fingerprint: str
    run_id: int

    @property
    def stem(self) -> str:
        """The marker up to the fingerprint: what look-ups search for."""
        return f"bc-{self.workspace}-{self.environment.letter}-{self.fingerprint}"

    def __str__(self) -> str:
        """The whole marker; fits the 50 characters of Autotask's externalID."""
        return f"{self.stem}-{self.run_id}"


@dataclass(frozen=True)
class Choice:
    """A picklist value as it is shown and sent: the id leads, the label is for display."""

    id: int
    label: str


class CompanyField(StrEnum):
    """What a ticket may name of its company."""

    CONTACT = "contact"
    CONTRACT = "contract"


@dataclass(frozen=True)
class Block:
    """One reason why a run cannot get a ticket, with the place that mends it.

    Attributes:
        what: the reason in a few words.
        sentence: what is so, and what to do.
        place: where it is mended: "mapping", "defaults", "settings", "ticket" or empty.
        field: the draft's field that is broken, or empty.
    """

    what: str
    sentence: str
    place: str = ""
    field: str = ""


@dataclass(frozen=True)
class TicketDraft:
    """Exactly what will be sent, and the state of the world that it was made from.

    Attributes:
        due_at: aware, UTC.
        title: at most 255 characters.
        description: plain text, at most 8,000 characters, ends with the marker.
        settings_version: refused at the claim if the settings changed since.
        mapping_version: likewise for the mapping.
        run_digest: likewise for the run.
        blocks: why it cannot be sent; empty when it can.
        job_ticket: an open ticket of the same job, as "number, status", or empty.
        earlier_attempt: says that an earlier attempt was not found in Autotask, or empty.
        time_zone: the zone that the description tells times in, by its IANA name.
        category: not sent where None, and then Autotask takes its own; likewise the next ones.
        contact: the company's primary contact, where the settings send it.
        contract: the company's default contract, where the settings send it.
        unread: which of these two are still to be read from Autotask; such a draft cannot be sent.
    """

    environment: Environment
    database_id: int | None
    settings_version: int
    run_id: int
    run_digest: str
    run_at: datetime | None
    mapping_version: int
    company_id: int | None
    company_name: str
    customer: str
    title: str
    description: str
    queue: Choice | None
    source: Choice | None
    status: Choice | None
    priority: Choice | None
    due_at: datetime
    marker: Marker
    blocks: tuple[Block, ...] = ()
    job_ticket: str = ""
    earlier_attempt: str = ""
    category: Choice | None = None
    issue_type: Choice | None = None
    sub_issue_type: Choice | None = None
    work_type: Choice | None = None
    contact: Choice | None = None
    contract: Choice | None = None
    unread: frozenset[CompanyField] = frozenset()
    time_zone: str = ""


@dataclass(frozen=True)
class Claim:
    """The one attempt to create a run's ticket; never deleted.

    Attributes:
        token: changes with the owner, so that a former owner's act fails.
        version: grows with every transition; each transition is a compare-and-set on it.
        sending_at: the database's time when `sending` was committed, aware, UTC.
        valid_looks: how many look-ups answered "absent" and could be trusted.
        last_valid_look: when the newest of them was asked, by the database's clock.
        offered: ticket ids that only their title speaks for; a person decides.
        rejected: offered tickets that a person said are not this run's.
    """

    id: int
    environment: Environment
    run_id: int
    company_id: int
    marker: Marker
    title: str
    state: ClaimState
    token: str
    version: int
    operator: str
    workstation: str
    instance: str
    profile: str
    created_at: datetime
    run_at: datetime | None = None
    sending_at: datetime | None = None
    ticket_id: int | None = None
    reason: str = ""
    valid_looks: int = 0
    last_valid_look: datetime | None = None
    offered: tuple[int, ...] = ()
    rejected: tuple[int, ...] = ()

    @property
    def undecided(self) -> tuple[int, ...]:
        """Offered tickets that nobody decided about; they block release and create."""
        return tuple(each for each in self.offered if each not in self.rejected)


@dataclass(frozen=True)
class Ticket:
    """A ticket as Autotask tells it; all times aware, UTC."""

    id: int
    number: str
    title: str
    company_id: int
    status: int
    queue: int | None = None
    priority: int | None = None
    external_id: str = ""
    created_at: datetime | None = None
    due_at: datetime | None = None
    completed_at: datetime | None = None
    resolved_at: datetime | None = None
    description: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether Autotask stamped it as completed; a label alone proves nothing."""
        return self.completed_at is not None


@dataclass(frozen=True)
class TicketLink:
    """The ticket of a run, kept whatever happens to the run.

    Attributes:
        environment: None for a number typed by hand, which counts in each.
        ticket_id: None for a number typed by hand.
        number: empty until it was read after a create.
        status: the status id as last read, or None.
        read_at: when that was, aware, UTC.
        is_reopened: it was complete when it was read before.
        has_time_entries: as last read, or None where nobody could tell.
    """

    id: int
    environment: Environment | None
    run_id: int
    ticket_id: int | None
    number: str
    origin: Origin
    operator: str
    created_at: datetime
    status: int | None = None
    status_label: str = ""
    is_complete: bool = False
    is_deleted: bool = False
    read_at: datetime | None = None
    mirror_pending: bool = False
    is_reopened: bool = False
    has_time_entries: bool | None = None


class Ending(StrEnum):
    """How a request that creates something ended; decided in one place of the client."""

    CREATED = "created"
    REFUSED = "refused"
    NOT_SENT = "not sent"
    COME_AGAIN = "come again"
    NOBODY_KNOWS = "nobody knows"


@dataclass(frozen=True)
class CreateAnswer:
    """What came back from a create.

    Attributes:
        ticket_id: the new ticket, only for CREATED.
        failure: what happened in words, for every other ending.
        wait: seconds that Autotask asked to wait before coming again.
    """

    ending: Ending
    ticket_id: int | None = None
    failure: Failure | None = None
    wait: float = 0.0


@dataclass(frozen=True)
class LookUp:
    """What a search for a run's ticket found.

    Attributes:
        is_valid: a ticket known to exist came back in the same answer, so absence is proven.
        by_marker: tickets that carry the marker up to the fingerprint.
        by_title: other tickets of the company with the very title.
    """

    is_valid: bool
    by_marker: tuple[Ticket, ...] = field(default=())
    by_title: tuple[Ticket, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Neither marker nor title was found."""
        return not self.by_marker and not self.by_title
