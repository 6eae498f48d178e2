import json
import operator
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcautotask_gui.autotask import times
from bcautotask_gui.autotask.query import (
    Condition,
    Filter,
    Group,
    Op,
    all_of,
    any_of,
    begins_with,
    body,
    contains,
    eq,
    exist,
    gt,
    gte,
    in_,
    not_exist,
)
from bcautotask_gui.sandbox.entities import TICKET
from bcautotask_gui.sandbox.query import parse


def test_a_body_asks_for_full_pages_and_always_for_the_id() -> None:
    assert body([exist("id")], ["title"]) == {
        "MaxRecords": 500,
        "IncludeFields": ["id", "title"],
        "filter": [{"op": "exist", "field": "id"}],
    }


@pytest.mark.parametrize("value", [False, 0, ""])
def test_values_that_count_as_nothing_are_sent_all_the_same(value: object) -> None:
    assert eq("companyID", value).wire()["value"] is value  # type: ignore[arg-type]


def test_groups_nest_and_keep_their_order() -> None:
    tree = any_of(eq("id", 1), all_of(gt("id", 2), not_exist("title")))
    assert tree.wire() == {
        "op": "or",
        "items": [
            {"op": "eq", "field": "id", "value": 1},
            {
                "op": "and",
                "items": [
                    {"op": "gt", "field": "id", "value": 2},
                    {"op": "notExist", "field": "title"},
                ],
            },
        ],
    }


def test_a_time_is_sent_in_utc() -> None:
    since = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert gte("createDate", since).wire()["value"] == "2026-11-23T09:00:00Z"


@pytest.mark.parametrize("op", ["ne", "isnotnull", "noteExist", "beginsw", "=", "", "EQ"])
def test_an_operator_that_autotask_would_drop_cannot_be_written(op: str) -> None:
    with pytest.raises(ValueError, match="Op"):
        Condition(op, "id", 1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "build",
    [
        lambda: eq("id", None),  # type: ignore[arg-type]
        lambda: contains("title", None),  # type: ignore[arg-type]
        lambda: in_("id", []),
        lambda: in_("id", [1, None]),  # type: ignore[list-item]
        lambda: eq("id", float("nan")),
        lambda: eq("id", [1]),  # type: ignore[arg-type]
        lambda: eq("createDate", datetime(2026, 11, 23)),
        lambda: eq("", 1),
        lambda: eq("id; drop", 1),
        lambda: Condition(Op.EXIST, "id", 1),
        lambda: any_of(),
        lambda: body([], ["title"]),
        lambda: body([exist("id")], [], most=501),
        lambda: body([exist("id")], [], most=0),
    ],
)
def test_what_autotask_would_misunderstand_cannot_be_written(build) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=r"."):
        build()


def test_500_values_of_a_list_are_sent_and_501_are_not() -> None:
    assert body([in_("id", range(500))], [])
    with pytest.raises(ValueError, match="501 OR"):
        body([in_("id", range(501))], [])


def test_conditions_of_or_groups_count_together_with_lists() -> None:
    with pytest.raises(ValueError, match="OR conditions"):
        body([any_of(in_("id", range(499)), eq("id", 7), begins_with("title", "x"))], [])


# small ranges, so that filters and rows meet
NUMBERS = st.integers(0, 3)
WORDS = st.text("aAé[%_ ", max_size=3)
MOMENTS = st.datetimes(datetime(2026, 11, 23), datetime(2026, 11, 24), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "id": NUMBERS,
    "queueID": NUMBERS,
    "title": WORDS,
    "externalID": WORDS,
    "estimatedHours": st.integers(0, 3).map(float),
    "isVisibleToComanaged": st.booleans(),
    "createDate": MOMENTS,
}
TEXTS = ("title", "externalID")
COMPARED = (Op.EQ, Op.NOT_EQ, Op.GT, Op.GTE, Op.LT, Op.LTE)
SEARCHED = (Op.BEGINS_WITH, Op.ENDS_WITH, Op.CONTAINS)


@st.composite
def leaves(draw: st.DrawFn) -> Condition:
    name = draw(st.sampled_from(sorted(VALUES)))
    op = draw(st.sampled_from([each for each in Op if each not in SEARCHED or name in TEXTS]))
    if op in (Op.EXIST, Op.NOT_EXIST):
        return Condition(op, name)
    if op in (Op.IN, Op.NOT_IN):
        return Condition(op, name, tuple(draw(st.lists(VALUES[name], min_size=1, max_size=3))))
    return Condition(op, name, draw(VALUES[name]))


TREES = st.recursive(
    leaves(),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda items: any_of(*items)),
        st.lists(inner, min_size=1, max_size=3).map(lambda items: all_of(*items)),
    ),
    max_leaves=8,
)
ROWS = st.fixed_dictionaries({name: st.none() | each for name, each in VALUES.items()})


def holds(tree: Filter, row: dict[str, Any]) -> bool:
    """What a filter says of a row, by its own words; null is neither equal nor unequal."""
    if isinstance(tree, Group):
        return (any if tree.is_or else all)(holds(each, row) for each in tree.items)
    held = plain(row[tree.field])
    if tree.op in (Op.EXIST, Op.NOT_EXIST):
        return (held is not None) is (tree.op is Op.EXIST)
    if held is None:
        return False
    if isinstance(tree.value, tuple):
        return (held in map(plain, tree.value)) is (tree.op is Op.IN)
    return TESTS[tree.op](held, plain(tree.value))


def plain(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


TESTS: dict[Op, Callable[[Any, Any], bool]] = {
    Op.EQ: operator.eq,
    Op.NOT_EQ: operator.ne,
    Op.GT: operator.gt,
    Op.GTE: operator.ge,
    Op.LT: operator.lt,
    Op.LTE: operator.le,
    Op.BEGINS_WITH: str.startswith,
    Op.ENDS_WITH: str.endswith,
    Op.CONTAINS: operator.contains,
}


@given(TREES, ROWS)
def test_whatever_can_be_written_is_understood_to_the_letter(
    tree: Filter, row: dict[str, Any]
) -> None:
    sent = json.loads(json.dumps(body([tree], ["title"])))
    moment = row["createDate"]
    stored = row | {"createDate": times.written(moment) if moment else None}
    assert parse(TICKET, sent).matches(stored) is holds(tree, row)
