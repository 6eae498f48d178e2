"""Everything in every tab and dialog has a name and a way for the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from bcautotask_gui.ui.theme import Theme
from tests.support.reach import controls, nameless, out_of_reach
from tests.support.stations import demo, stations

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def window_with(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    window.show()
    return window


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    window = window_with(qtbot, QPushButton("Save"), QPushButton(), QLineEdit(), QComboBox())
    assert [each.split(" ")[0] for each in nameless(window)] == [
        "QPushButton", "QComboBox", "QLineEdit",
    ]  # fmt: skip


def test_a_living_control_that_tab_passes_by_is_found(qtbot: QtBot) -> None:
    passed, dead = QToolButton(accessibleName="Passed"), QToolButton(accessibleName="Dead")
    dead.setEnabled(False)
    for button in (passed, dead):
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    window = window_with(qtbot, passed, dead, QPushButton("Reached"))
    assert [each.split("'")[1] for each in out_of_reach(window)] == ["Passed"]


@pytest.mark.timeout(600)
def test_every_control_has_a_name_and_a_way(qapp: QApplication, tmp_path: Path) -> None:
    troubles: dict[str, list[str]] = {}
    theme = Theme(qapp)
    with demo(theme, tmp_path) as shown:
        shown.window.resize(theme.px(1440), theme.px(900))
        for station in stations(shown):
            assert any(controls(station.front)), f"{station.name} shows no control"
            found = [f"no name: {each}" for each in nameless(station.front)]
            found += [f"no key: {each}" for each in out_of_reach(station.front)]
            for each in found:
                troubles.setdefault(each, []).append(station.name)
    assert not troubles, "\n".join(f"{each}: {', '.join(at)}" for each, at in troubles.items())
