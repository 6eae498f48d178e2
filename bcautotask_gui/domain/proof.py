"""What a test ticket showed of an Autotask database: which status completes, what updates spare.

Which status stamps a ticket as completed differs between tenants and cannot be told from its label
(contract section 5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Proof:
    """One test ticket, read back after each update.

    Attributes:
        database_id: the Autotask database that it was made in.
        status: the status that was set.
        status_label: Autotask's word for it at that time.
        sets_completed: whether Autotask then stamped completedDate.
        sets_resolved: whether it stamped resolvedDateTime.
        changed: fields that an update changed although it should not have, by their names on the
            wire.
        number: the test ticket, as people call it.
        proven_at: aware, UTC.
        proven_by: who made it.
    """

    database_id: int
    status: int
    status_label: str
    sets_completed: bool
    sets_resolved: bool
    changed: tuple[str, ...]
    number: str
    proven_at: datetime
    proven_by: str

    @property
    def completes(self) -> bool:
        """Whether the status sets both dates."""
        return self.sets_completed and self.sets_resolved


def proof_of(proofs: Sequence[Proof], database_id: int | None, status: int | None) -> Proof | None:
    """The newest proof of a status in a database; what another database showed proves nothing."""
    fitting = (each for each in proofs if (each.database_id, each.status) == (database_id, status))
    return max(fitting, key=lambda each: each.proven_at, default=None)
