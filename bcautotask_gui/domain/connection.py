"""How one Autotask database is reached, and what a test of it found."""

from dataclasses import dataclass, field
from enum import StrEnum

from bcautotask_gui.domain.settings import Environment


@dataclass(frozen=True)
class Credentials:
    """What signs in to Autotask; the secrets never show in a repr."""

    user_name: str
    secret: str = field(repr=False)
    tracking_id: str = field(repr=False)


@dataclass(frozen=True)
class Connection:
    """All that a client needs to reach one Autotask database.

    Attributes:
        fixed_zone: the zone's REST address where discovery is switched off, else empty.
        bound_to: the database id that the environment is bound to, or None before.
    """

    environment: Environment
    credentials: Credentials
    fixed_zone: str = ""
    bound_to: int | None = None


@dataclass(frozen=True)
class Zone:
    """Where a tenant lives.

    Attributes:
        url: the address of the REST service, as Autotask answered it.
        web_url: the address of the web interface.
        database_id: Autotask's `ci`.
    """

    name: str
    url: str
    web_url: str
    database_id: int


@dataclass(frozen=True)
class CallsUsed:
    """How many calls all integrations used in the last 60 minutes."""

    used: int
    allowed: int


@dataclass(frozen=True)
class Access:
    """What the API user may do with one kind of record."""

    query: bool
    create: bool
    update: bool


class CheckState(StrEnum):
    """How one line of the connection test stands."""

    TO_COME = "to come"
    RUNNING = "running"
    PASSED = "passed"
    LOOK_HERE = "look here"
    FAILED = "failed"


@dataclass(frozen=True)
class Check:
    """One line of the connection test.

    Attributes:
        key: names the line, so that a later report replaces it.
        title: what is checked.
        value: what was found, in a few words.
        remedy: what to do where it failed.
    """

    key: str
    title: str
    state: CheckState
    value: str = ""
    remedy: str = ""


class KeyringStanding(StrEnum):
    """Whether this computer's keyring can keep a secret."""

    USABLE = "usable"
    ABSENT = "absent"
    LOCKED = "locked"
    REFUSED = "refused"
    SLOW = "slow"


@dataclass(frozen=True)
class KeyringState:
    """The outcome of a write-read-delete probe.

    Attributes:
        backend: the keyring's own name, for people.
    """

    standing: KeyringStanding
    backend: str
