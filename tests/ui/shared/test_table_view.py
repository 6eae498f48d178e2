from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.ui.shared.cell_painting import parts_width
from bcautotask_gui.ui.shared.column import Column, Part
from bcautotask_gui.ui.shared.table_model import RowsModel
from bcautotask_gui.ui.shared.table_view import TableView
from tests.ui.conftest import SampleRow

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme

COLUMNS = (
    Column("name", "Name", lambda row: row.name, "name", width=200, stretch=True, hideable=False),
    Column("count", "Count", lambda row: str(row.count), "count", width=80),
    Column("note", "Note", lambda row: "note", width=90, narrow_rank=1),
    Column("tool", "Tool", lambda row: "tool", width=70, narrow_rank=2),
)
ROWS = [SampleRow(key, f"Customer {key}", place) for place, key in enumerate("abcdef")]


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> TableView:
    model = RowsModel(COLUMNS)
    made = TableView(theme, model, "Runs")
    qtbot.addWidget(made)
    made.resize(700, 300)
    model.set_rows(ROWS)
    made.show()
    return made


def model_of(table: TableView) -> RowsModel:
    model = table.model()
    assert isinstance(model, RowsModel)
    return model


def shown(table: TableView) -> list[str]:
    header = table.horizontalHeader()
    order = (header.logicalIndex(place) for place in range(header.count()))
    return [COLUMNS[section].key for section in order if not header.isSectionHidden(section)]


def test_the_table_and_its_cells_have_names(table: TableView) -> None:
    assert table.accessibleName() == "Runs"
    spoken = QAccessible.queryAccessibleInterface(table)
    assert spoken.text(QAccessible.Text.Name) == "Runs"


def test_j_and_k_walk_through_the_rows(table: TableView, qtbot: QtBot) -> None:
    table.select_key("a")
    qtbot.keyClick(table, Qt.Key.Key_J)
    qtbot.keyClick(table, Qt.Key.Key_J)
    assert table.selected_keys() == ["c"]
    qtbot.keyClick(table, Qt.Key.Key_K)
    assert table.selected_keys() == ["b"]


def test_single_keys_can_be_switched_off(table: TableView, qtbot: QtBot) -> None:
    table.select_key("a")
    table.single_keys = False
    qtbot.keyClick(table, Qt.Key.Key_J)
    assert table.selected_keys() == ["a"]


def test_typing_letters_never_jumps(table: TableView, qtbot: QtBot) -> None:
    table.select_key("a")
    qtbot.keyClicks(table, "Customer e")
    assert table.selected_keys() == ["a"]


def test_several_rows_can_be_selected_with_the_keyboard(table: TableView, qtbot: QtBot) -> None:
    table.select_key("b")
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_keys() == ["b", "c"]
    assert [row.name for row in table.selected_rows()] == ["Customer b", "Customer c"]


def test_the_selection_survives_another_order_by_key(table: TableView) -> None:
    table.select_key("b")
    told: list[list[object]] = []
    table.rows_selected.connect(lambda: told.append(table.selected_keys()))
    model_of(table).set_rows(list(reversed(ROWS)))
    assert table.selected_keys() == ["b"]
    assert table.current_key() == "b"
    assert told == [["b"]]


def test_a_row_that_is_gone_is_no_longer_selected(table: TableView) -> None:
    table.select_key("b")
    model_of(table).set_rows(ROWS[2:])
    assert table.selected_keys() == []


def test_a_click_on_a_header_asks_for_an_order_and_the_next_one_for_the_reverse(
    table: TableView, qtbot: QtBot
) -> None:
    header = table.horizontalHeader()
    asked: list[tuple[str, bool]] = []
    table.sort_requested.connect(lambda key, descending: asked.append((key, descending)))
    for section in (1, 1, 2):
        place = QPoint(header.sectionViewportPosition(section) + 20, 10)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [("count", False), ("count", True)]


def test_the_stretching_column_takes_what_is_left(table: TableView) -> None:
    header = table.horizontalHeader()
    assert header.length() == table.viewport().width()


def test_a_narrow_window_hides_the_highest_rank_first(table: TableView) -> None:
    table.hide_for_narrow_window(1)
    assert shown(table) == ["name", "count", "note"]
    table.hide_for_narrow_window(2)
    assert shown(table) == ["name", "count"]
    table.hide_for_narrow_window(0)
    assert shown(table) == ["name", "count", "note", "tool"]


def test_width_order_and_visibility_are_remembered(
    theme: Theme, qtbot: QtBot, settings: QSettings
) -> None:
    first = TableView(theme, RowsModel(COLUMNS), "Runs", (settings, "runs"))
    qtbot.addWidget(first)
    header = first.horizontalHeader()
    header.resizeSection(1, 133)
    header.moveSection(header.visualIndex(3), 0)
    header.make_menu().actions()[1].trigger()
    first.save_columns()
    second = TableView(theme, RowsModel(COLUMNS), "Runs", (settings, "runs"))
    qtbot.addWidget(second)
    assert second.horizontalHeader().sectionSize(1) == 133
    assert shown(second) == ["tool", "name", "count"]
    second.horizontalHeader().reset_requested.emit()
    assert shown(second) == ["name", "count", "note", "tool"]


def test_columns_that_must_stay_are_not_in_the_menu(table: TableView) -> None:
    titles = [action.text() for action in table.horizontalHeader().make_menu().actions()]
    assert titles == ["Count", "Note", "Tool", "", "Reset columns"]


class ToolTips:
    """Stands in for Qt's, whose text outlives its hiding."""

    def __init__(self) -> None:
        self.text = ""

    def showText(self, _where: QPoint, text: str, _view: object) -> None:
        self.text = text

    def hideText(self) -> None:
        self.text = ""


def ask_for_tooltip(table: TableView, row: int, column: int) -> None:
    index = table.model().index(row, column)
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(index)
    where = option.rect.center()
    event = QHelpEvent(QEvent.Type.ToolTip, where, table.viewport().mapToGlobal(where))
    table.itemDelegate().helpEvent(event, table, option, index)


def test_a_cell_that_does_not_fit_has_its_text_as_tooltip(
    table: TableView, monkeypatch: pytest.MonkeyPatch
) -> None:
    tips = ToolTips()
    monkeypatch.setattr("bcautotask_gui.ui.shared.cell_delegate.QToolTip", tips)
    long_name = "Huisartsenpraktijk De Linde en Partners aan de Markt"
    model_of(table).replace(SampleRow("a", long_name))
    table.horizontalHeader().resizeSection(0, 100)
    ask_for_tooltip(table, 0, 0)
    assert tips.text == long_name
    ask_for_tooltip(table, 0, 1)
    assert tips.text == ""


def test_grey_bars_show_only_when_a_first_load_takes_time(table: TableView, qtbot: QtBot) -> None:
    model_of(table).set_rows([])
    empty = table.viewport().grab().toImage()
    table.set_loading(loading=True)
    assert table.viewport().grab().toImage() == empty
    qtbot.waitUntil(lambda: table.viewport().grab().toImage() != empty, timeout=60_000)
    table.set_loading(loading=False)
    assert table.viewport().grab().toImage() == empty


def test_the_selected_row_has_a_bar_at_its_edge(table: TableView, theme: Theme) -> None:
    table.select_key("b")
    picture = table.viewport().grab().toImage()
    bars = {theme.colour("accent").name(), theme.colour("edge").name()}
    middle = table.rowViewportPosition(1) + table.rowHeight(1) // 2
    assert picture.pixelColor(1, middle).name() in bars
    assert picture.pixelColor(1, middle + table.rowHeight(1)).name() not in bars


def test_rows_follow_the_size_of_the_font(table: TableView, theme: Theme) -> None:
    assert table.rowHeight(0) == theme.metrics.row
    table.set_row_height(theme.metrics.dialog_row)
    assert table.rowHeight(0) == theme.metrics.dialog_row


def test_a_title_longer_than_drawn_makes_its_column_wider(theme: Theme, qtbot: QtBot) -> None:
    title = "A title that needs far more room than this"
    columns = (Column("long", title, lambda row: row.name, width=20),)
    table = TableView(theme, RowsModel(columns), "Long")
    qtbot.addWidget(table)
    needed = theme.font_metrics("small", 600).horizontalAdvance(title)
    assert table.columnWidth(0) > needed


def test_a_column_has_room_for_its_longest_content(theme: Theme, qtbot: QtBot) -> None:
    longest = (Part("T20261122.0031", weight=500), Part("In Progress", badge=Badge.TICKET_OPEN))
    columns = (Column("a", "A", str, width=20), Column("b", "B", str, width=20, longest=longest))
    table = TableView(theme, RowsModel(columns), "Long")
    qtbot.addWidget(table)
    assert table.columnWidth(1) >= parts_width(theme, columns[1], longest) + 2 * theme.space.s
    assert table.columnWidth(1) > 2 * table.columnWidth(0)
