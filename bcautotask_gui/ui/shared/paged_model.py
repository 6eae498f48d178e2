"""The rows of a long table, read in pages as they come into view."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal, Slot

from bcautotask_gui.ui.shared.column import Column, Row
from bcautotask_gui.ui.shared.table_model import Index, TableModel

PAGE = 100
_KEPT_PAGES = 60
_SEARCHED_ONE_BY_ONE = 3
_NO_PARENT = QModelIndex()


class PagedModel(TableModel):
    """Holds the order as 64-bit ids and only the rows that were looked at.

    A row's `key` is its id, as a number or in digits. Rows that were not read yet are shown as
    grey bars and asked for by `page_wanted`, whose argument is a tuple of ids; the answer comes
    back through `put`.
    """

    page_wanted = Signal(object)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._ids: array[int] = array("q")
        self._rows: dict[int, Row] = {}
        self._places: dict[int, int] = {}
        self._found_last = -1  # rows are mostly looked for in their order: a guess, checked
        self._asked: set[int] = set()
        self._wanted: set[int] = set()
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.setInterval(0)
        self._ask_soon.timeout.connect(self._ask)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """As many as there are ids."""
        return 0 if parent.isValid() else len(self._ids)

    def row_at(self, position: int) -> Row | None:
        """The row at a position; one that was not read yet is asked for and None for now."""
        if not 0 <= position < len(self._ids):
            return None
        row = self._rows.get(self._ids[position])
        if row is None:
            self._want(position // PAGE)
        return row

    def key_at(self, position: int) -> Any:
        """The key of the row at a position; its id while the row is being read."""
        number = self._ids[position]
        row = self._rows.get(number)
        return number if row is None else row.key

    def held(self, key: Any) -> Row | None:
        """The row of this key if it was read, wherever it stands; nothing is searched or asked."""
        return self._rows.get(int(key))

    def row_of(self, key: Any) -> int:
        """The position of the row with this key, or -1."""
        try:
            number = int(key)
            place = self._places.get(number)
            return self._searched(number) if place is None else place
        except ValueError:
            return -1

    def _searched(self, number: int) -> int:
        """Below the row found last, or else among all ids: of a million that takes a while."""
        place = self._found_last + 1
        if not (place < len(self._ids) and self._ids[place] == number):
            place = self._ids.index(number)
        self._found_last = place
        return place

    def rows_of(self, keys: Sequence[Any]) -> list[int]:
        """The positions of those keys that are here; of many keys in one walk through all ids."""
        if len(keys) <= _SEARCHED_ONE_BY_ONE:
            return super().rows_of(keys)
        wanted = {int(key) for key in keys}
        is_wanted = map(wanted.__contains__, self._ids)
        return list(compress(range(len(self._ids)), is_wanted))

    def set_order(self, ids: Iterable[int], rows: Iterable[Row] = ()) -> None:
        """Show another order.

        Args:
            ids: All ids, in order.
            rows: The rows that came along, such as the first page; older ones are forgotten.
        """
        self.beginResetModel()
        self._ids = ids if isinstance(ids, array) else array("q", ids)
        self._rows = {int(row.key): row for row in rows}
        self._places = {number: place for place, number in enumerate(self._ids[: len(self._rows)])}
        self._forget_questions()
        self.endResetModel()

    def has_order(self, ids: "array[int]") -> bool:
        """Whether just these ids are shown, in this order."""
        return self._ids == ids

    def renew(self, rows: Iterable[Row]) -> None:
        """The order is as it was and these rows were read anew; all others are read once seen.

        Only rows that are not what they were are painted again.
        """
        fresh = {int(row.key): row for row in rows}
        changed = [row for number, row in fresh.items() if self._rows.get(number) != row]
        self._rows = fresh
        self._forget_questions()
        self.put(changed)

    def extend_order(self, ids: Iterable[int]) -> None:
        """Add the rest of the order below what is shown; nothing that is seen moves."""
        added = ids if isinstance(ids, array) else array("q", ids)
        if not added:
            return
        first = len(self._ids)
        self.beginInsertRows(_NO_PARENT, first, first + len(added) - 1)
        self._ids.extend(added)
        self.endInsertRows()
        self._asked.discard((first - 1) // PAGE)

    def put(self, rows: Iterable[Row]) -> None:
        """Take in rows that were asked for; rows that are not in the order are left out."""
        places = []
        for row in rows:
            place = self.row_of(row.key)
            if place >= 0:
                self._rows[int(row.key)] = row
                places.append(place)
        if places:
            self._asked -= {place // PAGE for place in places}
            last = self.index(max(places), len(self.columns) - 1)
            self.dataChanged.emit(self.index(min(places), 0), last)

    def replace(self, row: Row) -> None:
        """Show a row anew in its place; one that is not in the order is left out."""
        position = self.row_of(row.key)
        if position >= 0:
            self._rows[int(row.key)] = row
            self._row_changed(position)

    def forgo(self, ids: Sequence[int]) -> None:
        """Rows that were asked for will not come; they are asked for again when looked at."""
        places = (self._places.get(number) for number in ids)
        self._asked -= {place // PAGE for place in places if place is not None}

    def take_out(self, key: Any) -> None:
        """Take the row of this key out of the list; those above it stay where they are."""
        position = self.row_of(key)
        if position < 0:
            return
        self.beginRemoveRows(_NO_PARENT, position, position)
        number = self._ids.pop(position)
        self._rows.pop(number, None)
        self._places.pop(number, None)
        self._places = {each: place - (place > position) for each, place in self._places.items()}
        self._forget_questions()  # they were asked by pages, and the pages below hold other rows
        self.endRemoveRows()

    def forget_unseen(self, first: int, last: int) -> None:
        """Let go of rows far from the visible ones, so that a long walk does not fill memory."""
        if len(self._rows) <= _KEPT_PAGES * PAGE:
            return
        start = max(0, first - PAGE * 10)
        near = {number: start + n for n, number in enumerate(self._ids[start : last + PAGE * 10])}
        self._rows = {number: self._rows[number] for number in near if number in self._rows}
        self._places = near
        self._asked.clear()

    def ask_again(self) -> None:
        """Ask anew for pages that never came, after a failed read."""
        self._asked.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DisplayRole])

    def _want(self, page: int) -> None:
        if page not in self._asked:
            self._asked.add(page)
            self._wanted.add(page)
            self._ask_soon.start()

    @Slot()
    def _ask(self) -> None:
        for page in sorted(self._wanted):
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            self._places |= {number: page * PAGE + n for n, number in enumerate(ids)}
            missing = tuple(number for number in ids if number not in self._rows)
            if missing:
                self.page_wanted.emit(missing)
        self._wanted.clear()

    def _forget_questions(self) -> None:
        self._ask_soon.stop()
        self._asked.clear()
        self._wanted.clear()
