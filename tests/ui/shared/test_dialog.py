from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bcautotask_gui.ui.shared.confirm_dialog import TypedConfirmDialog
from bcautotask_gui.ui.shared.dialog import ActDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> ActDialog:
    made = ActDialog(theme, "Create Autotask ticket")
    qtbot.addWidget(made)
    made.say("This is exactly what will be sent")
    made.set_primary("Create Autotask ticket", "plus")
    made.open()
    return made


@pytest.fixture
def confirm(theme: Theme, qtbot: QtBot) -> TypedConfirmDialog:
    yes = ("Switch to Production", "globe")
    made = TypedConfirmDialog(theme, "Switch to Production", "PRODUCTION", yes, "Stay in Sandbox")
    qtbot.addWidget(made)
    made.open()
    return made


def test_enter_presses_the_blue_button_and_closes_nothing(dialog: ActDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.confirmed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_enter_does_nothing_while_the_button_is_blocked(dialog: ActDialog, qtbot: QtBot) -> None:
    dialog.block("The company is inactive.")
    with qtbot.assertNotEmitted(dialog.confirmed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.primary.toolTip() == "The company is inactive."
    dialog.block("")
    with qtbot.waitSignal(dialog.confirmed):
        qtbot.keyClick(dialog, Qt.Key.Key_Enter)


def test_the_keyboard_never_waits_on_cancel(dialog: ActDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    assert dialog.focusWidget() is dialog.primary
    dialog.block("The checks are not done.")
    assert dialog.focusWidget() is not dialog.cancel
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.block("")
    with qtbot.waitSignal(dialog.confirmed):
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)


def test_enter_in_a_text_of_several_lines_makes_a_line(dialog: ActDialog, qtbot: QtBot) -> None:
    text = QPlainTextEdit()
    dialog.body.addWidget(text)
    text.setFocus()
    with qtbot.assertNotEmitted(dialog.confirmed):
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert text.toPlainText() == "\n"


def test_escape_leaves(dialog: ActDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def press(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(widget, Qt.Key.Key_Return)
    qtbot.keyClick(widget, Qt.Key.Key_Enter)


def test_the_typed_word_brings_the_button_to_life_and_enter_never_presses_it(
    confirm: TypedConfirmDialog, qtbot: QtBot
) -> None:
    assert not confirm.primary.isEnabled()
    qtbot.keyClicks(confirm.field, "production")
    assert not confirm.primary.isEnabled()
    confirm.field.setText("PRODUCTION")
    assert confirm.primary.isEnabled()
    with qtbot.assertNotEmitted(confirm.confirmed):
        for widget in (confirm, confirm.field, confirm.primary):
            press(widget, qtbot)
    with qtbot.waitSignal(confirm.confirmed):
        confirm.primary.click()


def test_the_points_stand_above_the_field_in_their_order(confirm: TypedConfirmDialog) -> None:
    confirm.add_point("database", "First")
    confirm.add_point("person", "Second")
    tops = {
        label.text(): label.mapTo(confirm, label.rect().topLeft()).y()
        for label in confirm.findChildren(type(confirm.subheading))
        if label.text()
    }
    confirm.adjustSize()
    assert list(tops) == ["First", "Second"]
