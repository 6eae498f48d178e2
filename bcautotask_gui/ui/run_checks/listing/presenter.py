"""Reads the list of runs: a first page at once, then order, counts, pages and last runs."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.interrupts import Interrupt
from bcautotask_gui.domain.runs import RunResult, RunRow, RunView, WorkCell
from bcautotask_gui.domain.tickets import ClaimState
from bcautotask_gui.services.runs import RunFilter, RunService
from bcautotask_gui.ui.run_checks.filters import Chosen
from bcautotask_gui.ui.run_checks.listing.newest import NewestReadings
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.shared.question import Ask, Question, Trouble
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from array import array

_PAGES_WAITING = 3
"""What is in view lies on two pages, or on three where the window is very high."""


@dataclass(frozen=True)
class Answered:
    """Rows by id, together with the ids that were asked for."""

    wanted: tuple[int, ...]
    rows: tuple[RunRow, ...]


@dataclass(frozen=True)
class FirstPage:
    """The first rows, together with the highest run id before they were read."""

    newest: int
    rows: tuple[RunRow, ...]


def _first_page(runs: RunService, chosen: RunFilter, interrupt: Interrupt) -> FirstPage:
    newest = runs.newest_id()  # in this order: what comes in between counts as new
    return FirstPage(newest, runs.first_page(chosen, interrupt))


def _read_rows(runs: RunService, wanted: tuple[int, ...]) -> Answered:
    return Answered(wanted, runs.rows(wanted))


def filter_of(chosen: Chosen, now: datetime) -> RunFilter:
    """What is chosen, as it is asked for at this moment."""
    return RunFilter(
        view=chosen.view,
        search=chosen.search,
        since=chosen.range.since(now),
        customer_id=chosen.customer_id,
        software=chosen.software,
        sort=chosen.sort,
        descending=chosen.descending,
        in_messages=chosen.in_messages,
        job_id=chosen.job_id,
    )


class ListPresenter(QObject):
    """Keeps the table true to what is chosen above it."""

    counted = Signal(object)
    """How many runs each view holds."""
    row_changed = Signal(object)
    """A row that was read again after an act."""
    begun = Signal()
    """The list is being read anew."""
    shown = Signal()
    """The list was read and shows everything up to `newest`."""

    def __init__(
        self, tab: RunChecksTab, runs: RunService, jobs: Runner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tab, self._runs = tab, runs
        self._filter = RunFilter()
        self._shown: Chosen | None = None
        self._first_rows: tuple[RunRow, ...] = ()
        self._reading, self._paging, self._rereading = 0, 0, 0
        self.readings = NewestReadings()
        """Whoever reads rows for the list numbers the reading here."""
        self._pages: list[tuple[int, ...]] = []
        self._changed: list[int] = []
        self._creating: set[int] = set()
        self._selected: int | None = None
        self._has_customers: bool | None = None
        self._read_at: datetime | None = None
        self._came_in: tuple[int, ...] = ()
        self.newest: int | None = None
        """The highest run id before the list was read; None before it ever was."""
        ask = partial(jobs.run, Lane.LOCAL)
        self._first = self._question(ask, self._first_page_read)
        self._order = self._question(ask, self._order_read)
        self._messages = self._question(ask, self._messages_searched)
        self._counts = self._question(ask, self._counted)
        self._choices = self._question(ask, self._choices_read)
        self._strips = self._question(ask, self._strips_read)
        self._page = self._question(ask, self._page_read)
        self._again = self._question(ask, self._row_read_again)
        tab.filter_changed.connect(self._filter_changed)
        tab.retry_requested.connect(self.refresh)
        tab.list.page_wanted.connect(self._want_page)
        tab.list.jobs_seen.connect(self._want_strips)

    def _question(self, ask: Ask, answered: Callable[..., None]) -> Question:
        question = Question(ask, self)
        question.answered.connect(answered)
        question.failed.connect(self._failed)
        return question

    @Slot()
    def refresh(self) -> None:
        """Read everything again; what is shown stays until its successor is here."""
        self._choices.ask(self._runs.choices)
        self._strips.stop()  # its answer would count as new
        self._tab.list.forget_strips()
        self._read()

    @Slot()
    def _filter_changed(self) -> None:
        self._read()

    def _read(self) -> None:
        for question in (self._first, self._order, self._counts, self._page, self._messages):
            question.stop()
        self._tab.list.in_messages.show_count(0)
        self._pages.clear()
        if len(self._tab.list.selected_ids) == 1:
            self._selected = self._tab.list.selected_ids[0]
        chosen = self._tab.chosen
        if chosen != self._shown:
            self._tab.table.show_sort(chosen.sort, descending=chosen.descending)
        self._filter = filter_of(chosen, self._tab.now())
        if chosen.grouped:  # nobody sees this list; the counts of the views are seen all the same
            self._tab.list.show_loading(loading=False)
            self.count()
            return
        self._tab.list.show_loading(loading=True)
        self.begun.emit()
        self._reading = self.readings.begin()
        self._first.read(_first_page, self._runs, self._filter)

    @Slot(object)
    def _first_page_read(self, page: FirstPage) -> None:
        self._tab.list.show_trouble(None)
        self.newest = page.newest
        self._first_rows = self._taken(page.rows, self._reading)
        chosen = self._tab.chosen
        if chosen != self._shown:
            self._tab.list.show_first_page(self._first_rows)
        self._order.read(self._runs.order, self._filter)
        self.count()

    @Slot(object)
    def _order_read(self, ids: "array[int]") -> None:
        chosen = self._tab.chosen
        if chosen != self._shown:
            self._tab.list.show_rest(ids)
            self._tab.list.select_if_nothing_is(self._selected)
        else:
            rows = self._taken(self._first_rows, self._reading)  # others may have come since
            self._tab.list.show_anew(ids, rows)
        self._shown = chosen
        self._read_at = self._tab.now()
        self._tab.list.show_loading(loading=False)
        self._tab.list.show_emptiness(chosen, is_workspace_empty=self._has_customers is False)
        self._lead_to_new_runs()
        if chosen.search and not chosen.in_messages:
            self._messages.read(self._runs.more_in_messages, self._filter, len(ids))
        self.shown.emit()

    @Slot(object)
    def _messages_searched(self, more: int) -> None:
        """Where the list is empty nothing can move under the pointer, so they are shown at once."""
        if more and not self._tab.list.model.rowCount():
            self._tab.bar.look_into_messages()
        else:
            self._tab.list.in_messages.show_count(more)

    def _lead_to_new_runs(self) -> None:
        came_in, self._came_in = self._came_in, ()
        if came_in:
            self._tab.table.scrollToTop()
        for run_id in came_in:
            self._tab.list.tint(run_id)

    # others' work ----------------------------------------------------------------------------

    @property
    def filter(self) -> RunFilter:
        """What the list was read by."""
        return self._filter

    @property
    def is_reading(self) -> bool:
        """Whether what is shown is about to be replaced."""
        return self._first.is_open or self._order.is_open

    @property
    def is_counting(self) -> bool:
        """Whether the counts of the views are on their way."""
        return self._counts.is_open

    def show_new(self, came_in: tuple[int, ...]) -> None:
        """Read the list anew, because these runs came in, and lead to its top."""
        self._came_in = came_in
        self.refresh()

    def is_ours(self, run_id: int) -> bool:
        """Whether this window is at work on a run."""
        return run_id in self._creating

    def count(self) -> None:
        """Count again how many runs each view holds."""
        self._counts.read(self._runs.counts, self._filter)

    @Slot(object)
    def _counted(self, counts: dict[RunView, int]) -> None:
        self._tab.show_counts(counts)
        self.counted.emit(counts)

    @Slot(object)
    def _choices_read(self, choices: tuple[tuple[tuple[int, str], ...], tuple[str, ...]]) -> None:
        customers, software = choices
        self._has_customers = bool(customers)
        self._tab.bar.show_choices(customers, software)
        if not self._order.is_open and not self._first.is_open and self._shown is not None:
            self._tab.list.show_emptiness(self._shown, is_workspace_empty=not customers)

    @Slot(object)
    def _failed(self, trouble: Trouble) -> None:
        """Rows already shown stay, and the line above them says of when they are."""
        self._tab.list.show_loading(loading=False)
        as_of = ""
        if self._read_at is not None and self._tab.list.model.rowCount():
            as_of = self.tr("Shown as of {time}.").format(time=f"{self._read_at:%H:%M}")
        self._tab.list.show_trouble(trouble, as_of)

    # pages, one at a time, the newest wish first ------------------------------------------

    @Slot(object)
    def _want_page(self, ids: tuple[int, ...]) -> None:
        self._pages.append(ids)
        if len(self._pages) > _PAGES_WAITING:  # scrolled past; nobody looks at it any more
            self._tab.list.model.forgo(self._pages.pop(0))
        if not self._page.is_open:
            self._ask_page()

    def _ask_page(self) -> None:
        if self._pages:
            self._paging = self.readings.begin()
            self._page.ask(_read_rows, self._runs, self._pages.pop())

    @Slot(object)
    def _page_read(self, answer: Answered) -> None:
        if answer.rows:  # runs that are gone would be asked for again and again
            self._tab.list.put_rows(self._taken(answer.rows, self._paging))
        self._ask_page()

    # last runs -------------------------------------------------------------------------------

    @Slot(object)
    def _want_strips(self, jobs: frozenset[int]) -> None:
        if not self._strips.is_open:
            self._strips.ask(_read_strips, self._runs, jobs)

    @Slot(object)
    def _strips_read(self, strips: dict[int, tuple[RunResult, ...]]) -> None:
        self._tab.list.show_strips(strips)
        self._tab.list.look_around()

    # one row ---------------------------------------------------------------------------------

    def show_creating(self, run_id: int) -> None:
        """Show at once that a run's ticket is on its way."""
        self._creating.add(run_id)
        row = self._tab.list.row_of(run_id)
        if row is not None:
            self._tab.list.replace_row(self.known(row))

    def show_newer(self, row: RunRow) -> None:
        """Show what an act made of a run; what is on its way does not undo it."""
        for newest in self._taken((row,), self.readings.begin()):
            self._tab.list.replace_row(newest)

    def read_again(self, run_id: int) -> None:
        """Read one row again after an act ended, and the counts with it."""
        self._creating.discard(run_id)
        self._changed.append(run_id)
        if not self._again.is_open:
            self._ask_again()
        self.count()

    def _ask_again(self) -> None:
        wanted, self._changed = tuple(self._changed), []
        if wanted:
            self._rereading = self.readings.begin()
            self._again.ask(_read_rows, self._runs, wanted)

    @Slot(object)
    def _row_read_again(self, answer: Answered) -> None:
        for row in self._taken(answer.rows, self._rereading):
            self._tab.list.replace_row(row)
            self.row_changed.emit(row)
        self._ask_again()

    def _taken(self, rows: Sequence[RunRow], reading: int) -> tuple[RunRow, ...]:
        newest = self.readings.take(rows, reading, self._tab.list.held)
        return tuple(self.known(row) for row in newest)

    def known(self, row: RunRow) -> RunRow:
        """What this window knows better: whether its own attempt is still at work."""
        if row.id in self._creating and self._tab.ticket_of(row) is None:
            return replace(row, work=WorkCell(ClaimState.SENDING, "", is_mine=True))
        if row.work is not None and row.work.is_mine and row.id not in self._creating:
            return replace(row, work=replace(row.work, state=ClaimState.UNKNOWN))
        return row


def _read_strips(runs: RunService, jobs: Collection[int]) -> dict[int, tuple[RunResult, ...]]:
    """The last runs of these jobs; a job without any is not asked about again."""
    return {job: () for job in jobs} | dict(runs.strips(jobs))
