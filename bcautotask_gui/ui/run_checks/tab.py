"""The Run Checks tab: views and filters, the table of runs, and the pane beside it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcautotask_gui.domain.runs import RunRow, RunStatus, RunView, TicketCell
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.run_checks.actions import RunActions
from bcautotask_gui.ui.run_checks.asking import Trouble
from bcautotask_gui.ui.run_checks.cells import own_ticket
from bcautotask_gui.ui.run_checks.columns import HIDDEN_AT_FIRST, run_columns
from bcautotask_gui.ui.run_checks.empty import EmptyRuns
from bcautotask_gui.ui.run_checks.filters import Chosen
from bcautotask_gui.ui.run_checks.keys import add_key, add_key_below
from bcautotask_gui.ui.run_checks.narrow import columns_to_hide
from bcautotask_gui.ui.run_checks.pane import WIDTH, RunPane
from bcautotask_gui.ui.run_checks.top_bar import TopBar
from bcautotask_gui.ui.shared.line_splitter import LineSplitter
from bcautotask_gui.ui.shared.moments import here_and_now
from bcautotask_gui.ui.shared.notice import Notice
from bcautotask_gui.ui.shared.paged_model import PagedModel
from bcautotask_gui.ui.shared.table_header import TableHeader
from bcautotask_gui.ui.shared.table_view import TableView
from bcautotask_gui.ui.theme import Theme

_SPLITTER = "run_checks/splitter"
_WITHOUT_PANE = 1200
"""Below so many pixels, at a 13 px font, the pane gives way."""
_LOOK_AROUND_MS = 60


class RunChecksTab(QWidget):
    """Shows what it is told and asks for everything else; knows no service."""

    filter_changed = Signal()
    """Ask `chosen`."""
    selection_changed = Signal()
    """Ask `selected_ids`."""
    page_wanted = Signal(object)
    jobs_seen = Signal(object)
    """Ids of jobs that are in view and whose last runs are not known."""
    create_requested = Signal()
    open_requested = Signal()
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
        may_create: bool = True,
    ) -> None:
        """Build the tab.

        Args:
            theme: Colours, sizes and fonts.
            settings: Remembers columns and splitter.
            now: The time in the zone of the operator.
            parent: Qt's parent.
            may_create: Whether the role creates tickets; where not, nothing that writes is shown.
        """
        super().__init__(parent)
        self.theme, self.now = theme, now
        self.environment: tuple[Environment, str] | None = None
        self._settings = settings
        self._strips: dict[int, tuple[RunStatus, ...]] = {}
        self._known_jobs: set[int] = set()
        self._hidden_for_room = 0
        self._had_rows = False
        self.bar = TopBar(theme)
        self.notice = Notice(theme)
        self.model = PagedModel(run_columns(now, self._strips, self.here), self)
        self.table = TableView(theme, self.model, self.tr("Runs"), (settings, "runs"))
        self.empty = EmptyRuns(theme, self.table.viewport())
        self.empty.hide()
        self.pane = RunPane(theme, now)
        self.actions_of_row = RunActions(self.bar, self.table, may_create=may_create, parent=self)
        self._lay_out()
        self._hide_columns_at_first()
        self._connect()
        self._add_keys()
        self.table.show_sort("run_at", descending=True)
        self.setFocusProxy(self.table)
        self._selection_changed()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        self.splitter = LineSplitter(self.theme)
        self.splitter.addWidget(left)
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

    def _hide_columns_at_first(self) -> None:
        if self._settings.value("tables/runs/columns") is None:
            self._hide_rare_columns()
        header = self.table.horizontalHeader()
        if isinstance(header, TableHeader):
            header.reset_requested.connect(self._hide_rare_columns)

    @Slot()
    def _hide_rare_columns(self) -> None:
        header = self.table.horizontalHeader()
        for section, column in enumerate(self.model.columns):
            if column.key in HIDDEN_AT_FIRST:
                header.hideSection(section)
        if isinstance(header, TableHeader):
            header.columns_changed.emit()

    def _connect(self) -> None:
        self._look_around = QTimer(self)
        self._look_around.setSingleShot(True)
        self._look_around.setInterval(_LOOK_AROUND_MS)
        self._look_around.timeout.connect(self._tell_jobs_in_view)
        self.bar.changed.connect(self.filter_changed)
        self.bar.search.left.connect(self.focus_table)
        self.table.sort_requested.connect(self.bar.sort_by)
        self.table.rows_selected.connect(self._selection_changed)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.model.dataChanged.connect(self._look_around.start)
        self.model.modelReset.connect(self._look_around.start)
        self.model.page_wanted.connect(self.page_wanted)
        self.notice.retry_requested.connect(self.retry_requested)
        self.notice.copy_requested.connect(self.copy_requested)
        self.empty.wanted.connect(self.bar.choose)
        self.empty.place_wanted.connect(self.place_wanted)
        self.actions_of_row.create_requested.connect(self.create_requested)
        self.actions_of_row.open_requested.connect(self.open_requested)
        self.actions_of_row.copy_requested.connect(self.copy_requested)
        self.pane.copy_requested.connect(self.copy_requested)
        self.pane.ticket.open_requested.connect(self.open_requested)
        self.pane.mail.browser.link_chosen.connect(self.link_chosen)
        self.splitter.splitterMoved.connect(self._keep_splitter)

    def _add_keys(self) -> None:
        choose = self.bar.views.choose_number
        keys = [
            add_key(self.table, "/", self.bar.search.setFocus),
            add_key(self.table, "[", self._previous_tab),
            add_key(self.table, "]", self._next_tab),
            *(add_key(self.table, str(n), partial(choose, n)) for n in range(1, 7)),
        ]
        self._single_keys = tuple(keys)
        for key in ("Return", "Enter"):
            add_key(self.table, key, self.pane.enter)
        add_key_below(self, "Ctrl+F", self.bar.search.setFocus)
        add_key_below(self.pane, "[", self._previous_tab)
        add_key_below(self.pane, "]", self._next_tab)
        for widget in (self.pane, self.bar.views, self.bar.create_button, self.bar.open_button):
            add_key_below(widget, "Esc", self.focus_table)
        for field in (self.bar.range, self.bar.customer, self.bar.software):
            add_key_below(field, "Esc", self.focus_table)

    def set_single_keys(self, *, on: bool) -> None:
        """Let single letters act on the table, or not."""
        self.table.single_keys = on
        for shortcut in self._single_keys:
            shortcut.setEnabled(on)
        self.actions_of_row.set_single_keys(on=on)

    @Slot()
    def _previous_tab(self) -> None:
        self.pane.turn(-1)

    @Slot()
    def _next_tab(self) -> None:
        self.pane.turn(1)

    @Slot()
    def focus_table(self) -> None:
        """Give the keyboard back to the table."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # what is chosen and selected -----------------------------------------------------------

    @property
    def chosen(self) -> Chosen:
        """View, search, filters and sort."""
        return self.bar.chosen

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """The ids of the selected runs, from top to bottom."""
        return tuple(int(key) for key in self.table.selected_keys())

    @property
    def selected_row(self) -> RunRow | None:
        """The selected run, if it is one and was read."""
        rows = self.table.selected_rows()
        return rows[0] if len(rows) == 1 and len(self.selected_ids) == 1 else None

    def select_if_nothing_is(self, run_id: int | None) -> None:
        """Select a run again that another query brought back further down."""
        if run_id is not None and not self.selected_ids:
            self.table.select_key(run_id)

    def row_of(self, run_id: int) -> RunRow | None:
        """The row of a run as it is shown, or None."""
        return self.model.row_at(self.model.row_of(run_id))

    def here(self) -> Environment | None:
        """The environment in use, as far as it is known."""
        return self.environment[0] if self.environment else None

    def ticket_of(self, row: RunRow) -> TicketCell | None:
        """The ticket of a row that counts in the environment in use."""
        return own_ticket(row, self.here())

    @Slot()
    def _selection_changed(self) -> None:
        self.refresh_actions()
        self.selection_changed.emit()

    # rows ----------------------------------------------------------------------------------

    def show_first_page(self, rows: Sequence[RunRow]) -> None:
        """Show the first rows of another query; the very first time the first one is selected."""
        self._set_order([row.id for row in rows], rows)
        self.table.scrollToTop()
        if rows and not self._had_rows:
            self._had_rows = True
            self.table.selectRow(0)

    def show_rest(self, ids: Sequence[int]) -> None:
        """Add the ids that follow the first page, or show another order if they do not follow."""
        shown = [self.model.key_at(place) for place in range(self.model.rowCount())]
        if list(ids[: len(shown)]) == shown:
            self.model.extend_order(ids[len(shown) :])
        else:
            self._set_order(ids, self._rows_in_view())

    def show_anew(self, ids: Sequence[int], rows: Sequence[RunRow]) -> None:
        """Show a list that was read again; what is in view stays and is read again in its place."""
        fresh = {row.id for row in rows}
        stale = [row for row in self._rows_in_view() if row.id not in fresh]
        self._set_order(ids, [*rows, *stale])
        if stale:
            self.page_wanted.emit(tuple(row.id for row in stale))

    def _set_order(self, ids: Iterable[int], rows: Iterable[RunRow]) -> None:
        self.table.set_loading(loading=False)
        self.model.set_order(ids, rows)

    def show_emptiness(self, *, is_workspace_empty: bool) -> None:
        """Say why there is no row, or take that away where there are rows."""
        if self.model.rowCount():
            self.table.show_overlay(None)
            return
        self.empty.show_why(self.chosen, is_workspace_empty=is_workspace_empty)
        self.table.show_overlay(self.empty)

    def put_rows(self, rows: Sequence[RunRow]) -> None:
        """Show rows that were read, or read anew."""
        self.model.put(rows)
        self.refresh_actions()

    def replace_row(self, row: RunRow) -> None:
        """Show one run anew in its place."""
        self.model.replace(row)
        self.refresh_actions()

    def refresh_actions(self) -> None:
        """Bring buttons up to date after rows changed."""
        row = self.selected_row
        ticket = self.ticket_of(row) if row is not None else None
        self.actions_of_row.show_for(row, ticket, len(self.table.selected_positions()))

    def show_loading(self, *, loading: bool) -> None:
        """Rows are on their way."""
        if loading:
            self.table.show_overlay(None)
        self.table.set_loading(loading=loading)

    def show_counts(self, counts: Mapping[RunView, int]) -> None:
        """Show how many runs each view holds."""
        self.bar.show_counts(counts)
        self.empty.show_counts(counts)

    def show_trouble(self, trouble: Trouble | None, as_of: str = "") -> None:
        """Say above the table what kept rows from being read; None takes it away."""
        if trouble is None:
            self.notice.clear()
            return
        sentence = f"{trouble.sentence} {as_of}".strip()
        self.notice.say(sentence, details=trouble.details, retry=True)

    # last runs -----------------------------------------------------------------------------

    def show_strips(self, strips: Mapping[int, tuple[RunStatus, ...]]) -> None:
        """Show the last runs of these jobs."""
        self._strips.update(strips)
        self._known_jobs.update(strips)
        self.table.viewport().update()

    def forget_strips(self) -> None:
        """Ask again for the last runs of the jobs in view; shown ones stay until then."""
        self._known_jobs.clear()
        self._look_around.start()

    def look_around(self) -> None:
        """Tell soon which jobs in view have no last runs yet."""
        self._look_around.start()

    @Slot()
    def _tell_jobs_in_view(self) -> None:
        jobs = {row.job_id for row in self._rows_in_view()} - self._known_jobs
        if jobs:
            self.jobs_seen.emit(frozenset(jobs))

    def _places_in_view(self) -> range:
        top = max(self.table.rowAt(0), 0)
        bottom = self.table.rowAt(self.table.viewport().height() - 1)
        return range(top, self.model.rowCount() if bottom < 0 else bottom + 1)

    def _rows_in_view(self) -> list[RunRow]:
        if not self.model.rowCount():
            return []
        rows = (self.model.row_at(place) for place in self._places_in_view())
        return [row for row in rows if row is not None]

    @Slot()
    def _scrolled(self) -> None:
        places = self._places_in_view()
        self.model.forget_unseen(places.start, places.stop)
        self._look_around.start()

    # window --------------------------------------------------------------------------------

    def show_environment(self, environment: Environment, where: str = "") -> None:
        """Say where acts go: for the strip of dialogs, and for which tickets count."""
        self.environment = (environment, where)
        self.table.viewport().update()
        self.refresh_actions()

    @Slot()
    def _keep_splitter(self) -> None:
        self._settings.setValue(_SPLITTER, self.splitter.saveState())
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the pane gives way, and columns where names would not be readable."""
        super().resizeEvent(event)
        self.pane.setVisible(self.width() / self.theme.scale >= _WITHOUT_PANE)
        self._make_room()
        self._look_around.start()

    def _make_room(self) -> None:
        room = self.width() - (self.splitter.sizes()[1] if self.pane.isVisibleTo(self) else 0)
        shown = [column for column in self.model.columns if column.key not in HIDDEN_AT_FIRST]
        level = columns_to_hide(room / self.theme.scale, shown)
        if level != self._hidden_for_room:
            self._hidden_for_room = level
            self.table.hide_for_narrow_window(level)
