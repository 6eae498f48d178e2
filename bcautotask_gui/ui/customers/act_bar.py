"""The buttons above the customers, in a row that loses one where it gets narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.theme import Theme


class ActBar(QWidget):
    """Rather than cut words off, the button whose act is in the table's menu as well gives way."""

    def __init__(
        self,
        theme: Theme,
        left: Sequence[ActionButton],
        right: Sequence[ActionButton],
        gives_way: ActionButton,
        parent: QWidget | None = None,
    ) -> None:
        """Build the row.

        Args:
            theme: Colours, sizes and fonts.
            left: From the left edge on.
            right: At the right edge.
            gives_way: One of the left ones.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._buttons = (*left, *right)
        self._gives_way = gives_way
        self._is_allowed = True
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space.s)
        for button in left:
            self._row.addWidget(button)
        self._row.addStretch(1)
        for button in right:
            self._row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def allow(self, *, allowed: bool) -> None:
        """Whether the button that may give way is there at all."""
        self._is_allowed = allowed
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Another text, or a button that came or went, needs other room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold more or fewer."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [each for each in self._buttons if each is self._gives_way or not each.isHidden()]
        needed = sum(each.sizeHint().width() + self._row.spacing() for each in shown)
        self._gives_way.setVisible(self._is_allowed and needed <= self.width())
