"""What every presenter of acts on the Customers tab has: one act at a time, and how it ends."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure
from bcautotask_gui.worker.jobs import Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages
    from bcautotask_gui.worker.job import Job


class ActingPresenter(QObject):
    """Subclasses begin an act where `is_free`, and hand its job to `_watch`."""

    def __init__(
        self,
        tab: CustomersTab,
        jobs: Runner,
        messages: "Messages",
        outcome: OutcomePort,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._jobs = tab, jobs
        self._messages, self._outcome = messages, outcome
        self._act: Job | None = None

    @property
    def is_free(self) -> bool:
        """Whether no act is under way, so that no double click acts twice."""
        return self._act is None

    def _watch(self, act: "Job", tell: Callable[..., object]) -> None:
        """Follow an act; `tell` gets its result."""
        self._act = act
        act.done.connect(tell)
        act.failed.connect(self._tell_failed)
        act.finished.connect(self._end)

    @Slot(object)
    def _tell_failed(self, error: object) -> None:
        failure = as_failure(error)
        self._say_undone(failure, self._act.correlation if self._act else "")
        self._outcome.tell("", failure)

    def _say_undone(self, failure: Failure, correlation: str) -> None:
        """Say where the act was begun why it was not done; above the table, if nowhere else."""
        self._tab.notice.say_failure(failure, correlation, retry=False)

    @Slot(object)
    def _end(self, _act: object) -> None:
        self._act = None
        self._be_free()

    def _be_free(self) -> None:
        """The act is over, however it ended."""
