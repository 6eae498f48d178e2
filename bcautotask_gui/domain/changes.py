"""What changed in the database, in the words of those who hear of it and did not do it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class ChangeKind(StrEnum):
    """What a change is about; a value is one word, because it travels between applications."""

    RUN = "run"
    """A run: an attempt, a ticket of its own, a review."""
    TICKET = "ticket"
    """How a ticket stands, by Autotask's id."""
    CUSTOMER = "customer"
    """A customer's mapping; 0 stands for many."""
    SETTINGS = "settings"
    """The shared settings, or the picklists beside them."""
    NAMES = "names"
    """What tables and columns of Backupchecks are called; it counts after connecting again."""
    NEWEST = "newest"
    """There are new runs; the number is the highest run id."""
    VIEW = "view"
    """Whatever is in view may have changed; only comparing it tells."""
    EVERYTHING = "everything"
    """Nobody listened for a while, or what changed has no word yet."""


@dataclass(frozen=True)
class Change:
    """One thing that changed.

    Attributes:
        id: of the run, ticket or customer; 0 where there is none.
    """

    kind: ChangeKind
    id: int = 0

    def __str__(self) -> str:
        """The form in which it travels, such as "run 48213"."""
        return f"{self.kind.value} {self.id}"

    @classmethod
    def read(cls, text: str) -> Self:
        """What a text of this form stands for; a newer version's unknown word is everything."""
        kind, _, number = text.partition(" ")
        if kind in _KNOWN and number.isascii() and number.isdecimal():
            return cls(ChangeKind(kind), int(number))
        return cls(ChangeKind.EVERYTHING)


_KNOWN = frozenset(ChangeKind)
_SUBJECTS = (
    (re.compile(r"run (\d+)"), ChangeKind.RUN),
    (re.compile(r"customer (\d+)"), ChangeKind.CUSTOMER),
    (re.compile(r"\d+ mappings()"), ChangeKind.CUSTOMER),
    (re.compile(r"(?:settings|reference data|database \d+)()"), ChangeKind.SETTINGS),
    (re.compile(r"name of \S+()"), ChangeKind.NAMES),
)


def change_of(subject: str) -> Change:
    """What an entry of the trail changed.

    A subject that nobody foresaw is everything: being read once too often does no harm, not being
    heard of would.

    Args:
        subject: as in the trail, such as "run 48213".
    """
    for form, kind in _SUBJECTS:
        found = form.fullmatch(subject)
        if found:
            return Change(kind, int(found[1] or 0))
    return Change(ChangeKind.EVERYTHING)
