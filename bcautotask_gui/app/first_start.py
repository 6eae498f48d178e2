"""The guided set-up around a session: the database first, then the settings step by step."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.app.local import Local
from bcautotask_gui.app.settings_page import SettingsPage, look_at
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.settings_rules import problems_of
from bcautotask_gui.services.database_desk import DatabaseDesk, InUse
from bcautotask_gui.ui.first_start.page import (
    API_USER,
    CREDENTIALS,
    DATABASE,
    DEFAULTS,
    STEPS,
    TEST,
    FirstStartPage,
)
from bcautotask_gui.ui.first_start.presenter import FirstStartPresenter
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.messages import Messages
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Jobs

_OF_CREDENTIALS = (
    "user_name", "fixed_zone", "base_url", "job_path", "time_zone", "storage_zone",
)  # fmt: skip


class FirstStart(QObject):
    """Shown in place of the pages; where it was left is noted in the profile.

    Attributes:
        left: the pages are wanted now.
        page: what is shown.
        settings: the page whose parts became steps, or None before a database is open.
    """

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        jobs: Jobs,
        messages: Messages,
        local: Local,
        open_database: Callable[[str, str], None],
        parent: QObject,
    ) -> None:
        """Build it; nothing is shown before `begin` or `go_on`.

        Args:
            theme: Colours, sizes and fonts.
            window: Covered by it.
            jobs: Runs the work.
            messages: The door for questions.
            local: What belongs to this computer.
            open_database: Opens a database by its address and password.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._window = window
        self._local = local
        self._open_database = open_database
        self.settings: SettingsPage | None = None
        self._saving_for = ""
        self._is_set_up = True
        self.page = FirstStartPage(theme)
        desk = DatabaseDesk(InUse("", is_server=False), look_at, local.secrets)
        self.presenter = FirstStartPresenter(self.page, desk, jobs, messages, self)
        self.presenter.sample_wanted.connect(self._try_sample)
        self.presenter.database_chosen.connect(self._choose)
        self.presenter.embedded_wanted.connect(self._choose_embedded)
        self.presenter.step_done.connect(self._finish_step)
        self.presenter.moved.connect(self._come_to)
        self.page.leave_asked.connect(self._leave)
        self.page.help_asked.connect(window.help_requested)

    def begin(self) -> None:
        """Shows it before any database is open."""
        self.presenter.go_to(STEPS[0])
        self._cover()

    def choose_database(self) -> None:
        """Shows the step of the database alone, where a known one does not open any more."""
        self._is_set_up = False
        self.presenter.go_to(DATABASE)
        self._cover()

    def show_failure(self, failure: Failure) -> None:
        """Shows again the step of the database, with why it could not be opened."""
        self.presenter.show_failure(failure)
        self._cover()

    def go_on(self, settings: SettingsPage, step: str) -> None:
        """Shows the steps that need an open database.

        Args:
            settings: a page of its own; its parts become steps.
            step: where it was left.
        """
        self.settings = settings
        self.presenter.database_is_open()
        tab, form = settings.tab, settings.form
        for part in (
            tab.autotask.rows["enabled"],
            tab.autotask.heading,
            tab.defaults.heading,
            tab.connection.lead,
        ):
            part.hide()
        tab.defaults.tells_problems = False
        self.page.fill(
            CREDENTIALS,
            self.tr("Enter what the administrator made"),
            self.tr("User name, secret and tracking identifier, and where Backupchecks is."),
            (tab.autotask,),
        )
        self.page.fill(
            TEST,
            self.tr("Test the connection"),
            self.tr("Only reads. It also reads the choices of the next step."),
            (tab.connection,),
        )
        self.page.fill(
            DEFAULTS,
            self.tr("What a ticket gets"),
            self.tr("All of it can be changed later under Settings, Ticket defaults."),
            (tab.defaults,),
        )
        self.page.show_trouble(tab.trouble)
        form.settings_saved.connect(self._saved)
        tab.edited.connect(self._clear_hint)
        form.refresh()
        self.presenter.go_to(step if step in STEPS else API_USER)
        self._cover()

    def may_close(self) -> bool:
        """Asks about what was typed and not saved; the window closes once that is decided."""
        return self.settings is None or self.settings.form.guard(self._window.close_now)

    def _cover(self) -> None:
        self._window.cover(self.page)
        self._window.status.hide()
        self.page.take_keyboard()

    # before a database is open -----------------------------------------------------------

    @Slot()
    def _try_sample(self) -> None:
        self._local.restart(replace(self._local.options, demo=True))

    @Slot(str, str)
    def _choose(self, url: str, password: str) -> None:
        self._window.status.show()
        if self._is_set_up:
            self._local.profile.remember_set_up_step(API_USER)
        self._open_database(url, password)

    @Slot()
    def _choose_embedded(self) -> None:
        self._choose(f"sqlite:///{self._local.profile.embedded_database}", "")

    # with an open database ---------------------------------------------------------------

    @Slot(str)
    def _come_to(self, step: str) -> None:
        if self.settings is None or step not in STEPS[STEPS.index(API_USER) :]:
            return
        self._local.profile.remember_set_up_step(step)
        form, tab = self.settings.form, self.settings.tab
        self._show_environment(form.draft.base)
        self._show_lead()
        if step == CREDENTIALS:
            form.refresh()
        elif step == TEST and not form.draft.edited.enabled:
            # the test makes calls, which an unticked box would forbid; it is saved at the end
            tab.edited.emit("enabled", True)  # noqa: FBT003 - a value of the form

    def _show_lead(self) -> None:
        """Before the test passed, testing comes next."""
        assert self.settings is not None
        is_tested = self.settings.form.draft.base.current.database_id is not None
        leads = self.page.step == TEST and not is_tested
        self.page.lead_with(self.settings.tab.connection.test if leads else None)

    def _show_environment(self, settings: Settings) -> None:
        here = settings.current
        where = self.tr("Not connected yet")
        if here.database_id is not None:
            where = self.tr("Autotask database {id} · zone {zone}").format(
                id=here.database_id, zone=here.zone_name
            )
        self.page.strip.show_environment(settings.environment, where)

    @Slot(str)
    def _finish_step(self, step: str) -> None:
        assert self.settings is not None
        reason = self._reason_against(step)
        self.page.say(reason)
        form = self.settings.form
        if reason and step == DEFAULTS:
            self.settings.tab.defaults.tells_problems = True
            form.show()
        if reason:
            return
        if step == TEST:
            self.presenter.go_to(DEFAULTS)
        elif form.has_unsaved():
            self._saving_for = step
            form.save()
        else:
            self._go_beyond(step)

    def _reason_against(self, step: str) -> str:
        """Why a step is not done, in the words of the form."""
        assert self.settings is not None
        form = self.settings.form
        draft = form.draft
        if step == CREDENTIALS:
            found = problems_of(replace(draft.edited, enabled=True), None)
            sentences = [told(each.sentence) for each in found if each.field in _OF_CREDENTIALS]
            return next(iter((*sentences, *form.standing().missing_secrets())), "")
        if step == TEST and draft.base.current.database_id is None:
            return self.tr("Test the connection first; it also reads the choices of the next step.")
        return form.standing().why_not_saved() if step == DEFAULTS else ""

    @Slot()
    def _clear_hint(self) -> None:
        self.page.say("")

    @Slot(object)
    def _saved(self, settings: Settings) -> None:
        assert self.settings is not None
        self._show_environment(settings)
        self._show_lead()
        if self._saving_for and not self.settings.form.has_unsaved():
            step, self._saving_for = self._saving_for, ""
            self._go_beyond(step)

    def _go_beyond(self, step: str) -> None:
        if step == STEPS[-1]:
            self._local.profile.remember_set_up_step("")
            self._uncover()
        else:
            self.presenter.go_to(STEPS[STEPS.index(step) + 1])

    @Slot()
    def _leave(self) -> None:
        """Before a database is open there is nothing behind this page."""
        if self.settings is None or self.page.step == DATABASE:
            self._window.close()
        else:
            self.settings.form.guard(self._uncover)

    def _uncover(self) -> None:
        self._window.uncover()
        self._window.status.show()
        self.left.emit()
