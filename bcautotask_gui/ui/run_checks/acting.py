"""An act on the ticket of a run, under way: it carries what its signals need to tell."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from bcautotask_gui.domain.runs import RunRow
from bcautotask_gui.ui.shared.question import Asked, Trouble, trouble_of


class Running(Asked, Protocol):
    """What an act needs of the job that carries it out."""

    @property
    def progressed(self) -> SignalInstance:
        """Tells how far it has come."""

    @property
    def finished(self) -> SignalInstance:
        """Tells that nothing more comes."""


class Act(QObject):
    """One act from its start to its last word."""

    progressed = Signal(object, object)
    """The act and its report."""
    ended = Signal(object, object)
    """The act and its outcome."""
    failed = Signal(object, object)
    """The act and its Trouble: nothing was written."""
    over = Signal(object)

    def __init__(self, row: RunRow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.trouble: Trouble | None = None
        self.correlation = ""

    def follow(self, job: Running) -> None:
        """Tell what this job tells."""
        self.correlation = job.correlation
        job.progressed.connect(self._progressed)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.finished.connect(self._finished)

    @Slot(object)
    def _progressed(self, report: object) -> None:
        self.progressed.emit(self, report)

    @Slot(object)
    def _done(self, outcome: object) -> None:
        self.ended.emit(self, outcome)

    @Slot(object)
    def _failed(self, error: object) -> None:
        self.trouble = trouble_of(error, self.correlation)
        self.failed.emit(self, self.trouble)

    @Slot(object)
    def _finished(self, _job: object) -> None:
        self.over.emit(self)
