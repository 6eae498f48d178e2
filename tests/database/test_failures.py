"""Errors of the drivers, each by the code that the engine gives it."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest
from psycopg import OperationalError, errors
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bcautotask_gui.database.failures import failure_of
from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from tests.database.world import event, ours

if TYPE_CHECKING:
    from bcautotask_gui.database.engine import Database


def kind_of(original: BaseException, *, writing: bool = True) -> Kind:
    error = DBAPIError("SELECT secret", {}, original)
    return failure_of(error, "checks @ db01", str, writing=writing).kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("AdminShutdown", Kind.DATABASE_LOST),
        ("ConnectionFailure", Kind.DATABASE_LOST),
        ("InvalidPassword", Kind.DATABASE_SIGN_IN),
        ("ReadOnlySqlTransaction", Kind.DATABASE_READ_ONLY),
        ("InsufficientPrivilege", Kind.DATABASE_READ_ONLY),
        ("LockNotAvailable", Kind.DATABASE_BUSY),
        ("QueryCanceled", Kind.DATABASE_BUSY),
        ("DeadlockDetected", Kind.DATABASE_BUSY),
        ("SerializationFailure", Kind.DATABASE_BUSY),
        ("TooManyConnections", Kind.DATABASE_BUSY),
        ("DiskFull", Kind.DATABASE_FULL),
        ("UndefinedTable", Kind.TABLE_MISSING),
        ("UndefinedColumn", Kind.TABLE_MISSING),
        ("SyntaxError", Kind.DATABASE),
        ("UniqueViolation", Kind.DATABASE),
    ],
)
def test_what_the_server_says_is_told_apart_by_its_code(name: str, kind: Kind) -> None:
    assert kind_of(getattr(errors, name)("text")) is kind


def test_a_missing_right_to_read_is_not_called_read_only() -> None:
    assert kind_of(errors.InsufficientPrivilege("text"), writing=False) is Kind.DATABASE


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, Kind.DATABASE_BUSY),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Kind.DATABASE_BUSY),
        (sqlite3.SQLITE_READONLY_DBMOVED, Kind.DATABASE_READ_ONLY),
        (sqlite3.SQLITE_FULL, Kind.DATABASE_FULL),
        (sqlite3.SQLITE_IOERR_WRITE, Kind.DATABASE_LOST),
        (sqlite3.SQLITE_CANTOPEN, Kind.DATABASE_UNREACHABLE),
        (sqlite3.SQLITE_CORRUPT, Kind.DATABASE),
    ],
)
def test_what_the_file_says_is_told_apart_by_its_code(code: int, kind: Kind) -> None:
    error = sqlite3.OperationalError("text")
    error.sqlite_errorcode = code
    assert kind_of(error) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('connection failed: FATAL:  password authentication failed for user "anna"',
         Kind.DATABASE_SIGN_IN),
        ("fe_sendauth: no password supplied", Kind.DATABASE_SIGN_IN),
        ('FATAL:  role "ana" does not exist', Kind.DATABASE_SIGN_IN),
        ('FATAL:  database "backupcheck" does not exist', Kind.DATABASE_UNREACHABLE),
        ("failed to resolve host 'db99': Name or service not known", Kind.DATABASE_UNREACHABLE),
        ("connection refused", Kind.DATABASE_UNREACHABLE),
        ("FATAL:  the database system is starting up", Kind.DATABASE_UNREACHABLE),
        ("FATAL:  sorry, too many clients already", Kind.DATABASE_UNREACHABLE),
        ('no pg_hba.conf entry for host "10.0.0.7", user "anna", database "x", no encryption',
         Kind.DATABASE_ENCRYPTION),
        ("server does not support SSL, but SSL was required", Kind.DATABASE_ENCRYPTION),
        ("SSL error: certificate verify failed", Kind.DATABASE_ENCRYPTION),
        ('root certificate file "root.crt" does not exist',
         Kind.DATABASE_ENCRYPTION),
        ('invalid sslmode value: "yes"', Kind.DATABASE_ENCRYPTION),
        ('FATAL:  no pg_hba.conf entry for host "10.0.0.7", SSL encryption\n'
         'FATAL:  no pg_hba.conf entry for host "10.0.0.7", no encryption',
         Kind.DATABASE_SIGN_IN),
    ],
)  # fmt: skip
def test_a_server_that_lets_nobody_in_is_told_apart_by_its_words(text: str, kind: Kind) -> None:
    assert kind_of(OperationalError(text)) is kind


def test_a_pool_that_has_nothing_left_is_busy() -> None:
    failure = failure_of(PoolTimeout("all in use"), "x", str, writing=False)
    assert failure.kind is Kind.DATABASE_BUSY


def test_the_original_text_is_kept_without_statement_and_password() -> None:
    error = DBAPIError("SELECT geheim", {}, errors.SyntaxError("near geheim\nmore"))
    failure = failure_of(error, "x", lambda text: text.replace("geheim", "***"), writing=False)
    assert failure.detail == "near ***\nmore"
    assert failure.happened == "The database refused: near ***."


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_file_that_somebody_holds_is_busy(
    database: Database, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        with database._ground.connections.reading() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 50")
        with pytest.raises(Failure) as caught:
            database.settings.save(database.settings.read(), event(Act.SETTINGS_SAVED))
        assert caught.value.kind is Kind.DATABASE_BUSY
        assert database.settings.read().enabled  # who reads is not held up
    finally:
        other.close()


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_table_of_ours_that_vanished_is_told(database: Database) -> None:
    with database._ground.connections.writing() as connection:
        connection.exec_driver_sql(f"DROP TABLE {ours('postgresql', 'instance')}")
    with pytest.raises(Failure) as caught:
        database.instances.alive(90)
    assert caught.value.kind is Kind.TABLE_MISSING
    assert "instance" in caught.value.happened


def test_no_error_leaves_a_connection_behind(database: Database) -> None:
    def fail() -> None:
        for _ in range(20):
            with pytest.raises(ZeroDivisionError), database._ground.connections.writing():
                raise ZeroDivisionError

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join(30)
    assert not thread.is_alive()
    assert database.settings.read().enabled
