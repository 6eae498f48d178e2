"""Stations that a usual morning does not pass: the first start, signing in, and what can happen."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from bcautotask_gui.app.session import Session
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
from bcautotask_gui.sandbox import (
    DEMO_SECRET,
    DEMO_TRACKING_ID,
    DEMO_USER,
    AutotaskServer,
    contract_tenant,
)
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.messages import WindowMessages
from bcautotask_gui.ui.run_checks.manual.dialog import NumberDialog
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.run_checks.unlink.dialog import UnlinkDialog
from bcautotask_gui.ui.settings.merging.conflicts import Conflict
from bcautotask_gui.ui.settings.merging.dialog import MergeDialog
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.shared.waiting import wait
from bcautotask_gui.ui.sign_in.page import SignInPage
from bcautotask_gui.worker.jobs import Lane
from tests.support.stations import SETTLE_MS, Demo, Station, front, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QDialog, QWidget

    from bcautotask_gui.ui.first_start.page import FirstStartPage
    from bcautotask_gui.ui.theme import Theme

WHERE = "backupchecks @ db01"
PRODUCTION = "Autotask database 100123 · zone EU1 (English Europe and Asia)"


def before_the_pages(theme: Theme, like: QWidget) -> Iterator[Station]:
    """The first start step by step, signing in, and a list that is not read yet."""
    yield from first_start(theme, like)
    yield from signing_in(theme, like)
    yield from reading(theme, like)


@contextmanager
def new_profile(theme: Theme, like: QWidget) -> Iterator[Session]:
    """A start on an empty profile, beside a local Autotask; secrets stay in memory."""
    with tempfile.TemporaryDirectory() as folder, AutotaskServer(contract_tenant()) as server:
        profile = Profile(Path(folder))
        memory = QSettings(str(profile.window_memory), QSettings.Format.IniFormat)
        window = MainWindow(theme, memory)
        window.resize(like.size())
        session = Session(StartOptions(autotask_url=server.url), profile, theme, window, memory)
        session.secrets = SessionStore()
        window.show()
        session.open()
        try:
            yield session
        finally:
            assert session.close(60_000), "a job did not end"
            window.close_now()
            session.deleteLater()
            window.deleteLater()


def first_start(theme: Theme, like: QWidget) -> Iterator[Station]:
    with new_profile(theme, like) as session:
        assert session.first is not None
        page = session.first.page
        yield from _steps(session, page)


def _steps(session: Session, page: FirstStartPage) -> Iterator[Station]:
    window = session.window

    def station(name: str) -> Station:
        quiet = (Lane.AUTOTASK, Lane.BULK, Lane.LOCAL, Lane.KEYRING)
        until(lambda: not session.jobs.running_in(*quiet), "nothing is at work")
        wait(SETTLE_MS)
        return Station(f"first-start-{name}", window)

    yield station("start")
    page.start.set_up.click()
    yield station("database")
    session.first.presenter.embedded_wanted.emit()  # type: ignore[union-attr]
    until(lambda: page.step == "api_user", "the database is open")
    yield station("api-user")
    page.next.click()
    yield station("credentials")
    tab = session.first.settings.tab  # type: ignore[union-attr]
    for field, text in (
        (tab.autotask.user_name, DEMO_USER),
        (tab.autotask.base_url, "https://backupchecks.example"),
        (tab.autotask.secret.secret.field, DEMO_SECRET),
        (tab.autotask.tracking.secret.field, DEMO_TRACKING_ID),
    ):
        field.setText(text)
        field.textEdited.emit(text)
    page.next.click()
    until(lambda: page.step == "test", "the credentials are kept")
    yield station("test")
    tab.connection.test.click()
    until(lambda: front() is not None, "the database id is asked about")
    yield Station("which-database", window, front())
    question = front()
    assert question is not None
    question.primary.click()  # type: ignore[attr-defined]
    form = session.first.settings.form  # type: ignore[union-attr]
    until(lambda: form.draft.base.current.database_id is not None, "the database is bound")
    yield station("tested")
    page.next.click()
    yield station("defaults")


def signing_in(theme: Theme, like: QWidget) -> Iterator[Station]:
    page = SignInPage(theme)
    page.resize(like.size())
    page.show()
    page.show_sign_in(WHERE)
    yield _shown("sign-in", page)
    failure = Failure(Kind.SIGN_IN_INACTIVE)
    page.show_problem(failure.happened, failure.advice, offers_database_user=True)
    yield _shown("sign-in-refused", page)
    page.show_locked("S. Bakker")
    yield _shown("locked", page)
    page.show_roles("S. Bakker", tuple(Role), Role.OPERATOR, "")
    yield _shown("act-as", page)
    page.close()
    page.deleteLater()


def reading(theme: Theme, like: QWidget) -> Iterator[Station]:
    """Run Checks before its rows are there, and where they could not be read."""
    with tempfile.TemporaryDirectory() as folder:
        memory = QSettings(f"{folder}/window.ini", QSettings.Format.IniFormat)
        tab = RunChecksTab(theme, memory)
        tab.resize(like.size())
        tab.show()
        tab.list.show_loading(loading=True)
        yield _shown("runs-loading", tab)
        failure = Failure(Kind.DATABASE_LOST, where=WHERE)
        tab.list.show_loading(loading=False)
        tab.list.show_trouble(Trouble(failure, "1f0c2d34"))
        yield _shown("runs-not-read", tab)
        tab.close()
        tab.deleteLater()


def _shown(name: str, window: QWidget) -> Station:
    wait(SETTLE_MS)
    return Station(name, window)


def rare(shown: Demo) -> Iterator[Station]:
    """What can happen around the list of runs, in the demo's own window."""
    shown.window.show_page("run_checks")
    yield from selections(shown)
    yield from questions(shown)
    yield from as_reporter(shown)
    yield from other_environments(shown)


def selections(shown: Demo) -> Iterator[Station]:
    runs = shown.table("Runs")
    runs.clearSelection()
    for row in (0, 2, 3):
        index = runs.model().index(row, 0)
        flags = runs.selectionModel().SelectionFlag
        runs.selectionModel().select(index, flags.Select | flags.Rows)
    yield _shown("three-runs-selected", shown.window)


def questions(shown: Demo) -> Iterator[Station]:
    window, theme = shown.window, shown.theme
    here = (Environment.SANDBOX, "Autotask database 4711 · zone EU1")
    run = "Van der Meer Logistics · HV01 Daily"
    messages = WindowMessages(theme, window)
    conflicts = (
        Conflict("queue", here[0], "Queue", "Backup & Recovery", "Service Desk"),
        Conflict("source", here[0], "Source", "Monitoring Alert", "Email"),
    )

    def ask() -> QDialog:
        messages.ask(
            "Clear mapping",
            "Bakkerij Jansen is no longer mapped afterwards. Tickets that exist stay.",
            "Clear mapping",
            lambda: None,
        )
        dialog = front()
        assert dialog is not None
        return dialog

    for name, make in (
        ("manual-number", lambda: NumberDialog(theme, (1,), run, window)),
        ("unlink", lambda: UnlinkDialog(theme, run, "T20261124.0031", here, window)),
        ("merge", lambda: MergeDialog(theme, "S. Bakker", conflicts, window)),
        ("question", ask),
    ):
        dialog = make()
        dialog.open()
        wait(SETTLE_MS)
        yield Station(name, window, dialog)
        dialog.reject()
        dialog.deleteLater()


def as_reporter(shown: Demo) -> Iterator[Station]:
    """The same window for somebody who may look and change nothing."""
    place = shown.session.workplace
    assert place is not None
    before = place.actor.operator

    def act_as(role: Role) -> None:
        place.actor.act_as(replace(before, role=role))

    shown.session.people.begin_anew(lambda: act_as(Role.REPORTER))
    yield from _look_around(shown, "reporter", ("run_checks", "customers", "settings"))
    shown.session.people.begin_anew(lambda: act_as(before.role))
    shown.settle()


def other_environments(shown: Demo) -> Iterator[Station]:
    window, place = shown.window, shown.session.workplace
    assert place is not None
    shown.window.show_page("run_checks")
    window.show_environment(Environment.PRODUCTION, PRODUCTION)
    yield _shown("production", window)
    settings = place.settings.page().settings
    place.settings.save(replace(settings, enabled=False))
    shown.session.pages.look_again()  # type: ignore[union-attr]
    shown.session.frame.refresh()
    yield from _look_around(shown, "off", ("run_checks", "customers"))


def _look_around(shown: Demo, name: str, pages: tuple[str, ...]) -> Iterator[Station]:
    for page in pages:
        shown.window.show_page(page)
        shown.settle()
        if page == "run_checks":
            runs = shown.table("Runs")
            until(lambda runs=runs: runs.model().rowCount() > 0, "runs are shown")
            runs.selectRow(0)
            shown.settle()
        yield Station(f"{name}-{page.replace('_', '-')}", shown.window)
