"""Another language without a restart: the pages are built anew, for the same person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from bcautotask_gui.app.pages import SETTINGS
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.ui.language import Language, remembered_language, use_language
from tests.app.desk import NAME, PATIENCE, Desk
from tests.database.rights import ADMIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from bcautotask_gui.ui.settings.appearance.page import AppearancePage


@pytest.fixture(autouse=True)
def _put_back(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    use_language(qapp, Language.ENGLISH)
    QLocale.setDefault(before)


@pytest.fixture
def desk(desk_of: Callable[[str], Desk]) -> Desk:
    made = desk_of(ADMIN)
    made.sign_in(Role.ADMIN)
    made.window.show_page(SETTINGS)
    appearance(made)
    return made


def appearance(desk: Desk) -> AppearancePage:
    assert desk.session.pages
    tab = desk.session.pages.settings_page.tab
    tab.sections.choose("appearance")
    return tab.appearance


def choose(desk: Desk, language: Language) -> None:
    pages = desk.session.pages
    appearance(desk).languages[language].click()
    desk.bot.waitUntil(lambda: desk.session.pages is not pages, timeout=PATIENCE)
    desk.settle()


def titles(desk: Desk) -> list[str]:
    tabs = desk.window.tab_row.tabs
    return [tabs.tabText(each) for each in range(tabs.count())]


def test_everything_speaks_dutch_at_once_and_stays_where_it_was(desk: Desk) -> None:
    choose(desk, Language.DUTCH)
    assert titles(desk) == ["Run Checks", "Klanten", "Instellingen"]
    assert (desk.operator.name, desk.window.page) == (NAME, SETTINGS)
    assert appearance(desk).languages[Language.DUTCH].isChecked()
    assert desk.window.tab_row.refresh.text() == "Vernieuwen"
    assert desk.window.status.people.accessibleName() == "Rol en afmelden"
    assert remembered_language(desk.session._memory) is Language.DUTCH
    desk.people.sign_out()
    desk.bot.waitUntil(desk.page.isVisible, timeout=PATIENCE)
    assert desk.page.sign_in.text() == "Aanmelden"


def test_it_goes_back_to_english_as_easily(desk: Desk) -> None:
    choose(desk, Language.DUTCH)
    choose(desk, Language.ENGLISH)
    assert titles(desk) == ["Run Checks", "Customers", "Settings"]
    assert desk.window.tab_row.refresh.text() == "Refresh"


def test_unsaved_changes_are_asked_about_before_the_language_changes(desk: Desk) -> None:
    asked: list[str] = []
    desk.session.messages.ask = (  # type: ignore[method-assign]
        lambda title, *_rest, **_how: asked.append(title)
    )
    assert desk.session.pages
    before = desk.session.pages
    field = before.settings_page.tab.autotask.base_url
    field.setText("https://elsewhere.example")
    field.textEdited.emit(field.text())
    appearance(desk).languages[Language.DUTCH].click()
    desk.bot.waitUntil(lambda: bool(asked), timeout=PATIENCE)
    assert desk.session.pages is before
    assert appearance(desk).languages[Language.SYSTEM].isChecked()
    assert remembered_language(desk.session._memory) is Language.SYSTEM
