from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Desktop

pytestmark = pytest.mark.keyring

ACCOUNT = "workspace/sandbox/api-secret"
GNOME = "Secret Service, such as GNOME Keyring"


@pytest.fixture
def unlocked(desktop: Desktop) -> Desktop:
    desktop.start_bus()
    desktop.start_keyring("the password of the keyring")
    return desktop


def test_a_secret_is_there_for_the_next_process(unlocked: Desktop) -> None:
    assert unlocked.ask(("get", ACCOUNT), ("set", ACCOUNT, "s3cret")) == [None, None]
    assert unlocked.ask(("get", ACCOUNT)) == ["s3cret"]


def test_a_new_secret_replaces_the_old_one(unlocked: Desktop) -> None:
    unlocked.ask(("set", ACCOUNT, "old"), ("set", ACCOUNT, "new"))
    assert unlocked.ask(("get", ACCOUNT), ("forget", ACCOUNT), ("get", ACCOUNT)) == [
        "new",
        None,
        None,
    ]


def test_forgetting_twice_is_no_failure(unlocked: Desktop) -> None:
    unlocked.ask(("set", ACCOUNT, "s3cret"))
    assert unlocked.ask(("forget", ACCOUNT), ("forget", ACCOUNT)) == [None, None]
    assert unlocked.ask(("get", ACCOUNT)) == [None]


def test_accounts_do_not_share_a_secret(unlocked: Desktop) -> None:
    unlocked.ask(("set", ACCOUNT, "one"), ("set", "workspace/production/api-secret", "two"))
    assert unlocked.ask(("get", ACCOUNT), ("get", "workspace/production/api-secret")) == [
        "one",
        "two",
    ]


def test_umlauts_and_the_longest_secret_come_back_unchanged(unlocked: Desktop) -> None:
    longest = "Größe€" * 213 + "ß!"
    assert len(longest) == 1280
    unlocked.ask(("set", "käse", longest))
    assert unlocked.ask(("get", "käse")) == [longest]


def test_a_secret_beyond_the_limit_is_not_stored(unlocked: Desktop) -> None:
    assert unlocked.ask(("set", ACCOUNT, "x" * 1281), ("get", ACCOUNT)) == [
        {"failure": "secret_too_long"},
        None,
    ]


def test_the_probe_finds_a_keyring_that_keeps_secrets(unlocked: Desktop) -> None:
    assert unlocked.ask(("probe",)) == [["usable", GNOME]]


def test_a_locked_keyring_is_told_apart(unlocked: Desktop) -> None:
    unlocked.ask(("set", ACCOUNT, "s3cret"))
    unlocked.lock()
    locked = {"failure": "keyring_locked"}
    assert (
        unlocked.ask(("get", ACCOUNT), ("set", ACCOUNT, "x"), ("forget", ACCOUNT)) == [locked] * 3
    )
    assert unlocked.ask(("probe",)) == [["locked", GNOME]]


def test_without_a_message_bus_there_is_no_keyring(desktop: Desktop) -> None:
    assert desktop.ask(("get", ACCOUNT), ("probe",)) == [
        {"failure": "keyring_absent"},
        ["absent", "no keyring service is running"],
    ]


def test_a_bus_without_a_daemon_offers_no_keyring(desktop: Desktop) -> None:
    desktop.start_bus()
    assert desktop.ask(("set", ACCOUNT, "s3cret"), ("probe",)) == [
        {"failure": "keyring_absent"},
        ["absent", "no keyring service is running"],
    ]


def test_a_keyring_that_keeps_nothing_is_refused_by_name(unlocked: Desktop) -> None:
    unlocked.environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    assert unlocked.ask(("set", ACCOUNT, "s3cret"), ("probe",)) == [
        {"failure": "keyring_absent"},
        ["absent", "the null keyring keeps nothing"],
    ]
