"""From the key N to the note on the ticket."""

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.connection import Check
from bcautotask_gui.domain.resolution import ResolutionState
from bcautotask_gui.domain.resolution_shown import ResolutionOutcome
from bcautotask_gui.domain.runs import RunRow
from bcautotask_gui.services.resolution import ResolutionService
from bcautotask_gui.ui.run_checks.cells import ticket_number
from bcautotask_gui.ui.run_checks.note.dialog import NoteDialog
from bcautotask_gui.ui.run_checks.resolve.words import heading_of
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.run_checks.writing.presenter import Writing
from bcautotask_gui.ui.shared.notice import Tone
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.shared.telling import OutcomeLine
from bcautotask_gui.worker.jobs import Runner


class NotePresenter(QObject):
    """Opens the dialog, adds the note, and shows how it ended."""

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
        self._number = ""
        self.dialog: NoteDialog | None = None
        writing = self._writing = Writing(jobs, outcome, self)
        writing.progressed.connect(self._show_steps)
        writing.done.connect(self._show_end)
        writing.refused.connect(self._show_refused)
        writing.ended.connect(self.ended)
        writing.left_open.connect(self.left_open)

    def begin(self, row: RunRow) -> None:
        """Open the dialog for a run's ticket; does nothing while a note is written."""
        tab, ticket = self._tab, self._tab.ticket_of(row)
        if self.dialog is not None or self._writing.is_at_work or ticket is None:
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
        if dialog is None or self._writing.is_at_work:
            return
        row, text = dialog.row, dialog.text
        dialog.begin_writing()
        self._writing.start(row, self._number, self._resolving.add_note, row.id, text)

    @Slot(object)
    def _show_steps(self, steps: tuple[Check, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_steps(steps)

    @Slot(object, str)
    def _show_end(self, outcome: ResolutionOutcome, correlation: str) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        dialog.show_steps(outcome.checks)
        if outcome.failure is None:
            dialog.end_writing()
            dialog.accept()
            return
        trouble = Trouble(outcome.failure, correlation)
        if outcome.state is ResolutionState.STOPPED:
            dialog.show_refused(heading_of(outcome), trouble)
        else:
            dialog.show_end(Tone.WARNING, heading_of(outcome), trouble.sentence, trouble.details)

    @Slot(object)
    def _show_refused(self, trouble: Trouble) -> None:
        if self.dialog is not None:
            self.dialog.show_refused(self.tr("Nothing was written"), trouble)
