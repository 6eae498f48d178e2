"""What a person sees of an attempt: the list of steps, and how it ended."""

from dataclasses import dataclass, replace

from bcautotask_gui.domain.connection import Check, CheckState
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.resolution import (
    STEPS,
    Purpose,
    ResolutionPlan,
    ResolutionState,
    StepKind,
)


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


def first_report(plan: ResolutionPlan, reference: ReferenceData | None) -> ResolutionReport:
    """All steps still to come, with Autotask's word for the completed status."""
    status = plan.completed_status
    completed = reference.label(TicketField.STATUS, status) if reference else str(status)
    titles = {
        StepKind.READ: "Read the ticket",
        StepKind.TIME_ENTRIES: "Look for time entries",
        StepKind.NOTE: "Add the internal note",
        StepKind.RESOLUTION: "Write the resolution",
        StepKind.TIME_ENTRIES_AGAIN: "Look for time entries again",
        StepKind.STATUS: f"Set the status {completed}",
        StepKind.READ_BACK: "Read it back and compare",
    }
    kinds = STEPS[plan.purpose]
    checks = tuple(Check(kind.value, titles[kind], CheckState.TO_COME) for kind in kinds)
    return ResolutionReport(0, len(kinds), f"Working on {plan.number}", checks)
