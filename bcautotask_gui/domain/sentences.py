"""Sentences made in rooms without Qt: English as they stand, still open to another language."""

from collections.abc import Mapping
from enum import Enum


class Sentence(str):
    """English words that remember the template and the values that they were made from.

    Wherever text is wanted it is the English text, so that logs, the trail and tests stay as
    they are. The window translates the template and fills the values in anew.

    Attributes:
        template: with `{name}` places; empty for a text that needs no translation.
        values: what fills the places; sentences among them are translated too.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(
        cls, text: str, template: str = "", values: Mapping[str, object] | None = None
    ) -> "Sentence":
        """Remember what the text was made from."""
        made = super().__new__(cls, text)
        made.template = template or text
        made.values = values or {}
        return made


def say(template: str, /, **values: object) -> Sentence:
    """A sentence for a person.

    Args:
        template: a literal with `{name}` places, so that it is found for translation.
        values: what fills the places.
    """
    return Sentence(template.format(**values), template, values)


def word(member: Enum) -> Sentence:
    """The word of a table that people see; its members are translated word by word."""
    return Sentence(str(member.value))


def recalled(text: str) -> Sentence:
    """A sentence that was stored as text; it is translated where it is one of ours."""
    return Sentence(text)


def begun_small(sentence: str) -> str:
    """A sentence as the middle of another one, also where that is told in another language."""
    is_name = sentence.startswith("Autotask ")
    text = sentence if is_name else sentence[:1].lower() + sentence[1:]
    return Sentence(text.rstrip("."), "{sentence:small}", {"sentence": sentence})


def listed(*parts: str, between: str = " ") -> Sentence:
    """Several texts as one; each is translated for itself.

    Args:
        parts: sentences, or texts that need no translation; empty ones are left out.
        between: what stands between two.
    """
    there = [part for part in parts if part]
    values = {f"part{place}": part for place, part in enumerate(there)}
    template = between.join(f"{{{name}}}" for name in values)
    return Sentence(between.join(there), template, values)
