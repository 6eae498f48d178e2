"""The Run Checks tab: views and filters, the table of runs, and the pane beside it."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.runs import RunRow, RunView, TicketCell
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.run_checks.actions import RunActions
from bcautotask_gui.ui.run_checks.cells import own_ticket
from bcautotask_gui.ui.run_checks.filters import Chosen
from bcautotask_gui.ui.run_checks.jobs.acts import JobActs
from bcautotask_gui.ui.run_checks.jobs.job_list import JobList
from bcautotask_gui.ui.run_checks.keys import add_key, add_key_below
from bcautotask_gui.ui.run_checks.pane import WIDTH, RunPane
from bcautotask_gui.ui.run_checks.reasons import Selected
from bcautotask_gui.ui.run_checks.run_list import RunList
from bcautotask_gui.ui.run_checks.top_bar import TopBar
from bcautotask_gui.ui.run_checks.views.menu import ViewMenu
from bcautotask_gui.ui.run_checks.views.own_views import OwnViews
from bcautotask_gui.ui.shared.line_splitter import LineSplitter
from bcautotask_gui.ui.shared.moments import here_and_now
from bcautotask_gui.ui.shared.table_view import TableView
from bcautotask_gui.ui.theme import Theme

_SPLITTER = "run_checks/splitter"
_WITHOUT_PANE = 1200
"""Below so many pixels, at a 13 px font, the pane gives way."""
MOST_COPIED = 1000
"""So many ticket numbers go on the clipboard at most."""


class RunChecksTab(QWidget):
    """Shows what it is told and asks for everything else; knows no service."""

    filter_changed = Signal()
    """Ask `chosen`."""
    selection_changed = Signal()
    """Ask `list.selected_ids`."""
    create_requested = Signal()
    open_requested = Signal()
    resolve_requested = Signal()
    """Resolve ticket, or Add note only where time was booked."""
    note_requested = Signal()
    copy_requested = Signal(str)
    retry_requested = Signal()
    link_chosen = Signal(str)
    place_wanted = Signal(str)
    """Where something is mended: "mapping", "defaults", "settings" or "database"."""

    def __init__(
        self,
        theme: Theme,
        settings: QSettings,
        now: Callable[[], datetime] = here_and_now,
        parent: QWidget | None = None,
        *,
        may: Collection[Permission] = frozenset(Permission),
        person: str = "",
    ) -> None:
        """Build the tab.

        Args:
            theme: Colours, sizes and fonts.
            settings: Remembers columns and splitter.
            now: The time in the zone of the operator.
            parent: Qt's parent.
            may: What the role allows; an act that it does not allow is not shown.
            person: Who works here; own views are kept for each person apart.
        """
        super().__init__(parent)
        self.theme, self.now = theme, now
        self.environment: tuple[Environment, str] | None = None
        self._settings = settings
        self.bar = TopBar(theme)
        self.list = RunList(theme, settings, now, self.here)
        self.table = self.list.table
        self.jobs = JobList(theme, settings, now)
        self.pane = RunPane(theme, now)
        self.pane.ticket.may_note = Permission.NOTE in may
        self.pane.summary.may = frozenset(may)
        self.acts = RunActions(self.bar, self.table, may=may, parent=self)
        self.job_acts = JobActs(self.bar, self.jobs.table, may=may, parent=self)
        self.view_menu = ViewMenu(theme, self.bar, OwnViews(settings, person), self)
        self._lay_out()
        self._connect()
        self._add_keys()
        self.table.show_sort("run_at", descending=True)
        self._selection_changed()

    def _lay_out(self) -> None:
        self.splitter = LineSplitter(self.theme)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.list)
        self.lists.addWidget(self.jobs)
        self.splitter.addWidget(self.lists)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setCollapsible(0, False)  # noqa: FBT003 - Qt has no keyword for it
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.splitter, 1)
        kept = self._settings.value(_SPLITTER)
        if kept is None or not self.splitter.restoreState(kept):
            self.splitter.setSizes([self.theme.px(1080), self.theme.px(WIDTH)])

    def _connect(self) -> None:
        self.bar.changed.connect(self._show_mode)
        self.bar.changed.connect(self.filter_changed)
        self.bar.search.left.connect(self.focus_table)
        self.table.sort_requested.connect(self.bar.sort_by)
        self.table.rows_selected.connect(self._selection_changed)
        self.list.rows_changed.connect(self._refresh_actions)
        self.list.notice.retry_requested.connect(self.retry_requested)
        self.list.notice.copy_requested.connect(self.copy_requested)
        self.list.in_messages.show_requested.connect(self.bar.look_into_messages)
        self.list.empty.wanted.connect(self.bar.choose)
        self.list.empty.place_wanted.connect(self.place_wanted)
        self.acts.create.requested.connect(self.create_requested)
        self.acts.open.requested.connect(self.open_requested)
        self.acts.resolve_requested.connect(self.resolve_requested)
        self.acts.note.requested.connect(self.note_requested)
        self.acts.copy_requested.connect(self.copy_requested)
        self.pane.copy_requested.connect(self.copy_requested)
        self.pane.ticket.open_requested.connect(self.open_requested)
        self.pane.ticket.note_requested.connect(self.note_requested)
        self.pane.mail.browser.link_chosen.connect(self.link_chosen)
        self.splitter.splitterMoved.connect(self._keep_splitter)
        self._connect_jobs()

    def _connect_jobs(self) -> None:
        self.acts.group.requested.connect(self.bar.group)
        self.acts.abilities_changed.connect(self._abilities_changed)
        self.job_acts.ungroup.requested.connect(self.bar.ungroup)
        self.job_acts.keys.requested.connect(self.acts.keys.requested)
        self.list.one_job.button.clicked.connect(self.bar.leave_job)
        self.jobs.table.rows_selected.connect(self._jobs_selected)
        self.jobs.notice.copy_requested.connect(self.copy_requested)
        self.jobs.empty.wanted.connect(self.bar.choose)
        self.jobs.empty.place_wanted.connect(self.place_wanted)

    def _add_keys(self) -> None:
        choose = self.bar.views.choose_number
        keys = [
            add_key(self.table, "[", self._previous_tab),
            add_key(self.table, "]", self._next_tab),
            add_key(self.table, "Backspace", self.bar.leave_job),
        ]
        for table in (self.table, self.jobs.table):
            keys.append(add_key(table, "/", self.bar.search.setFocus))
            keys.append(add_key(table, "V", self.view_menu.open))
            keys += [add_key(table, str(n), partial(choose, n)) for n in range(1, 7)]
        self._single_keys = tuple(keys)
        for key in ("Return", "Enter"):
            add_key(self.table, key, self.pane.enter)
        add_key_below(self, "Ctrl+F", self.bar.search.setFocus)
        add_key_below(self.pane, "[", self._previous_tab)
        add_key_below(self.pane, "]", self._next_tab)
        add_key(self.jobs.table, "Enter", self.job_acts.open.requested.emit)
        for widget in (self.pane, self.bar.views, self.bar.actions_row, self.bar.job_row):
            add_key_below(widget, "Esc", self.focus_table)
        for field in (self.bar.range, self.bar.customer, self.bar.software):
            add_key_below(field, "Esc", self.focus_table)

    def set_single_keys(self, *, on: bool) -> None:
        """Let single letters act on the table, or not."""
        self.table.single_keys = self.jobs.table.single_keys = on
        for shortcut in self._single_keys:
            shortcut.setEnabled(on)
        self.acts.set_single_keys(on=on)
        self.job_acts.set_single_keys(on=on)

    @Slot()
    def _previous_tab(self) -> None:
        self.pane.turn(-1)

    @Slot()
    def _next_tab(self) -> None:
        self.pane.turn(1)

    @Slot()
    def focus_table(self) -> None:
        """Give the keyboard back to the table in view."""
        self._table_in_view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _table_in_view(self) -> TableView:
        return self.jobs.table if self.chosen.grouped else self.table

    @Slot()
    def _show_mode(self) -> None:
        """Runs with their pane, or lines of jobs in all the room there is."""
        chosen = self.chosen
        self.list.one_job.show_job(chosen.job if chosen.job_id is not None else "")
        wanted = self.jobs if chosen.grouped else self.list
        if self.lists.currentWidget() is wanted:
            return
        focused = self.focusWidget()
        had_keyboard = focused is not None and self.lists.isAncestorOf(focused)
        self.lists.setCurrentWidget(wanted)
        self._make_room()
        if had_keyboard:
            self.focus_table()

    @Slot()
    def _jobs_selected(self) -> None:
        self.job_acts.show_selected(self.jobs.table.selected_count())

    @Slot()
    def _abilities_changed(self) -> None:
        self.job_acts.show_against_review(self.acts.abilities.against_review)

    # what is chosen and selected -----------------------------------------------------------

    @property
    def chosen(self) -> Chosen:
        """View, search, filters and sort."""
        return self.bar.chosen

    def here(self) -> Environment | None:
        """The environment in use, as far as it is known."""
        return self.environment[0] if self.environment else None

    def ticket_of(self, row: RunRow) -> TicketCell | None:
        """The ticket of a row that counts in the environment in use."""
        return own_ticket(row, self.here())

    @Slot()
    def _selection_changed(self) -> None:
        self._refresh_actions()
        self.selection_changed.emit()

    @Slot()
    def _refresh_actions(self) -> None:
        row = self.list.selected_row
        tickets = map(self.ticket_of, self.list.selected_rows(MOST_COPIED))
        self.acts.show_for(
            Selected(
                row,
                self.ticket_of(row) if row is not None else None,
                self.table.selected_count(),
                tuple(ticket.number for ticket in tickets if ticket and ticket.number),
            )
        )

    def show_counts(self, counts: Mapping[RunView, int]) -> None:
        """Show how many runs each view holds."""
        self.bar.show_counts(counts)
        self.list.empty.show_counts(counts)

    def show_environment(self, environment: Environment, where: str = "") -> None:
        """Say where acts go: for the strip of dialogs, and for which tickets count."""
        self.environment = (environment, where)
        self.table.viewport().update()
        self._refresh_actions()

    @Slot()
    def _keep_splitter(self) -> None:
        self._settings.setValue(_SPLITTER, self.splitter.saveState())
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        """The keys act on the table at once, save while somebody walks along the tabs."""
        super().showEvent(event)
        if not isinstance(self.window().focusWidget(), QTabBar):
            self._table_in_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the pane gives way, and columns where names would not be readable."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        is_wide = self.width() / self.theme.scale >= _WITHOUT_PANE
        self.pane.setVisible(is_wide and not self.chosen.grouped)
        beside = self.splitter.sizes()[1] if self.pane.isVisibleTo(self) else 0
        self.list.make_room(self.width() - beside)
        self.jobs.make_room(self.width())
