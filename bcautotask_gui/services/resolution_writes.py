"""The steps of an attempt that write: each request is recorded before it goes out."""

from collections.abc import Callable
from dataclasses import replace

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import (
    RESOLUTION_LIMIT,
    TicketChange,
    has_text,
    with_text,
)
from bcautotask_gui.domain.lost_answers import (
    note_to_take_over,
    our_note,
    recorded_notes,
)
from bcautotask_gui.domain.resolution import ResolutionState, StepKind
from bcautotask_gui.domain.resolution_rules import (
    StatusVerdict,
    changed_by_another,
    what_of,
)
from bcautotask_gui.domain.sentences import begun_small, say
from bcautotask_gui.domain.ticket_content import units
from bcautotask_gui.domain.ticket_notes import NOTE_TITLE, NoteDraft
from bcautotask_gui.domain.tickets import CreateAnswer, Ending
from bcautotask_gui.services.holding import within_thirty_seconds
from bcautotask_gui.services.resolution_course import Course, Ended, Steps, stopped
from bcautotask_gui.services.resolution_looks import Looks
from bcautotask_gui.services.restore_guard import refuse_after_restore

# seconds
REPEAT_WITHIN = 60.0
SHORTEST_WAIT = 2.0
BEFORE_SECOND_TRY = 2.0


class Writes:
    """Writes the note, the resolution and the status."""

    def __init__(self, course: Course, looks: Looks) -> None:
        self._course = course
        self._looks = looks

    def note(self) -> Steps:
        """Adds the note, unless a failed attempt left it on the ticket."""
        course = self._course
        there = note_to_take_over(course.earlier, course.plan, course.present)
        if there:
            course.attempt = course.record.there_already(course.attempt, StepKind.NOTE, there)
            ended = None
        else:
            ended = yield from self._written(StepKind.NOTE, self._send_note)
        if ended and course.attempt.pending and self._was_added_all_the_same():
            ended = None
        if ended is None:
            course.mark(StepKind.NOTE, say("note {id}", id=course.attempt.note_id))
        return ended

    def resolution(self) -> Steps:
        """Writes the resolution below what a colleague may have written there."""
        return (yield from self._written(StepKind.RESOLUTION, self._send_resolution))

    def status(self) -> Steps:
        """Sets the completed status."""
        return (yield from self._written(StepKind.STATUS, self._send_status))

    def read_back(self) -> Steps:
        """Reads back; a status that did not stick is tried once more, as a new step."""
        verdict, after = self._looks.back()
        if verdict is StatusVerdict.NOT_KEPT:
            what = say("Autotask set the status back; trying once more")
            yield replace(self._course.report, what=what)
            self._course.tools.clock.sleep(BEFORE_SECOND_TRY)
            ended = yield from self.status()
            if ended:
                return ended
            verdict, after = self._looks.back()
        return self._looks.judged(verdict, after)

    def _was_added_all_the_same(self) -> bool:
        """Looks for a note whose answer was lost; finding it is proof enough."""
        course, before = self._course, self._course.attempt.before
        try:
            found = course.autotask.notes(course.plan.ticket_id, before.control if before else None)
        except Failure:
            return False  # it is looked for again, until it is decided
        ours = our_note(course.attempt, found.notes, recorded_notes(course.earlier))
        if ours is not None:
            course.attempt = course.record.done(course.attempt, ours)
        return ours is not None

    def _send_note(self) -> CreateAnswer:
        course, plan = self._course, self._course.plan
        draft = NoteDraft(NOTE_TITLE, plan.text, plan.note_type, plan.publish)
        may_send = within_thirty_seconds(course.tools.clock)
        self._sending(StepKind.NOTE)
        return course.autotask.add_note(plan.ticket_id, draft, may_send)

    def _send_resolution(self) -> CreateAnswer | Ended | None:
        course, kind = self._course, StepKind.RESOLUTION
        fresh = course.fresh()
        changed = changed_by_another(course.known, fresh, course.reference)
        if changed:
            return stopped(Failure(Kind.CHANGED_MEANWHILE, what=changed))
        if has_text(fresh.resolution, course.plan.text):
            course.attempt = course.record.there_already(course.attempt, kind)
            return None
        text = with_text(fresh.resolution, course.plan.text)
        if units(text) > RESOLUTION_LIMIT:
            reason = say("The resolution in Autotask has no room left. Shorten it there.")
            return stopped(Failure(Kind.BLOCKED, reason=reason))
        may_send = within_thirty_seconds(course.tools.clock)
        self._sending(kind)
        return course.autotask.update_ticket(fresh, TicketChange(resolution=text), may_send)

    def _send_status(self) -> CreateAnswer | Ended | None:
        looks, course = self._looks, self._course
        if looks.checked is None:  # used up by a try before this one
            ended = looks.once_more()
            if ended:
                return ended
        checked, looks.checked = looks.checked, None
        if checked is None or not looks.may_send():
            return stopped(
                _not_sent(say("too much time passed since time entries were looked for"))
            )
        self._sending(StepKind.STATUS)
        change = TicketChange(status=course.plan.completed_status)
        return course.autotask.update_ticket(checked, change, looks.may_send)

    def _written(self, kind: StepKind, send: Callable[[], CreateAnswer | Ended | None]) -> Steps:
        """Sends, again while Autotask says that it did not execute; each try is recorded anew."""
        course, clock = self._course, self._course.tools.clock
        began = clock.monotonic()
        while True:
            answer = send()
            if not isinstance(answer, CreateAnswer):
                break
            wait = max(answer.wait, SHORTEST_WAIT)
            is_late = clock.monotonic() - began + wait > REPEAT_WITHIN
            if answer.ending is not Ending.COME_AGAIN or is_late:
                break
            course.attempt = course.record.not_done(course.attempt, say("Autotask was busy"))
            yield replace(
                course.report, what=say("Autotask is busy; trying again in {wait:.0f} s", wait=wait)
            )
            clock.sleep(wait)
        ended = self._recorded(kind, answer) if isinstance(answer, CreateAnswer) else answer
        if ended is None:
            course.mark(kind, say("written"))
        return ended

    def _recorded(self, kind: StepKind, answer: CreateAnswer) -> Ended | None:
        course = self._course
        if answer.ending is Ending.CREATED:
            note_id = answer.ticket_id if kind is StepKind.NOTE else None
            course.attempt = course.record.done(course.attempt, note_id)
            return None
        failure = answer.failure or Failure(Kind.UNEXPECTED)
        if answer.ending is Ending.NOBODY_KNOWS:
            course.attempt = course.record.unknown(course.attempt, str(failure))
            why = begun_small(failure.happened)
            open_end = Failure(Kind.WRITE_UNKNOWN, failure.detail, what=what_of(kind), why=why)
            return Ended(ResolutionState.OPEN, open_end)
        course.attempt = course.record.not_done(course.attempt, str(failure))
        if failure.kind is Kind.NOT_SENT:
            failure = _not_sent(failure.values.get("why", ""))
        return stopped(failure)

    def _sending(self, kind: StepKind) -> None:
        """Commits that the request goes out, unless a restored database was noticed lately."""
        course = self._course
        refuse_after_restore(course.tools.memory, course.record.store.now)
        course.attempt = course.record.sending(course.attempt, kind)


def _not_sent(why: object) -> Failure:
    return Failure(Kind.BLOCKED, reason=say("It was not sent: {why}. Try again.", why=why))
