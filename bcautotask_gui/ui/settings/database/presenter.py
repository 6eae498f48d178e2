"""What the section Database does: it looks at databases and keeps their passwords."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from bcautotask_gui import logs
from bcautotask_gui.domain.schema_report import DatabaseLook
from bcautotask_gui.services.database_desk import DatabaseDesk
from bcautotask_gui.ui.settings.database.page import DatabasePage
from bcautotask_gui.ui.shared.database_words import found_words
from bcautotask_gui.ui.shared.notice import Tone
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure, told
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages


class DatabasePresenter(QObject):
    """Another database is used only after a look at it, and after a restart."""

    def __init__(
        self,
        page: DatabasePage,
        desk: DatabaseDesk,
        jobs: Runner,
        messages: "Messages",
        outcome: OutcomePort,
        use: Callable[[str], None],
        *,
        may_enter: bool,
        remove_sample: Callable[[], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Wire the page; `start` asks the keyring.

        Args:
            page: The section.
            desk: Looks at databases and keeps passwords.
            jobs: Runs the work.
            messages: The door for questions.
            outcome: Told how an act ended.
            use: Starts again with another database.
            may_enter: Whether the role may enter secrets.
            remove_sample: Ends the sample; None where no sample is shown.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._page = page
        self._desk = desk
        self._jobs = jobs
        self._messages = messages
        self._outcome = outcome
        self._use = use
        self._may_enter = may_enter
        self._remove_sample = remove_sample
        if remove_sample is not None:
            page.show_sample()
        page.remove_sample_asked.connect(self._ask_to_remove)
        self._found: DatabaseLook | None = None
        self._typed = ""
        self._looking = Question(partial(jobs.run, Lane.LOCAL), self)
        self._looking.answered.connect(self._show_found)
        self._looking.failed.connect(self._show_unreached)
        page.look_asked.connect(self._look)
        page.address_edited.connect(self._forget_found)
        page.use_asked.connect(self._ask_to_use)
        page.password_given.connect(self._keep)
        page.forget_asked.connect(self._ask_to_forget)
        self._show_kept(kept=False)
        self._allow()

    def start(self) -> None:
        """Ask the keyring whether it holds the password."""
        if self._desk.in_use.is_server:
            asked = self._jobs.run(Lane.KEYRING, self._desk.holds_password)
            asked.done.connect(self._show_held)

    @Slot(object)
    def _show_held(self, held: object) -> None:
        self._show_kept(kept=bool(held))

    def _show_kept(self, *, kept: bool) -> None:
        in_use = self._desk.in_use
        self._page.show_in_use(
            in_use.url, kept=kept, asks=in_use.is_server, may_enter=self._may_enter
        )

    # the password of the one in use ------------------------------------------------------

    @Slot(str)
    def _keep(self, password: str) -> None:
        logs.redact(password)
        kept = self._jobs.run(
            Lane.KEYRING, self._desk.keep_password, self._desk.in_use.url, password
        )
        kept.done.connect(self._tell_kept)
        kept.failed.connect(self._fail)

    @Slot(object)
    def _tell_kept(self, _nothing: object) -> None:
        self._show_kept(kept=True)
        self._outcome.tell(self.tr("The password is kept on this computer."))

    @Slot()
    def _ask_to_forget(self) -> None:
        self._messages.ask(
            self.tr("Forget the database password?"),
            self.tr("The work goes on; the next start of the application asks for it."),
            self.tr("Forget"),
            self._forget,
        )

    def _forget(self) -> None:
        gone = self._jobs.run(Lane.KEYRING, self._desk.forget_password)
        gone.done.connect(self._tell_forgotten)
        gone.failed.connect(self._fail)

    @Slot(object)
    def _tell_forgotten(self, _nothing: object) -> None:
        self._show_kept(kept=False)
        self._outcome.tell(self.tr("This computer has forgotten it."))

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._outcome.tell("", as_failure(error))

    @Slot()
    def _ask_to_remove(self) -> None:
        if self._remove_sample is not None:
            self._messages.ask(
                self.tr("Remove the sample data?"),
                self.tr(
                    "The sample database and the small Autotask are deleted, with all that you "
                    "tried in them. The application starts again without them."
                ),
                self.tr("Remove the sample data"),
                self._remove_sample,
            )

    # another one -------------------------------------------------------------------------

    @Slot(str, str)
    def _look(self, address: str, password: str) -> None:
        self._typed = password
        logs.redact(password)
        self._page.look.set_reason(self.tr("The database is being looked at."))
        self._page.show_result(Tone.INFO, self.tr("Looking at the database…"))
        self._looking.ask(self._desk.look, address, password)

    @Slot(object)
    def _show_found(self, look: DatabaseLook) -> None:
        self._found = look
        self._page.show_result(*found_words(look))
        self._allow()

    @Slot(object)
    def _show_unreached(self, trouble: Trouble) -> None:
        failure = trouble.failure
        self._page.show_result(Tone.FAILED, told(failure.happened), told(failure.advice))
        self._outcome.tell("", failure, trouble.correlation)
        self._allow()

    @Slot()
    def _forget_found(self) -> None:
        """What was found belongs to the address before; an answer to that comes too late."""
        self._looking.stop()
        self._found = None
        self._page.show_result(Tone.INFO, "")
        self._allow()

    def _allow(self) -> None:
        self._page.look.set_reason("")
        reason = ""
        if self._found is None:
            reason = self.tr("Test it first.")
        elif self._found.report.is_empty:
            reason = self.tr("It holds nothing of Backupchecks.")
        self._page.use.set_reason(reason)

    @Slot()
    def _ask_to_use(self) -> None:
        if self._found is None:
            return
        sentence = self.tr(
            "The application starts again with {label}. Settings, mappings and tickets live in the "
            "database, so you will see those of that one."
        ).format(label=self._found.label)
        yes = self.tr("Use this database")
        self._messages.ask(self.tr("Use another database?"), sentence, yes, self._keep_and_use)

    def _keep_and_use(self) -> None:
        if self._found is None:
            return
        if not self._typed:
            self._use(self._found.url)
            return
        kept = self._jobs.run(Lane.KEYRING, self._desk.keep_password, self._found.url, self._typed)
        kept.done.connect(self._go)
        kept.failed.connect(self._go_without)

    @Slot(object)
    def _go(self, _nothing: object) -> None:
        if self._found is not None:
            self._use(self._found.url)

    @Slot(object)
    def _go_without(self, error: object) -> None:
        """The password could not be kept; the start asks for it."""
        self._outcome.tell("", as_failure(error))
        self._go(None)
