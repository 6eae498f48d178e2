"""The rows of a table, held in memory and found by key."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from bcautotask_gui.ui.shared.badges import badge_meaning
from bcautotask_gui.ui.shared.column import BadgeCell, Column, Row

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
TINT_ROLE = Qt.ItemDataRole.UserRole + 3

_SELECTABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TICKABLE = _SELECTABLE | Qt.ItemFlag.ItemIsUserCheckable
_TINT_MS = 1000
_NO_PARENT = QModelIndex()
_LOADING = "…"


class TableModel(QAbstractTableModel):
    """What every table model has: columns as data, one row object per line, a passing tint.

    Subclasses say `key_at`, `row_at`, `row_of` and `rowCount`.
    """

    ticked = Signal(str, bool)
    """A tick box was pressed: key of the row and the state the person wants."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._tinted: set[Any] = set()
        self._readers: dict[int, Callable[[Row, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._display,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._tooltip,
            Qt.ItemDataRole.ToolTipRole: self._tooltip,
            Qt.ItemDataRole.TextAlignmentRole: self._alignment,
            Qt.ItemDataRole.CheckStateRole: self._check_state,
            ROW_ROLE: lambda row, _column: row,
            KEY_ROLE: lambda row, _column: row.key,
            SORT_ROLE: self._native,
            TINT_ROLE: lambda row, _column: row.key in self._tinted,
        }

    def row_at(self, position: int) -> Row | None:
        """The row at a position, or None while it is being read."""
        raise NotImplementedError

    def row_of(self, key: Any) -> int:
        """The position of the row with this key, or -1."""
        raise NotImplementedError

    def rows_of(self, keys: Sequence[Any]) -> list[int]:
        """The positions of those keys that are here."""
        return [position for position in map(self.row_of, keys) if position >= 0]

    def key_at(self, position: int) -> Any:
        """The key of the row at a position, known even while the row is being read."""
        row = self.row_at(position)
        return None if row is None else row.key

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """As many as there are column entries."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A look-up by role; None at once for roles nobody here answers."""
        reader = self._readers.get(role)
        if reader is None or not index.isValid():
            return None
        row = self.row_at(index.row())
        if row is None:
            return _LOADING if role == Qt.ItemDataRole.DisplayRole else None
        return reader(row, self.columns[index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].title if 0 <= section < len(self.columns) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected; tick boxes can be ticked."""
        if index.isValid() and self.columns[index.column()].checked is not None:
            return _TICKABLE
        return _SELECTABLE

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:  # noqa: N802
        """A pressed tick box asks by `ticked`; the owner answers with `replace`."""
        row = self.row_at(index.row()) if index.isValid() else None
        if role != Qt.ItemDataRole.CheckStateRole or row is None:
            return False
        self.ticked.emit(str(row.key), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def forget_unseen(self, first: int, last: int) -> None:
        """Told which rows are in sight; a model that reads in pages lets go of far ones."""

    def tint(self, key: Any) -> None:
        """Let the row of this key stand out for a second, because another person changed it."""
        self._tinted.add(key)
        self._row_changed(self.row_of(key))
        QTimer.singleShot(_TINT_MS, self, partial(self._untint, key))

    def _untint(self, key: Any) -> None:
        self._tinted.discard(key)
        self._row_changed(self.row_of(key))

    def _row_changed(self, position: int) -> None:
        if position >= 0:
            last = self.index(position, len(self.columns) - 1)
            self.dataChanged.emit(self.index(position, 0), last)

    @staticmethod
    def _display(row: Row, column: Column) -> str:
        return column.value(row)

    @staticmethod
    def _spoken(row: Row, column: Column) -> str:
        look = column.look(row) if column.look else None
        if isinstance(look, BadgeCell) and not look.text:
            return badge_meaning(look.badge)
        return column.value(row)

    @staticmethod
    def _tooltip(row: Row, column: Column) -> str | None:
        return column.tooltip(row) if column.tooltip else None

    @staticmethod
    def _alignment(_row: Row, column: Column) -> int:
        return (column.align.value | Qt.AlignmentFlag.AlignVCenter).value

    @staticmethod
    def _native(row: Row, column: Column) -> Any:
        return column.native(row) if column.native else column.value(row)

    @staticmethod
    def _check_state(row: Row, column: Column) -> Qt.CheckState | None:
        if column.checked is None:
            return None
        return Qt.CheckState.Checked if column.checked(row) else Qt.CheckState.Unchecked


class RowsModel(TableModel):
    """A list that is wholly in memory."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._rows: list[Row] = []
        self._positions: dict[Any, int] = {}

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """As many as were set."""
        return 0 if parent.isValid() else len(self._rows)

    def row_at(self, position: int) -> Row | None:
        """The row at a position, or None outside the list."""
        return self._rows[position] if 0 <= position < len(self._rows) else None

    def row_of(self, key: Any) -> int:
        """The position of the row with this key, or -1."""
        return self._positions.get(key, -1)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in their order."""
        return tuple(self._rows)

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show another list; for a change of one row use `replace`."""
        self.beginResetModel()
        self._rows = list(rows)
        self._positions = {row.key: position for position, row in enumerate(self._rows)}
        self.endResetModel()

    def sort_rows(self, sort_key: str, *, descending: bool) -> None:
        """Sort the list by the native values of the column with this sort key.

        For lists under a thousand rows; a longer one is sorted by the database.
        """
        column = next(column for column in self.columns if column.sort_key == sort_key)

        def place(row: Row) -> tuple[bool, Any]:
            value = self._native(row, column)
            return (value is None, value.casefold() if isinstance(value, str) else value)

        self.set_rows(sorted(self._rows, key=place, reverse=descending))

    def replace(self, row: Row) -> None:
        """Show a row anew in its place; one that is not in the list is left out."""
        position = self.row_of(row.key)
        if position >= 0:
            self._rows[position] = row
            self._row_changed(position)

    def remove(self, key: Any) -> None:
        """Take the row of this key out of the list."""
        position = self.row_of(key)
        if position < 0:
            return
        self.beginRemoveRows(_NO_PARENT, position, position)
        del self._rows[position]
        self._positions = {row.key: place for place, row in enumerate(self._rows)}
        self.endRemoveRows()
