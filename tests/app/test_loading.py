"""What is loaded before the window is painted, and what only then."""

from __future__ import annotations

import subprocess
import sys
import threading
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
    assert order.count("loaded") == 1 + len(loading._FIRST_PAGE)


def test_a_window_that_is_never_painted_does_not_hold_up_the_start(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(loading, "import_module", loaded.append)
    monkeypatch.setattr(loading, "_LATEST", 1)
    window = QWidget()
    qtbot.addWidget(window)
    loading.load_rooms(window)
    assert loaded == [loading._WITHOUT_QT, *loading._FIRST_PAGE]


def test_only_what_knows_no_qt_is_imported_in_a_lane(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_a_lane: list[str] = []

    def note(name: str) -> None:
        if threading.current_thread() is not threading.main_thread():
            in_a_lane.append(name)

    monkeypatch.setattr(loading, "import_module", note)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    loading.load_rooms(window)
    assert in_a_lane == [loading._WITHOUT_QT]


def test_what_is_imported_in_a_lane_makes_no_class_of_qt() -> None:
    code = f"""
import bcautotask_gui.app, sys
from PySide6.QtCore import QObject
known = set(sys.modules)
import {loading._WITHOUT_QT}
print([f"{{name}}.{{word}}" for name in set(sys.modules) - known
       for word, each in vars(sys.modules[name]).items()
       if isinstance(each, type) and issubclass(each, QObject) and each.__module__ == name])
"""
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"


def test_a_module_that_cannot_be_imported_is_left_to_whoever_needs_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def fail(name: str) -> None:
        tried.append(name)
        if name == "broken":
            raise ImportError(name)

    monkeypatch.setattr(loading, "import_module", fail)
    imports = loading.WindowImports(("broken", "whole"))
    with qtbot.capture_exceptions() as caught, qtbot.waitSignal(imports.finished, timeout=60_000):
        imports.begin()
    assert tried == ["broken", "whole"]
    assert [kind for kind, *_rest in caught] == [ImportError]
