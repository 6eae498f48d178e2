"""Boxes that set something apart: notices inside a page, quiet grounds for fixed text, cards."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from bcautotask_gui.ui.theme import Theme


class Panel(QFrame):
    """A ground with an optional rounded edge; what lies in it is its layout's business."""

    def __init__(
        self,
        theme: Theme,
        ground: str,
        edge: str = "",
        parent: QWidget | None = None,
        *,
        rounded: bool = True,
    ) -> None:
        """Build the panel.

        Args:
            theme: Colours and radii.
            ground: Colour by name, such as "base" or "code".
            edge: Colour of the edge, or none.
            parent: Qt's parent.
            rounded: Round corners; a panel that fills its place has none.
        """
        super().__init__(parent)
        self._theme = theme
        self._ground, self._edge, self._rounded = ground, edge, rounded
        theme.changed.connect(self.update)

    def set_colours(self, ground: str, edge: str = "") -> None:
        """Another ground and edge."""
        self._ground, self._edge = ground, edge
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and edge."""
        painter = QPainter(self)
        theme = self._theme
        if not self._rounded:
            painter.fillRect(self.rect(), theme.colour(self._ground))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.colour(self._edge) if self._edge else Qt.PenStyle.NoPen
        painter.setPen(edge)
        painter.setBrush(theme.colour(self._ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = theme.metrics.box_radius
        painter.drawRoundedRect(box, radius, radius)
