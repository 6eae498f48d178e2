"""The list of jobs: one line per job with its runs of the view that is chosen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcautotask_gui.domain.job_groups import GroupSort, JobGroup
from bcautotask_gui.domain.runs import RunResult
from bcautotask_gui.ui.run_checks.empty import EmptyRuns
from bcautotask_gui.ui.run_checks.filters import Chosen
from bcautotask_gui.ui.run_checks.jobs.columns import job_columns
from bcautotask_gui.ui.run_checks.narrow import columns_to_hide
from bcautotask_gui.ui.run_checks.words import Now
from bcautotask_gui.ui.shared.notice import Notice
from bcautotask_gui.ui.shared.paged_model import PagedModel
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.shared.table_view import TableView
from bcautotask_gui.ui.theme import Theme

if TYPE_CHECKING:
    from array import array


class JobList(QWidget):
    """Shows the lines it is given and asks for pages of them."""

    page_wanted = Signal(object)
    """The ids of jobs whose lines come into view."""

    def __init__(
        self, theme: Theme, settings: QSettings, now: Now, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strips: dict[int, tuple[RunResult, ...]] = {}
        self.notice = Notice(theme)
        self.model = PagedModel(job_columns(now, self._strips), self)
        self.table = TableView(theme, self.model, self.tr("Jobs"), (settings, "jobs"))
        self.empty = EmptyRuns(theme, self.table.viewport())
        self.empty.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.table.show_sort(GroupSort.RUN_AT, descending=True)
        self.model.page_wanted.connect(self.page_wanted)

    @property
    def selected(self) -> tuple[JobGroup, ...]:
        """The selected lines that were read."""
        return tuple(self.table.selected_rows())

    def ids_in_view(self) -> tuple[int, ...]:
        """The jobs that can be seen."""
        top = max(self.table.rowAt(0), 0)
        bottom = self.table.rowAt(self.table.viewport().height() - 1)
        last = self.model.rowCount() if bottom < 0 else bottom + 1
        return tuple(int(self.model.key_at(place)) for place in range(top, last))

    def show_lines(
        self,
        order: "array[int]",
        groups: Sequence[JobGroup],
        strips: Mapping[int, tuple[RunResult, ...]],
    ) -> None:
        """Show another list; a selected job stays selected, else the first one is."""
        self._strips.update(strips)
        self.table.set_loading(loading=False)
        self.model.set_order(order, groups)
        if order and not self.table.selected_count():
            self.table.select_key(order[0])

    def put_lines(
        self, groups: Iterable[JobGroup], strips: Mapping[int, tuple[RunResult, ...]]
    ) -> None:
        """Show lines that were asked for."""
        self._strips.update(strips)
        self.model.put(groups)

    def take_out(self, groups: Iterable[JobGroup]) -> None:
        """Take lines out whose runs left the view; the one below is selected."""
        places = sorted(self.model.row_of(group.key) for group in groups)
        keys = [self.model.key_at(place) for place in places if place >= 0]
        if not keys:
            return
        below = places[-1] + 1
        place = below if below < self.model.rowCount() else places[0] - 1
        if place >= 0:
            self.table.select_key(self.model.key_at(place))
        for key in keys:
            self.model.take_out(key)

    def show_emptiness(self, chosen: Chosen) -> None:
        """Say why there is no line, or take that away where there are lines."""
        if self.model.rowCount():
            self.table.show_overlay(None)
            return
        self.empty.show_why(chosen, is_workspace_empty=False)
        self.table.show_overlay(self.empty)

    def show_trouble(self, trouble: Trouble | None) -> None:
        """Say above the table what kept lines from being read; None takes it away."""
        self.table.set_loading(loading=False)
        if trouble is None:
            self.notice.clear()
        else:
            self.notice.say(trouble.sentence, details=trouble.details, retry=True)

    def make_room(self, room: int) -> None:
        """Let columns give way where names would not be readable.

        Args:
            room: the width that the list will have, in device-independent pixels.
        """
        columns = self.model.columns
        level = columns_to_hide(room / self._theme.scale, columns, self.table.width_of)
        self.table.hide_for_narrow_window(level)
