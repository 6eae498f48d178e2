"""Names the controls in a window that have no name, or that the keyboard does not reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QTabBar, QTextEdit,
)  # fmt: skip
# A control that Tab passes by, and the key that does the same.
OTHER_WAYS = {"Clear search": "Esc in the field"}


def controls(window: QWidget) -> Iterator[QWidget]:
    """The controls in view, without the parts that belong to a control of their own kind."""
    for kind in CONTROLS:
        for widget in window.findChildren(kind):
            if widget.isVisible() and not _is_part(widget):
                yield widget


def _is_part(widget: QWidget) -> bool:
    owner = widget.parentWidget()
    if isinstance(owner, QComboBox | QAbstractSpinBox):
        return True
    # the corner of a table and its header are reached through the table
    if isinstance(widget, QHeaderView):
        return True
    return isinstance(owner, QAbstractScrollArea) and type(widget) is QAbstractButton


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def nameless(window: QWidget) -> list[str]:
    """The controls that a screen reader could not name."""
    return [_where(widget) for widget in controls(window) if not name_of(widget)]


def out_of_reach(window: QWidget) -> list[str]:
    """The living controls that neither Tab, nor their group's arrow keys, nor a key leads to."""
    return [
        f"{name_of(widget)!r} ({_where(widget)})"
        for widget in controls(window)
        if widget.isEnabled() and not _is_reached(widget)
    ]


def _is_reached(widget: QWidget) -> bool:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus:
        return True
    if name_of(widget) in OTHER_WAYS:
        return True
    if isinstance(widget, QAbstractButton):
        return not widget.shortcut().isEmpty() or _is_in_reached_group(widget)
    return False


def _is_in_reached_group(button: QAbstractButton) -> bool:
    group = button.group()
    return group is not None and any(
        each.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        for each in group.buttons()
    )


def _where(widget: QWidget) -> str:
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None:
        names.append(type(at).__name__)
        at = at.parentWidget()
    return " in ".join(names[:4])
