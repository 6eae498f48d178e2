"""Keeps strip and status bar true: environment, database, operator, running work, calls used."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from bcautotask_gui.app.workplace import Workplace
from bcautotask_gui.domain.connection import CallsUsed
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.shared.notice import Tone
from bcautotask_gui.ui.shared.question import Question
from bcautotask_gui.ui.shared.telling import sentence_of, told
from bcautotask_gui.ui.sign_in.words import role_name
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.worker.job import Job

# milliseconds between two looks at the shared call counter
CALLS_EVERY = 10_000


class Frame(QObject):
    """What surrounds every page."""

    def __init__(self, window: MainWindow, jobs: Runner) -> None:
        super().__init__()
        self._window = window
        self._jobs = jobs
        self._workplace: Workplace | None = None
        ask = partial(jobs.run, Lane.LOCAL)
        self._settings, self._calls = Question(ask, self), Question(ask, self)
        self._settings.answered.connect(self._show_settings)
        self._calls.answered.connect(self._show_calls)
        self._shown: Job | None = None
        self._followed: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(CALLS_EVERY)
        self._timer.timeout.connect(self.refresh_calls)
        jobs.changed.connect(self._show_work)
        window.status.cancel_requested.connect(self._cancel)

    def show(self, workplace: Workplace) -> None:
        """Shows the workplace that was just opened."""
        self._workplace = workplace
        operator = workplace.actor.operator
        self._window.status.show_operator(operator.name, role_name(operator.role).lower())
        self._window.status.show_database(workplace.database.label)
        self.refresh()
        self._timer.start()

    def show_nobody(self) -> None:
        """Nobody is signed in."""
        self._window.status.show_operator("", "")

    @Slot()
    def refresh(self) -> None:
        """Reads the settings again, for the strip."""
        if self._workplace:
            self._settings.ask(self._workplace.database.settings.read)
            self.refresh_calls()

    @Slot()
    def refresh_calls(self) -> None:
        """Reads the shared call counter."""
        if self._workplace:
            self._calls.ask(_calls_used, self._workplace)

    def tell(self, sentence: str, failure: Failure | None = None, correlation: str = "") -> None:
        """Says how an act ended.

        Args:
            sentence: what is so; empty where the failure says it all.
            failure: what went wrong, or None.
            correlation: the id under which the log tells more.
        """
        if failure is None:
            self._window.status.outcome.say(sentence)
            return
        details = "\n".join(filter(None, (failure.detail, correlation)))
        text = f"{sentence} {sentence_of(failure)}".strip()
        self._window.status.outcome.say(text, Tone.FAILED, details)

    def tell_running(self, sentence: str) -> None:
        """Says what is under way."""
        self._window.status.outcome.say_running(sentence)

    def stop(self) -> None:
        """Looks no more."""
        self._timer.stop()

    @Slot(object)
    def _show_settings(self, settings: Settings) -> None:
        if not settings.enabled:
            self._window.show_environment(None)
            return
        current = settings.current
        where = ""
        if current.database_id is not None:
            where = self.tr("Autotask database {id} · zone {zone}").format(
                id=current.database_id, zone=current.zone_name
            )
        self._window.show_environment(settings.environment, where)

    @Slot(object)
    def _show_calls(self, used: CallsUsed | None) -> None:
        if used is None:
            self._window.status.show_calls(None)
        else:
            self._window.status.show_calls(used.used, used.allowed)

    @Slot()
    def _show_work(self) -> None:
        """Shows the oldest work that tells its progress."""
        if self._shown not in self._jobs.running():
            self._shown = None
            self._window.status.clear_job()
        running = self._jobs.running()
        self._followed &= {job.key for job in running}
        for job in running:
            if job.key not in self._followed:
                self._followed.add(job.key)
                job.progressed.connect(self._progressed)

    @Slot(object)
    def _progressed(self, _progress: object) -> None:
        # work that goes on for as long as the window is open tells no words
        telling = [job for job in self._jobs.running() if job.progress and job.progress.what]
        if not telling:
            return
        self._shown = telling[0]
        progress = self._shown.progress
        if progress:
            self._window.status.show_job(told(progress.what), progress.done, progress.total)

    @Slot()
    def _cancel(self) -> None:
        if self._shown:
            self._shown.stop()


def _calls_used(workplace: Workplace) -> CallsUsed | None:
    settings = workplace.database.settings.read()
    return workplace.database.budget.used(settings.environment) if settings.enabled else None
