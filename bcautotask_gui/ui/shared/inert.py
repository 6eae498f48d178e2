"""Texts from outside, such as names in reports, made so that they can only be read."""

import re
from html import escape

# control characters save tab and line end, and those that turn the reading direction of what
# follows them: behind one a sentence of ours would read backwards, and ".exe" like ".txt"
_ACTIVE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def inert(text: str) -> str:
    """The text without the characters that act instead of being read."""
    if text.isascii() and text.isprintable():
        return text
    return _ACTIVE.sub("", text.replace("\r\n", "\n"))


def plain_tip(text: str) -> str:
    """A text for a tooltip: Qt would read one that looks like markup, and load its pictures."""
    text = inert(text)
    if "<" not in text and "&" not in text:
        return text
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>")
