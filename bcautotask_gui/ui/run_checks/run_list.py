"""The list of runs: the table, the line above it, and what stands in an empty one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcautotask_gui.domain.runs import RunResult, RunRow
from bcautotask_gui.ui.run_checks.columns import HIDDEN_AT_FIRST, Here, run_columns
from bcautotask_gui.ui.run_checks.empty import EmptyRuns
from bcautotask_gui.ui.run_checks.filters import Chosen
from bcautotask_gui.ui.run_checks.narrow import columns_to_hide
from bcautotask_gui.ui.run_checks.new_runs import FoundInMessagesLine, NewRunsLine, OneJobLine
from bcautotask_gui.ui.run_checks.words import Now
from bcautotask_gui.ui.shared.notice import Notice
from bcautotask_gui.ui.shared.paged_model import PagedModel
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.shared.table_header import TableHeader
from bcautotask_gui.ui.shared.table_view import TableView
from bcautotask_gui.ui.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

_LOOK_AROUND_MS = 60


class RunList(QWidget):
    """Shows the rows it is given, and asks for pages and for the last runs of jobs in view."""

    rows_changed = Signal()
    """Rows were read anew; the selection is as it was."""
    page_wanted = Signal(object)
    jobs_seen = Signal(object)
    """Ids of jobs that are in view and whose last runs are not known."""

    def __init__(
        self,
        theme: Theme,
        settings: QSettings,
        now: Now,
        here: Here,
        parent: QWidget | None = None,
    ) -> None:
        """Build an empty list.

        Args:
            theme: Colours, sizes and fonts.
            settings: Remembers the columns.
            now: The time in the zone of the operator.
            here: The environment in use, as far as it is known.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._theme, self._settings = theme, settings
        self._strips: dict[int, tuple[RunResult, ...]] = {}
        self._known_jobs: set[int] = set()
        self._hidden_for_room = 0
        self._had_rows = False
        self.notice = Notice(theme)
        self.new_runs = NewRunsLine(theme)
        self.in_messages = FoundInMessagesLine(theme)
        self.one_job = OneJobLine(theme)
        self.states_read_at: datetime | None = None
        """When the states of all tickets were last read in Autotask."""
        self.model = PagedModel(
            run_columns(now, self._strips, here, lambda: self.states_read_at), self
        )
        self.table = TableView(theme, self.model, self.tr("Runs"), (settings, "runs"))
        self.empty = EmptyRuns(theme, self.table.viewport())
        self.empty.hide()
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self.one_job)
        layout.addWidget(self.new_runs)
        layout.addWidget(self.in_messages)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._hide_columns_at_first()
        self._connect()

    def _connect(self) -> None:
        self._look_around = QTimer(self)
        self._look_around.setSingleShot(True)
        self._look_around.setInterval(_LOOK_AROUND_MS)
        self._look_around.timeout.connect(self.tell_jobs_in_view)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.model.dataChanged.connect(self._look_around.start)
        self.model.modelReset.connect(self._look_around.start)
        self.model.page_wanted.connect(self.page_wanted)

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

    # selection -----------------------------------------------------------------------------

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """The ids of the selected runs, from top to bottom."""
        return tuple(int(key) for key in self.table.selected_keys())

    @property
    def selected_row(self) -> RunRow | None:
        """The selected run, if it is one and was read."""
        rows = self.table.selected_rows() if self.table.selected_count() == 1 else []
        return rows[0] if rows else None

    def selected_rows(self, most: int) -> tuple[RunRow, ...]:
        """The first selected runs that were read; the others are not asked for.

        Args:
            most: so many of the selected ones are looked at.
        """
        held = (self.model.held(run_id) for run_id in self.selected_ids[:most])
        return tuple(row for row in held if row is not None)

    def select_after(self, run_ids: Collection[int]) -> None:
        """Select the run below the last of these, or at the end the one above the first."""
        places = sorted(place for place in map(self.model.row_of, run_ids) if place >= 0)
        if not places:
            return
        below, above = places[-1] + 1, places[0] - 1
        place = below if below < self.model.rowCount() else above
        if place >= 0:
            self.table.select_key(self.model.key_at(place))

    def take_out(self, run_ids: Iterable[int]) -> None:
        """Take runs out of the list that no longer belong into it."""
        for run_id in run_ids:
            self.model.take_out(run_id)
        self.rows_changed.emit()

    def select_if_nothing_is(self, run_id: int | None) -> None:
        """Select a run again that another query brought back further down."""
        if run_id is not None and not self.selected_ids:
            self.table.select_key(run_id)

    def row_of(self, run_id: int) -> RunRow | None:
        """The row of a run as it is shown, or None."""
        return self.model.row_at(self.model.row_of(run_id))

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
            self._set_order(ids, self._rows_to_keep())

    def show_anew(self, ids: Sequence[int], rows: Sequence[RunRow]) -> None:
        """Show a list that was read again; what is in view stays and is read again in its place."""
        fresh = {row.id for row in rows}
        stale = [row for row in self._rows_to_keep() if row.id not in fresh]
        self._set_order(ids, [*rows, *stale])
        if stale:
            self.page_wanted.emit(tuple(row.id for row in stale))

    def _rows_to_keep(self) -> list[RunRow]:
        """What is in view, and the selected run wherever it is: an act on it needs its row."""
        selected = self.selected_row
        in_view = self._rows_in_view()
        return in_view if selected is None or selected in in_view else [*in_view, selected]

    def _set_order(self, ids: Iterable[int], rows: Iterable[RunRow]) -> None:
        self.table.set_loading(loading=False)
        self.model.set_order(ids, rows)

    def show_emptiness(self, chosen: Chosen, *, is_workspace_empty: bool) -> None:
        """Say why there is no row, or take that away where there are rows."""
        if self.model.rowCount():
            self.table.show_overlay(None)
            return
        self.empty.show_why(chosen, is_workspace_empty=is_workspace_empty)
        self.table.show_overlay(self.empty)

    def put_rows(self, rows: Sequence[RunRow]) -> None:
        """Show rows that were read, or read anew."""
        self.model.put(rows)
        self.rows_changed.emit()

    def replace_row(self, row: RunRow) -> None:
        """Show one run anew in its place."""
        self.model.replace(row)
        self.rows_changed.emit()

    def held(self, run_id: int) -> RunRow | None:
        """A run's row if it was read, in view or not."""
        return self.model.held(run_id)

    def has(self, run_id: int) -> bool:
        """Whether a run is in the list; one that is not takes a search through all of it."""
        return self.model.row_of(run_id) >= 0

    def ids_in_view(self) -> tuple[int, ...]:
        """The runs that can be seen."""
        return tuple(row.id for row in self._rows_in_view())

    def tint(self, run_id: int) -> None:
        """Let a row stand out for a moment, unless the desktop asks for reduced motion."""
        if self._theme.animated:
            self.model.tint(run_id)

    def show_new_runs(self, count: int) -> None:
        """Say above the table that so many runs came in; 0 takes the line away.

        The line is as high as a row: rows under the pointer stay there by one step of scrolling.
        """
        appears = bool(count) and self.new_runs.isHidden()
        self.new_runs.show_count(count)
        if appears and self.table.viewport().underMouse():
            self._column.activate()
            scroll = self.table.verticalScrollBar()
            scroll.setValue(scroll.value() + 1)

    def show_loading(self, *, loading: bool) -> None:
        """Rows are on their way."""
        if loading:
            self.table.show_overlay(None)
        self.table.set_loading(loading=loading)

    def show_trouble(self, trouble: Trouble | None, as_of: str = "") -> None:
        """Say above the table what kept rows from being read; None takes it away."""
        if trouble is None:
            self.notice.clear()
            return
        sentence = f"{trouble.sentence} {as_of}".strip()
        self.notice.say(sentence, details=trouble.details, retry=True)

    # last runs -----------------------------------------------------------------------------

    def show_strips(self, strips: Mapping[int, tuple[RunResult, ...]]) -> None:
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
    def tell_jobs_in_view(self) -> None:
        """Ask now for the last runs of the jobs in view that are not known."""
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

    # room ----------------------------------------------------------------------------------

    def make_room(self, room: int) -> None:
        """Let columns give way where names would not be readable.

        Args:
            room: The width that the list will have, in device-independent pixels.
        """
        shown = [column for column in self.model.columns if column.key not in HIDDEN_AT_FIRST]
        level = columns_to_hide(room / self._theme.scale, shown, self.table.width_of)
        if level != self._hidden_for_room:
            self._hidden_for_room = level
            self.table.hide_for_narrow_window(level)
        self._look_around.start()
