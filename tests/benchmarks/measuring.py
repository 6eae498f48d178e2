"""How things are measured: medians after a warm-up, side by side; standstills of a window."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any, NamedTuple, Self
from unittest import mock

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QObject, Qt, QTimer

TIMES = 5
_TICK = 1  # milliseconds between two heartbeats


class Pair(NamedTuple):
    """Medians of the same work done by us and by the reference, in milliseconds."""

    ours: float
    reference: float


def measure(work: Callable[[], object], times: int = TIMES) -> float:
    """The median of several measurements after one that does not count.

    Args:
        work: what is measured.
        times: how often.

    Returns:
        Milliseconds.
    """
    return compare(work, None, times).ours


def compare(
    ours: Callable[[], object], reference: Callable[[], object] | None, times: int = TIMES
) -> Pair:
    """Measures two works in turns, so that what else the computer does meets both.

    Args:
        ours: the application's way.
        reference: the least that the same result costs, or None.
        times: how often each, after one of each that does not count.

    Returns:
        Both medians, in milliseconds.
    """
    mine, theirs = [], []
    for _ in range(times + 1):
        mine.append(_duration(ours))
        theirs.append(_duration(reference) if reference else 0.0)
    return Pair(median(mine[1:]), median(theirs[1:]))


def _duration(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


@dataclass
class Spent:
    """How long something took in all."""

    milliseconds: float = 0.0


@contextmanager
def time_in(cls: type, *names: str) -> Iterator[Spent]:
    """Sums up the time within blocks `with object.name():` of a class; those in one are not two.

    Args:
        cls: a class whose methods of these names are context managers.
        names: the methods.
    """
    spent = Spent()
    depth = 0

    def timed(plain: Callable[..., AbstractContextManager[Any]]) -> Callable[..., Any]:
        @contextmanager
        def block(*args: Any, **more: Any) -> Iterator[Any]:
            nonlocal depth
            begun, depth = time.perf_counter(), depth + 1
            try:
                with plain(*args, **more) as entered:
                    yield entered
            finally:
                depth -= 1
                if not depth:
                    spent.milliseconds += (time.perf_counter() - begun) * 1000

        return block

    with ExitStack() as patches:
        for name in names:
            patches.enter_context(mock.patch.object(cls, name, timed(getattr(cls, name))))
        yield spent


class Heartbeat(QObject):
    """A timer in the window's thread: how late it comes is how long the window stood still.

    Use it around what is going on, with the event loop running in between:

        with Heartbeat() as beat:
            wait_until(lambda: tab.is_idle)
        beat.longest, beat.p99
    """

    def __init__(self) -> None:
        super().__init__()
        self._gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> Self:
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()
        self._beat()

    def _beat(self) -> None:
        now = time.perf_counter()
        self._gaps.append(max(0.0, (now - self._last) * 1000 - _TICK))
        self._last = now

    def with_those_of(self, others: Iterable["Heartbeat"]) -> "Heartbeat":
        """All that was noted here and there, as one."""
        whole = Heartbeat()
        whole._gaps = [gap for each in (self, *others) for gap in each._gaps]
        return whole

    @property
    def longest(self) -> float:
        """The longest standstill, in milliseconds."""
        return max(self._gaps)

    @property
    def p99(self) -> float:
        """What 99 of 100 heartbeats stayed below, in milliseconds."""
        return quantiles(self._gaps, n=100)[98] if len(self._gaps) > 1 else self.longest


def wait_until(is_so: Callable[[], object], seconds: float = 120) -> None:
    """Lets the window live until something is so.

    Between two looks it sleeps as a window does: Qt never waits where it is told for how long, and
    a loop that spins keeps the lanes from Python.

    Raises:
        TimeoutError: it did not become so.
    """
    deadline = QDeadlineTimer(round(seconds * 1000))
    look = QTimer(interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
    look.start()
    while not is_so():
        if deadline.hasExpired():
            raise TimeoutError("what was waited for did not come")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
