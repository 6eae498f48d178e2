"""Suggestions: the list of companies is read, exact matches are counted, reviewed and mapped."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.suggestions import ExactMatches
from bcautotask_gui.services.suggestions import SuggestionService
from bcautotask_gui.ui.customers.review.dialog import ReviewDialog
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure, details_of, sentence_of
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages
    from bcautotask_gui.worker.job import Job

_GONE = (Kind.STALE, Kind.TAKEN, Kind.ABSENT, Kind.BLOCKED)


class ReviewPresenter(QObject):
    """Reads the list once per session, by itself only when the tab is looked at."""

    mapped = Signal()
    """Customers were mapped."""

    def __init__(
        self,
        tab: CustomersTab,
        service: SuggestionService,
        jobs: Runner,
        messages: "Messages",
        outcome: OutcomePort,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._service, self._jobs = tab, service, jobs
        self._messages, self._outcome, self._now = messages, outcome, now
        self._off = self.tr("Autotask is off. Turn it on in Settings.")
        self._found: ExactMatches | None = None
        self._reading: Job | None = None
        self._counting: Job | None = None
        self._count_again = False
        self._comparing: Job | None = None
        self._mapping: Job | None = None
        self._tried = False
        self._wants_dialog = False
        self.dialog: ReviewDialog | None = None
        tab.review_asked.connect(self.open)

    @property
    def has_list(self) -> bool:
        """Whether the companies of the environment in use are known."""
        return self._found is not None

    def use(self, *, may_map: bool, off: str) -> None:
        """Follow role and settings; another environment has another list."""
        self._off = off if may_map else self.tr("Your role may not change mappings.")
        self._found, self._tried = None, False
        for job in (self._reading, self._counting):
            if job is not None:
                job.stop()
        if self.dialog is not None:
            self.dialog.reject()
        self._show_count()
        self.count()

    def begin(self, missing: int) -> None:
        """Read the list, if that was not tried yet and a customer has no company."""
        if missing and not (self._off or self._tried or self.has_list):
            self._read()

    def count(self) -> None:
        """Count exact matches anew, after customers or mappings changed."""
        if self._off:
            return
        if self._counting is not None:
            self._counting.stop()
        self._count_again = self._reading is not None  # it may have compared what was before
        self._counting = self._jobs.run(Lane.LOCAL, self._service.exact)
        self._counting.done.connect(self._take)

    @Slot()
    def open(self) -> None:
        """Open the review; without a list it is read first."""
        if self._off or self.dialog is not None:
            return
        if self._found is None:
            self._wants_dialog = True
            self._read()
            return
        dialog = self.dialog = ReviewDialog(self._tab.theme, self._tab.window())
        dialog.confirmed.connect(self._accept)
        dialog.read_again_asked.connect(self._read)
        dialog.problem.copy_requested.connect(self._messages.copy)
        dialog.finished.connect(self._closed)
        self._fill(self._found)
        dialog.open()

    # the list ----------------------------------------------------------------------------

    @Slot()
    def _read(self) -> None:
        if self._reading is not None:
            return
        self._tried = True
        self._reading = self._jobs.run(Lane.BULK, self._service.read_companies)
        self._set_busy(self.tr("The companies of Autotask are being read."))
        self._reading.done.connect(self._take)
        self._reading.failed.connect(self._tell_unread)
        self._reading.finished.connect(self._end_reading)

    @Slot(object)
    def _take(self, found: ExactMatches | None) -> None:
        if found is None:
            return
        self._found = found
        self._show_count()
        if self.dialog is not None:
            self._fill(found)
        elif self._wants_dialog:
            self._wants_dialog = False
            self.open()

    @Slot(object)
    def _tell_unread(self, error: object) -> None:
        failure = as_failure(error)
        if self.dialog is not None:
            self._say(failure, self._reading)
        elif self._wants_dialog:
            self._tab.notice.say(
                sentence_of(failure),
                details=details_of(failure, self._reading.correlation if self._reading else ""),
            )
        self._wants_dialog = False

    @Slot(object)
    def _end_reading(self, _job: object) -> None:
        self._reading = None
        self._set_busy("")
        if self._count_again:
            self.count()

    def _show_count(self) -> None:
        number = None if self._found is None else len(self._found.matches)
        self._tab.show_exact(number, self._off)

    def _set_busy(self, reason: str) -> None:
        self._tab.review.set_reason(self._off or reason)
        if self.dialog is not None:
            self.dialog.set_busy(reason)

    # the dialog --------------------------------------------------------------------------

    def _fill(self, found: ExactMatches) -> None:
        if self.dialog is None:
            return
        self.dialog.show_matches(found, moment_text(found.read_at, self._now(), inside=True))
        if self._comparing is not None:
            self._comparing.stop()
        if found.others:
            self._comparing = self._jobs.run(Lane.BULK, self._service.count_similar, found.others)
            self._comparing.done.connect(self._show_similar)

    @Slot(object)
    def _show_similar(self, count: int) -> None:
        if self.dialog is not None:
            self.dialog.show_similar(count)

    @Slot()
    def _accept(self) -> None:
        dialog = self.dialog
        if dialog is None or dialog.found is None or self._mapping is not None:
            return
        dialog.problem.clear()
        dialog.set_busy(self.tr("The mappings are being saved."))
        self._mapping = self._jobs.run(
            Lane.AUTOTASK, self._service.accept, dialog.ticked, dialog.found.environment
        )
        self._mapping.done.connect(self._tell_mapped)
        self._mapping.failed.connect(self._tell_unmapped)
        self._mapping.finished.connect(self._end_mapping)

    @Slot(object)
    def _tell_mapped(self, count: int) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        one = self.tr("1 customer is mapped to the company of its name.")
        many = self.tr("{n} customers are mapped to the companies of their names.")
        self._outcome.tell(one if count == 1 else many.format(n=count))
        self.mapped.emit()

    @Slot(object)
    def _tell_unmapped(self, error: object) -> None:
        failure = as_failure(error)
        self._outcome.tell("", failure)
        if self.dialog is not None:
            self._say(failure, self._mapping)
        if failure.kind in _GONE:
            self.count()  # what is no longer so leaves the list

    @Slot(object)
    def _end_mapping(self, _job: object) -> None:
        self._mapping = None
        if self.dialog is not None:
            self.dialog.set_busy("")

    def _say(self, failure: Failure, job: "Job | None") -> None:
        if self.dialog is not None:
            details = details_of(failure, job.correlation if job else "")
            nothing = self.tr("Nothing was mapped.")
            self.dialog.problem.say(
                f"{sentence_of(failure)} {nothing}", details=details, retry=False
            )

    @Slot()
    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if self._comparing is not None:
            self._comparing.stop()
            self._comparing = None
        if dialog is not None:
            dialog.deleteLater()
