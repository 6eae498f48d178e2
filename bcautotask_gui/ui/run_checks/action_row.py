"""The buttons of the acts on runs, and the Run menu that holds all of them."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.theme import Theme

_ALWAYS = 2
"""So many buttons stay in the narrowest window."""


class ActionRow(QWidget):
    """Where it gets narrow, key caps give way first, then buttons from the end.

    What gave way is still in the Run menu, which always stays.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[tuple[ActionButton, str]] = []
        self._taken_away: set[ActionButton] = set()
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.more = ActionButton(theme, self.tr("Run"), "chevron-down")
        self.more.setAccessibleName(self.tr("Run menu"))
        self.more.clicked.connect(self._open_menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space.s)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, button: ActionButton, key: str) -> None:
        """Add a button before the menu, with the key cap that it has where there is room."""
        button.set_key(key)
        self._row.insertWidget(len(self._buttons), button)
        self._buttons.append((button, key))

    def allow(self, button: ActionButton, *, allowed: bool) -> None:
        """Take a button away that may not be used at all now, or put it back."""
        if allowed == self._is_allowed(button):
            return
        if allowed:
            self._taken_away.discard(button)
        else:
            self._taken_away.add(button)
            button.hide()
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for everything."""
        shown = [pair for pair in self._buttons if self._is_allowed(pair[0])]
        return QSize(self._width(shown, capped=True), self._theme.metrics.control)

    def minimumSizeHint(self) -> QSize:
        """Room for the first buttons without their caps, and the menu."""
        shown = [pair for pair in self._buttons if self._is_allowed(pair[0])][:_ALWAYS]
        return QSize(self._width(shown, capped=False), self._theme.metrics.control)

    def _is_allowed(self, button: ActionButton) -> bool:
        return button not in self._taken_away

    def _width(self, pairs: list[tuple[ActionButton, str]], *, capped: bool) -> int:
        widths = [button.width_with(key if capped else "") for button, key in pairs]
        return sum(widths) + self.more.sizeHint().width() + len(widths) * self._theme.space.s

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A button that became wider or was taken away changes the room of the others."""
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return answer

    def _fit(self) -> None:
        allowed = [pair for pair in self._buttons if self._is_allowed(pair[0])]
        room = self.width()
        capped = self._width(allowed, capped=True) <= room
        count = len(allowed)
        while not capped and count > _ALWAYS:
            if self._width(allowed[:count], capped=False) <= room:
                break
            count -= 1
        for place, (button, key) in enumerate(allowed):
            button.set_key(key if capped else "")
            if button.isHidden() == (place < count):
                button.setVisible(place < count)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
