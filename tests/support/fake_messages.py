"""A door for messages that remembers what passed, and answers when a test says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Then


@dataclass(frozen=True)
class Question:
    title: str
    sentence: str
    yes_text: str
    then: Then


class FakeMessages:
    """Opens nothing; `answer_yes` answers the last question."""

    def __init__(self) -> None:
        self.questions: list[Question] = []
        self.told: list[tuple[str, str, str]] = []
        self.opened: list[str] = []
        self.copied: list[str] = []

    def ask(
        self, title: str, sentence: str, yes_text: str, then: Then, *, loses: bool = False
    ) -> None:
        self.questions.append(Question(title, sentence, yes_text, then))

    def tell(self, title: str, sentence: str, details: str = "") -> None:
        self.told.append((title, sentence, details))

    def open_url(self, url: str) -> None:
        self.opened.append(url)

    def copy(self, text: str) -> None:
        self.copied.append(text)

    def answer_yes(self) -> None:
        self.questions.pop().then()
