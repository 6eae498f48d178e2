from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from bcautotask_gui.app.pages import RUN_CHECKS, SETTINGS
from bcautotask_gui.database.audit import append
from bcautotask_gui.domain.audit import Act, AuditQuery
from bcautotask_gui.domain.operators import Permission, Role, SignInWay
from bcautotask_gui.ui.sign_in.idle import IdleWatch
from bcautotask_gui.ui.sign_in.menu import people_menu
from bcautotask_gui.worker.jobs import Lane
from tests.app.desk import NAME, PASSWORD, PATIENCE, Desk
from tests.database.rights import ADMIN, OPERATOR, REPORTER
from tests.database.world import event, sql

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def test_nothing_is_shown_before_somebody_signed_in(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of(ADMIN)
    assert desk.page.isVisible()
    assert desk.session.pages is None
    assert not desk.window.tab_row.isVisible()
    assert not [act for act in Permission if desk.operator.may(act)]


def test_a_wrong_password_says_so_and_waits_and_the_right_one_comes_in(
    desk_of: Callable[[str], Desk],
) -> None:
    desk = desk_of(ADMIN)
    desk.type_in(NAME, "wrong")
    desk.bot.waitUntil(desk.page.problem.isVisible, timeout=PATIENCE)
    assert "do not belong together" in desk.page.problem.accessibleName()
    desk.bot.waitUntil(desk.page.sign_in.isEnabled, timeout=PATIENCE)
    desk.sign_in(Role.OPERATOR)
    assert (desk.operator.name, desk.operator.role) == (NAME, Role.OPERATOR)
    assert desk.window.tab_row.isVisible()


def test_the_password_is_kept_in_no_widget_and_no_file(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of(ADMIN)
    desk.sign_in(Role.ADMIN)
    assert not [each for each in desk.window.findChildren(QLineEdit) if each.text() == PASSWORD]
    for file in desk.profile.folder.rglob("*"):
        assert not file.is_file() or PASSWORD.encode() not in file.read_bytes()


def test_roles_end_where_those_of_the_database_login_end(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of(OPERATOR)
    desk.type_in(NAME, PASSWORD)
    desk.bot.waitUntil(desk.page.go_on.isVisible, timeout=PATIENCE)
    offered = {role for role, choice in desk.page.roles.choices.items() if choice.isVisible()}
    assert offered == {Role.OPERATOR, Role.REPORTER, Role.VIEWER}


def test_a_reporters_desk_opens_and_writes_nothing(
    desk_of: Callable[[str], Desk], people_url: str
) -> None:
    desk = desk_of(REPORTER)
    desk.sign_in(Role.REPORTER)
    assert desk.window.page == RUN_CHECKS
    assert sql(people_url, "SELECT count(*) FROM bcautotask.instance")[0][0] == 0
    assert sql(people_url, "SELECT count(*) FROM bcautotask.audit")[0][0] == 1


def test_another_role_builds_the_pages_anew_under_the_same_name(
    desk_of: Callable[[str], Desk],
) -> None:
    desk = desk_of(ADMIN)
    desk.sign_in(Role.ADMIN)
    desk.window.show_page(SETTINGS)
    before = desk.session.pages
    desk.people.switch(Role.REPORTER)
    desk.settle()
    assert desk.session.pages is not before
    assert desk.window.page == SETTINGS
    assert desk.window.tab_row.tabs.count() == 3
    assert (desk.operator.name, desk.operator.role) == (NAME, Role.REPORTER)
    desk.people.switch(Role.ADMIN)
    desk.settle()
    assert desk.operator.may(Permission.AUDIT)


def test_whoever_leaves_waits_for_the_running_work(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of(ADMIN)
    desk.sign_in(Role.ADMIN)
    names: list[str] = []
    going_on = [True]

    def work() -> None:
        import time

        while going_on:
            time.sleep(0.01)
        names.append(desk.operator.name)

    desk.session.jobs.run(Lane.AUTOTASK, work)
    desk.people.sign_out()
    assert desk.session.pages is not None
    assert desk.operator.name == NAME
    assert desk.operator.may(Permission.CREATE)
    going_on.clear()
    desk.bot.waitUntil(desk.page.isVisible, timeout=PATIENCE)
    assert names == [NAME]
    assert desk.session.pages is None
    assert not [act for act in Permission if desk.operator.may(act)]


def test_somebody_else_signs_in_after_somebody_left(
    desk_of: Callable[[str], Desk], people_url: str
) -> None:
    sql(people_url, "UPDATE users SET password_hash = (SELECT password_hash FROM users "
        "WHERE username = 'm.peters'), role = 'operator' WHERE username = 'j.devries'")  # fmt: skip
    desk = desk_of(ADMIN)
    desk.sign_in(Role.ADMIN)
    desk.people.sign_out()
    desk.bot.waitUntil(desk.page.isVisible, timeout=PATIENCE)
    desk.type_in("j.devries", PASSWORD)
    desk.settle()
    assert (desk.operator.name, desk.operator.role) == ("j.devries", Role.OPERATOR)
    gc.collect()
    assert desk.window.tab_row.tabs.count() == 3


def test_a_locked_window_shows_nothing_and_opens_with_the_same_password(
    desk_of: Callable[[str], Desk],
) -> None:
    desk = desk_of(ADMIN)
    desk.sign_in(Role.OPERATOR)
    pages = desk.session.pages
    dialog = QDialog(desk.window)
    dialog.open()
    desk.people.lock()
    assert desk.page.isVisible()
    assert not dialog.isVisible()
    assert desk.window.focusWidget() is desk.page.password
    assert not desk.window.tab_row.isVisible()
    desk.type_in(NAME, "wrong")
    desk.bot.waitUntil(desk.page.problem.isVisible, timeout=PATIENCE)
    desk.bot.waitUntil(desk.page.sign_in.isEnabled, timeout=PATIENCE)
    desk.type_in(NAME, PASSWORD)
    desk.bot.waitUntil(lambda: not desk.page.isVisible(), timeout=PATIENCE)
    assert desk.session.pages is pages
    assert dialog.isVisible()
    assert desk.operator.role is Role.OPERATOR
    dialog.reject()


def test_a_role_that_was_taken_away_meanwhile_is_gone_after_unlocking(
    desk_of: Callable[[str], Desk], people_url: str
) -> None:
    desk = desk_of(ADMIN)
    desk.sign_in(Role.ADMIN)
    desk.people.lock()
    sql(people_url, "UPDATE users SET role = 'viewer' WHERE username = 'm.peters'")
    desk.type_in(NAME, PASSWORD)
    desk.bot.waitUntil(lambda: not desk.page.isVisible(), timeout=PATIENCE)
    desk.settle()
    assert desk.operator.role is Role.VIEWER


def test_an_account_of_single_sign_on_leaves_it_to_the_database_login(
    desk_of: Callable[[str], Desk], people_url: str
) -> None:
    sql(people_url, "UPDATE users SET password_hash = NULL")
    desk = desk_of(OPERATOR)
    desk.type_in(NAME, "anything")
    desk.bot.waitUntil(desk.page.as_database_user.isVisible, timeout=PATIENCE)
    desk.page.as_database_user.click()
    desk.settle()
    assert (desk.operator.name, desk.operator.role) == (OPERATOR, Role.OPERATOR)
    assert not desk.operator.has_password


def test_without_accounts_the_window_says_who_decides(
    desk_of: Callable[[str], Desk], people_url: str
) -> None:
    sql(people_url, "DROP FUNCTION bcautotask.sign_in(text, text)")
    desk = desk_of(OPERATOR)
    desk.settle()
    assert desk.session.workplace.way is SignInWay.DATABASE_USER
    assert desk.operator.name == OPERATOR
    assert f"database user {OPERATOR} decide" in desk.window.status.outcome.sentence
    desk.people.lock()
    assert not desk.page.isVisible()


def test_the_newest_entry_is_kept_in_the_profile_and_missed_when_it_is_gone(
    desk_of: Callable[[str], Desk], people_url: str
) -> None:
    desk = desk_of(ADMIN)
    desk.sign_in(Role.ADMIN)
    place = desk.session.workplace
    ground = place.database._ground
    with ground.connections.writing() as connection:
        append(connection, ground.tables, event(Act.NOTE_ADDED))
    assert place.trail.remember() is None
    workspace = place.workspace_id
    assert desk.profile.trail_memory(workspace).newest_entry() == place.database.audit.head()
    sql(people_url, "ALTER TABLE bcautotask.audit DISABLE TRIGGER USER")
    sql(people_url, "DELETE FROM bcautotask.audit WHERE id > 1")
    assert place.trail.remember() is not None
    assert len(place.audit.page(AuditQuery(), 5).entries) == 1


def test_the_menu_offers_what_this_person_has(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of(OPERATOR)
    desk.sign_in(Role.REPORTER)
    done: list[object] = []
    menu = people_menu(
        desk.operator, 30, desk.window, switch=done.append, lock=lambda: done.append("lock"),
        lock_after=done.append, sign_out=lambda: done.append("out"),
    )  # fmt: skip
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Act as operator", "Act as reporter", "Act as viewer", "Lock now",
                     "Lock when idle", "Sign out"]  # fmt: skip
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Act as reporter"]
    for action in menu.actions():
        action.trigger()
    assert done == [Role.OPERATOR, Role.REPORTER, Role.VIEWER, "lock", "out"]
    menu.deleteLater()


def test_an_idle_window_is_noticed_and_a_touch_begins_anew(
    qtbot: QtBot, qapp: QApplication
) -> None:
    watch = IdleWatch(qapp)
    with qtbot.assertNotEmitted(watch.idled):
        watch.start(0)
        watch.look()
        watch.start(30)
        watch.look()
        field = QLineEdit()
        qtbot.addWidget(field)
        QTest.keyClick(field, Qt.Key.Key_A)
        watch.look()
    watch._minutes = 0  # as if the time had passed
    with qtbot.waitSignal(watch.idled, timeout=PATIENCE):
        watch.look()
    with qtbot.assertNotEmitted(watch.idled):
        watch.look()
    assert watch.eventFilter(qapp, QEvent(QEvent.Type.KeyPress)) is False


@pytest.mark.parametrize(("minutes", "kept"), [(0, 0), (5, 5), (60, 60)])
def test_the_idle_time_is_a_setting_of_the_profile(
    minutes: int, kept: int, tmp_path: object
) -> None:
    from bcautotask_gui.profile import Profile

    profile = Profile(tmp_path / "profile")  # type: ignore[operator]
    assert profile.lock_minutes == 30
    profile.lock_minutes = minutes
    assert Profile(profile.folder).lock_minutes == kept
