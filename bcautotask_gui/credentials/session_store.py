"""Secrets that are kept in memory and gone when the application ends."""

from bcautotask_gui import logs
from bcautotask_gui.credentials.length import check_length
from bcautotask_gui.domain.connection import KeyringStanding, KeyringState
from bcautotask_gui.domain.sentences import say


class SessionStore:
    """For the demo, and for those who choose to keep a secret for this session only."""

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    def __repr__(self) -> str:
        return f"SessionStore({len(self._secrets)} kept)"

    def get(self, account: str) -> str | None:
        """The secret of an account, or None where none is kept."""
        return self._secrets.get(account)

    def set(self, account: str, secret: str) -> None:
        """Keeps or replaces a secret.

        Raises:
            Failure: SECRET_TOO_LONG.
        """
        check_length(secret)
        logs.redact(secret)
        self._secrets[account] = secret

    def forget(self, account: str) -> None:
        """Drops a secret; nothing happens where there is none."""
        self._secrets.pop(account, None)

    def probe(self) -> KeyringState:
        """Memory is always there."""
        return KeyringState(KeyringStanding.USABLE, say("memory of this session"))
