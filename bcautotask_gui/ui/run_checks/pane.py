"""The pane beside the table: everything about the selected run, in five tabs."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bcautotask_gui.domain.customers import Mapping
from bcautotask_gui.domain.runs import RunDetail, RunRow, TicketCell
from bcautotask_gui.domain.tickets import TicketDraft
from bcautotask_gui.ui.run_checks.cells import MAPPING_BADGES, status_badge
from bcautotask_gui.ui.run_checks.pane_history import HistoryPage
from bcautotask_gui.ui.run_checks.pane_mail import MailPage
from bcautotask_gui.ui.run_checks.pane_objects import ObjectsTable
from bcautotask_gui.ui.run_checks.pane_page import PanePage
from bcautotask_gui.ui.run_checks.pane_summary import SummaryPage
from bcautotask_gui.ui.run_checks.pane_ticket import TicketPage
from bcautotask_gui.ui.run_checks.words import Now, run_name
from bcautotask_gui.ui.shared.badge_painting import BadgeLabel
from bcautotask_gui.ui.shared.badges import LOOKS, Badge
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.empty_state import EmptyState
from bcautotask_gui.ui.shared.labels import IconLabel, Label
from bcautotask_gui.ui.shared.notice import NoticeBox, Tone
from bcautotask_gui.ui.shared.numbers import number
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.shared.underlined_tabs import UnderlinedTabs
from bcautotask_gui.ui.theme import Theme

OBJECTS_TAB = 1
TICKET_TAB = 3
WIDTH = 360
"""At a 13 px font."""
MOST_LISTED = 100


class _OnLine(QWidget):
    """Sets tabs in from the left while the hairline that they stand on runs through."""

    def __init__(self, theme: Theme, tabs: UnderlinedTabs) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(6), 0, 0, 0)
        row.addWidget(tabs)
        row.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        line = self._theme.colour("line")
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)


class RunPane(Panel):
    """Shows nothing, one run, or that several are selected."""

    copy_requested = Signal(str)

    def __init__(self, theme: Theme, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(theme, "base", parent=parent, rounded=False)
        self._now = now
        self._details = ""
        self._widest = 0
        self.setAccessibleName(self.tr("Run"))
        self._pages = QStackedWidget()
        self._none = EmptyState(theme, "list", small=True)
        self._none.say(
            self.tr("No run selected"),
            self.tr("The report, its errors and its ticket appear here."),
        )
        self._several = PanePage(theme, self.tr("Selected runs"))
        self._run = QWidget()
        for page in (self._none, self._several, self._run):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._make_head(theme)
        self._make_tabs(theme)
        self._lay_out_run(theme)

    def sizeHint(self) -> QSize:
        """As wide as it is drawn."""
        return QSize(self._theme.px(WIDTH), self._theme.px(400))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window; all tabs still fit."""
        tabs = self.tabs.sizeHint().width() + self._theme.space.s
        # the widest tabs so far: else the table beside would move with each count that is shown
        self._widest = max(self._widest, self._theme.px(WIDTH - 30), tabs)
        return QSize(self._widest, self._theme.px(200))

    def _make_head(self, theme: Theme) -> None:
        self._badge = BadgeLabel(theme, Badge.SUCCESS)
        self._id = Label(theme, "", "small", "muted", tabular=True)
        self._job = Label(theme, "", "title", elided=True)
        self._customer = Label(theme, "", "name", elided=True)
        self._link = IconLabel(theme, "link", "good_icon", size=theme.metrics.badge_icon)
        self._company = Label(theme, "", "small", "muted", elided=True, tabular=True)
        self._trouble = NoticeBox(theme, Tone.FAILED, "")
        self._copy = ActionButton(theme, self.tr("Copy details"), "copy", kind=Kind.FLAT)
        self._copy.clicked.connect(self._copy_details)
        self._trouble.body.addWidget(self._copy)
        self._trouble_room = QWidget()
        room = QVBoxLayout(self._trouble_room)
        room.setContentsMargins(0, theme.space.s, 0, theme.px(2))
        room.addWidget(self._trouble)
        self._trouble_room.hide()

    def _make_tabs(self, theme: Theme) -> None:
        self.tabs = UnderlinedTabs(theme, theme.px(36), padding=10)
        self.tabs.setAccessibleName(self.tr("Run details"))
        self.summary = SummaryPage(theme, self._now)
        self.objects = ObjectsTable(theme)
        self.mail = MailPage(theme, self._now)
        self.ticket = TicketPage(theme, self._now)
        self.history = HistoryPage(theme, self._now)
        self._tab_pages = QStackedWidget()
        for name, page in (
            (self.tr("Summary"), self.summary),
            (self.tr("Objects"), self.objects),
            (self.tr("Mail"), self.mail),
            (self.tr("Ticket"), self.ticket),
            (self.tr("History"), self.history),
        ):
            self.tabs.addTab(name)
            self._tab_pages.addWidget(page)
        self.tabs.currentChanged.connect(self._tab_pages.setCurrentIndex)
        self.ticket.copy_requested.connect(self.copy_requested)

    def _lay_out_run(self, theme: Theme) -> None:
        first, company = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._badge)
        first.addStretch(1)
        first.addWidget(self._id)
        company.setSpacing(theme.px(5))
        company.addWidget(self._link)
        company.addWidget(self._company, 1)
        head = QVBoxLayout()
        edge = theme.space.l
        head.setContentsMargins(edge, theme.space.m, edge, theme.px(6))
        head.setSpacing(theme.px(3))
        head.addLayout(first)
        head.addSpacing(theme.px(3))
        head.addWidget(self._job)
        head.addWidget(self._customer)
        head.addLayout(company)
        head.addWidget(self._trouble_room)
        layout = QVBoxLayout(self._run)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(_OnLine(theme, self.tabs))
        layout.addWidget(self._tab_pages, 1)

    # what is shown -----------------------------------------------------------------------

    def show_nothing(self) -> None:
        """No run is selected."""
        self._pages.setCurrentWidget(self._none)

    def show_several(self, rows: Sequence[RunRow], count: int) -> None:
        """Several runs are selected; those that were read are listed."""
        self._several.begin()
        self._several.add_title(self.tr("{n} runs selected").format(n=number(count)))
        self._several.add_text(
            self.tr("Marking as reviewed, linking and copying act on all of them."),
            "muted",
            "small",
        )
        self._several.add_line()
        for row in rows[:MOST_LISTED]:
            look = LOOKS[status_badge(row.status, row.status_text).badge]
            self._several.add_point(look.icon, look.icon_token, run_name(row))
        self._several.end()
        self._pages.setCurrentWidget(self._several)

    def show_unreadable(self, trouble: Trouble) -> None:
        """The selected run could not be read."""
        self._details = trouble.details
        page = self._several
        page.begin()
        heading = self.tr("This run could not be read")
        page.add_point("circle-x", "failed_icon", heading, text=trouble.sentence)
        copy = ActionButton(self._theme, self.tr("Copy details"), "copy", kind=Kind.FLAT)
        copy.clicked.connect(self._copy_details)
        page.lines.addWidget(copy)
        page.end()
        self._pages.setCurrentWidget(page)

    def show_detail(self, detail: RunDetail, ticket: TicketCell | None) -> None:
        """Show one run.

        Args:
            detail: everything about it.
            ticket: its ticket, if one counts in the environment in use.
        """
        run = detail.run
        scroll = self.summary.verticalScrollBar()
        at = scroll.value() if self._id.text() == self._id_words(run.id) else 0
        badge = status_badge(run.status, run.status_text)
        self._badge.show_badge(badge.badge, badge.text)
        self._id.setText(self._id_words(run.id))
        self._job.setText(run.job)
        self._customer.setText(run.customer)
        self._show_company(detail.mapping)
        self.tabs.set_count(OBJECTS_TAB, len(run.objects) or None)
        self.summary.show_detail(detail, ticket)
        self.objects.show_objects(run.objects)
        self.mail.show_mail(run.mail)
        self.ticket.show_ticket(ticket, detail.row.ticket)
        self.history.show_history(detail.history)
        self._pages.setCurrentWidget(self._run)
        # the same run, read again, is read on from where one was
        scroll.setValue(at)

    def _id_words(self, run_id: int) -> str:
        return self.tr("Run {id}").format(id=run_id)

    def _show_company(self, mapping: Mapping | None) -> None:
        if mapping is None:
            self._link.show_icon("broken-link", "none_icon")
            self._company.set_token("muted")
            self._company.setText(self.tr("No Autotask company yet"))
            return
        look = LOOKS[MAPPING_BADGES[mapping.status]]
        self._link.show_icon(look.icon, look.icon_token)
        name = f"{mapping.company_name}  {mapping.company_id}"
        why = f" ({mapping.invalid_because})" if mapping.invalid_because else ""
        self._company.set_token("failed_text" if mapping.invalid_because else "muted")
        self._company.setText(name + why)

    def show_draft(self, draft: TicketDraft) -> None:
        """Say what Create would do for the run that is shown."""
        self.summary.show_draft(draft)

    def show_trouble(self, trouble: Trouble | None) -> None:
        """Say what went wrong with the run that is shown; None takes it away."""
        self._trouble_room.setVisible(trouble is not None)
        if trouble is not None:
            self._details = trouble.details
            self._trouble.say(self.tr("The last act on this run failed"), trouble.sentence)

    @property
    def trouble(self) -> str:
        """What the line about the shown run says; empty where there is none."""
        return "" if self._trouble_room.isHidden() else self._trouble.accessibleName()

    @Slot()
    def _copy_details(self) -> None:
        self.copy_requested.emit(self._details)

    # keys --------------------------------------------------------------------------------

    def turn(self, step: int) -> None:
        """Show the next tab, or with a negative step the one before."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def enter(self) -> None:
        """Take the keyboard."""
        target = self.tabs if self._pages.currentWidget() is self._run else self._several
        target.setFocus(Qt.FocusReason.OtherFocusReason)
