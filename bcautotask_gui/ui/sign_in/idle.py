"""Notices that nobody touched the window for a while."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal, Slot

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
# milliseconds between two looks: a minute of idleness need not be known to the second
_LOOK_EVERY = 5_000


class IdleWatch(QObject):
    """Tells once when the time has passed; a touch of keyboard or mouse begins it anew."""

    idled = Signal()

    def __init__(self, application: QObject, parent: QObject | None = None) -> None:
        """Make it; it watches nothing yet.

        Args:
            application: what all events of all windows go through.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._application = application
        self._since = QElapsedTimer()
        self._minutes = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        """Watch from now on.

        Args:
            minutes: how long nobody may touch the window; 0 watches nothing.
        """
        self.stop()
        self._minutes = minutes
        if minutes:
            self._since.start()
            self._timer.start()
            self._application.installEventFilter(self)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._application.removeEventFilter(self)

    @Slot()
    def look(self) -> None:
        """Tell if the time has passed."""
        if self._timer.isActive() and self._since.elapsed() >= self._minutes * 60_000:
            self.stop()
            self.idled.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Sees what goes to any window of the application; keeps nothing of it."""
        if event.type() in _TOUCHES:
            self._since.restart()
        return False
