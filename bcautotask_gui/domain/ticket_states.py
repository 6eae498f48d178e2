"""How a ticket stands compared with what was known: completed, reopened, deleted, back."""

from dataclasses import dataclass
from enum import StrEnum

from bcautotask_gui.domain.ticket_numbers import same_number
from bcautotask_gui.domain.tickets import Ticket


@dataclass(frozen=True)
class WatchedTicket:
    """A ticket that is read again, as it was known before.

    Attributes:
        number: empty where it was never read.
        is_read: it was read before.
    """

    ticket_id: int
    number: str = ""
    is_read: bool = False
    is_complete: bool = False
    is_deleted: bool = False


@dataclass(frozen=True)
class TicketSight:
    """A ticket as just read.

    Attributes:
        status_label: Autotask's word for the status.
        has_time_entries: None where nobody could tell.
    """

    ticket: Ticket
    status_label: str
    has_time_entries: bool | None = None


class Change(StrEnum):
    """What a fresh answer means."""

    SAME = "same"
    COMPLETED = "completed"
    REOPENED = "reopened"
    BACK = "back"
    OTHER_TICKET = "other ticket"


def change_of(known: WatchedTicket, ticket: Ticket) -> Change:
    """What became of a ticket since it was read.

    One that carries another number under the same id is another ticket: the tenant was filled
    anew, as happens to a sandbox. Nothing of it is taken over.
    """
    if known.number and not same_number(known.number, ticket.number):
        return Change.OTHER_TICKET
    if known.is_deleted:
        return Change.BACK
    if known.is_read and ticket.is_complete != known.is_complete:
        return Change.COMPLETED if ticket.is_complete else Change.REOPENED
    return Change.SAME
