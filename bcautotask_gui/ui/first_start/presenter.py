"""What the first start does until a database is open, and how it walks from step to step."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui import logs
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.schema_report import DatabaseLook
from bcautotask_gui.services.database_desk import DatabaseDesk
from bcautotask_gui.ui.first_start.page import API_USER, DATABASE, STEPS, FirstStartPage
from bcautotask_gui.ui.shared.database_words import found_words
from bcautotask_gui.ui.shared.notice import Tone
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages


class FirstStartPresenter(QObject):
    """Says what was chosen; who listens opens the database and saves."""

    sample_wanted = Signal()
    database_chosen = Signal(str, str)
    """Address without a password, and the password as typed."""
    embedded_wanted = Signal()
    step_done = Signal(str)
    """Next was pressed in a step of the settings."""
    moved = Signal(str)
    """The step that came into view."""

    def __init__(
        self,
        page: FirstStartPage,
        desk: DatabaseDesk,
        jobs: Runner,
        messages: "Messages",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._desk = desk
        self._found: DatabaseLook | None = None
        self._typed = ""
        self._looking = Question(partial(jobs.run, Lane.LOCAL), self)
        self._looking.answered.connect(self._show_found)
        self._looking.failed.connect(self._show_unreached)
        self._is_open = False
        page.start.set_up_asked.connect(self._set_up)
        page.start.sample_asked.connect(self.sample_wanted)
        page.database.look_asked.connect(self._look)
        page.database.address_edited.connect(self._forget_found)
        page.database.embedded_asked.connect(self.embedded_wanted)
        page.api_user.copy_requested.connect(messages.copy)
        page.next_asked.connect(self._next)
        page.back_asked.connect(self._back)

    def database_is_open(self) -> None:
        """From now on the steps behind the database can be gone to."""
        self._is_open = True

    def go_to(self, step: str) -> None:
        """Bring a step into view."""
        self._page.show_step(step)
        self._allow()
        self.moved.emit(step)

    def show_failure(self, failure: Failure) -> None:
        """Say in the step of the database why it could not be opened."""
        self._found = None
        self.go_to(DATABASE)
        self._page.database.show_result(Tone.FAILED, told(failure.happened), told(failure.advice))

    @Slot()
    def _set_up(self) -> None:
        self.go_to(API_USER if self._is_open else DATABASE)

    @Slot()
    def _next(self) -> None:
        step = self._page.step
        if step == DATABASE:
            if self._found is not None:
                self.database_chosen.emit(self._found.url, self._typed)
        elif step == API_USER:
            self.go_to(STEPS[STEPS.index(step) + 1])
        else:
            self.step_done.emit(step)

    @Slot()
    def _back(self) -> None:
        self.go_to(STEPS[STEPS.index(self._page.step) - 1])

    def _allow(self) -> None:
        step, next_reason, back_reason = self._page.step, "", ""
        untested = step == DATABASE and self._found is None
        if untested:
            next_reason = self.tr("Test the database first.")
        elif step == DATABASE and self._found and self._found.report.is_empty:
            next_reason = self.tr("It holds nothing of Backupchecks.")
        if step == API_USER and self._is_open:
            back_reason = self.tr("The database is open. Another one is chosen under Settings.")
        # Enter tests first, and goes on once the test is done
        self._page.lead_with(self._page.database.look if untested else None)
        self._page.allow_next(next_reason)
        self._page.back.set_reason(back_reason)

    # the database ------------------------------------------------------------------------

    @Slot(str, str)
    def _look(self, address: str, password: str) -> None:
        self._typed = password
        logs.redact(password)
        view = self._page.database
        view.look.set_reason(self.tr("The database is being looked at."))
        view.show_result(Tone.INFO, self.tr("Looking at the database…"))
        self._looking.ask(self._desk.look, address, password)

    @Slot(object)
    def _show_found(self, look: DatabaseLook) -> None:
        self._found = look
        self._page.database.show_result(*found_words(look))
        self._end()

    @Slot(object)
    def _show_unreached(self, trouble: Trouble) -> None:
        failure = trouble.failure
        self._found = None
        self._page.database.show_result(Tone.FAILED, told(failure.happened), told(failure.advice))
        self._end()

    def _end(self) -> None:
        self._page.database.look.set_reason("")
        self._allow()

    @Slot()
    def _forget_found(self) -> None:
        """What was found belongs to the address before; an answer to that comes too late."""
        self._looking.stop()
        self._found = None
        self._page.database.show_result(Tone.INFO, "")
        self._end()
