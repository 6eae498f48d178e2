from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.ui.settings.conftest import Room


def place(widget: QWidget) -> tuple[int, int]:
    """Where a widget begins at the left, in its window, and how wide it is."""
    return widget.mapTo(widget.window(), QPoint(0, 0)).x(), widget.width()


def test_an_empty_secret_stands_under_the_other_fields(make: Callable[..., Room]) -> None:
    page = make(kept=False).tab.autotask
    QApplication.processEvents()
    for row in (page.secret, page.tracking):
        assert place(row) == place(row.secret.field) == place(page.user_name)


def test_a_kept_secret_begins_where_the_other_fields_begin(room: Room) -> None:
    page = room.tab.autotask
    QApplication.processEvents()
    assert place(page.secret.secret.field)[0] == place(page.user_name)[0]
    assert place(page.secret)[1] > place(page.user_name)[1]
    assert page.secret.forget.isVisible()


@pytest.mark.parametrize("width", [1024, 1150, 1280, 1440])
def test_no_width_of_the_window_cuts_the_form(room: Room, width: int) -> None:
    room.tab.resize(width, 700)
    QApplication.processEvents()
    for key in ("autotask", "defaults", "resolving"):
        room.tab.sections.choose(key)
        QApplication.processEvents()
        page = getattr(room.tab, key)
        assert page.horizontalScrollBar().maximum() == 0


def test_no_title_of_a_section_is_cut_once_it_is_chosen(room: Room) -> None:
    sections = room.tab.sections
    button = sections.button("appearance")
    inner = sections.width() - sections.layout().contentsMargins().left() * 2
    assert button.sizeHint().width() <= inner


def test_a_screen_reader_hears_that_one_section_of_several_is_open(room: Room) -> None:
    sections = room.tab.sections
    heard = [QAccessible.queryAccessibleInterface(sections.button(key)) for key in (
        "autotask", "defaults",
    )]  # fmt: skip
    assert [each.role() for each in heard] == [QAccessible.Role.RadioButton] * 2
    assert [bool(each.state().checked) for each in heard] == [True, False]
