"""The buttons of the acts on runs, and the Run menu that holds all of them."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.theme import Theme

_ALWAYS = 2
"""So many places stay in the narrowest window."""


class ActionRow(QWidget):
    """Where it gets narrow, key caps give way first, then buttons from the end, the last one last.

    What gave way is still in the Run menu, which always stays. Each button keeps the width that it
    has when it is the blue one, so that none moves under the pointer when the selection changes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._places: list[dict[ActionButton, str]] = []
        self._taken_away: set[ActionButton] = set()
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.more = ActionButton(theme, self.tr("Run"), "chevron-down")
        self.more.setAccessibleName(self.tr("Run menu"))
        self.more.clicked.connect(self._open_menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space.s)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)

    def add(self, keys: dict[ActionButton, str]) -> None:
        """Add a place before the menu.

        Args:
            keys: the buttons of the place, of which one at most is allowed at a time, each with
                the key cap that it has where there is room.
        """
        for button in keys:
            self._row.insertWidget(self._row.count() - 2, button)
        self._places.append(keys)

    def allow(self, button: ActionButton, *, allowed: bool) -> None:
        """Take a button away that may not be used at all now, or put it back."""
        if allowed == (button not in self._taken_away):
            return
        if allowed:
            self._taken_away.discard(button)
        else:
            self._taken_away.add(button)
            button.hide()
        self.updateGeometry()
        self._fit()

    @property
    def _allowed(self) -> list[dict[ActionButton, str]]:
        return [keys for keys in self._places if not self._taken_away.issuperset(keys)]

    def _place_width(self, keys: dict[ActionButton, str], *, capped: bool) -> int:
        return max(
            button.width_with(key if capped else "", as_primary=True)
            for button, key in keys.items()
        )

    def _width(self, places: list[dict[ActionButton, str]], *, capped: bool) -> int:
        widths = [self._place_width(keys, capped=capped) for keys in places]
        return sum(widths) + self.more.sizeHint().width() + len(widths) * self._theme.space.s

    def sizeHint(self) -> QSize:
        """Room for everything."""
        return QSize(self._width(self._allowed, capped=True), self._theme.metrics.control)

    def minimumSizeHint(self) -> QSize:
        """Room for the first buttons without their caps, and the menu."""
        first = self._allowed[:_ALWAYS]
        return QSize(self._width(first, capped=False), self._theme.metrics.control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        places, room = self._allowed, self.width()
        capped = self._width(places, capped=True) <= room
        shown = list(places)
        while len(shown) > _ALWAYS and not capped and self._width(shown, capped=False) > room:
            # the last is pressed most often: it goes when there is no other left to go
            del shown[-2 if len(shown) > _ALWAYS + 1 else -1]
        for keys in places:
            width = self._place_width(keys, capped=capped)
            for button, key in keys.items():
                button.set_key(key if capped else "")
                button.setFixedWidth(width)
                button.setVisible(keys in shown and button not in self._taken_away)

    @Slot()
    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
