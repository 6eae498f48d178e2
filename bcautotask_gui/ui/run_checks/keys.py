"""The single keys of Run Checks: they work while the table has the keyboard, and can be off."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_HERE = Qt.ShortcutContext.WidgetShortcut
_HERE_AND_BELOW = Qt.ShortcutContext.WidgetWithChildrenShortcut


def add_key(widget: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    """A key that works while the widget itself has the keyboard."""
    return _shortcut(widget, keys, act, _HERE)


def add_key_below(widget: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    """A key that works while the widget or anything in it has the keyboard."""
    return _shortcut(widget, keys, act, _HERE_AND_BELOW)


def _shortcut(
    widget: QWidget, keys: str, act: Callable[[], object], context: Qt.ShortcutContext
) -> QShortcut:
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(context)
    shortcut.activated.connect(act)
    return shortcut


def add_row_action(widget: QWidget, text: str, key: str, act: Callable[[], object]) -> QAction:
    """An act of the row menu, with the key that does the same on the table."""
    action = QAction(text, widget)
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(_HERE)
    action.setShortcutVisibleInContextMenu(True)
    action.triggered.connect(act)
    widget.addAction(action)
    return action
