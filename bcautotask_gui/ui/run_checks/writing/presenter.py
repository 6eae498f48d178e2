"""Writing to a ticket, one act at a time, told in the outcome line from its start to its end."""

from collections.abc import Callable
from functools import partial, update_wrapper

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.resolution import ResolutionState
from bcautotask_gui.domain.resolution_shown import ResolutionOutcome, ResolutionReport
from bcautotask_gui.domain.runs import RunRow
from bcautotask_gui.ui.run_checks.acting import Act
from bcautotask_gui.ui.run_checks.resolve.words import outcome_words
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.shared.telling import OutcomeLine, told
from bcautotask_gui.worker.jobs import Lane, Runner


class Writing(QObject):
    """Carries an act out in the lane of a person's acts; whoever has a dialog shows it there too.

    The dialog may be closed meanwhile: the act goes on, and the outcome line tells how it ended.
    """

    progressed = Signal(object)
    """The steps so far."""
    done = Signal(object, str)
    """The ResolutionOutcome, and the id under which it is logged."""
    refused = Signal(object)
    """A Trouble: nothing was written."""
    ended = Signal(object)
    """The id of a run whose ticket must be read again."""
    left_open = Signal()
    """An attempt waits to be decided by looking."""

    def __init__(self, jobs: Runner, outcome: OutcomeLine, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._outcome = jobs, outcome
        self._act: Act | None = None
        self._number = ""

    @property
    def is_at_work(self) -> bool:
        """Whether an act is under way."""
        return self._act is not None

    def start(self, row: RunRow, number: str, work: Callable[..., object], *args: object) -> None:
        """Begin an act.

        Args:
            row: the run whose ticket it is.
            number: of the ticket, for sentences.
            work: one of the acts of the service, which gives its name to the job.
            args: what the act is given.
        """
        self._number = number
        act = self._act = Act(row, self)
        act.progressed.connect(self._progressed)
        act.ended.connect(self._act_ended)
        act.failed.connect(self._act_failed)
        act.over.connect(self._act_over)
        act.follow(self._jobs.run(Lane.AUTOTASK, update_wrapper(partial(work, *args), work)))

    @Slot(object, object)
    def _progressed(self, _act: Act, report: ResolutionReport) -> None:
        self._outcome.tell_running(f"{self._number}: {told(report.what)}")
        self.progressed.emit(report.checks)

    @Slot(object, object)
    def _act_ended(self, act: Act, outcome: ResolutionOutcome | None) -> None:
        if outcome is None:
            return
        if outcome.state is ResolutionState.OPEN:
            self.left_open.emit()
        if outcome.failure is None:
            self._outcome.tell(outcome_words(outcome))
        else:
            number = outcome.number or self._number
            self._outcome.tell(f"{number}:", outcome.failure, act.correlation)
        self.done.emit(outcome, act.correlation)

    @Slot(object, object)
    def _act_failed(self, _act: Act, trouble: Trouble) -> None:
        self._outcome.tell(f"{self._number}:", trouble.failure, trouble.correlation)
        self.refused.emit(trouble)

    @Slot(object)
    def _act_over(self, act: Act) -> None:
        self._act = None
        self.ended.emit(act.row.id)
        act.deleteLater()
