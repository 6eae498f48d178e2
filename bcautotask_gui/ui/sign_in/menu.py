"""The menu at the operator in the status bar: roles, lock, sign out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from bcautotask_gui.domain.operators import Operator, Role
from bcautotask_gui.ui.sign_in.words import role_line, role_name

LOCK_CHOICES = (5, 15, 30, 60, 0)

translate = QCoreApplication.translate


def people_menu(
    operator: Operator,
    lock_minutes: int,
    parent: QWidget,
    *,
    switch: Callable[[Role], None],
    lock: Callable[[], None],
    lock_after: Callable[[int], None],
    sign_out: Callable[[], None],
) -> QMenu:
    """Build the menu; it holds what this person can do, and is thrown away once closed.

    Args:
        operator: who works here.
        lock_minutes: after how many idle minutes the window locks itself now.
        parent: the window.
        switch: act under another role.
        lock: lock the window now.
        lock_after: choose after how many minutes it locks itself.
        sign_out: let somebody else sign in.
    """
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    group = QActionGroup(menu)
    for role in (each for each in Role if each in operator.roles):
        words = translate("SignIn", "Act as {role}").format(role=role_name(role).lower())
        action = _add(menu, words, partial(switch, role))
        action.setToolTip(role_line(role))
        action.setCheckable(True)
        action.setChecked(role is operator.role)
        group.addAction(action)
    if not operator.has_password:
        return menu
    menu.addSeparator()
    _add(menu, translate("SignIn", "Lock now"), lock)
    after = menu.addMenu(translate("SignIn", "Lock when idle"))
    for minutes in LOCK_CHOICES:
        words = (
            translate("SignIn", "After {n} minutes") if minutes else translate("SignIn", "Never")
        )
        action = _add(after, words.format(n=minutes), partial(lock_after, minutes))
        action.setCheckable(True)
        action.setChecked(minutes == lock_minutes)
    menu.addSeparator()
    _add(menu, translate("SignIn", "Sign out"), sign_out)
    return menu


def _add(menu: QMenu, words: str, act: Callable[[], None]) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked=False: act())
    return action
