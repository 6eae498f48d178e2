"""What the section Logs and diagnostics does: it reads the log and makes bundles."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QUrl, Slot

from bcautotask_gui.services.diagnostics import (
    MOST_SHOWN,
    Diagnostics,
    LogRecord,
    set_api_level,
)
from bcautotask_gui.ui.settings.logs.page import LogsPage
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure, sentence_of
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages
    from bcautotask_gui.worker.job import Job

_API_LEVEL = "logs/api_level"


class LogsPresenter(QObject):
    """The level of calls is remembered with the window."""

    def __init__(
        self,
        page: LogsPage,
        service: Diagnostics,
        memory: QSettings,
        jobs: Runner,
        messages: "Messages",
        outcome: OutcomePort,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._service = service
        self._memory = memory
        self._jobs = jobs
        self._messages = messages
        self._outcome = outcome
        self._records = Question(partial(jobs.run, Lane.LOCAL), self)
        self._records.answered.connect(self._show)
        self._records.failed.connect(self._tell_unread)
        self._crashes = Question(partial(jobs.run, Lane.LOCAL), self)
        self._crashes.answered.connect(self._show_crashes)
        self._crashes.failed.connect(self._tell_unread)
        self._made: Path | None = None
        page.wanted.connect(self._read)
        page.api_level_chosen.connect(self._use_level)
        page.bundle_asked.connect(self._make)
        page.folder_asked.connect(self._open_folder)
        page.copy_requested.connect(messages.copy)
        level = str(memory.value(_API_LEVEL) or "INFO")
        set_api_level(level)
        page.show_api_level(level)
        page.show_log("", "")

    @Slot(str)
    def _use_level(self, level: str) -> None:
        self._memory.setValue(_API_LEVEL, level)
        set_api_level(level)

    @Slot(str, str)
    def _read(self, least: str, sought: str) -> None:
        self._records.ask(self._service.read, least, sought)
        self._crashes.ask(self._service.crashes)

    @Slot(object)
    def _show(self, records: tuple[LogRecord, ...]) -> None:
        if len(records) >= MOST_SHOWN:
            count = self.tr("The newest {n} records").format(n=len(records))
        elif len(records) == 1:
            count = self.tr("1 record")
        else:
            count = self.tr("{n} records").format(n=len(records))
        self._page.show_log("\n".join(map(str, records)), count)

    @Slot(object)
    def _show_crashes(self, reports: tuple[str, ...]) -> None:
        newest = reports[0] if reports else ""
        if len(reports) == 1:
            told = self.tr("One report, of {at}. It is part of the bundle.")
        else:
            told = self.tr("{n} reports, the newest of {at}. They are part of the bundle.")
        at = newest.partition("\n")[0]
        self._page.show_crashes(newest, told.format(n=len(reports), at=at))

    @Slot(object)
    def _tell_unread(self, trouble: Trouble) -> None:
        self._outcome.tell("", trouble.failure, trouble.correlation)

    @Slot()
    def _make(self) -> None:
        self._page.bundle.set_reason(self.tr("The bundle is being made."))
        making = self._jobs.run(Lane.LOCAL, self._service.bundle)
        making.done.connect(self._show_made)
        making.failed.connect(self._show_unmade)
        making.finished.connect(self._end)

    @Slot(object)
    def _show_made(self, path: Path) -> None:
        self._made = path
        told = self.tr("Made: {path}").format(path=path)
        self._page.show_made(told, is_there=True)
        self._outcome.tell(self.tr("The diagnostics bundle is made."))

    @Slot(object)
    def _show_unmade(self, error: object) -> None:
        failure = as_failure(error)
        self._page.show_made(sentence_of(failure), is_there=False)
        self._outcome.tell("", failure)

    @Slot(object)
    def _end(self, _job: "Job") -> None:
        self._page.bundle.set_reason("")

    @Slot()
    def _open_folder(self) -> None:
        if self._made is not None:
            self._messages.open_url(QUrl.fromLocalFile(str(self._made.parent)).toString())
