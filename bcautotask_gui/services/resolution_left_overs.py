"""What becomes of attempts that a crash or a lost answer left open: looked at until decided.

Nothing is written here. An attempt that did not come to its end is ended with what is known, and
a person decides whether to begin again; the note that is there is then taken over.
"""

from dataclasses import dataclass, field

from bcautotask_gui.domain.claim_ownership import ALIVE_WITHIN
from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import FullTicket
from bcautotask_gui.domain.lost_answers import (
    Verdict,
    cut_short,
    is_complete,
    note_verdict,
    proves_absence,
    recorded_notes,
    release_time,
    update_verdict,
)
from bcautotask_gui.domain.ports import Autotask, Instances, SettingsStore
from bcautotask_gui.domain.resolution import (
    Resolution,
    ResolutionState,
    Step,
    StepKind,
    StepState,
)
from bcautotask_gui.domain.resolution_ownership import reason_against_taking_over
from bcautotask_gui.domain.resolution_rules import (
    StatusVerdict,
    is_another_ticket,
    status_failure,
    status_verdict,
)
from bcautotask_gui.domain.resolution_shown import ResolutionOutcome
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.services.holding import AtWork
from bcautotask_gui.services.resolution_course import Tools

CRASHED = say("the application ended before the answer came")


@dataclass(frozen=True)
class LeftOvers:
    """Decides attempts of this profile that no job works on; others' are theirs."""

    tools: Tools
    instances: Instances
    settings: SettingsStore
    at_work: AtWork
    waits: Waits
    last_looks: dict[int, float] = field(default_factory=dict)

    def decide_all(self, autotask: Autotask) -> tuple[ResolutionOutcome, ...]:
        """Looks once at each attempt that is due.

        Returns:
            Those that came to their end.

        Raises:
            Failure: what kept Autotask or the database from answering.
        """
        environment = self.settings.read().environment
        # in this order: a job that begins in between is at work before its attempt can be seen
        attempts = self.tools.record.store.open_attempts(environment)
        busy = self.at_work.ids()
        due = [each for each in attempts if each.plan.ticket_id not in busy and self._is_due(each)]
        outcomes = (self.decide(each, autotask) for each in due)
        return tuple(outcome for outcome in outcomes if outcome)

    def decide(self, attempt: Resolution, autotask: Autotask) -> ResolutionOutcome | None:
        """Looks at one attempt that was left open.

        Returns:
            How it ended, or None while nobody knows, or where another moved it on just now.

        Raises:
            Failure: what kept Autotask or the database from answering.
        """
        if not self.is_ours(attempt):
            return None
        try:
            return self._decide(attempt, autotask)
        except Failure as failure:
            if failure.kind is not Kind.STALE:
                raise
            return None

    def ours(self) -> frozenset[int]:
        """The tickets of open attempts that this profile began and no job works on."""
        environment = self.settings.read().environment
        attempts = self.tools.record.store.open_attempts(environment)
        return frozenset(each.plan.ticket_id for each in attempts if self.is_ours(each))

    def is_ours(self, attempt: Resolution) -> bool:
        """Whether this profile began it and no job of it is at work."""
        is_busy = attempt.plan.ticket_id in self.at_work.ids()
        return attempt.profile == self.tools.record.actor.instance.profile and not is_busy

    def against_take_over(self, attempt: Resolution) -> str:
        """Why a person may not take over an attempt now; empty where they may."""
        alive = self.instances.alive(ALIVE_WITHIN.total_seconds())
        record = self.tools.record
        now, instance = record.store.now(), record.actor.instance
        return reason_against_taking_over(attempt, instance, alive, now, self.waits)

    def _is_due(self, attempt: Resolution) -> bool:
        """Looks are spread; each is a short job of its own."""
        now = self.tools.clock.monotonic()
        last = self.last_looks.get(attempt.id)
        if last is not None and now - last < self.waits.between_looks.total_seconds():
            return False
        self.last_looks[attempt.id] = now
        return True

    def _decide(self, attempt: Resolution, autotask: Autotask) -> ResolutionOutcome | None:
        pending = attempt.pending
        if pending is None:
            return self._settle(attempt, autotask)
        if pending.state is StepState.SENDING:
            attempt = self.tools.record.unknown(attempt, CRASHED)
        if pending.kind is StepKind.NOTE:
            decided = self._look_for_note(attempt, autotask)
        else:
            decided = self._look_at_update(attempt, pending, autotask)
        return self._settle(decided, autotask) if decided else None

    def _look_for_note(self, attempt: Resolution, autotask: Autotask) -> Resolution | None:
        record, plan, before = self.tools.record, attempt.plan, attempt.before
        asked_at = record.store.now()
        found = autotask.notes(plan.ticket_id, before.control if before else None)
        others = record.store.attempts(plan.environment, plan.ticket_id)
        recorded = recorded_notes([each for each in others if each.id != attempt.id])
        if proves_absence(attempt, found, recorded):
            attempt = record.store.looked(attempt, asked_at)
        step = _pending(attempt)
        said = note_verdict(attempt, step, found, recorded, record.store.now(), self.waits)
        if said.verdict is Verdict.DONE:
            return record.done(attempt, said.note_id)
        if said.verdict is Verdict.ABSENT:
            why = say("not found in Autotask after repeated looks")
            return record.not_done(attempt, why, StepState.ABSENT)
        return None

    def _look_at_update(
        self, attempt: Resolution, pending: Step, autotask: Autotask
    ) -> Resolution | None:
        """Before the release time nothing is judged: the update may still be executed."""
        record = self.tools.record
        earliest = release_time(pending, self.waits)
        if earliest and record.store.now() < earliest:
            return None
        ticket = self._ticket(attempt, autotask)
        if ticket and update_verdict(attempt, pending, ticket) is Verdict.DONE:
            return record.done(attempt)
        return record.not_done(attempt, say("not seen on the ticket"), StepState.ABSENT)

    def _settle(self, attempt: Resolution, autotask: Autotask) -> ResolutionOutcome:
        """Ends an attempt of which everything is decided."""
        failure: Failure | None = None
        if attempt.must_be_read_back:
            attempt, failure = self._read_back(attempt, autotask)
        elif not is_complete(attempt):
            failure = Failure(Kind.BLOCKED, reason=cut_short(attempt))
        state = ResolutionState.STOPPED if failure else ResolutionState.DONE
        ended = self.tools.record.end(attempt, state, str(failure or ""))
        self.last_looks.pop(attempt.id, None)
        plan = attempt.plan
        return ResolutionOutcome(
            run_id=plan.run_id,
            ticket_id=plan.ticket_id,
            number=plan.number,
            purpose=plan.purpose,
            state=ended.state,
            note_id=ended.note_id,
            time_entries=ended.counted,
            failure=failure,
        )

    def _read_back(
        self, attempt: Resolution, autotask: Autotask
    ) -> tuple[Resolution, Failure | None]:
        record, plan = self.tools.record, attempt.plan
        ticket = self._ticket(attempt, autotask)
        if ticket is None:
            attempt = record.read_back(attempt, 0, say("no longer shown"), is_kept=False)
            return attempt, Failure(Kind.ABSENT, what="ticket", id=plan.ticket_id)
        count = autotask.time_entries(plan.ticket_id).count
        verdict = status_verdict(ticket, ticket, plan.completed_status)
        is_kept = verdict is StatusVerdict.KEPT
        attempt = record.read_back(attempt, count, verdict.value, is_kept=is_kept)
        reference = self.settings.reference_data(plan.environment)
        return attempt, status_failure(verdict, plan, ticket, reference)

    def _ticket(self, attempt: Resolution, autotask: Autotask) -> FullTicket | None:
        """The ticket as it is now; None where it was deleted, or its id stands for another."""
        try:
            ticket = autotask.full_ticket(attempt.plan.ticket_id)
        except Failure as failure:
            if failure.kind is Kind.ABSENT:
                return None
            raise
        if is_another_ticket(attempt.plan.number, ticket):
            return None
        self.tools.finder.show(attempt.plan.environment, ticket.ticket)
        return ticket


def _pending(attempt: Resolution) -> Step:
    if attempt.pending is None:
        raise Failure(Kind.STALE, what=say("The attempt"), who="somebody")
    return attempt.pending
