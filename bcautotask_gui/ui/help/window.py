"""The help window: all pages at the left, the chosen one beside them, a search over all."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.ui.help.browser import HelpBrowser
from bcautotask_gui.ui.help.pages import help_pages, pages_with
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.labels import WrappingLabel
from bcautotask_gui.ui.shared.search_field import SearchField
from bcautotask_gui.ui.shared.two_line_list import TwoLineList, TwoLines
from bcautotask_gui.ui.theme import Theme

_LIST_WIDTH = 268


class HelpWindow(Panel):
    """A window of its own, so that it can lie beside the one that it explains."""

    page_shown = Signal(str)
    """The key of the page that came into view."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", parent=parent, rounded=False)
        self._before: list[str] = []
        self.setWindowTitle(self.tr("Help"))
        # it never keeps the application alive
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.search = SearchField(theme, self.tr("Search help"), "Ctrl+F")
        self.list = TwoLineList(theme, self.tr("Help pages"))
        self.browser = HelpBrowser(theme)
        self.back = ActionButton(theme, self.tr("Back"), "chevron-left", kind=Kind.FLAT)
        self._none = WrappingLabel(theme, "", "small", "muted")
        self._none.hide()
        self._lay_out(theme)
        self.search.searched.connect(self._search)
        self.search.left.connect(self.list.setFocus)
        self.list.chosen.connect(self._choose)
        self.browser.page_wanted.connect(self.show_page)
        self.back.clicked.connect(self.go_back)
        for keys, act in (("Ctrl+F", self.search.setFocus), ("Alt+Left", self.go_back)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._list_all()
        self.back.set_reason(self.tr("There is no page before this one."))
        self.resize(theme.px(1000), theme.px(720))

    def _lay_out(self, theme: Theme) -> None:
        side = QWidget()
        side.setFixedWidth(theme.px(_LIST_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.space.m, theme.space.m, theme.space.m, theme.space.s)
        column.setSpacing(theme.space.s)
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.browser, 1)

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Bring a page into view; what was searched for no longer counts."""
        if key != self.browser.key and self.browser.key:
            self._before.append(self.browser.key)
        self._show(key)

    @Slot()
    def go_back(self) -> None:
        """Bring the page before this one into view."""
        if self._before:
            self._show(self._before.pop())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, once the search field had its turn: there it empties, then leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _show(self, key: str) -> None:
        if self.search.text():
            self.search.empty()
        self.browser.show_page(key)
        with QSignalBlocker(self.list):
            self.list.select_key(key)
        self._shown(key)

    def _shown(self, key: str) -> None:
        reason = "" if self._before else self.tr("There is no page before this one.")
        self.back.set_reason(reason)
        self.page_shown.emit(key)

    @Slot(str)
    def _choose(self, key: str) -> None:
        if not key or key == self.browser.key:
            return
        if self.browser.key:
            self._before.append(self.browser.key)
        self.browser.show_page(key, self.search.text().strip())
        self._shown(key)

    @Slot(str)
    def _search(self, words: str) -> None:
        if not words:
            self._list_all()
            self.browser.show_page(self.browser.key)
            return
        found = pages_with(words)
        self._none.setText(self.tr("No page holds “{words}”.").format(words=words))
        self._none.setVisible(not found)
        self.list.show_entries([TwoLines(page.key, page.title, page.about) for page in found])
        keys = [page.key for page in found]
        if keys and self.browser.key not in keys:
            self.list.select_key(keys[0])
        else:
            self.browser.show_page(self.browser.key, words)

    def _list_all(self) -> None:
        self._none.hide()
        self.list.show_entries(
            [TwoLines(page.key, page.title, page.about) for page in help_pages()]
        )
