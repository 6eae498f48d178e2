"""Circles of references that hold objects of Qt are destroyed on the GUI thread, and only there."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QTimer

from bcautotask_gui.worker import garbage
from bcautotask_gui.worker.garbage import GarbageCollector, collect_what_is_due
from bcautotask_gui.worker.jobs import Jobs, Lane
from tests.worker.conftest import HANGING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ENOUGH = 20_000  # objects, far more than Python makes between two collections


@pytest.fixture
def collector(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[GarbageCollector]:
    monkeypatch.setattr(garbage, "_LOOK_EVERY", 10)
    gc.collect()
    was_on = gc.isenabled()
    gc.enable()
    collector = GarbageCollector()
    yield collector
    collector.close()
    assert gc.isenabled()
    if not was_on:
        gc.disable()


class Circle(QObject):
    """Holds itself and a timer that goes on."""

    def __init__(self, ended_in: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.destroyed.connect(
            lambda: ended_in.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
        )
        timer = QTimer(self)
        timer.start(1)


def make_objects() -> int:
    return len([[] for _ in range(ENOUGH)])  # type: ignore[var-annotated]


def test_a_lane_that_makes_many_objects_destroys_none_of_qt(
    jobs: Jobs, qtbot: QtBot, collector: GarbageCollector
) -> None:
    ended_in: list[int] = []
    Circle(ended_in)
    made = jobs.run(Lane.BULK, make_objects)
    with qtbot.waitSignal(made.finished, timeout=HANGING):
        pass
    assert ended_in == []
    gc.collect()
    assert ended_in == [threading.get_ident()]


def test_what_is_due_is_collected_by_itself(qtbot: QtBot, collector: GarbageCollector) -> None:
    ended_in: list[int] = []
    Circle(ended_in)
    collector.start()
    kept: list[list[int]] = []

    def destroyed() -> bool:
        kept.extend([] for _ in range(ENOUGH))
        return bool(ended_in)

    qtbot.waitUntil(destroyed, timeout=HANGING)
    assert set(ended_in) == {threading.get_ident()}


def test_nothing_is_collected_while_little_was_made(collector: GarbageCollector) -> None:
    ended_in: list[int] = []
    gc.collect()
    Circle(ended_in)
    collect_what_is_due()
    assert ended_in == []
    gc.collect()
    assert ended_in


def test_older_circles_are_collected_in_the_end(collector: GarbageCollector) -> None:
    ended_in: list[int] = []
    circle = Circle(ended_in)
    gc.collect(0)
    gc.collect(1)
    del circle
    _young, middle, old = gc.get_threshold()
    kept: list[list[int]] = []
    for _ in range((middle + 2) * (old + 2)):
        kept.extend([] for _ in range(1_000))
        collect_what_is_due()
    assert ended_in


def test_what_the_work_held_of_qt_is_let_go_on_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    ended_in: list[int] = []
    held = QObject()
    held.destroyed.connect(
        lambda: ended_in.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
    )
    job = jobs.run(Lane.LOCAL, id, held)
    del held
    with qtbot.waitSignal(job.finished, timeout=HANGING):
        pass
    qtbot.waitUntil(lambda: bool(ended_in), timeout=HANGING)
    assert ended_in == [threading.get_ident()]
