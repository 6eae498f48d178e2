"""All mappings asked about at once: progress in the status bar, a summary at the end."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.services.customers import CustomerService
from bcautotask_gui.services.mapping_refresh import RefreshSummary
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.ui.shared.moments import here_and_now
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.worker.job import Job


class RefreshingPresenter(QObject):
    """One refresh at a time; what was read before it is stopped stays saved."""

    ended = Signal(bool)
    """Whether no mapping stands otherwise than before, but for the time of asking."""

    def __init__(
        self,
        tab: CustomersTab,
        service: CustomerService,
        jobs: Runner,
        outcome: OutcomePort,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab = tab
        self._service = service
        self._jobs = jobs
        self._outcome = outcome
        self._refreshing: Job | None = None
        self._is_as_before = False
        tab.refresh_all_asked.connect(self._refresh_all)

    @Slot()
    def _refresh_all(self) -> None:
        if self._refreshing is not None:
            return
        self._tab.refresh_all.set_reason(self.tr("All mappings are being refreshed already."))
        self._is_as_before = False
        self._refreshing = self._jobs.run(Lane.BULK, self._service.refresh_all)
        self._refreshing.done.connect(self._tell_summary)
        self._refreshing.failed.connect(self._tell_not_refreshed)
        self._refreshing.finished.connect(self._end_refreshing)

    @Slot(object)
    def _tell_summary(self, summary: RefreshSummary) -> None:
        self._is_as_before = not summary.saved and not summary.changed
        self._outcome.tell(self._summary_words(summary))

    def _summary_words(self, summary: RefreshSummary) -> str:
        counted = (
            (self.tr("{n} renamed"), summary.renamed),
            (self.tr("{n} invalid"), summary.invalid),
            (self.tr("{n} usable again"), summary.recovered),
        )
        parts = [words.format(n=number) for words, number in counted if number]
        left = (
            (self.tr("{n} claimed by two customers"), summary.contested),
            (self.tr("{n} changed meanwhile and left"), summary.changed),
        )
        parts += [words.format(n=number) for words, number in left if number]
        parts.append(self.tr("{n} unchanged").format(n=summary.unchanged))
        told = self.tr("All mappings refreshed at {time}: {parts}")
        return told.format(time=f"{here_and_now():%H:%M}", parts=", ".join(parts))

    @Slot(object)
    def _tell_not_refreshed(self, error: object) -> None:
        failure = as_failure(error)
        correlation = self._refreshing.correlation if self._refreshing else ""
        self._tab.notice.say_failure(failure, correlation, retry=False)
        self._outcome.tell("", failure)

    @Slot(object)
    def _end_refreshing(self, job: "Job") -> None:
        self._refreshing = None
        if job.stopped:
            self._outcome.tell(self.tr("Refresh stopped. What was read until then is saved."))
        self.ended.emit(self._is_as_before)
