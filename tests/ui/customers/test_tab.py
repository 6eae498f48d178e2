from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.operators import Role
from tests.ui.customers.fakes import BRANDT, HARROW, JANSEN, KOEHLER

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.customers.conftest import Room


def test_the_table_tells_of_each_customer_its_company_and_how_it_stands(room: Room) -> None:
    assert room.tab.table.accessibleName() == "Customers"
    assert room.cell(JANSEN.id, "company") == "Bakkerij Jansen V.O.F."
    assert room.cell(JANSEN.id, "company_id") == "29683401"
    assert room.cell(JANSEN.id, "mapping") == "OK"
    assert room.cell(JANSEN.id, "synced") == "Today 06:40"
    assert room.cell(KOEHLER.id, "company") == "Not mapped"
    assert room.cell(KOEHLER.id, "company_id") == ""
    assert room.cell(KOEHLER.id, "synced") == "Never"
    assert room.cell(BRANDT.id, "company") == "Autohaus Brandt KG (inactive)"


def test_chips_count_and_filter(room: Room) -> None:
    assert room.tab.chips.chip("missing").accessibleName() == "Missing 2"
    assert room.tab.chips.chip("all").accessibleName() == "All 5"
    room.tab.chips.choose("renamed")
    assert room.shown() == [HARROW.name]
    assert room.tab.status is MappingStatus.RENAMED


def test_a_search_without_a_hit_says_so_and_can_be_cleared(room: Room, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.tab.search, "HV9")
    qtbot.keyClick(room.tab.search, Qt.Key.Key_Return)
    assert room.shown() == []
    assert room.tab._nothing.accessibleName() == "No customer matches 'HV9'"
    room.tab.search.empty()
    assert len(room.shown()) == 5


def test_slash_leads_to_the_search(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitExposed(room.tab):
        room.tab.activateWindow()
    room.tab.table.setFocus()
    qtbot.keyClick(room.tab.table, Qt.Key.Key_Slash)
    assert room.tab.search.hasFocus()


def test_the_panel_explains_a_rename(room: Room) -> None:
    room.choose(HARROW.id)
    words = room.panel.current.words
    assert "was Harrow & Finch LLP" in words
    assert "The mapping stays as it is" in words


def test_the_panel_gives_the_reason_of_an_invalid_mapping(room: Room) -> None:
    room.choose(BRANDT.id)
    assert "Autohaus Brandt KG (29683512) cannot be used: inactive." in room.panel.current.words


def test_who_may_not_map_sees_no_writing_button(make: Callable[..., Room]) -> None:
    room = make(role=Role.REPORTER)
    room.choose(KOEHLER.id)
    for button in (
        room.panel.set_button,
        room.panel.clear_button,
        room.panel.refresh_button,
        room.tab.refresh_all,
    ):
        assert not button.isVisible()
    assert room.service.called("search") == []


def test_sorting_asks_the_store(room: Room) -> None:
    room.tab.table.sort_requested.emit("jobs", True)  # noqa: FBT003 - Qt's signal
    (last,) = room.service.called("order")[-1]
    assert (last.sort, last.descending) == ("jobs", True)


def test_every_sort_key_of_the_table_is_one_the_store_knows(room: Room) -> None:
    keys = {column.sort_key for column in room.tab._model.columns}
    assert keys == {"customer", "active", "jobs", "company", "company_id", "mapping", "last_sync"}


def test_the_selection_holds_on_to_its_customer(room: Room) -> None:
    room.choose(HARROW.id)
    room.presenter.refresh()
    assert room.tab.table.selected_keys() == [HARROW.id]
    assert room.panel.row == HARROW
