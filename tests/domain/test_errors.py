"""Every failure has a sentence that can be read, whatever is known about it."""

import re
from string import Formatter
from typing import Any

import pytest

from bcautotask_gui.domain.errors import WORDS, Failure, Kind

PLACES = {
    kind: {
        name
        for text in (words.happened, words.advice)
        for _, name, _, _ in Formatter().parse(text)
        if name is not None
    }
    for kind, words in WORDS.items()
}
COUNTS = {"used", "allowed", "length", "limit"}
CARRIES_ITS_OWN_SENTENCE = {Kind.BLOCKED, Kind.INVALID_SETTINGS}
UNWELCOME = re.compile(r"!|\bplease\b|\boops\b|error occurred|\bsorry\b", re.IGNORECASE)


def test_every_kind_has_its_words() -> None:
    assert set(WORDS) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_a_failure_about_which_nothing_is_known_can_still_be_read(kind: Kind) -> None:
    text = str(Failure(kind))
    assert "{" not in text
    assert "}" not in text
    assert "None" not in text
    assert bool(text) == (kind not in CARRIES_ITS_OWN_SENTENCE)


@pytest.mark.parametrize("kind", Kind)
def test_a_failure_tells_everything_that_is_known_about_it(kind: Kind) -> None:
    known: dict[str, Any] = {
        name: 9_800 if name in COUNTS else f"<{name}>" for name in PLACES[kind] if name != "field"
    }
    text = str(Failure(kind, field="<field>", **known))
    for name in PLACES[kind]:
        assert ("9,800" if name in COUNTS else f"<{name}>") in text


@pytest.mark.parametrize("kind", Kind)
def test_a_failure_speaks_in_whole_plain_sentences(kind: Kind) -> None:
    words = WORDS[kind]
    for text in (words.happened, words.advice):
        assert not UNWELCOME.search(text)
        assert text == text.strip()
        assert text == "" or text.endswith((".", "}"))


def test_a_failure_reads_as_what_happened_and_what_to_do() -> None:
    failure = Failure(Kind.UNREACHABLE, host="webservices19")
    assert failure.happened == (
        "Autotask could not be reached (no connection to webservices19). Nothing was sent."
    )
    assert failure.advice == "Try again when you are online."
    assert str(failure) == f"{failure.happened} {failure.advice}"


def test_a_failure_without_advice_ends_with_what_happened() -> None:
    assert str(Failure(Kind.BLOCKED, reason="Map the customer.")) == "Map the customer."


def test_a_failure_keeps_the_original_text_apart_from_its_sentence() -> None:
    failure = Failure(Kind.SERVER, "<html>trace</html>", status=500)
    assert failure.detail == "<html>trace</html>"
    assert "trace" not in str(failure)


def test_braces_in_what_autotask_said_are_told_word_for_word() -> None:
    assert '"{job_id} {0} %s"' in str(Failure(Kind.PERMISSION, text="{job_id} {0} %s"))


def test_a_failure_names_its_field() -> None:
    failure = Failure(Kind.REQUIRED, field="queueID", text="queueID is required")
    assert failure.field == "queueID"
    assert "Set queueID in Settings" in failure.advice


def test_a_change_meanwhile_says_who_made_it_and_to_look_again() -> None:
    text = str(Failure(Kind.STALE, what="The environment", who="S. Bakker"))
    assert text == (
        "The environment: no longer as shown, so nothing was done. "
        "Changed by S. Bakker while you looked. Look again."
    )
