"""Opens the help at the page that belongs to what is in view; closes it with the window."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from bcautotask_gui.ui.help.pages import Explained, page_for_tab
from bcautotask_gui.ui.help.window import HelpWindow
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.theme import Theme

_NAME = "help"


class Help(QObject):
    """Makes the help window when it is asked for the first time.

    A dialog stands in the way of the window's own keys, so each gets F1 when it comes to the
    front. The help belongs to no window: a dialog does not block it, and stays as it is.
    """

    def __init__(self, theme: Theme, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = window
        self.shown: HelpWindow | None = None
        window.help_requested.connect(self.open)
        window.closed.connect(self._end)
        theme.application.focusWindowChanged.connect(self._offer)

    @Slot()
    def open(self) -> None:
        """Shows the page for what is in view, in front."""
        if self.shown is None:
            self.shown = HelpWindow(self._theme)
        self.shown.show_page(self._page())
        self.shown.show()
        self.shown.raise_()
        self.shown.activateWindow()

    @Slot()
    def _end(self) -> None:
        """Another window, in another language perhaps, gets a help of its own."""
        self._theme.application.focusWindowChanged.disconnect(self._offer)
        self.close()

    @Slot()
    def close(self) -> None:
        """The help goes with the window that it explains."""
        if self.shown is not None:
            self.shown.close()
            self.shown.deleteLater()
            self.shown = None

    @Slot()
    def _offer(self) -> None:
        front = self._dialog()
        if front is not None and front.findChild(QShortcut, _NAME) is None:
            shortcut = QShortcut(QKeySequence("F1"), front)
            shortcut.setObjectName(_NAME)
            shortcut.activated.connect(self.open)

    def _dialog(self) -> QWidget | None:
        front = self._theme.application.activeWindow()
        return front if isinstance(front, QDialog) else None

    def _page(self) -> str:
        for shown in (self._dialog(), self._window.in_view):
            if isinstance(shown, Explained) and shown.help_page:
                return shown.help_page
        return page_for_tab(self._window.page)
