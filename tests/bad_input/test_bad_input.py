"""What people type wrong, and what this computer refuses: each with its sentence, word for word.

Judged by the real parts: the rules of the settings, the reader of database addresses, a look at a
database, the keyring store over keyrings that fail, the client against the local Autotask.
"""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from keyring.errors import KeyringLocked, NoKeyringError, PasswordSetError
from psycopg import OperationalError
from sqlalchemy.exc import OperationalError as WrappedError

from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.rest import open_autotask
from bcautotask_gui.clock import SystemClock
from bcautotask_gui.credentials.backends import Chosen
from bcautotask_gui.credentials.keyring_store import KeyringStore
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.database.failures import failure_of
from bcautotask_gui.database.looking import look_at
from bcautotask_gui.domain.connection import Connection, Credentials
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import DueRule, Environment, Settings
from bcautotask_gui.domain.settings_rules import problems_of
from bcautotask_gui.sandbox import (
    DEMO_SECRET,
    DEMO_TRACKING_ID,
    DEMO_USER,
    AutotaskServer,
    contract_tenant,
)
from tests.autotask.world import FakeBudget
from tests.domain.samples import good_settings, reference_data, with_defaults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WHOLE = "Write the whole address, such as https://backupchecks.example.com."
ZONE = "Write the zone's whole address, or leave it empty."
PLACE = "Write {job_id} where the number of the job belongs."
NO_SPACES = "An API user name holds no spaces."
LOOKS = "It looks like postgresql://user@host/database or sqlite:///folder/file.sqlite."


def of_environment(**changes: Any) -> Settings:
    return good_settings().with_current(**changes)


@pytest.mark.parametrize(
    ("form", "field", "sentence"),
    [
        # the address of Backupchecks
        (good_settings(base_url=""), "base_url",
         "Enter the address of Backupchecks; tickets link to it."),
        (good_settings(base_url=" \t"), "base_url",
         "Enter the address of Backupchecks; tickets link to it."),
        (good_settings(base_url="backupchecks.example"), "base_url", WHOLE),
        (good_settings(base_url="//backupchecks.example"), "base_url", WHOLE),
        (good_settings(base_url="ftp://backupchecks.example"), "base_url", WHOLE),
        (good_settings(base_url="https://"), "base_url", WHOLE),
        (good_settings(base_url="https:/backupchecks.example"), "base_url", WHOLE),
        (good_settings(base_url="https://backup checks.example"), "base_url", WHOLE),
        (good_settings(base_url="https://x.example\nReference: bc-1"), "base_url", WHOLE),
        (good_settings(base_url="https://[::1"), "base_url", WHOLE),
        (good_settings(base_url="javascript:alert(1)"), "base_url", WHOLE),
        (good_settings(base_url=f"https://{'x' * 500}"), "base_url", "Use at most 500 characters."),
        # the pattern of the job page
        (good_settings(job_path=""), "job_path", PLACE),
        (good_settings(job_path="/jobs/"), "job_path", PLACE),
        (good_settings(job_path="/jobs/{job}"), "job_path", PLACE),
        (good_settings(job_path="/jobs/{job_id} now"), "job_path", PLACE),
        (good_settings(job_path="/" + "x" * 500 + "{job_id}"), "job_path",
         "Use at most 500 characters."),
        # zones and numbers
        (good_settings(time_zone="Europe/Atlantis"), "time_zone",
         '"Europe/Atlantis" is no time zone. Choose one from the list.'),
        (good_settings(storage_zone="../etc/passwd"), "storage_zone",
         '"../etc/passwd" is no time zone. Choose one from the list.'),
        (good_settings(object_errors=0), "object_errors", "Choose a number from 1 to 100."),
        (good_settings(object_errors=101), "object_errors", "Choose a number from 1 to 100."),
        (with_defaults(due=DueRule(hours=0)), "due", "Choose from 1 to 240 hours."),
        (with_defaults(due=DueRule(hours=241)), "due", "Choose from 1 to 240 hours."),
        # the API user and its zone
        (of_environment(user_name=""), "user_name", "Enter the API user name."),
        (of_environment(user_name="  "), "user_name", "Enter the API user name."),
        (of_environment(user_name="api user@msp.example"), "user_name", NO_SPACES),
        (of_environment(user_name="api\u00a0user@msp.example"), "user_name", NO_SPACES),
        (of_environment(user_name="api@msp.example\n2"), "user_name", NO_SPACES),
        (of_environment(fixed_zone=" "), "fixed_zone", ZONE),
        (of_environment(fixed_zone="webservices19"), "fixed_zone", ZONE),
        (of_environment(fixed_zone="https://"), "fixed_zone", ZONE),
        # picklists
        (with_defaults(queue=None), "queue", "Choose a queue."),
        (with_defaults(queue=12), "queue",
         '"Old queue" (id 12) is no longer offered by Autotask. Choose another queue.'),
        (with_defaults(source=77), "source",
         "The source 77 is no longer offered by Autotask. Choose another source."),
        (with_defaults(sub_issue_type=152), "sub_issue_type",
         "Choose the issue type that it belongs to."),
    ],
)  # fmt: skip
def test_a_value_of_the_form_is_refused_beside_its_field(
    form: Settings, field: str, sentence: str
) -> None:
    assert [(each.field, each.sentence) for each in problems_of(form, reference_data())] == [
        (field, sentence)
    ]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "it is not of the form kind://place/name"),
        ("db01", "it is not of the form kind://place/name"),
        ("db01/backupchecks", "it is not of the form kind://place/name"),
        ("mysql://anna@db01/backupchecks", '"mysql" is neither postgresql nor sqlite'),
        ("https://backupchecks.example", '"https" is neither postgresql nor sqlite'),
        ("postgresql://anna@db01", "it names no database"),
        ("postgresql://anna@db01:port/x", "it is not of the form kind://place/name"),
        ("sqlite://", "it names no file"),
        ("sqlite:///:memory:", "it names no file"),
    ],
)
def test_an_address_of_a_database_is_refused_with_an_example(address: str, sentence: str) -> None:
    with pytest.raises(Failure) as caught:
        look_at(address)
    told = f"The database address cannot be used: {sentence}. {LOOKS}"
    assert str(caught.value) == told


def test_a_file_that_is_not_there_is_said_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        look_at(f"sqlite:///{tmp_path / 'nothing.sqlite'}")
    assert caught.value.happened == "The database nothing.sqlite does not answer."
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_something_else_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "report.sqlite").write_text("Dear customer, " * 200)
    with pytest.raises(Failure) as caught:
        look_at(f"sqlite:///{tmp_path / 'report.sqlite'}")
    assert caught.value.happened == "The database refused: file is not a database."


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "newer.sqlite"
    with sqlite3.connect(file) as newer:
        newer.execute(
            "CREATE TABLE bcautotask_workspace (place INTEGER, id TEXT, level INTEGER, "
            "oldest_writer INTEGER, created_at TEXT)"
        )
        newer.execute("INSERT INTO bcautotask_workspace VALUES (1, 'x', 99, 99, '2026-11-23')")
    newer.close()
    with pytest.raises(Failure) as caught:
        look_at(f"sqlite:///{file}")
    assert caught.value.kind is Kind.DATABASE_NEWER
    assert caught.value.advice == "Install that version on this computer."


SIGN_IN = "The database checks @ db01 did not accept the user or the password."
SILENT = "The database checks @ db01 does not answer."
UNENCRYPTED = "The database checks @ db01 and this computer do not agree on encryption: "


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('FATAL:  password authentication failed for user "anna"', SIGN_IN),
        ("fe_sendauth: no password supplied", SIGN_IN),
        ('FATAL:  role "ana" does not exist', SIGN_IN),
        ("failed to resolve host 'db99': Name or service not known", SILENT),
        ("connection refused", SILENT),
        ("connection timeout expired", SILENT),
        ('FATAL:  database "backupcheck" does not exist', SILENT),
        ("server does not support SSL, but SSL was required",
         f"{UNENCRYPTED}server does not support SSL, but SSL was required."),
        ('FATAL:  no pg_hba.conf entry for host "10.0.0.7", no encryption',
         f'{UNENCRYPTED}FATAL:  no pg_hba.conf entry for host "10.0.0.7", no encryption.'),
    ],
)  # fmt: skip
def test_a_server_that_lets_nobody_in_is_told_in_one_sentence(text: str, sentence: str) -> None:
    error = WrappedError(None, None, OperationalError(text))
    assert failure_of(error, "checks @ db01", str, writing=False).happened == sentence


def test_a_server_that_is_too_old_names_both_versions() -> None:
    failure = Failure(Kind.DATABASE_TOO_OLD, where="checks @ db01", found="11", oldest="13")
    assert str(failure) == (
        "The database checks @ db01 runs PostgreSQL 11; at least 13 is needed. "
        "Ask your administrator to upgrade the server."
    )


class Keyring:
    """A keyring that does what a test says when something is stored."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.kept: dict[str, str] = {}
        self.answers = threading.Event()

    def get_password(self, _service: str, account: str) -> str | None:
        return self.kept.get(account)

    def set_password(self, _service: str, account: str, secret: str) -> None:
        if self.error:
            raise self.error
        self.kept[account] = secret

    def delete_password(self, _service: str, account: str) -> None:
        self.kept.pop(account, None)


class SlowKeyring(Keyring):
    """Asks for its password, and nobody is there."""

    def set_password(self, _service: str, _account: str, _secret: str) -> None:
        assert self.answers.wait(20)


def store_over(backend: Keyring, seconds: float = 20.0) -> KeyringStore:
    return KeyringStore(seconds, lambda: Chosen(backend, "GNOME Keyring"))


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (NoKeyringError("none"), "This computer offers no keyring that can be used"),
        (KeyringLocked("locked"), "The keyring is locked."),
        (PasswordSetError("full"), "The keyring refused: full."),
        (OSError("no bus"), "The keyring refused: no bus."),
    ],
    ids=["absent", "locked", "refused", "broken"],
)
def test_a_keyring_that_keeps_nothing_says_why_and_offers_the_session(
    error: Exception, sentence: str
) -> None:
    with pytest.raises(Failure) as caught:
        store_over(Keyring(error)).set("x/sandbox/api-secret", "geheim-4711")
    assert caught.value.happened.startswith(sentence)
    assert "for this session only" in caught.value.advice
    assert "geheim-4711" not in f"{caught.value} {caught.value.detail}"


def test_a_keyring_that_waits_for_somebody_is_not_waited_for() -> None:
    slow = SlowKeyring()
    with pytest.raises(Failure) as caught:
        store_over(slow, 0.05).set("x/sandbox/api-secret", "geheim-4711")
    slow.answers.set()
    assert caught.value.kind is Kind.KEYRING_SLOW
    assert "Unlock your keyring" in caught.value.advice


@pytest.mark.parametrize(
    "store", [store_over(Keyring()), SessionStore()], ids=["keyring", "memory"]
)
@pytest.mark.parametrize(
    ("secret", "length"),
    [("x" * 1281, "1,281"), ("ü" * 1281, "1,281"), ("🔑" * 641, "1,282")],
    ids=["plain", "umlauts", "pictures"],
)
def test_a_secret_that_not_every_keyring_holds_is_refused_everywhere(
    store: KeyringStore | SessionStore, secret: str, length: str
) -> None:
    with pytest.raises(Failure) as caught:
        store.set("x/sandbox/api-secret", secret)
    assert str(caught.value) == (
        f"The text is {length} characters long; a keyring holds at most 1,280. "
        "Check that the right text was pasted."
    )
    assert store.get("x/sandbox/api-secret") is None


@pytest.mark.parametrize(
    "secret",
    ["Größe-öäü-ß☃", "x" * 1280, "ü" * 1280, "with spaces inside", '"quoted\\', "🔑" * 640],
)
def test_an_odd_secret_is_kept_as_it_is(secret: str) -> None:
    store = store_over(Keyring())
    store.set("x/sandbox/api-secret", secret)
    assert store.get("x/sandbox/api-secret") == secret


@pytest.fixture
def server() -> Iterator[AutotaskServer]:
    with AutotaskServer(contract_tenant()) as opened:
        yield opened


NOT_ACCEPTED = (
    "Autotask did not accept the user, the secret or the tracking identifier; it does not say "
    "which. Enter all three again."
)
GOOD = Credentials(DEMO_USER, DEMO_SECRET, DEMO_TRACKING_ID)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"secret": "wrong"}, NOT_ACCEPTED),
        ({"secret": "Größe-öäü-ß☃"}, NOT_ACCEPTED),
        ({"secret": "two\nlines"}, NOT_ACCEPTED),
        ({"secret": ""}, NOT_ACCEPTED),
        ({"tracking_id": "wrong"}, NOT_ACCEPTED),
        ({"user_name": "bücher@msp.example"},
         'Autotask knows no API user "bücher@msp.example". Copy the user name from the API '
         "user's page in Autotask; it looks like an e-mail address."),
    ],
)  # fmt: skip
def test_credentials_that_are_no_good_are_told_without_the_secret(
    server: AutotaskServer, changes: dict[str, str], sentence: str
) -> None:
    autotask = open_autotask(
        Connection(Environment.SANDBOX, replace(GOOD, **changes)),
        lambda: None,
        discovery_url=server.url,
        budget=FakeBudget(),
        clock=SystemClock(),
        limits=EndpointLimits(),
    )
    with pytest.raises(Failure) as caught:
        autotask.calls_used()
    autotask.close()
    assert str(caught.value) == sentence
    secret = changes.get("secret")
    assert not secret or secret not in f"{caught.value} {caught.value.detail}"


def test_spaces_around_pasted_credentials_mean_nothing(server: AutotaskServer) -> None:
    pasted = Credentials(DEMO_USER, f"{DEMO_SECRET} ", f"\t{DEMO_TRACKING_ID}")
    autotask = open_autotask(
        Connection(Environment.SANDBOX, pasted),
        lambda: None,
        discovery_url=server.url,
        budget=FakeBudget(),
        clock=SystemClock(),
        limits=EndpointLimits(),
    )
    assert autotask.calls_used().allowed == 10_000
    autotask.close()
