"""The header of a table: titles, the sort arrow, and the menu that shows and hides columns."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from bcautotask_gui.ui.shared.cell_painting import parts_width
from bcautotask_gui.ui.shared.column import Align, Column
from bcautotask_gui.ui.shared.icons import draw_icon
from bcautotask_gui.ui.theme import Theme


class TableHeader(QHeaderView):
    """Sorts nothing itself: it says which column was asked for, and shows what it is told."""

    sort_requested = Signal(str, bool)
    """Sort key, and whether the highest comes first."""
    columns_changed = Signal()
    """A column was shown or hidden by the person."""
    reset_requested = Signal()

    def __init__(
        self, theme: Theme, columns: tuple[Column, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._columns = columns
        self.sort_key = ""
        self.descending = False
        self._menu: QMenu | None = None
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setMinimumSectionSize(theme.px(28))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.sectionClicked.connect(self._clicked)

    def drawn_width(self, column: Column) -> int:
        """The width that a column has before somebody changes it.

        As drawn, or as its title and its longest content need: a wide system font makes them
        longer than the place that was drawn for them.
        """
        theme = self._theme
        if column.header_icon:
            return theme.px(column.width)
        title = theme.font_metrics("small", 600).horizontalAdvance(column.title) + 2 * theme.space.s
        arrow = theme.metrics.badge_icon + theme.px(2) if column.sort_key else 0
        content = parts_width(theme, column, column.longest) + 2 * theme.space.s
        return max(theme.px(column.width), title + arrow, content)

    def show_sort(self, sort_key: str, *, descending: bool) -> None:
        """Show the arrow at the column with this sort key."""
        self.sort_key, self.descending = sort_key, descending
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as a row."""
        return QSize(super().sizeHint().width(), self._theme.metrics.header)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Title, arrow of the sorted column, hairline below."""
        theme = self._theme
        column = self._columns[section]
        painter.fillRect(rect, theme.colour("window"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.colour("line"))
        room = rect.adjusted(theme.space.s, 0, -theme.space.s, -1)
        if column.header_icon:
            size = theme.metrics.badge_icon
            x = room.left() + (room.width() - size) // 2
            y = room.top() + (room.height() - size) // 2
            draw_icon(painter, theme, column.header_icon, "muted", x, y, size)
            return
        self._paint_title(painter, room, column)

    def _paint_title(self, painter: QPainter, room: QRect, column: Column) -> None:
        theme = self._theme
        is_sorted = bool(column.sort_key) and column.sort_key == self.sort_key
        weight = 600 if is_sorted else 500
        arrow = theme.metrics.badge_icon + theme.px(2) if is_sorted else 0
        metrics = theme.font_metrics("small", weight)
        text = theme.elide(column.title, max(0, room.width() - arrow), metrics)
        used = metrics.horizontalAdvance(text) + arrow
        left = room.left()
        if column.align is Align.RIGHT:
            left = max(left, room.right() + 1 - used)
        elif column.align is Align.CENTRE:
            left += max(0, (room.width() - used) // 2)
        painter.setFont(theme.font("small", weight))
        painter.setPen(theme.colour("text" if is_sorted else "muted"))
        box = QRect(left, room.top(), used - arrow, room.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        if is_sorted:
            size = theme.metrics.badge_icon
            name = "chevron-down" if self.descending else "chevron-up"
            y = room.top() + (room.height() - size) // 2
            draw_icon(painter, theme, name, "text", box.right() + theme.px(2), y, size)

    @Slot(int)
    def _clicked(self, section: int) -> None:
        sort_key = self._columns[section].sort_key
        if not sort_key:
            return
        descending = sort_key == self.sort_key and not self.descending
        self.show_sort(sort_key, descending=descending)
        self.sort_requested.emit(sort_key, descending)

    @Slot(QPoint)
    def _show_menu(self, where: QPoint) -> None:
        self._menu = self.make_menu()
        self._menu.popup(self.mapToGlobal(where))

    def make_menu(self) -> QMenu:
        """The menu of the columns that may be hidden."""
        menu = QMenu(self)
        for section, column in enumerate(self._columns):
            if column.hideable:
                action = menu.addAction(column.title)
                action.setCheckable(True)
                action.setChecked(not self.isSectionHidden(section))
                action.setData(section)
        menu.addSeparator()
        menu.addAction(self.tr("Reset columns"))
        menu.triggered.connect(self._chosen)
        return menu

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        if not action.isCheckable():
            self.reset_requested.emit()
            return
        self.setSectionHidden(action.data(), not action.isChecked())
        self.columns_changed.emit()
