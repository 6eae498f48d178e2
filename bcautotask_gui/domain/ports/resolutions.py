"""What the services need of the store of resolutions and their steps."""

from datetime import datetime
from typing import Protocol

from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.resolution import (
    Resolution,
    ResolutionPlan,
    ResolutionState,
    StepKind,
    StepState,
)
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_notes import NotesSeen


class ResolutionStore(Protocol):
    """Attempts to resolve tickets; every transition is a compare-and-set in one transaction.

    A transition of an attempt that somebody else moved on, or that has ended, raises `Failure`
    STALE.
    """

    def now(self) -> datetime:
        """The database's time, aware, UTC; all spans are judged by it."""

    def begin(self, plan: ResolutionPlan, instance: Instance, event: AuditEvent) -> Resolution:
        """Begins an attempt, the only open one on its ticket.

        Re-reads the settings version, whether the run still has the ticket, and whether somebody
        worked on the ticket since the plan was shown.

        Raises:
            Failure: DISABLED, STALE, TICKET_WORKED_ON.
        """

    def seen(self, attempt: Resolution, before: NotesSeen, event: AuditEvent) -> Resolution:
        """Records that the ticket was read, and how its notes stood."""

    def add(
        self,
        attempt: Resolution,
        kind: StepKind,
        state: StepState,
        event: AuditEvent,
        *,
        value: int | None = None,
    ) -> Resolution:
        """Records a new step; SENDING stamps the database's time."""

    def decide(
        self,
        attempt: Resolution,
        state: StepState,
        event: AuditEvent,
        *,
        value: int | None = None,
    ) -> Resolution:
        """Records what became of the pending step; why is told by the event."""

    def looked(self, attempt: Resolution, asked_at: datetime) -> Resolution:
        """Counts a look-up that proved that the pending step's note is not there."""

    def end(
        self, attempt: Resolution, state: ResolutionState, reason: str, event: AuditEvent
    ) -> Resolution:
        """Ends an attempt of which nothing is pending; others may begin."""

    def take_over(self, attempt: Resolution, instance: Instance, event: AuditEvent) -> Resolution:
        """Makes this instance the owner of an attempt that another left behind."""

    def attempts(self, environment: Environment, ticket_id: int) -> tuple[Resolution, ...]:
        """All attempts on a ticket, the newest first."""

    def open_attempts(self, environment: Environment) -> tuple[Resolution, ...]:
        """All attempts that have not ended."""
