"""What signing in does: the password goes to the service once, and whoever it is, is told."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot

from bcautotask_gui.domain.errors import Kind
from bcautotask_gui.domain.operators import Operator, Role
from bcautotask_gui.services.sign_in import SignInService
from bcautotask_gui.ui.shared.telling import as_failure, told
from bcautotask_gui.ui.sign_in.page import SignInPage
from bcautotask_gui.ui.sign_in.words import role_name
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.worker.job import Job

_NAME = "sign_in/name"
_ROLE = "sign_in/role"


class SignInPresenter(QObject):
    """Between the page and the service."""

    accepted = Signal(object)
    """The Operator who works now."""
    signed_out = Signal()
    """Somebody else wants to sign in to a locked window."""

    def __init__(
        self,
        page: SignInPage,
        service: SignInService,
        jobs: Runner,
        memory: QSettings,
        where: str,
        parent: QObject | None = None,
    ) -> None:
        """Wire the page.

        Args:
            page: asks for name, password and role.
            service: knows who that is.
            jobs: runs the work.
            memory: where the last name and role are kept; never a password.
            where: the database, such as "backupchecks @ db01".
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._page, self._service, self._jobs = page, service, jobs
        self._memory, self._where = memory, where
        self._locked: Operator | None = None
        self._known: Operator | None = None
        self._asking: Job | None = None
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self._show_wait)
        page.sign_in_asked.connect(self._ask)
        page.role_chosen.connect(self._choose)
        page.database_user_asked.connect(self.use_database_user)
        page.other_asked.connect(self.signed_out)

    def begin(self) -> None:
        """Ask who works here."""
        self._forget_answer()
        self._locked = None
        self._page.show_sign_in(self._where, str(self._memory.value(_NAME) or ""))

    def lock(self, operator: Operator) -> None:
        """Ask for the password of the one who is signed in."""
        self._forget_answer()
        self._locked = operator
        self._page.show_locked(operator.name)

    def _forget_answer(self) -> None:
        """What was asked before somebody else was to sign in lets nobody in any more."""
        asking, self._asking = self._asking, None
        if asking is not None:
            asking.stop()

    @Slot(str, str)
    def _ask(self, name: str, password: str) -> None:
        if self._asking is not None:
            return
        self._page.set_busy(busy=True)
        self._follow(self._jobs.run(Lane.LOCAL, self._service.sign_in, name, password))

    @Slot()
    def use_database_user(self) -> None:
        """The database alone says who works here."""
        if self._asking is None:
            self._follow(self._jobs.run(Lane.LOCAL, self._service.database_user))

    def _follow(self, job: "Job") -> None:
        self._asking = job
        job.done.connect(self._accept)
        job.failed.connect(self._refuse)

    @Slot(object)
    def _accept(self, operator: Operator) -> None:
        self._asking = None
        self._page.set_busy(busy=False)
        if self._locked is not None:
            still = operator.roles & {self._locked.role}
            self.accepted.emit(operator.acting_as(self._locked.role) if still else operator)
            return
        if operator.has_password:
            self._memory.setValue(_NAME, operator.name)
        if len(operator.roles) == 1 or not operator.has_password:
            self.accepted.emit(operator)
            return
        self._known = operator
        self._page.show_roles(
            operator.name, operator.roles, self._usual(operator), self._limit_of(operator)
        )

    @Slot(object)
    def _refuse(self, error: object) -> None:
        self._asking = None
        failure = as_failure(error)
        is_elsewhere = failure.kind is Kind.SIGN_IN_ELSEWHERE and self._locked is None
        self._page.show_problem(
            told(failure.happened), told(failure.advice), offers_database_user=is_elsewhere
        )
        self._show_wait()

    @Slot()
    def _show_wait(self) -> None:
        left = self._service.wait_seconds()
        self._page.set_wait(round(left + 0.5) if left else 0)
        if left:
            self._ticking.start()
        else:
            self._ticking.stop()

    @Slot(object)
    def _choose(self, role: Role) -> None:
        if self._known is not None:
            known, self._known = self._known, None
            self._memory.setValue(f"{_ROLE}/{known.name}", role.value)
            self.accepted.emit(known.acting_as(role))

    def _usual(self, operator: Operator) -> Role:
        """The role they chose last time, or the highest."""
        remembered = self._memory.value(f"{_ROLE}/{operator.name}")
        return next((role for role in operator.roles if role.value == remembered), operator.role)

    def _limit_of(self, operator: Operator) -> str:
        if operator.limit is Role.ADMIN:
            return ""
        words = self.tr("The database user of this workstation allows {role} at most.")
        return words.format(role=role_name(operator.limit).lower())
