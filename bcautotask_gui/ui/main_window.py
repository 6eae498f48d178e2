"""The main window's shell: strip, tabs, pages and status bar."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QStatusTipEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.frame.environment_strip import EnvironmentStrip
from bcautotask_gui.ui.frame.status_bar import StatusBar
from bcautotask_gui.ui.frame.tab_bar import TabRow
from bcautotask_gui.ui.theme import Theme

_GEOMETRY = "window/geometry"
_PAGE = "window/page"


class MainWindow(QMainWindow):
    """Holds the pages and knows nothing of what they do."""

    refresh_requested = Signal()
    help_requested = Signal()
    page_wanted = Signal(str)
    """The name of the page that is about to come into view; whoever builds it late does so now."""
    page_shown = Signal(str)
    """The name of the page that came into view."""
    closed = Signal()
    """The window is going away; what it shows may still be read."""
    language_changed = Signal()

    def __init__(self, theme: Theme, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._names: list[str] = []
        self._guard: Callable[[], bool] | None = None
        self._restored = False
        self._cover: QWidget | None = None
        self._keys_of_pages: list[QShortcut] = []
        self.strip = EnvironmentStrip(theme)
        self.tab_row = TabRow(theme)
        self.status = StatusBar(theme)
        self._pages = QStackedWidget()
        self._lay_out()
        self.tab_row.chosen.connect(self._choose)
        self.tab_row.refresh_requested.connect(self.refresh_requested)
        self.tab_row.help_requested.connect(self.help_requested)
        standard = QKeySequence.StandardKey
        self._add_shortcut("F5", self.refresh_requested.emit, standard.Refresh)
        self._add_shortcut("F1", self.help_requested.emit, standard.HelpContents)
        self._add_shortcut("Ctrl+Q", self.close, standard.Quit)
        self.resize(theme.px(1440), theme.px(900))
        geometry = settings.value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def fit(self, room: QSize) -> None:
        """Grow no larger than the screen, where a large font or a high scale asks for more.

        Args:
            room: what the desktop leaves to windows.
        """
        frame = QSize(0, self._theme.metrics.control)  # of the window manager, not known yet
        self.setMinimumSize(self.minimumSize().boundedTo(room - frame))
        self.resize(self.size().boundedTo(room - frame))

    def _lay_out(self) -> None:
        holder = QWidget()
        layout = self._column = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.tab_row)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(holder)
        self.setMinimumSize(self._theme.px(880), self._theme.px(560))

    def _add_shortcut(
        self,
        keys: str,
        act: Callable[[], object],
        standard: QKeySequence.StandardKey = QKeySequence.StandardKey.UnknownKey,
    ) -> QShortcut:
        """The keys of this application, and those that the platform has for the same."""
        shortcut = QShortcut(self)
        own = QKeySequence(keys)
        further = [each for each in QKeySequence.keyBindings(standard) if each != own]
        shortcut.setKeys([own, *further])
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)
        return shortcut

    def add_page(self, name: str, title: str, widget: QWidget) -> None:
        """Add a page as the last tab; Ctrl and its number lead to it.

        The page that was open last time is shown once it is added.

        Args:
            name: In saved settings and in `show_page`; never shown.
            title: The tab.
            widget: The page.
        """
        self._names.append(name)
        self._pages.addWidget(widget)
        self.tab_row.tabs.addTab(title)
        self._put_status_last()
        number = len(self._names)
        self.tab_row.tabs.setTabToolTip(number - 1, f"{title} (Ctrl+{number})")
        leads = self._add_shortcut(f"Ctrl+{number}", lambda: self.show_page(name))
        self._keys_of_pages.append(leads)
        if not self._restored and self._settings.value(_PAGE) == name:
            self._restored = True
            self.show_page(name)

    def fill_page(self, name: str, widget: QWidget) -> None:
        """Put a page that is built late into the place that an empty widget kept for it.

        Args:
            name: As it was added; it is not in view yet.
            widget: The page.
        """
        place = self._names.index(name)
        empty = self._pages.widget(place)
        assert empty is not None
        self._pages.insertWidget(place, widget)
        self._pages.removeWidget(empty)
        empty.deleteLater()
        self._put_status_last()

    def _put_status_last(self) -> None:
        """The keyboard walks as one reads: the status bar comes after whatever page is shown."""
        is_hidden = self.status.isHidden()
        self.status.setParent(None)
        self._column.addWidget(self.status)
        self.status.setHidden(is_hidden)

    def take_away_pages(self) -> None:
        """Remove all pages; the same ones, added again, come up where they were left."""
        self._settings.setValue(_PAGE, self.page)
        self._restored = False
        while (widget := self._pages.widget(0)) is not None:
            self._pages.removeWidget(widget)
            widget.deleteLater()
        quiet = QSignalBlocker(self.tab_row.tabs)  # no page comes into view while all go
        while self.tab_row.tabs.count():
            self.tab_row.tabs.removeTab(0)
        quiet.unblock()
        for shortcut in self._keys_of_pages:
            shortcut.deleteLater()
        self._keys_of_pages.clear()
        self._names.clear()

    def cover(self, widget: QWidget) -> None:
        """Put something in front of all pages, such as why the database is not open."""
        if self._cover is not widget:
            self.uncover()
            self._cover = widget
            self._column.insertWidget(self._column.indexOf(self._pages), widget, 1)
        # whose Autotask is meant is not known before there are pages
        self.strip.hide()
        self.tab_row.hide()
        self._pages.hide()
        widget.show()

    def uncover(self) -> None:
        """Show the pages again."""
        if self._cover is not None:
            self._column.removeWidget(self._cover)
            self._cover.hide()
            self._cover = None
        self.strip.show()
        self.tab_row.show()
        self._pages.show()

    @property
    def page(self) -> str:
        """The name of the page in view; empty before there is one."""
        place = self._pages.currentIndex()
        return self._names[place] if place >= 0 else ""

    @property
    def in_view(self) -> QWidget | None:
        """What covers the pages, else the page in view; None before there is either."""
        return self._cover or self._pages.currentWidget()

    def show_page(self, name: str) -> None:
        """Bring a page into view."""
        self.tab_row.tabs.setCurrentIndex(self._names.index(name))

    @Slot(int)
    def _choose(self, place: int) -> None:
        if 0 <= place < self._pages.count():
            self.page_wanted.emit(self._names[place])
            self._pages.setCurrentIndex(place)
            self.page_shown.emit(self._names[place])

    def show_environment(self, environment: Environment | None, where: str = "") -> None:
        """Show everywhere which Autotask is meant; None says that the integration is off.

        Args:
            environment: Sandbox, Production or None.
            where: Such as "Autotask database 4711 · zone EU1 (19)".
        """
        self.status.show_environment(environment)
        if environment is None:
            self.strip.show_off()
            self.status.show_calls(None)
        else:
            self.strip.show_environment(environment, where)

    def guard_close(self, guard: Callable[[], bool]) -> None:
        """Ask `guard` before closing; where it answers False, it calls `close_now` later."""
        self._guard = guard

    def close_now(self) -> None:
        """Close without asking again."""
        self._guard = None
        self.close()

    @Slot()
    def come_to_front(self) -> None:
        """Show the window in front of the others, also where it was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless the guard wants to wait."""
        if self._guard is not None and not self._guard():
            event.ignore()
            return
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        self._settings.setValue(_PAGE, self.page)
        self.closed.emit()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Status tips, such as why a button is disabled, stand in for the outcome."""
        if isinstance(event, QStatusTipEvent):
            self.status.outcome.show_hint(event.tip())
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font of the desktop makes other sizes, another language other words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._theme.refresh()
        elif event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()
