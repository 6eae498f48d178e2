"""A window on a real server with the shipped rights, at a desk with a login of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from werkzeug.security import generate_password_hash

from bcautotask_gui.app.session import Session
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.worker.jobs import Lane
from tests.database.rights import with_rights
from tests.database.world import sql

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bcautotask_gui.domain.operators import Role
    from bcautotask_gui.ui.sign_in.page import SignInPage
    from bcautotask_gui.ui.theme import Theme

NAME, PASSWORD = "m.peters", "Noorderlicht-1"
PATIENCE = 60_000


def with_people(url: str) -> None:
    """One account with all roles, whose password is cheap to check."""
    with_rights(url)
    sql(
        url,
        "UPDATE users SET role = 'admin,operator,reporter,viewer', password_hash = :stored "
        "WHERE username = :name",
        stored=generate_password_hash(PASSWORD, "scrypt:1024:8:1"),
        name=NAME,
    )


class Desk:
    """One started application, driven from its own process."""

    def __init__(self, qtbot: QtBot, theme: Theme, url: str, folder: Path, login: str) -> None:
        self.bot = qtbot
        self.profile = Profile(folder / login)
        memory = QSettings(str(self.profile.window_memory), QSettings.Format.IniFormat)
        self.window = MainWindow(theme, memory)
        address = url.replace("postgresql+psycopg://bc@", f"postgresql://{login}@", 1)
        options = StartOptions(database=address, autotask_url="http://127.0.0.1:9")
        self.session = Session(options, self.profile, theme, self.window, memory)
        self.session.secrets = SessionStore()
        self.window.show()
        self.session.open()
        qtbot.waitUntil(lambda: self.session.workplace is not None, timeout=PATIENCE)

    @property
    def people(self):  # type: ignore[no-untyped-def]
        return self.session.people

    @property
    def page(self) -> SignInPage:
        return self.session.people._page

    @property
    def operator(self):  # type: ignore[no-untyped-def]
        assert self.session.workplace
        return self.session.workplace.actor.operator

    def type_in(self, name: str, password: str) -> None:
        """Name and password, then the button."""
        if not self.page.name.isReadOnly():
            self.page.name.setText(name)
        self.page.password.setText(password)
        self.page.sign_in.click()

    def sign_in(self, role: Role, name: str = NAME, password: str = PASSWORD) -> None:
        """All that a person does until the pages are there."""
        self.type_in(name, password)
        self.bot.waitUntil(self.page.go_on.isVisible, timeout=PATIENCE)
        self.page.roles.choices[role].click()
        self.page.go_on.click()
        self.settle()

    def settle(self) -> None:
        """Waits until the pages are there and nothing is at work."""
        self.bot.waitUntil(lambda: self.session.pages is not None, timeout=PATIENCE)
        quiet = (Lane.AUTOTASK, Lane.BULK, Lane.LOCAL, Lane.KEYRING)
        self.bot.waitUntil(lambda: not self.session.jobs.running_in(*quiet), timeout=PATIENCE)

    def close(self) -> None:
        """Ends the application; none of its threads may stay."""
        assert self.session.close(PATIENCE)
        self.bot.waitUntil(lambda: not self.session.jobs.running(), timeout=PATIENCE)
        self.window.close_now()
        self.window.deleteLater()
        self.session._page.deleteLater()
