"""Loads what stands behind the window once there is something to see, in a lane."""

import gc
from importlib import import_module

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from bcautotask_gui.worker.jobs import Jobs, Lane

# milliseconds; an import cannot be stopped, and takes less
_DEADLINE = 60_000
# milliseconds after which a window that is never painted, such as a minimised one, is let be
_LATEST = 1_000
_ROOMS = ("bcautotask_gui.app.session", "bcautotask_gui.app.help")


class _FirstPaint(QObject):
    """Tells once that a window was painted."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        window.installEventFilter(self)
        QTimer.singleShot(_LATEST, self._tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears of the paint; all of it is on the screen in the next round of events."""
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self._tell)
        return super().eventFilter(watched, event)

    @Slot()
    def _tell(self) -> None:
        self._window.removeEventFilter(self)
        self.painted.emit()


def load_rooms(window: QWidget) -> None:
    """Imports pages, dialogs and rules, which takes most of a start, while a window lives.

    An error is left to whoever imports the same in earnest.

    Args:
        window: just shown; it is painted first.
    """
    jobs, loop, first = Jobs(), QEventLoop(), _FirstPaint(window)
    begun: list[object] = []

    def begin() -> None:
        if not begun:
            job = jobs.run(Lane.LOCAL, _import_all)
            begun.append(job)
            job.finished.connect(loop.quit)

    first.painted.connect(begin)
    loop.exec()  # ends, too, where the window is closed meanwhile
    jobs.close(_DEADLINE)


def _import_all() -> None:
    for name in _ROOMS:
        import_module(name)
    # what stays for good is looked at by no collection, or each would stall the window
    gc.freeze()
