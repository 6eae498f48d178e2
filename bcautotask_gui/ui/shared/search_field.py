"""The search field: says what is looked for once the typing pauses."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from bcautotask_gui.ui.shared.fields import TextField
from bcautotask_gui.ui.shared.icons import draw_icon, icon
from bcautotask_gui.ui.shared.key_cap import cap_width, paint_cap
from bcautotask_gui.ui.theme import Theme

PAUSE_MS = 250


class SearchField(TextField):
    """Magnifier, text, and either the key that leads here or a cross that empties it."""

    searched = Signal(str)
    """The text after a pause, after Enter, or after it was emptied."""
    left = Signal()
    """Esc in an empty field: the keyboard should go back to the list."""

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        key: str = "/",
        pause_ms: int = PAUSE_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._key = key
        self._said = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause_ms)
        self._timer.timeout.connect(self._say)
        self._clear = QToolButton(self)
        self._clear.setAutoRaise(True)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setAccessibleName(self.tr("Clear search"))
        self._clear.setToolTip(self.tr("Clear search"))
        self._clear.hide()
        self._clear.clicked.connect(self.empty)
        self.textChanged.connect(self._typed)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    @Slot()
    def _apply_theme(self) -> None:
        theme = self._theme
        self._clear.setIcon(icon(theme, "close", "muted", theme.metrics.badge_icon))
        right = max(cap_width(theme, self._key), theme.px(20)) + theme.px(12)
        self.setTextMargins(theme.px(28), 0, right, 0)

    def sizeHint(self) -> QSize:
        """Wide enough for a name and a ticket number."""
        return QSize(self._theme.px(386), self._theme.metrics.control)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._place_clear()
        self._timer.start()

    @Slot()
    def _say(self) -> None:
        self._timer.stop()
        text = self.text().strip()
        if text != self._said:
            self._said = text
            self.searched.emit(text)

    @Slot()
    def empty(self) -> None:
        """Empty the field and say so at once."""
        self.clear()
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches at once; Esc empties, then leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.empty()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cross stands at the end, also of a text that was there before the size."""
        super().resizeEvent(event)
        self._place_clear()

    def _place_clear(self) -> None:
        side = self._theme.px(20)
        x = self.width() - side - self._theme.px(6)
        self._clear.setGeometry(x, (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, the magnifier, and the key cap while nothing is typed."""
        super().paintEvent(event)
        painter = QPainter(self)
        theme = self._theme
        size = theme.metrics.icon
        draw_icon(painter, theme, "search", "muted", theme.px(9), (self.height() - size) // 2, size)
        if self._key and not self.text():
            paint_cap(painter, self.width() - theme.px(7), self.rect(), theme, self._key)
