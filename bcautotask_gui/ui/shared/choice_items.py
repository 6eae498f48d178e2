"""The entries of an open list of choices."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bcautotask_gui.ui.theme import Theme


class ChoiceItems(QStyledItemDelegate):
    """Entries in the rhythm of rows."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as its text, as high as a row."""
        width = self._theme.font_metrics("body").horizontalAdvance(str(index.data() or ""))
        return QSize(width + self._theme.px(24), self._theme.metrics.row)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground and text; the entry under the pointer has the ground of a selection."""
        theme = self._theme
        over = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, theme.colour("selection" if over else "raised"))
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text" if enabled else "faint"))
        room = option.rect.adjusted(theme.px(10), 0, -theme.px(6), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(index.data() or ""))
