"""Marks runs as reviewed and walks on; for some seconds it can be taken back."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bcautotask_gui.domain.reviews import Review
from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.services.reviews import ReviewService
from bcautotask_gui.ui.run_checks.listing.presenter import ListPresenter
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.run_checks.words import run_name
from bcautotask_gui.ui.shared.numbers import number
from bcautotask_gui.ui.shared.question import Question, Trouble, trouble_of
from bcautotask_gui.ui.shared.telling import OutcomeLine
from bcautotask_gui.worker.jobs import Lane, Runner

TAKE_BACK_MS = 20_000
"""So long after the last review Ctrl+Z takes reviews back."""
COUNT_AFTER_MS = 300
"""Who walks down with M counts once, at the end."""
MOST_TAKEN_OUT = 200
"""Where more rows leave at once, the list is read anew."""

_ONLY_NOT_REVIEWED = (RunView.NOT_REVIEWED, RunView.NEEDS_TICKET)


class _Mark(QObject):
    """One review under way; it carries which runs it is about."""

    def __init__(self, owner: "ReviewPresenter", run_ids: tuple[int, ...], what: str) -> None:
        super().__init__(owner)
        self._owner, self._run_ids, self._what = owner, run_ids, what
        self._correlation = ""

    def start(self, jobs: Runner, work: partial[Review]) -> None:
        """Do it in the lane of the database."""
        job = jobs.run(Lane.LOCAL, work)
        self._correlation = job.correlation
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.finished.connect(self._finished)

    @Slot(object)
    def _done(self, review: Review) -> None:
        self._owner.marked(review, self._what)

    @Slot(object)
    def _failed(self, error: object) -> None:
        self._owner.failed(self._run_ids, trouble_of(error, self._correlation))

    @Slot(object)
    def _finished(self, _job: object) -> None:
        self.deleteLater()


class ReviewPresenter(QObject):
    """M for the selected runs, the whole job from the row menu, Ctrl+Z for what was last."""

    changed = Signal()
    """Reviews were taken back, or could not be made: what was taken out may be there again."""

    def __init__(
        self,
        tab: RunChecksTab,
        shown: ListPresenter,
        reviews: ReviewService,
        jobs: Runner,
        outcome: OutcomeLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._list, self._reviews = tab, shown, reviews
        self._jobs, self._outcome = jobs, outcome
        self._made: list[Review] = []
        self._select: int | None = None
        self._taking = Question(partial(jobs.run, Lane.LOCAL), self)
        self._taking.answered.connect(self._taken_back)
        self._taking.failed.connect(self._not_taken_back)
        self._count = self._timer(COUNT_AFTER_MS, shown.count)
        self._forget = self._timer(TAKE_BACK_MS, self.forget)
        tab.acts.review.requested.connect(self._mark_selected)
        tab.acts.review_job.requested.connect(self._mark_job)
        tab.acts.take_back.requested.connect(self.take_back)
        shown.shown.connect(self._select_again)

    def _timer(self, pause_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause_ms)
        timer.timeout.connect(act)
        return timer

    def stop(self) -> None:
        """Count no more."""
        self._count.stop()
        self._forget.stop()

    # marking -------------------------------------------------------------------------------

    @Slot()
    def _mark_selected(self) -> None:
        """The next row is selected at once, so that the next M is about that one."""
        run_ids = self._tab.list.selected_ids
        row = self._tab.list.selected_row
        what = (
            run_name(row) if row is not None else self.tr("{n} runs").format(n=number(len(run_ids)))
        )
        self._tab.list.select_after(run_ids)
        self._start(run_ids, what, partial(self._reviews.mark, run_ids))

    @Slot()
    def _mark_job(self) -> None:
        row = self._tab.list.selected_row
        if row is None:
            return
        up_to = max(row.id, self._list.newest or 0)
        what = self.tr("All runs of {run}").format(run=run_name(row))
        self._start((row.id,), what, partial(self._reviews.mark_job, row.job_id, up_to))

    def mark_by(self, what: str, work: partial[Review]) -> None:
        """Mark runs that are not in the list of runs, such as those of whole jobs.

        Args:
            what: names them.
            work: marks them.
        """
        self._start((), what, work)

    @property
    def leaves_the_view(self) -> bool:
        """Whether a run that is reviewed no longer belongs into the view."""
        return self._tab.chosen.view in _ONLY_NOT_REVIEWED

    def _start(self, run_ids: tuple[int, ...], what: str, work: partial[Review]) -> None:
        _Mark(self, run_ids, what).start(self._jobs, work)

    def marked(self, review: Review, what: str) -> None:
        """Runs were marked: they leave the views of what is not reviewed."""
        if not review.run_ids:
            self._outcome.tell(self.tr("{what}: reviewed already.").format(what=what))
            return
        self._made.append(review)
        self._forget.start()
        self._let_take_back("")
        self._show(review.run_ids)
        self._count.start()
        words = self.tr("Marked as reviewed. Ctrl+Z takes it back.")
        self._outcome.tell(f"{what}: {words}")

    def _show(self, run_ids: Collection[int]) -> None:
        shown = self._tab.list
        if self.leaves_the_view:
            if len(run_ids) > MOST_TAKEN_OUT:
                self._list.refresh()
                return
            if set(shown.selected_ids) <= set(run_ids):
                shown.select_after(run_ids)
            shown.take_out(run_ids)
            shown.show_emptiness(self._tab.chosen, is_workspace_empty=False)
            if self._list.is_reading:  # it may bring back what was not reviewed when it began
                self._list.refresh()
            return
        for run_id in run_ids:
            row = shown.held(run_id)
            if row is not None:
                self._list.show_newer(replace(row, is_reviewed=True))

    def failed(self, run_ids: Collection[int], trouble: Trouble) -> None:
        """Nothing was marked; the first of the runs is selected again."""
        self._outcome.tell("", trouble.failure, trouble.correlation)
        for run_id in run_ids:
            if self._tab.table.select_key(run_id):
                break
        self.changed.emit()

    # taking back -----------------------------------------------------------------------------

    @Slot()
    def take_back(self) -> None:
        """Take back what was marked last."""
        if self._made and not self._taking.is_open:
            self._taking.ask(self._reviews.take_back, self._made[-1])

    @Slot(object)
    def _taken_back(self, count: int) -> None:
        review = self._made.pop() if self._made else None
        if not self._made:
            self.forget()
        one = self.tr("Taken back: 1 run counts as not reviewed.")
        many = self.tr("Taken back: {n} runs count as not reviewed.")
        self._outcome.tell(one if count == 1 else many.format(n=number(count)))
        self._select = review.run_ids[0] if review is not None else None
        self._list.refresh()
        self.changed.emit()

    @Slot(object)
    def _not_taken_back(self, trouble: Trouble) -> None:
        """It can be tried again."""
        self._outcome.tell("", trouble.failure, trouble.correlation)

    @Slot()
    def _select_again(self) -> None:
        run_id, self._select = self._select, None
        if run_id is not None:
            self._tab.table.select_key(run_id)

    @Slot()
    def forget(self) -> None:
        """What was marked stays marked from now on."""
        self._made.clear()
        self._forget.stop()
        self._let_take_back(self.tr("There is no review to take back."))

    def _let_take_back(self, reason: str) -> None:
        for act in (self._tab.acts.take_back, self._tab.job_acts.take_back):
            act.set_reason(reason)
