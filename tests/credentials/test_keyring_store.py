import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from keyring.errors import (
    InitError,
    KeyringLocked,
    NoKeyringError,
    PasswordDeleteError,
    PasswordSetError,
)

from bcautotask_gui.credentials.backends import Chosen
from bcautotask_gui.credentials.keyring_store import KeyringStore
from bcautotask_gui.domain.connection import KeyringStanding, KeyringState
from bcautotask_gui.domain.errors import Failure, Kind

if TYPE_CHECKING:
    from bcautotask_gui.domain.ports import Secrets

HANGING = 60.0


class PromptDismissedException(Exception):  # noqa: N818
    """Has the name of what the Linux library raises."""


class FakeKeyring:
    """Keeps secrets in memory, as a keyring would."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("No such password!")
        del self.kept[service, username]


class FailingKeyring(FakeKeyring):
    """Raises on every call."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error

    def delete_password(self, service: str, username: str) -> None:
        raise self.error


class StubbornKeyring(FakeKeyring):
    """Does not let anything be removed."""

    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError("not allowed")


class ForgetfulKeyring(FakeKeyring):
    """Takes a secret and loses it."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class AskingKeyring(FakeKeyring):
    """Waits for somebody to unlock it before it stores."""

    def __init__(self) -> None:
        super().__init__()
        self.unlocked = threading.Event()
        self.stored = threading.Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        assert self.unlocked.wait(HANGING)
        super().set_password(service, username, password)
        self.stored.set()


def store_on(keyring: FakeKeyring, seconds: float = HANGING) -> KeyringStore:
    return KeyringStore(seconds, lambda: Chosen(keyring, "Test Keyring"))


def failure_of(act: Callable[[], object]) -> Failure:
    with pytest.raises(Failure) as raised:
        act()
    return raised.value


def test_secrets_lie_under_the_service_name_that_administrators_know() -> None:
    keyring = FakeKeyring()
    store: Secrets = store_on(keyring)
    store.set("account", "s3cret")
    assert keyring.kept == {("bcautotask-gui", "account"): "s3cret"}
    assert store.get("account") == "s3cret"
    store.forget("account")
    assert keyring.kept == {}


def test_forgetting_what_is_not_there_is_no_failure() -> None:
    store_on(FakeKeyring()).forget("account")


def test_a_secret_that_cannot_be_removed_is_told() -> None:
    keyring = StubbornKeyring()
    store = store_on(keyring)
    store.set("account", "s3cret")
    assert failure_of(lambda: store.forget("account")).kind is Kind.KEYRING_REFUSED


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (NoKeyringError(), Kind.KEYRING_ABSENT),
        (InitError("Prompt dismissed"), Kind.KEYRING_ABSENT),
        (KeyringLocked(), Kind.KEYRING_LOCKED),
        (PromptDismissedException(), Kind.KEYRING_LOCKED),
        (PasswordSetError("Cancelled by user"), Kind.KEYRING_REFUSED),
        (RuntimeError(), Kind.KEYRING_REFUSED),
        (EOFError(), Kind.KEYRING_REFUSED),
    ],
)
def test_each_failure_of_a_keyring_has_its_kind(error: Exception, kind: Kind) -> None:
    store = store_on(FailingKeyring(error))
    assert failure_of(lambda: store.get("account")).kind is kind
    assert failure_of(lambda: store.set("account", "s3cret")).kind is kind
    assert failure_of(lambda: store.forget("account")).kind is kind
    assert store.probe().standing.value == kind.value.removeprefix("keyring_")


def test_a_keyring_that_cannot_be_loaded_is_absent() -> None:
    def choose() -> Chosen:
        raise ModuleNotFoundError("no such backend")

    store = KeyringStore(HANGING, choose)
    assert failure_of(lambda: store.get("account")).kind is Kind.KEYRING_ABSENT
    assert store.probe() == KeyringState(KeyringStanding.ABSENT, "ModuleNotFoundError")


def test_the_limit_counts_as_windows_does_and_comes_before_the_keyring() -> None:
    keyring = FakeKeyring()
    store = store_on(keyring)
    store.set("account", "x" * 1280)
    failure = failure_of(lambda: store.set("account", "😀" * 640 + "x"))
    assert failure.kind is Kind.SECRET_TOO_LONG
    assert "1,281" in failure.happened
    assert "1,280" in failure.happened
    assert keyring.kept["bcautotask-gui", "account"] == "x" * 1280


def test_a_probe_leaves_nothing_behind() -> None:
    keyring = FakeKeyring()
    assert store_on(keyring).probe() == KeyringState(KeyringStanding.USABLE, "Test Keyring")
    assert keyring.kept == {}


def test_a_probe_finds_out_a_keyring_that_loses_secrets() -> None:
    assert store_on(ForgetfulKeyring()).probe() == KeyringState(
        KeyringStanding.REFUSED, "Test Keyring"
    )


def test_a_prompt_that_nobody_answers_is_given_up() -> None:
    keyring = AskingKeyring()
    store = store_on(keyring, seconds=0.01)
    failure = failure_of(lambda: store.set("account", "s3cret"))
    assert failure.kind is Kind.KEYRING_SLOW
    assert "0.01 seconds" in failure.happened
    assert store.probe().standing is KeyringStanding.SLOW
    keyring.unlocked.set()
    assert keyring.stored.wait(HANGING)


def test_no_secret_stands_in_a_failure_or_a_repr(caplog: pytest.LogCaptureFixture) -> None:
    keyring = FailingKeyring(RuntimeError("could not store 'hunter2-hunter2'"))
    store = store_on(keyring)
    with caplog.at_level(logging.CRITICAL):
        failure = failure_of(lambda: store.set("account", "hunter2-hunter2"))
    assert "hunter2" not in f"{failure} {failure!r} {failure.detail} {store!r}"
    assert "could not store" in failure.happened
