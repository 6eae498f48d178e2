"""Keeps the pane true to the selection: everything about one run, and what Create would do."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bcautotask_gui.domain.runs import RunDetail, RunRow
from bcautotask_gui.domain.tickets import TicketDraft
from bcautotask_gui.services.drafts import DraftService
from bcautotask_gui.services.runs import RunService
from bcautotask_gui.ui.run_checks.pane import MOST_LISTED
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.worker.jobs import Lane, Runner

PAUSE_MS = 60
"""Whoever walks down the list reads no run on the way."""


class DetailPresenter(QObject):
    """Reads the selected run once the selection rests."""

    shown = Signal(object)
    """The id of a run that the pane was just filled with."""

    def __init__(
        self,
        tab: RunChecksTab,
        runs: RunService,
        drafts: DraftService,
        jobs: Runner,
        known: Callable[[RunRow], RunRow],
        parent: QObject | None = None,
    ) -> None:
        """Build it.

        Args:
            tab: The view.
            runs: Reads runs.
            drafts: Says what Create would do.
            jobs: Runs the reads.
            known: A row with what the list knows better than the database.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._tab, self._runs, self._drafts, self._known = tab, runs, drafts, known
        self._troubles: dict[int, Trouble] = {}
        self._run_id: int | None = None
        self._shown_row: RunRow | None = None
        self._newer_row: RunRow | None = None
        ask = partial(jobs.run, Lane.LOCAL)
        self._detail = Question(ask, self)
        self._detail.answered.connect(self._detail_read)
        self._detail.failed.connect(self._detail_failed)
        self._draft = Question(ask, self)
        self._draft.answered.connect(self._draft_read)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.read)
        tab.selection_changed.connect(self._pause.start)

    def stop(self) -> None:
        """Read nothing more."""
        self._pause.stop()
        self._detail.stop()
        self._draft.stop()

    @Slot()
    def read(self) -> None:
        """Read the selected run now."""
        self._pause.stop()
        self._draft.stop()
        ids = self._tab.list.selected_ids
        self._run_id = ids[0] if len(ids) == 1 else None
        self._shown_row = self._newer_row = None
        if self._run_id is not None:
            self._detail.ask(self._runs.detail, self._run_id)
            return
        self._detail.stop()
        if ids:
            self._tab.pane.show_several(self._tab.list.selected_rows(MOST_LISTED), len(ids))
        else:
            self._tab.pane.show_nothing()

    @Slot(object)
    def read_again(self, run_id: int) -> None:
        """Read a run again if it is the one that is shown."""
        if run_id == self._run_id:
            self.read()

    @Slot(object)
    def row_replaced(self, row: RunRow) -> None:
        """The table says something else of the run that is shown; the pane says the same."""
        if row.id != self._run_id:
            return
        if self._detail.is_open:
            self._newer_row = row  # the answer on its way may be older
        elif row != self._shown_row:
            self.read()

    @Slot(object)
    def _detail_read(self, detail: RunDetail) -> None:
        pane = self._tab.pane
        detail = replace(detail, row=self._known(detail.row))
        newer, self._newer_row = self._newer_row, None
        if newer is not None and newer != detail.row:
            self.read()
            return
        self._shown_row = detail.row
        pane.show_detail(detail, self._tab.ticket_of(detail.row))
        pane.show_trouble(self._troubles.get(detail.run.id))
        self.shown.emit(detail.run.id)
        if self._tab.ticket_of(detail.row) is None and detail.row.work is None:
            self._draft.ask(self._drafts.draft, detail.run.id)

    @Slot(object)
    def _draft_read(self, draft: TicketDraft) -> None:
        if draft.run_id == self._run_id:
            self._tab.pane.show_draft(draft)

    @Slot(object)
    def _detail_failed(self, trouble: Trouble) -> None:
        self._tab.pane.show_unreadable(trouble)

    @Slot(object, object)
    def show_trouble(self, run_id: int, trouble: Trouble | None) -> None:
        """Keep what went wrong with a run, and say it while that run is shown."""
        if trouble is None:
            self._troubles.pop(run_id, None)
        else:
            self._troubles[run_id] = trouble
        if run_id == self._run_id:
            self._tab.pane.show_trouble(trouble)
