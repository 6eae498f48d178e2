import pytest

from bcautotask_gui.domain.ticket_numbers import normalised_number, number_in, problem_of_number


@pytest.mark.parametrize(
    "typed",
    [
        "T20261123.0042",
        "t20261123.0042",
        "20261123.0042",
        " T20261123.0042\n",
        "#T20261123.0042",
        "T 20261123.0042",
        "T20261123.42",
        "(T20261123.0042)",
        "T20261123\u200b.0042",
        "\uff3420261123.0042",
    ],
)
def test_a_number_has_one_form_however_it_is_typed(typed: str) -> None:
    assert normalised_number(typed) == "T20261123.0042"
    assert number_in(typed) == "T20261123.0042"


def test_a_ticket_of_a_series_keeps_its_second_counter() -> None:
    assert normalised_number("t20200924.0046.051") == "T20200924.0046.051"


def test_a_counter_above_four_digits_stays_whole() -> None:
    assert normalised_number("T20261123.10042") == "T20261123.10042"


@pytest.mark.parametrize("text", ["HV01", "20261123", "disk 2026.11", "", "T2026112.0042"])
def test_words_are_no_number(text: str) -> None:
    assert number_in(text) == ""


def test_a_number_is_found_in_a_pasted_line() -> None:
    assert number_in("RE: Ticket T20261123.0042: disk full") == "T20261123.0042"


def test_what_is_no_number_of_autotask_is_kept_as_typed() -> None:
    assert normalised_number("  INC  0042 ") == "INC 0042"


def test_an_empty_or_endless_text_is_no_number_to_keep() -> None:
    assert problem_of_number(" \t") == "Type the number of the ticket."
    assert "50" in problem_of_number("9" * 51)
    assert problem_of_number("9" * 50) == ""


def test_digits_of_other_scripts_are_no_number_of_autotasks() -> None:
    assert number_in("T20261123.\u0661\u0662\u0663\u0664") == ""
    assert normalised_number("20261123.\u0660") == "20261123.\u0660"
