from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from bcautotask_gui.ui.messages import Messages, WindowMessages
from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.shared.dialog import ActDialog
from tests.support.fake_messages import FakeMessages

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def open_dialog(window: QWidget) -> ActDialog:
    (dialog,) = window.findChildren(ActDialog)
    return dialog


def test_a_fake_door_answers_while_no_dialog_can_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise AssertionError("a dialog opened")

    monkeypatch.setattr(QDialog, "exec", refuse)
    monkeypatch.setattr(QDialog, "open", refuse)
    door, answered = FakeMessages(), []
    ask: Messages = door
    ask.ask("Discard?", "2 changes are not saved.", "Discard", lambda: answered.append("yes"))
    assert answered == []
    door.answer_yes()
    assert answered == ["yes"]


def test_a_question_waits_for_nobody_and_answers_on_yes(
    theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    answered: list[str] = []
    door = WindowMessages(theme, window)
    door.ask("Discard?", "2 changes are not saved.", "Discard", lambda: answered.append("yes"))
    assert answered == []
    dialog = open_dialog(window)
    assert dialog.primary.text() == "Discard"
    dialog.primary.click()
    assert answered == ["yes"]


def test_enter_alone_throws_nothing_away(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    answered: list[str] = []
    door = WindowMessages(theme, window)
    door.ask("Discard?", "Not saved.", "Discard", lambda: answered.append("yes"), loses=True)
    dialog = open_dialog(window)
    qtbot.keyClick(dialog.primary, Qt.Key.Key_Return)
    assert answered == []
    dialog.primary.click()
    assert answered == ["yes"]


def test_a_question_that_is_left_answers_nothing(
    theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    answered: list[str] = []
    door = WindowMessages(theme, window)
    door.ask("Discard?", "2 changes are not saved.", "Discard", lambda: answered.append("yes"))
    open_dialog(window).cancel.click()
    assert answered == []


def test_what_is_told_can_be_copied(theme: Theme, window: QWidget) -> None:
    WindowMessages(theme, window).tell("The database cannot be read", "Check the network.", "id 7f")
    dialog = open_dialog(window)
    copy = next(b for b in dialog.findChildren(ActionButton) if b.text() == "Copy details")
    copy.click()
    assert QGuiApplication.clipboard().text() == "id 7f"
    dialog.primary.click()
    assert not dialog.isVisible()
