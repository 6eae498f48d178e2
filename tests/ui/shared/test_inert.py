"""Texts from outside can be read, and do nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextDocumentFragment

from bcautotask_gui.ui.shared.inert import inert, plain_tip
from bcautotask_gui.ui.shared.labels import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("HV01 Daily", "HV01 Daily"),
        ("Bäckerei \N{SNOWMAN} 日本", "Bäckerei \N{SNOWMAN} 日本"),
        ("\u202eexe.ylliad\u202c.txt", "exe.ylliad.txt"),
        ("\u2066a\u2069\u2067b", "ab"),
        ("\x00\x07\x1b[31mred\x9f", "[31mred"),
        ("two\r\nlines\tand more", "two\nlines\tand more"),
        ("\u05d0\u200f\u05d1", "\u05d0\u200f\u05d1"),
    ],
)
def test_only_what_is_read_stays(text: str, shown: str) -> None:
    assert inert(text) == shown


@pytest.mark.parametrize(
    "text",
    ['<img src="file:///etc/hostname">', "<b>bold</b> & more", "<a href='javascript:x'>go</a>"],
)
def test_a_tooltip_shows_markup_as_it_is_written(text: str) -> None:
    tip = plain_tip(text)
    assert tip.startswith("<qt>")  # so that it is never left to a guess
    assert QTextDocumentFragment.fromHtml(tip).toPlainText() == text


def test_a_tooltip_keeps_lines_and_plain_words() -> None:
    assert plain_tip("1 failed\nnext") == "1 failed\nnext"
    for text in ("<b>\nnext", "1 < 2 & 3\nnext", "AT&T &amp; Söhne"):
        assert QTextDocumentFragment.fromHtml(plain_tip(text)).toPlainText() == text


def test_a_label_shows_a_hostile_name_and_the_rest_of_its_sentence(
    theme: Theme, qtbot: QtBot
) -> None:
    label = Label(theme, "Ticket created for \u202e<img src='file:///x'>\x07: done", elided=True)
    qtbot.addWidget(label)
    label.resize(40, 20)
    label.show()
    assert label.text() == "Ticket created for <img src='file:///x'>: done"
    assert QTextDocumentFragment.fromHtml(label.toolTip()).toPlainText() == label.text()
