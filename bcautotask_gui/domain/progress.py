"""How far a long task has come."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """One report of a long task.

    Attributes:
        done: units finished so far.
        total: units in all, or None where nobody knows.
        what: what is being done, in words for the status bar.
    """

    done: int
    total: int | None
    what: str
