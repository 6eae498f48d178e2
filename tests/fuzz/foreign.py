"""What other systems may send, and what may be made of it: a valid value, or a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from math import isfinite
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.full_ticket import FullTicket

SECRET, TRACKING_ID = "s3cret-never-shown", "TRACKING0NEVER0SHOWN0000000"
LARGEST = 2**63


def searching(by_itself: int = 250) -> settings:
    """How many examples a test tries: these by itself, those of the profile if asked.

    Args:
        by_itself: a few hundred for each kind of foreign data.
    """
    is_asked = settings.get_current_profile_name() == "thorough"
    return settings(
        max_examples=settings.default.max_examples if is_asked else by_itself,
        # a slow machine is no finding
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


NASTY = (
    "",
    " ",
    "\x00",
    "half \ud800 a character",
    "\udc80\udcff",
    "right \u202e to left",
    "-",
    "--5",
    "-5",
    "7.0",
    "1" * 400,
    "9223372036854775808",
    "٣",
    "²",
    "true",
    "29683560",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59.9999999-14:00",
    "2026-11-23T09:00:00Z",
    "2026-11-23",
    "20261123",
    "2026-W48-1",
    "infinity",
    "{0}{text}%s%n",
    "<!DOCTYPE html><html>",
    f"the secret {SECRET} in a sentence",
    f"https://{SECRET}@host.example/{TRACKING_ID}?x={SECRET}",
    "' OR 1=1; --",
)
ANY_CHARACTERS = st.text(st.characters(exclude_categories=()), max_size=24)
TEXTS = st.one_of(st.sampled_from(NASTY), ANY_CHARACTERS)
WHOLE = st.one_of(st.integers(-3, 300), st.integers(-(2**70), 2**70), st.just(10**400))
SCALARS = st.one_of(st.none(), st.booleans(), WHOLE, st.floats(), TEXTS)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)


@st.composite
def as_json(draw: st.DrawFn, value: st.SearchStrategy[Any]) -> bytes:
    """A value as a server may write it, now and then cut, doubled or with a mark in front."""
    written = json.dumps(draw(value), ensure_ascii=draw(st.booleans()))
    content = written.encode("utf-8", "surrogatepass")
    harm = draw(st.integers(0, 30))
    if harm == 0:
        return content[: draw(st.integers(0, len(content)))]
    if harm == 1:
        return b"\xef\xbb\xbf" + content
    return content + content if harm == 2 else content


def judged(work: Callable[[], object]) -> object:
    """Does the work; its result can be kept and shown, or it fails with a sentence.

    Whatever else it raises fails the test.
    """
    try:
        result = work()
    except Failure as failure:
        judge_failure(failure)
        return None
    judge(result)
    return result


def judge_failure(failure: Failure) -> None:
    """It has a sentence, and nobody learns a secret from it."""
    assert failure.happened.strip(), failure.kind
    told = "\n".join((str(failure), repr(failure), failure.detail, failure.field))
    assert SECRET not in told, told
    assert TRACKING_ID not in told, told
    judge(told)


def judge(value: object) -> None:
    """Asserts that a database and a window can take a value, all the way down."""
    if isinstance(value, Enum | None | bool):
        return
    if isinstance(value, str):
        assert "\x00" not in value, repr(value)
        value.encode("utf-8")
    elif isinstance(value, int):
        assert -LARGEST <= value < LARGEST, value
    elif isinstance(value, float):
        assert isfinite(value), value
    elif isinstance(value, datetime):
        assert value.tzinfo is not None, value
    elif isinstance(value, Failure):
        judge_failure(value)
    else:
        _judge_parts(value)


def _judge_parts(value: object) -> None:
    if isinstance(value, FullTicket):
        judge((value.ticket, value.resolution))  # its fields are sent back as they came
    elif is_dataclass(value):
        for field in fields(value):
            judge(getattr(value, field.name))
    elif isinstance(value, Mapping):
        judge(tuple(value.items()))
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            judge(each)
