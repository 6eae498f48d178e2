"""What is loaded before the window is painted, and what only then."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bcautotask_gui.app import loading

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

LATER = ("bcautotask_gui.app.session", "bcautotask_gui.ui.run_checks", "bcautotask_gui.ui.settings",
         "bcautotask_gui.services", "sqlalchemy", "httpx", "psycopg", "keyring")  # fmt: skip


def test_nothing_heavy_is_imported_before_there_is_a_window() -> None:
    code = f"import sys, bcautotask_gui.app; print([m for m in {LATER} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"


def test_the_rooms_are_loaded_once_the_window_was_painted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    class Window(QWidget):
        def paintEvent(self, _event: object) -> None:
            order.append("painted")

    monkeypatch.setattr(loading, "import_module", lambda _name: order.append("loaded"))
    monkeypatch.setattr(loading, "_LATEST", 60_000)
    window = Window()
    qtbot.addWidget(window)
    window.show()
    loading.load_rooms(window)
    assert order[0] == "painted"
    assert order.count("loaded") == 2


def test_a_window_that_is_never_painted_does_not_hold_up_the_start(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(loading, "import_module", loaded.append)
    monkeypatch.setattr(loading, "_LATEST", 1)
    window = QWidget()
    qtbot.addWidget(window)
    loading.load_rooms(window)
    assert len(loaded) == 2
