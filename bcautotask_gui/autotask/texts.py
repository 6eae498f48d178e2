"""Texts of others as they may be kept and shown: whole characters, no NUL, no secret."""

from bcautotask_gui.logs import cleaned


def kept(text: str) -> str:
    """The text without NUL, which no database takes, and without halves of characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def told(text: str) -> str:
    """What somebody else said, for people and logs: what may be kept of it, without secrets."""
    return kept(cleaned(text))
