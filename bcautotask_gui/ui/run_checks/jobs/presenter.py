"""Reads the lines of jobs, opens a job's runs, and marks whole jobs as reviewed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from bcautotask_gui.domain.interrupts import Interrupt
from bcautotask_gui.domain.job_groups import GroupSort
from bcautotask_gui.services.job_groups import GroupPage, JobGroupService
from bcautotask_gui.services.runs import RunFilter
from bcautotask_gui.ui.run_checks.listing.presenter import ListPresenter, filter_of
from bcautotask_gui.ui.run_checks.review.presenter import ReviewPresenter
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from array import array

_AT_ONCE = 100


@dataclass(frozen=True)
class _Lines:
    order: "array[int]"
    page: GroupPage


def _read(
    groups: JobGroupService,
    chosen: RunFilter,
    sort: GroupSort,
    descending: bool,
    in_view: tuple[int, ...],
    interrupt: Interrupt,
) -> _Lines:
    """The whole order with the lines of its beginning and of what is in view."""
    order = groups.order(chosen, sort, descending=descending, interrupt=interrupt)
    wanted = tuple(dict.fromkeys((*order[:_AT_ONCE], *in_view)))
    return _Lines(order, groups.page(chosen, wanted, interrupt))


class JobsPresenter(QObject):
    """Keeps the lines true to what is chosen above them while they are in view."""

    def __init__(
        self,
        tab: RunChecksTab,
        shown: ListPresenter,
        groups: JobGroupService,
        review: ReviewPresenter,
        jobs: Runner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._list, self._groups, self._review = tab, shown, groups, review
        self._filter = RunFilter()
        self._sort, self._descending = GroupSort.RUN_AT, True
        self._was_just_read = False
        self._read_again = False
        self._has_opened = False
        ask = partial(jobs.run, Lane.LOCAL)
        self._lines = self._question(ask, self._lines_read)
        self._page = self._question(ask, self._page_read)
        tab.filter_changed.connect(self._filter_changed)
        tab.jobs.page_wanted.connect(self._want_page)
        tab.jobs.table.sort_requested.connect(self._sort_by)
        tab.jobs.notice.retry_requested.connect(self.refresh)
        tab.job_acts.open.requested.connect(self._open)
        tab.job_acts.review.requested.connect(self._mark)
        tab.job_acts.take_back.requested.connect(review.take_back)
        review.changed.connect(self.refresh)
        shown.counted.connect(self._counted)
        shown.shown.connect(self._runs_shown)

    def _question(self, ask: Callable[..., object], answered: Callable[..., None]) -> Question:
        question = Question(ask, self)  # type: ignore[arg-type]
        question.answered.connect(answered)
        question.failed.connect(self._failed)
        return question

    def stop(self) -> None:
        """Ask no more."""
        self._lines.stop()
        self._page.stop()

    @Slot()
    def _filter_changed(self) -> None:
        if self._tab.chosen.grouped:
            self._was_just_read = self._list.is_counting  # for the very same reason
            self.refresh()
        else:
            self.stop()

    @Slot()
    def refresh(self) -> None:
        """Read the lines again; what is shown stays until its successor is here."""
        if not self._tab.chosen.grouped:
            return
        self._page.stop()
        self._read_again = False
        self._tab.jobs.table.set_loading(loading=True)
        self._filter = filter_of(self._tab.chosen, self._tab.now())
        self._lines.read(
            _read,
            self._groups,
            self._filter,
            self._sort,
            self._descending,
            self._tab.jobs.ids_in_view(),
        )

    @Slot(object)
    def _counted(self, _counts: object) -> None:
        """Whenever the views are counted anew, the lines may have changed as well."""
        was_just_read, self._was_just_read = self._was_just_read, False
        if was_just_read:
            return
        if self._lines.is_open:  # they may have been read before what was counted
            self._read_again = True
        else:
            self.refresh()

    @Slot(object)
    def _lines_read(self, lines: _Lines) -> None:
        jobs = self._tab.jobs
        jobs.show_trouble(None)
        jobs.show_lines(lines.order, lines.page.groups, lines.page.strips)
        jobs.show_emptiness(self._tab.chosen)
        if self._read_again:
            self.refresh()

    @Slot(object)
    def _want_page(self, job_ids: tuple[int, ...]) -> None:
        self._page.read(self._groups.page, self._filter, job_ids)

    @Slot(object)
    def _page_read(self, page: GroupPage) -> None:
        self._tab.jobs.put_lines(page.groups, page.strips)

    @Slot(object)
    def _failed(self, trouble: Trouble) -> None:
        self._tab.jobs.show_trouble(trouble)

    @Slot(str, bool)
    def _sort_by(self, sort: str, descending: bool) -> None:
        self._sort, self._descending = GroupSort(sort), descending
        self._tab.jobs.table.show_sort(sort, descending=descending)
        self.refresh()

    # acts ----------------------------------------------------------------------------------

    @Slot()
    def _open(self) -> None:
        """Show the runs of the selected job, its first one selected."""
        selected = self._tab.jobs.selected
        if len(selected) == 1:
            self._has_opened = True
            self._tab.bar.open_job(
                selected[0].job_id, f"{selected[0].customer} · {selected[0].job}"
            )
            self._tab.focus_table()

    @Slot()
    def _runs_shown(self) -> None:
        has_opened, self._has_opened = self._has_opened, False
        if has_opened and not self._tab.list.selected_ids:
            self._tab.table.select_next()

    @Slot()
    def _mark(self) -> None:
        """The lines leave at once where only runs that nobody reviewed are listed."""
        selected = self._tab.jobs.selected
        if not selected:
            return
        if len(selected) == 1:
            words = self.tr("{n} runs of {job}")
            only = selected[0]
            what = words.format(n=only.runs, job=f"{only.customer} · {only.job}")
        else:
            words = self.tr("{n} runs of {jobs} jobs")
            total = sum(group.runs for group in selected)
            what = words.format(n=total, jobs=len(selected))
        if self._review.leaves_the_view:
            self._tab.jobs.take_out(selected)
        self._review.mark_by(what, partial(self._groups.mark, self._filter, selected))
