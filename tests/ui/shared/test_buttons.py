from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from bcautotask_gui.ui.shared.buttons import ActionButton, Kind

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


def test_the_accessible_name_is_the_text_without_the_key(theme: Theme, qtbot: QtBot) -> None:
    button = ActionButton(theme, "Create Autotask ticket", "plus", "C", Kind.PRIMARY)
    qtbot.addWidget(button)
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Name) == "Create Autotask ticket"


def test_the_size_counts_icon_and_key(theme: Theme, qtbot: QtBot) -> None:
    bare = ActionButton(theme, "Open ticket")
    with_icon = ActionButton(theme, "Open ticket", "external")
    with_both = ActionButton(theme, "Open ticket", "external", "O")
    for button in (bare, with_icon, with_both):
        qtbot.addWidget(button)
    widths = [button.sizeHint().width() for button in (bare, with_icon, with_both)]
    assert widths[1] - widths[0] >= theme.metrics.icon
    assert widths[2] - widths[1] >= theme.px(19)
    assert with_both.minimumSizeHint() == with_both.sizeHint()


def test_a_disabled_button_says_why(theme: Theme, qtbot: QtBot) -> None:
    button = ActionButton(theme, "Resolve ticket")
    qtbot.addWidget(button)
    button.set_tip("Closes the ticket in Autotask")
    button.set_reason("This run has no ticket.")
    assert not button.isEnabled()
    assert button.toolTip() == button.statusTip() == "This run has no ticket."
    assert button.accessibleDescription() == "This run has no ticket."
    button.set_reason("")
    assert button.isEnabled()
    assert button.toolTip() == "Closes the ticket in Autotask"
    assert button.statusTip() == ""


def test_enter_presses_the_button_that_has_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    button = ActionButton(theme, "Refresh")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    button.enter_presses = False
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_an_ampersand_in_a_name_is_written_out(theme: Theme, qtbot: QtBot) -> None:
    plain = ActionButton(theme, "Backup && Recovery")
    mnemonic = ActionButton(theme, "Backup Recovery")
    qtbot.addWidget(plain)
    qtbot.addWidget(mnemonic)
    ampersand = theme.font_metrics("body", 500).horizontalAdvance("& ")
    grown = plain.sizeHint().width() - mnemonic.sizeHint().width()
    assert abs(grown - ampersand) <= 2
