"""A list whose entries have two lines and a badge, such as search results."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bcautotask_gui.ui.shared.badge_painting import badge_size, paint_badge
from bcautotask_gui.ui.shared.badges import Badge, badge_word
from bcautotask_gui.ui.shared.slim_scroll_bar import SlimScrollBar
from bcautotask_gui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ENTRY_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class TwoLines:
    """An entry: a name, a quiet second line, and a badge at the right of the name."""

    key: str
    name: str
    detail: str
    badge: Badge | None = None
    badge_text: str = ""
    muted: bool = False

    @property
    def words(self) -> str:
        """The entry as it is read aloud."""
        badge = self.badge_text or (badge_word(self.badge) if self.badge else "")
        return ". ".join(part for part in (self.name, badge, self.detail) if part)


class _Entries(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: tuple[TwoLines, ...] = ()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """As many as are shown."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, or its words."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == _ENTRY_ROLE:
            return entry
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return entry.words if role in spoken else None


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines high."""
        return QSize(option.rect.width(), self._theme.metrics.two_line_row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, hairline, badge, then the two lines."""
        theme = self._theme
        entry: TwoLines = index.data(_ENTRY_ROLE)
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        lively = option.widget.hasFocus()
        ground = ("selection" if lively else "selection_idle") if selected else "base"
        painter.fillRect(rect, theme.colour(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if selected:
            bar = theme.metrics.accent_bar
            token = "accent" if lively else "edge"
            painter.fillRect(rect.left(), rect.top(), bar, rect.height(), theme.colour(token))
        room = rect.adjusted(theme.space.l, theme.px(5), -theme.space.l, -theme.px(5))
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        lower = QRect(room.left(), upper.bottom() + 1, room.width(), room.height() - upper.height())
        upper.setRight(upper.right() - self._paint_badge(painter, upper, entry, selected=selected))
        self._paint_line(painter, upper, entry.name, "name", "muted" if entry.muted else "text")
        self._paint_line(painter, lower, entry.detail, "small", "muted")

    def _paint_badge(
        self, painter: QPainter, line: QRect, entry: TwoLines, *, selected: bool
    ) -> int:
        """Paint the badge at the right end; returns the room it takes."""
        if entry.badge is None:
            return 0
        theme = self._theme
        width = min(badge_size(theme, entry.badge, entry.badge_text).width(), line.width() // 2)
        box = QRect(line.right() + 1 - width, line.top(), width, line.height())
        paint_badge(painter, box, theme, entry.badge, entry.badge_text, selected=selected)
        return width + theme.space.s

    def _paint_line(self, painter: QPainter, line: QRect, text: str, role: str, token: str) -> None:
        theme = self._theme
        painter.setFont(theme.font(role, tabular=True))
        painter.setPen(theme.colour(token))
        shown = theme.elide(text, line.width(), theme.font_metrics(role, tabular=True))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)


class TwoLineList(QListView):
    """Shows entries and keeps the chosen one by key when they are shown anew."""

    chosen = Signal(str)
    """The key of the entry that became the selected one; empty when none is."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = _Entries(self)
        self._quiet = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBar(SlimScrollBar(theme, Qt.Orientation.Vertical, self))
        self.setItemDelegate(_EntryDelegate(theme, self))
        self.setModel(self._entries)
        theme.changed.connect(self.viewport().update)

    def show_entries(self, entries: Sequence[TwoLines]) -> None:
        """Show these entries; the selection stays with its key."""
        key = self.key
        self._quiet = True
        self._entries.beginResetModel()
        self._entries.entries = tuple(entries)
        self._entries.endResetModel()
        self.select_key(key)
        self._quiet = False
        if self.key != key:
            self.chosen.emit(self.key)

    @property
    def key(self) -> str:
        """The key of the selected entry, or empty."""
        chosen = self.selectionModel().selectedIndexes() if self.selectionModel() else []
        return self._entries.entries[chosen[0].row()].key if chosen else ""

    def select_key(self, key: str) -> None:
        """Select the entry of this key, or none."""
        for place, entry in enumerate(self._entries.entries):
            if entry.key == key:
                self.setCurrentIndex(self._entries.index(place))
                return
        self.clearSelection()

    def selectionChanged(  # noqa: N802
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Tell the key."""
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.chosen.emit(self.key)

    def keyboardSearch(self, _search: str) -> None:
        """Type-ahead is off, as in tables."""
