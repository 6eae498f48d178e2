"""Why linking, reviewing and the smaller acts on runs may not be used now; empty where they may."""

from dataclasses import dataclass, field

from bcautotask_gui.domain.tickets import Origin
from bcautotask_gui.ui.run_checks.cells import ticket_number, work_badge
from bcautotask_gui.ui.run_checks.reasons import Rules, Selected, against_none, against_several
from bcautotask_gui.ui.run_checks.words import translate
from bcautotask_gui.ui.shared.badges import Badge


@dataclass(frozen=True)
class Abilities:
    """What settings and database allow, whatever is selected.

    Attributes:
        rules: what the settings allow.
        numbers_are_typed: ticket numbers are typed by hand now.
        against_review: why runs cannot be marked as reviewed; empty where they can.
        has_address: the address of the Backupchecks web application is known.
    """

    rules: Rules = field(default_factory=Rules)
    numbers_are_typed: bool = False
    against_review: str = ""
    has_address: bool = False


def against_link(selected: Selected, rules: Rules) -> str:
    """A number typed by hand, or written by the web application, may become a link."""
    if rules.is_known and not rules.enabled:
        return translate("RunReasons", "Autotask is off. Ticket numbers are typed by hand.")
    return against_none(selected) or _has_own(selected) or _while_creating(selected)


def against_number(selected: Selected) -> str:
    """A number may be typed over one that the web application wrote, not over another typed one."""
    is_typed = selected.ticket is not None and selected.ticket.origin is Origin.MANUAL
    has = _has(selected) if is_typed else _has_own(selected)
    return against_none(selected) or has or _while_creating(selected)


def against_review(selected: Selected, abilities: Abilities) -> str:
    """Where the schema has no column for it, nothing is marked."""
    if abilities.against_review:
        return abilities.against_review
    if selected.row is not None and selected.row.is_reviewed:
        return translate("RunReasons", "This run is reviewed already.")
    return against_none(selected)


def against_review_of_job(selected: Selected, abilities: Abilities) -> str:
    """The job is that of the one selected run."""
    return abilities.against_review or against_several(selected)


def against_unlink(selected: Selected) -> str:
    """What the web application wrote is taken away there."""
    if against_several(selected):
        return against_several(selected)
    if selected.ticket is None:
        return translate("RunReasons", "This run has no ticket.")
    if selected.ticket.origin is Origin.WEB_APPLICATION:
        return translate("RunReasons", "The web application wrote this number; take it away there.")
    return ""


def against_backupchecks(selected: Selected, abilities: Abilities) -> str:
    """The page of the job is opened by the address in the settings."""
    if not abilities.has_address:
        return translate("RunReasons", "Enter the address of Backupchecks in Settings first.")
    return against_several(selected)


def against_copy(selected: Selected) -> str:
    """Several numbers are copied, one on a line."""
    if selected.numbers:
        return ""
    return against_none(selected) or translate("RunReasons", "There is no ticket number to copy.")


def _has_own(selected: Selected) -> str:
    ticket = selected.ticket
    if ticket is None or ticket.origin in (Origin.MANUAL, Origin.WEB_APPLICATION):
        return ""
    return _has(selected)


def _has(selected: Selected) -> str:
    if selected.ticket is None:
        return ""
    words = translate(
        "RunReasons", "This run already has ticket {number}. An admin can unlink a wrong one."
    )
    return words.format(number=ticket_number(selected.ticket))


def _while_creating(selected: Selected) -> str:
    work = selected.row.work if selected.row is not None else None
    if work is not None and work_badge(work) is Badge.TICKET_CREATING:
        return translate("RunReasons", "The ticket of this run is being created.")
    return ""
