from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcautotask_gui.ui.shared.labels import Label, WrappingLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme

LONG = "There is not enough space on the disk. Failed to write data to the repository. " * 3


def test_an_eliding_label_says_the_rest_in_its_tooltip(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, LONG, elided=True)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.toolTip() == LONG
    label.setText("short")
    assert label.toolTip() == ""


def test_text_is_never_read_as_markup(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "<b>x</b>")
    qtbot.addWidget(label)
    plain = theme.font_metrics("body").horizontalAdvance("<b>x</b>")
    assert label.sizeHint().width() >= plain


def test_a_wrapping_label_is_as_high_as_its_lines(theme: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    label = WrappingLabel(theme, LONG)
    layout.addWidget(label)
    layout.addStretch(1)
    holder.resize(300, 600)
    holder.show()
    narrow = label.height()
    assert narrow == label.heightForWidth(label.width())
    holder.resize(900, 600)
    qtbot.waitUntil(lambda: label.height() < narrow, timeout=60_000)
    assert label.height() == label.heightForWidth(label.width())


def test_a_label_changes_colour_with_the_scheme(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "x", token="muted")
    qtbot.addWidget(label)
    theme.use("dark")
    assert label.palette().windowText().color().name() == theme.colour("muted").name()
