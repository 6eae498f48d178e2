"""Facts: a long value is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcautotask_gui.ui.shared.facts import Fact, Facts
from bcautotask_gui.ui.shared.labels import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme

LONG = "Wednesday 30 September 2026, 03:59"


def shown(qtbot: QtBot, theme: Theme, width: int, *, lined: bool) -> tuple[Facts, Label]:
    facts = Facts(theme, 73, lined=lined)
    qtbot.addWidget(facts)
    facts.show_facts((Fact("Run time", LONG), Fact("Type", "Veeam")))
    facts.resize(width, 200)
    facts.show()
    return facts, next(each for each in facts.findChildren(Label) if each.text() == LONG)


def test_a_value_that_does_not_fit_takes_further_lines(qtbot: QtBot, theme: Theme) -> None:
    _narrow, narrow = shown(qtbot, theme, theme.px(200), lined=False)
    _wide, wide = shown(qtbot, theme, theme.px(700), lined=False)
    assert narrow.height() >= 2 * wide.height()
    assert narrow.width() < narrow.fontMetrics().horizontalAdvance(LONG)


def test_a_lined_row_keeps_its_height_and_has_the_value_as_tooltip(
    qtbot: QtBot, theme: Theme
) -> None:
    _facts, value = shown(qtbot, theme, theme.px(200), lined=True)
    assert value.toolTip() == LONG
