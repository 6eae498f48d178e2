"""Whatever somebody types or pastes as the number of a ticket: one form of it, or a sentence."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bcautotask_gui.domain.ticket_numbers import (
    LONGEST_NUMBER,
    normalised_number,
    number_in,
    problem_of_number,
)
from tests.fuzz.foreign import TEXTS, judge, searching

PIECES = st.sampled_from(
    ["T", "t", "20261123", ".", "0001", "1", ".002", " ", "\u00a0", "#", "(", ")", "\x00",
     "\u200b", "２０２６１１２３", "．", "٢٠٢٦١١٢٣", "T20261123.0001", "\u0301", "ﬁ", "\ud800"]  # noqa: RUF001
)  # fmt: skip
TYPED = st.one_of(TEXTS, st.lists(PIECES, max_size=8).map("".join))


@searching(300)
@given(TYPED)
@example("2026112٣.0001")
@example("T" + "1" * 5000)
def test_a_number_has_one_form_or_a_problem(typed: str) -> None:
    number = normalised_number(typed)
    problem = problem_of_number(typed)
    judge((number, problem))
    assert normalised_number(number) == number
    assert bool(problem) is not (0 < len(number) <= LONGEST_NUMBER)
    assert "\n" not in number


@searching(300)
@given(TYPED)
@example("00000000.\u0660")
def test_a_number_inside_a_text_is_autotasks_or_none(typed: str) -> None:
    found = number_in(typed)
    judge(found)
    if found:
        assert found.isascii()
        assert found.startswith("T")
        assert number_in(found) == found
