"""Secrets in the keyring of the operating system."""

import logging
import secrets
from collections.abc import Callable
from typing import TypeVar

from bcautotask_gui import logs
from bcautotask_gui.credentials.backends import Backend, Chosen, choose
from bcautotask_gui.credentials.length import check_length
from bcautotask_gui.credentials.time_out import WithTimeOut
from bcautotask_gui.domain.connection import KeyringStanding, KeyringState
from bcautotask_gui.domain.errors import Failure, Kind

SERVICE = "bcautotask-gui"
PATIENCE = 20.0  # seconds; long enough to unlock a keyring at once, short enough to be told why

STANDINGS = {
    Kind.KEYRING_ABSENT: KeyringStanding.ABSENT,
    Kind.KEYRING_LOCKED: KeyringStanding.LOCKED,
    Kind.KEYRING_REFUSED: KeyringStanding.REFUSED,
    Kind.KEYRING_SLOW: KeyringStanding.SLOW,
}
# by name, since the package that raises the latter three is there on Linux only
ABSENT = {"NoKeyringError", "InitError", "SecretServiceNotAvailableException"}
LOCKED = {"KeyringLocked", "LockedException", "PromptDismissedException"}

logger = logging.getLogger(__name__)

T = TypeVar("T")


class KeyringStore:
    """Stores secrets under accounts. Each call may wait for a person: never on the GUI thread.

    Each method raises `Failure` KEYRING_ABSENT, KEYRING_LOCKED, KEYRING_REFUSED or KEYRING_SLOW,
    and nothing else.

    Args:
        seconds: how long a call may wait before it is KEYRING_SLOW.
        choose: finds the keyring; asked within each call.
    """

    def __init__(self, seconds: float = PATIENCE, choose: Callable[[], Chosen] = choose) -> None:
        self._in_time = WithTimeOut(seconds)
        self._choose = choose
        self._name = ""

    def get(self, account: str) -> str | None:
        """The secret of an account, or None where none is stored."""
        secret = self._ask(lambda backend: backend.get_password(SERVICE, account))
        if secret:
            logs.redact(secret)
        return secret

    def set(self, account: str, secret: str) -> None:
        """Stores or replaces a secret.

        Raises:
            Failure: also SECRET_TOO_LONG, before anything is stored.
        """
        check_length(secret)
        logs.redact(secret)
        self._ask(lambda backend: backend.set_password(SERVICE, account, secret))

    def forget(self, account: str) -> None:
        """Removes a secret; nothing happens where there is none."""
        self._ask(lambda backend: _delete(backend, account))

    def probe(self) -> KeyringState:
        """Writes, reads and deletes a value: what a keyring says of itself proves nothing.

        Raises nothing; what would be raised is the standing.
        """
        try:
            self._ask(_write_read_delete)
        except Failure as failure:
            name = failure.values.get("backend") or self._name or "unknown"
            return KeyringState(STANDINGS[failure.kind], str(name))
        return KeyringState(KeyringStanding.USABLE, self._name)

    def _ask(self, work: Callable[[Backend], T]) -> T:
        try:
            return self._in_time(lambda: work(self._backend()))
        except Failure:
            raise
        except Exception as error:
            logger.warning("The keyring failed", exc_info=error)
            # the log is cleaned, a chain of exceptions is not
            raise self._failure(error) from None

    def _backend(self) -> Backend:
        self._name = ""
        chosen = self._choose()
        self._name = chosen.name
        return chosen.backend

    def _failure(self, error: Exception) -> Failure:
        names = {kind.__name__ for kind in type(error).__mro__}
        what = type(error).__name__
        if names & LOCKED:
            return Failure(Kind.KEYRING_LOCKED, what)
        if names & ABSENT or not self._name:
            return Failure(Kind.KEYRING_ABSENT, what, backend=self._name or what)
        return Failure(Kind.KEYRING_REFUSED, what, text=logs.cleaned(str(error)) or what)


def _delete(backend: Backend, account: str) -> None:
    from keyring.errors import PasswordDeleteError

    try:
        backend.delete_password(SERVICE, account)
    except PasswordDeleteError:
        # it means both "there is none" and "you may not"
        if backend.get_password(SERVICE, account) is not None:
            raise


def _write_read_delete(backend: Backend) -> None:
    account, value = f"probe/{secrets.token_hex(8)}", secrets.token_urlsafe(16)
    backend.set_password(SERVICE, account, value)
    try:
        if backend.get_password(SERVICE, account) != value:
            raise Failure(Kind.KEYRING_REFUSED, text="what was stored could not be read back")
    finally:
        _delete(backend, account)
