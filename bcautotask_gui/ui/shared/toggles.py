"""Tick boxes and radio buttons whose edges stay visible in the light and in the dark."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.cell_painting import paint_tick_box
from bcautotask_gui.ui.shared.focus_ring import paint_ring
from bcautotask_gui.ui.theme import Theme


def _size(theme: Theme, text: str, weight: int) -> QSize:
    width = theme.font_metrics("body", weight).horizontalAdvance(text) + theme.px(4)
    height = max(theme.px(22), theme.font_metrics("body").height() + theme.px(4))
    return QSize(theme.metrics.icon + theme.px(9) + width, height)


def _box(widget: QWidget, theme: Theme) -> QRect:
    side = theme.metrics.badge_icon
    return QRect(theme.px(3), (widget.height() - side) // 2, side, side)


def _paint_text(
    painter: QPainter, widget: QWidget, theme: Theme, text: str, weight: int = 400
) -> None:
    left = theme.metrics.icon + theme.px(9)
    painter.setFont(theme.font("body", weight))
    painter.setPen(theme.colour("text" if widget.isEnabled() else "faint"))
    room = widget.rect().adjusted(left, 0, 0, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)


class TickBox(QCheckBox):
    """A tick box with its sentence."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Box, space and text."""
        return _size(self._theme, self.text(), 400)

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """The text can be pressed as well as the box."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box and text."""
        painter = QPainter(self)
        theme = self._theme
        box = _box(self, theme)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        paint_tick_box(painter, box, theme, ticked=self.isChecked())
        painter.setOpacity(1.0)
        if self.hasFocus():
            ring = QRectF(box).adjusted(-3, -3, 3, 3)
            paint_ring(painter, ring, theme, theme.metrics.radius)
        _paint_text(painter, self, theme, self.text())


class RadioChoice(QRadioButton):
    """One of a few choices that are all in sight; the chosen one is written bolder."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Circle, space and text; the bolder type is allowed for."""
        return _size(self._theme, self.text(), 600)

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """The text can be pressed as well as the circle."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        circle = QRectF(_box(self, theme)).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isChecked()
        if not self.isEnabled():
            painter.setOpacity(0.5)
        painter.setPen(theme.colour("accent" if chosen else "edge"))
        painter.setBrush(theme.colour("accent" if chosen else "base"))
        painter.drawEllipse(circle)
        if chosen:
            inset = circle.width() * 0.31
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_text"))
            painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))
        painter.setOpacity(1.0)
        if self.hasFocus():
            ring = circle.adjusted(-3.5, -3.5, 3.5, 3.5)
            paint_ring(painter, ring, theme, ring.height() / 2 - 1)
        _paint_text(painter, self, theme, self.text(), 600 if chosen else 400)
