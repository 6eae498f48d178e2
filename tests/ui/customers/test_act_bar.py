from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.ui.customers.act_bar import ActBar
from bcautotask_gui.ui.shared.buttons import ActionButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme

DEADLINE = 60_000


class Bar:
    """Three buttons, of which the second may give way."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.first, self.second, self.last = (
            ActionButton(theme, text) for text in ("Refresh all", "Acknowledge", "Export")
        )
        self.bar = ActBar(theme, (self.first, self.second), (self.last,), self.second)
        qtbot.addWidget(self.bar)
        self.bar.show()

    def make_room(self, *buttons: ActionButton, more: int = 0) -> None:
        wide = sum(each.sizeHint().width() for each in buttons)
        self.bar.resize(wide + 60 + more, 40)


@pytest.fixture
def row(theme: Theme, qtbot: QtBot) -> Bar:
    return Bar(theme, qtbot)


def test_where_all_have_room_all_are_shown(row: Bar) -> None:
    row.make_room(row.first, row.second, row.last)
    assert row.second.isVisible()


def test_where_words_would_be_cut_the_act_of_the_menu_gives_way(row: Bar) -> None:
    row.make_room(row.first, row.last)
    assert not row.second.isVisible()
    assert row.first.isVisible() and row.last.isVisible()
    row.make_room(row.first, row.second, row.last)
    assert row.second.isVisible()


def test_longer_words_of_another_need_its_room(row: Bar, qtbot: QtBot) -> None:
    row.make_room(row.first, row.second, row.last)
    row.first.setText("Refresh all mappings of every customer of this workspace")
    qtbot.waitUntil(lambda: not row.second.isVisible(), timeout=DEADLINE)


def test_an_act_that_the_role_does_not_have_never_appears(row: Bar) -> None:
    row.bar.allow(allowed=False)
    row.make_room(row.first, row.second, row.last, more=500)
    assert not row.second.isVisible()
