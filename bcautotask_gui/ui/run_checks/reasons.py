"""Why an act on runs cannot be done now, each with what to do about it; empty where it can."""

from dataclasses import dataclass

from bcautotask_gui.domain.runs import RunRow, TicketCell
from bcautotask_gui.domain.tickets import TicketState
from bcautotask_gui.ui.run_checks.cells import ticket_number, work_badge
from bcautotask_gui.ui.run_checks.words import translate
from bcautotask_gui.ui.shared.badges import Badge


@dataclass(frozen=True)
class Rules:
    """What the settings allow; as long as they were not read, nothing is known to be allowed."""

    is_known: bool = False
    enabled: bool = False
    resolving: bool = False


@dataclass(frozen=True)
class Selected:
    """What is selected.

    Attributes:
        row: the selected run, if it is one.
        ticket: its ticket, if one counts in the environment in use.
        count: how many runs are selected.
        numbers: the ticket numbers of all selected runs that were read.
    """

    row: RunRow | None = None
    ticket: TicketCell | None = None
    count: int = 0
    numbers: tuple[str, ...] = ()


def against_several(selected: Selected) -> str:
    """Most acts are about one run."""
    if selected.count > 1:
        return translate("RunReasons", "Select one run: this acts on one at a time.")
    return against_none(selected)


def against_none(selected: Selected) -> str:
    """Every act is about a run."""
    return "" if selected.count else translate("RunReasons", "Select a run first.")


def against_create(selected: Selected) -> str:
    """A run gets one ticket."""
    reason = against_several(selected) or _has_ticket(selected)
    if not reason and selected.row is None:
        return translate("RunReasons", "This run is still being read.")
    work = selected.row.work if selected.row is not None else None
    if not reason and work is not None and work_badge(work) is Badge.TICKET_CREATING:
        return translate("RunReasons", "The ticket of this run is being created.")
    return reason


def against_open(selected: Selected) -> str:
    """Only a ticket whose id is known has an address."""
    reason = against_several(selected) or _without_ticket(selected)
    if not reason and selected.ticket is not None and selected.ticket.ticket_id is None:
        return translate(
            "RunReasons", "This number was typed by hand, so its address is not known."
        )
    return reason


def against_link(selected: Selected) -> str:
    """Several runs can be linked to one ticket; a run that has one needs none."""
    return against_none(selected) or _has_ticket(selected)


def against_review(selected: Selected) -> str:
    """One or many runs can be marked."""
    if selected.row is not None and selected.row.is_reviewed:
        return translate("RunReasons", "This run is marked as reviewed already.")
    return against_none(selected)


def against_note(selected: Selected, rules: Rules) -> str:
    """A note needs a ticket that is there."""
    ticket = selected.ticket
    reason = against_several(selected) or _without_ticket(selected)
    if reason or ticket is None:
        return reason
    if ticket.ticket_id is None:
        return translate("RunReasons", "This number was typed by hand. Link the ticket first.")
    if ticket.state is TicketState.DELETED:
        return translate("RunReasons", "The ticket was deleted in Autotask.")
    if not rules.is_known:
        return translate("RunReasons", "The settings are being read.")
    if not rules.enabled:
        return translate("RunReasons", "Autotask is off. Turn the integration on in Settings.")
    return ""


def against_note_only(selected: Selected, rules: Rules) -> str:
    """What keeps a ticket from being closed, or from the note that it stays open."""
    reason = against_note(selected, rules)
    if reason:
        return reason
    if selected.ticket is not None and selected.ticket.state is TicketState.COMPLETE:
        return translate("RunReasons", "The ticket is complete. There is nothing left to resolve.")
    if not rules.resolving:
        return translate("RunReasons", "Resolving is off. An admin allows it in Settings.")
    return ""


def against_resolve(selected: Selected, rules: Rules) -> str:
    """A ticket with time entries stays open: closing it could leave work unbilled."""
    reason = against_note_only(selected, rules)
    if reason or selected.ticket is None or not selected.ticket.has_time_entries:
        return reason
    return translate(
        "RunReasons",
        "Time has been booked on this ticket, so it stays open. Add note only tells Autotask that "
        "the backup works again.",
    )


def _has_ticket(selected: Selected) -> str:
    if selected.ticket is None:
        return ""
    words = translate(
        "RunReasons", "This run already has ticket {number}. One ticket per run, ever."
    )
    return words.format(number=ticket_number(selected.ticket))


def _without_ticket(selected: Selected) -> str:
    return "" if selected.ticket else translate("RunReasons", "This run has no ticket yet.")
