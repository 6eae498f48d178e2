"""Every error of a driver as a failure that a person can meet: one table per engine."""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bcautotask_gui.domain.errors import Failure, Kind

if TYPE_CHECKING:
    import psycopg

# PostgreSQL: the whole SQLSTATE leads over its class
_SQLSTATES = {
    "08": Kind.DATABASE_LOST,
    "28": Kind.DATABASE_SIGN_IN,
    "25006": Kind.DATABASE_READ_ONLY,
    "40": Kind.DATABASE_BUSY,
    "53300": Kind.DATABASE_BUSY,
    "53": Kind.DATABASE_FULL,
    "55P03": Kind.DATABASE_BUSY,
    "57014": Kind.DATABASE_BUSY,
    "57P": Kind.DATABASE_LOST,
    "42P01": Kind.TABLE_MISSING,
    "42703": Kind.TABLE_MISSING,
    "3F000": Kind.TABLE_MISSING,
    "3D000": Kind.DATABASE_UNREACHABLE,
}
_NO_RIGHT = "42501"

_SQLITE_CODES = {
    sqlite3.SQLITE_BUSY: Kind.DATABASE_BUSY,
    sqlite3.SQLITE_LOCKED: Kind.DATABASE_BUSY,
    sqlite3.SQLITE_INTERRUPT: Kind.DATABASE_BUSY,
    sqlite3.SQLITE_READONLY: Kind.DATABASE_READ_ONLY,
    sqlite3.SQLITE_PERM: Kind.DATABASE_READ_ONLY,
    sqlite3.SQLITE_AUTH: Kind.DATABASE_READ_ONLY,
    sqlite3.SQLITE_FULL: Kind.DATABASE_FULL,
    sqlite3.SQLITE_IOERR: Kind.DATABASE_LOST,
    sqlite3.SQLITE_CANTOPEN: Kind.DATABASE_UNREACHABLE,
}

# what a server says before it lets anybody in that is not about the user or the password
_NOT_THE_USER = ("starting up", "shutting down", "too many", "recovery", "does not exist")
# what server and client say where one wants encryption and the other has none, or no trust in it
_ENCRYPTION = ("SSL was required", "does not support SSL", "SSL error", "certificate", "sslmode")


def failure_of(
    error: SQLAlchemyError, where: str, redacted: Callable[[str], str], *, writing: bool
) -> Failure:
    """The failure that an error of the driver means.

    Args:
        error: what SQLAlchemy raised.
        where: the database's label, for the sentence.
        redacted: takes the password out of a text.
        writing: whether something was to be changed.
    """
    original: Any = getattr(error, "orig", None) or error
    text = redacted(str(original).strip())
    if isinstance(error, PoolTimeout):
        kind = Kind.DATABASE_BUSY
    elif isinstance(original, sqlite3.Error):
        kind = _of_sqlite(original, text)
    elif hasattr(original, "sqlstate"):  # psycopg, which is loaded for a server alone
        kind = _of_postgresql(error, original, text, writing=writing)
    else:
        kind = Kind.DATABASE
    first_line = text.partition("\n")[0]
    return Failure(kind, text, where=where, text=first_line, what="such table", names=first_line)


def _of_postgresql(
    error: SQLAlchemyError, original: "psycopg.Error", text: str, *, writing: bool
) -> Kind:
    state = original.sqlstate or ""
    if state == _NO_RIGHT:
        return Kind.DATABASE_READ_ONLY if writing else Kind.DATABASE
    for length in (5, 3, 2):
        if state[:length] in _SQLSTATES:
            return _SQLSTATES[state[:length]]
    if state:
        return Kind.DATABASE
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return Kind.DATABASE_LOST
    from psycopg import OperationalError

    if isinstance(original, OperationalError):
        return _of_refused_connection(text)
    return Kind.DATABASE


def _of_refused_connection(text: str) -> Kind:
    """A connection that was never made carries no SQLSTATE, only the server's words."""
    # without an entry for either way the user is meant, not the way
    wants_it = "no encryption" in text and "SSL encryption" not in text
    if wants_it or any(words in text for words in _ENCRYPTION):
        return Kind.DATABASE_ENCRYPTION
    answered = "FATAL" in text or "no password supplied" in text
    if answered and not any(words in text for words in _NOT_THE_USER):
        return Kind.DATABASE_SIGN_IN
    if "role" in text and "does not exist" in text:
        return Kind.DATABASE_SIGN_IN
    return Kind.DATABASE_UNREACHABLE


def _of_sqlite(original: sqlite3.Error, text: str) -> Kind:
    code = getattr(original, "sqlite_errorcode", None)
    if code is None:
        return Kind.DATABASE
    if code & 0xFF == sqlite3.SQLITE_ERROR and text.startswith(("no such table", "no such column")):
        return Kind.TABLE_MISSING
    return _SQLITE_CODES.get(code & 0xFF, Kind.DATABASE)
