"""The whole application with its window in this process, led by a measurement."""

import gc
from pathlib import Path
from typing import Self

from PySide6.QtCore import QSettings, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from bcautotask_gui.app.pages import Pages
from bcautotask_gui.app.session import Session
from bcautotask_gui.app.workplace import Workplace
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
from bcautotask_gui.services.demo import set_up_demo
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Lane
from tests.benchmarks.far_autotask import CREDENTIALS
from tests.benchmarks.measuring import wait_until

_AT_WORK = (Lane.AUTOTASK, Lane.BULK, Lane.LOCAL, Lane.KEYRING)
_DEADLINE = 15_000


class Desk:
    """One started application.

    Args:
        url: the database.
        autotask: the address of the local Autotask.
        folder: of the profile.
    """

    def __init__(self, url: str, autotask: str, folder: Path) -> None:
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        # without a screen Qt has something to say at every window
        qInstallMessageHandler(lambda *_said: None)
        profile = Profile(folder)
        theme = Theme(app)
        memory = QSettings(str(profile.window_memory), QSettings.Format.IniFormat)
        self.window = MainWindow(theme, memory)
        options = StartOptions(profile=folder, database=url, autotask_url=autotask)
        self.session = Session(options, profile, theme, self.window, memory)
        self.session.secrets = SessionStore()

    def __enter__(self) -> Self:
        self.window.show()
        self.session.open()
        wait_until(lambda: self.session.workplace is not None)
        return self

    def __exit__(self, *_: object) -> None:
        self.window.close_now()
        assert self.session.close(_DEADLINE), "a job did not end"
        self.session.deleteLater()
        self.window.deleteLater()

    def set_up(self) -> None:
        """Turns the integration on, with its secrets at hand, and waits until all is shown."""
        self.settle()
        place = self.place
        set_up_demo(place.settings, place.connection_test, place.keeper, CREDENTIALS)
        self.pages.look_again()
        self.settle()
        # what a start leaves behind is not part of what follows
        gc.collect()

    @property
    def place(self) -> Workplace:
        """What stands behind the window."""
        assert self.session.workplace
        return self.session.workplace

    @property
    def pages(self) -> Pages:
        """The three pages."""
        assert self.session.pages
        return self.session.pages

    def settle(self) -> None:
        """Waits until the pages are there and nothing but the watching is at work."""
        wait_until(lambda: self.session.pages is not None)
        for _ in range(3):  # what was answered may ask for more
            wait_until(lambda: not self.session.jobs.running_in(*_AT_WORK))
            QApplication.processEvents()
