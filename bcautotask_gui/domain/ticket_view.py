"""A ticket as a person reads it: its fields in words, the time booked on it, and its notes."""

from dataclasses import dataclass
from datetime import datetime

from bcautotask_gui.domain.tickets import Origin, Ticket, TicketLink


@dataclass(frozen=True)
class Person:
    """Who did something in Autotask.

    Attributes:
        id: of the resource or contact, or None where Autotask names nobody.
        name: empty where it cannot be read.
        is_contact: somebody of the customer.
    """

    id: int | None = None
    name: str = ""
    is_contact: bool = False


@dataclass(frozen=True)
class BookedTime:
    """One time entry.

    Attributes:
        at: when the work was done, aware, UTC.
        text: the summary that the engineer wrote, or empty.
    """

    id: int
    who: Person
    at: datetime | None
    hours: float
    is_billable: bool
    text: str = ""


@dataclass(frozen=True)
class WrittenNote:
    """One note.

    Attributes:
        at: when it was written, aware, UTC.
        publish: who may read it, a picklist id.
        is_internal: whether only colleagues read it; None where nobody can tell.
    """

    id: int
    who: Person
    at: datetime | None
    title: str
    text: str
    publish: int | None = None
    is_internal: bool | None = None


@dataclass(frozen=True)
class TicketSheet:
    """A ticket with what stands around it, as Autotask tells it.

    Attributes:
        entries: the oldest first; None where this user may not see time entries.
        notes: the oldest first; None where this user may not see notes.
    """

    ticket: Ticket
    creator: Person
    assigned: Person | None
    entries: tuple[BookedTime, ...] | None
    notes: tuple[WrittenNote, ...] | None


@dataclass(frozen=True)
class TicketView:
    """A ticket of a run as just read.

    Attributes:
        link: as stored for the run.
        sheet: as Autotask tells it, each note judged whether it is internal.
        read_at: when it was asked for, aware, UTC.
    """

    run_id: int
    link: TicketLink
    sheet: TicketSheet
    status: str
    queue: str
    priority: str
    read_at: datetime

    @property
    def opened_by(self) -> str:
        """The operator for a ticket made here, since Autotask knows only the API user."""
        is_ours = self.link.origin is Origin.CREATED
        return self.link.operator if is_ours else self.sheet.creator.name

    @property
    def hours(self) -> float:
        """All time that is booked."""
        return sum(each.hours for each in self.sheet.entries or ())
