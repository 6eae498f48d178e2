"""Export and import of mappings: asks for a file, shows what would change, then does it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.mapping_plan import ImportPlan
from bcautotask_gui.services.customers import CustomerFilter
from bcautotask_gui.services.mapping_files import MappingFiles
from bcautotask_gui.ui.customers.exchange.import_dialog import ImportDialog
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.ui.shared.file_dialog import ask_for_file
from bcautotask_gui.ui.shared.numbers import number
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure, details_of, sentence_of
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages
    from bcautotask_gui.worker.job import Job


class ExchangePresenter(QObject):
    """One file at a time."""

    imported = Signal()
    """Customers were mapped."""

    def __init__(
        self,
        tab: CustomersTab,
        service: MappingFiles,
        jobs: Runner,
        messages: "Messages",
        outcome: OutcomePort,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._service, self._jobs = tab, service, jobs
        self._messages, self._outcome = messages, outcome
        self._job: Job | None = None
        self._path = ""
        self.dialog: ImportDialog | None = None
        tab.export_asked.connect(self._ask_where)
        tab.import_asked.connect(self._ask_which)

    @Slot()
    def _ask_where(self) -> None:
        title = self.tr("Export mappings")
        ask_for_file(self._tab.window(), title, self.export_to, save_as="mappings.csv")

    @Slot()
    def _ask_which(self) -> None:
        ask_for_file(self._tab.window(), self.tr("Import mappings"), self.preview)

    @Slot(str)
    def export_to(self, path: str) -> None:
        """Write what the table shows to this file."""
        tab = self._tab
        key, descending = tab.sort
        chosen = CustomerFilter(tab.status, tab.search_text, key, descending)
        if self._is_free():
            self._path = path
            job = self._jobs.run(Lane.LOCAL, self._service.export, path, chosen)
            self._watch(job, self._tell_exported)

    @Slot(str)
    def preview(self, path: str) -> None:
        """Weigh this file and show what it would change."""
        if self._is_free():
            self._watch(self._jobs.run(Lane.AUTOTASK, self._service.preview, path), self._show_plan)

    @Slot(object)
    def _tell_exported(self, count: int) -> None:
        name = Path(self._path).name
        one = self.tr("1 customer was exported to {file}.")
        many = self.tr("{n} customers were exported to {file}.")
        self._outcome.tell((one if count == 1 else many).format(n=number(count), file=name))

    @Slot(object)
    def _show_plan(self, plan: ImportPlan) -> None:
        dialog = self.dialog = ImportDialog(self._tab.theme, plan, self._tab.window())
        dialog.confirmed.connect(self._apply)
        dialog.problem.copy_requested.connect(self._messages.copy)
        dialog.finished.connect(self._closed)
        dialog.open()

    @Slot()
    def _apply(self) -> None:
        dialog = self.dialog
        if dialog is None or not self._is_free():
            return
        dialog.problem.clear()
        dialog.set_busy(self.tr("The mappings are being saved."))
        job = self._jobs.run(Lane.AUTOTASK, self._service.apply, dialog.plan)
        self._watch(job, self._tell_imported)

    @Slot(object)
    def _tell_imported(self, count: int) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        one, many = self.tr("1 mapping was imported."), self.tr("{n} mappings were imported.")
        self._outcome.tell(one if count == 1 else many.format(n=number(count)))
        self.imported.emit()

    @Slot(object)
    def _tell_failed(self, error: object) -> None:
        failure = as_failure(error)
        details = details_of(failure, self._job.correlation if self._job else "")
        if self.dialog is not None:
            self.dialog.problem.say(sentence_of(failure), details=details, retry=False)
        else:
            self._tab.notice.say(sentence_of(failure), details=details)
        self._outcome.tell("", failure)

    def _is_free(self) -> bool:
        """Whether nothing is under way."""
        if self._job is None:
            self._tab.notice.clear()
        return self._job is None

    def _watch(self, job: "Job", tell: Callable[..., object]) -> None:
        self._job = job
        job.done.connect(tell)
        job.failed.connect(self._tell_failed)
        job.finished.connect(self._end)

    @Slot(object)
    def _end(self, _job: object) -> None:
        self._job = None
        if self.dialog is not None:
            self.dialog.set_busy("")

    @Slot()
    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
