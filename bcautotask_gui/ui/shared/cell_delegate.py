"""The one delegate of all tables: ground, hairline and content of a cell, tooltips, tick boxes."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from bcautotask_gui.ui.shared.cell_painting import content_width, paint_content, paint_placeholder
from bcautotask_gui.ui.shared.column import Column
from bcautotask_gui.ui.shared.inert import plain_tip
from bcautotask_gui.ui.shared.table_model import ROW_ROLE, TINT_ROLE
from bcautotask_gui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints by column entry, and asks the model for nothing but the row."""

    def __init__(
        self, theme: Theme, columns: tuple[Column, ...], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, hairline, then the content inside its padding."""
        theme = self._theme
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.colour(self._ground(option, index, selected=selected)))
        if not selected:
            line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
            painter.fillRect(line, theme.colour("row_line"))
        row = index.data(ROW_ROLE)
        room = rect.adjusted(theme.space.s, 0, -theme.space.s, 0)
        if row is None:
            paint_placeholder(painter, room, theme)
            return
        column = self._columns[index.column()]
        paint_content(painter, room, theme, column, row, selected=selected)

    @staticmethod
    def _ground(option: QStyleOptionViewItem, index: Index, *, selected: bool) -> str:
        if selected:
            return "selection" if option.widget.hasFocus() else "selection_idle"
        return "tint" if index.data(TINT_ROLE) else "base"

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The whole content with its padding on both sides."""
        theme = self._theme
        row = index.data(ROW_ROLE)
        if row is None:
            return QSize(theme.px(60), theme.metrics.row)
        column = self._columns[index.column()]
        look = column.look(row) if column.look else None
        width = content_width(theme, column, row, look) + 2 * theme.space.s
        return QSize(width, theme.metrics.row)

    def helpEvent(  # noqa: N802
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The column's own tooltip, or the whole text of a cell that does not show it."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return bool(super().helpEvent(event, view, option, index))
        own = index.data(Qt.ItemDataRole.ToolTipRole)
        text = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        if not own and not self._hides_something(option, index, text):
            QToolTip.hideText()
            return True
        QToolTip.showText(event.globalPos(), plain_tip(own or text), view)
        return True

    def _hides_something(self, option: QStyleOptionViewItem, index: Index, text: str) -> bool:
        width = self.sizeHint(option, index).width()
        return width > option.rect.width() or text != index.data(Qt.ItemDataRole.DisplayRole)

    def editorEvent(  # noqa: N802
        self,
        event: QEvent,
        model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click or the space bar asks for the other state of a tick box."""
        if self._columns[index.column()].checked is None:
            return False
        pressed = event.type() == QEvent.Type.MouseButtonRelease or (
            isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        )
        if not pressed:
            return False
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        other = (
            Qt.CheckState.Unchecked if ticked == Qt.CheckState.Checked else Qt.CheckState.Checked
        )
        return model.setData(index, other, Qt.ItemDataRole.CheckStateRole)
