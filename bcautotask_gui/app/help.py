"""Opens the help at the page that belongs to what is in view; closes it with the window."""

from PySide6.QtCore import QObject, Slot

from bcautotask_gui.ui.help.pages import page_for_tab
from bcautotask_gui.ui.help.window import HelpWindow
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.theme import Theme


class Help(QObject):
    """Makes the help window when it is asked for the first time."""

    def __init__(self, theme: Theme, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = window
        self.shown: HelpWindow | None = None
        window.help_requested.connect(self.open)
        window.closed.connect(self.close)
        # its pages and its words are made in one language
        window.language_changed.connect(self.close)

    @Slot()
    def open(self) -> None:
        """Shows the page for what is in view, in front."""
        if self.shown is None:
            self.shown = HelpWindow(self._theme)
        self.shown.show_page(page_for_tab(self._window.page))
        self.shown.show()
        self.shown.raise_()
        self.shown.activateWindow()

    @Slot()
    def close(self) -> None:
        """The help goes with the window that it explains."""
        if self.shown is not None:
            self.shown.close()
            self.shown.deleteLater()
            self.shown = None
