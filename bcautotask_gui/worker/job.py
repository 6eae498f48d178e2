"""One piece of work as its owner on the GUI thread sees it."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bcautotask_gui import logs
from bcautotask_gui.worker.reports import Reports
from bcautotask_gui.worker.stopping import Stopping

if TYPE_CHECKING:
    from bcautotask_gui.domain.progress import Progress

SHOWN_EVERY = 0.05  # seconds between two reports of progress; no eye can follow more


class Job(QObject):
    """One piece of work: what it tells, and the way to stop it. Lives on the GUI thread.

    It tells in this order: `progressed` any number of times, `done` or `failed` once, `finished`
    once. After `stop` nothing but `finished` comes.

    Attributes:
        key: tells this job from the others of its runner.
        name: what the work is called in the log.
        correlation: the id under which the work is logged.
        progress: the report that was shown last, or None.
        reports: where the working thread leaves its progress.
        stopping: the switch that the working thread looks at.
        progressed: a Progress; at most one in 50 ms, and the last one always.
        done: the result.
        failed: the exception.
        finished: the job itself.
        stop_asked: the job itself, for the one who runs it.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    finished = Signal(object)
    stop_asked = Signal(object)

    def __init__(self, key: int, work: Callable[..., object]) -> None:
        super().__init__()
        self.key = key
        self.name: str = getattr(work, "__qualname__", type(work).__name__)
        self.correlation = logs.correlation()
        self.progress: Progress | None = None
        self.reports = Reports()
        self.stopping = Stopping()
        self._shown_at = float("-inf")

    @property
    def stopped(self) -> bool:
        """Whether the work was asked to stop."""
        return self.stopping.asked

    def stop(self) -> None:
        """Asks the work to stop and returns at once.

        Work that has not begun is taken back, a generator is closed at its next yield, a function
        runs to its end unless `on_stop` named what cuts it short.
        """
        if not self.stopped:
            self.stopping.ask()
            self.stop_asked.emit(self)

    def on_stop(self, cancel: Callable[[], object] | None) -> None:
        """Names what else stopping must do, such as cancelling a query; None forgets it.

        Once this returned, what was named before is neither running nor will it run. It is
        forgotten by itself when the work has ended, and not even kept where it is named after that.

        Args:
            cancel: called once in a thread of its own when the job is stopped; now, if it is
                stopped already.
        """
        self.stopping.name(cancel)

    @Slot()
    def show_progress(self) -> None:
        """Tells the newest report, if there is one that was not told."""
        progress = self.reports.take()
        if progress is not None and not self.stopped:
            self._shown_at = time.monotonic()
            self.progress = progress
            self.progressed.emit(progress)

    def show_progress_in_time(self) -> None:
        """Tells the newest report as soon as the one before has stood long enough."""
        early = self._shown_at + SHOWN_EVERY - time.monotonic()
        if early <= 0:
            self.show_progress()
        else:
            QTimer.singleShot(int(early * 1000) + 1, self.show_progress)
