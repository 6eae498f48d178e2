"""The painted key on buttons and fields; it is no part of any accessible name."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from bcautotask_gui.ui.theme import Theme


def cap_width(theme: Theme, key: str) -> int:
    """The width of a cap; a single letter gets a nearly square one."""
    if not key:
        return 0
    text = theme.font_metrics("cap").horizontalAdvance(key)
    return max(theme.px(19), text + theme.px(10))


def paint_cap(
    painter: QPainter, right: int, rect: QRect, theme: Theme, key: str, *, on_accent: bool = False
) -> None:
    """Paint a key cap, centred in the height of `rect`, whose right edge is at `right`."""
    width, height = cap_width(theme, key), theme.px(18)
    top = rect.top() + (rect.height() - height) // 2
    box = QRectF(right - width, top, width, height)
    radius = theme.px(3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if on_accent:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_cap"))
        painter.drawRoundedRect(box, radius, radius)
    else:
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("cap"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(theme.colour("accent_text" if on_accent else "muted"))
    painter.setFont(theme.font("cap"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
