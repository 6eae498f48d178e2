"""Filters that cannot be malformed, since Autotask drops in silence what it does not understand.

An unknown operator is ignored by the server, so that all records come back; null matches nothing.
Neither can be written here.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import isfinite

from bcautotask_gui.autotask import times

MOST_RECORDS = 500
MOST_ORS = 500

Value = str | int | float | bool | datetime
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*")


class Op(StrEnum):
    """The operators that Autotask knows, in the spelling that it honours."""

    EQ = "eq"
    NOT_EQ = "noteq"
    GT = "gt"
    GTE = "gte"
    LT = "lt"
    LTE = "lte"
    BEGINS_WITH = "beginsWith"
    ENDS_WITH = "endsWith"
    CONTAINS = "contains"
    IN = "in"
    NOT_IN = "notIn"
    EXIST = "exist"
    NOT_EXIST = "notExist"


_WITHOUT_VALUE = frozenset({Op.EXIST, Op.NOT_EXIST})
_WITH_LIST = frozenset({Op.IN, Op.NOT_IN})


@dataclass(frozen=True)
class Condition:
    """One comparison of a field; use the functions below.

    Raises:
        ValueError: an operator, field or value that Autotask would misunderstand.
    """

    op: Op
    field: str
    value: Value | tuple[Value, ...] | None = None

    def __post_init__(self) -> None:
        Op(self.op)
        if not _NAME.fullmatch(self.field):
            raise ValueError(f"{self.field!r} is no name of a field")
        if self.op in _WITHOUT_VALUE:
            fits = self.value is None
        elif self.op in _WITH_LIST:
            values = self.value
            fits = isinstance(values, tuple) and bool(values) and all(map(_is_value, values))
        else:
            fits = _is_value(self.value)
        if not fits:
            raise ValueError(f"{self.op} cannot compare {self.field} with {self.value!r}")

    @property
    def ors(self) -> int:
        """How many OR conditions it counts for: each value of a list is one."""
        return len(self.value) if isinstance(self.value, tuple) else 0

    def wire(self) -> dict[str, object]:
        """As it is sent."""
        node: dict[str, object] = {"op": self.op.value, "field": self.field}
        if self.op not in _WITHOUT_VALUE:
            many = self.value
            node["value"] = list(map(_wire, many)) if isinstance(many, tuple) else _wire(many)
        return node


@dataclass(frozen=True)
class Group:
    """Several filters of which all must hold, or at least one.

    Raises:
        ValueError: there is no filter in it.
    """

    is_or: bool
    items: tuple["Filter", ...]

    def __post_init__(self) -> None:
        if not self.items:
            raise ValueError("A group of filters needs a filter")

    @property
    def ors(self) -> int:
        """How many OR conditions stand in it, counted on the safe side."""
        least = 1 if self.is_or else 0
        return sum(max(least, each.ors) for each in self.items)

    def wire(self) -> dict[str, object]:
        """As it is sent."""
        return {"op": "or" if self.is_or else "and", "items": [each.wire() for each in self.items]}


Filter = Condition | Group


def eq(field: str, value: Value) -> Condition:
    """The field has this value; False and 0 are values."""
    return Condition(Op.EQ, field, value)


def in_(field: str, values: Iterable[Value]) -> Condition:
    """The field has one of these values."""
    return Condition(Op.IN, field, tuple(values))


def begins_with(field: str, start: str) -> Condition:
    """The text begins so; the server ignores case."""
    return Condition(Op.BEGINS_WITH, field, start)


def contains(field: str, part: str) -> Condition:
    """The text holds this; the server ignores case."""
    return Condition(Op.CONTAINS, field, part)


def gt(field: str, value: Value) -> Condition:
    """The field is above this."""
    return Condition(Op.GT, field, value)


def gte(field: str, value: Value) -> Condition:
    """The field is this or above."""
    return Condition(Op.GTE, field, value)


def exist(field: str) -> Condition:
    """The field is not null."""
    return Condition(Op.EXIST, field)


def not_exist(field: str) -> Condition:
    """The field is null."""
    return Condition(Op.NOT_EXIST, field)


def all_of(*items: Filter) -> Group:
    """All of these hold."""
    return Group(is_or=False, items=items)


def any_of(*items: Filter) -> Group:
    """At least one of these holds."""
    return Group(is_or=True, items=items)


def body(
    filters: Sequence[Filter], include: Sequence[str], most: int = MOST_RECORDS
) -> dict[str, object]:
    """The body of a query; its first page and all further ones are asked with the same.

    Args:
        filters: all of them must hold; at least one.
        include: the fields to answer; the id is always among them, since paging needs it.
        most: records per page, 1 to 500.

    Raises:
        ValueError: a limit of Autotask is passed: one filter at least, 500 OR conditions, 500
            records.
    """
    whole = all_of(*filters)
    if whole.ors > MOST_ORS:
        raise ValueError(f"{whole.ors} OR conditions; Autotask takes {MOST_ORS}")
    if not 1 <= most <= MOST_RECORDS:
        raise ValueError(f"A page holds 1 to {MOST_RECORDS} records")
    fields = list(dict.fromkeys(("id", *include)))
    return {
        "MaxRecords": most,
        "IncludeFields": fields,
        "filter": [each.wire() for each in filters],
    }


def _is_value(value: object) -> bool:
    if isinstance(value, datetime):
        return value.tzinfo is not None
    return isinstance(value, str | int) or (isinstance(value, float) and isfinite(value))


def _wire(value: object) -> object:
    return times.written(value) if isinstance(value, datetime) else value
