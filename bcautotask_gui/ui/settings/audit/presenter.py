"""What the section Audit log does: reads pages, follows the chain, writes a file."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from bcautotask_gui.domain.audit import Act, AuditEntry, AuditQuery
from bcautotask_gui.domain.audit_chain import ChainReport
from bcautotask_gui.domain.operators import Operator, Permission
from bcautotask_gui.services.audit import AuditPage as EntryPage
from bcautotask_gui.services.audit import AuditService
from bcautotask_gui.ui.settings.audit.page import AuditPage
from bcautotask_gui.ui.shared.file_dialog import ask_for_file
from bcautotask_gui.ui.shared.moments import here_and_now
from bcautotask_gui.ui.shared.notice import Tone
from bcautotask_gui.ui.shared.numbers import number
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure
from bcautotask_gui.ui.sign_in.words import role_name
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages
    from bcautotask_gui.worker.job import Job

AT_ONCE = 200


class AuditPresenter(QObject):
    """Between the page and the service."""

    def __init__(
        self,
        page: AuditPage,
        service: AuditService,
        jobs: Runner,
        messages: "Messages",
        outcome: OutcomePort,
        operator: Operator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._service, self._jobs = page, service, jobs
        self._outcome = outcome
        self._shown: tuple[AuditEntry, ...] = ()
        self._reading = Question(partial(jobs.run, Lane.LOCAL), self)
        self._reading.answered.connect(self._show)
        self._reading.failed.connect(self._tell_unread)
        self._path = ""
        if not operator.may(Permission.AUDIT):
            words = self.tr("Only an admin reads the audit log; you act as {role}.")
            page.show_refused(words.format(role=role_name(operator.role).lower()))
            return
        page.wanted.connect(self.refresh)
        page.older_asked.connect(self._read_older)
        page.verify_asked.connect(self.verify)
        page.export_asked.connect(self._ask_where)
        page.trouble.retry_requested.connect(self.refresh)
        page.trouble.copy_requested.connect(messages.copy)

    @Slot()
    def refresh(self) -> None:
        """Read the newest entries that match."""
        self._shown = ()
        self._read(None)

    @Slot()
    def _read_older(self) -> None:
        self._read(self._shown[-1].id if self._shown else None)

    def _read(self, before_id: int | None) -> None:
        self._reading.ask(self._service.page, self._query(), AT_ONCE, before_id)

    def _query(self) -> AuditQuery:
        page = self._page
        since = here_and_now() - timedelta(days=page.days) if page.days else None
        act = Act(page.act) if page.act else None
        return AuditQuery(page.who, act, page.sought, since)

    @Slot(object)
    def _show(self, found: EntryPage) -> None:
        self._shown = (*self._shown, *found.entries)
        many = self.tr("{n} entries, more are older") if found.has_more else self.tr("{n} entries")
        count = (
            self.tr("1 entry") if len(self._shown) == 1 else many.format(n=number(len(self._shown)))
        )
        if found.operators:
            self._page.show_people(found.operators)
        self._page.show_entries(self._shown, count, has_more=found.has_more)

    @Slot(object)
    def _tell_unread(self, trouble: Trouble) -> None:
        self._page.show_trouble(trouble.sentence, trouble.details)

    @Slot()
    def verify(self) -> None:
        """Follow the chain from its first entry."""
        self._page.set_busy(self.tr("The entries are being checked."))
        self._work(self._jobs.run(Lane.BULK, self._service.verify), self._show_report)

    def _work(self, job: "Job", show: object) -> None:
        job.done.connect(show)
        job.failed.connect(self._tell_failed)
        job.finished.connect(self._end)

    @Slot(object)
    def _end(self, _job: object) -> None:
        self._page.set_busy("")

    @Slot(object)
    def _show_report(self, report: ChainReport) -> None:
        if report.is_whole:
            heading, tone = self.tr("The chain is unbroken"), Tone.GOOD
        else:
            heading, tone = self.tr("The chain is broken"), Tone.FAILED
        self._page.show_result(heading, f"{report.proves}\n\n{report.cannot_prove}", tone)

    @Slot()
    def _ask_where(self) -> None:
        title = self.tr("Export the audit log")
        ask_for_file(self._page.window(), title, self.export_to, save_as="audit.csv")

    @Slot(str)
    def export_to(self, path: str) -> None:
        """Write all entries that match to this file."""
        self._path = path
        self._page.set_busy(self.tr("The entries are being exported."))
        job = self._jobs.run(Lane.BULK, self._service.export, path, self._query())
        self._work(job, self._tell_exported)

    @Slot(object)
    def _tell_exported(self, count: int) -> None:
        words = self.tr("{n} entries were exported to {file}.")
        self._outcome.tell(words.format(n=number(count), file=Path(self._path).name))

    @Slot(object)
    def _tell_failed(self, error: object) -> None:
        self._outcome.tell("", as_failure(error))
