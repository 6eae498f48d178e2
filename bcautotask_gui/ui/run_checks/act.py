"""One act on runs: its entry in the menus, its key, and its button where it has one."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from bcautotask_gui.ui.run_checks.keys import add_row_action
from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.shared.inert import plain_tip


class RunAct(QObject):
    """Asks when its key, its button or its menu entry was used; all three live or rest together."""

    requested = Signal()

    def __init__(
        self, table: QWidget, text: str, key: str = "", button: ActionButton | None = None
    ) -> None:
        """Build the act.

        Args:
            table: where its key works, and whose menu holds it.
            text: a verb.
            key: a single letter or a combination; empty for none.
            button: does the same, or None.
        """
        super().__init__(table)
        self.key = key
        self.button = button
        self.action = add_row_action(table, text, key, self._ask)
        if button is not None:
            button.clicked.connect(self._ask)

    @property
    def text(self) -> str:
        """The verb."""
        return self.action.text()

    @property
    def reason(self) -> str:
        """Why it may not be used now; empty where it may."""
        return self.action.statusTip()

    def set_reason(self, reason: str) -> None:
        """Disable it everywhere and say why, or enable it with an empty reason."""
        self.action.setEnabled(self.action.isVisible() and not reason)
        self.action.setToolTip(plain_tip(reason or self.text))
        self.action.setStatusTip(reason)
        if self.button is not None:
            self.button.set_reason(reason)

    def set_visible(self, *, visible: bool) -> None:
        """Take it out of the menus, or put it back; its key goes with it."""
        self.action.setVisible(visible)

    def set_key_on(self, *, on: bool) -> None:
        """Let its key act, or leave the key to nobody; menus and button stay."""
        self.action.setShortcut(QKeySequence(self.key if on else ""))

    @Slot()
    def _ask(self) -> None:
        self.requested.emit()
