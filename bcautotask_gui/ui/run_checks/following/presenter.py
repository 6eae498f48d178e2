"""Shows what others change: rows in their places, new runs behind a line, counts in time."""

from collections.abc import Collection
from functools import partial
from itertools import dropwhile

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bcautotask_gui.domain.changes import Change, ChangeKind
from bcautotask_gui.domain.runs import RunRow
from bcautotask_gui.services.runs import RunService
from bcautotask_gui.ui.run_checks.listing.presenter import ListPresenter
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.shared.question import Question
from bcautotask_gui.worker.jobs import Lane, Runner

COUNT_EVERY_MS = 10_000
"""The counts are the dearest of all reads."""

_IN_VIEW = frozenset(ChangeKind) - {ChangeKind.NEWEST}
_COUNTED = _IN_VIEW - {ChangeKind.VIEW}


class FollowPresenter(QObject):
    """Compares what is shown with the database whenever somebody may have changed it."""

    run_changed = Signal(object)
    """The id of a run that others worked on."""

    def __init__(
        self,
        tab: RunChecksTab,
        runs: RunService,
        shown: ListPresenter,
        jobs: Runner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._runs, self._list = tab, runs, shown
        self._named: set[int] = set()
        self._asked: set[int] = set()
        self._is_stale = False
        self._may_be_more = False
        self._reading = 0
        self._came_in: tuple[int, ...] = ()
        self._count_again = False
        ask = partial(jobs.run, Lane.LOCAL)
        self._rows = Question(ask, self)
        self._rows.answered.connect(self._compared)
        self._newer = Question(ask, self)
        self._newer.answered.connect(self._newer_read)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(COUNT_EVERY_MS)
        self._pause.timeout.connect(self._count_if_wanted)
        shown.begun.connect(self._begin)
        shown.shown.connect(self._all_shown)
        tab.list.new_runs.show_requested.connect(self._show_new)

    def stop(self) -> None:
        """Ask and count no more."""
        self._pause.stop()
        self._rows.stop()
        self._newer.stop()

    def hear(self, changes: Collection[Change]) -> None:
        """Look at what these changes are about."""
        kinds = {change.kind for change in changes}
        self._named |= {change.id for change in changes if change.kind is ChangeKind.RUN}
        if kinds & _IN_VIEW:
            self._is_stale = True
            self._compare()
        if kinds & {ChangeKind.NEWEST, ChangeKind.EVERYTHING}:
            self._may_be_more = True
            self._look_for_newer()
        if kinds & _COUNTED:
            self._count_soon()

    # rows --------------------------------------------------------------------------------

    def _compare(self) -> None:
        """Read again what can be seen, and what was named and is held."""
        if not self._is_stale or self._rows.is_open or self._list.is_reading:
            return
        in_view = self._tab.list.ids_in_view()
        held = {run_id for run_id in self._named if self._tab.list.held(run_id) is not None}
        wanted = (*in_view, *sorted(held.difference(in_view)))
        self._asked, self._named = self._named, set()
        self._is_stale = False
        if wanted:
            self._reading = self._list.readings.begin()
            self._rows.ask(self._runs.rows, wanted)

    @Slot(object)
    def _compared(self, rows: tuple[RunRow, ...]) -> None:
        differing = {row.id for row in rows if self._replace(row)}
        for run_id in differing | self._asked:
            self.run_changed.emit(run_id)
        if differing:
            self._count_soon()
        self._compare()

    def _replace(self, row: RunRow) -> bool:
        """Whether the row was shown otherwise; a list that was read since holds it no more."""
        readings, held = self._list.readings, self._tab.list.held
        (newest,) = readings.take((row,), self._reading, held)
        row, shown = self._list.known(newest), held(row.id)
        if shown is None or shown == row:
            return False
        self._tab.list.replace_row(row)
        if not self._list.is_ours(row.id):
            self._tab.list.tint(row.id)
        return True

    # new runs ----------------------------------------------------------------------------

    def _look_for_newer(self) -> None:
        newest = self._list.newest
        if self._may_be_more and newest is not None and not self._list.is_reading:
            self._may_be_more = False
            self._newer.ask(self._runs.newer, self._list.filter, newest)

    @Slot(object)
    def _newer_read(self, ids: tuple[int, ...]) -> None:
        """The lowest may have come in while the list was read, and so be in it."""
        came_in = tuple(dropwhile(self._tab.list.has, sorted(ids)))
        if came_in != self._came_in:
            self._came_in = came_in
            self._count_soon()
        self._tab.list.show_new_runs(len(came_in))
        self._look_for_newer()

    @Slot()
    def _show_new(self) -> None:
        self._list.show_new(self._came_in)

    @Slot()
    def _begin(self) -> None:
        """What is on its way belongs to the list as it was."""
        if self._rows.is_open:
            self._named |= self._asked
            self._is_stale = True
        self._may_be_more = self._may_be_more or self._newer.is_open
        self._rows.stop()
        self._newer.stop()

    @Slot()
    def _all_shown(self) -> None:
        self._came_in = ()
        self._tab.list.show_new_runs(0)
        self._compare()
        self._look_for_newer()

    # counts ------------------------------------------------------------------------------

    def _count_soon(self) -> None:
        """Count now, or when the last count is old enough; a first read counts by itself."""
        if self._list.newest is None:
            return
        if self._pause.isActive():
            self._count_again = True
        else:
            self._pause.start()
            self._list.count()

    @Slot()
    def _count_if_wanted(self) -> None:
        if self._count_again:
            self._count_again = False
            self._count_soon()
