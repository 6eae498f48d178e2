"""Names whatever holds up the window: deliveries of an event to the GUI thread that take too long.

It is built only where somebody asked for it, since it looks at every event.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType

from PySide6.QtCore import QEvent, QObject, QThread
from PySide6.QtWidgets import QApplication

logger = logging.getLogger(__name__)

LONGEST = 0.016  # seconds; one picture of a screen that shows sixty in a second
_LOOK_EVERY = 0.004
_OURS = "bcautotask_gui"
_HERE = __name__


@dataclass
class Delivery:
    """One event on its way through the GUI thread.

    Attributes:
        loop: how many event loops run inside each other.
        held_a_loop: a loop of its own ran inside, such as that of a menu; that is no hold-up.
        seen_at: the code that was at work when it had taken too long, or empty.
    """

    begun: float
    loop: int
    held_a_loop: bool = False
    seen_at: str = ""


class Watchdog:
    """Logs each delivery of an event that took longer than one picture, by its name.

    Of deliveries inside each other only the outermost counts: it is the one that a person waits
    for.

    Args:
        clock: tells seconds.
        loops: tells how many event loops run inside each other.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.perf_counter,
        loops: Callable[[], int] = lambda: QThread.currentThread().loopLevel(),
    ) -> None:
        self._clock, self._loops = clock, loops
        self._open: list[Delivery] = []
        self._gui = threading.get_ident()
        self._closed = threading.Event()
        self._looking = threading.Thread(target=self._look, name="watchdog", daemon=True)

    def start(self) -> None:
        """Begins to look where the time goes; without it a name tells receiver and event only."""
        self._looking.start()

    def close(self) -> None:
        """Looks no more."""
        self._closed.set()
        if self._looking.is_alive():
            self._looking.join()

    def deliver(self, receiver: QObject, event: QEvent, deliver: Callable[[], bool]) -> bool:
        """Delivers an event on the GUI thread, and logs it if that took too long.

        Args:
            receiver: who gets it.
            event: what.
            deliver: does it.
        """
        loop = self._loops()
        if self._open and self._open[-1].loop == loop:
            return deliver()
        for outer in self._open:
            outer.held_a_loop = True
        kind = event.type()  # afterwards the event may be gone
        delivery = Delivery(self._clock(), loop)
        self._open.append(delivery)
        try:
            return deliver()
        finally:
            self._open.remove(delivery)
            took = self._clock() - delivery.begun
            if took > LONGEST and not delivery.held_a_loop:
                self._tell(type(receiver).__name__, kind, took, delivery.seen_at)

    def _tell(self, receiver: str, kind: QEvent.Type, took: float, seen_at: str) -> None:
        where = seen_at or "code that is not Python"
        logger.warning("%s %s held up the window for %d ms in %s", receiver, kind.name,
                       round(took * 1000), where)  # fmt: skip

    def _look(self) -> None:
        """Where a delivery takes too long, notes once what is at work on the GUI thread."""
        while not self._closed.wait(_LOOK_EVERY):
            delivery = next(iter(self._open[-1:]), None)
            if delivery and not delivery.seen_at and self._clock() - delivery.begun > LONGEST:
                delivery.seen_at = _at_work(sys._current_frames().get(self._gui))


def _at_work(frame: FrameType | None) -> str:
    """The slot that the event led to and what it was at, of our own code, outermost first."""
    names: list[str] = []
    while frame is not None and not _is_the_delivery(frame):
        module = frame.f_globals.get("__name__", "")
        if module.startswith(_OURS) and module != _HERE:
            place = f"{module}:{frame.f_lineno}"
            names.append(f"{frame.f_code.co_qualname} ({place})")
        frame = frame.f_back
    return " > ".join((names[-1], names[0]) if len(names) > 1 else names)


def _is_the_delivery(frame: FrameType) -> bool:
    return frame.f_globals.get("__name__") == _HERE and frame.f_code is Watchdog.deliver.__code__


class WatchedApplication(QApplication):
    """An application whose events pass the watchdog."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.watchdog = Watchdog()
        self.watchdog.start()

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Delivers an event; Qt calls it for every one, also before this object is whole."""
        watchdog: Watchdog | None = getattr(self, "watchdog", None)
        if watchdog is None:
            return super().notify(receiver, event)
        return watchdog.deliver(
            receiver, event, lambda: bool(super(WatchedApplication, self).notify(receiver, event))
        )
