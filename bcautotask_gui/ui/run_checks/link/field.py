"""The field for a number or words; the arrows choose below while it keeps the keyboard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bcautotask_gui.ui.shared.search_field import SearchField
from bcautotask_gui.ui.theme import Theme

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class TicketField(SearchField):
    """Enter searches a new text at once, and else links what is chosen."""

    walked = Signal(object)
    """One down (1) or up (-1)."""
    entered = Signal()
    """Enter, where the text was searched already."""

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, placeholder, key="", parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk; Enter searches or links; Esc leaves, as the dialog's button says."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.walked.emit(step)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.text().strip() == self._said:
            self.entered.emit()
            return
        super().keyPressEvent(event)
