"""The buttons at the foot of the panel: they give way to wide fonts, but are never cut."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.theme import Theme


class Foot(QWidget):
    """One row of buttons; where they are too wide the key cap goes, then the first takes a row."""

    def __init__(
        self, theme: Theme, buttons: Sequence[ActionButton], key: str, parent: QWidget | None = None
    ) -> None:
        """Build the row.

        Args:
            theme: Colours, sizes and fonts.
            buttons: the first is the one that acts.
            key: the key cap of the first.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._theme = theme
        self._buttons = tuple(buttons)
        self._key = key
        self._rows = 0
        self._grid = QGridLayout(self)
        space = theme.space
        self._grid.setContentsMargins(space.l, space.m, space.l, space.m)
        self._grid.setSpacing(theme.px(6))
        fixed = QSizePolicy.Policy.Fixed
        self._buttons[0].setSizePolicy(QSizePolicy.Policy.Expanding, fixed)
        self._place(rows=1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.arrange, Qt.ConnectionType.QueuedConnection)

    @property
    def rows(self) -> int:
        """How many rows the buttons take."""
        return self._rows

    @Slot()
    def arrange(self) -> None:
        """Choose what fits the width."""
        margins = self._grid.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        first = self._buttons[0]
        first.set_key(self._key)
        if self._needed() > room:
            first.set_key("")
        self._place(rows=1 if self._needed() <= room else 2)

    def _needed(self) -> int:
        gaps = self._grid.spacing() * (len(self._buttons) - 1)
        return sum(button.sizeHint().width() for button in self._buttons) + gaps

    def _place(self, rows: int) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        for button in self._buttons:
            self._grid.removeWidget(button)
        others = self._buttons[1:]
        if rows == 1:
            for column, button in enumerate(self._buttons):
                self._grid.addWidget(button, 0, column)
        else:
            self._grid.addWidget(self._buttons[0], 0, 0, 1, len(others))
            for column, button in enumerate(others):
                self._grid.addWidget(button, 1, column)
        for column in range(len(self._buttons)):
            self._grid.setColumnStretch(column, int(rows == 1 and column == 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold more or less."""
        super().resizeEvent(event)
        self.arrange()
