"""What the services need of this computer: clock, keyring, memory of the profile."""

from datetime import datetime
from typing import Protocol

from bcautotask_gui.domain.audit_chain import Link
from bcautotask_gui.domain.connection import KeyringState


class Clock(Protocol):
    """The time of this computer; stamps that others judge by come from the database."""

    def now(self) -> datetime:
        """The time, aware, UTC."""

    def monotonic(self) -> float:
        """Seconds that never jump."""

    def sleep(self, seconds: float) -> None:
        """Waits; only for waits of a few seconds inside one act."""


class Secrets(Protocol):
    """The keyring of this computer, or the memory of this session."""

    def get(self, account: str) -> str | None:
        """The secret of an account, or None where none is stored."""

    def set(self, account: str, secret: str) -> None:
        """Stores or replaces a secret."""

    def forget(self, account: str) -> None:
        """Removes a secret; nothing happens where there is none."""

    def probe(self) -> KeyringState:
        """Writes, reads and deletes a value to see whether secrets can be kept."""


class SendMemory(Protocol):
    """What this profile remembers outside the database, to notice a restored copy.

    Every method raises `Failure` BLOCKED where the profile cannot be read or written.
    """

    def last_sending(self) -> int:
        """The highest claim id that this profile saw in `sending`; 0 for a new profile."""

    def remember_sending(self, claim_id: int) -> None:
        """Keeps a claim id, durably, before the request goes out."""

    def restored_at(self) -> datetime | None:
        """When a restored database was noticed, or None."""

    def remember_restored(self, at: datetime) -> None:
        """Keeps that moment."""


class TrailMemory(Protocol):
    """What this profile remembers of the trail outside the database."""

    def newest_entry(self) -> Link | None:
        """The newest entry that this profile saw; None for a new profile."""

    def remember_entry(self, link: Link) -> None:
        """Keeps an entry, durably."""
