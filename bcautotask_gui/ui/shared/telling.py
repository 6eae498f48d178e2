"""How the end of an act is told: to whom, and with which details to copy."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.errors import Failure, Kind

translate = QCoreApplication.translate


class OutcomePort(Protocol):
    """Whoever shows how the last act ended."""

    def tell(self, sentence: str, failure: Failure | None = None, correlation: str = "") -> None:
        """Show how it ended.

        Args:
            sentence: what is so; empty where the failure says it all.
            failure: what went wrong, or None.
            correlation: the id under which the log tells more.
        """


def as_failure(error: object) -> Failure:
    """The failure itself, or one that says no more of a foreign error than its kind."""
    if isinstance(error, Failure):
        return error
    return Failure(Kind.UNEXPECTED, detail=type(error).__name__)


def sentence_of(failure: Failure) -> str:
    """What happened and what to do about it, in one line."""
    return f"{failure.happened} {failure.advice}".strip()


def details_of(failure: Failure, correlation: str = "") -> str:
    """What Copy details copies: sentence, original text, and the id under which it is logged."""
    parts = [sentence_of(failure), failure.detail]
    if correlation:
        parts.append(translate("Telling", "Correlation id: {id}").format(id=correlation))
    return "\n".join(part for part in parts if part)
