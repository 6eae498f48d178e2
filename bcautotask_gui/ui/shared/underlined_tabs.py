"""Tabs that are words with a line under the chosen one."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from bcautotask_gui.ui.shared.focus_ring import paint_ring
from bcautotask_gui.ui.theme import Theme


class UnderlinedTabs(QTabBar):
    """A tab bar without boxes; a tab may carry a count, which is quieter than its name."""

    def __init__(
        self,
        theme: Theme,
        height: int,
        role: str = "body",
        padding: int = 12,
        indent: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build an empty bar.

        Args:
            theme: Colours, sizes and fonts.
            height: In device-independent pixels, the hairline included.
            role: Size of the words, a name of the type scale.
            padding: On each side of a word, at a 13 px font.
            indent: Where the first word begins, at a 13 px font; the padding if not given.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._theme = theme
        self._height, self._role, self._padding = height, role, theme.px(padding)
        self._indent = self._padding if indent is None else theme.px(indent)
        self._counts: dict[int, str] = {}
        self._over = -1
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_count(self, tab: int, count: int | None) -> None:
        """Show a count behind the name, or none."""
        self._counts[tab] = "" if count is None else self.locale().toString(count)
        name = self.tabText(tab)
        self.setTabToolTip(tab, f"{name} {self._counts[tab]}".strip())
        self.setTabText(tab, name)  # asks for the sizes anew
        self.update()

    def _before(self, tab: int) -> int:
        return self._indent if tab == 0 else self._padding

    def tabSizeHint(self, index: int) -> QSize:
        """Name, count and padding; the chosen tab's bolder type is allowed for."""
        metrics = self._theme.font_metrics(self._role, 600)
        width = metrics.horizontalAdvance(self.tabText(index))
        width += self._before(index) + self._padding
        count = self._counts.get(index)
        if count:
            small = self._theme.font_metrics("caption", 500, tabular=True)
            width += small.horizontalAdvance(count) + self._theme.px(5)
        return QSize(width, self._height)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """Names are never cut."""
        return self.tabSizeHint(index)

    def event(self, event: QEvent) -> bool:
        """Repaint under the pointer."""
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            over = self.tabAt(self.mapFromGlobal(self.cursor().pos()))
            if over != self._over:
                self._over = over
                self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hairline, names, counts, and the line under the chosen one."""
        painter = QPainter(self)
        theme = self._theme
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, theme.colour("line"))
        for tab in range(self.count()):
            self._paint_tab(painter, tab)

    def _paint_tab(self, painter: QPainter, tab: int) -> None:
        theme = self._theme
        chosen = tab == self.currentIndex()
        rect = self.tabRect(tab)
        room = rect.adjusted(self._before(tab), 0, -self._padding, -1)
        weight = 600 if chosen else 500
        lively = chosen or tab == self._over
        painter.setFont(theme.font(self._role, weight))
        painter.setPen(theme.colour("text" if lively else "muted"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(room, flags, self.tabText(tab))
        count = self._counts.get(tab)
        if count:
            name = theme.font_metrics(self._role, weight).horizontalAdvance(self.tabText(tab))
            painter.setFont(theme.font("caption", 500, tabular=True))
            painter.setPen(theme.colour("muted"))
            painter.drawText(room.adjusted(name + theme.px(5), 0, 0, 0), flags, count)
        if chosen:
            thick = theme.px(2.5)
            under = QRect(room.left() - 1, rect.bottom() - thick, room.width() + 2, thick)
            painter.fillRect(under, theme.colour("accent"))
            if self.hasFocus():
                ring = QRectF(room).adjusted(-6, 6, 6, -5)
                paint_ring(painter, ring, theme, theme.metrics.radius)
