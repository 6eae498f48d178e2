from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from bcautotask_gui.ui.shared.search_field import SearchField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> SearchField:
    made = SearchField(theme, "Search customers", pause_ms=20)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_searches_once_the_typing_pauses(field: SearchField, qtbot: QtBot) -> None:
    said: list[str] = []
    field.searched.connect(said.append)
    qtbot.keyClicks(field, "hv01")
    assert said == []
    qtbot.waitUntil(lambda: said == ["hv01"], timeout=60_000)


def test_enter_searches_at_once(theme: Theme, qtbot: QtBot) -> None:
    patient = SearchField(theme, "Search", pause_ms=60_000)
    qtbot.addWidget(patient)
    qtbot.keyClicks(patient, "HV01")
    with qtbot.waitSignal(patient.searched) as said:
        qtbot.keyClick(patient, Qt.Key.Key_Return)
    assert said.args == ["HV01"]


def test_escape_empties_first_and_leaves_second(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.searched) as said:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert said.args == [""]
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_the_same_words_are_not_searched_twice(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(field.searched):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_cross_has_a_name_and_appears_with_the_text(field: SearchField, qtbot: QtBot) -> None:
    cross = field.findChild(QToolButton)
    assert cross.accessibleName() == "Clear search"
    assert not cross.isVisible()
    qtbot.keyClicks(field, "x")
    assert cross.isVisible()
    cross.click()
    assert field.text() == ""


def test_the_field_is_named_by_its_placeholder(field: SearchField) -> None:
    assert field.accessibleName() == "Search customers"


def test_the_cross_stays_in_the_middle_of_the_end_when_the_field_grows(
    field: SearchField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field, "x")
    field.resize(field.width() + 100, field.height() + 20)
    cross = field.findChild(QToolButton)
    assert abs(cross.geometry().center().y() - field.rect().center().y()) <= 1
    assert field.rect().right() - cross.geometry().right() < cross.width()
