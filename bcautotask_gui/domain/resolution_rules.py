"""What may be resolved and what each finding means: the decisions of resolving, without doing."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from bcautotask_gui.domain.blocks import by_role, while_off
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import FullTicket, differences, has_text
from bcautotask_gui.domain.operators import Operator, Permission
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField, label_of
from bcautotask_gui.domain.resolution import (
    Purpose,
    Resolution,
    ResolutionPlan,
    StepKind,
)
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.settings_rules import resolving_problems
from bcautotask_gui.domain.ticket_notes import TimeEntries
from bcautotask_gui.domain.ticket_numbers import same_number
from bcautotask_gui.domain.tickets import Block, Origin, TicketLink

_PERMISSION = {
    Purpose.RESOLVE: Permission.RESOLVE,
    Purpose.NOTE_ONLY: Permission.NOTE,
    Purpose.NOTE: Permission.NOTE,
}


class StatusVerdict(StrEnum):
    """What the reading after a status update says."""

    KEPT = "kept"
    NOT_KEPT = "not kept"
    CHANGED = "changed"
    NOT_COMPLETING = "not completing"


# may it begin? -------------------------------------------------------------------------------


def ticket_to_resolve(links: Sequence[TicketLink]) -> TicketLink | None:
    """The ticket of a run that an act is about: one with an id, before a bare number."""
    return next((link for link in links if link.ticket_id is not None), next(iter(links), None))


def needs_tick(link: TicketLink) -> bool:
    """Whether a person must accept that an update can lose formatting and pictures.

    Ours hold plain text; what another wrote may hold more than the API shows.
    """
    return link.origin is not Origin.CREATED


def reasons_against_beginning(
    purpose: Purpose,
    link: TicketLink | None,
    settings: Settings,
    reference: ReferenceData | None,
    operator: Operator,
) -> tuple[Block, ...]:
    """Why an act on the run's ticket cannot begin, as far as that is known without asking."""
    return (
        *_off_or_not_allowed(purpose, settings, operator),
        *_ticket_reasons(link),
        *_settings_reasons(purpose, settings, reference),
    )


def reasons_against_resolve(ticket: FullTicket, entries: TimeEntries) -> tuple[Block, ...]:
    """Why a ticket that was just read cannot be resolved.

    Only a ticket that is not complete and has no time entries may be resolved: closing it could
    leave work unbilled.
    """
    reasons = []
    if ticket.ticket.is_complete:
        reasons.append(
            Block(say("The ticket is complete."), say("There is nothing left to resolve."))
        )
    if entries.count:
        reasons.append(
            Block(
                say("Time has been booked, so the ticket stays open."),
                say(
                    "{entries} on this ticket. Add note only tells Autotask that the backup "
                    "works again; close the ticket there when the billing is done.",
                    entries=entries_words(entries.count),
                ),
                "ticket",
            )
        )
    return tuple(reasons)


def open_attempt_reason(attempt: Resolution) -> Block:
    """Why an attempt that is not decided blocks another one on the same ticket."""
    pending = attempt.pending
    if pending and pending.sending_at:
        return Block(
            say("Nobody knows yet whether Autotask {done}.", done=what_of(pending.kind)),
            say("It is being looked for. Nothing more is written until that is known."),
        )
    return Block(
        say("{operator} is working on this ticket.", operator=attempt.operator),
        say("Wait for the outcome."),
    )


def entries_words(count: int) -> str:
    """So many time entries as the begin of a sentence, with its verb."""
    return say("1 time entry is") if count == 1 else say("{count} time entries are", count=count)


def what_of(kind: StepKind) -> str:
    """What Autotask was asked to do, worded to follow its name."""
    return {
        StepKind.NOTE: say("added the note"),
        StepKind.RESOLUTION: say("took the resolution"),
    }.get(kind, say("took the status"))


def _off_or_not_allowed(
    purpose: Purpose, settings: Settings, operator: Operator
) -> Iterator[Block]:
    yield from while_off(settings)
    if purpose is not Purpose.NOTE and not settings.resolving_allowed:
        yield Block(say("Resolving is off."), say("An admin allows it in Settings."), "settings")
    yield from by_role(operator, _PERMISSION[purpose])


def _ticket_reasons(link: TicketLink | None) -> Iterator[Block]:
    if link is None:
        yield Block(say("This run has no ticket."), say("Create or link one first."), "ticket")
    elif link.ticket_id is None:
        yield Block(
            say("{number} is a number typed by hand.", number=link.number),
            say("Link the ticket, so that its id is known."),
            "ticket",
        )
    elif link.is_deleted:
        yield Block(say("The ticket was deleted in Autotask."), say("Link another one."), "ticket")
    elif not link.number:
        yield Block(
            say("The number of the ticket was not read yet."), say("Wait a moment."), "ticket"
        )


def _settings_reasons(
    purpose: Purpose, settings: Settings, reference: ReferenceData | None
) -> Iterator[Block]:
    for problem in resolving_problems(settings, reference):
        if purpose is Purpose.RESOLVE or problem.field != "completed_status":
            yield Block(say("Something is missing."), problem.sentence, "defaults", problem.field)


# what a reading means ------------------------------------------------------------------------


def changed_by_another(
    before: FullTicket, after: FullTicket, reference: ReferenceData | None, text: str = ""
) -> str:
    """What a colleague changed between two readings, in words; empty where nothing.

    Args:
        before: the reading before our note.
        after: the fresh one.
        reference: names the new status.
        text: our resolution text where it was written in between.
    """
    ours = frozenset({"resolution"}) if text and has_text(after.resolution, text) else frozenset()
    changed = differences(before, after, ours)
    if "status" in changed and reference:
        return say(
            "status now {label}", label=reference.label(TicketField.STATUS, after.ticket.status)
        )
    return ", ".join(changed)


def is_another_ticket(number: str, ticket: FullTicket) -> bool:
    """Whether an id now stands for another ticket than the stored number says.

    That happens where a sandbox was filled anew.
    """
    return not same_number(ticket.ticket.number, number)


def appeared_later(entries: TimeEntries) -> Failure:
    """Time was booked after the resolution was written."""
    reason = say(
        "{entries} on this ticket since its resolution was written, so its "
        "status was left as it is. Close it in Autotask when the billing is done.",
        entries=entries_words(entries.count),
    )
    return Failure(Kind.BLOCKED, reason=reason)


def status_failure(
    verdict: StatusVerdict,
    plan: ResolutionPlan,
    after: FullTicket,
    reference: ReferenceData | None,
) -> Failure | None:
    """What to tell of a status that did not complete the ticket; None where it did."""
    if verdict is StatusVerdict.KEPT:
        return None
    label = label_of(reference, TicketField.STATUS, plan.completed_status)
    if verdict is StatusVerdict.NOT_COMPLETING:
        return Failure(Kind.NOT_STAMPED, label=label)
    now = label_of(reference, TicketField.STATUS, after.ticket.status)
    return Failure(Kind.STATUS_NOT_KEPT, label=label, now=now)


def status_verdict(before: FullTicket, after: FullTicket, completed: int | None) -> StatusVerdict:
    """Whether a status update stuck: the answer alone proves nothing.

    Set back to what it was, it did not stick and may be tried once more; anything else is the
    decision of somebody or of a rule.
    """
    status = after.ticket.status
    if status == completed:
        return StatusVerdict.KEPT if after.ticket.is_complete else StatusVerdict.NOT_COMPLETING
    return StatusVerdict.NOT_KEPT if status == before.ticket.status else StatusVerdict.CHANGED
