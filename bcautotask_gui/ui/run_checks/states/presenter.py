"""Reads again how tickets stand, beside everything else, and tells what was found."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot

from bcautotask_gui.domain.errors import Kind
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.services.ticket_states import StatesSummary, TicketStateService
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.shared.telling import OutcomeLine, as_failure
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.worker.job import Job

OLD_MS = 5 * 60_000
"""After so long the states are read again when the tab comes into view."""

_NOBODY_ASKED = frozenset({Kind.DISABLED, Kind.SECRET_MISSING})


class StatesPresenter(QObject):
    """One reading at a time; progress and Cancel are the status bar's."""

    changed = Signal()
    """Some states were saved; what is in view may have changed."""

    def __init__(
        self,
        tab: RunChecksTab,
        states: TicketStateService,
        jobs: Runner,
        outcome: OutcomeLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._states = tab, states
        self._jobs, self._outcome = jobs, outcome
        self._job: Job | None = None
        self._is_asked = self._is_reading = False
        self._since = QElapsedTimer()

    def stop(self) -> None:
        """Read nothing more."""
        if self._job is not None:
            self._job.stop()

    @Slot()
    def refresh(self) -> None:
        """Read now, because somebody asked; what is found is told in any case."""
        self._begin(is_asked=True)

    @Slot()
    def refresh_by_itself(self) -> None:
        """Read now; the rows show what was found, and the outcome of a person's act stays."""
        self._begin(is_asked=False)

    @Slot()
    def refresh_if_old(self) -> None:
        """Read if the last reading is a while ago."""
        if not self._since.isValid() or self._since.hasExpired(OLD_MS):
            self.refresh_by_itself()

    def _begin(self, *, is_asked: bool) -> None:
        """While the integration is off, nothing is read."""
        self._is_asked = is_asked or (self._is_reading and self._is_asked)
        if self._is_reading or not self._tab.acts.abilities.rules.enabled:
            return
        self._is_reading = True
        in_view = self._tab.list.ids_in_view()
        job = self._job = self._jobs.run(Lane.BULK, self._states.refresh, in_view)
        job.progressed.connect(self._progressed)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.finished.connect(self._finished)

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        if progress.done:
            self.changed.emit()

    @Slot(object)
    def _done(self, summary: StatesSummary | None) -> None:
        self._since.start()
        if summary is None:
            return
        self._tab.list.states_read_at = self._tab.now()
        self.changed.emit()
        if self._is_asked:
            self._outcome.tell(self._words(summary))

    @Slot(object)
    def _failed(self, error: object) -> None:
        failure = as_failure(error)
        if self._is_asked or failure.kind not in _NOBODY_ASKED:
            self._outcome.tell("", failure, self._job.correlation if self._job else "")
        self.changed.emit()

    @Slot(object)
    def _finished(self, _job: object) -> None:
        self._job, self._is_reading = None, False

    def _words(self, summary: StatesSummary) -> str:
        """`Ticket states refreshed: 42 read, 1 deleted in Autotask`."""
        counts = (
            (summary.read, self.tr("{n} read")),
            (summary.completed, self.tr("{n} completed")),
            (summary.reopened, self.tr("{n} reopened")),
            (summary.deleted, self.tr("{n} deleted in Autotask")),
            (summary.back, self.tr("{n} back in Autotask")),
            (summary.unseen, self.tr("{n} not shown by Autotask")),
            (summary.other, self.tr("{n} that belong to other tickets by now")),
        )
        said = ", ".join(words.format(n=n) for n, words in counts if n)
        if not said:
            return self.tr("Ticket states refreshed: no open tickets to read")
        return self.tr("Ticket states refreshed: {counts}").format(counts=said)
