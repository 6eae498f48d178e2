from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from bcautotask_gui.ui.shared.chips import ChipBar, ChipSpec

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme

SPECS = (
    ChipSpec("open", "Not reviewed"),
    ChipSpec("waiting", "Waiting", "hourglass"),
    ChipSpec("all", "All", counted=False),
)


@pytest.fixture
def chips(theme: Theme, qtbot: QtBot) -> ChipBar:
    made = ChipBar(theme, "Views", SPECS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_chip_is_chosen(chips: ChipBar) -> None:
    assert chips.key == "open"


def test_a_count_is_unknown_until_it_is_told(chips: ChipBar) -> None:
    assert chips.chip("waiting").accessibleName() == "Waiting …"
    chips.set_count("waiting", 1)
    assert chips.chip("waiting").accessibleName() == "Waiting 1"
    assert chips.chip("all").accessibleName() == "All"


def test_a_chip_is_read_as_one_of_a_group(chips: ChipBar) -> None:
    spoken = QAccessible.queryAccessibleInterface(chips.chip("waiting"))
    assert spoken.role() == QAccessible.Role.RadioButton


def test_a_count_needs_room(chips: ChipBar) -> None:
    before = chips.chip("open").sizeHint().width()
    chips.set_count("open", 123456)
    assert chips.chip("open").sizeHint().width() > before


def test_a_click_chooses_one_chip_alone(chips: ChipBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chips.chosen) as chosen:
        qtbot.mouseClick(chips.chip("waiting"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["waiting"]
    assert not chips.chip("open").isChecked()


def test_arrows_walk_around(chips: ChipBar, qtbot: QtBot) -> None:
    chosen: list[str] = []
    chips.chosen.connect(chosen.append)
    for key in (*(Qt.Key.Key_Right for _ in SPECS), Qt.Key.Key_Left):
        qtbot.keyClick(chips.chip(chips.key), key)
    assert chosen == ["waiting", "all", "open", "all"]


def test_number_keys_choose_by_place(chips: ChipBar, qtbot: QtBot) -> None:
    qtbot.keyClick(chips, Qt.Key.Key_3)
    assert chips.key == "all"
    qtbot.keyClick(chips, Qt.Key.Key_9)
    assert chips.key == "all"


def test_choosing_the_chosen_one_says_nothing(chips: ChipBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chips.chosen):
        chips.choose("open")


def test_tab_enters_the_row_once(chips: ChipBar) -> None:
    chips.choose("waiting")
    stops = [
        spec.key
        for spec in SPECS
        if chips.chip(spec.key).focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["waiting"]
