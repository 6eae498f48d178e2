"""A scroll bar that stays out of the way: a rounded thumb and nothing else."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from bcautotask_gui.ui.theme import Theme


class SlimScrollBar(QScrollBar):
    """Paints its own thumb; dragging, paging and wheel are Qt's."""

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation,
        parent: QWidget | None = None,
        *,
        ground: str = "base",
    ) -> None:
        """Build it.

        Args:
            theme: Colours and sizes.
            orientation: Which way it scrolls.
            parent: Qt's parent.
            ground: The colour it lies on; empty for whatever is behind it.
        """
        super().__init__(orientation, parent)
        self._theme = theme
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, bool(ground))

    def sizeHint(self) -> QSize:
        """As thick as a finger-friendly line, no thicker."""
        hint = super().sizeHint()
        thick = self._theme.px(10)
        if self.orientation() == Qt.Orientation.Vertical:
            return QSize(thick, hint.height())
        return QSize(hint.width(), thick)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the list, and the thumb on it."""
        painter = QPainter(self)
        if self._ground:
            painter.fillRect(self.rect(), self._theme.colour(self._ground))
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        inset = self._theme.px(2)
        thumb = QRectF(handle).adjusted(inset, inset, -inset, -inset)
        radius = min(thumb.width(), thumb.height()) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("edge" if self.isSliderDown() else "thumb"))
        painter.drawRoundedRect(thumb, radius, radius)
