"""Notes and time entries of a ticket, and which notes only colleagues can read."""

import re
from dataclasses import dataclass
from datetime import datetime

from bcautotask_gui.domain.reference_data import PicklistValue

CLOSING_NOTE = (
    "Ticket resolved via Backupchecks after verification that the backup issue is no longer "
    "present."
)
NOTE_ONLY = (
    "Backup issue verified as no longer present via Backupchecks. The ticket stays open because "
    "time entries exist."
)
NOTE_TITLE = "Backupchecks"
LONGEST_NOTE = 32_000
# the system value that customers read as well, whatever its label says
SHOWN_TO_ALL = 1

_INTERNAL = re.compile(r"\bintern", re.IGNORECASE)
_SHARED = re.compile(r"\bco\b|comanag", re.IGNORECASE)


@dataclass(frozen=True)
class NoteDraft:
    """A note exactly as it is sent.

    Attributes:
        title: at most 250 characters.
        text: plain text, at most 32,000 characters.
        note_type: a picklist id.
        publish: a picklist id; only internal ones are ever sent.
    """

    title: str
    text: str
    note_type: int
    publish: int


@dataclass(frozen=True)
class Note:
    """A note as Autotask tells it.

    Attributes:
        author: the resource that wrote it, or None where Autotask does not say.
        created_at: aware, UTC.
    """

    id: int
    title: str
    text: str
    author: int | None = None
    created_at: datetime | None = None


@dataclass(frozen=True)
class NotesFound:
    """The notes of a ticket.

    Attributes:
        is_valid: a note known to exist came back in the same answer, so absence is proven.
        notes: by id, the oldest first.
    """

    is_valid: bool
    notes: tuple[Note, ...] = ()

    @property
    def highest(self) -> int:
        """The highest id among them; 0 where there is none."""
        return max((note.id for note in self.notes), default=0)


@dataclass(frozen=True)
class NotesSeen:
    """How the notes of a ticket stood before ours was written.

    Attributes:
        highest: the highest note id; ours will be above it.
        control: a note that must come back in a look-up, or None where none is visible.
        author: the resource that our API user is, or None where Autotask does not tell.
    """

    highest: int
    control: int | None
    author: int | None


@dataclass(frozen=True)
class TimeEntries:
    """The time that is booked on a ticket (contract section 6)."""

    count: int
    hours: float = 0.0


def is_internal(publish: PicklistValue) -> bool:
    """Whether notes published so stay among colleagues.

    The label decides, in whatever language: it says "internal" and does not share with
    co-managed users, who are customers. The value that everybody reads is never internal.
    """
    label = publish.label
    return (
        publish.value != SHOWN_TO_ALL
        and bool(_INTERNAL.search(label))
        and not _SHARED.search(label)
    )


def same_text(one: str, other: str) -> bool:
    """Whether two notes say the same; Autotask keeps line ends and spaces in its own way."""
    return one.split() == other.split()
