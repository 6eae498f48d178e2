"""The failures that a person can meet, each with a sentence for that person."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bcautotask_gui.domain.sentences import Sentence, say


class Kind(StrEnum):
    """What went wrong, in the terms of the person who meets it."""

    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    CERTIFICATE_FILE = "certificate_file"
    TIMED_OUT = "timed_out"
    CUT = "cut"
    NOT_AUTOTASK = "not_autotask"
    UNREADABLE = "unreadable"
    ADDRESS = "address"
    CREDENTIALS = "credentials"
    CREDENTIALS_AGAIN = "credentials_again"
    UNKNOWN_USER = "unknown_user"
    SECRET_MISSING = "secret_missing"
    PERMISSION = "permission"
    REFUSED = "refused"
    PICKLIST = "picklist"
    REQUIRED = "required"
    BUSY = "busy"
    BUDGET = "budget"
    SERVER = "server"
    ABSENT = "absent"
    MANY_ABSENT = "many_absent"
    MANY_TICKETS_ABSENT = "many_tickets_absent"
    ABSENCE_NOT_PROVEN = "absence_not_proven"
    NO_TICKET_VISIBLE = "no_ticket_visible"
    FIELD_ABSENT = "field_absent"
    CHANGED = "changed"
    ZONE_MOVED = "zone_moved"
    OTHER_DATABASE = "other_database"
    ONE_DATABASE_TWICE = "one_database_twice"
    NOT_SENT = "not_sent"
    UNKNOWN_OUTCOME = "unknown_outcome"
    SECOND_TICKET = "second_ticket"
    OTHER_TICKET = "other_ticket"
    TICKET_WORKED_ON = "ticket_worked_on"
    WRITE_UNKNOWN = "write_unknown"
    CHANGED_MEANWHILE = "changed_meanwhile"
    STATUS_NOT_KEPT = "status_not_kept"
    NOT_STAMPED = "not_stamped"

    DISABLED = "disabled"
    NOT_ALLOWED = "not_allowed"
    BLOCKED = "blocked"
    SIGN_IN = "sign_in"
    SIGN_IN_WAIT = "sign_in_wait"
    SIGN_IN_ELSEWHERE = "sign_in_elsewhere"
    SIGN_IN_INACTIVE = "sign_in_inactive"
    SIGN_IN_NO_ROLE = "sign_in_no_role"
    STALE = "stale"
    HAS_TICKET = "has_ticket"
    WORKED_ON = "worked_on"
    TAKEN = "taken"
    INVALID_SETTINGS = "invalid_settings"
    RUN_GONE = "run_gone"
    RESTORED = "restored"

    DATABASE_ADDRESS = "database_address"
    DATABASE_PASSWORD_SHOWN = "database_password_shown"
    DATABASE_UNREACHABLE = "database_unreachable"
    DATABASE_SIGN_IN = "database_sign_in"
    DATABASE_ENCRYPTION = "database_encryption"
    DATABASE_TOO_OLD = "database_too_old"
    DATABASE_READ_ONLY = "database_read_only"
    DATABASE_BUSY = "database_busy"
    DATABASE_FULL = "database_full"
    DATABASE_LOST = "database_lost"
    DATABASE_NEWER = "database_newer"
    DATABASE_NOT_PREPARED = "database_not_prepared"
    DATABASE = "database"
    TABLE_MISSING = "table_missing"
    NO_SUCH_NAME = "no_such_name"
    NAMES_CHANGED = "names_changed"

    KEYRING_ABSENT = "keyring_absent"
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_REFUSED = "keyring_refused"
    KEYRING_SLOW = "keyring_slow"
    SECRET_TOO_LONG = "secret_too_long"

    UNEXPECTED = "unexpected"


@dataclass(frozen=True)
class Words:
    """What happened and what to do about it; both may hold `{name}` places."""

    happened: str
    advice: str = ""


WORDS: Mapping[Kind, Words] = {
    Kind.UNREACHABLE: Words(
        "Autotask could not be reached (no connection to {host}). Nothing was sent.",
        "Try again when you are online.",
    ),
    Kind.CERTIFICATE: Words(
        "The certificate of {host} is not trusted on this computer. Nothing was sent.",
        "Check the date of this computer and its proxy, or ask your administrator to install "
        "the certificate authority.",
    ),
    Kind.CERTIFICATE_FILE: Words(
        "The environment variable SSL_CERT_FILE names a file that cannot be read.",
        "Correct or remove the variable, then start the application again.",
    ),
    Kind.TIMED_OUT: Words(
        "Autotask did not answer within {seconds} seconds.", "Try again in a moment."
    ),
    Kind.CUT: Words(
        "The connection to Autotask was cut before its answer was complete.", "Try again."
    ),
    Kind.NOT_AUTOTASK: Words(
        "{host} answered with a web page instead of data.",
        "Check the zone in Settings, and whether a proxy or sign-in page stands in between.",
    ),
    Kind.UNREADABLE: Words(
        "Autotask sent an answer that could not be read.",
        "Try again. If it stays, copy the details.",
    ),
    Kind.ADDRESS: Words(
        "{address} is not an address of Autotask. Nothing was sent.",
        "Use https and a host that ends in autotask.net.",
    ),
    Kind.CREDENTIALS: Words(
        "Autotask did not accept the user, the secret or the tracking identifier; it does not say "
        "which.",
        "Enter all three again.",
    ),
    Kind.CREDENTIALS_AGAIN: Words(
        "Autotask refused the credentials of this workstation earlier, so no call was made.",
        "Enter user name, secret and tracking identifier again in Settings.",
    ),
    Kind.UNKNOWN_USER: Words(
        'Autotask knows no API user "{user}".',
        "Copy the user name from the API user's page in Autotask; it looks like an e-mail address.",
    ),
    Kind.SECRET_MISSING: Words(
        "This workstation has no {environment} {secret}.", "Enter it in Settings, Autotask."
    ),
    Kind.PERMISSION: Words(
        'Autotask does not let this API user do that: "{text}".',
        "Give the security level of the API user this right in Autotask, then try again.",
    ),
    Kind.REFUSED: Words('Autotask refused: "{text}". Nothing was changed.', "{advice}"),
    Kind.PICKLIST: Words(
        "Autotask no longer offers the value {value} for {field}. Nothing was changed.",
        "Refresh the reference data and choose another value in Settings, Ticket defaults.",
    ),
    Kind.REQUIRED: Words(
        'Autotask refused: "{text}". Nothing was changed.',
        "Set {field} in Settings, Ticket defaults, then try again.",
    ),
    Kind.BUSY: Words(
        "Autotask is busy and did not take the request. Nothing was changed.",
        "Try again in a minute.",
    ),
    Kind.BUDGET: Words(
        "{used:,} of {allowed:,} calls were used in the last 60 minutes by all integrations.",
        "Refreshing waits until there is room; single actions still work.",
    ),
    Kind.SERVER: Words("Autotask has a fault of its own (status {status}).", "Try again later."),
    Kind.ABSENT: Words(
        "Autotask shows no {what} {id}: it was deleted, or this API user may not see it.",
        "Look it up in Autotask.",
    ),
    Kind.MANY_ABSENT: Words(
        "Autotask shows {absent} of {asked} mapped companies no longer. So many at once look like "
        "a lost right, not like deletion, so they were left as they are; {saved} read before them "
        "were saved.",
        "Check what the API user may see, then refresh again.",
    ),
    Kind.MANY_TICKETS_ABSENT: Words(
        "Autotask shows {absent} of {asked} tickets no longer. So many at once look like a lost "
        "right, not like deletion. Nothing was saved.",
        "Check what the API user may see, then refresh again.",
    ),
    Kind.ABSENCE_NOT_PROVEN: Words(
        "Autotask did not show a ticket that is known to exist, so nobody can tell whether this "
        "run has one. Nothing was created.",
        "Check what the API user may see, then try again.",
    ),
    Kind.NO_TICKET_VISIBLE: Words(
        "Autotask shows this API user no ticket at all. Nothing was created.",
        "If the tenant is new and truly empty, confirm it; otherwise give the API user the right "
        "to see tickets.",
    ),
    Kind.FIELD_ABSENT: Words(
        "Autotask did not return the field {field}. Nothing was written, since an update would "
        "empty it.",
        "Give the API user the right to see this field.",
    ),
    Kind.CHANGED: Words(
        "The ticket was changed in Autotask while you looked ({what}). Nothing was written.",
        "Read it again and decide.",
    ),
    Kind.ZONE_MOVED: Words(
        "Autotask has moved this tenant to {zone}. The request was not executed.", "Try again."
    ),
    Kind.OTHER_DATABASE: Words(
        "These credentials lead to Autotask database {found}, but {environment} is bound to "
        "database {bound}. All calls are stopped.",
        "An admin confirms the other database in Settings, or enters the right credentials.",
    ),
    Kind.ONE_DATABASE_TWICE: Words(
        "Autotask database {found} is already your {other}.",
        "Sandbox and Production must be two databases. Enter the API user of the other one.",
    ),
    Kind.NOT_SENT: Words("The ticket was not sent: {why}. Nothing was created.", "Try again."),
    Kind.UNKNOWN_OUTCOME: Words(
        "Nobody knows yet whether Autotask created the ticket: {why}. Looking for it.",
        "Do not create it by hand.",
    ),
    Kind.SECOND_TICKET: Words(
        "Autotask holds a second ticket for this run: {number}. Nothing was created.",
        "Close one of the two in Autotask.",
    ),
    Kind.OTHER_TICKET: Words(
        "Ticket id {id} is number {found} in Autotask, but {number} is stored here, so nothing is "
        "written to it.",
        "The tenant may have been filled anew. Look the ticket up there and link it again.",
    ),
    Kind.TICKET_WORKED_ON: Words(
        "{who} is working on ticket {number}. Nothing was written.", "Wait for the outcome."
    ),
    Kind.WRITE_UNKNOWN: Words(
        "Nobody knows yet whether Autotask {what}: {why}. Nothing more is written until that is "
        "known.",
        "It is looked for. Do not write it by hand.",
    ),
    Kind.CHANGED_MEANWHILE: Words(
        "The ticket was changed in Autotask meanwhile ({what}), so the rest was left as it is.",
        "Look at the ticket and decide.",
    ),
    Kind.STATUS_NOT_KEPT: Words(
        "Autotask took the status {label}, but the ticket now has {now}.",
        "A workflow rule may do that. Complete the ticket in Autotask.",
    ),
    Kind.NOT_STAMPED: Words(
        "The ticket has the status {label}, but Autotask did not stamp it as completed.",
        "Choose the status that completes tickets in Settings, then look at this ticket.",
    ),
    Kind.DISABLED: Words(
        "The Autotask integration is off, so no call was made.", "Turn it on in Settings."
    ),
    Kind.NOT_ALLOWED: Words("The role {role} may not {act}.", "Ask {whom}."),
    Kind.BLOCKED: Words("{reason}", ""),
    Kind.SIGN_IN: Words(
        "The name and the password do not belong together.",
        "Use the name and the password of the Backupchecks web application.",
    ),
    Kind.SIGN_IN_WAIT: Words(
        "The last attempts did not succeed.", "The next one is possible in {seconds} s."
    ),
    Kind.SIGN_IN_ELSEWHERE: Words(
        "The account {name} has no password that can be checked here; it signs in elsewhere.",
        "Continue as the database user: its rights alone decide.",
    ),
    Kind.SIGN_IN_INACTIVE: Words(
        "The account {name} is disabled in Backupchecks.", "Ask an admin of Backupchecks."
    ),
    Kind.SIGN_IN_NO_ROLE: Words(
        "The account {name} has none of the roles admin, operator, reporter and viewer.",
        "Ask an admin of Backupchecks for a role.",
    ),
    Kind.STALE: Words(
        "{what}: no longer as shown, so nothing was done. Changed by {who} while you looked.",
        "Look again.",
    ),
    Kind.HAS_TICKET: Words("This run already has ticket {number}, {origin}.", "Open it instead."),
    Kind.WORKED_ON: Words("{who} is working on this run.", "Wait for the outcome."),
    Kind.TAKEN: Words(
        "{company} ({id}) is already mapped to {customer}.",
        "One company belongs to one customer: clear that mapping first.",
    ),
    Kind.INVALID_SETTINGS: Words("{problem}", ""),
    Kind.RUN_GONE: Words(
        "This run is no longer in the Backupchecks database.", "Refresh the list."
    ),
    Kind.RESTORED: Words(
        "The database seems to be an older copy: it lacks a ticket that this computer saw being "
        "sent. "
        "No ticket is sent until {until}.",
        "Tell your administrator. Nothing is lost: the tickets are looked up in Autotask.",
    ),
    Kind.DATABASE_ADDRESS: Words(
        "The database address cannot be used: {why}.",
        "It looks like postgresql://user@host/database or sqlite:///folder/file.sqlite.",
    ),
    Kind.DATABASE_PASSWORD_SHOWN: Words(
        "The database address on the command line holds a password, which others on this computer "
        "could read.",
        "Leave the password out; the application asks for it and keeps it in the keyring.",
    ),
    Kind.DATABASE_UNREACHABLE: Words(
        "The database {where} does not answer.", "Check the address and whether the server runs."
    ),
    Kind.DATABASE_SIGN_IN: Words(
        "The database {where} did not accept the user or the password.",
        "Check both in Settings, Database.",
    ),
    Kind.DATABASE_ENCRYPTION: Words(
        "The database {where} and this computer do not agree on encryption: {text}.",
        "Set it at the end of the address, such as ?sslmode=require; your administrator knows "
        "which.",
    ),
    Kind.DATABASE_TOO_OLD: Words(
        "The database {where} runs PostgreSQL {found}; at least {oldest} is needed.",
        "Ask your administrator to upgrade the server.",
    ),
    Kind.DATABASE_READ_ONLY: Words(
        "The database may not be written to, so nothing was saved.",
        "Ask your administrator for the operator grants, or for a writable folder.",
    ),
    Kind.DATABASE_BUSY: Words(
        "The database is held by something else and did not answer in time. Nothing was saved.",
        "Try again in a moment.",
    ),
    Kind.DATABASE_FULL: Words(
        "There is no room left for the database. Nothing was saved.",
        "Free some space, then try again.",
    ),
    Kind.DATABASE_LOST: Words(
        "The connection to the database was cut. The last act was not repeated.",
        "It reconnects by itself. Look at the outcome before you try again.",
    ),
    Kind.DATABASE_NEWER: Words(
        "The database was prepared by a newer version of this application ({found}).",
        "Install that version on this computer.",
    ),
    Kind.DATABASE_NOT_PREPARED: Words(
        "This database does not hold the tables of this application yet.",
        "An admin prepares it under Settings, Database.",
    ),
    Kind.DATABASE: Words(
        "The database refused: {text}.", "Copy the details for your administrator."
    ),
    Kind.TABLE_MISSING: Words(
        "The database holds no {what} (looked for {names}).",
        "Check that this is the Backupchecks database, under Settings, Database.",
    ),
    Kind.NO_SUCH_NAME: Words("{problem} Nothing was saved.", "Choose one of those offered."),
    Kind.NAMES_CHANGED: Words(
        "{who} named other tables or columns of Backupchecks, so nothing was done.",
        "Connect again in Settings, Database.",
    ),
    Kind.KEYRING_ABSENT: Words(
        "This computer offers no keyring that can be used ({backend}).",
        "Install one, such as GNOME Keyring, or keep the secret for this session only. It is never "
        "written to a file.",
    ),
    Kind.KEYRING_LOCKED: Words(
        "The keyring is locked.",
        "Unlock it, or keep the secret for this session only. It is never written to a file.",
    ),
    Kind.KEYRING_REFUSED: Words(
        "The keyring refused: {text}.",
        "Check it in your system's password settings, or keep the secret for this session only.",
    ),
    Kind.KEYRING_SLOW: Words(
        "The keyring has not answered for {seconds} seconds; it may be asking for its password.",
        "Unlock your keyring, then try again.",
    ),
    Kind.SECRET_TOO_LONG: Words(
        "The text is {length:,} characters long; a keyring holds at most {limit:,}.",
        "Check that the right text was pasted.",
    ),
    Kind.UNEXPECTED: Words(
        "Something went wrong that the application did not expect.",
        "Nothing is repeated by itself. Copy the details for support.",
    ),
}


class Failure(Exception):  # noqa: N818 - the word that the people who meet it use
    """A failure with a sentence for the person who meets it.

    Args:
        kind: what went wrong.
        detail: the original text, word for word, shown on demand. Never a secret.
        field: the field it is about, by its name in the outside system, where there is one.
        values: what fills the places in the sentence.
    """

    def __init__(self, kind: Kind, detail: str = "", field: str = "", **values: object) -> None:
        self.kind = kind
        self.detail = detail
        self.field = field
        self.values = {"field": field, **values}
        super().__init__(f"{self.happened} {self.advice}".strip())

    @property
    def happened(self) -> Sentence:
        """What happened, in one sentence."""
        return self._said(WORDS[self.kind].happened)

    @property
    def advice(self) -> Sentence:
        """What to do about it; empty where there is nothing to do."""
        return self._said(WORDS[self.kind].advice)

    def _said(self, template: str) -> Sentence:
        return Sentence(template.format_map(_Known(self.values)), template, self.values)


def unusable_folder(error: OSError) -> Failure:
    """The folder of the profile refused: it is full, forbidden, or held by another program."""
    reason = say(
        "The folder of this profile cannot be used: {strerror}.", strerror=error.strerror or error
    )
    return Failure(Kind.BLOCKED, str(error), reason=reason)


class _Known(dict[str, object]):
    """Fills a place that nobody gave a value with nothing, so that wording never fails."""

    def __missing__(self, key: str) -> "_Blank":
        return _Blank()


class _Blank:
    def __format__(self, spec: str) -> str:
        return ""
