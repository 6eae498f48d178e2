"""Records what an attempt does, each step with its entry in the trail."""

from dataclasses import dataclass

from bcautotask_gui.domain.audit import Act, AuditEvent
from bcautotask_gui.domain.ports import ResolutionStore
from bcautotask_gui.domain.resolution import (
    Resolution,
    ResolutionPlan,
    ResolutionState,
    StepKind,
    StepState,
)
from bcautotask_gui.domain.ticket_notes import NotesSeen
from bcautotask_gui.services.acts import Actor


@dataclass(frozen=True)
class ResolutionRecord:
    """Moves attempts on; raises `Failure` where the store does."""

    store: ResolutionStore
    actor: Actor

    def begin(self, plan: ResolutionPlan) -> Resolution:
        """Begins an attempt, the only open one on its ticket.

        Raises:
            Failure: DISABLED, STALE, TICKET_WORKED_ON.
        """
        event = self._event(Act.RESOLUTION_BEGUN, plan, f"{plan.purpose.value}, {plan.number}")
        return self.store.begin(plan, self.actor.instance, event)

    def seen(self, attempt: Resolution, before: NotesSeen, status: str) -> Resolution:
        """The ticket was read."""
        event = self._event(Act.RESOLUTION_LOOKED, attempt.plan, status)
        return self.store.seen(attempt, before, event)

    def counted(self, attempt: Resolution, kind: StepKind, count: int) -> Resolution:
        """Time entries were counted."""
        event = self._event(Act.RESOLUTION_LOOKED, attempt.plan, f"{count} time entries")
        return self.store.add(attempt, kind, StepState.DONE, event, value=count)

    def read_back(self, attempt: Resolution, count: int, what: str, *, is_kept: bool) -> Resolution:
        """The ticket was read after its status had been set."""
        event = self._event(Act.RESOLUTION_LOOKED, attempt.plan, what)
        state = StepState.DONE if is_kept else StepState.ABSENT
        return self.store.add(attempt, StepKind.READ_BACK, state, event, value=count)

    def there_already(
        self, attempt: Resolution, kind: StepKind, note_id: int | None = None
    ) -> Resolution:
        """What a step would write is there from an earlier attempt."""
        event = self._event(Act.RESOLUTION_LOOKED, attempt.plan, f"{kind.value} is there already")
        return self.store.add(attempt, kind, StepState.DONE, event, value=note_id)

    def sending(self, attempt: Resolution, kind: StepKind) -> Resolution:
        """A request goes out now."""
        act = Act.NOTE_SENDING if kind is StepKind.NOTE else Act.UPDATE_SENDING
        event = self._event(act, attempt.plan, kind.value)
        return self.store.add(attempt, kind, StepState.SENDING, event)

    def done(self, attempt: Resolution, note_id: int | None = None) -> Resolution:
        """The pending request was executed."""
        act = Act.NOTE_ADDED if _is_note(attempt) else Act.TICKET_UPDATED
        what = f"note id {note_id}" if note_id else _kind(attempt)
        event = self._event(act, attempt.plan, what)
        return self.store.decide(attempt, StepState.DONE, event, value=note_id)

    def not_done(
        self, attempt: Resolution, why: str, state: StepState = StepState.REFUSED
    ) -> Resolution:
        """The pending request was not executed."""
        act = Act.NOTE_NOT_ADDED if _is_note(attempt) else Act.TICKET_NOT_UPDATED
        event = self._event(act, attempt.plan, f"{_kind(attempt)}: {why}")
        return self.store.decide(attempt, state, event)

    def unknown(self, attempt: Resolution, why: str) -> Resolution:
        """Nobody knows whether the pending request was executed."""
        event = self._event(Act.TICKET_UNKNOWN, attempt.plan, f"{_kind(attempt)}: {why}")
        return self.store.decide(attempt, StepState.UNKNOWN, event)

    def taken_over(self, attempt: Resolution) -> Resolution:
        """The attempt is this workstation's from now on."""
        event = self.actor.event(
            Act.RESOLUTION_TAKEN_OVER,
            f"run {attempt.plan.run_id}",
            before=f"{attempt.operator} ({attempt.workstation})",
            after=attempt.plan.number,
            environment=attempt.plan.environment,
        )
        return self.store.take_over(attempt, self.actor.instance, event)

    def end(self, attempt: Resolution, state: ResolutionState, why: str) -> Resolution:
        """The attempt is over."""
        told = f"{state.value}: {why}" if why else state.value
        event = self._event(Act.RESOLUTION_ENDED, attempt.plan, told)
        return self.store.end(attempt, state, why, event)

    def _event(self, act: Act, plan: ResolutionPlan, after: str) -> AuditEvent:
        subject = f"run {plan.run_id}"
        return self.actor.event(act, subject, after=after, environment=plan.environment)


def _is_note(attempt: Resolution) -> bool:
    return attempt.pending is not None and attempt.pending.kind is StepKind.NOTE


def _kind(attempt: Resolution) -> str:
    return attempt.pending.kind.value if attempt.pending else ""
