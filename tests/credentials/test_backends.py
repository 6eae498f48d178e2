import subprocess
import sys

import pytest
from keyring.backends import fail, null

from bcautotask_gui.credentials.backends import Backend, suitable
from bcautotask_gui.domain.errors import Failure, Kind


class Keyring:
    """Stands for a keyring of the module that its class claims to come from."""

    backends: tuple[Backend, ...] = ()

    def get_password(self, service: str, username: str) -> str | None:
        raise AssertionError("choosing asked for a secret")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("choosing stored a secret")

    def delete_password(self, service: str, username: str) -> None:
        raise AssertionError("choosing removed a secret")


def keyring_of(module: str, *backends: Backend) -> Backend:
    made: Backend = type("Keyring", (Keyring,), {"__module__": module, "backends": backends})()
    return made


def chain(*backends: Backend) -> Backend:
    return keyring_of("keyring.backends.chainer", *backends)


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyring.backends.SecretService", "Secret Service, such as GNOME Keyring"),
        ("keyring.backends.libsecret", "Secret Service, such as GNOME Keyring"),
        ("keyring.backends.kwallet", "KDE Wallet"),
        ("keyring.backends.macOS", "macOS Keychain"),
        ("keyring.backends.Windows", "Windows Credential Manager"),
    ],
)
def test_keyrings_of_the_operating_system_are_good(module: str, name: str) -> None:
    found = keyring_of(module)
    chosen = suitable(found)
    assert (chosen.backend, chosen.name) == (found, name)


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (fail.Keyring(), "no keyring service is running"),
        (null.Keyring(), "the null keyring keeps nothing"),
        (keyring_of("keyrings.alt.file"), "keyrings.alt keeps secrets in files"),
        (keyring_of("keyrings.cryptfile.file"), "keyrings.cryptfile.file is not a keyring of"),
        (
            chain(null.Keyring(), keyring_of("keyrings.alt.file"), keyring_of("keyrings.alt.x")),
            "the null keyring keeps nothing; keyrings.alt keeps secrets in files",
        ),
        (chain(), "none was found"),
    ],
)
def test_other_keyrings_are_refused_with_the_reason(found: Backend, reason: str) -> None:
    with pytest.raises(Failure) as refused:
        suitable(found)
    assert refused.value.kind is Kind.KEYRING_ABSENT
    assert reason in str(refused.value)


def test_of_a_chain_only_the_good_member_is_used() -> None:
    good = keyring_of("keyring.backends.kwallet")
    assert suitable(chain(keyring_of("keyrings.alt.file"), good)).backend is good


def test_importing_the_store_does_not_import_keyring() -> None:
    code = (
        "import sys, bcautotask_gui.credentials.keyring_store;"
        "sys.exit('keyring' in sys.modules or 'secretstorage' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
