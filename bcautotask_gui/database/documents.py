"""Frozen dataclasses as JSON documents and back; what a newer version wrote is kept."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime, time
from enum import StrEnum
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_json(value: object, kept: str = "") -> str:
    """The document of a dataclass.

    Args:
        value: the dataclass.
        kept: the document that it replaces; keys in it that this version does not know stay.
    """
    document = _plain(value)
    if kept:
        document = _over(json.loads(kept), document)
    return json.dumps(document, ensure_ascii=False, sort_keys=True)


def from_json(kind: type[T], text: str) -> T:
    """The dataclass of a document; a field that the document lacks has its default."""
    made: T = _read(kind, json.loads(text))
    return made


def _over(old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        return {key: _over(old.get(key), new[key]) if key in new else old[key]
                for key in {**old, **new}}  # fmt: skip
    return new


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if isinstance(value, (datetime, time)):
        return value.isoformat()
    return value


def _read(kind: Any, value: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _read_dataclass(kind, value)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        key, each = arguments
        return {_read(key, name): _read(each, inside) for name, inside in value.items()}
    if origin is tuple:
        return tuple(_read(arguments[0], each) for each in value)
    if NoneType in arguments:
        return None if value is None else _read(arguments[0], value)
    if isinstance(kind, type) and issubclass(kind, (datetime, time)):
        return kind.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    return value


def _read_dataclass(kind: Any, value: Mapping[str, Any]) -> Any:
    hints = get_type_hints(kind)
    given = {
        each.name: _read(hints[each.name], value[each.name])
        for each in fields(kind)
        if each.name in value
    }
    made = kind(**given)
    for each in fields(kind):  # a mapping that lacks a key of the default gets it
        if each.default_factory is not MISSING and each.name in given:
            default = each.default_factory()
            if isinstance(default, Mapping):
                given[each.name] = {**default, **given[each.name]}
                made = kind(**given)
    return made
