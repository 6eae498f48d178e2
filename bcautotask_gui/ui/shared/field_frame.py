"""The rounded edge that all fields share."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from bcautotask_gui.ui.theme import Theme


def paint_field(widget: QWidget, theme: Theme, *, broken: bool, focused: bool) -> None:
    """Paint ground and edge of a field: accent with the keyboard, red when its value is broken."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = "base" if widget.isEnabled() else "window"
    token = "failed_icon" if broken else "accent" if focused else "edge"
    if not widget.isEnabled() and not broken:
        token = "button_edge"
    width = 2.0 if focused else 1.5 if broken else 1.0
    inset = width / 2
    painter.setPen(QPen(theme.colour(token), width))
    painter.setBrush(theme.colour(ground))
    radius = theme.metrics.radius
    box = QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, radius, radius)
    painter.end()
