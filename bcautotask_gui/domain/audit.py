"""The trail: who did what, when, to what."""

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """An act that changes something."""

    SETTINGS_SAVED = "settings saved"
    DATABASE_BOUND = "Autotask database bound"
    REFERENCE_DATA_READ = "reference data read"
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
