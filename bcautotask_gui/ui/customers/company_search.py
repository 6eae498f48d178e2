"""The field that looks for companies: arrows choose among the results, Enter searches or maps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bcautotask_gui.ui.shared.search_field import SearchField
from bcautotask_gui.ui.theme import Theme

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CompanySearchField(SearchField):
    """A search field that keeps the keyboard while the list below is walked."""

    walked = Signal(object)
    """One down (1) or up (-1)."""
    entered = Signal()
    """Enter, where the text was searched already."""

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, placeholder, key="", parent=parent)

    def start(self, text: str) -> None:
        """Begin anew with a text; it is searched after the pause, even if it was said before."""
        self._said = ""
        self.setText(text)
        if text:
            self._timer.start()
        else:
            self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk; Enter searches a new text at once and else maps."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.walked.emit(step)
            return
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.text().strip() and self.text().strip() == self._said:
            self.entered.emit()
            return
        super().keyPressEvent(event)
