"""Columns whose live type is not the expected one: read as what is meant, where that is sure."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Date,
    DateTime,
    Text,
    case,
    cast,
)
from sqlalchemy.types import NullType, TypeEngine

from bcautotask_gui.database.times import TheirTime

EXPECTED: Mapping[str, TypeEngine[Any]] = {
    "integer": BigInteger(),
    "text": Text(),
    "boolean": Boolean(),
    "timestamp": TheirTime(),
    "date": Date(),
}
# the live types that are written the way they are read
_SAME = {("timestamp", "zoned"), ("date", "timestamp"), ("date", "zoned")}
_DIGITS = "^[0-9]{1,18}$"


def _digits(column: ColumnElement[Any]) -> ColumnElement[Any]:
    text = cast(column, Text)
    return case((text.regexp_match(_DIGITS), cast(text, BigInteger)))


_READ_AS: Mapping[tuple[str, str], Callable[[ColumnElement[Any]], ColumnElement[Any]]] = {
    ("integer", "text"): _digits,
    ("integer", "number"): lambda column: cast(column, BigInteger),
    ("boolean", "integer"): lambda column: cast(column, BigInteger) != 0,
    ("timestamp", "date"): lambda column: cast(column, DateTime),
}


def is_plain(expected: str, live: str) -> bool:
    """Whether a column can be read and written just as it is; a file tells no types."""
    return live in ("", expected) or (expected, live) in _SAME


def is_readable(expected: str, live: str) -> bool:
    """Whether a column of this live type can stand for the expected one."""
    return is_plain(expected, live) or expected == "text" or (expected, live) in _READ_AS


def live_type(expected: str, live: str) -> TypeEngine[Any]:
    """The type to declare a column with, so that its values are not converted twice."""
    return EXPECTED[expected] if is_plain(expected, live) else NullType()


def read_as(expected: str, live: str, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column as what is expected of it."""
    if is_plain(expected, live):
        return column
    if expected == "text":
        return cast(column, Text)
    return _READ_AS[expected, live](column)
