"""What holds up the window is named; nothing else is."""

from __future__ import annotations

import logging
import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from bcautotask_gui.worker.watchdog import LONGEST, Watchdog

if TYPE_CHECKING:
    import pytest

SLEEPY = """
__name__ = "bcautotask_gui.sleepy"
import logging, sys, time
logging.basicConfig(format="%(message)s")
from PySide6.QtCore import QObject, QTimer, Slot
from bcautotask_gui.worker.watchdog import WatchedApplication
app = WatchedApplication(sys.argv)
class Sleeper(QObject):
    @Slot()
    def sleep(self):
        latest = time.monotonic() + 60
        while not app.watchdog._open[0].seen_at and time.monotonic() < latest:
            time.sleep(0.001)
sleeper = Sleeper()
QTimer.singleShot(0, sleeper.sleep)
QTimer.singleShot(0, lambda: QTimer.singleShot(0, app.quit))
code = app.exec()
app.watchdog.close()
sys.exit(code)
"""


class Time:
    """Passes only where a test says so; so do the loops."""

    def __init__(self) -> None:
        self.now, self.loops = 0.0, 1

    def passes(self, seconds: float) -> bool:
        self.now += seconds
        return True


def watched() -> tuple[Time, Watchdog, QObject]:
    time = Time()
    return time, Watchdog(lambda: time.now, lambda: time.loops), QObject()


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records]


def test_what_takes_longer_than_a_picture_is_named(caplog: pytest.LogCaptureFixture) -> None:
    time, watchdog, receiver = watched()
    event = QEvent(QEvent.Type.Timer)
    assert watchdog.deliver(receiver, event, lambda: time.passes(0.0171))
    assert told(caplog) == ["QObject Timer held up the window for 17 ms in code that is not Python"]
    assert caplog.records[0].levelno == logging.WARNING


def test_what_fits_into_a_picture_is_not(caplog: pytest.LogCaptureFixture) -> None:
    time, watchdog, receiver = watched()
    watchdog.deliver(receiver, QEvent(QEvent.Type.Timer), lambda: time.passes(LONGEST))
    assert not told(caplog)


def test_of_events_inside_each_other_the_outermost_is_named(
    caplog: pytest.LogCaptureFixture,
) -> None:
    time, watchdog, receiver = watched()
    inner = QEvent(QEvent.Type.Paint)

    def outer() -> bool:
        return all(watchdog.deliver(receiver, inner, lambda: time.passes(0.0101)) for _ in range(2))

    watchdog.deliver(receiver, QEvent(QEvent.Type.MetaCall), outer)
    assert [each.split(" in ")[0] for each in told(caplog)] == [
        "QObject MetaCall held up the window for 20 ms"
    ]


def test_a_menu_that_waits_for_a_person_holds_nothing_up(caplog: pytest.LogCaptureFixture) -> None:
    time, watchdog, receiver = watched()

    def menu() -> bool:
        time.loops = 2
        watchdog.deliver(receiver, QEvent(QEvent.Type.Timer), lambda: time.passes(0.03))
        time.passes(5.0)
        time.loops = 1
        return True

    watchdog.deliver(receiver, QEvent(QEvent.Type.MouseButtonPress), menu)
    assert [each.split(" in ")[0] for each in told(caplog)] == [
        "QObject Timer held up the window for 30 ms"
    ]


def test_the_slot_is_told_by_its_name() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", SLEEPY], capture_output=True, text=True, check=True, timeout=100
    )
    assert "held up the window for" in ended.stderr
    assert "Sleeper.sleep (bcautotask_gui.sleepy:" in ended.stderr
