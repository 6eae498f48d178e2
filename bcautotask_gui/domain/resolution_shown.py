"""What a person sees of resolving: the ticket before, the steps meanwhile, and how it ended."""

from dataclasses import dataclass, replace

from bcautotask_gui.domain.connection import Check, CheckState
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.full_ticket import FullTicket
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.resolution import (
    Purpose,
    Resolution,
    ResolutionPlan,
    ResolutionState,
    StepKind,
)
from bcautotask_gui.domain.runs import RunResult
from bcautotask_gui.domain.ticket_notes import TimeEntries
from bcautotask_gui.domain.tickets import Block, TicketLink


@dataclass(frozen=True)
class ResolutionPreview:
    """What the dialog shows.

    Attributes:
        link: the run's ticket as stored, or None.
        ticket: as it is in Autotask now; None where something forbids to ask.
        status_label: Autotask's word for its status.
        completed_label: Autotask's word for the status that it would get.
        entries: the time booked on it; None like `ticket`.
        last_run: how and when the job's last run ended, or None where nobody knows.
        needs_tick: a person must accept that formatting can be lost by a full update.
        open_attempt: an attempt on the ticket that is not decided, or None.
        against_take_over: why that attempt cannot be taken over now; empty where it can.
        blocks: why nothing at all can be done; empty where one of the two acts can begin.
        resolve_blocks: why it cannot be resolved, also where a note can be added.
        plan: the act that can begin: RESOLVE, or NOTE_ONLY where time entries exist; None where
            `blocks` says why not.
    """

    run_id: int
    link: TicketLink | None
    ticket: FullTicket | None = None
    status_label: str = ""
    completed_label: str = ""
    entries: TimeEntries | None = None
    last_run: RunResult | None = None
    needs_tick: bool = False
    open_attempt: Resolution | None = None
    against_take_over: str = ""
    blocks: tuple[Block, ...] = ()
    resolve_blocks: tuple[Block, ...] = ()
    plan: ResolutionPlan | None = None


@dataclass(frozen=True)
class ResolutionReport(Progress):
    """How far an attempt has come, with every step of it.

    Attributes:
        checks: one per step; the key is the value of its `StepKind`.
    """

    checks: tuple[Check, ...] = ()

    def marked(
        self, kind: StepKind, state: CheckState, value: str = "", remedy: str = ""
    ) -> "ResolutionReport":
        """The report with one step as it stands now."""
        checks = tuple(
            replace(check, state=state, value=value, remedy=remedy)
            if check.key == kind.value
            else check
            for check in self.checks
        )
        done = sum(check.state is CheckState.PASSED for check in checks)
        titles = (check.title for check in checks if check.key == kind.value)
        return replace(self, done=done, what=next(titles, self.what), checks=checks)


@dataclass(frozen=True)
class ResolutionOutcome:
    """How an attempt ended for the person who pressed the button.

    Attributes:
        state: OPEN while nobody knows what became of a request.
        note_id: the note that is on the ticket, or None.
        time_entries: how many were counted last.
        failure: why it is not done, or why the ticket stays open; None where all went well.
    """

    run_id: int
    ticket_id: int
    number: str
    purpose: Purpose
    state: ResolutionState
    note_id: int | None = None
    time_entries: int = 0
    checks: tuple[Check, ...] = ()
    failure: Failure | None = None
