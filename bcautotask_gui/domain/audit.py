"""The trail: who did what, when, to what."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Act(StrEnum):
    """An act that changes something."""

    SETTINGS_SAVED = "settings saved"
    DATABASE_BOUND = "Autotask database bound"
    REFERENCE_DATA_READ = "reference data read"
    NAME_GIVEN = "name given"
    STATUS_TESTED = "completed status tested"
    MAPPING_SET = "mapping set"
    MAPPING_CLEARED = "mapping cleared"
    MAPPING_REFRESHED = "mapping refreshed"
    RENAME_ACKNOWLEDGED = "rename acknowledged"
    TICKET_CLAIMED = "ticket claimed"
    TICKET_SENDING = "ticket being sent"
    TICKET_CREATED = "ticket created"
    TICKET_ADOPTED = "ticket found and adopted"
    TICKET_REFUSED = "ticket refused"
    TICKET_UNKNOWN = "outcome unknown"
    TICKET_RELEASED = "claim released"
    TICKET_SECOND = "second ticket found"
    TICKET_OFFERED = "ticket offered"
    TICKET_LINKED = "ticket linked"
    TICKET_UNLINKED = "ticket unlinked"
    NUMBER_TYPED = "number typed"
    OFFER_ACCEPTED = "offered ticket accepted"
    OFFER_REJECTED = "offered ticket rejected"
    CLAIM_TAKEN_OVER = "claim taken over"
    RESOLUTION_BEGUN = "resolving begun"
    RESOLUTION_LOOKED = "ticket looked at"
    RESOLUTION_ENDED = "resolving ended"
    RESOLUTION_TAKEN_OVER = "resolving taken over"
    NOTE_SENDING = "note being sent"
    NOTE_ADDED = "note added"
    NOTE_NOT_ADDED = "note not added"
    UPDATE_SENDING = "ticket update being sent"
    TICKET_UPDATED = "ticket updated"
    TICKET_NOT_UPDATED = "ticket not updated"
    RUN_REVIEWED = "run reviewed"
    REVIEW_TAKEN_BACK = "review taken back"
    OTHER = "something that a newer version does"

    @classmethod
    def read(cls, text: str) -> "Act":
        """The act of a stored text; OTHER for one that this version does not know."""
        return cls(text) if text in _KNOWN else cls.OTHER


_KNOWN = frozenset(Act)


@dataclass(frozen=True)
class AuditEvent:
    """One entry of the trail; the database stamps the time.

    Attributes:
        act: what was done.
        operator: who did it.
        workstation: on which computer.
        correlation: the id that ties the entry to the log.
        subject: what it was done to, such as "run 48213".
        before: the state before, in short words; never a secret or a mail body.
        after: the state after.
        environment: the Autotask environment it belongs to, or empty.
    """

    act: Act
    operator: str
    workstation: str
    correlation: str
    subject: str
    before: str = ""
    after: str = ""
    environment: str = ""


@dataclass(frozen=True)
class AuditEntry:
    """An entry as stored.

    Attributes:
        id: grows with each entry.
        at: the database's time, aware, UTC.
        event: what was done, by whom, to what.
        session_role: the database user that the server saw; empty in a file.
    """

    id: int
    at: datetime
    event: AuditEvent
    session_role: str = ""


@dataclass(frozen=True)
class AuditQuery:
    """Which entries are wanted; what is empty or None does not filter.

    Attributes:
        operator: exactly this person.
        act: exactly this act.
        subject: a part of what it was done to, regardless of case.
        since: not before this moment.
        until: before this moment.
    """

    operator: str = ""
    act: Act | None = None
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None
