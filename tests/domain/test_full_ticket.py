"""What differs between two readings of a ticket, and how our text joins a colleague's."""

from typing import Any

import pytest

from bcautotask_gui.domain.full_ticket import (
    FullTicket,
    TicketChange,
    differences,
    has_text,
    with_text,
)
from tests.domain.samples import a_ticket

WRITABLE = frozenset({"title", "estimatedHours", "userDefinedFields", "firstResponseDateTime"})


def a_reading(**fields: Any) -> FullTicket:
    return FullTicket(a_ticket(), "", fields, WRITABLE)


@pytest.mark.parametrize(
    ("before", "after", "names"),
    [
        ({"title": "a"}, {"title": "a"}, ()),
        ({"title": "a"}, {"title": "b"}, ("title",)),
        ({"title": ""}, {"title": None}, ()),
        ({"estimatedHours": 0}, {"estimatedHours": None}, ("estimatedHours",)),
        ({"estimatedHours": 3.5}, {"estimatedHours": 3.50}, ()),
        ({"title": "a"}, {}, ("title",)),
        ({"title": ["a"]}, {"title": ["a"]}, ()),
        ({"title": ["a"]}, {"title": ["b"]}, ("title",)),
        ({"Title": "a"}, {"title": "a"}, ()),
        ({"lastActivityDate": 1}, {"lastActivityDate": 2}, ()),
        ({"firstResponseDateTime": None}, {"firstResponseDateTime": "now"}, ()),
        ({"createDate": 1}, {"createDate": 2}, ()),
        ({"completedDate": None}, {"completedDate": "now"}, ("completedDate",)),
    ],
)
def test_what_somebody_changed_is_named(
    before: dict[str, Any], after: dict[str, Any], names: tuple[str, ...]
) -> None:
    assert differences(a_reading(**before), a_reading(**after)) == names


def test_what_was_meant_to_change_is_left_aside() -> None:
    before, after = a_reading(title="a", estimatedHours=1), a_reading(title="b", estimatedHours=2)
    assert differences(before, after, frozenset({"Title"})) == ("estimatedHours",)


def test_user_defined_fields_compare_by_name() -> None:
    def named(*pairs: tuple[str, Any]) -> FullTicket:
        return a_reading(userDefinedFields=[{"name": n, "value": v} for n, v in pairs])

    assert differences(named(("A", "1"), ("B", None)), named(("B", ""), ("A", "1"))) == ()
    assert differences(named(("A", "1"), ("B", None)), named(("A", "1"))) == ()
    assert differences(named(("A", "1")), named(("A", "2"))) == ("userDefinedFields",)


def test_a_change_names_only_what_it_changes() -> None:
    assert TicketChange(resolution="x").names == {"resolution"}
    assert TicketChange(resolution="").names == {"resolution"}
    assert TicketChange(status=0).names == {"status"}
    assert TicketChange().names == frozenset()


def test_our_text_stands_below_a_colleagues() -> None:
    assert with_text("", "Ours.") == "Ours."
    assert with_text(" Theirs. ", "Ours.") == "Theirs.\n\nOurs."
    assert with_text("Theirs.\r\n\r\nOurs.", "Ours.") == "Theirs.\r\n\r\nOurs."


def test_a_text_is_found_whatever_became_of_its_line_ends() -> None:
    assert has_text("One\r\ntwo", "One two")
    assert not has_text("One", "One two")
