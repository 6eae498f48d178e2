"""The only threads of the application: five lanes, so that no act waits behind another kind."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from itertools import count
from typing import Protocol, TypeVarTuple

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThreadPool, Signal, SignalInstance, Slot

from bcautotask_gui import logs
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.worker.job import Job
from bcautotask_gui.worker.reports import Reports
from bcautotask_gui.worker.steps import carry_out
from bcautotask_gui.worker.stopping import Stopping

logger = logging.getLogger(__name__)

Args = TypeVarTuple("Args")


class Lane(Enum):
    """A kind of work, which never waits behind another kind."""

    AUTOTASK = "an operator's acts in Autotask"
    BULK = "long work in Autotask"
    LOCAL = "reads of the database"
    KEYRING = "the keyring, which may wait for a person"
    WATCH = "listening, polling and the heartbeat"


WIDTHS = {Lane.AUTOTASK: 2, Lane.BULK: 1, Lane.LOCAL: 2, Lane.KEYRING: 1, Lane.WATCH: 1}


class Runner(Protocol):
    """What a presenter needs of the one who runs its work."""

    @property
    def changed(self) -> SignalInstance:
        """Tells that the set of running jobs changed."""

    def run(self, lane: Lane, work: Callable[[*Args], object], *args: *Args) -> Job:
        """Starts a function, or a generator function that yields Progress, in a lane."""

    def running(self) -> tuple[Job, ...]:
        """The jobs that have not told `finished`, oldest first."""


@dataclass(frozen=True)
class _Task:
    """What a working thread gets of a job: all but the job, which must die on the GUI thread."""

    name: str
    correlation: str
    work: Callable[[], object]
    reports: Reports
    stopping: Stopping


class _Relay(QObject):
    """The one door through which the lanes speak to the GUI thread; the job goes by its key."""

    progressed = Signal(object)
    done = Signal(object, object)
    failed = Signal(object, object)
    finished = Signal(object)


class Jobs(QObject):
    """Runs work in the lanes and tells its outcome on the GUI thread, where all methods belong.

    Attributes:
        changed: the set of running jobs changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = count()
        self._closed = False
        self._live: dict[int, Job] = {}
        self._lane_of: dict[int, Lane] = {}
        self._waiting: set[int] = set()  # whoever takes a key out decides what becomes of its task
        self._tasks: dict[int, _Task] = {}  # dropped here alone, with all that the work holds of Qt
        self._lanes = {lane: self._pool(width) for lane, width in WIDTHS.items()}
        self._cancels = self._pool(1)
        self._relay = _Relay(self)
        queued = Qt.ConnectionType.QueuedConnection
        self._relay.progressed.connect(self._tell_progress, queued)
        self._relay.done.connect(self._tell_done, queued)
        self._relay.failed.connect(self._tell_failed, queued)
        self._relay.finished.connect(self._tell_finished, queued)

    def _pool(self, width: int) -> QThreadPool:
        pool = QThreadPool(self)
        pool.setMaxThreadCount(width)
        return pool

    def run(self, lane: Lane, work: Callable[[*Args], object], *args: *Args) -> Job:
        """Starts a function, or a generator function that yields Progress, in a lane.

        Args:
            lane: the kind of work.
            work: no Qt, no widget; its result is a frozen dataclass or a plain value.
            args: what the work is called with.

        Returns:
            The job, kept alive until it has told `finished`. After `close` it is stopped already
            and the work never begins.
        """
        job = Job(next(self._keys), work)
        job.stop_asked.connect(self._stop)
        self._live[job.key] = job
        self._lane_of[job.key] = lane
        self._tasks[job.key] = _Task(
            job.name, job.correlation, partial(work, *args), job.reports, job.stopping
        )
        self._waiting.add(job.key)
        if self._closed:
            job.stop()
        else:
            self._lanes[lane].start(partial(self._work, job.key))
        self.changed.emit()
        return job

    def running(self) -> tuple[Job, ...]:
        """The jobs that have not told `finished`, oldest first."""
        return tuple(self._live.values())

    def running_in(self, *lanes: Lane) -> bool:
        """Whether a job of one of these lanes has not told `finished`."""
        return any(lane in lanes for lane in self._lane_of.values())

    def close(self, deadline_ms: int) -> bool:
        """Refuses new work, stops all jobs, takes back what has not begun and waits for the rest.

        Args:
            deadline_ms: how long all lanes together may take, in milliseconds.

        Returns:
            Whether all threads ended. Where not, destroying this object, and so leaving the
            process in the usual way, would wait for them.
        """
        self._closed = True
        for job in self.running():
            job.stop()
        deadline = QDeadlineTimer(deadline_ms)
        pools = [*self._lanes.values(), self._cancels]
        return all([pool.waitForDone(max(0, deadline.remainingTime())) for pool in pools])

    @Slot(object)
    def _stop(self, job: Job) -> None:
        if self._taken(job.key):
            self._relay.finished.emit(job.key)
        else:
            self._cancels.start(partial(self._cancel, job.name, job.stopping))

    def _cancel(self, name: str, stopping: Stopping) -> None:
        try:
            stopping.cancel()
        except Exception:
            logger.exception("%s could not be cut short", name)

    def _taken(self, key: int) -> bool:
        try:
            self._waiting.remove(key)
        except KeyError:
            return False
        return True

    def _work(self, key: int) -> None:
        if self._taken(key):
            with logs.correlated(self._tasks[key].correlation):
                self._carry_out(key, self._tasks[key])
            self._relay.finished.emit(key)

    def _carry_out(self, key: int, task: _Task) -> None:
        def progressed(progress: Progress) -> None:
            if task.reports.put(progress):
                self._relay.progressed.emit(key)

        try:
            result = carry_out(task.work, lambda: task.stopping.asked, progressed)
        except BaseException as error:
            _log_failure(task.name, error, stopped=task.stopping.asked)
            # the frames of the work stay here, with all that they hold
            self._relay.failed.emit(key, error.with_traceback(None))
        else:
            self._relay.done.emit(key, result)
        finally:
            task.stopping.end()

    @Slot(object)
    def _tell_progress(self, key: int) -> None:
        self._live[key].show_progress_in_time()

    @Slot(object, object)
    def _tell_done(self, key: int, result: object) -> None:
        job = self._live[key]
        job.show_progress()
        if not job.stopped:
            job.done.emit(result)

    @Slot(object, object)
    def _tell_failed(self, key: int, error: BaseException) -> None:
        job = self._live[key]
        job.show_progress()
        if not job.stopped:
            job.failed.emit(error)

    @Slot(object)
    def _tell_finished(self, key: int) -> None:
        job = self._live.pop(key)
        del self._lane_of[key], self._tasks[key]
        job.finished.emit(job)
        self.changed.emit()


def _log_failure(name: str, error: BaseException, *, stopped: bool) -> None:
    """Logs what nobody expected in full; a failure with words for people needs no traceback.

    After a stop a failure is what was asked for.
    """
    if stopped:
        logger.info("%s ended after it was stopped (%s)", name, type(error).__name__)
    elif isinstance(error, Failure) and error.kind is not Kind.UNEXPECTED:
        logger.warning("%s failed: %s (%s)", name, error.happened, error.kind)
    else:
        logger.error("%s failed", name, exc_info=error)
