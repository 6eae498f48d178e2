"""The help window: it follows links and searches, and is inert otherwise."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from bcautotask_gui.app.help import Help
from bcautotask_gui.ui.help.drawings import drawing
from bcautotask_gui.ui.help.pages import help_pages
from bcautotask_gui.ui.help.window import HelpWindow
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.opening.page import OpeningPage
from bcautotask_gui.ui.run_checks.manual.dialog import NumberDialog
from bcautotask_gui.ui.shared.dialog import ActDialog

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> HelpWindow:
    made = HelpWindow(theme)
    qtbot.addWidget(made)
    made.show_page("morning")
    made.show()
    return made


def search(window: HelpWindow, words: str) -> None:
    window.search.setText(words)
    QTest.keyClick(window.search, Qt.Key.Key_Return)


def test_a_link_leads_to_its_page_and_back(window: HelpWindow) -> None:
    window.browser.anchorClicked.emit(QUrl("waiting.html"))
    assert (window.browser.key, window.list.key) == ("waiting", "waiting")
    window.back.click()
    assert (window.browser.key, window.list.key) == ("morning", "morning")
    assert not window.back.isEnabled()


def test_a_link_to_the_outside_does_nothing(window: HelpWindow) -> None:
    for address in ("https://example.org/waiting.html", "file:///etc/waiting.html", "run:x"):
        window.browser.anchorClicked.emit(QUrl(address))
    assert window.browser.key == "morning"


def test_nothing_is_loaded_from_anywhere(window: HelpWindow) -> None:
    assert window.browser.loadResource(2, QUrl("file:///etc/hostname")).isEmpty()


def test_a_page_chosen_in_the_list_is_shown(window: HelpWindow) -> None:
    window.list.setFocus()
    QTest.keyClick(window.list, Qt.Key.Key_Down)
    assert window.browser.key == "waiting"


def test_a_search_lists_the_pages_and_marks_the_places(window: HelpWindow) -> None:
    search(window, "time entries")
    assert window.browser.key == "resolving"
    assert window.browser.extraSelections()


def test_an_emptied_search_lists_all_pages_and_keeps_the_one_in_view(window: HelpWindow) -> None:
    search(window, "restore")
    window.search.empty()
    assert window.list.model().rowCount() == 11
    assert window.browser.key == "database"
    assert window.list.key == "database"
    assert not window.browser.extraSelections()


def test_a_search_for_nothing_known_says_so(window: HelpWindow) -> None:
    search(window, "zeppelin")
    assert window.list.model().rowCount() == 0
    assert "zeppelin" in window._none.text()


def test_the_page_stays_when_the_desktop_turns_dark(window: HelpWindow, theme: Theme) -> None:
    window.show_page("keys")
    theme.use("dark")
    assert window.browser.key == "keys"
    assert theme.tokens.link in window.browser.document().defaultStyleSheet()


def test_esc_empties_the_search_leaves_it_and_then_closes_the_window(window: HelpWindow) -> None:
    search(window, "restore")
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.isVisible()
    QTest.keyClick(window.list, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_esc_closes_the_window_from_the_page(window: HelpWindow) -> None:
    QTest.keyClick(window.browser, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_help_opens_at_the_page_in_view_and_goes_with_the_window(
    qtbot: QtBot, theme: Theme, settings: QSettings
) -> None:
    from PySide6.QtWidgets import QLabel

    main = MainWindow(theme, settings)
    qtbot.addWidget(main)
    for name in ("run_checks", "customers"):
        main.add_page(name, name, QLabel(name))
    helper = Help(theme, main, main)
    main.show_page("customers")
    main.help_requested.emit()
    shown = helper.shown
    assert shown is not None
    assert shown.browser.key == "customers"
    main.show_page("run_checks")
    main.help_requested.emit()
    assert helper.shown is shown
    assert shown.browser.key == "morning"
    main.show()
    main.close()
    assert helper.shown is None


@pytest.fixture
def main(qtbot: QtBot, theme: Theme, settings: QSettings) -> MainWindow:
    made = MainWindow(theme, settings)
    qtbot.addWidget(made)
    made.add_page("customers", "Customers", QLineEdit("Customers"))
    made.show()
    return made


def press_f1_in(dialog: QDialog, qtbot: QtBot) -> None:
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.findChild(QShortcut, "help") is not None, timeout=60_000)
    QTest.keyClick(dialog, Qt.Key.Key_F1)


def test_f1_in_a_dialog_opens_its_own_page_and_both_stay_usable(
    qtbot: QtBot, theme: Theme, main: MainWindow
) -> None:
    helper = Help(theme, main, main)
    dialog = NumberDialog(theme, (1,), "HV01 Daily", main)
    press_f1_in(dialog, qtbot)
    shown = helper.shown
    assert shown is not None
    assert shown.browser.key == "linking"
    assert dialog.isVisible()
    search(shown, "restore")
    assert shown.browser.key == "database"
    QTest.keyClicks(dialog.field, "T20261123")
    assert dialog.field.text() == "T20261123"
    dialog.reject()
    helper.close()


def test_f1_in_a_dialog_without_a_page_of_its_own_explains_the_tab_behind_it(
    qtbot: QtBot, theme: Theme, main: MainWindow
) -> None:
    helper = Help(theme, main, main)
    dialog = ActDialog(theme, "Anything", parent=main)
    press_f1_in(dialog, qtbot)
    assert helper.shown is not None
    assert helper.shown.browser.key == "customers"
    dialog.reject()
    helper.close()


def test_what_covers_the_pages_is_explained_instead_of_them(theme: Theme, main: MainWindow) -> None:
    helper = Help(theme, main, main)
    page = OpeningPage(theme)
    main.cover(page)
    main.help_requested.emit()
    assert helper.shown is not None
    assert helper.shown.browser.key == "database"
    helper.close()


def test_every_dialog_names_a_page_that_exists() -> None:
    for name in ("create", "link", "manual", "note", "resolve", "unlink"):
        importlib.import_module(f"bcautotask_gui.ui.run_checks.{name}.dialog")
    for name in ("key_list", "views.naming"):
        importlib.import_module(f"bcautotask_gui.ui.run_checks.{name}")
    known = {page.key for page in help_pages()}
    made = [each for each in subclasses(ActDialog) if "bcautotask_gui" in each.__module__]
    assert len(made) >= 8
    for each in made:
        assert each.help_page in known or subclasses(each), each


def subclasses(kind: type) -> list[type]:
    direct = kind.__subclasses__()
    return direct + [each for child in direct for each in subclasses(child)]


def test_a_drawing_takes_the_colours_of_the_window(theme: Theme) -> None:
    light = drawing(theme, "drawings/api-user.svg", 2.0)
    theme.use("dark")
    dark = drawing(theme, "drawings/api-user.svg", 1.0)
    assert light is not None
    assert dark is not None
    assert light.width() == 2 * dark.width()
    assert light.pixelColor(40, 140).lightness() > 200
    assert dark.pixelColor(20, 70).lightness() < 60


def test_no_drawing_is_fetched_from_elsewhere(theme: Theme) -> None:
    for address in ("drawings/../keys.html", "drawings/none.svg", "https://example.org/a.svg"):
        assert drawing(theme, address, 1.0) is None
