"""From the Resolve button to the closed ticket: the look, the act, and how each ending is told."""

from collections.abc import Callable
from functools import partial, update_wrapper

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.connection import Check
from bcautotask_gui.domain.resolution import Purpose, ResolutionState
from bcautotask_gui.domain.resolution_shown import ResolutionOutcome, ResolutionPreview
from bcautotask_gui.domain.runs import RunRow
from bcautotask_gui.services.resolution import ResolutionService
from bcautotask_gui.ui.run_checks.cells import ticket_number
from bcautotask_gui.ui.run_checks.resolve.dialog import ResolveDialog
from bcautotask_gui.ui.run_checks.resolve.words import heading_of, late_time_words
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.run_checks.writing.presenter import Writing
from bcautotask_gui.ui.shared.notice import Tone
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.ui.shared.telling import OutcomeLine, details_of, sentence_of
from bcautotask_gui.worker.jobs import Lane, Runner


class ResolvePresenter(QObject):
    """Opens the dialog, resolves or adds the note, and shows how it ended."""

    ended = Signal(object)
    """The id of a run that must be read again."""
    left_open = Signal()
    """An attempt waits to be decided by looking."""
    open_requested = Signal()

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
        self.dialog: ResolveDialog | None = None
        writing = self._writing = Writing(jobs, outcome, self)
        writing.progressed.connect(self._show_steps)
        writing.done.connect(self._show_end)
        writing.refused.connect(self._show_refused)
        writing.ended.connect(self.ended)
        writing.left_open.connect(self.left_open)
        self._look = Question(partial(jobs.run, Lane.AUTOTASK), self)
        self._look.answered.connect(self._looked)
        self._look.failed.connect(self._look_failed)
        self._taking = Question(partial(jobs.run, Lane.LOCAL), self)
        self._taking.answered.connect(self._read_again)
        self._taking.failed.connect(self._take_over_failed)

    def begin(self, row: RunRow) -> None:
        """Open the dialog about a run's ticket; does nothing while one is open."""
        tab, ticket = self._tab, self._tab.ticket_of(row)
        if self.dialog is not None or self._writing.is_at_work or ticket is None:
            return
        dialog = self.dialog = ResolveDialog(
            tab.theme, row, ticket_number(ticket), tab.now, tab.environment, tab.window()
        )
        dialog.confirmed.connect(self._confirmed)
        dialog.finished.connect(self._closed)
        dialog.again_requested.connect(self._read_again)
        dialog.take_over_requested.connect(self._take_over)
        dialog.open_requested.connect(self.open_requested)
        dialog.place_wanted.connect(tab.place_wanted)
        dialog.copy_requested.connect(tab.copy_requested)
        dialog.open()
        self._read_again()

    def stop(self) -> None:
        """Look at nothing more; what is being written goes on."""
        self._look.stop()
        self._taking.stop()

    # the look ------------------------------------------------------------------------------

    @Slot()
    def _read_again(self) -> None:
        if self.dialog is not None:
            self.dialog.show_waiting()
            self._look.ask(self._resolving.preview, self.dialog.row.id)

    @Slot(object)
    def _looked(self, preview: ResolutionPreview) -> None:
        if self.dialog is not None and self.dialog.row.id == preview.run_id:
            self.dialog.show_preview(preview)

    @Slot(object)
    def _look_failed(self, trouble: Trouble) -> None:
        if self.dialog is not None:
            self.dialog.show_unreadable(trouble)

    @Slot()
    def _take_over(self) -> None:
        preview = self.dialog.preview if self.dialog is not None else None
        if preview is not None and preview.open_attempt is not None:
            self._taking.ask(self._resolving.take_over, preview.open_attempt)

    @Slot(object)
    def _take_over_failed(self, trouble: Trouble) -> None:
        if self.dialog is not None:
            self.dialog.show_trouble(self.tr("It could not be taken over"), trouble)

    @Slot()
    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        self.stop()
        if dialog is not None:
            dialog.deleteLater()

    # the act -------------------------------------------------------------------------------

    @Slot()
    def _confirmed(self) -> None:
        dialog = self.dialog
        preview = dialog.preview if dialog is not None else None
        if dialog is None or preview is None or preview.plan is None:
            return
        if self._writing.is_at_work:
            return
        dialog.begin_writing()
        if preview.plan.purpose is Purpose.NOTE_ONLY:
            work: Callable[..., object] = self._resolving.note_only
        else:
            work = _accepting(self._resolving.resolve, accepts_loss=dialog.accepts_loss)
        self._writing.start(dialog.row, self._number(dialog.row), work, preview)

    @Slot(object)
    def _show_steps(self, steps: tuple[Check, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_steps(steps)

    @Slot(object, str)
    def _show_end(self, outcome: ResolutionOutcome, correlation: str) -> None:
        dialog, failure = self.dialog, outcome.failure
        if dialog is None:
            return
        dialog.show_steps(outcome.checks)
        if failure is not None:
            is_quiet = outcome.state in (ResolutionState.OPEN, ResolutionState.LEFT_OPEN)
            tone = Tone.WARNING if is_quiet else Tone.FAILED
            details = details_of(failure, correlation)
            dialog.show_end(tone, heading_of(outcome), sentence_of(failure), details)
        elif outcome.purpose is Purpose.RESOLVE and outcome.time_entries:
            dialog.show_end(Tone.WARNING, heading_of(outcome), late_time_words(outcome))
        else:
            dialog.end_writing()
            dialog.accept()

    @Slot(object)
    def _show_refused(self, trouble: Trouble) -> None:
        if self.dialog is not None:
            self.dialog.show_refused(trouble)

    def _number(self, row: RunRow) -> str:
        ticket = self._tab.ticket_of(row)
        return ticket_number(ticket) if ticket is not None else ""


def _accepting(work: Callable[..., object], *, accepts_loss: bool) -> Callable[..., object]:
    return update_wrapper(partial(work, accepts_loss=accepts_loss), work)
