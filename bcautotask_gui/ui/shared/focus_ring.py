"""The ring around whatever has the keyboard."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bcautotask_gui.ui.theme import Theme


def paint_ring(painter: QPainter, box: QRectF, theme: Theme, radius: float) -> None:
    """Paint a ring 2 px wide just inside `box`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
