"""Builds the Settings page: the form, and what stands beside it."""

from PySide6.QtCore import QObject, QSettings

from bcautotask_gui.app.frame import Frame
from bcautotask_gui.app.local import Local
from bcautotask_gui.app.versions import versions
from bcautotask_gui.app.workplace import Workplace
from bcautotask_gui.clock import SystemClock
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.schema_report import DatabaseLook
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.database_desk import DatabaseDesk, InUse
from bcautotask_gui.services.diagnostics import Diagnostics
from bcautotask_gui.services.naming import NamingService
from bcautotask_gui.services.test_ticket import TestTicket
from bcautotask_gui.services.validation import Validation
from bcautotask_gui.ui.messages import Messages
from bcautotask_gui.ui.settings.audit.presenter import AuditPresenter
from bcautotask_gui.ui.settings.database.naming.presenter import NamingPresenter
from bcautotask_gui.ui.settings.database.presenter import DatabasePresenter
from bcautotask_gui.ui.settings.logs.presenter import LogsPresenter
from bcautotask_gui.ui.settings.presenter import SettingsPresenter
from bcautotask_gui.ui.settings.proof.presenter import ProofPresenter
from bcautotask_gui.ui.settings.state import DatabaseReport, database_report
from bcautotask_gui.ui.settings.tab import SettingsTab
from bcautotask_gui.ui.settings.take_over.presenter import TakeOverPresenter
from bcautotask_gui.ui.settings.validation.presenter import ValidationPresenter
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Jobs


def look_at(url: str, password: str | None) -> DatabaseLook:
    """Looks at a database; what that needs is imported by the first look."""
    from bcautotask_gui.database.looking import look_at as look

    return look(url, password)


class SettingsPage(QObject):
    """The tab with its presenters, over one open workplace."""

    def __init__(
        self,
        theme: Theme,
        memory: QSettings,
        jobs: Jobs,
        messages: Messages,
        frame: Frame,
        workplace: Workplace,
        local: Local,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._local = local
        self._theme, self._jobs = theme, jobs
        self._messages, self._frame = messages, frame
        self._workplace = workplace
        operator = workplace.actor.operator
        self.tab = SettingsTab(theme, memory, operator.name)
        self.form = SettingsPresenter(
            self.tab,
            workplace.settings,
            workplace.keeper,
            workplace.connection_test,
            jobs,
            messages,
            frame,
            operator,
            self._use_session_only,
            parent=self,
        )
        self.validation = self._validation()
        self._prove()
        self._offer_to_take_over()
        self._at_this_workplace(memory)
        self.audit = AuditPresenter(
            self.tab.audit, workplace.audit, jobs, messages, frame, operator, self
        )

    def _report(self) -> DatabaseReport:
        place = self._workplace
        return database_report(place.database.label, place.workspace_id, place.database.report)

    def _validation(self) -> ValidationPresenter:
        place = self._workplace
        service = Validation(place.database.settings, place.keeper, self._mapped)
        made = ValidationPresenter(self._theme, self.tab, service, self._jobs, self._frame, self)
        self.form.draft_changed.connect(made.use)
        made.use(self.form.draft)
        return made

    def _prove(self) -> None:
        place = self._workplace
        service = TestTicket(place.database.settings, place.access, place.actor, SystemClock())
        may_test = place.actor.operator.may(Permission.SETTINGS)
        made = ProofPresenter(
            self.tab.proof, service, self._jobs, self._messages, self._frame,
            may_test=may_test, parent=self,
        )  # fmt: skip
        self.form.draft_changed.connect(made.use)
        made.kept.connect(self.form.use_newer)
        made.use(self.form.draft)

    def _at_this_workplace(self, memory: QSettings) -> None:
        """The sections that look after this computer."""
        place, local = self._workplace, self._local
        in_use = InUse(local.url, is_server=place.database.is_shared)
        desk = DatabaseDesk(in_use, look_at, local.secrets, place.actor)
        self._database = DatabasePresenter(
            self.tab.database, desk, self._jobs, self._messages, self._frame, local.use_database,
            may_enter=place.actor.operator.may(Permission.SECRETS),
            remove_sample=local.remove_sample if local.options.demo else None, parent=self,
        )  # fmt: skip
        service = NamingService(place.database.naming, place.database.report, place.actor)
        self.naming = NamingPresenter(
            self._theme, self.tab.database, service, self._report(), self._jobs, self._frame,
            local.connect_again, self,
        )  # fmt: skip
        diagnostics = Diagnostics(
            local.profile.folder,
            versions(),
            place.database.settings,
            place.database.report,
            local.url,
            SystemClock(),
        )
        LogsPresenter(
            self.tab.logs, diagnostics, memory, self._jobs, self._messages, self._frame, self
        )

    def _offer_to_take_over(self) -> TakeOverPresenter:
        place = self._workplace
        reader = place.database.web_settings
        return TakeOverPresenter(
            self.tab.autotask, self.form, reader.read if reader.is_there else None, self._jobs,
            self._frame, may_save=place.actor.operator.may(Permission.SETTINGS), parent=self,
        )  # fmt: skip

    def start(self) -> None:
        """Asks what must be asked of the keyring."""
        self._database.start()

    def _mapped(self, environment: Environment) -> int:
        return len(self._workplace.database.customers.mappings(environment))

    def _use_session_only(self) -> None:
        self._workplace.keeper.use(SessionStore())
