from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from bcautotask_gui.ui.run_checks.pane_page import PanePage
from bcautotask_gui.ui.run_checks.words import breakable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme

PATH = r"D:\Backups\Brightwell-Dental\HV01-Daily-2026-11-23T061200.vbk is locked"


def test_a_screen_reader_hears_long_words_whole(theme: Theme, qtbot: QtBot) -> None:
    page = PanePage(theme, "Summary")
    qtbot.addWidget(page)
    page.begin()
    page.add_text(breakable(PATH))
    page.add_point("clock", "muted", "Disk 1", text=breakable(PATH))
    page.end()
    shown = [label for label in page.findChildren(QLabel) if "\u200b" in label.text()]
    heard = [QAccessible.queryAccessibleInterface(label) for label in shown]
    assert [each.text(QAccessible.Text.Name) for each in heard] == [PATH, PATH]
