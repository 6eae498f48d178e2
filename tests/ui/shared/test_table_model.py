from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QObject, QSortFilterProxyModel, Qt, Signal

from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.ui.shared.column import BadgeCell, Column
from bcautotask_gui.ui.shared.table_model import KEY_ROLE, ROW_ROLE, SORT_ROLE, TINT_ROLE, RowsModel
from tests.ui.conftest import SampleRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

COLUMNS = (
    Column("name", "Name", lambda row: row.name, "name"),
    Column(
        "count", "Count", lambda row: f"{row.count} runs", "count", native=lambda row: row.count
    ),
    Column(
        "status",
        "Status",
        lambda row: "Override",
        look=lambda row: BadgeCell(Badge.OVERRIDE),
        tooltip=lambda row: f"Tip of {row.name}",
    ),
)
LARGE = 2**62


class Sender(QObject):
    sent = Signal(object)


@pytest.fixture
def model(qapp: object) -> RowsModel:
    made = RowsModel(COLUMNS)
    made.set_rows(
        [SampleRow("a", "Brandt", 3), SampleRow("b", "jansen", 20), SampleRow("c", "Anker")]
    )
    return made


def test_a_signal_carries_a_large_number_unchanged_and_the_table_sorts_it(
    qtbot: QtBot, model: RowsModel
) -> None:
    sender, received = Sender(), []
    sender.sent.connect(received.append)
    sender.sent.emit(LARGE)
    assert received == [LARGE]
    model.set_rows(
        [SampleRow("x", "x", LARGE), SampleRow("y", "y", 5), SampleRow("z", "z", LARGE - 1)]
    )
    model.sort_rows("count", descending=True)
    assert [row.count for row in model.rows] == [LARGE, LARGE - 1, 5]


def test_replacing_a_row_under_a_sorted_proxy_keeps_the_selection_by_key(model: RowsModel) -> None:
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setSortRole(SORT_ROLE)
    proxy.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    proxy.sort(0, Qt.SortOrder.AscendingOrder)
    chooser = QItemSelectionModel(proxy)
    chosen = proxy.mapFromSource(model.index(model.row_of("a"), 0))
    flags = QItemSelectionModel.SelectionFlag
    chooser.select(chosen, flags.ClearAndSelect | flags.Rows)
    model.replace(SampleRow("a", "Zwolle", 3))
    (selected,) = chooser.selectedRows()
    assert selected.data(KEY_ROLE) == "a"
    assert selected.row() == 2


def test_text_sorts_without_regard_to_capitals(model: RowsModel) -> None:
    model.sort_rows("name", descending=False)
    assert [row.name for row in model.rows] == ["Anker", "Brandt", "jansen"]


def test_a_cell_is_shown_and_read_by_its_column(model: RowsModel) -> None:
    assert model.index(1, 1).data() == "20 runs"
    assert model.index(1, 1).data(SORT_ROLE) == 20
    assert model.index(0, 0).data(ROW_ROLE) == SampleRow("a", "Brandt", 3)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Count"


def test_a_badge_is_read_aloud_in_full(model: RowsModel) -> None:
    cell = model.index(0, 2)
    assert cell.data() == "Override"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Success (override)"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Tip of Brandt"


def test_replace_touches_one_row_only(qtbot: QtBot, model: RowsModel) -> None:
    with qtbot.waitSignal(model.dataChanged) as change:
        model.replace(SampleRow("b", "Jansen", 21))
    first, last = change.args[:2]
    assert (first.row(), last.row(), last.column()) == (1, 1, 2)
    assert model.rowCount() == 3


def test_a_row_that_is_not_in_the_list_is_left_out(qtbot: QtBot, model: RowsModel) -> None:
    with qtbot.assertNotEmitted(model.dataChanged):
        model.replace(SampleRow("z", "Nobody"))
    assert model.row_of("z") == -1


def test_a_removed_row_leaves_the_others_findable(model: RowsModel) -> None:
    model.remove("a")
    assert model.row_of("a") == -1
    assert model.row_at(model.row_of("c")) == SampleRow("c", "Anker")


def test_a_tint_passes_by_itself(qtbot: QtBot, model: RowsModel) -> None:
    model.tint("b")
    assert model.index(1, 0).data(TINT_ROLE)
    qtbot.waitUntil(lambda: not model.index(1, 0).data(TINT_ROLE), timeout=60_000)


def test_a_pressed_tick_box_asks_and_changes_nothing_itself(qtbot: QtBot) -> None:
    ticks = RowsModel([Column("tick", "", lambda row: "", checked=lambda row: row.count > 0)])
    ticks.set_rows([SampleRow("a", "A", 1)])
    with qtbot.waitSignal(ticks.ticked) as asked:
        ticks.setData(ticks.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert asked.args == ["a", False]
    assert ticks.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
