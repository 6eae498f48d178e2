"""Customers and Settings are built when somebody wants them, and know by then what they missed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from bcautotask_gui.app.pages import CUSTOMERS, RUN_CHECKS, SETTINGS
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.ui.language import Language, use_language
from tests.app.desk import PATIENCE
from tests.database.rights import ADMIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from bcautotask_gui.app.pages import Pages
    from tests.app.desk import Desk

# a start and an opened file database need none of these
UNNEEDED = ("httpx", "psycopg",
            "bcautotask_gui.ui.customers", "bcautotask_gui.ui.settings", "bcautotask_gui.ui.first_start")  # fmt: skip  # noqa: E501
OPENED = f"""
import sys
from datetime import UTC, datetime
from pathlib import Path
import bcautotask_gui.app.session
from bcautotask_gui.app.workplace import open_workplace
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
place = open_workplace(StartOptions(), Profile(Path(sys.argv[1])), SessionStore(),
                       f"sqlite:///{{sys.argv[1]}}/own.sqlite", None, may_migrate=True)
place.close()
print([name for name in {UNNEEDED} if name in sys.modules])
"""


@pytest.fixture
def desk(desk_of: Callable[[str], Desk]) -> Desk:
    made = desk_of(ADMIN)
    made.sign_in(Role.ADMIN)
    return made


@pytest.fixture
def _put_back(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    use_language(qapp, Language.ENGLISH)
    QLocale.setDefault(before)


def pages_of(desk: Desk) -> Pages:
    assert desk.session.pages
    return desk.session.pages


def built(desk: Desk) -> set[str]:
    pages = pages_of(desk)
    late = {CUSTOMERS: pages._customers, SETTINGS: pages._settings_page}
    return {name for name, page in late.items() if page is not None}


def test_what_a_start_does_not_need_is_not_loaded(tmp_path) -> None:  # type: ignore[no-untyped-def]
    told = subprocess.run(
        [sys.executable, "-c", OPENED, str(tmp_path)], check=True, capture_output=True, text=True
    )
    assert told.stdout.strip() == "[]"


def test_signing_in_builds_the_page_in_view_alone(desk: Desk) -> None:
    assert desk.window.page == RUN_CHECKS
    assert built(desk) == set()


def test_what_is_built_later_is_imported_once_the_runs_are_there(desk: Desk) -> None:
    names = ("bcautotask_gui.app.settings_page", "bcautotask_gui.ui.customers.tab")
    desk.bot.waitUntil(lambda: all(name in sys.modules for name in names), timeout=PATIENCE)


def test_a_tab_that_is_pressed_is_built_in_its_place(desk: Desk) -> None:
    desk.window.show_page(CUSTOMERS)
    assert built(desk) == {CUSTOMERS}
    assert desk.window.in_view is pages_of(desk).customers._tab
    desk.window.show_page(SETTINGS)
    assert desk.window.in_view is pages_of(desk).settings_page.tab
    desk.window.show_page(RUN_CHECKS)
    assert desk.window.in_view is pages_of(desk)._run_checks_tab


def test_a_page_built_late_shows_what_the_others_know(desk: Desk) -> None:
    desk.settle()
    desk.window.show_page(CUSTOMERS)
    desk.window.show_page(SETTINGS)
    desk.settle()
    pages = pages_of(desk)
    in_force = desk.session.workplace.database.settings.read()  # type: ignore[union-attr]
    assert pages.customers._tab.table.model().rowCount() > 0
    assert pages.customers._enabled is in_force.enabled
    assert pages.settings_page.form.draft.base.version == in_force.version
    assert pages.settings_page.form._held == pages._held


def test_news_reaches_pages_that_are_not_there_yet(desk: Desk) -> None:
    follow = desk.session._follow
    assert follow
    follow.customers_changed.emit()
    follow.settings_changed.emit()
    follow.names_changed.emit()
    desk.settle()
    assert built(desk) == set()


def test_closing_asks_nothing_of_a_page_that_nobody_saw(desk: Desk) -> None:
    assert pages_of(desk).may_close()
    assert built(desk) == set()


def test_signing_out_before_they_are_built_leaves_none_behind(desk: Desk) -> None:
    before = pages_of(desk)
    desk.people.sign_out()
    desk.bot.waitUntil(lambda: desk.session.pages is None, timeout=PATIENCE)
    desk.sign_in(Role.ADMIN)
    desk.window.show_page(SETTINGS)
    assert before._settings_page is None
    assert built(desk) == {SETTINGS}


def test_another_role_comes_up_on_the_page_that_was_left(desk: Desk) -> None:
    desk.window.show_page(SETTINGS)
    desk.settle()
    before = pages_of(desk)
    desk.people.switch(Role.VIEWER)
    desk.bot.waitUntil(lambda: desk.session.pages not in (None, before), timeout=PATIENCE)
    desk.settle()
    assert desk.window.page == SETTINGS
    assert desk.window.in_view is pages_of(desk).settings_page.tab
    assert built(desk) == {SETTINGS}


@pytest.mark.usefixtures("_put_back")
def test_a_page_built_after_the_language_changed_speaks_it(desk: Desk) -> None:
    before = pages_of(desk)
    before.language_wanted.emit(Language.DUTCH)
    desk.bot.waitUntil(lambda: desk.session.pages not in (None, before), timeout=PATIENCE)
    desk.settle()
    assert built(desk) == set()
    desk.window.show_page(SETTINGS)
    assert pages_of(desk).settings_page.tab.appearance.heading.text() == "Uiterlijk en taal"


def test_what_is_unsaved_in_a_page_built_late_is_asked_about(desk: Desk) -> None:
    asked: list[str] = []
    desk.session.messages.ask = (  # type: ignore[method-assign]
        lambda title, *_rest, **_how: asked.append(title)
    )
    desk.window.show_page(SETTINGS)
    desk.settle()
    field = pages_of(desk).settings_page.tab.autotask.base_url
    field.setText("https://elsewhere.example")
    field.textEdited.emit(field.text())
    assert not pages_of(desk).may_close()
    assert asked
