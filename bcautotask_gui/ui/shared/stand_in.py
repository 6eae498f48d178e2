"""What a table shows in place of rows: grey bars while they are read, or a widget when none are."""

from PySide6.QtCore import QObject, QRect, QTimer, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView, QWidget

from bcautotask_gui.ui.shared.cell_painting import paint_placeholder
from bcautotask_gui.ui.theme import Theme

_BARS_AFTER_MS = 150


class StandIn(QObject):
    """Serves one table; bars appear only when the wait is long enough to be noticed."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table
        self._overlay: QWidget | None = None
        self.waits = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_BARS_AFTER_MS)
        self._timer.timeout.connect(self._waited)

    def set_loading(self, *, loading: bool) -> None:
        """Rows are on their way, or they have come."""
        self.waits = False
        if loading:
            self._timer.start()
        else:
            self._timer.stop()
        self._table.viewport().update()

    @Slot()
    def _waited(self) -> None:
        self.waits = True
        self._table.viewport().update()

    def show_overlay(self, widget: QWidget | None) -> None:
        """Show a widget over the rows; None takes it away."""
        if self._overlay is not None and self._overlay is not widget:
            self._overlay.hide()
        self._overlay = widget
        if widget is not None:
            widget.setParent(self._table.viewport())
            self.place()
            widget.show()

    def place(self) -> None:
        """Give the widget all the room there is."""
        if self._overlay is not None:
            self._overlay.setGeometry(self._table.viewport().rect())

    def paint_bars(self, painter: QPainter) -> None:
        """Paint grey bars in the rhythm of rows and columns."""
        header = self._table.horizontalHeader()
        height = self._table.verticalHeader().defaultSectionSize()
        pad = self._theme.space.s
        for top in range(0, self._table.viewport().height(), height):
            for section in range(header.count()):
                left = header.sectionViewportPosition(section)
                width = header.sectionSize(section)
                if width:
                    cell = QRect(left + pad, top, width - 2 * pad, height)
                    paint_placeholder(painter, cell, self._theme)
