"""One read at a time: a newer question stops the one before, and a late answer is dropped."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, update_wrapper
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.interrupts import Interrupt
from bcautotask_gui.ui.shared.telling import as_failure, details_of, sentence_of


@dataclass(frozen=True)
class Trouble:
    """A failure together with the id under which it is logged."""

    failure: Failure
    correlation: str

    @property
    def sentence(self) -> str:
        """What happened and what to do."""
        return sentence_of(self.failure)

    @property
    def details(self) -> str:
        """What is copied."""
        return details_of(self.failure, self.correlation)


def trouble_of(error: object, correlation: str) -> Trouble:
    """What a job failed with."""
    return Trouble(as_failure(error), correlation)


class Asked(Protocol):
    """What a question needs of the job that answers it."""

    correlation: str

    @property
    def done(self) -> SignalInstance:
        """Tells the result."""

    @property
    def failed(self) -> SignalInstance:
        """Tells the exception."""

    def stop(self) -> None:
        """Asks the work to stop."""

    def on_stop(self, cancel: Callable[[], object]) -> None:
        """Names what else stopping must do."""


Ask = Callable[[Callable[[], object]], Asked]
"""Starts work in the right lane."""


@dataclass(frozen=True)
class _Numbered:
    number: int
    value: object


def _numbered(number: int, work: Callable[[], object]) -> _Numbered:
    return _Numbered(number, work())


class Question(QObject):
    """Asks one kind of thing; only the newest answer is told."""

    answered = Signal(object)
    failed = Signal(object)
    """A Trouble."""

    def __init__(self, run: Ask, parent: QObject | None = None) -> None:
        """Build it.

        Args:
            run: starts work in the right lane.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._run = run
        self._number = 0
        self._job: Asked | None = None
        self._last: tuple[Callable[..., object], tuple[object, ...]] | None = None
        self._takes_long = False

    @property
    def is_open(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def ask(self, work: Callable[..., object], *args: object) -> None:
        """Stop the question before and ask this one."""
        self._ask(partial(work, *args))
        self._last, self._takes_long = (work, args), False

    def ask_anew(self) -> None:
        """Something was changed: an answer on its way may know only what was before.

        Nothing is asked where no answer is on its way.
        """
        if self.is_open and self._last is not None:
            work, args = self._last
            again = self.read if self._takes_long else self.ask
            again(work, *args)

    def read(self, work: Callable[..., object], *args: object) -> None:
        """Ask for something that takes long: once it is stopped, reading it is cut short.

        Args:
            work: takes an `Interrupt` last.
            args: what comes before it.
        """
        interrupt = Interrupt()
        self._ask(partial(work, *args, interrupt)).on_stop(interrupt.now)
        self._last, self._takes_long = (work, args), True

    def _ask(self, work: partial[object]) -> Asked:
        self.stop()
        question = partial(_numbered, self._number, work)
        job = self._job = self._run(update_wrapper(question, work.func))
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        return job

    def stop(self) -> None:
        """Forget the question that is open; its answer will not be told."""
        job, self._job = self._job, None
        self._number += 1
        if job is not None:
            job.stop()

    @Slot(object)
    def _done(self, answer: _Numbered) -> None:
        if answer.number == self._number:
            self._job = None
            self.answered.emit(answer.value)

    @Slot(object)
    def _failed(self, error: object) -> None:
        job, self._job = self._job, None
        if job is not None:
            self.failed.emit(trouble_of(error, job.correlation))
