"""One attempt on one ticket from its first step to its end: each step recorded before the next."""

import logging
from collections.abc import Callable, Generator

from bcautotask_gui.domain.connection import CheckState
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.resolution import STEPS, ResolutionState, StepKind
from bcautotask_gui.domain.resolution_shown import ResolutionOutcome, ResolutionReport
from bcautotask_gui.services.resolution_course import Course, Ended, Steps
from bcautotask_gui.services.resolution_looks import Looks
from bcautotask_gui.services.resolution_writes import Writes

log = logging.getLogger(__name__)


class Resolving:
    """Goes through the steps of an attempt that has begun."""

    def __init__(self, course: Course) -> None:
        self._course = course
        looks = Looks(course)
        writes = Writes(course, looks)
        self._looks: dict[StepKind, Callable[[], Ended | None]] = {
            StepKind.READ: looks.at_ticket,
            StepKind.TIME_ENTRIES: looks.for_time,
            StepKind.TIME_ENTRIES_AGAIN: looks.once_more,
        }
        self._writes: dict[StepKind, Callable[[], Steps]] = {
            StepKind.NOTE: writes.note,
            StepKind.RESOLUTION: writes.resolution,
            StepKind.STATUS: writes.status,
            StepKind.READ_BACK: writes.read_back,
        }

    def run(self) -> Generator[ResolutionReport, None, ResolutionOutcome]:
        """Goes through all steps.

        Yields:
            The whole list whenever a step begins or ends.
        """
        try:
            ended = yield from self._through()
        except BaseException as error:
            self._end(self._course.state_after_error(), str(error) or "stopped")
            raise
        return self._outcome(ended)

    def _through(self) -> Generator[ResolutionReport, None, Ended]:
        course = self._course
        for kind in STEPS[course.plan.purpose]:
            course.report = course.report.marked(kind, CheckState.RUNNING)
            yield course.report
            try:
                ended = yield from self._step(kind)
            except Failure as failure:
                ended = Ended(course.state_after_error(), failure)
            if ended:
                course.mark_end(kind, ended)
                yield course.report
                return ended
            yield course.report
        return Ended(ResolutionState.DONE)

    def _step(self, kind: StepKind) -> Steps:
        if kind in self._looks:
            return self._looks[kind]()
        return (yield from self._writes[kind]())

    def _outcome(self, ended: Ended) -> ResolutionOutcome:
        course, plan = self._course, self._course.plan
        self._end(ended.state, str(ended.failure or ""))
        if course.newest:
            course.tools.finder.show(plan.environment, course.newest.ticket)
        return ResolutionOutcome(
            run_id=plan.run_id,
            ticket_id=plan.ticket_id,
            number=plan.number,
            purpose=plan.purpose,
            state=course.attempt.state,
            note_id=course.attempt.note_id,
            time_entries=course.entries.count,
            checks=course.report.checks,
            failure=ended.failure,
        )

    def _end(self, state: ResolutionState, why: str) -> None:
        """Ends the attempt unless something of it is open; that is decided by later looks."""
        course = self._course
        if state is ResolutionState.OPEN or course.attempt.pending:
            return
        try:
            course.attempt = course.record.end(course.attempt, state, why)
        except Failure:
            log.warning("attempt %s could not be ended yet", course.attempt.id, exc_info=True)
