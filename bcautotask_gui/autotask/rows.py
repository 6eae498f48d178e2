"""Reads single values out of Autotask's records, which may hold anything."""

import re
from collections.abc import Mapping
from datetime import datetime

from bcautotask_gui.autotask import times
from bcautotask_gui.autotask.answer import HIGHEST
from bcautotask_gui.autotask.texts import kept
from bcautotask_gui.domain.errors import Failure, Kind

Row = Mapping[str, object]


def items(content: Row) -> dict[int, Row]:
    """The records of an answer by id, in their order.

    Raises:
        Failure: UNREADABLE.
    """
    listed = content.get("items")
    if not isinstance(listed, list):
        raise Failure(Kind.UNREADABLE, "The answer holds no list of items.")
    rows = [row_of(each) for each in listed]
    return {whole(row, "id"): row for row in rows}


def row_of(value: object, expected_id: int | None = None) -> Row:
    """A record, if it is one and, where that is known, the very one that was asked for.

    Raises:
        Failure: UNREADABLE.
    """
    if not isinstance(value, dict):
        raise Failure(Kind.UNREADABLE, "The answer holds something else than a record.")
    if expected_id is not None and whole(value, "id") != expected_id:
        raise Failure(Kind.UNREADABLE, f"Another record than {expected_id} was answered.")
    return value


def whole(row: Row, name: str) -> int:
    """A whole number that must be there.

    Raises:
        Failure: UNREADABLE, naming the field.
    """
    found = number(row.get(name))
    if found is None:
        raise Failure(Kind.UNREADABLE, f"A record holds no number in {name}.", name)
    return found


def number(value: object) -> int | None:
    """A whole number of 64 bits, also where it is written as text or with a zero fraction."""
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,19}", value.strip()):
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if -HIGHEST <= value <= HIGHEST else None


def text(row: Row, name: str) -> str:
    """A text; empty where it is null or absent."""
    value = row.get(name)
    return kept(value) if isinstance(value, str) else ""


def flag(row: Row, name: str, *, otherwise: bool) -> bool:
    """A yes or no, which some records write as 1 and 0."""
    value = row.get(name)
    return value != 0 if isinstance(value, bool | int) else otherwise


def moment(row: Row, name: str) -> datetime | None:
    """A time, aware, UTC; None where it is null, absent or unreadable."""
    return times.read(row.get(name))
