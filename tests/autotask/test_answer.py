from __future__ import annotations

import pytest

from bcautotask_gui.autotask.answer import Answer, positive, read
from bcautotask_gui.logs import redact


def answered(body: bytes = b"", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return read("host", "Tickets", 500, named, body)


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry_after": "17"}, 17.0),
        ({"retry_after": " 0 "}, 0.0),
        (
            {
                "retry_after": "Mon, 23 Nov 2026 09:00:30 GMT",
                "date": "Mon, 23 Nov 2026 09:00:00 GMT",
            },
            30.0,
        ),
        (
            {
                "retry_after": "Mon, 23 Nov 2026 08:00:00 GMT",
                "date": "Mon, 23 Nov 2026 09:00:00 GMT",
            },
            0.0,
        ),
        ({"retry_after": "Mon, 23 Nov 2026 09:00:30 GMT"}, None),
        ({"retry_after": "-5"}, None),
        ({"retry_after": "1.5"}, None),
        ({"retry_after": "inf"}, None),
        ({"retry_after": "soon"}, None),
        ({}, None),
    ],
)
def test_a_wait_is_read_in_seconds_or_as_a_date(
    headers: dict[str, str], wait: float | None
) -> None:
    assert answered(**headers).wait == wait


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        (b'{"errors":["One.","Two."]}', ("One.", "Two.")),
        (b'{"Errors":[" One. "]}', ("One.",)),
        (b'\xef\xbb\xbf{"errors":["One."]}', ("One.",)),
        (b'{"errors":[null,1,{"m":"x"},"","One."]}', ("One.",)),
        (b'{"errors":"One."}', ()),
        (b'["errors"]', ()),
        (b'{"errors":["One."', ()),
    ],
)
def test_only_a_list_of_sentences_counts_as_errors(body: bytes, errors: tuple[str, ...]) -> None:
    assert answered(body).errors == errors


@pytest.mark.parametrize(
    ("body", "content_type", "is_page"),
    [
        (b"<!DOCTYPE html>", "", True),
        (b"\r\n <HTML>", "application/json", True),
        (b"Sign in", "text/html; charset=utf-8", True),
        (b'{"a":"<html>"}', "application/json", False),
        (b"", "", False),
    ],
)
def test_a_page_is_known_by_its_type_or_its_start(
    body: bytes, content_type: str, is_page: bool
) -> None:
    assert answered(body, content_type=content_type).is_page is is_page


@pytest.mark.parametrize(
    ("value", "found"),
    [(7, 7), ("7", 7), (0, None), (-7, None), (True, None), (7.0, None), ("", None), (None, None)],
)
def test_an_id_is_a_whole_number_above_zero(value: object, found: int | None) -> None:
    assert positive(value) == found


def test_the_words_are_sentences_then_a_message_then_the_body() -> None:
    assert answered(b'{"errors":["One."],"Message":"M"}').words == "One."
    assert answered(b'{"Message":"M"}').words == "M"
    assert answered(b"plain").words == "plain"


def test_what_no_database_takes_is_left_out_of_what_was_said() -> None:
    body = rb'{"errors": ["a\u0000b", "half \ud800 a character", "\u0000"]}'
    answer = read("host", "Tickets", 500, {}, body)
    assert answer.errors == ("ab", "half ? a character")


def test_an_id_beyond_64_bits_is_no_id() -> None:
    assert read("host", "Tickets", 200, {}, b'{"itemId": 9223372036854775807}').item_id
    assert read("host", "Tickets", 200, {}, b'{"itemId": 9223372036854775808}').item_id is None


def test_a_secret_that_the_cut_would_halve_is_left_out_whole() -> None:
    redact("cut-me-not-in-half")
    body = b"x" * 3990 + b"cut-me-not-in-half" + b"y" * 5000
    assert "cut-me" not in read("host", "Tickets", 500, {}, body).text
