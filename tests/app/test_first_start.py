"""From an empty profile to a workplace that can make tickets, in the real window."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

from bcautotask_gui.app import session as session_module
from bcautotask_gui.app.session import Session
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
from bcautotask_gui.sandbox import (
    DEMO_SECRET,
    DEMO_TRACKING_ID,
    DEMO_USER,
    AutotaskServer,
    contract_tenant,
)
from bcautotask_gui.sandbox.sample import write_sample
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.opening.page import OpeningPage
from bcautotask_gui.ui.shared.buttons import Kind
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.theme import Theme
from tests.support.stations import front

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton
    from pytestqt.qtbot import QtBot

DEADLINE = 60_000


@pytest.fixture
def server() -> Iterator[AutotaskServer]:
    with AutotaskServer(contract_tenant()) as opened:
        yield opened


@pytest.fixture
def begin(
    qtbot: QtBot,
    tmp_path: Path,
    server: AutotaskServer,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., Session]]:
    """Starts sessions on one profile, one after the other; secrets stay in memory."""
    secrets = SessionStore()
    monkeypatch.setattr(session_module, "KeyringStore", lambda: secrets)
    theme = Theme(QApplication.instance())
    running: list[Session] = []

    def start(**options: object) -> Session:
        end()
        profile = Profile(tmp_path / "profile")
        memory = QSettings(str(profile.window_memory), QSettings.Format.IniFormat)
        window = MainWindow(theme, memory)
        start_options = StartOptions(autotask_url=server.url, **options)
        session = Session(start_options, profile, theme, window, memory)
        running.append(session)
        window.show()
        session.open()
        return session

    def end() -> None:
        for session in running:
            assert session.close(DEADLINE)
            ended = session.jobs.running
            qtbot.waitUntil(lambda ended=ended: not ended(), timeout=DEADLINE)
            session.window.close_now()
            for widget in QApplication.topLevelWidgets():
                if isValid(widget) and widget.parent() is None:
                    delete(widget)
        running.clear()

    yield start
    end()


@pytest.fixture
def team_database(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'team.sqlite'}"
    write_sample(url, now=datetime.now(UTC), runs=40)
    return url


def press(button: QAbstractButton, qtbot: QtBot) -> None:
    """Presses a button once nothing speaks against it any more."""
    qtbot.waitUntil(button.isEnabled, timeout=DEADLINE)
    button.click()


def press_primary(qtbot: QtBot) -> None:
    """Presses the blue button of the dialog in front, whichever window is active."""
    qtbot.waitUntil(lambda: front() is not None, timeout=DEADLINE)
    dialog = front()
    assert isinstance(dialog, ActDialog)
    press(dialog.primary, qtbot)


def choose(session: Session, url: str, qtbot: QtBot) -> None:
    page = session.first.page
    page.start.set_up.click()
    page.database.address.setText(url)
    press(page.database.look, qtbot)
    press(page.next, qtbot)
    qtbot.waitUntil(lambda: page.step == "api_user", timeout=DEADLINE)


def enter_credentials(session: Session, qtbot: QtBot) -> None:
    page, tab = session.first.page, session.first.settings.tab
    press(page.next, qtbot)
    # before the settings were read nobody can type, and what was typed would not be kept
    qtbot.waitUntil(lambda: tab.autotask.user_name.isEnabled(), timeout=DEADLINE)
    for field, text in (
        (tab.autotask.user_name, DEMO_USER),
        (tab.autotask.base_url, "https://backupchecks.example"),
        (tab.autotask.secret.secret.field, DEMO_SECRET),
        (tab.autotask.tracking.secret.field, DEMO_TRACKING_ID),
    ):
        field.setText(text)
        field.textEdited.emit(text)
    press(page.next, qtbot)
    qtbot.waitUntil(lambda: page.step == "test", timeout=DEADLINE)


def test_an_empty_profile_begins_with_the_choice(begin: Callable[..., Session]) -> None:
    session = begin()
    assert session.first.page.isVisible()
    assert not session.window.status.isVisible()
    session.first.page.start.sample.click()
    assert session.next_start is not None and session.next_start.demo


def test_whoever_names_a_database_is_not_asked(
    begin: Callable[..., Session], team_database: str, qtbot: QtBot
) -> None:
    session = begin(database=team_database)
    qtbot.waitUntil(lambda: session.pages is not None, timeout=DEADLINE)
    assert session.first is None


def test_the_set_up_ends_with_an_enabled_integration(
    begin: Callable[..., Session],
    team_database: str,
    qtbot: QtBot,
    server: AutotaskServer,
    tmp_path: Path,
) -> None:
    session = begin()
    choose(session, team_database, qtbot)
    page = session.first.page
    page.next.click()
    page.next.click()
    assert page.hint.text() == "Enter the API user name."
    page.back.click()
    enter_credentials(session, qtbot)
    assert [call.path for call in server.calls] == []
    page.next.click()
    assert page.hint.text().startswith("Test the connection first")
    tab = session.first.settings.tab
    qtbot.waitUntil(lambda: tab.connection.test.kind is Kind.PRIMARY, timeout=DEADLINE)
    assert page.next.kind is Kind.NORMAL
    press(tab.connection.test, qtbot)
    press_primary(qtbot)
    database = session.workplace.database
    qtbot.waitUntil(lambda: database.settings.read().current.database_id == 4711, timeout=DEADLINE)
    qtbot.waitUntil(
        lambda: session.first.settings.form.draft.base.current.database_id == 4711,
        timeout=DEADLINE,
    )
    qtbot.waitUntil(lambda: page.next.kind is Kind.PRIMARY, timeout=DEADLINE)
    press(page.next, qtbot)
    assert tab.defaults.rows["queue"].error == ""
    page.next.click()
    assert page.hint.text() == "Choose a queue."
    assert tab.defaults.rows["queue"].error == "Choose a queue."
    for key, value in (("queue", 29682833), ("source", 8), ("status", 1)):
        tab.edited.emit(key, value)
    for key in ("warning", "error"):
        field = tab.defaults.priorities[key]
        field.setCurrentIndex(field.findText("High"))
        field.activated.emit(field.currentIndex())
    page.next.click()
    qtbot.waitUntil(lambda: not page.isVisible(), timeout=DEADLINE)
    settings = database.settings.read()
    assert settings.enabled
    assert settings.current.user_name == DEMO_USER
    assert settings.current.defaults.queue == 29682833
    assert Profile(tmp_path / "profile").set_up_step == ""


def test_what_was_left_is_taken_up_at_the_next_start(
    begin: Callable[..., Session], team_database: str, qtbot: QtBot
) -> None:
    session = begin()
    choose(session, team_database, qtbot)
    enter_credentials(session, qtbot)
    session.first.page.leave.click()
    # what was ticked for the test is not saved; that is asked about
    press_primary(qtbot)
    qtbot.waitUntil(lambda: not session.first.page.isVisible(), timeout=DEADLINE)
    again = begin()
    qtbot.waitUntil(lambda: again.first is not None, timeout=DEADLINE)
    qtbot.waitUntil(lambda: again.first.page.step == "test", timeout=DEADLINE)
    test = again.first.settings.tab.connection.test
    qtbot.waitUntil(test.isEnabled, timeout=DEADLINE)
    assert again.workplace.database.settings.read().current.user_name == DEMO_USER


def test_a_remembered_database_that_is_gone_leads_back_to_the_choice(
    begin: Callable[..., Session], tmp_path: Path, qtbot: QtBot
) -> None:
    Profile(tmp_path / "profile").remember_database("postgresql://anna@127.0.0.1:1/gone")
    session = begin()
    opening = session.window.findChild(OpeningPage)
    qtbot.waitUntil(opening.other.isVisible, timeout=DEADLINE)
    opening.other.click()
    assert session.first.page.step == "database"
