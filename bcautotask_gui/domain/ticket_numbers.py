"""Ticket numbers as people type and paste them."""

import re
import unicodedata

from bcautotask_gui.domain.sentences import say

LONGEST_NUMBER = 50

_WHOLE = re.compile(r"T?([0-9]{8})\.([0-9]{1,6})((?:\.[0-9]{1,6})?)", re.IGNORECASE)
_INSIDE = re.compile(r"(?<![\w.])T[0-9]{8}\.[0-9]{4,6}(?:\.[0-9]{1,6})?(?![\w])", re.IGNORECASE)
_AROUND = " #:;,.()[]{}<>\"'"


def normalised_number(text: str) -> str:
    """A number in one form, so that the same ticket is the same text.

    Autotask writes a T, the date, and a counter of at least four digits; tickets of a series
    carry a second counter. What looks otherwise stays as it is, without spaces around it.
    """
    plain = _plain(text)
    autotask = _WHOLE.fullmatch(plain.replace(" ", ""))
    if autotask is None:
        return plain
    date, counter, series = autotask.groups()
    return f"T{date}.{counter:0>4}{series}"


def same_number(one: str, other: str) -> bool:
    """Whether two texts are the number of one ticket, whoever wrote them."""
    return normalised_number(one) == normalised_number(other)


def number_in(text: str) -> str:
    """The number that a text is, or holds, in Autotask's form; empty where there is none."""
    plain = _plain(text)
    if _WHOLE.fullmatch(plain.replace(" ", "")):
        return normalised_number(plain)
    inside = _INSIDE.search(plain)
    return normalised_number(inside.group()) if inside else ""


def problem_of_number(text: str) -> str:
    """Why a text cannot be kept as a ticket number; empty where it can."""
    number = normalised_number(text)
    if not number:
        return say("Type the number of the ticket.")
    if len(number) > LONGEST_NUMBER:
        return say(
            "A ticket number has at most {longest_number} characters.",
            longest_number=LONGEST_NUMBER,
        )
    return ""


def _plain(text: str) -> str:
    """One line without what copying leaves around a number: marks, odd spaces, wide digits."""
    composed = unicodedata.normalize("NFKC", text)
    shown = "".join(c if not unicodedata.category(c).startswith("C") else " " for c in composed)
    return " ".join(shown.split()).strip(_AROUND)
