from __future__ import annotations

from typing import TYPE_CHECKING

from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.ui.shared.two_line_list import TwoLineList, TwoLines

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme

FIRST = TwoLines("1", "Dr. Köhler", "29683560 · Freiburg", Badge.SIMILAR, "Similar 78%")
SECOND = TwoLines("2", "Köhler KG", "29683344 · Kehl")


def test_an_entry_is_read_with_its_badge(theme: Theme, qtbot: QtBot) -> None:
    entries = TwoLineList(theme, "Companies")
    qtbot.addWidget(entries)
    entries.show_entries([FIRST])
    assert entries.model().index(0, 0).data() == "Dr. Köhler. Similar 78%. 29683560 · Freiburg"


def test_the_chosen_entry_stays_chosen_when_the_list_is_shown_anew(
    theme: Theme, qtbot: QtBot
) -> None:
    entries = TwoLineList(theme, "Companies")
    qtbot.addWidget(entries)
    entries.show_entries([FIRST, SECOND])
    with qtbot.waitSignal(entries.chosen) as chosen:
        entries.select_key("2")
    assert chosen.args == ["2"]
    with qtbot.assertNotEmitted(entries.chosen):
        entries.show_entries([SECOND, FIRST])
    assert entries.key == "2"
    with qtbot.waitSignal(entries.chosen) as gone:
        entries.show_entries([FIRST])
    assert gone.args == [""]
