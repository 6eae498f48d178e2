"""A thin bar that shows how far something is."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bcautotask_gui.ui.theme import Theme

_STEP_MS = 40
_STEPS = 40


class BusyBar(QWidget):
    """Shows a share, or a wandering piece while the whole is unknown."""

    def __init__(
        self, theme: Theme, name: str, width: int = 56, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self._share: float | None = 0.0
        self._token = "accent"
        self._step = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._wander)
        theme.changed.connect(self.update)

    def show_share(self, done: int, total: int | None, token: str = "accent") -> None:
        """Show done of total; an unknown total (None or 0) wanders."""
        self._share = min(1.0, done / total) if total else None
        self._token = token
        words = f"{done} / {total}" if total else str(done)
        self.setAccessibleDescription(words)
        self._run()
        self.update()

    @property
    def share(self) -> float | None:
        """Between 0 and 1, or None while the whole is unknown."""
        return self._share

    def sizeHint(self) -> QSize:
        """Width as asked for, and 6 px."""
        return QSize(self._theme.px(self._width), self._theme.px(6))

    def showEvent(self, event: QShowEvent) -> None:
        """Wander only while in sight."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Stand still while out of sight."""
        super().hideEvent(event)
        self._timer.stop()

    def _run(self) -> None:
        if self._share is None and self.isVisible() and self._theme.animated:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def _wander(self) -> None:
        self._step = (self._step + 1) % _STEPS
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, and the part that is done."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        radius = box.height() / 2
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(box, radius, radius)
        done = self._done(box)
        if done.width() > 0:
            painter.setBrush(self._theme.colour(self._token))
            painter.drawRoundedRect(done, radius, radius)

    def _done(self, box: QRectF) -> QRectF:
        if self._share is not None:
            width = box.width() * self._share
            least = box.height() if self._share > 0 else 0
            return QRectF(0, 0, max(least, width), box.height())
        width = box.width() / 3
        return QRectF((box.width() - width) * self._step / _STEPS, 0, width, box.height())
