"""How people are told what rooms without Qt have to say, and how the end of an act is told."""

from collections.abc import Mapping
from string import Formatter
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.sentences import Sentence, begun_small, recalled
from bcautotask_gui.ui.shared.numbers import number, short_decimal

translate = QCoreApplication.translate


# places of failures that hold words of ours, such as "the connection was cut"
OUR_WORDS = frozenset(
    {"what", "who", "whom", "why", "reason", "problem", "advice", "secret", "text"}
)


class OutcomePort(Protocol):
    """Whoever shows how the last act ended."""

    def tell(self, sentence: str, failure: Failure | None = None, correlation: str = "") -> None:
        """Show how it ended.

        Args:
            sentence: what is so; empty where the failure says it all.
            failure: what went wrong, or None.
            correlation: the id under which the log tells more.
        """


class OutcomeLine(OutcomePort, Protocol):
    """Whoever shows how the last act ended, and what is under way meanwhile."""

    def tell_running(self, sentence: str) -> None:
        """Show what is under way."""


def told(text: str) -> str:
    """A text of a room without Qt in the language of the window.

    A sentence is translated by its template, with its values filled in anew; any other text
    is translated where it is, word for word, one that is known, such as one read from a database.
    """
    if not text:
        return ""
    if isinstance(text, Sentence):
        return _FILL.vformat(translate("Domain", text.template), (), text.values)
    return translate("Domain", text)


class _Fill(Formatter):
    """Fills in values: sentences in the same language, numbers as the locale writes them."""

    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:
        """The value of a place; nothing where nobody gave one, so that wording never fails."""
        value = kwargs.get(str(key), "")
        is_plain = isinstance(value, str) and not isinstance(value, Sentence)
        return recalled(value) if is_plain and key in OUR_WORDS else value

    def format_field(self, value: Any, format_spec: str) -> str:
        """One value as text."""
        if format_spec == "small":
            return str(begun_small(told(value)))
        if isinstance(value, Sentence):
            return told(value)
        if format_spec == "," and isinstance(value, int):
            return number(value)
        if format_spec == "g" and isinstance(value, float):
            return short_decimal(value)
        return str(super().format_field(value, "" if value == "" else format_spec))


_FILL = _Fill()


def as_failure(error: object) -> Failure:
    """The failure itself, or one that says no more of a foreign error than its kind."""
    if isinstance(error, Failure):
        return error
    return Failure(Kind.UNEXPECTED, detail=type(error).__name__)


def sentence_of(failure: Failure) -> str:
    """What happened and what to do about it, in one line."""
    return f"{told(failure.happened)} {told(failure.advice)}".strip()


def details_of(failure: Failure, correlation: str = "") -> str:
    """What Copy details copies: sentence, original text, and the id under which it is logged."""
    parts = [sentence_of(failure), failure.detail]
    if correlation:
        parts.append(translate("Telling", "Correlation id: {id}").format(id=correlation))
    return "\n".join(part for part in parts if part)
