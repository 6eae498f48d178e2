"""One attempt on one ticket, step by step: each step is recorded before the next begins."""

import logging
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace

from bcautotask_gui.domain.claim_rules import RESTORE_WAIT
from bcautotask_gui.domain.connection import CheckState
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import FullTicket, TicketChange, has_text, with_text
from bcautotask_gui.domain.ports import Autotask, Clock, SendMemory
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.resolution import (
    STEPS,
    Purpose,
    Resolution,
    ResolutionState,
    StepKind,
)
from bcautotask_gui.domain.resolution_rules import (
    StatusVerdict,
    appeared_later,
    begun_small,
    changed_by_another,
    is_another_ticket,
    note_to_take_over,
    our_note,
    reasons_against_resolve,
    recorded_notes,
    status_failure,
    status_verdict,
    what_of,
)
from bcautotask_gui.domain.ticket_notes import NOTE_TITLE, NoteDraft, NotesSeen, TimeEntries
from bcautotask_gui.domain.tickets import CreateAnswer, Ending
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.holding import within_thirty_seconds
from bcautotask_gui.services.resolution_record import ResolutionRecord
from bcautotask_gui.services.resolution_report import (
    ResolutionOutcome,
    ResolutionReport,
    first_report,
)

log = logging.getLogger(__name__)

# seconds
REPEAT_WITHIN = 60.0
SHORTEST_WAIT = 2.0
BEFORE_SECOND_TRY = 2.0


@dataclass(frozen=True)
class Tools:
    """What every attempt works with."""

    record: ResolutionRecord
    finder: Finder
    memory: SendMemory
    clock: Clock


@dataclass(frozen=True)
class Ended:
    """Why the steps do not go on."""

    state: ResolutionState
    failure: Failure | None = None


Steps = Generator[ResolutionReport, None, Ended | None]


class Resolving:
    """Goes through the steps of an attempt that has begun.

    Args:
        tools: what it works with.
        autotask: the client to ask.
        attempt: just begun.
        earlier: all other attempts on the ticket, the newest first.
        shown: the ticket as the person saw it, or None where no ticket was shown.
        reference: Autotask's words.
    """

    def __init__(
        self,
        tools: Tools,
        autotask: Autotask,
        attempt: Resolution,
        earlier: Sequence[Resolution],
        shown: FullTicket | None,
        reference: ReferenceData | None,
    ) -> None:
        self._tools = tools
        self._record = tools.record
        self._autotask = autotask
        self._attempt = attempt
        self._plan = attempt.plan
        self._earlier = earlier
        self._shown = shown
        self._reference = reference
        self._present: frozenset[int] = frozenset()
        self._read: FullTicket | None = None
        self._newest: FullTicket | None = None
        self._checked: FullTicket | None = None
        self._may_send: Callable[[], bool] = lambda: False
        self._entries = TimeEntries(0)
        completed = self._label(self._plan.completed_status)
        self._report = first_report(self._plan.purpose, self._plan.number, completed)

    def run(self) -> Generator[ResolutionReport, None, ResolutionOutcome]:
        """Goes through all steps.

        Yields:
            The whole list whenever a step begins or ends.
        """
        try:
            ended = yield from self._through()
        except BaseException as error:
            self._end(Ended(self._state_after_error()), str(error) or "stopped")
            raise
        return self._outcome(ended)

    def _through(self) -> Generator[ResolutionReport, None, Ended]:
        for kind in STEPS[self._plan.purpose]:
            self._report = self._report.marked(kind, CheckState.RUNNING)
            yield self._report
            try:
                ended = yield from self._step(kind)
            except Failure as failure:
                ended = Ended(self._state_after_error(), failure)
            if ended:
                self._mark_end(kind, ended)
                yield self._report
                return ended
            yield self._report
        return Ended(ResolutionState.DONE)

    def _step(self, kind: StepKind) -> Steps:
        looks: dict[StepKind, Callable[[], Ended | None]] = {
            StepKind.READ: self._look_at_ticket,
            StepKind.TIME_ENTRIES: self._look_for_time,
            StepKind.TIME_ENTRIES_AGAIN: self._look_once_more,
        }
        if kind in looks:
            return looks[kind]()
        if kind is StepKind.NOTE:
            return (yield from self._note())
        if kind is StepKind.RESOLUTION:
            return (yield from self._written(kind, self._send_resolution))
        if kind is StepKind.STATUS:
            return (yield from self._written(kind, self._send_status))
        return (yield from self._read_back())

    # looking ---------------------------------------------------------------------------------

    def _look_at_ticket(self) -> Ended | None:
        ticket = self._fresh()
        if self._shown:
            changed = changed_by_another(self._shown, ticket, self._reference)
            if changed:
                return _stopped(Failure(Kind.CHANGED, what=changed))
        notes = self._autotask.notes(self._plan.ticket_id)
        control = notes.highest or self._autotask.any_note()
        self._present = frozenset(note.id for note in notes.notes)
        self._read = ticket
        status = self._label(ticket.ticket.status)
        before = NotesSeen(notes.highest, control, self._autotask.author())
        self._attempt = self._record.seen(self._attempt, before, status)
        self._mark(StepKind.READ, status)
        return None

    def _look_for_time(self) -> Ended | None:
        self._entries = self._autotask.time_entries(self._plan.ticket_id)
        count = self._entries.count
        self._attempt = self._record.counted(self._attempt, StepKind.TIME_ENTRIES, count)
        reasons = reasons_against_resolve(self._known(), self._entries)
        if self._plan.purpose is Purpose.RESOLVE and reasons:
            return _stopped(Failure(Kind.BLOCKED, reason=reasons[0].sentence))
        if self._plan.purpose is Purpose.NOTE_ONLY and not count:
            reason = "No time entries are on this ticket any more. Resolve it instead."
            return _stopped(Failure(Kind.BLOCKED, reason=reason))
        self._mark(StepKind.TIME_ENTRIES, _counted(self._entries))
        return None

    def _look_once_more(self) -> Ended | None:
        """Proves right before the status that nobody changed the ticket or booked time on it."""
        fresh = self._fresh()
        changed = changed_by_another(self._known(), fresh, self._reference, self._plan.text)
        if not changed and not has_text(fresh.resolution, self._plan.text):
            changed = "resolution"
        if changed:
            return _stopped(Failure(Kind.CHANGED_MEANWHILE, what=changed))
        kind = StepKind.TIME_ENTRIES_AGAIN
        self._entries = self._autotask.time_entries(self._plan.ticket_id)
        self._may_send = within_thirty_seconds(self._tools.clock)
        self._attempt = self._record.counted(self._attempt, kind, self._entries.count)
        if self._entries.count:
            return Ended(ResolutionState.LEFT_OPEN, appeared_later(self._entries))
        self._checked = fresh
        self._mark(kind, _counted(self._entries))
        return None

    def _read_back(self) -> Steps:
        verdict, after = self._look_back()
        if verdict is StatusVerdict.NOT_KEPT:
            yield replace(self._report, what="Autotask set the status back; trying once more")
            self._tools.clock.sleep(BEFORE_SECOND_TRY)
            ended = yield from self._written(StepKind.STATUS, self._send_status)
            if ended:
                return ended
            verdict, after = self._look_back()
        failure = status_failure(verdict, self._plan, after, self._reference)
        if failure:
            return _stopped(failure)
        now = self._label(after.ticket.status)
        told = f"{now}, {_counted(self._entries)}" if self._entries.count else now
        self._mark(StepKind.READ_BACK, told)
        return None

    def _look_back(self) -> tuple[StatusVerdict, FullTicket]:
        after = self._fresh()
        self._entries = self._autotask.time_entries(self._plan.ticket_id)
        verdict = status_verdict(self._known(), after, self._plan.completed_status)
        self._attempt = self._record.read_back(
            self._attempt,
            self._entries.count,
            verdict.value,
            is_kept=verdict is StatusVerdict.KEPT,
        )
        return verdict, after

    # writing ---------------------------------------------------------------------------------

    def _note(self) -> Steps:
        there = note_to_take_over(self._earlier, self._plan, self._present)
        if there:
            self._attempt = self._record.there_already(self._attempt, StepKind.NOTE, there)
            ended = None
        else:
            ended = yield from self._written(StepKind.NOTE, self._send_note)
        if ended and self._attempt.pending and self._was_added_all_the_same():
            ended = None
        if ended is None:
            self._mark(StepKind.NOTE, f"note {self._attempt.note_id}")
        return ended

    def _was_added_all_the_same(self) -> bool:
        """Looks for a note whose answer was lost; finding it is proof enough."""
        before = self._attempt.before
        try:
            found = self._autotask.notes(self._plan.ticket_id, before.control if before else None)
        except Failure:
            return False  # it is looked for again, until it is decided
        ours = our_note(self._attempt, found.notes, recorded_notes(self._earlier))
        if ours is not None:
            self._attempt = self._record.done(self._attempt, ours)
        return ours is not None

    def _send_note(self) -> CreateAnswer:
        plan = self._plan
        draft = NoteDraft(NOTE_TITLE, plan.text, plan.note_type, plan.publish)
        may_send = within_thirty_seconds(self._tools.clock)
        self._sending(StepKind.NOTE)
        return self._autotask.add_note(plan.ticket_id, draft, may_send)

    def _send_resolution(self) -> CreateAnswer | Ended | None:
        fresh = self._fresh()
        changed = changed_by_another(self._known(), fresh, self._reference)
        if changed:
            return _stopped(Failure(Kind.CHANGED_MEANWHILE, what=changed))
        if has_text(fresh.resolution, self._plan.text):
            self._attempt = self._record.there_already(self._attempt, StepKind.RESOLUTION)
            return None
        change = TicketChange(resolution=with_text(fresh.resolution, self._plan.text))
        may_send = within_thirty_seconds(self._tools.clock)
        self._sending(StepKind.RESOLUTION)
        return self._autotask.update_ticket(fresh, change, may_send)

    def _send_status(self) -> CreateAnswer | Ended | None:
        if self._checked is None:  # used up by a try before this one
            ended = self._look_once_more()
            if ended:
                return ended
        checked, self._checked = self._checked, None
        if checked is None or not self._may_send():
            why = "too much time passed since time entries were looked for"
            return _stopped(_not_written(why))
        self._sending(StepKind.STATUS)
        change = TicketChange(status=self._plan.completed_status)
        return self._autotask.update_ticket(checked, change, self._may_send)

    def _written(self, kind: StepKind, send: Callable[[], CreateAnswer | Ended | None]) -> Steps:
        """Sends, again while Autotask says that it did not execute; each try is recorded anew."""
        clock = self._tools.clock
        began = clock.monotonic()
        while True:
            answer = send()
            if not isinstance(answer, CreateAnswer):
                break
            wait = max(answer.wait, SHORTEST_WAIT)
            is_late = clock.monotonic() - began + wait > REPEAT_WITHIN
            if answer.ending is not Ending.COME_AGAIN or is_late:
                break
            self._attempt = self._record.not_done(self._attempt, "Autotask was busy")
            yield replace(self._report, what=f"Autotask is busy; trying again in {wait:.0f} s")
            clock.sleep(wait)
        ended = self._recorded(kind, answer) if isinstance(answer, CreateAnswer) else answer
        if ended is None and kind is not StepKind.NOTE:
            self._mark(kind, "written")
        return ended

    def _recorded(self, kind: StepKind, answer: CreateAnswer) -> Ended | None:
        if answer.ending is Ending.CREATED:
            note_id = answer.ticket_id if kind is StepKind.NOTE else None
            self._attempt = self._record.done(self._attempt, note_id)
            return None
        failure = answer.failure or Failure(Kind.UNEXPECTED)
        if answer.ending is Ending.NOBODY_KNOWS:
            self._attempt = self._record.unknown(self._attempt, str(failure))
            why = begun_small(failure.happened)
            open_end = Failure(Kind.WRITE_UNKNOWN, failure.detail, what=what_of(kind), why=why)
            return Ended(ResolutionState.OPEN, open_end)
        self._attempt = self._record.not_done(self._attempt, str(failure))
        if failure.kind is Kind.NOT_SENT:
            failure = _not_written(str(failure.values.get("why", "")))
        return _stopped(failure)

    def _sending(self, kind: StepKind) -> None:
        """Commits that the request goes out, unless a restored database was noticed lately."""
        noticed = self._tools.memory.restored_at()
        until = noticed + RESTORE_WAIT if noticed else None
        if until and self._record.store.now() < until:
            raise Failure(Kind.RESTORED, until=f"{until:%H:%M} UTC")
        self._attempt = self._record.sending(self._attempt, kind)

    # ending ----------------------------------------------------------------------------------

    def _outcome(self, ended: Ended) -> ResolutionOutcome:
        self._end(ended, str(ended.failure or ""))
        if self._newest:
            self._tools.finder.show(self._plan.environment, self._newest.ticket)
        plan, attempt = self._plan, self._attempt
        return ResolutionOutcome(
            run_id=plan.run_id,
            ticket_id=plan.ticket_id,
            number=plan.number,
            purpose=plan.purpose,
            state=attempt.state,
            note_id=attempt.note_id,
            time_entries=self._entries.count,
            checks=self._report.checks,
            failure=ended.failure,
        )

    def _end(self, ended: Ended, why: str) -> None:
        """Ends the attempt unless something of it is open; that is decided by later looks."""
        if ended.state is ResolutionState.OPEN or self._attempt.pending:
            return
        try:
            self._attempt = self._record.end(self._attempt, ended.state, why)
        except Failure:
            log.warning("attempt %s could not be ended yet", self._attempt.id, exc_info=True)

    def _state_after_error(self) -> ResolutionState:
        is_open = self._attempt.pending or self._attempt.must_be_read_back
        return ResolutionState.OPEN if is_open else ResolutionState.STOPPED

    def _fresh(self) -> FullTicket:
        """The ticket as it is now.

        Raises:
            Failure: OTHER_TICKET where the id stands for another ticket by now; ABSENT.
        """
        ticket = self._autotask.full_ticket(self._plan.ticket_id)
        if is_another_ticket(self._plan.number, ticket):
            raise other_ticket(ticket, self._plan.number)
        self._newest = ticket
        return ticket

    def _known(self) -> FullTicket:
        """The ticket as it was before our note."""
        if self._read is None:
            raise Failure(Kind.UNEXPECTED, "The ticket was not read before it was needed.")
        return self._read

    def _label(self, status: int | None) -> str:
        known = self._reference
        return known.label(TicketField.STATUS, status) if known else str(status or "")

    def _mark(self, kind: StepKind, value: str) -> None:
        self._report = self._report.marked(kind, CheckState.PASSED, value)

    def _mark_end(self, kind: StepKind, ended: Ended) -> None:
        is_failed = ended.state is ResolutionState.STOPPED
        state = CheckState.FAILED if is_failed else CheckState.LOOK_HERE
        happened = ended.failure.happened if ended.failure else ""
        advice = ended.failure.advice if ended.failure else ""
        self._report = self._report.marked(kind, state, happened, advice)


def other_ticket(ticket: FullTicket, number: str) -> Failure:
    """The id of a stored ticket stands for another one by now."""
    found = ticket.ticket
    return Failure(Kind.OTHER_TICKET, id=found.id, found=found.number, number=number)


def _stopped(failure: Failure) -> Ended:
    return Ended(ResolutionState.STOPPED, failure)


def _not_written(why: str) -> Failure:
    return Failure(Kind.BLOCKED, reason=f"It was not sent: {why}. Try again.")


def _counted(entries: TimeEntries) -> str:
    return f"{entries.count} found, {entries.hours:g} h" if entries.count else "none"
