from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.ui.shared.strip_delegate import RunStrip, paint_strip, strip_words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


def bar_heights(theme: Theme, states: list[Badge]) -> list[int]:
    picture = QImage(len(states) * 3, 16, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    paint_strip(painter, QRect(0, 0, picture.width(), 16), theme, states, 2, 1)
    painter.end()
    return [
        sum(picture.pixelColor(place * 3, y).alpha() == 255 for y in range(16))
        for place in range(len(states))
    ]


def test_the_height_of_a_bar_is_the_message(theme: Theme) -> None:
    states = [Badge.SUCCESS, Badge.OVERRIDE, Badge.WARNING, Badge.FAILED, Badge.MISSED]
    assert bar_heights(theme, states) == [6, 6, 11, 16, 2]


def test_only_the_newest_thirty_are_drawn(theme: Theme) -> None:
    heights = bar_heights(theme, [Badge.FAILED] * 5 + [Badge.SUCCESS] * 30)
    assert heights == [6] * 30 + [0] * 5


def test_the_strip_is_told_in_words() -> None:
    states = [Badge.SUCCESS] * 26 + [Badge.WARNING] * 2 + [Badge.FAILED, Badge.ERROR]
    assert strip_words(states) == "26 success, 2 warnings, 2 failed"
    assert strip_words([Badge.WARNING]) == "1 warning"
    assert strip_words([]) == ""


def test_the_wide_strip_says_its_words_too(theme: Theme, qtbot: QtBot) -> None:
    strip = RunStrip(theme)
    qtbot.addWidget(strip)
    strip.show_states([Badge.MISSED, Badge.SUCCESS], "Today 05:12: Missed")
    assert strip.accessibleName() == "1 success, 1 missed"
    assert strip.accessibleDescription() == strip.toolTip() == "Today 05:12: Missed"
    assert strip.focusPolicy() is Qt.FocusPolicy.TabFocus
