"""Runs work in the caller, with the face of Jobs: for the tests of presenters."""

from collections.abc import Callable
from functools import partial
from itertools import count

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui import logs
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.worker.job import Job
from bcautotask_gui.worker.jobs import Args, Lane
from bcautotask_gui.worker.steps import carry_out


class _Told:
    """A signal that tells what it told before to those who connect later."""

    def __init__(self) -> None:
        self._slots: list[Callable[[object], object]] = []
        self._values: list[object] = []

    def connect(self, slot: Callable[[object], object]) -> None:
        self._slots.append(slot)
        for value in self._values:
            slot(value)

    def emit(self, value: object) -> None:
        self._values.append(value)
        for slot in self._slots:
            owner = getattr(slot, "__self__", None)
            if not isinstance(owner, QObject) or shiboken6.isValid(owner):
                slot(value)


class _InlineJob(Job):
    """A job that may be over before its owner has connected anything to it."""

    def __init__(self, key: int, work: Callable[..., object]) -> None:
        super().__init__(key, work)
        self.progressed = _Told()  # type: ignore[assignment]  # the part of Signal that is used
        self.done = _Told()  # type: ignore[assignment]
        self.failed = _Told()  # type: ignore[assignment]
        self.finished = _Told()  # type: ignore[assignment]


class InlineJobs(QObject):
    """Runs each job at once in the caller, or on `run_next` where `deferred` is set.

    Where a job is over before a slot is connected, the slot hears on connecting what it missed.
    Progress is not throttled.

    Attributes:
        changed: the set of running jobs changed.
        lanes: the lane of each job that was started, oldest first.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, deferred: bool = False) -> None:
        super().__init__(parent)
        self.lanes: list[Lane] = []
        self._deferred = deferred
        self._closed = False
        self._keys = count()
        self._live: dict[int, Job] = {}
        self._waiting: dict[int, Callable[[], object]] = {}

    def run(self, lane: Lane, work: Callable[[*Args], object], *args: *Args) -> Job:
        """Runs the work now, or keeps it for `run_next`; after `close` it never begins."""
        job = _InlineJob(next(self._keys), work)
        job.stop_asked.connect(self._stop)
        self.lanes.append(lane)
        self._live[job.key] = job
        self._waiting[job.key] = partial(work, *args)
        self.changed.emit()
        if self._closed:
            job.stop()
        elif not self._deferred:
            self._carry_out(job)
        return job

    def run_next(self) -> Job:
        """Runs the oldest job that was kept, to its end.

        Raises:
            IndexError: no job waits.
        """
        if not self._waiting:
            raise IndexError("no job waits")
        job = self._live[next(iter(self._waiting))]
        self._carry_out(job)
        return job

    def running(self) -> tuple[Job, ...]:
        """The jobs that have not told `finished`, oldest first."""
        return tuple(self._live.values())

    def close(self, deadline_ms: int) -> bool:
        """Refuses new work and stops all jobs; nothing runs elsewhere, so all have ended."""
        self._closed = True
        for job in self.running():
            job.stop()
        return True

    @Slot(object)
    def _stop(self, job: Job) -> None:
        if self._waiting.pop(job.key, None) is not None:
            self._finish(job)
        else:
            job.stopping.cancel()

    def _carry_out(self, job: Job) -> None:
        work = self._waiting.pop(job.key)

        def progressed(progress: Progress) -> None:
            job.reports.put(progress)
            job.show_progress()

        told = job.done
        try:
            with logs.correlated(job.correlation):
                outcome = carry_out(work, lambda: job.stopped, progressed)
        except Exception as error:
            told, outcome = job.failed, error
        job.stopping.end()
        if not job.stopped:
            told.emit(outcome)
        self._finish(job)

    def _finish(self, job: Job) -> None:
        del self._live[job.key]
        job.finished.emit(job)
        self.changed.emit()
