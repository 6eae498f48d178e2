"""Which of the keyrings that Python finds is good enough for a secret."""

from dataclasses import dataclass
from typing import Protocol

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.sentences import listed, say

GOOD = {
    "keyring.backends.SecretService": "Secret Service, such as GNOME Keyring",
    "keyring.backends.libsecret": "Secret Service, such as GNOME Keyring",
    "keyring.backends.kwallet": "KDE Wallet",
    "keyring.backends.macOS": "macOS Keychain",
    "keyring.backends.Windows": "Windows Credential Manager",
}
REFUSED = {
    "keyring.backends.fail": "no keyring service is running",
    "keyring.backends.null": "the null keyring keeps nothing",
    "keyrings.alt": "keyrings.alt keeps secrets in files",
}
CHAIN = "keyring.backends.chainer"


class Backend(Protocol):
    """One keyring, as the keyring package offers it."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Stores the secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Removes the secret; raises where there is none."""


@dataclass(frozen=True)
class Chosen:
    """A keyring that may hold secrets, with its name for people."""

    backend: Backend
    name: str


def choose() -> Chosen:
    """The best keyring of this computer.

    The import and the search take 0.1 s and may wait for the system's message bus.

    Raises:
        Failure: KEYRING_ABSENT, with the reason why what was found is not good enough.
    """
    import keyring

    return suitable(keyring.get_keyring())


def suitable(found: Backend) -> Chosen:
    """What was found, if it is good; of a chain the first good member, never the others.

    Only keyrings of the operating system are good. A chain would pass a secret on to a file.

    Raises:
        Failure: KEYRING_ABSENT, with the reason for each.
    """
    members = _members(found)
    for member in members:
        name = GOOD.get(type(member).__module__)
        if name is not None:
            return Chosen(member, name)
    reasons = dict.fromkeys(_why_not(member) for member in members)
    raise Failure(Kind.KEYRING_ABSENT, backend=listed(*reasons, between="; ") or "none was found")


def _members(found: Backend) -> list[Backend]:
    if type(found).__module__ != CHAIN:
        return [found]
    return list(getattr(found, "backends", ()))


def _why_not(backend: Backend) -> str:
    module = type(backend).__module__
    for prefix, reason in REFUSED.items():
        if module == prefix or module.startswith(f"{prefix}."):
            return reason
    return say("{module} is not a keyring of the operating system", module=module)
