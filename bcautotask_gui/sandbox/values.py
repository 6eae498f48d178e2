"""Turns what a body or a filter says into the value of a field."""

from typing import Any

from bcautotask_gui.sandbox import dates
from bcautotask_gui.sandbox.answers import RefusedError
from bcautotask_gui.sandbox.fields import Field

INT32 = 2**31 - 1


def value_for(field: Field, given: Any) -> Any:
    """The value that a field holds for what was sent.

    Raises:
        RefusedError: where the kind does not fit, in the words of Autotask's JSON reader.
    """
    if given is None:
        return None
    try:
        return _READERS[field.kind](field, given)
    except (ValueError, TypeError, OverflowError):
        start = str(given).strip()[:1].lower()
        raise RefusedError(
            f"Unexpected character encountered while parsing value: {start}. Path '{field.name}'."
        ) from None


def _whole(field: Field, given: Any) -> int:
    if isinstance(given, bool) or (isinstance(given, float) and not given.is_integer()):
        raise TypeError
    number = int(given)
    if field.kind == "integer" and abs(number) > INT32:
        raise OverflowError
    return number


def _decimal(_field: Field, given: Any) -> float:
    if isinstance(given, bool):
        raise TypeError
    return float(given)


def _boolean(_field: Field, given: Any) -> bool:
    if given in (True, False) and isinstance(given, bool):
        return given
    if isinstance(given, str) and given.lower() in ("true", "false"):
        return given.lower() == "true"
    raise TypeError


def _text(_field: Field, given: Any) -> str:
    if isinstance(given, (dict, list)):
        raise TypeError
    return str(given)


def _moment(_field: Field, given: Any) -> str:
    if not isinstance(given, str):
        raise TypeError
    return dates.wire(dates.read(given))


_READERS = {
    "integer": _whole,
    "long": _whole,
    "double": _decimal,
    "boolean": _boolean,
    "string": _text,
    "datetime": _moment,
}
