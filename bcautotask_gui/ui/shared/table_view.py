"""The table of every tab: a quiet list whose selection holds on to keys."""

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QSettings,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from bcautotask_gui.ui.shared.cell_delegate import CellDelegate
from bcautotask_gui.ui.shared.column import Column, Row
from bcautotask_gui.ui.shared.column_memory import ColumnMemory
from bcautotask_gui.ui.shared.slim_scroll_bar import SlimScrollBar
from bcautotask_gui.ui.shared.stand_in import StandIn
from bcautotask_gui.ui.shared.table_header import TableHeader
from bcautotask_gui.ui.shared.table_model import TableModel
from bcautotask_gui.ui.theme import Theme

_MOST_KEPT = 1000
"""Of a larger selection only the current row survives a reset."""


class TableView(QTableView):
    """Shows a `TableModel`.

    Single keys J and K walk while `single_keys` is true; Qt's type-ahead is off, so that
    letters are free for the actions of a tab.
    """

    rows_selected = Signal()
    """The selection changed, or its rows were read anew; ask `selected_keys`."""
    sort_requested = Signal(str, bool)

    def __init__(
        self,
        theme: Theme,
        model: TableModel,
        name: str,
        memory: tuple[QSettings, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the table.

        Args:
            theme: Colours, sizes and fonts.
            model: Its rows and columns.
            name: What screen readers call it.
            memory: Settings, and the name under which widths, order and visibility are kept.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.single_keys = True
        self._kept: tuple[list[Any], Any, int] = ([], None, 0)
        self._restoring = False
        self.setAccessibleName(name)
        self._set_behaviour()
        self._set_header(memory)
        self.setItemDelegate(CellDelegate(theme, model.columns, self))
        self.setModel(model)
        self._memory.restore()
        self._stand_in = StandIn(theme, self)
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    @Slot(int)
    def _scrolled(self, _value: int) -> None:
        first = max(self.rowAt(0), 0)
        below = self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize())
        self._model.forget_unseen(first, first + below)

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(self._theme, Qt.Orientation.Vertical, self))
        self.setHorizontalScrollBar(SlimScrollBar(self._theme, Qt.Orientation.Horizontal, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)

    def _set_header(self, memory: tuple[QSettings, str] | None) -> None:
        self._header = TableHeader(self._theme, self._model.columns, self)
        self.setHorizontalHeader(self._header)
        self._memory = ColumnMemory(self._theme, self._header, self._model.columns, memory, self)
        self._header.sort_requested.connect(self.sort_requested)

    @Slot()
    def _apply_theme(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.set_row_height(self._theme.metrics.row)
        self.viewport().update()

    def set_row_height(self, height: int) -> None:
        """Another height than the theme's row, such as that of dialogs."""
        self.verticalHeader().setDefaultSectionSize(height)

    # selection ---------------------------------------------------------------------------

    def selected_positions(self) -> list[int]:
        """Positions of the selected rows, from top to bottom."""
        spans = self._selected_spans()
        return sorted({row for top, bottom in spans for row in range(top, bottom + 1)})

    def selected_count(self) -> int:
        """How many rows are selected, without looking at each."""
        return sum(bottom - top + 1 for top, bottom in self._selected_spans())

    def _selected_spans(self) -> list[tuple[int, int]]:
        selection = self.selectionModel().selection()
        ranges = (selection.at(place) for place in range(selection.count()))
        return [(chosen.top(), chosen.bottom()) for chosen in ranges]

    def selected_keys(self) -> list[Any]:
        """Keys of the selected rows, from top to bottom."""
        return [self._model.key_at(position) for position in self.selected_positions()]

    def selected_rows(self) -> list[Row]:
        """The selected rows that have been read."""
        rows = (self._model.row_at(position) for position in self.selected_positions())
        return [row for row in rows if row is not None]

    def current_key(self) -> Any:
        """The key of the row under the cursor, or None."""
        index = self.currentIndex()
        return self._model.key_at(index.row()) if index.isValid() else None

    def select_key(self, key: Any) -> bool:
        """Select the row of this key alone and bring it into view; False if it is not here."""
        position = self._model.row_of(key)
        if position < 0:
            return False
        self._select_position(position)
        return True

    def select_next(self, step: int = 1) -> None:
        """Walk down, or up with a negative step."""
        current = self.currentIndex().row()
        position = min(max(current + step, 0), self._model.rowCount() - 1)
        if position >= 0:
            self._select_position(position)

    def _select_position(self, position: int) -> None:
        """Select one row alone, whatever modifier keys are held at this moment."""
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(position, max(self.currentIndex().column(), 0))
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def selectionChanged(  # noqa: N802
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Tell it once, not while a reset restores it."""
        super().selectionChanged(selected, deselected)
        if not self._restoring:
            self.rows_selected.emit()

    @Slot()
    def _keep_selection(self) -> None:
        positions = self.selected_positions()
        keys = [self._model.key_at(p) for p in positions] if len(positions) <= _MOST_KEPT else []
        self._kept = (keys, self.current_key(), self.verticalScrollBar().value())

    @Slot()
    def _restore_selection(self) -> None:
        keys, current, scrolled = self._kept
        places = self._model.rows_of(keys)
        self._restoring = True
        selection = QItemSelection()
        last = self._model.columnCount() - 1
        for place in places:
            selection.select(self._model.index(place, 0), self._model.index(place, last))
        chooser = self.selectionModel()
        place = -1 if current is None else self._model.row_of(current)
        if place >= 0:
            chooser.setCurrentIndex(
                self._model.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        chooser.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(scrolled)
        self._restoring = False
        self.rows_selected.emit()

    # columns -----------------------------------------------------------------------------

    def show_sort(self, sort_key: str, *, descending: bool) -> None:
        """Show the arrow at the column by which the rows are sorted."""
        self._header.show_sort(sort_key, descending=descending)

    def hide_for_narrow_window(self, level: int) -> None:
        """Hide so many of the columns that give way first; 0 shows what the person chose."""
        self._memory.hide_for_narrow_window(level)

    def width_of(self, column: Column) -> float:
        """What a column needs in this language and font, at a 13 px font."""
        return self._header.drawn_width(column) / self._theme.scale

    def save_columns(self) -> None:
        """Write widths, order and visibility now."""
        self._memory.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretching columns share what is left."""
        super().resizeEvent(event)
        self._memory.fit(self.viewport().width())
        self._stand_in.place()

    # loading, nothing to show --------------------------------------------------------------

    def set_loading(self, *, loading: bool) -> None:
        """Tell that rows are on their way; an empty table shows grey bars if that takes time."""
        self._stand_in.set_loading(loading=loading)

    def show_overlay(self, widget: QWidget | None) -> None:
        """Show a widget in place of rows, such as an empty state; None takes it away."""
        self._stand_in.show_overlay(widget)

    # events ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, then the accent bar of the selected ones, or the grey bars of a first load."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self._stand_in.waits and self._model.rowCount() == 0:
            self._stand_in.paint_bars(painter)
            return
        width = self._theme.metrics.accent_bar
        colour = self._theme.colour("accent" if self.hasFocus() else "edge")
        above = max(self.rowAt(0), 0)
        below = self.rowAt(self.viewport().height() - 1)
        for top, bottom in self._selected_spans():
            last = bottom if below < 0 else min(bottom, below)
            for row in range(max(top, above), last + 1):
                y, height = self.rowViewportPosition(row), self.rowHeight(row)
                painter.fillRect(0, y, width, height, colour)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Paint the lively ground; a list that gets the keyboard has a current row."""
        super().focusInEvent(event)
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        if by_key and not self.currentIndex().isValid():
            self.select_next()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Paint the idle ground."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """J and K walk; other letters are left to the actions of the tab."""
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        step = steps.get(Qt.Key(event.key()))
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if step is not None and plain and self.single_keys:
            self.select_next(step)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Type-ahead is off: letters are actions."""

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the window becomes active or idle."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self.viewport().update()
