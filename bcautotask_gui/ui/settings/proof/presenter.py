"""What Create a test ticket does: it asks, makes one, and shows what that proved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.connection import CheckState
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.services.test_ticket import TestTicket, reason_against
from bcautotask_gui.services.test_ticket_report import TestTicketReport
from bcautotask_gui.ui.settings.form import Draft
from bcautotask_gui.ui.settings.proof.lines import kept_lines
from bcautotask_gui.ui.settings.proof.side import ProofSide
from bcautotask_gui.ui.settings.state import Line
from bcautotask_gui.ui.shared.moments import here_and_now
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure, sentence_of, told
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages
    from bcautotask_gui.worker.job import Job


class ProofPresenter(QObject):
    """Only saved settings are tested: the proof belongs to what everybody uses."""

    kept = Signal(object)
    """The Settings with the new proof in them."""

    def __init__(
        self,
        side: ProofSide,
        service: TestTicket,
        jobs: Runner,
        messages: "Messages",
        outcome: OutcomePort,
        *,
        may_test: bool,
        now: Callable[[], datetime] = here_and_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._side = side
        self._service = service
        self._jobs = jobs
        self._messages = messages
        self._outcome = outcome
        self._may_test = may_test
        self._now = now
        self._draft: Draft | None = None
        self._testing: Job | None = None
        self._report = TestTicketReport(0, 0, "")
        side.test_asked.connect(self._ask)
        side.cancel_asked.connect(self._cancel)
        side.show_lines((), "", is_running=False)

    @Slot(object)
    def use(self, draft: Draft) -> None:
        """Follow the form."""
        self._draft = draft
        self._side.show_kept(kept_lines(draft.base, self._now()))
        self._allow()

    def _allow(self) -> None:
        self._side.make.set_reason(self._why_not())

    def _why_not(self) -> str:
        if self._draft is None:
            return self.tr("The settings are being read.")
        if not self._may_test:
            return self.tr("Only an admin makes test tickets.")
        if self._testing is not None:
            return self.tr("A test ticket is being made.")
        base, edited = self._draft.base, self._draft.edited
        if base.current.completed_status != edited.current.completed_status:
            return self.tr("Save the completed status first; the test uses what is saved.")
        return told(reason_against(base))

    @Slot()
    def _ask(self) -> None:
        if self._why_not():
            return
        sentence = self.tr(
            "One ticket is made in your Autotask Sandbox for your own company, with a title that "
            "says that it is a test. It is updated, completed and left there; you can delete it."
        )
        yes = self.tr("Create a test ticket")
        self._messages.ask(self.tr("Create a test ticket?"), sentence, yes, self._start)

    def _start(self) -> None:
        if self._why_not():
            return
        self._testing = self._jobs.run(Lane.AUTOTASK, self._service.run)
        self._allow()
        self._testing.progressed.connect(self._show)
        self._testing.done.connect(self._end)
        self._testing.failed.connect(self._fail)
        self._testing.finished.connect(self._leave)

    @Slot(object)
    def _show(self, report: TestTicketReport) -> None:
        self._report = report
        total = report.total or 1
        step = self.tr("Step {n} of {total}").format(n=min(report.done + 1, total), total=total)
        self._show_lines(step, is_running=True)

    def _show_lines(self, step: str, *, is_running: bool) -> None:
        lines = tuple(Line(check) for check in self._report.checks)
        self._side.show_lines(lines, step, is_running=is_running)

    @Slot(object)
    def _end(self, report: TestTicketReport) -> None:
        self._report = report
        failed = [told(each.title) for each in report.checks if each.state is CheckState.FAILED]
        self._show_lines(self.tr("Failed") if failed else self.tr("Proven"), is_running=False)
        if failed:
            words = self.tr("Test ticket {number} did not prove: {lines}.")
            reason = words.format(number=report.number, lines=", ".join(failed))
            self._outcome.tell("", Failure(Kind.BLOCKED, reason=reason))
        else:
            words = self.tr("Test ticket {number} proved all that resolving relies on.")
            self._outcome.tell(words.format(number=report.number))
        if report.settings is not None:
            self.kept.emit(report.settings)

    @Slot(object)
    def _fail(self, error: object) -> None:
        """The line that ran says what came back; those after it were not tried."""
        failure = as_failure(error)
        checks = tuple(
            replace(each, state=CheckState.FAILED, value=sentence_of(failure))
            if each.state is CheckState.RUNNING
            else each
            for each in self._report.checks
        )
        self._report = replace(self._report, checks=checks)
        self._show_lines(self.tr("Failed"), is_running=False)
        self._outcome.tell("", failure)

    @Slot(object)
    def _leave(self, job: "Job") -> None:
        self._testing = None
        if job.stopped:
            self._report = TestTicketReport(0, 0, "")
            self._show_lines(self.tr("Cancelled"), is_running=False)
        self._allow()

    @Slot()
    def _cancel(self) -> None:
        if self._testing is not None:
            self._testing.stop()
