"""What a test must not leave behind: running code in other threads, windows on the screen."""

from __future__ import annotations

import gc
import sys
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

GRACE_SECONDS = 10.0


def running_threads() -> set[int]:
    """The threads that run Python code now, a pool's jobs among them; daemons do not count.

    A thread of Qt's pools is unknown to `threading`, or appears there as a dummy once its code
    asks who it is, so the interpreter's own list of running frames decides.
    """
    allowed = {
        thread.ident
        for thread in threading.enumerate()
        if thread.daemon and not isinstance(thread, threading._DummyThread)
    }
    return sys._current_frames().keys() - allowed - {threading.main_thread().ident}


def wait_for_threads(known: set[int]) -> set[int]:
    """The threads besides the known ones that still run after a moment of grace."""
    end = time.monotonic() + GRACE_SECONDS
    while (surviving := running_threads() - known) and time.monotonic() < end:
        time.sleep(0.01)
    return surviving


def windows() -> list[QWidget]:
    """The windows that exist, shown or not; Qt's own tool tip does not count."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    return [
        window
        for window in QApplication.topLevelWidgets()
        if window.metaObject().className() != "QTipLabel"
    ]


def remove_windows(known: list[QWidget]) -> list[str]:
    """Removes the windows besides the known ones; names those that somebody still holds."""
    _delete_what_is_marked()
    if not [window for window in windows() if window not in known]:
        return []
    gc.collect()  # a window in a circle of references waits for this, and is no leak
    _delete_what_is_marked()
    surviving = [window for window in windows() if window not in known]
    names = [f"{type(window).__name__} {window.objectName()!r}" for window in surviving]
    for window in surviving:
        window.close()
        window.deleteLater()
    _delete_what_is_marked()
    return names


def _delete_what_is_marked() -> None:
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
