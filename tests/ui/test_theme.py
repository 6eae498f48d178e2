from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QPalette

from bcautotask_gui.ui.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


@pytest.fixture
def larger_font(qapp: QApplication) -> Iterator[None]:
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def test_the_palette_is_made_of_tokens(theme: Theme, qapp: QApplication) -> None:
    theme.use("dark")
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == DARK.base
    theme.use("light")
    assert theme.tokens is LIGHT
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name().upper() == LIGHT.text


def test_a_change_of_the_desktop_is_followed_at_once(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.use("dark")
    assert theme.colour("text").name().upper() == DARK.text


def test_no_style_sheet_is_used(theme: Theme, qapp: QApplication) -> None:
    assert qapp.styleSheet() == ""
    assert qapp.style().objectName() == "fusion"


def test_a_font_twice_as_large_makes_rows_twice_as_high(
    theme: Theme, larger_font: None, qapp: QApplication
) -> None:
    before = theme.metrics.row
    theme.refresh()
    assert theme.metrics.row == pytest.approx(2 * before, abs=3)


def test_fonts_keep_the_family_of_the_desktop(theme: Theme, qapp: QApplication) -> None:
    for role in ("body", "title", "caption_name", "first_start"):
        assert theme.font(role).families() == qapp.font().families()
    assert theme.font("title").pointSizeF() == pytest.approx(qapp.font().pointSizeF() * 1.38)
    assert theme.font("section").weight() == QFont.Weight.DemiBold


def test_figures_are_of_one_width_where_asked(theme: Theme) -> None:
    tag = QFont.Tag("tnum")
    assert theme.font("body", tabular=True).isFeatureSet(tag)
    assert not theme.font("body").isFeatureSet(tag)


def test_a_small_length_never_vanishes(theme: Theme) -> None:
    assert theme.px(0.3) == 1
    assert theme.px(0) == 0
