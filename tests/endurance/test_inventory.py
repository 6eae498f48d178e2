"""Whatever is left over is counted, by a name that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from tests.endurance.inventory import Inventory

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Teller(QObject):
    told = Signal(object)

    def hear(self, what: object) -> None:
        """Does nothing with it."""


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def teller() -> Teller:
    return Teller()


def more(before: Inventory, teller: Teller) -> list[str]:
    return Inventory([teller]).more_than(before)


def test_what_is_opened_and_closed_well_is_nothing(window: QWidget, teller: Teller) -> None:
    before = Inventory([teller])
    dialog = QDialog(window)
    dialog.open()
    dialog.reject()
    dialog.deleteLater()
    assert more(before, teller) == []


def test_a_dialog_that_is_only_closed_is_found(window: QWidget, teller: Teller) -> None:
    before = Inventory([teller])
    dialog = QDialog(window)
    dialog.open()
    dialog.reject()
    assert more(before, teller) == ["1 more object QDialog"]


def test_a_timer_that_runs_on_is_found(window: QWidget, teller: Teller) -> None:
    before = Inventory([teller])
    timer = QTimer(window)
    timer.start(60_000)
    assert more(before, teller) == ["1 more object QTimer", "1 more running timers"]


def test_a_connection_to_what_lives_on_is_found(teller: Teller) -> None:
    before = Inventory([teller])
    teller.told.connect(teller.hear)
    assert more(before, teller) == ["1 more connections"]


def test_an_object_that_nobody_owns_is_found(teller: Teller) -> None:
    before = Inventory([teller])
    kept = QObject()
    assert more(before, teller) == ["1 more orphans"]
    assert kept.parent() is None


def test_an_open_file_is_found(teller: Teller, tmp_path: Path) -> None:
    before = Inventory([teller])
    with (tmp_path / "file").open("w"):
        assert Inventory([teller]).files == before.files + 1
