"""Long work that ends unseen is told outside the window, if somebody wants that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel

from bcautotask_gui.app.notifying import LONG, Notifying, _over_the_bus
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.worker.jobs import Jobs, Lane

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme
    from tests.support.session import Session


class Room:
    def __init__(self, window: MainWindow, memory: QSettings, qtbot: QtBot) -> None:
        self.window, self.memory, self.qtbot = window, memory, qtbot
        self.jobs = Jobs()
        self.clock = 0.0
        self.sent: list[tuple[str, str]] = []
        self.switch("true")
        self.notifying = Notifying(
            window, memory, self.jobs, lambda *told: self.sent.append(told), lambda: self.clock
        )

    def switch(self, to: str) -> None:
        self.memory.setValue("appearance/notifications", to)

    def work(self, seconds: float = LONG, *, tells: bool = True) -> None:
        """Work of so many seconds, after which the window says how it ended."""

        def working() -> Iterator[Progress]:
            if tells:
                yield Progress("Mappings", 1, 2)

        job = self.jobs.run(Lane.BULK, working)
        job.done.connect(lambda _done: self.window.status.outcome.say("42 mappings were read."))
        self.clock += seconds
        ended: list[bool] = []
        job.finished.connect(lambda _job: ended.append(True))
        self.qtbot.waitUntil(lambda: bool(ended), timeout=60_000)
        QApplication.processEvents()


@pytest.fixture
def room(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(theme, memory)
    qtbot.addWidget(window)
    made = Room(window, memory, qtbot)
    yield made
    assert made.jobs.close(60_000)


def test_the_outcome_of_long_work_is_told_where_nobody_looks(room: Room) -> None:
    room.work()
    assert [sentence for _heading, sentence in room.sent] == ["42 mappings were read."]


def test_nothing_is_told_until_somebody_switches_it_on(room: Room) -> None:
    room.switch("false")
    room.work()
    assert room.sent == []


def test_short_work_and_work_without_progress_are_not_told(room: Room) -> None:
    room.work(LONG - 1)
    room.work(tells=False)
    assert room.sent == []


def test_whoever_looks_at_the_window_is_not_disturbed(room: Room, qtbot: QtBot) -> None:
    looked_at = QLabel("in front")
    qtbot.addWidget(looked_at)
    looked_at.show()
    looked_at.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is looked_at, timeout=60_000)
    room.work()
    assert room.sent == []


def test_a_desktop_without_notifications_is_left_in_peace(
    keyring_session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    _over_the_bus("Backupchecks Autotask", "42 mappings were read.")
    assert "Traceback" not in caplog.text
