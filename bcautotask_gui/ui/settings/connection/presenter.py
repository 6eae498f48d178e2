"""What the connection side does: it tests the form, and asks whose database was reached."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui import logs
from bcautotask_gui.domain.connection import CheckState, Credentials
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.reference_data import ReferenceData
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.services.connection_lines import NEEDED
from bcautotask_gui.services.connection_test import ConnectionReport, ConnectionTest
from bcautotask_gui.services.secret_keeper import SecretKeeper
from bcautotask_gui.services.settings import SettingsService
from bcautotask_gui.ui.settings.connection.lines import broken_off, checklist
from bcautotask_gui.ui.settings.connection.side import ConnectionSide
from bcautotask_gui.ui.settings.form import Draft
from bcautotask_gui.ui.settings.state import Checklist
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure, details_of, told
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages
    from bcautotask_gui.worker.job import Job


@dataclass(frozen=True)
class Accepted:
    """An environment whose database is known, with the picklists that were read from it."""

    settings: Settings
    environment: Environment
    reference: ReferenceData


class ConnectionPresenter(QObject):
    """Tests the values of the form, saved or not; writes nothing to Autotask."""

    accepted = Signal(object)
    """An Accepted."""
    reference_read = Signal(object, object)
    """The environment, and its ReferenceData."""
    troubled = Signal(object, str)
    """The Failure that kept an act from its end, and the details to copy."""

    def __init__(
        self,
        side: ConnectionSide,
        service: SettingsService,
        keeper: SecretKeeper,
        connection_test: ConnectionTest,
        jobs: Runner,
        messages: "Messages",
        outcome: OutcomePort,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._side = side
        self._service = service
        self._keeper = keeper
        self._test = connection_test
        self._jobs = jobs
        self._messages = messages
        self._outcome = outcome
        self._draft = Draft(Settings(), Settings())
        self._may_save = False
        self._is_read = False
        self._testing: Job | None = None
        self._reading: Job | None = None
        self._tested = Settings()
        self._checklist = Checklist()
        side.test_asked.connect(self._start)
        side.cancel_asked.connect(self._cancel)
        side.refresh_asked.connect(self._read_reference)
        side.copy_requested.connect(messages.copy)

    def use(self, draft: Draft, *, may_save: bool, is_read: bool) -> None:
        """Follow the form.

        Args:
            draft: what a test would test.
            may_save: whether the role may bind an environment and keep picklists.
            is_read: whether the settings were read yet.
        """
        self._draft, self._may_save, self._is_read = draft, may_save, is_read
        self._allow()

    def _allow(self) -> None:
        why_not = self._why_no_call()
        test, refresh = why_not, why_not or self._why_no_refresh()
        if self._testing is not None:
            test = test or self.tr("The connection is being tested.")
        if self._reading is not None:
            refresh = refresh or self.tr("The picklists are being read.")
        self._side.allow(test_reason=test, refresh_reason=refresh)

    def _why_no_call(self) -> str:
        if not self._is_read:
            return self.tr("The settings are being read.")
        if not self._draft.edited.enabled:
            return self.tr(
                "Tick Enable Autotask integration first: without it not one call is made."
            )
        return ""

    def _why_no_refresh(self) -> str:
        base = self._draft.base
        if not self._may_save:
            return self.tr("Only an admin reads the picklists for everyone.")
        if not base.enabled or base.environment is not self._draft.environment:
            return self.tr(
                "Save the settings first. Until then Test connection reads the picklists."
            )
        return ""

    # the test ----------------------------------------------------------------------------

    @Slot()
    def _start(self) -> None:
        form = self._draft.to_save()
        try:
            typed = self._typed_credentials(form)
        except Failure as failure:
            self._tell_untested(failure)
            return
        self._tested = form
        self._testing = self._jobs.run(Lane.AUTOTASK, self._test.run, form, typed)
        self._allow()
        self._testing.progressed.connect(self._show_progress)
        self._testing.done.connect(self._end)
        self._testing.failed.connect(self._tell_untested)
        self._testing.finished.connect(self._leave)

    def _typed_credentials(self, form: Settings) -> Credentials | None:
        """Typed secrets with kept ones where nothing was typed; None where nothing was typed."""
        typed = self._draft.typed_here()
        for text in typed.values():
            logs.redact(text)
        if not typed:
            return None
        return self._keeper.credentials(form.environment, form.current.user_name, typed)

    @Slot(object)
    def _show_progress(self, report: ConnectionReport) -> None:
        total = report.total or 1
        step = self.tr("Step {n} of {total}").format(n=min(report.done + 1, total), total=total)
        self._show(report, step, is_running=True)

    def _show(self, report: ConnectionReport, step: str, *, is_running: bool) -> None:
        self._checklist = checklist(
            report.checks, report.rights, NEEDED, is_running=is_running, step=step
        )
        self._side.show_checklist(self._checklist)

    @Slot(object)
    def _end(self, report: ConnectionReport) -> None:
        label = told(self._tested.environment.label)
        if report.has_passed:
            self._show(report, self._passed_words(report), is_running=False)
            words = self.tr("The connection to {environment} works.").format(environment=label)
            self._outcome.tell(words)
        else:
            self._show(report, self.tr("Failed"), is_running=False)
            failed = [told(each.title) for each in report.checks if each.state is CheckState.FAILED]
            words = self.tr("The connection to {environment} failed at: {lines}.").format(
                environment=label, lines=", ".join(failed)
            )
            self._outcome.tell("", Failure(Kind.BLOCKED, reason=words))
        self._offer_binding(report)

    def _passed_words(self, report: ConnectionReport) -> str:
        if not report.to_look_at:
            return self.tr("All passed")
        return self.tr("Works, {n} to look at").format(n=report.to_look_at)

    @Slot(object)
    def _tell_untested(self, error: object) -> None:
        self._side.show_checklist(broken_off(self._checklist, self.tr("Failed")))
        self._tell(error, self._testing)

    @Slot(object)
    def _leave(self, job: "Job") -> None:
        self._testing = None
        if job.stopped:
            self._side.show_checklist(broken_off(self._checklist, self.tr("Cancelled")))
        self._allow()

    @Slot()
    def _cancel(self) -> None:
        if self._testing is not None:
            self._testing.stop()

    # what follows ------------------------------------------------------------------------

    def _offer_binding(self, report: ConnectionReport) -> None:
        """After the first test that reached a database: ask whose it is. A known one is kept."""
        form, zone = self._tested, report.zone
        if zone is None or report.reference is None or not self._may_save:
            return
        accept = partial(self._accept, form, report)
        if form.current.database_id == zone.database_id:
            accept()
            return
        values = {
            "id": zone.database_id,
            "short": zone.name.partition(" (")[0],
            "zone": zone.name,
            "environment": told(form.environment.label),
        }
        title = self.tr("Is Autotask database {id} ({short}) your {environment}?")
        sentence = self.tr(
            "The test reached Autotask database {id} in zone {zone}. From then on {environment} "
            "means this database, for everyone; another one is refused."
        )
        yes = self.tr("It is our {environment}")
        self._messages.ask(
            title.format(**values), sentence.format(**values), yes.format(**values), accept
        )

    def _accept(self, form: Settings, report: ConnectionReport) -> None:
        self._reading = self._jobs.run(Lane.LOCAL, _accept, self._service, form, report)
        self._reading.done.connect(self._tell_accepted)
        self._reading.failed.connect(self._tell_unread)
        self._reading.finished.connect(self._end_reading)

    @Slot(object)
    def _tell_accepted(self, accepted: Accepted) -> None:
        self.accepted.emit(accepted)

    @Slot()
    def _read_reference(self) -> None:
        if self._reading is None:
            self._reading = self._jobs.run(Lane.AUTOTASK, self._service.refresh_reference_data)
            self._allow()
            self._reading.done.connect(self._tell_read)
            self._reading.failed.connect(self._tell_unread)
            self._reading.finished.connect(self._end_reading)

    @Slot(object)
    def _tell_read(self, reference: ReferenceData) -> None:
        self.reference_read.emit(self._draft.base.environment, reference)
        self._outcome.tell(self.tr("Reference data refreshed."))

    @Slot(object)
    def _tell_unread(self, error: object) -> None:
        self._tell(error, self._reading)

    @Slot(object)
    def _end_reading(self, _job: "Job") -> None:
        self._reading = None
        self._allow()

    def _tell(self, error: object, job: "Job | None") -> None:
        failure = as_failure(error)
        self.troubled.emit(failure, details_of(failure, job.correlation if job else ""))
        self._outcome.tell("", failure)


def _accept(service: SettingsService, form: Settings, report: ConnectionReport) -> Accepted:
    if report.zone is None or report.reference is None:
        raise Failure(Kind.UNEXPECTED)
    settings = service.accept(form, report.zone, report.reference)
    return Accepted(settings, form.environment, report.reference)
