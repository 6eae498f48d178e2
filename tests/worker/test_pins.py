"""What Qt's binding does where its documentation leaves room: the ground the room stands on."""

import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt, QThread, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QTableView
from pytestqt.qtbot import QtBot

from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.worker.jobs import Jobs, Lane

HANGING = 60_000
BEYOND_32_BITS = [2**62, 2**31 + 7, 5, 2**40]


class Listener(QObject):
    """Keeps what a job tells and the thread it was told in."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: list[QThread] = []

    @Slot(object)
    def hear(self, value: object) -> None:
        self.heard.append(value)
        self.threads.append(QThread.currentThread())


def test_a_bound_slot_runs_on_the_gui_thread(jobs: Jobs, qtbot: QtBot, qapp: QApplication) -> None:
    listener = Listener()
    job = jobs.run(Lane.LOCAL, threading.get_ident)
    job.done.connect(listener.hear)
    qtbot.waitUntil(lambda: bool(listener.heard), timeout=HANGING)
    assert listener.heard != [threading.get_ident()]
    assert listener.threads == [qapp.thread()]


def test_closing_ends_a_running_generator(qtbot: QtBot) -> None:
    jobs = Jobs()
    under_way = threading.Event()
    tidied: list[str] = []

    def counting() -> Iterator[Progress]:
        try:
            for number in range(10**9):
                under_way.set()
                yield Progress(number, None, "counting")
        finally:
            tidied.append("yes")

    job = jobs.run(Lane.BULK, counting)
    assert under_way.wait(HANGING / 1000)
    with qtbot.waitSignal(job.finished, timeout=HANGING):
        assert jobs.close(HANGING)
    assert tidied == ["yes"]


def test_an_object_signal_carries_64_bits_unchanged(jobs: Jobs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(jobs.run(Lane.LOCAL, lambda: 2**62).done, timeout=HANGING) as told:
        pass
    assert told.args == [2**62]


def table_of(numbers: list[int]) -> QSortFilterProxyModel:
    model = QStandardItemModel()
    for number in numbers:
        item = QStandardItem(str(number))
        item.setData(f"{number:020d}", Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    proxy = QSortFilterProxyModel()
    model.setParent(proxy)
    proxy.setSourceModel(model)
    proxy.setSortRole(Qt.ItemDataRole.UserRole)
    proxy.sort(0)
    return proxy


def test_padded_keys_sort_64_bit_numbers(qapp: QApplication) -> None:
    proxy = table_of(BEYOND_32_BITS)
    shown = [int(proxy.index(row, 0).data()) for row in range(proxy.rowCount())]
    assert shown == sorted(BEYOND_32_BITS)


def test_a_replaced_row_that_moves_stays_selected(qtbot: QtBot) -> None:
    proxy, view = table_of(BEYOND_32_BITS), QTableView()
    qtbot.addWidget(view)
    view.setModel(proxy)
    view.selectRow(0)
    source = proxy.sourceModel()
    source.setData(proxy.mapToSource(proxy.index(0, 0)), f"{2**63:020d}", Qt.ItemDataRole.UserRole)
    selected = view.selectionModel().selectedRows()
    assert [(index.row(), index.data()) for index in selected] == [(3, "5")]


def test_a_deleted_owner_hears_nothing_and_nothing_raises(jobs: Jobs, qtbot: QtBot) -> None:
    may_end = threading.Event()
    listener = Listener()
    heard = listener.heard
    job = jobs.run(Lane.LOCAL, may_end.wait, HANGING / 1000)
    job.done.connect(listener.hear)
    job.finished.connect(listener.hear)
    shiboken6.delete(listener)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(job.finished, timeout=HANGING):
        may_end.set()
    assert heard == []
    assert raised == []


def test_patching_exec_stops_instances_but_not_the_static_questions(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(*_: object) -> None:
        raise AssertionError("a modal dialog was opened")

    monkeypatch.setattr(QDialog, "exec", opened)
    with pytest.raises(AssertionError, match="modal"):
        QMessageBox().exec()
    assert QMessageBox.question is not opened
    monkeypatch.setattr(QMessageBox, "question", opened)
    with pytest.raises(AssertionError, match="modal"):
        QMessageBox.question(None, "Sure?", "Sure?")


def test_closing_gives_up_at_its_deadline(qtbot: QtBot) -> None:
    jobs = Jobs()
    begun, may_end = threading.Event(), threading.Event()

    def sleep_on() -> None:
        begun.set()
        may_end.wait(HANGING / 1000)

    job = jobs.run(Lane.LOCAL, sleep_on)
    assert begun.wait(HANGING / 1000)
    assert not jobs.close(50)
    with qtbot.waitSignal(job.finished, timeout=HANGING):
        may_end.set()
        assert jobs.close(HANGING)


LEAVING = """
import os, threading
from PySide6.QtCore import QCoreApplication
from bcautotask_gui.worker.jobs import Jobs, Lane
application = QCoreApplication([])
jobs, started = Jobs(), threading.Event()
jobs.run(Lane.KEYRING, lambda: (started.set(), threading.Event().wait()))
started.wait()
print("ended" if jobs.close(50) else "still waiting", flush=True)
os._exit(0)
"""


def test_a_process_can_leave_while_a_prompt_is_never_answered() -> None:
    child = subprocess.run(
        [sys.executable, "-c", LEAVING], capture_output=True, text=True, timeout=60, check=True
    )
    assert child.stdout == "still waiting\n"
    assert child.stderr == ""
