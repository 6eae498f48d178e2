"""Keeps ticket numbers that a person types, while Autotask is off or beside it."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.services.manual_numbers import ManualNumberService, NumberSummary
from bcautotask_gui.ui.run_checks.manual.dialog import NumberDialog
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.run_checks.words import runs_words
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.ui.shared.telling import OutcomeLine
from bcautotask_gui.worker.jobs import Lane, Runner


class NumberPresenter(QObject):
    """One dialog at a time, for one run or several."""

    kept = Signal(object)
    """The ids of the runs that must be read again."""

    def __init__(
        self,
        tab: RunChecksTab,
        numbers: ManualNumberService,
        jobs: Runner,
        outcome: OutcomeLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._numbers, self._outcome = tab, numbers, outcome
        self.dialog: NumberDialog | None = None
        self._runs = ""
        self._keeping = Question(partial(jobs.run, Lane.LOCAL), self)
        self._keeping.answered.connect(self._done)
        self._keeping.failed.connect(self._failed)
        tab.acts.number.requested.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        run_ids = self._tab.list.selected_ids
        if self.dialog is not None or not run_ids:
            return
        self._runs = runs_words(self._tab.list.selected_rows(len(run_ids)))
        dialog = self.dialog = NumberDialog(
            self._tab.theme, run_ids, self._runs, self._tab.window()
        )
        dialog.confirmed.connect(self._keep)
        dialog.finished.connect(self._closed)
        dialog.open()

    @Slot()
    def _keep(self) -> None:
        if self.dialog is not None:
            self.dialog.show_busy()
            self._keeping.ask(self._numbers.keep, self.dialog.run_ids, self.dialog.text)

    @Slot(object)
    def _done(self, summary: NumberSummary) -> None:
        told = self.tr("Ticket {number} kept for {runs}.")
        runs = self._runs
        if summary.refused:
            runs = self.tr("{n} of {all} runs").format(
                n=len(summary.kept), all=len(summary.kept) + len(summary.refused)
            )
        words = told.format(number=summary.number, runs=runs)
        if summary.refused:
            words += f" {summary.refused[0][1]}"
        self._outcome.tell(words)
        if self.dialog is not None:
            self.dialog.accept()
        self.kept.emit(summary.kept)

    @Slot(object)
    def _failed(self, trouble: Trouble) -> None:
        if self.dialog is not None:
            self.dialog.show_trouble(trouble)
        else:
            self._outcome.tell("", trouble.failure, trouble.correlation)

    @Slot()
    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
