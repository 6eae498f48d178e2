"""Marking runs as reviewed, and what is needed to take it back."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Review:
    """What one act marked as reviewed.

    Attributes:
        run_ids: the runs that it changed; those that were reviewed before are not among them.
        at: the stamp that was written, as Backupchecks stores it.
        by: the Backupchecks account that was written, or None where none could be.
    """

    run_ids: tuple[int, ...]
    at: datetime
    by: int | None = None
