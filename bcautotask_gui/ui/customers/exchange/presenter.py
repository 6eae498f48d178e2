"""Export and import of mappings: asks for a file, shows what would change, then does it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.mapping_plan import ImportPlan
from bcautotask_gui.services.customers import CustomerFilter
from bcautotask_gui.services.mapping_files import MappingFiles
from bcautotask_gui.ui.customers.acting.presenter import ActingPresenter
from bcautotask_gui.ui.customers.exchange.import_dialog import ImportDialog
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.ui.shared.file_dialog import ask_for_file
from bcautotask_gui.ui.shared.numbers import number
from bcautotask_gui.ui.shared.telling import OutcomePort
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages


class ExchangePresenter(ActingPresenter):
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
        super().__init__(tab, jobs, messages, outcome, parent)
        self._service = service
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
        if self._begins():
            self._path = path
            job = self._jobs.run(Lane.LOCAL, self._service.export, path, chosen)
            self._watch(job, self._tell_exported)

    @Slot(str)
    def preview(self, path: str) -> None:
        """Weigh this file and show what it would change."""
        if self._begins():
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
        if dialog is None or not self._begins():
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

    def _say_undone(self, failure: Failure, correlation: str) -> None:
        where = self._tab.notice if self.dialog is None else self.dialog.problem
        where.say_failure(failure, correlation, retry=False)

    def _begins(self) -> bool:
        """Whether an act may start; what was said of the one before is taken away."""
        if self.is_free:
            self._tab.notice.clear()
        return self.is_free

    def _be_free(self) -> None:
        if self.dialog is not None:
            self.dialog.set_busy("")

    @Slot()
    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
