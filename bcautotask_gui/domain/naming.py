"""Names that an admin gave to tables and columns of Backupchecks which are called otherwise."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bcautotask_gui.domain.sentences import say

# what the fingerprint of a report is made from, with the tables that it lies in
_TELL_APART = frozenset(
    {
        "runs", "runs.run_at", "runs.external_id", "runs.source_type", "runs.mail_id",
        "jobs", "jobs.name", "jobs.software", "mails", "mails.from_address",
    }
)  # fmt: skip
# what every engine takes as a name without quotes; nothing else is ever a name here
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,62}")


@dataclass(frozen=True)
class GivenNames:
    """All of them; every version ever saved stays.

    Attributes:
        version: grows by one with each save; 0 before the first.
        names: the name over there by our word for it, such as "runs" or "runs.ticket_id".
        saved_by: who saved this version.
    """

    version: int = 0
    names: Mapping[str, str] = field(default_factory=dict)
    saved_by: str = ""

    def of(self, table: str, column: str = "") -> str:
        """The name that was given, or empty.

        Args:
            table: our word for the table.
            column: our word for the column, or empty for the table itself.
        """
        return self.names.get(word_of(table, column), "")

    def changed(self, word: str, name: str) -> Mapping[str, str]:
        """These names with another one; an empty name takes the given one back."""
        others = {key: value for key, value in self.names.items() if key != word}
        return {**others, word: name} if name else others


@dataclass(frozen=True)
class NameChoice:
    """What can be chosen for one table or column.

    Attributes:
        word: our word for it.
        usual: the names that are looked for by themselves, in order.
        given: the name that an admin gave, or empty.
        names: what is there and could be meant, sorted.
        version: that of the names it was read with.
    """

    word: str
    usual: tuple[str, ...]
    given: str
    names: tuple[str, ...]
    version: int


def word_of(table: str, column: str = "") -> str:
    """Our word for a table or a column, as names are kept by it."""
    return f"{table}.{column}" if column else table


def tells_reports_apart(word: str) -> bool:
    """Whether another name can give every report another fingerprint."""
    return word in _TELL_APART


def problem_of_name(name: str, there: Collection[str]) -> str:
    """Why a name cannot be used, or empty.

    Args:
        name: as chosen; empty takes a given name back, which is always possible.
        there: the names in the database that could be meant.
    """
    if name and not _IDENTIFIER.fullmatch(name):
        return say('"{name}" is no plain name: letters, digits and underscores only.', name=name)
    if name and name not in there:
        return say(
            '"{name}" is not in the database, or holds something of another kind.', name=name
        )
    return ""
