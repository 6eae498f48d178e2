"""The panel beside the table: one customer, its company, and the search for another."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bcautotask_gui.domain.customers import CustomerDetail, CustomerRow
from bcautotask_gui.ui.customers.columns import BADGES
from bcautotask_gui.ui.customers.consequence import Consequence, why_not
from bcautotask_gui.ui.customers.current_company import CurrentCompany
from bcautotask_gui.ui.customers.finder import CompanyFinder
from bcautotask_gui.ui.customers.foot import Foot
from bcautotask_gui.ui.customers.pages import HistoryPage, TicketsPage
from bcautotask_gui.ui.shared.badge_painting import BadgeLabel
from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.empty_state import EmptyState
from bcautotask_gui.ui.shared.labels import Hairline, Label
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.notice import WrappedNotice
from bcautotask_gui.ui.shared.underlined_tabs import UnderlinedTabs
from bcautotask_gui.ui.theme import Theme

WIDTH = 440
COMPANY, TICKETS, HISTORY = range(3)


class CustomerPanel(QWidget):
    """Shows what it is told; whether something may be done is decided outside."""

    searched = Signal(str)
    set_asked = Signal(object)
    """The CompanyHit to map."""
    clear_asked = Signal()
    refresh_asked = Signal()

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self.row: CustomerRow | None = None
        self._off = self._busy = ""
        self.may_map = True
        self._waiting: int | None = None
        self.setFixedWidth(theme.px(WIDTH) + 1)  # the line at the left
        self._make_head()
        self.current = CurrentCompany(theme, now)
        self.finder = CompanyFinder(theme)
        self.search, self.companies = self.finder.search, self.finder.companies
        self.problem = WrappedNotice(theme)
        self.consequence = Consequence(theme)
        self._make_buttons()
        self._make_tabs()
        self._lay_out()
        self._connect()
        self.show_customer(None)

    def _make_head(self) -> None:
        theme = self._theme
        self._badge = BadgeLabel(theme, Badge.MISSING)
        self._number = Label(theme, "", "small", "muted", tabular=True)
        self._name = Label(theme, "", "title", elided=True)
        self._facts = Label(theme, "", "small", "muted", tabular=True, elided=True)

    def _make_buttons(self) -> None:
        theme = self._theme
        self.set_button = ActionButton(theme, self.tr("Set mapping"), "link", kind=Kind.PRIMARY)
        self.clear_button = ActionButton(theme, self.tr("Clear mapping"), "broken-link")
        self.refresh_button = ActionButton(theme, self.tr("Refresh"), "refresh")

    def _lay_out(self) -> None:
        theme = self._theme
        self._filled = QWidget()
        layout = QVBoxLayout(self._filled)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self.tabs)
        layout.addWidget(self._tab_pages, 1)
        layout.addWidget(self._foot())
        self._empty = EmptyState(theme, "list", small=True)
        self._empty.say(
            self.tr("No customer selected"),
            self.tr("Its company in Autotask, and the search for one, appear here."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._filled)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._stack)

    def _make_tabs(self) -> None:
        theme = self._theme
        self.tabs = UnderlinedTabs(theme, theme.px(36), padding=10, indent=16)
        self.tabs.setAccessibleName(self.tr("Customer details"))
        self.tickets = TicketsPage(theme, self._now)
        self.history = HistoryPage(theme, self._now)
        self._tab_pages = QStackedWidget()
        for name, page in (
            (self.tr("Company"), self._company_page()),
            (self.tr("Open tickets"), self.tickets),
            (self.tr("History"), self.history),
        ):
            self.tabs.addTab(name)
            self._tab_pages.addWidget(page)
        self.tabs.currentChanged.connect(self._tab_pages.setCurrentIndex)

    def _company_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.current)
        self._current_line = Hairline(self._theme)
        layout.addWidget(self._current_line)
        layout.addWidget(self.finder, 1)
        self._rest = QWidget()
        layout.addWidget(self._rest, 1)
        return page

    def _head(self) -> QVBoxLayout:
        theme = self._theme
        first = QHBoxLayout()
        first.addWidget(self._badge)
        first.addStretch(1)
        first.addWidget(self._number)
        head = QVBoxLayout()
        head.setContentsMargins(theme.space.l, theme.space.m, theme.space.l, theme.space.m)
        head.setSpacing(theme.space.xs)
        head.addLayout(first)
        head.addWidget(self._name)
        head.addWidget(self._facts)
        return head

    def _foot(self) -> QWidget:
        theme = self._theme
        self._writing_part = QWidget()
        buttons = (self.set_button, self.clear_button, self.refresh_button)
        self.foot = Foot(theme, buttons, self.tr("Enter"))
        layout = QVBoxLayout(self._writing_part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.consequence)
        layout.addWidget(self.problem)
        layout.addWidget(Hairline(theme))
        layout.addWidget(self.foot)
        return self._writing_part

    def _connect(self) -> None:
        self.search.searched.connect(self.searched)
        self.finder.chosen_changed.connect(self._weigh)
        self.finder.accepted.connect(self._ask_to_set)
        self.set_button.clicked.connect(self._ask_to_set)
        self.clear_button.clicked.connect(self.clear_asked)
        self.refresh_button.clicked.connect(self.refresh_asked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._ask_to_set)

    # what is shown -----------------------------------------------------------------------

    def show_customer(self, row: CustomerRow | None) -> None:
        """Show a customer; another one than before empties search and results."""
        is_other = row is None or self.row is None or row.key != self.row.key
        self.row = row
        self._stack.setCurrentWidget(self._empty if row is None else self._filled)
        if is_other:
            self._waiting = None
            self.problem.clear()
            self.search.start("")
            self.finder.clear()
            self.tabs.set_count(TICKETS, None)
            self.tickets.tell("")
            self.history.tell("")
        if row is None:
            return
        self._badge.show_badge(BADGES[row.status])
        self._number.setText(self.tr("Customer {id}").format(id=row.id))
        self._name.setText(row.name)
        self._facts.setText(self._facts_of(row))
        self.current.show_row(row)
        self._current_line.setVisible(row.mapping is not None)
        self._weigh()

    def _facts_of(self, row: CustomerRow) -> str:
        jobs = self.tr("1 job") if row.jobs == 1 else self.tr("{n} jobs").format(n=row.jobs)
        parts = [jobs]
        if row.last_run_at is not None:
            when = moment_text(row.last_run_at, self._now(), inside=True)
            parts.append(self.tr("last run {when}").format(when=when))
        if self._waiting:
            one = self.tr("1 run is waiting for a ticket")
            many = self.tr("{n} runs are waiting for a ticket").format(n=self._waiting)
            parts.append(one if self._waiting == 1 else many)
        if not row.is_active:
            parts.append(self.tr("not active"))
        return " · ".join(parts)

    def show_detail(self, detail: CustomerDetail) -> None:
        """Show what the database tells beside the row."""
        self._waiting = detail.waiting
        self._facts.setText(self._facts_of(detail.row))
        self.tabs.set_count(TICKETS, len(detail.open_tickets) or None)
        self.tickets.show_tickets(detail.open_tickets, has_more=detail.has_more_tickets)
        self.history.show_history(detail.history)

    def tell_no_detail(self, sentence: str) -> None:
        """Say why the database told nothing."""
        self.tickets.tell(sentence)
        self.history.tell(sentence)

    def allow(self, *, may_map: bool, off: str) -> None:
        """Show what the role allows, and why nothing can be asked of Autotask, if so.

        Args:
            may_map: without it search and buttons are not shown at all.
            off: why Autotask cannot be asked; empty where it can.
        """
        self.may_map, self._off = may_map, off
        self.finder.setVisible(may_map)
        self._rest.setVisible(not may_map)
        self._writing_part.setVisible(may_map)
        self.finder.turn_off(off)
        self._weigh()

    def set_busy(self, reason: str) -> None:
        """Disable what writes while an act is under way; empty ends that."""
        self._busy = reason
        self._weigh()

    # what may be done --------------------------------------------------------------------

    @Slot()
    def _weigh(self) -> None:
        hit = self.companies.chosen
        blocked = self._busy or self._off
        reason = why_not(self.row, hit)
        self.set_button.set_reason(blocked or reason)
        self.set_button.set_kind(Kind.NORMAL if blocked or reason else Kind.PRIMARY)
        unmapped = self.row is None or self.row.mapping is None
        none = self.tr("No company is mapped.") if unmapped else ""
        self.clear_button.set_reason(self._busy or none)
        self.refresh_button.set_reason(blocked or none)
        self.consequence.show_for(self.row, hit, self._off)

    @Slot()
    def _ask_to_set(self) -> None:
        hit = self.companies.chosen
        if hit is not None and self.may_map and self.set_button.isEnabled():
            self.set_asked.emit(hit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Reading ground, window ground at the foot, a line at the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("base"))
        foot = self._writing_part
        if foot.isVisible():
            top = foot.mapTo(self, QPoint(0, 0)).y()
            room = QRect(0, top, self.width(), self.height() - top)
            painter.fillRect(room, self._theme.colour("window"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))
