"""Writes what the table shows to a file, in the background, all pages of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from bcautotask_gui.services.run_files import RunFiles
from bcautotask_gui.ui.run_checks.listing.presenter import ListPresenter
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.shared.file_dialog import ask_for_file
from bcautotask_gui.ui.shared.numbers import number
from bcautotask_gui.ui.shared.question import trouble_of
from bcautotask_gui.ui.shared.telling import OutcomeLine
from bcautotask_gui.worker.jobs import Lane, Runner


class ExportPresenter(QObject):
    """One file at a time."""

    def __init__(
        self,
        tab: RunChecksTab,
        shown: ListPresenter,
        files: RunFiles,
        jobs: Runner,
        outcome: OutcomeLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._list, self._files = tab, shown, files
        self._jobs, self._outcome = jobs, outcome
        self._path, self._correlation = "", ""
        tab.acts.export.requested.connect(self._ask_where)

    @Slot()
    def _ask_where(self) -> None:
        title = self.tr("Export this view as CSV")
        ask_for_file(self._tab.window(), title, self.export_to, save_as="runs.csv")

    @Slot(str)
    def export_to(self, path: str) -> None:
        """Write the runs of the view, in its order, to this file."""
        self._path = path
        zone = self._tab.now().tzinfo
        work = partial(self._files.export, path, self._list.filter, zone)
        job = self._jobs.run(Lane.BULK, work)
        self._correlation = job.correlation
        job.done.connect(self._done)
        job.failed.connect(self._failed)

    @Slot(object)
    def _done(self, count: int | None) -> None:
        if count is None:
            return
        one = self.tr("1 run was exported to {file}.")
        many = self.tr("{n} runs were exported to {file}.")
        name = Path(self._path).name
        self._outcome.tell((one if count == 1 else many).format(n=number(count), file=name))

    @Slot(object)
    def _failed(self, error: object) -> None:
        trouble = trouble_of(error, self._correlation)
        self._outcome.tell("", trouble.failure, trouble.correlation)
