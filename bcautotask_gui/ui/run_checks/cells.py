"""What the cells of a run show: badges, the ticket with its state, objects, who is on it."""

from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.runs import RunRow, RunStatus, TicketCell, WorkCell
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState, TicketState
from bcautotask_gui.ui.run_checks.words import translate
from bcautotask_gui.ui.shared.badges import Badge, badge_word
from bcautotask_gui.ui.shared.column import BadgeCell, CellLook, Part
from bcautotask_gui.ui.shared.telling import told

MAPPING_BADGES = {
    MappingStatus.OK: Badge.MAPPED,
    MappingStatus.RENAMED: Badge.RENAMED,
    MappingStatus.MISSING: Badge.MISSING,
    MappingStatus.INVALID: Badge.INVALID,
}
STATUS_BADGES = {
    RunStatus.SUCCESS: Badge.SUCCESS,
    RunStatus.WARNING: Badge.WARNING,
    RunStatus.FAILED: Badge.FAILED,
    RunStatus.MISSED: Badge.MISSED,
    RunStatus.OVERRIDE: Badge.OVERRIDE,
    RunStatus.OTHER: Badge.UNKNOWN_STATUS,
}
_TICKET_BADGES = {
    TicketState.OPEN: Badge.TICKET_OPEN,
    TicketState.COMPLETE: Badge.TICKET_COMPLETE,
    TicketState.DELETED: Badge.TICKET_DELETED,
    TicketState.MANUAL: Badge.TICKET_MANUAL,
}
NONE = "\N{EN DASH}"


def longest_ticket() -> tuple[Part, ...]:
    """A number with the longest state that Autotask has from the start, or that is a word of ours.

    A state that a team adds is elided.
    """
    ours = (Badge.TICKET_COMPLETE, Badge.TICKET_DELETED)
    words = ("In Progress", *map(badge_word, ours))
    return (
        Part("T20261122.0031", weight=500),
        Part(max(words, key=len), badge=Badge.TICKET_DELETED),
    )


def status_badge(status: RunStatus, text: str) -> BadgeCell:
    """The badge of a result; an unknown one shows the word of the database."""
    if status is RunStatus.FAILED and text.strip().casefold() == "error":
        return BadgeCell(Badge.ERROR)
    return BadgeCell(STATUS_BADGES[status], text if status is RunStatus.OTHER else "")


def is_quiet(row: RunRow) -> bool:
    """A success needs no decision, so its row is muted."""
    return row.status is RunStatus.SUCCESS


def own_ticket(row: RunRow, here: Environment | None) -> TicketCell | None:
    """The row's ticket, if it counts here; one of the other environment does not.

    Args:
        row: the row.
        here: the environment in use, or None where it is not known.
    """
    ticket = row.ticket
    if ticket is None or here is None or ticket.environment in (None, here):
        return ticket
    return None


def ticket_number(ticket: TicketCell) -> str:
    """The number, or the id of a ticket whose number was not read yet."""
    if ticket.number:
        return ticket.number
    return translate("RunWords", "Ticket id {id}").format(id=ticket.ticket_id)


def ticket_badge(ticket: TicketCell) -> BadgeCell | None:
    """The state of a ticket in Autotask's own word; None where it was never read."""
    if ticket.state is TicketState.NOT_READ:
        return None
    badge = _TICKET_BADGES[ticket.state]
    return BadgeCell(badge, ticket.label if badge is Badge.TICKET_OPEN else "")


def work_badge(work: WorkCell) -> Badge | None:
    """Creating while it goes out, Waiting while nobody knows; None for a colleague's work."""
    if work.state in (ClaimState.UNKNOWN, ClaimState.ENDED_BY_LINK):
        return Badge.TICKET_WAITING
    return Badge.TICKET_CREATING if work.is_mine else None


def work_words(work: WorkCell) -> str:
    """Who is on it, or how far our own work has come."""
    badge = work_badge(work)
    if badge is not None:
        return badge_word(badge)
    if not work.is_alive:
        return translate("RunWords", "{who} left it behind").format(who=work.who)
    return translate("RunWords", "{who} is on it").format(who=work.who)


def state_words(ticket: TicketCell) -> str:
    """The state of a ticket in words; unknown is said to be unknown."""
    badge = ticket_badge(ticket)
    if badge is None:
        return translate("RunWords", "not read yet")
    return badge.text or badge_word(badge.badge)


def ticket_words(row: RunRow, here: Environment | None) -> str:
    """The ticket cell in words."""
    ticket = own_ticket(row, here)
    if ticket is not None:
        return f"{ticket_number(ticket)} {state_words(ticket)}"
    if row.work is not None:
        return work_words(row.work)
    other = row.ticket
    if other is None or other.environment is None:
        return ""
    return f"{ticket_number(other)} {told(other.environment.label)}"


def ticket_look(row: RunRow, here: Environment | None) -> CellLook:
    """Number and state of the ticket, or the work on the way to one."""
    ticket = own_ticket(row, here)
    if ticket is not None:
        return _ticket_parts(ticket)
    if row.work is not None:
        own = work_badge(row.work)
        return BadgeCell(own) if own else (Part(work_words(row.work), "muted", icon="person"),)
    if row.ticket is None:
        return None
    return _other_parts(row.ticket)


def _ticket_parts(ticket: TicketCell) -> tuple[Part, ...]:
    gone = ticket.state is TicketState.DELETED
    number = Part(ticket_number(ticket), "muted" if gone else "text", 500)
    badge = ticket_badge(ticket)
    if badge is None:
        return (number, Part(f"  {state_words(ticket)}", "muted"))
    return (number, Part(badge.text, badge=badge.badge))


def _other_parts(ticket: TicketCell) -> tuple[Part, ...]:
    """A ticket of the other environment stays visible, quiet and marked."""
    environment = ticket.environment
    icon = "globe" if environment is Environment.PRODUCTION else "flask"
    label = told(environment.label) if environment else ""
    return (Part(f"{ticket_number(ticket)}  ", "muted"), Part(label, "muted", icon=icon))


def objects_words_of(row: RunRow) -> str:
    """`2/14`, or a dash where the report names no objects."""
    if row.objects_failed is None or not row.objects_total:
        return NONE
    return f"{row.objects_failed}/{row.objects_total}"


def objects_look(row: RunRow) -> CellLook:
    """The count of failed objects stands out where there are any."""
    if row.objects_failed is None or not row.objects_total:
        return (Part(NONE, "muted"),)
    failed = row.objects_failed
    return (
        Part(str(failed), "text" if failed else "muted", 600 if failed else 400),
        Part(f"/{row.objects_total}", "muted"),
    )
