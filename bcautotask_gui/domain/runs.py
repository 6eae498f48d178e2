"""Backup runs: what happened to which job of which customer, and one row of Run Checks."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

from bcautotask_gui.domain.customers import Mapping, MappingStatus
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState, Origin, TicketState


class RunStatus(StrEnum):
    """The result of a run; "Failed" and "Error" are one severity."""

    SUCCESS = "success"
    WARNING = "warning"
    FAILED = "failed"
    MISSED = "missed"
    OVERRIDE = "override"
    OTHER = "other"

    @property
    def creatable(self) -> bool:
        """Whether such a run can get a ticket."""
        return self in (RunStatus.WARNING, RunStatus.FAILED, RunStatus.MISSED)


_SPELLINGS = {
    "success": RunStatus.SUCCESS,
    "warning": RunStatus.WARNING,
    "failed": RunStatus.FAILED,
    "error": RunStatus.FAILED,
    "missed": RunStatus.MISSED,
    "success (override)": RunStatus.OVERRIDE,
}


_SEVERITY = {RunStatus.FAILED: 0, RunStatus.WARNING: 1}


def run_status(text: str | None, *, missed: bool = False, overridden: bool = False) -> RunStatus:
    """The status that a spelling in the database stands for, in any case.

    Args:
        text: the status as stored.
        missed: the run's missed flag.
        overridden: the run's override flag.
    """
    if overridden:
        return RunStatus.OVERRIDE
    if missed:
        return RunStatus.MISSED
    return _SPELLINGS.get((text or "").strip().casefold(), RunStatus.OTHER)


@dataclass(frozen=True)
class RunObject:
    """One protected object of a run: a virtual machine, a disk, a mailbox."""

    name: str
    kind: str
    status: RunStatus
    status_text: str
    message: str

    @property
    def affected(self) -> bool:
        """Whether the object did not end in success."""
        return self.status not in (RunStatus.SUCCESS, RunStatus.OVERRIDE)


@dataclass(frozen=True)
class Mail:
    """The report mail that a run was read from; text from outside, never to be trusted."""

    sender: str
    subject: str
    received_at: datetime | None
    text: str
    html: str


@dataclass(frozen=True)
class Run:
    """A run with all that a ticket may tell of it.

    Attributes:
        status_text: the status as Backupchecks spells it.
        run_at: when it ran, aware, UTC, or None where Backupchecks does not know.
        sender: the mail's sender, or the source type of a run that came by an API.
        external_id: the source's own id of the report, or empty.
        objects: all objects, failed ones first.
        stored_at: the run time as it lies in the database, as if that were UTC: the same whatever
            zone it is taken to be in; None where there is no database that could tell.
    """

    id: int
    customer_id: int
    customer: str
    job_id: int
    job: str
    software: str
    backup_type: str
    status: RunStatus
    status_text: str
    run_at: datetime | None
    remark: str
    sender: str
    external_id: str
    is_reviewed: bool
    objects: tuple[RunObject, ...] = ()
    mail: Mail | None = None
    stored_at: datetime | None = None

    @property
    def fingerprint(self) -> str:
        """Ten characters that stand for the report, whatever serial id it has after a restore.

        The time counts as it is stored: a setting that says in which zone that is may be wrong
        and be mended, and an earlier ticket must be found all the same.
        """
        parts = (
            self.sender,
            self.software,
            self.job,
            _instant(self.stored_at or self.run_at),
            self.external_id,
        )
        return sha256("\x1f".join(parts).encode(errors="surrogatepass")).hexdigest()[:10]

    @property
    def digest(self) -> str:
        """Changes when anything changes that a ticket tells, or that decides whether there is one.

        An override leaves the spelling of the status as it is, so the status itself counts too.
        The order in which a database hands out objects does not.
        """
        told = (
            self.customer_id, self.customer, self.job_id, self.job, self.software,
            self.backup_type, self.status.value, self.status_text, self.remark, self.fingerprint,
            sorted((o.name, o.status.value, o.status_text, o.message) for o in self.objects),
        )  # fmt: skip
        return sha256(repr(told).encode()).hexdigest()[:16]

    @property
    def affected(self) -> tuple[RunObject, ...]:
        """The objects that did not end in success: failed ones, then warnings, then the others."""
        wrong = [each for each in self.objects if each.affected]
        return tuple(sorted(wrong, key=lambda each: _SEVERITY.get(each.status, len(_SEVERITY))))


def _instant(moment: datetime | None) -> str:
    """A moment as text, the same whatever zone it is written in."""
    return moment.astimezone(UTC).isoformat() if moment else ""


@dataclass(frozen=True)
class TicketCell:
    """The ticket of a row.

    Attributes:
        ticket_id: Autotask's id, or None for a number typed by hand.
        label: Autotask's word for the status as last read, or empty.
        environment: where the ticket is, or None for a number typed by hand.
        is_reopened: an open ticket that was complete when it was read before.
        has_time_entries: as last read, or None where nobody could tell.
    """

    number: str
    ticket_id: int | None
    state: TicketState
    label: str
    origin: Origin
    environment: Environment | None
    is_reopened: bool = False
    has_time_entries: bool | None = None


@dataclass(frozen=True)
class WorkCell:
    """Who is working on a row, and how far the work has come.

    Attributes:
        is_alive: whether the application that works on it still tells that it lives.
    """

    state: ClaimState
    who: str
    is_mine: bool
    is_alive: bool = True


@dataclass(frozen=True)
class RunRow:
    """One row of Run Checks."""

    id: int
    status: RunStatus
    status_text: str
    customer_id: int
    customer: str
    job_id: int
    job: str
    software: str
    backup_type: str
    run_at: datetime | None
    objects_failed: int | None
    objects_total: int | None
    remark: str
    ticket: TicketCell | None
    work: WorkCell | None
    mapping_status: MappingStatus
    is_reviewed: bool

    @property
    def key(self) -> int:
        """What finds the row again."""
        return self.id


@dataclass(frozen=True)
class RunResult:
    """How one of a job's runs ended, and when; the time is None where nobody knows it."""

    status: RunStatus
    run_at: datetime | None


@dataclass(frozen=True)
class HistoryEntry:
    """Something that was done to a run."""

    at: datetime
    who: str
    what: str


@dataclass(frozen=True)
class RunDetail:
    """Everything that the pane beside the table tells of one run.

    Attributes:
        strip: the results of the job's last 30 runs, oldest first.
        job_ticket: an open ticket that another run of the same job has.
    """

    run: Run
    row: RunRow
    mapping: Mapping | None
    strip: tuple[RunResult, ...]
    history: tuple[HistoryEntry, ...]
    job_ticket: TicketCell | None = None


class RunView(StrEnum):
    """The saved views above the table."""

    NOT_REVIEWED = "not_reviewed"
    NEEDS_TICKET = "needs_ticket"
    OPEN_TICKETS = "open_tickets"
    WAITING = "waiting"
    MISSED = "missed"
    ALL = "all"


@dataclass(frozen=True)
class RunQuery:
    """What the Run Checks table shows.

    Attributes:
        environment: whose mappings and tickets count.
        search: part of a customer's or job's name, a remark or a ticket number.
        in_messages: the search also looks into the names and messages of objects, which takes
            longer.
        since: only runs at or after this moment, aware, or None.
        customer_id: only this customer, or None.
        software: only this backup software, or empty.
        sort: the key of the column to sort by.
        job_id: only this job, or None.
    """

    environment: Environment
    view: RunView = RunView.NOT_REVIEWED
    search: str = ""
    since: datetime | None = None
    customer_id: int | None = None
    software: str = ""
    sort: str = "run_at"
    descending: bool = True
    in_messages: bool = False
    without_ticket: frozenset[RunStatus] = frozenset()
    job_id: int | None = None
