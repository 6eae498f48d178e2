"""From the key N to the note on the ticket."""

from functools import partial, update_wrapper

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.resolution import ResolutionState
from bcautotask_gui.domain.resolution_shown import ResolutionOutcome, ResolutionReport
from bcautotask_gui.domain.runs import RunRow
from bcautotask_gui.services.resolution import ResolutionService
from bcautotask_gui.ui.run_checks.acting import Act
from bcautotask_gui.ui.run_checks.asking import OutcomeLine, Trouble
from bcautotask_gui.ui.run_checks.cells import ticket_number
from bcautotask_gui.ui.run_checks.note.dialog import NoteDialog
from bcautotask_gui.ui.run_checks.resolve.words import heading_of, outcome_words
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.shared.notice import Tone
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.worker.jobs import Lane, Runner


class NotePresenter(QObject):
    """Opens the dialog, adds the note, and tells how it ended."""

    ended = Signal(object)
    """The id of a run whose ticket must be read again."""
    left_open = Signal()
    """An attempt waits to be decided by looking."""

    def __init__(
        self,
        tab: RunChecksTab,
        resolving: ResolutionService,
        jobs: Runner,
        outcome: OutcomeLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._resolving = tab, resolving
        self._jobs, self._outcome = jobs, outcome
        self._act: Act | None = None
        self._number = ""
        self.dialog: NoteDialog | None = None

    def begin(self, row: RunRow) -> None:
        """Open the dialog for a run's ticket; does nothing while a note is written."""
        tab, ticket = self._tab, self._tab.ticket_of(row)
        if self.dialog is not None or self._act is not None or ticket is None:
            return
        self._number = ticket_number(ticket)
        dialog = self.dialog = NoteDialog(
            tab.theme, row, self._number, tab.environment, tab.window()
        )
        dialog.confirmed.connect(self._confirmed)
        dialog.finished.connect(self._closed)
        dialog.copy_requested.connect(tab.copy_requested)
        dialog.open()

    @Slot()
    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    @Slot()
    def _confirmed(self) -> None:
        dialog = self.dialog
        if dialog is None or self._act is not None:
            return
        row, text = dialog.row, dialog.text
        dialog.begin_writing()
        act = self._act = Act(row, self)
        act.progressed.connect(self._progressed)
        act.ended.connect(self._act_ended)
        act.failed.connect(self._act_failed)
        act.over.connect(self._act_over)
        work = partial(self._resolving.add_note, row.id, text)
        act.follow(self._jobs.run(Lane.AUTOTASK, update_wrapper(work, self._resolving.add_note)))

    @Slot(object, object)
    def _progressed(self, _act: Act, report: ResolutionReport) -> None:
        self._outcome.tell_running(f"{self._number}: {told(report.what)}")
        if self.dialog is not None:
            self.dialog.show_steps(report.checks)

    @Slot(object, object)
    def _act_ended(self, act: Act, outcome: ResolutionOutcome | None) -> None:
        if outcome is None:
            return
        if outcome.state is ResolutionState.OPEN:
            self.left_open.emit()
        if outcome.failure is None:
            self._outcome.tell(outcome_words(outcome))
        else:
            self._outcome.tell(f"{self._number}:", outcome.failure, act.correlation)
        self._show_end(act, outcome)

    def _show_end(self, act: Act, outcome: ResolutionOutcome) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        dialog.show_steps(outcome.checks)
        if outcome.failure is None:
            dialog.end_writing()
            dialog.accept()
            return
        trouble = Trouble(outcome.failure, act.correlation)
        if outcome.state is ResolutionState.STOPPED:
            dialog.show_refused(heading_of(outcome), trouble)
        else:
            dialog.show_end(Tone.WARNING, heading_of(outcome), trouble.sentence, trouble.details)

    @Slot(object, object)
    def _act_failed(self, _act: Act, trouble: Trouble) -> None:
        self._outcome.tell(f"{self._number}:", trouble.failure, trouble.correlation)
        if self.dialog is not None:
            self.dialog.show_refused(self.tr("Nothing was written"), trouble)

    @Slot(object)
    def _act_over(self, act: Act) -> None:
        self._act = None
        self.ended.emit(act.row.id)
        act.deleteLater()
