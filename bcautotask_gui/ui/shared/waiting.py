"""Waits in the window's thread as an idle window does: the lanes go on meanwhile."""

from PySide6.QtCore import QEventLoop, QTimer


def wait(milliseconds: int) -> None:
    """Handles events for a while; for whoever leads a window, never for the window itself.

    QTest.qWait would hold the interpreter, and so the lanes, for four fifths of the time.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
