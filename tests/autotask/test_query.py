from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcautotask_gui.autotask.query import (
    Condition,
    Filter,
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


def test_one_user_defined_field_is_compared_and_two_are_not() -> None:
    one = Condition(Op.EQ, "Backup Product", "Veeam", udf=True)
    assert one.wire()["udf"] is True
    with pytest.raises(ValueError, match="one user-defined"):
        body([one, one], [])


LEAVES: st.SearchStrategy[Filter] = st.one_of(
    st.builds(eq, st.sampled_from(["id", "companyID"]), st.integers(0, 2**31 - 1)),
    st.builds(begins_with, st.just("externalID"), st.text(max_size=50)),
    st.builds(in_, st.just("id"), st.lists(st.integers(0, 2**53), min_size=1, max_size=5)),
    st.builds(exist, st.just("id")),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda items: any_of(*items)),
        st.lists(inner, min_size=1, max_size=3).map(lambda items: all_of(*items)),
    ),
    max_leaves=8,
)


@given(TREES)
def test_whatever_can_be_written_is_understood(tree: Filter) -> None:
    parse(TICKET, body([tree], ["title"]))
