"""The course of one attempt: what was read so far, what was recorded, and what is shown of it."""

from collections.abc import Generator
from dataclasses import dataclass, field

from bcautotask_gui.domain.connection import CheckState
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import FullTicket
from bcautotask_gui.domain.ports import Autotask, Clock, SendMemory
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField, label_of
from bcautotask_gui.domain.resolution import Resolution, ResolutionPlan, ResolutionState, StepKind
from bcautotask_gui.domain.resolution_rules import is_another_ticket
from bcautotask_gui.domain.resolution_shown import ResolutionReport
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.ticket_notes import TimeEntries
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.resolution_record import ResolutionRecord


@dataclass(frozen=True)
class Tools:
    """What every attempt works with."""

    record: ResolutionRecord
    finder: Finder
    memory: SendMemory
    clock: Clock


@dataclass(frozen=True)
class Ended:
    """Why the steps do not go on."""

    state: ResolutionState
    failure: Failure | None = None


Steps = Generator[ResolutionReport, None, Ended | None]


@dataclass
class Course:
    """One attempt under way; its steps change it, one at a time.

    Attributes:
        attempt: as recorded last.
        earlier: all other attempts on the ticket, the newest first.
        shown: the ticket as the person saw it, or None where no ticket was shown.
        reference: Autotask's words.
        report: the list of steps as it stands.
        present: the notes that the ticket had before ours.
        entries: the time that was counted last.
        newest: the ticket as read last.
    """

    tools: Tools
    autotask: Autotask
    attempt: Resolution
    earlier: tuple[Resolution, ...]
    shown: FullTicket | None
    reference: ReferenceData | None
    report: ResolutionReport
    present: frozenset[int] = frozenset()
    entries: TimeEntries = field(default_factory=lambda: TimeEntries(0))
    newest: FullTicket | None = None
    before: FullTicket | None = None

    @property
    def plan(self) -> ResolutionPlan:
        """What was shown and is carried out."""
        return self.attempt.plan

    @property
    def record(self) -> ResolutionRecord:
        """Where the steps are recorded."""
        return self.tools.record

    @property
    def known(self) -> FullTicket:
        """The ticket as it was before our note."""
        if self.before is None:
            raise Failure(Kind.UNEXPECTED, say("The ticket was not read before it was needed."))
        return self.before

    def fresh(self) -> FullTicket:
        """The ticket as it is now.

        Raises:
            Failure: OTHER_TICKET where the id stands for another ticket by now; ABSENT.
        """
        ticket = self.autotask.full_ticket(self.plan.ticket_id)
        if is_another_ticket(self.plan.number, ticket):
            raise other_ticket(ticket, self.plan.number)
        self.newest = ticket
        return ticket

    def count(self) -> TimeEntries:
        """The time that is booked now."""
        self.entries = self.autotask.time_entries(self.plan.ticket_id)
        return self.entries

    def label(self, status: int | None) -> str:
        """Autotask's word for a status."""
        return label_of(self.reference, TicketField.STATUS, status)

    def mark(self, kind: StepKind, value: str) -> None:
        """Ticks a step."""
        self.report = self.report.marked(kind, CheckState.PASSED, value)

    def mark_end(self, kind: StepKind, ended: Ended) -> None:
        """Shows at which step it ended, and why."""
        is_failed = ended.state is ResolutionState.STOPPED
        state = CheckState.FAILED if is_failed else CheckState.LOOK_HERE
        happened = ended.failure.happened if ended.failure else ""
        advice = ended.failure.advice if ended.failure else ""
        self.report = self.report.marked(kind, state, happened, advice)

    def state_after_error(self) -> ResolutionState:
        """Whether something is still open where a step failed."""
        is_open = self.attempt.pending or self.attempt.must_be_read_back
        return ResolutionState.OPEN if is_open else ResolutionState.STOPPED


def other_ticket(ticket: FullTicket, number: str) -> Failure:
    """The id of a stored ticket stands for another one by now."""
    found = ticket.ticket
    return Failure(Kind.OTHER_TICKET, id=found.id, found=found.number, number=number)


def stopped(failure: Failure) -> Ended:
    """Every note and update is decided, and the rest is left as it is."""
    return Ended(ResolutionState.STOPPED, failure)
