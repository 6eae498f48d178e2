"""Reads the settings in force; what was saved meanwhile is never undone by a late answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.domain.ports import SettingsStore
    from bcautotask_gui.domain.settings import Settings
    from bcautotask_gui.worker.job import Job


class SettingsReading(QObject):
    """One reading at a time: two could be answered in the other order."""

    answered = Signal(object)
    """The settings, by the newest reading."""

    def __init__(self, jobs: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._store: SettingsStore | None = None
        self._job: Job | None = None

    def begin(self, store: "SettingsStore") -> None:
        """Reads; a reading that is on its way is dropped."""
        self.stop()
        self._store = store
        job = self._job = self._jobs.run(Lane.LOCAL, store.read)
        job.done.connect(self._answer)
        job.finished.connect(self._finished)

    def overtake(self) -> None:
        """Something was saved: a reading on its way may know only what was before."""
        if self._job is not None and self._store is not None:
            self.begin(self._store)

    def stop(self) -> None:
        """Drops the reading that is on its way."""
        job, self._job = self._job, None
        if job is not None:
            job.stop()

    @Slot(object)
    def _answer(self, settings: "Settings") -> None:
        self.answered.emit(settings)

    @Slot(object)
    def _finished(self, job: "Job") -> None:
        if job is self._job:
            self._job = None
