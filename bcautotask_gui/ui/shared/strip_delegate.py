"""The strip of a job's last runs, where the height of a bar is the message."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.ui.shared.focus_ring import paint_ring
from bcautotask_gui.ui.theme import Theme

BARS = 30
FULL_HEIGHT = 16

_BARS: dict[Badge, tuple[int, str]] = {
    Badge.SUCCESS: (6, "bar_good"),
    Badge.OVERRIDE: (6, "info_icon"),
    Badge.WARNING: (11, "warning_icon"),
    Badge.FAILED: (FULL_HEIGHT, "failed_icon"),
    Badge.ERROR: (FULL_HEIGHT, "failed_icon"),
    Badge.MISSED: (2, "none_icon"),
    Badge.UNKNOWN_STATUS: (2, "none_icon"),
}


def strip_words(states: Sequence[Badge]) -> str:
    """The strip in words, such as "26 success, 2 warnings, 2 failed"; empty without runs."""
    translate = QCoreApplication.translate
    counts = Counter(states)
    warnings = counts[Badge.WARNING]
    said = (
        (counts[Badge.SUCCESS], translate("RunStrip", "{n} success")),
        (counts[Badge.OVERRIDE], translate("RunStrip", "{n} override")),
        (
            warnings,
            translate("RunStrip", "{n} warning")
            if warnings == 1
            else translate("RunStrip", "{n} warnings"),
        ),
        (counts[Badge.FAILED] + counts[Badge.ERROR], translate("RunStrip", "{n} failed")),
        (counts[Badge.MISSED], translate("RunStrip", "{n} missed")),
        (counts[Badge.UNKNOWN_STATUS], translate("RunStrip", "{n} unknown")),
    )
    return ", ".join(sentence.format(n=n) for n, sentence in said if n)


def paint_strip(
    painter: QPainter, rect: QRect, theme: Theme, states: Sequence[Badge], bar: int, gap: int
) -> None:
    """Paint the newest 30 states, oldest first, standing on the bottom edge of `rect`.

    Args:
        painter: Any painter.
        rect: The bars grow up to its height.
        theme: Colours and scale.
        states: Oldest first.
        bar: Width of a bar.
        gap: Space between two bars.
    """
    unit = rect.height() / FULL_HEIGHT
    floor = rect.bottom() + 1
    x = rect.left()
    for state in states[-BARS:]:
        reference, token = _BARS[state]
        height = max(1, round(reference * unit))
        painter.fillRect(x, floor - height, bar, height, theme.colour(token))
        x += bar + gap


class RunStrip(QWidget):
    """The strip drawn wide, as in a panel: the bars share the width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._states: tuple[Badge, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_states(self, states: Sequence[Badge], told: str) -> None:
        """Show these runs.

        Args:
            states: oldest first.
            told: more about them, such as their dates; read by the pointer, the keyboard and
                screen readers.
        """
        self._states = tuple(states)
        self.setAccessibleName(strip_words(self._states))
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by keyboard reads what the pointer would show."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.toolTip(), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was read goes with the keyboard."""
        super().focusOutEvent(event)
        QToolTip.hideText()

    def sizeHint(self) -> QSize:
        """Half as high again as in a table."""
        return QSize(self._theme.px(200), self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars with the width shared out evenly."""
        painter = QPainter(self)
        gap = self._theme.px(3)
        bar = max(self._theme.metrics.bar, (self.width() + gap) // BARS - gap)
        paint_strip(painter, self.rect(), self._theme, self._states, bar, gap)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self._theme, self._theme.px(4))
