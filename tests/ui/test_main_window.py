from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


def make(theme: Theme, settings: QSettings, qtbot: QtBot) -> MainWindow:
    window = MainWindow(theme, settings)
    qtbot.addWidget(window)
    window.add_page("run_checks", "Run Checks", QLabel("runs"))
    window.add_page("customers", "Customers", QLabel("customers"))
    window.add_page("settings", "Settings", QLabel("settings"))
    window.show()
    return window


@pytest.fixture
def window(theme: Theme, settings: QSettings, qtbot: QtBot) -> MainWindow:
    return make(theme, settings, qtbot)


def test_the_first_page_is_shown_first(window: MainWindow) -> None:
    assert window.page == "run_checks"


def test_control_and_a_number_lead_to_a_page(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    with qtbot.waitSignal(window.page_shown) as shown:
        qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shown.args == ["customers"]
    assert window.page == "customers"


def test_f5_and_f1_ask_for_refresh_and_help(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    with qtbot.waitSignal(window.refresh_requested):
        qtbot.keyClick(window, Qt.Key.Key_F5)
    with qtbot.waitSignal(window.help_requested):
        window.tab_row.help.click()


def test_size_and_page_are_remembered(
    window: MainWindow, theme: Theme, settings: QSettings, qtbot: QtBot
) -> None:
    window.resize(window.minimumWidth(), 640)
    window.show_page("settings")
    window.close()
    again = make(theme, settings, qtbot)
    assert again.page == "settings"
    assert again.size() == window.size()
    assert again.height() == 640


def test_it_fits_a_screen_that_is_smaller_than_it_would_be(window: MainWindow) -> None:
    window.fit(QSize(720, 450))
    assert window.width() == 720
    assert window.height() < 450


def test_a_guard_keeps_the_window_open_until_the_work_is_done(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.guard_close(lambda: False)
    window.close()
    assert window.isVisible()
    with qtbot.waitSignal(window.closed):
        window.close_now()
    assert not window.isVisible()


def test_the_environment_is_shown_on_top_and_below(window: MainWindow) -> None:
    window.show_environment(Environment.PRODUCTION, "Autotask database 1207")
    assert window.strip.environment is Environment.PRODUCTION
    window.show_environment(None)
    assert window.strip.environment is None


def test_why_a_button_is_disabled_stands_in_the_status_bar(window: MainWindow) -> None:
    window.status.outcome.say("Done.")
    QApplication.sendEvent(window, QStatusTipEvent("This run has no ticket."))
    assert window.status.outcome.label.text() == "This run has no ticket."
    QApplication.sendEvent(window, QStatusTipEvent(""))
    assert window.status.outcome.label.text() == "Done."


def test_freshness_is_told_beside_refresh(window: MainWindow) -> None:
    window.tab_row.show_live("Live, updated 07:03")
    labels = [label.text() for label in window.tab_row.findChildren(QLabel)]
    assert "Live, updated 07:03" in labels


def test_in_front_of_the_pages_nothing_claims_an_environment(window: MainWindow) -> None:
    cover = QLabel("why the database is not open")
    window.cover(cover)
    assert not window.strip.isVisible()
    window.uncover()
    assert window.strip.isVisible()
    cover.deleteLater()


def test_the_keyboard_walks_as_one_reads(qtbot: QtBot, theme: Theme, settings: QSettings) -> None:
    window = MainWindow(theme, settings)
    qtbot.addWidget(window)
    field = QLineEdit()
    window.add_page("only", "Only", field)
    window.status.people.show()
    window.status.show_operator("anna", "admin")
    window.show()
    chain, at = [window], window.nextInFocusChain()
    while at is not window:
        chain.append(at)
        at = at.nextInFocusChain()
    walked = [chain.index(each) for each in (window.tab_row.tabs, field, window.status.people)]
    assert walked == sorted(walked)


def test_a_minimised_window_comes_to_the_front(
    qtbot: QtBot, theme: Theme, settings: QSettings
) -> None:
    window = MainWindow(theme, settings)
    qtbot.addWidget(window)
    window.showMinimized()
    window.come_to_front()
    assert not window.isMinimized()
    assert window.isVisible()


def test_ctrl_q_asks_before_it_closes(qtbot: QtBot, theme: Theme, settings: QSettings) -> None:
    window = MainWindow(theme, settings)
    qtbot.addWidget(window)
    asked: list[bool] = []
    window.guard_close(lambda: bool(asked.append(True)))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=60_000)
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert asked == [True]
    assert window.isVisible()


def test_a_page_is_built_before_it_comes_into_view(
    theme: Theme, settings: QSettings, qtbot: QtBot
) -> None:
    window = MainWindow(theme, settings)
    qtbot.addWidget(window)
    window.add_page("run_checks", "Run Checks", QLabel("runs"))
    window.add_page("customers", "Customers", QWidget())
    late = QLabel("customers")
    window.page_wanted.connect(lambda name: window.fill_page(name, late))
    window.show()
    window.show_page("customers")
    assert window.in_view is late
    assert late.isVisible()
    window.take_away_pages()
    assert window.in_view is None


def test_the_keyboard_leaves_a_page_built_late_for_the_status_bar(
    theme: Theme, settings: QSettings, qtbot: QtBot
) -> None:
    window = MainWindow(theme, settings)
    qtbot.addWidget(window)
    window.add_page("run_checks", "Run Checks", QLabel("runs"))
    window.add_page("customers", "Customers", QWidget())
    window.show()
    late = QLineEdit()
    window.fill_page("customers", late)
    window.status.show_operator("anna", "admin")
    window.show_page("customers")
    late.setFocus()
    QTest.keyClick(late, Qt.Key.Key_Tab)
    assert window.focusWidget() is window.status.people
