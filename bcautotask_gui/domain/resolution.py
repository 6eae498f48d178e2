"""Resolving a ticket or adding a note to it: what is recorded of one attempt, step by step."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_notes import NotesSeen


class Purpose(StrEnum):
    """What an attempt is for."""

    RESOLVE = "resolve"
    NOTE_ONLY = "note only"
    NOTE = "note"


class StepKind(StrEnum):
    """The steps of an attempt, in their order."""

    READ = "read"
    TIME_ENTRIES = "time entries"
    NOTE = "note"
    RESOLUTION = "resolution"
    TIME_ENTRIES_AGAIN = "time entries again"
    STATUS = "status"
    READ_BACK = "read back"


STEPS = {
    Purpose.RESOLVE: tuple(StepKind),
    Purpose.NOTE_ONLY: (StepKind.READ, StepKind.TIME_ENTRIES, StepKind.NOTE),
    Purpose.NOTE: (StepKind.READ, StepKind.NOTE),
}


class StepState(StrEnum):
    """How one step stands.

    SENDING is committed before a request goes out, so that after a crash it is known to be open.
    REFUSED is proven not to have been executed; ABSENT was looked for and is not there.
    """

    SENDING = "sending"
    UNKNOWN = "unknown"
    DONE = "done"
    REFUSED = "refused"
    ABSENT = "absent"

    @property
    def is_open(self) -> bool:
        """Whether nobody knows yet what became of it."""
        return self in (StepState.SENDING, StepState.UNKNOWN)


class ResolutionState(StrEnum):
    """How an attempt stands; while it is OPEN no other may begin on the ticket."""

    OPEN = "open"
    DONE = "done"
    LEFT_OPEN = "ticket left open"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Step:
    """One recorded step; a repetition is a new one.

    Attributes:
        number: counts from 1.
        value: the id of the note, or how many time entries were counted.
        detail: what was found or why it failed, in a few words.
        sending_at: the database's time when `sending` was committed, aware, UTC.
        valid_looks: how many look-ups answered "absent" and could be trusted.
        last_valid_look: when the newest of them was asked, by the database's clock.
    """

    number: int
    kind: StepKind
    state: StepState
    value: int | None = None
    detail: str = ""
    sending_at: datetime | None = None
    valid_looks: int = 0
    last_valid_look: datetime | None = None


@dataclass(frozen=True)
class ResolutionPlan:
    """What was shown to the person who pressed the button; refused where the world changed since.

    Attributes:
        settings_version: the settings that it was made from.
        number: the ticket number as stored; a fresh reading must carry it.
        text: the note, and for RESOLVE the resolution.
        completed_status: the status that completes a ticket; None unless it is to be resolved.
        newest: the id of the newest attempt on this ticket, 0 where there was none.
    """

    environment: Environment
    settings_version: int
    run_id: int
    ticket_id: int
    number: str
    purpose: Purpose
    text: str
    note_type: int
    publish: int
    completed_status: int | None = None
    newest: int = 0


@dataclass(frozen=True)
class Resolution:
    """One attempt on one ticket; never deleted.

    Attributes:
        reason: why it ended as it did, or empty.
        token: changes with the owner, so that a former owner's act fails.
        version: grows with every transition; each transition is a compare-and-set on it.
        before: how the notes stood before ours; None until they were read.
        steps: in the order in which they were recorded.
    """

    id: int
    plan: ResolutionPlan
    state: ResolutionState
    token: str
    version: int
    operator: str
    workstation: str
    instance: str
    profile: str
    created_at: datetime
    reason: str = ""
    before: NotesSeen | None = None
    steps: tuple[Step, ...] = ()

    @property
    def pending(self) -> Step | None:
        """The request of which nobody knows yet whether it was executed; at most the last step."""
        last = self.steps[-1] if self.steps else None
        return last if last and last.state.is_open else None

    @property
    def note_id(self) -> int | None:
        """The note that this attempt wrote or took over from an earlier one."""
        notes = (s.value for s in self.steps if s.kind is StepKind.NOTE)
        return next((value for value in notes if value is not None), None)

    @property
    def counted(self) -> int:
        """How many time entries were counted last."""
        kinds = (StepKind.TIME_ENTRIES, StepKind.TIME_ENTRIES_AGAIN, StepKind.READ_BACK)
        counts = (s.value for s in reversed(self.steps) if s.kind in kinds)
        return next(counts, None) or 0

    @property
    def must_be_read_back(self) -> bool:
        """Whether the last status update was executed and nobody has looked since."""
        kinds = (StepKind.STATUS, StepKind.READ_BACK)
        last = next((step for step in reversed(self.steps) if step.kind in kinds), None)
        return last is not None and last.kind is StepKind.STATUS and last.state is StepState.DONE

    def has(self, kind: StepKind) -> bool:
        """Whether the last step of a kind is done."""
        states = [step.state for step in self.steps if step.kind is kind]
        return bool(states) and states[-1] is StepState.DONE
