"""Reads a query as Autotask does: unknown operators vanish without a word, fields must exist."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bcautotask_gui.sandbox.answers import RefusedError
from bcautotask_gui.sandbox.entities import TICKET_HISTORY
from bcautotask_gui.sandbox.fields import Entity, Field, Row
from bcautotask_gui.sandbox.values import value_for

MOST_RECORDS = 500
MOST_ORS = 500
NO_BODY = "Value cannot be null.\r\nParameter name: queryModel"

Predicate = Callable[[Row], bool]
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z")


@dataclass(frozen=True)
class Query:
    """A query that was understood.

    Attributes:
        matches: whether a row is asked for.
        max_records: rows per page, 1 to 500.
        include: the fields asked for by their proper names; empty for all.
    """

    matches: Predicate
    max_records: int
    include: tuple[str, ...]


def parse(entity: Entity, body: Any) -> Query:
    """Understand a query's body, whose keys may be in any casing.

    Raises:
        RefusedError: no body or filter, a page size out of bounds, an unknown or unqueryable field,
            a value that does not fit, more than 500 ORs, more than one user-defined field.
    """
    if not isinstance(body, dict) or not body:
        raise RefusedError(NO_BODY)
    keys = {str(key).lower(): value for key, value in body.items()}
    nodes = keys.get("filter")
    if not isinstance(nodes, list) or not nodes:
        raise RefusedError("Invalid query syntax. A query needs a filter.")
    _check_limits(nodes)
    if entity is TICKET_HISTORY:
        _check_history(nodes)
    return Query(
        _all_of(entity, nodes),
        _page_size(keys.get("maxrecords")),
        tuple(_known(entity, str(name)).name for name in _list(keys.get("includefields"))),
    )


def _list(given: Any) -> list[Any]:
    if given is not None and not isinstance(given, list):
        raise RefusedError("Invalid query syntax. IncludeFields is a list of names.")
    return given or []


def _page_size(asked: Any) -> int:
    size = MOST_RECORDS if asked is None else asked
    if not isinstance(size, int) or not 1 <= size <= MOST_RECORDS:
        raise RefusedError(f"maxCountOfRecordsToReturn must be between 1 and {MOST_RECORDS}")
    return size


def _leaves(nodes: list[Any], *, in_or: bool = False) -> Iterator[tuple[Any, bool]]:
    """Every condition, each with whether it stands directly in an OR group."""
    for node in nodes:
        if _is_group(node):
            yield from _leaves(_items(node), in_or=_get(node, "op") == "or")
        else:
            yield node, in_or


def _check_limits(nodes: list[Any]) -> None:
    ors = customs = 0
    for leaf, in_or in _leaves(nodes):
        values = _get(leaf, "value")
        if _get(leaf, "op") in ("in", "notIn") and isinstance(values, list):
            ors += len(values)
        else:
            ors += in_or
        customs += bool(_get(leaf, "udf"))
    if ors > MOST_ORS:
        raise RefusedError(
            "Invalid query syntax. Queries are limited to 500 or fewer 'OR' conditions."
        )
    if customs > 1:
        raise RefusedError("Invalid query syntax. Queries are limited to one user-defined field.")


def _check_history(nodes: list[Any]) -> None:
    only = nodes[0]
    fits = str(_get(only, "field")).lower() == "ticketid" and _get(only, "op") == "eq"
    if len(nodes) > 1 or not fits:
        raise RefusedError("TicketHistory can only be queried by a single ticketID.")


def _get(node: Any, key: str) -> Any:
    if not isinstance(node, dict):
        raise RefusedError("Invalid query syntax. A filter is a list of conditions.")
    return next((value for name, value in node.items() if str(name).lower() == key), None)


def _items(node: Any) -> list[Any]:
    items = _get(node, "items")
    return items if isinstance(items, list) else []


def _is_group(node: Any) -> bool:
    return _get(node, "op") in ("and", "or")


def _known(entity: Entity, name: str) -> Field:
    field = entity.find(name)
    if field is None or not field.queryable:
        raise RefusedError(f"Unable to find {name} in the {entity.name} Entity")
    return field


def _all_of(entity: Entity, nodes: list[Any]) -> Predicate:
    parts = [part for part in (_node(entity, node) for node in nodes) if part]
    return lambda row: all(part(row) for part in parts)


def _node(entity: Entity, node: Any) -> Predicate | None:
    """The test for one node; None where it vanishes because its operator is unknown."""
    if not _is_group(node):
        return _condition(entity, node)
    if _get(node, "op") == "and":
        return _all_of(entity, _items(node))
    parts = [part for part in (_node(entity, item) for item in _items(node)) if part]
    return (lambda row: any(part(row) for part in parts)) if parts else None


def _condition(entity: Entity, node: Any) -> Predicate | None:
    operator, wanted = _get(node, "op"), _get(node, "value")
    if operator not in _OPERATORS:
        return None
    if _get(node, "udf"):
        return _custom(str(_get(node, "field")), operator, wanted)
    field = _known(entity, str(_get(node, "field") or ""))
    if operator in ("in", "notIn"):
        values = wanted if isinstance(wanted, list) else [wanted]
        wanted = frozenset(_comparable(value_for(field, each)) for each in values)
    elif operator not in ("exist", "notExist"):
        wanted = _comparable(value_for(field, wanted))
    test = _OPERATORS[operator]
    return lambda row: test(_comparable(row.get(field.name)), wanted)


def _custom(name: str, operator: str, wanted: Any) -> Predicate:
    """A condition on a user-defined field, whose values are text."""
    test = _OPERATORS[operator]
    values = wanted if isinstance(wanted, list) else [wanted]
    texts = [None if each is None else _comparable(str(each)) for each in values]
    target = frozenset(texts) if operator in ("in", "notIn") else next(iter(texts), None)

    def matches(row: Row) -> bool:
        held = {each["name"].lower(): each["value"] for each in row.get("userDefinedFields", ())}
        return test(_comparable(held.get(name.lower())), target)

    return matches


def _comparable(value: Any) -> Any:
    """Text compares without casing; moments compare as padded text, in time order."""
    if not isinstance(value, str):
        return value
    if _MOMENT.fullmatch(value):
        whole, _, fraction = value[:-1].partition(".")
        return f"{whole}.{fraction:0<3}"
    return value.lower()


def _both(test: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """A comparison with null on either side is never true, not even `noteq`."""
    return lambda held, wanted: held is not None and wanted is not None and test(held, wanted)


_OPERATORS: dict[Any, Callable[[Any, Any], bool]] = {
    "eq": _both(lambda held, wanted: bool(held == wanted)),
    "noteq": _both(lambda held, wanted: bool(held != wanted)),
    "gt": _both(lambda held, wanted: bool(held > wanted)),
    "gte": _both(lambda held, wanted: bool(held >= wanted)),
    "lt": _both(lambda held, wanted: bool(held < wanted)),
    "lte": _both(lambda held, wanted: bool(held <= wanted)),
    "beginsWith": _both(lambda held, wanted: str(held).startswith(str(wanted))),
    "endsWith": _both(lambda held, wanted: str(held).endswith(str(wanted))),
    "contains": _both(lambda held, wanted: str(wanted) in str(held)),
    "exist": lambda held, _wanted: held is not None,
    "notExist": lambda held, _wanted: held is None,
    "in": lambda held, wanted: held is not None and held in wanted,
    "notIn": lambda held, wanted: held is not None and held not in wanted,
}
