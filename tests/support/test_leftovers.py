"""What a test leaves behind is found, whoever started it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from tests.support import leftovers

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_thread_that_runs_on_is_found() -> None:
    known = leftovers.running_threads()
    go = threading.Event()
    thread = threading.Thread(target=go.wait)
    thread.start()
    assert leftovers.running_threads() - known == {thread.ident}
    go.set()
    thread.join()


def test_a_job_in_a_private_pool_is_found() -> None:
    known = leftovers.running_threads()
    started, go = threading.Event(), threading.Event()

    def job() -> None:
        threading.current_thread()  # makes the pool's thread known to Python, as logging does
        started.set()
        go.wait()

    pool = QThreadPool()
    pool.start(job)
    assert started.wait(60)
    assert len(leftovers.running_threads() - known) == 1
    go.set()
    assert pool.waitForDone(60_000)
    assert not leftovers.wait_for_threads(known)


def test_a_window_that_somebody_still_holds_is_found_and_removed(qapp: object) -> None:
    held = QWidget(objectName="held")
    held.show()
    assert leftovers.remove_windows([]) == ["QWidget 'held'"]
    assert not leftovers.windows()


def test_a_window_in_a_circle_of_references_is_no_leak(qapp: object) -> None:
    window = QWidget()
    window.itself = window  # type: ignore[attr-defined]
    del window
    assert leftovers.remove_windows([]) == []


def test_a_dialog_cannot_wait_for_a_person(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    box = QMessageBox()
    qtbot.addWidget(box)
    ways = [
        dialog.exec,
        box.exec,
        lambda: QMessageBox.question(dialog, "Close", "Really?"),
        lambda: QFileDialog.getSaveFileName(dialog),
    ]
    for wait in ways:
        with pytest.raises(AssertionError, match="modal"):
            wait()
