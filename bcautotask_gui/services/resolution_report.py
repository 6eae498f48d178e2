"""The list of steps as it stands before an attempt begins."""

from bcautotask_gui.domain.connection import Check, CheckState
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField, label_of
from bcautotask_gui.domain.resolution import STEPS, ResolutionPlan, StepKind
from bcautotask_gui.domain.resolution_shown import ResolutionReport
from bcautotask_gui.domain.sentences import say


def first_report(plan: ResolutionPlan, reference: ReferenceData | None) -> ResolutionReport:
    """All steps still to come, with Autotask's word for the completed status."""
    completed = label_of(reference, TicketField.STATUS, plan.completed_status)
    titles = {
        StepKind.READ: say("Read the ticket"),
        StepKind.TIME_ENTRIES: say("Look for time entries"),
        StepKind.NOTE: say("Add the internal note"),
        StepKind.RESOLUTION: say("Write the resolution"),
        StepKind.TIME_ENTRIES_AGAIN: say("Look for time entries again"),
        StepKind.STATUS: say("Set the status {completed}", completed=completed),
        StepKind.READ_BACK: say("Read it back and compare"),
    }
    kinds = STEPS[plan.purpose]
    checks = tuple(Check(kind.value, titles[kind], CheckState.TO_COME) for kind in kinds)
    return ResolutionReport(0, len(kinds), say("Working on {number}", number=plan.number), checks)
