"""The steps of an attempt that look: at the ticket, at time entries, at what became of it."""

from typing import TYPE_CHECKING

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import FullTicket, has_text
from bcautotask_gui.domain.resolution import Purpose, ResolutionState, StepKind
from bcautotask_gui.domain.resolution_rules import (
    StatusVerdict,
    appeared_later,
    changed_by_another,
    reasons_against_resolve,
    status_failure,
    status_verdict,
)
from bcautotask_gui.domain.sentences import listed, say
from bcautotask_gui.domain.ticket_notes import NotesSeen, TimeEntries
from bcautotask_gui.services.holding import within_thirty_seconds
from bcautotask_gui.services.resolution_course import Course, Ended, stopped

if TYPE_CHECKING:
    from collections.abc import Callable


class Looks:
    """Looks, and says where the steps must not go on.

    Attributes:
        checked: the ticket that was just found unchanged and without time entries; used up by the
            status update that follows.
        may_send: whether that was within the last 30 seconds.
    """

    def __init__(self, course: Course) -> None:
        self._course = course
        self.checked: FullTicket | None = None
        self.may_send: Callable[[], bool] = lambda: False

    def at_ticket(self) -> Ended | None:
        """Reads the ticket and its notes, as they are before ours."""
        course = self._course
        ticket = course.fresh()
        if course.shown:
            changed = changed_by_another(course.shown, ticket, course.reference)
            if changed:
                return stopped(Failure(Kind.CHANGED, what=changed))
        found = course.autotask.notes(course.plan.ticket_id)
        if not found.is_valid:  # a note that is there already would be written once more
            return stopped(Failure(Kind.PERMISSION, text="query ticket notes"))
        control = found.highest or course.autotask.any_note()
        before = NotesSeen(found.highest, control, course.autotask.author())
        course.present = frozenset(note.id for note in found.notes)
        course.before = ticket
        status = course.label(ticket.ticket.status)
        course.attempt = course.record.seen(course.attempt, before, status)
        course.mark(StepKind.READ, status)
        return None

    def for_time(self) -> Ended | None:
        """Counts time entries: with any the ticket stays open."""
        course, kind = self._course, StepKind.TIME_ENTRIES
        count = course.count().count
        course.attempt = course.record.counted(course.attempt, kind, count)
        reasons = reasons_against_resolve(course.known, course.entries)
        if course.plan.purpose is Purpose.RESOLVE and reasons:
            return stopped(Failure(Kind.BLOCKED, reason=reasons[0].sentence))
        if course.plan.purpose is Purpose.NOTE_ONLY and not count:
            reason = say("No time entries are on this ticket any more. Resolve it instead.")
            return stopped(Failure(Kind.BLOCKED, reason=reason))
        course.mark(kind, _counted(course.entries))
        return None

    def once_more(self) -> Ended | None:
        """Proves right before the status that nobody changed the ticket or booked time on it."""
        course, kind = self._course, StepKind.TIME_ENTRIES_AGAIN
        fresh = course.fresh()
        text = course.plan.text
        changed = changed_by_another(course.known, fresh, course.reference, text)
        if changed or not has_text(fresh.resolution, text):
            return stopped(Failure(Kind.CHANGED_MEANWHILE, what=changed or "resolution"))
        entries = course.count()
        self.may_send = within_thirty_seconds(course.tools.clock)
        course.attempt = course.record.counted(course.attempt, kind, entries.count)
        if entries.count:
            return Ended(ResolutionState.LEFT_OPEN, appeared_later(entries))
        self.checked = fresh
        course.mark(kind, _counted(entries))
        return None

    def back(self) -> tuple[StatusVerdict, FullTicket]:
        """Reads the ticket after its status was set, and counts time entries once more."""
        course = self._course
        after = course.fresh()
        count = course.count().count
        verdict = status_verdict(course.known, after, course.plan.completed_status)
        course.attempt = course.record.read_back(
            course.attempt, count, verdict.value, is_kept=verdict is StatusVerdict.KEPT
        )
        return verdict, after

    def judged(self, verdict: StatusVerdict, after: FullTicket) -> Ended | None:
        """What the reading after the status means in the end."""
        course = self._course
        failure = status_failure(verdict, course.plan, after, course.reference)
        if failure:
            return stopped(failure)
        now = course.label(after.ticket.status)
        told = listed(now, _counted(course.entries), between=", ") if course.entries.count else now
        course.mark(StepKind.READ_BACK, told)
        return None


def _counted(entries: TimeEntries) -> str:
    if not entries.count:
        return say("none")
    return say("{n} found, {hours:g} h", n=entries.count, hours=entries.hours)
