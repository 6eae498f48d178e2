"""The painted key on buttons and fields; it is no part of any accessible name."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bcautotask_gui.ui.theme import Theme

_AND_SO_ON = "…"


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


class KeyCaps(QWidget):
    """Keys beside each other, as on buttons; spaces stand between them."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = keys.split()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ".join(self._keys))
        theme.changed.connect(self._apply_theme)

    @Slot()
    def _apply_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All caps and the gaps between them."""
        gaps = self._theme.space.xs * (len(self._keys) - 1)
        wide = sum(self._width(key) for key in self._keys)
        return QSize(wide + gaps, self._theme.px(20))

    def _width(self, key: str) -> int:
        if key == _AND_SO_ON:
            return self._theme.font_metrics("small").horizontalAdvance(key)
        return cap_width(self._theme, key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each key on its cap; what stands for the keys between has none."""
        painter = QPainter(self)
        left = 0
        for key in self._keys:
            width = self._width(key)
            if key == _AND_SO_ON:
                painter.setPen(self._theme.colour("muted"))
                painter.setFont(self._theme.font("small"))
                room = QRect(left, 0, width + 1, self.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, key)
            else:
                paint_cap(painter, left + width, self.rect(), self._theme, key)
            left += width + self._theme.space.xs
