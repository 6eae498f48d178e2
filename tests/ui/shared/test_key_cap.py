"""Keys beside each other, as in the list of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcautotask_gui.ui.shared.key_cap import KeyCaps, cap_width

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


def test_each_key_gets_a_cap_and_is_read_as_text(qtbot: QtBot, theme: Theme) -> None:
    caps = KeyCaps(theme, "J  K")
    qtbot.addWidget(caps)
    assert caps.accessibleName() == "J K"
    assert caps.sizeHint().width() == 2 * cap_width(theme, "J") + theme.space.xs


def test_what_stands_for_the_keys_between_gets_none(qtbot: QtBot, theme: Theme) -> None:
    caps = KeyCaps(theme, "1 … 6")
    qtbot.addWidget(caps)
    assert caps.sizeHint().width() < 3 * cap_width(theme, "1") + 2 * theme.space.xs
    caps.show()
    assert not caps.grab().isNull()
