"""Looks for what nobody knows yet: whether a ticket, a note or an update came to be."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bcautotask_gui.domain.claim_rules import Step
from bcautotask_gui.domain.resolution_shown import ResolutionOutcome
from bcautotask_gui.domain.runs import RunRow
from bcautotask_gui.services.look_ups import LookUpOutcome, LookUpService
from bcautotask_gui.services.resolution import ResolutionService
from bcautotask_gui.services.runs import RunService
from bcautotask_gui.ui.run_checks.resolve.words import outcome_words
from bcautotask_gui.ui.run_checks.words import run_name
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.ui.shared.telling import OutcomeLine
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.domain.errors import Kind

EVERY_MS = 5000


@dataclass(frozen=True)
class Looked:
    """What one look did, and the rows that it is about, read afterwards."""

    outcomes: tuple[LookUpOutcome, ...]
    resolutions: tuple[ResolutionOutcome, ...]
    is_resolving_open: bool
    rows: tuple[RunRow, ...]


def _look(
    look_ups: LookUpService,
    resolving: ResolutionService,
    runs: RunService,
    left_open: Collection[int],
) -> Looked:
    outcomes = look_ups.look()
    resolutions = resolving.go_on()
    decided = {each.run_id for each in outcomes if each.step is not Step.WAIT}
    ids = tuple(sorted(decided | set(left_open)))
    rows = runs.rows(ids) if ids else ()
    return Looked(outcomes, resolutions, bool(resolving.left_open()), rows)


class WaitingPresenter(QObject):
    """Asks every five seconds as long as an outcome is open, and once when it begins."""

    decided = Signal(object)
    """The id of a run that must be read again."""

    def __init__(
        self,
        look_ups: LookUpService,
        resolving: ResolutionService,
        runs: RunService,
        jobs: Runner,
        outcome: OutcomeLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look_ups, self._resolving = look_ups, resolving
        self._runs, self._outcome = runs, outcome
        self._is_resolving_open = False
        self._left_open: set[int] = set()
        self._waiting = 0
        self._told: Kind | None = None
        self._may_ask = False
        self._question = Question(partial(jobs.run, Lane.AUTOTASK), self)
        self._question.answered.connect(self._looked)
        self._question.failed.connect(self._failed)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_looking(self) -> bool:
        """Whether it will look again by itself."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._question.stop()

    def begin(self) -> None:
        """The secrets were read: look once for what a crash left behind, and go on from there."""
        self._may_ask = True
        self._keep_time()
        self.look()

    @Slot()
    def look(self) -> None:
        """Look once, unless a look is under way."""
        if self._may_ask and not self._question.is_open:
            left_open = frozenset(self._left_open)
            self._question.ask(_look, self._look_ups, self._resolving, self._runs, left_open)

    @Slot(object)
    def wait_for(self, run_id: int) -> None:
        """Look until this run's ticket and its number are known."""
        self._left_open.add(run_id)
        self._keep_time()

    @Slot()
    def wait_for_writing(self) -> None:
        """Look until it is known what became of a note or an update."""
        self._is_resolving_open = True
        self._keep_time()

    def set_waiting(self, count: int) -> None:
        """So many runs wait, by the counts of the list."""
        self._waiting = count
        self._keep_time()

    def _keep_time(self) -> None:
        is_open = bool(self._waiting or self._left_open or self._is_resolving_open)
        wanted = self._may_ask and is_open
        if wanted and not self._timer.isActive():
            self._timer.start()
        elif not wanted:
            self._timer.stop()

    @Slot(object)
    def _looked(self, looked: Looked) -> None:
        self._told = None
        names = {row.id: run_name(row) for row in looked.rows}
        numbered = {row.id for row in looked.rows if row.ticket and row.ticket.number}
        changed = numbered & self._left_open
        for each in looked.outcomes:
            if each.step is not Step.WAIT:
                name = names.get(each.run_id) or self.tr("run {id}").format(id=each.run_id)
                self._outcome.tell(self._words(each).format(number=each.number, run=name))
                changed.add(each.run_id)
                self._left_open.discard(each.run_id)
        self._left_open -= numbered
        self._is_resolving_open = looked.is_resolving_open
        for resolution in looked.resolutions:
            self._tell_resolution(resolution)
            changed.add(resolution.run_id)
        for run_id in sorted(changed):
            self.decided.emit(run_id)
        self._keep_time()

    def _tell_resolution(self, outcome: ResolutionOutcome) -> None:
        if outcome.failure is None:
            self._outcome.tell(outcome_words(outcome))
        else:
            self._outcome.tell(f"{outcome.number}:", outcome.failure)

    def _words(self, outcome: LookUpOutcome) -> str:
        return {
            Step.ADOPT: self.tr("Ticket {number} found for {run}"),
            Step.OFFER: self.tr(
                "Ticket {number} in Autotask has the very title of {run}. Decide whether it is "
                "this run's."
            ),
            Step.SECOND: self.tr("Ticket {number} conflicts with {run}. Nothing was created."),
            Step.RELEASE: self.tr(
                "No ticket found for {run} after repeated looks. It can be created again."
            ),
        }[outcome.step]

    @Slot(object)
    def _failed(self, trouble: Trouble) -> None:
        """Told once, and only while somebody waits; it is tried again all the same."""
        kind = trouble.failure.kind
        is_awaited = self._waiting or self._left_open or self._is_resolving_open
        if is_awaited and kind is not self._told:
            self._told = kind
            self._outcome.tell("", trouble.failure, trouble.correlation)
