"""Follows what others change: hands it to the pages, and says in the frame how fresh they are."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.changes import ChangeKind
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.ui.frame.tab_bar import TabRow
from bcautotask_gui.ui.shared.telling import OutcomeLine
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.services.watching import WatchService
    from bcautotask_gui.worker.job import Job


class Follow(QObject):
    """Keeps the loop running that listens, polls and beats."""

    runs_changed = Signal(object)
    """Changes that may touch runs."""
    customers_changed = Signal()
    settings_changed = Signal()
    names_changed = Signal()
    """Tables or columns of Backupchecks may have other names now."""

    def __init__(
        self,
        row: TabRow,
        outcome: OutcomeLine,
        watching: "WatchService",
        jobs: Runner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = row
        self._outcome = outcome
        self._watching = watching
        self._jobs = jobs
        self._job: Job | None = None
        self._is_away = False
        self._told: tuple[datetime | None, Failure | None] | None = None

    def start(self) -> None:
        """Begins to follow."""
        job = self._job = self._jobs.run(Lane.WATCH, self._watching.watch)
        job.on_stop(self._watching.wake)
        job.progressed.connect(self._hear)
        job.failed.connect(self._broken)

    def tell_again(self) -> None:
        """Says how fresh all is in the language that is spoken by now."""
        if self._told is not None:
            self._show_live(*self._told)

    def stop(self) -> None:
        """Follows no more; the loop ends soon after."""
        if self._job is not None:
            self._job.stop()

    @Slot(object)
    def _hear(self, _bell: object) -> None:
        news = self._watching.take()
        self._show_live(news.at, news.failure)
        kinds = {change.kind for change in news.changes}
        if kinds:
            self.runs_changed.emit(news.changes)
        if kinds & {ChangeKind.CUSTOMER, ChangeKind.EVERYTHING}:
            self.customers_changed.emit()
        if kinds & {ChangeKind.SETTINGS, ChangeKind.EVERYTHING}:
            self.settings_changed.emit()
        if kinds & {ChangeKind.NAMES, ChangeKind.EVERYTHING, ChangeKind.VIEW}:
            self.names_changed.emit()

    def _show_live(self, at: datetime | None, failure: Failure | None) -> None:
        self._told = (at, failure)
        clock = f"{at.astimezone():%H:%M}" if at else ""
        if failure is None:
            self._row.show_live(self.tr("Live, updated {time}").format(time=clock))
        elif clock:
            sentence = self.tr("Not live, as of {time}").format(time=clock)
            self._row.show_live(sentence, live=False)
        else:
            self._row.show_live(self.tr("Not live"), live=False)
        self._tell_once(failure)

    def _tell_once(self, failure: Failure | None) -> None:
        is_away = failure is not None
        if is_away is self._is_away:
            return
        self._is_away = is_away
        if is_away:
            self._outcome.tell("", failure, self._job.correlation if self._job else "")
        else:
            self._outcome.tell(self.tr("The database answers again. Everything shown is current."))

    @Slot(object)
    def _broken(self, error: object) -> None:
        failure = error if isinstance(error, Failure) else Failure(Kind.UNEXPECTED, str(error))
        self._show_live(self._watching.take().at, failure)
