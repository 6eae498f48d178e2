"""One run of the window: opens the workplace, fills the pages, keeps the frame true, closes all."""

import logging
import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot

from bcautotask_gui import logs
from bcautotask_gui.app.follow import Follow
from bcautotask_gui.app.frame import Frame
from bcautotask_gui.app.local import Local
from bcautotask_gui.app.notifying import Notifying
from bcautotask_gui.app.pages import Pages
from bcautotask_gui.app.people import People
from bcautotask_gui.app.trail import Trail
from bcautotask_gui.app.workplace import Workplace, demo_database_url, open_workplace
from bcautotask_gui.credentials.keyring_store import KeyringStore
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
from bcautotask_gui.ui.language import Language, remember_language, use_language
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.messages import WindowMessages
from bcautotask_gui.ui.opening.page import OpeningPage
from bcautotask_gui.ui.shared.notice import Tone
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Jobs, Lane

if TYPE_CHECKING:
    from bcautotask_gui.app.first_start import FirstStart
    from bcautotask_gui.domain.ports import Secrets
    from bcautotask_gui.worker.job import Job

log = logging.getLogger(__name__)

# what the page of the opening itself asks for: a password, or leave to prepare
_ASKED_HERE = (Kind.DATABASE_SIGN_IN, Kind.DATABASE_NOT_PREPARED)


class Session(QObject):
    """Owns everything that begins and ends with the window.

    Attributes:
        ready: the pages are filled from the database.
        failed: the database could not be opened; the page says why.
        next_start: how to begin anew once this session has ended, or None.
    """

    ready = Signal()
    failed = Signal()
    _crashed = Signal(str, str)

    def __init__(
        self,
        options: StartOptions,
        profile: Profile,
        theme: Theme,
        window: MainWindow,
        memory: QSettings,
    ) -> None:
        super().__init__()
        self._options = options
        self._profile = profile
        self.window = window
        self.messages = WindowMessages(theme, window)
        self.jobs = Jobs(self)
        self.workplace: Workplace | None = None
        self.next_start: StartOptions | None = None
        self._url, self._password = _split(_address(options, profile))
        self._is_typed = False
        self._opening: Job | None = None
        self.secrets: Secrets = SessionStore() if options.demo else KeyringStore()
        self.pages: Pages | None = None
        self._theme, self._memory = theme, memory
        self.frame = Frame(window, self.jobs)
        self._notifying = Notifying(window, memory, self.jobs, parent=self)
        self._follow: Follow | None = None
        self._trail: Trail | None = None
        self._was_ready = False
        self.first: FirstStart | None = None
        self._is_chosen = False
        self.people = People(theme, window, memory, self.jobs, profile, self.frame, self._guard)
        self.people.entered.connect(self._enter)
        self.people.left.connect(self._leave)
        self._page = OpeningPage(theme)
        self._page.retry_requested.connect(self.open)
        self._page.prepare_requested.connect(self._prepare)
        self._page.other_requested.connect(self._choose_another)
        self._page.password_given.connect(self._take_password)
        self._page.copy_requested.connect(self.messages.copy)
        window.status.outcome.copy_requested.connect(self.messages.copy)
        self._crashed.connect(self._tell_crash)
        window.cover(self._page)
        window.guard_close(self._may_close)

    @property
    def trouble(self) -> str:
        """Why the database is not open, in a sentence."""
        return self._page.sentence

    @Slot()
    def open(self) -> None:
        """Opens the database, first asking the keyring for a password that was not given.

        An empty profile for which no database was named begins with the set-up instead.
        """
        if self._is_first_start():
            self._set_up().begin()
            return
        if self._url.startswith("sqlite") or self._password is not None:
            self._open(may_migrate=False)
            return
        job = self.jobs.run(Lane.KEYRING, self.secrets.get, self._url)
        job.done.connect(self._opened_keyring)
        job.failed.connect(self._keyring_failed)

    @Slot(object)
    def _opened_keyring(self, password: object) -> None:
        self._password = str(password) if password else None
        self._open(may_migrate=False)

    @Slot(object)
    def _keyring_failed(self, _error: object) -> None:
        # the server may ask for no password at all; if it does, the page asks the person
        self._open(may_migrate=False)

    def _open(self, *, may_migrate: bool) -> None:
        self._page.show_busy(self._url if self._url.startswith("postgresql") else "")
        self._opening = self.jobs.run(
            Lane.LOCAL,
            lambda: open_workplace(
                self._options,
                self._profile,
                self.secrets,
                self._url,
                self._password,
                may_migrate=may_migrate or self._url.startswith("sqlite"),
            ),
        )
        self._opening.done.connect(self._opened)
        self._opening.failed.connect(self._not_opened)

    @Slot(object)
    def _opened(self, workplace: Workplace) -> None:
        self.workplace = workplace
        self._keep_password()
        if self._is_chosen:
            self._profile.remember_database(self._url)
        row = self.window.tab_row
        self._follow = Follow(row, self.frame, workplace.watching, self.jobs, self)
        self._follow.start()
        self._trail = Trail(workplace.trail, self.jobs, self.frame, self)
        self._trail.start()
        self.people.begin(workplace)

    @Slot()
    def _enter(self) -> None:
        """Somebody works here: the pages are built for what they may do."""
        assert self.workplace
        assert self._follow
        self.pages = Pages(
            self._theme,
            self.window,
            self._memory,
            self.jobs,
            self.messages,
            self.frame,
            self._follow,
            self.workplace,
            self._local(),
            self,
        )
        # later: the button that was pressed goes away with its page
        self.pages.language_wanted.connect(self._speak, Qt.ConnectionType.QueuedConnection)
        self.window.uncover()
        self.frame.show(self.workplace)
        self.pages.start()
        self._go_on_with_set_up()
        if not self._was_ready:
            self._was_ready = True
            self.ready.emit()

    @Slot()
    def _leave(self) -> None:
        """What was shown to one person, or under one role, is not shown to the next."""
        if self.pages is not None:
            pages, self.pages = self.pages, None
            pages.close()
            self.window.take_away_pages()
            pages.deleteLater()

    @Slot(object)
    def _speak(self, language: Language) -> None:
        """The pages are built anew in another language."""
        self.people.begin_anew(partial(self._use_language, language))

    def _use_language(self, language: Language) -> None:
        remember_language(self._memory, language)
        use_language(self._theme.application, language)
        self.frame.tell("")  # what was told last stands in the language before
        if self._follow:
            self._follow.tell_again()

    def _guard(self, go_on: Callable[[], None]) -> None:
        """Asks about changes that nobody saved, then goes on."""
        if self.pages is None:
            go_on()
        else:
            self.pages.guard(go_on)

    # the guided set-up -------------------------------------------------------------------

    def _is_first_start(self) -> bool:
        has_one = self._options.demo or self._options.database or self._profile.database
        return not has_one and not self._profile.embedded_database.exists()

    def _local(self) -> Local:
        return Local(self._options, self._profile, self.secrets, self._url, self.restart)

    def _set_up(self) -> "FirstStart":
        """Imported by those who are led through it, which is once."""
        if self.first is None:
            from bcautotask_gui.app.first_start import FirstStart

            self.first = FirstStart(
                self._theme,
                self.window,
                self.jobs,
                self.messages,
                self._local(),
                self._open_chosen,
                self,
            )
            self.first.left.connect(self._leave_set_up)
        return self.first

    def _open_chosen(self, url: str, password: str) -> None:
        """Opens the database that was chosen in the set-up."""
        self._url, self._password = url, password or None
        self._is_typed = self._is_chosen = True
        self.window.cover(self._page)
        self._open(may_migrate=False)

    @Slot()
    def _choose_another(self) -> None:
        """The database that is remembered does not open; the set-up finds another one."""
        self._set_up().choose_database()

    def _go_on_with_set_up(self) -> None:
        """Shows the set-up before the pages where it was begun and not ended."""
        step = self._profile.set_up_step
        place = self.workplace
        if not step or self._options.demo or place is None:
            return
        if not place.actor.operator.may(Permission.SECRETS):
            return
        from bcautotask_gui.app.settings_page import SettingsPage

        settings = SettingsPage(
            self._theme,
            self._memory,
            self.jobs,
            self.messages,
            self.frame,
            place,
            self._local(),
            self,
        )
        self._set_up().go_on(settings, step)

    @Slot()
    def _leave_set_up(self) -> None:
        if self.pages is not None:
            self.pages.look_again()
            self.frame.refresh()

    @Slot(object)
    def _not_opened(self, error: Exception) -> None:
        failure = error if isinstance(error, Failure) else Failure(Kind.UNEXPECTED, str(error))
        if self._is_chosen and failure.kind not in _ASKED_HERE:
            self._set_up().show_failure(failure)
            return
        correlation = self._opening.correlation if self._opening else ""
        self._page.show_failure(failure, correlation)
        self._page.other.setVisible(not self._options.demo)
        self.failed.emit()

    @Slot()
    def _prepare(self) -> None:
        self.messages.ask(
            self.tr("Prepare this database"),
            self.tr(
                "The application adds tables of its own, in the schema bcautotask. The tables of "
                "Backupchecks are not changed. This needs the rights of a database owner."
            ),
            self.tr("Prepare this database"),
            lambda: self._open(may_migrate=True),
        )

    @Slot(str)
    def _take_password(self, password: str) -> None:
        logs.redact(password)
        self._password, self._is_typed = password, True
        self._open(may_migrate=False)

    def _keep_password(self) -> None:
        """One that was typed and works; the keyring never holds one that was refused."""
        if self._is_typed and self._password:
            self._is_typed = False
            keep = self.jobs.run(Lane.KEYRING, self.secrets.set, self._url, self._password)
            keep.failed.connect(self._password_not_kept)

    @Slot(object)
    def _password_not_kept(self, error: object) -> None:
        self.frame.tell(
            self.tr("The password is kept for this session only."),
            error if isinstance(error, Failure) else None,
        )

    def restart(self, options: StartOptions) -> None:
        """Ends this session so that another one begins in the same window system.

        Args:
            options: how the other one begins.
        """
        if self._is_writing():
            self.frame.tell(self.tr("A ticket is being written. Try again when that is known."))
            return
        self._guard(partial(self._begin_anew, options))

    def _begin_anew(self, options: StartOptions) -> None:
        self.next_start = options
        self.window.close_now()

    def report_crash(self, text: str, correlation: str) -> None:
        """Told on the thread that failed; the window hears of it on its own."""
        self._crashed.emit(text, correlation)

    @Slot(str, str)
    def _tell_crash(self, _text: str, correlation: str) -> None:
        self.frame.tell("", Failure(Kind.UNEXPECTED, detail=correlation))

    @Slot()
    def tell_earlier_crash(self) -> None:
        """An earlier run ended by itself; its report lies ready."""
        told = self.tr(
            "The application ended by itself last time. "
            "The report is in Settings, Logs and diagnostics."
        )
        self.window.status.outcome.say(told, Tone.WARNING)

    def _may_close(self) -> bool:
        """A ticket on its way is waited for; changes nobody saved are asked about."""
        if self._is_writing():
            self.frame.tell_running(
                self.tr("A ticket is being written. The window closes when that is known.")
            )
            self.jobs.changed.connect(self._close_when_done)
            return False
        if self.first is not None and not self.first.may_close():
            return False
        return self.pages is None or self.pages.may_close()

    @Slot()
    def _close_when_done(self) -> None:
        if self.workplace and not self._is_writing():
            self.window.close_now()

    def _is_writing(self) -> bool:
        """Whether a job creates a ticket, resolves one or adds a note to one right now."""
        place = self.workplace
        return bool(place and (place.creating.at_work() or place.resolving.at_work()))

    def close(self, deadline: int) -> bool:
        """Ends everything in reverse order.

        Args:
            deadline: milliseconds that running work gets to end.

        Returns:
            Whether all threads have ended.
        """
        self.frame.stop()
        self.people.close()
        if self.pages:
            self.pages.close()
        if self._trail:
            self._trail.stop()
        if self._follow:
            self._follow.stop()
        has_ended = self.jobs.close(deadline)
        if self.workplace:
            self.workplace.close()
        return has_ended


def _address(options: StartOptions, profile: Profile) -> str:
    if options.demo:
        return demo_database_url(profile)
    return options.database or profile.database or f"sqlite:///{profile.embedded_database}"


def _split(url: str) -> tuple[str, str | None]:
    """The address without its password, and the password, which is used for this session only."""
    parts = urlsplit(url)
    if not parts.password:
        return url, None
    logs.redact(parts.password)
    os.environ.pop("BCAUTOTASK_DATABASE_URL", None)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{parts.username}@{host}")), parts.password
