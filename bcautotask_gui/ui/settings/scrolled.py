"""A part of a page that scrolls where the window is too low for it, on the ground behind it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from bcautotask_gui.ui.shared.slim_scroll_bar import SlimScrollBar
from bcautotask_gui.ui.theme import Theme


class Scrolled(QScrollArea):
    """Shows a widget as wide as there is room; nothing of it gets a ground of its own."""

    def __init__(
        self, theme: Theme, inner: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for orientation, place in (
            (Qt.Orientation.Vertical, self.setVerticalScrollBar),
            (Qt.Orientation.Horizontal, self.setHorizontalScrollBar),
        ):
            place(SlimScrollBar(theme, orientation, self, ground=""))
        self.viewport().setAutoFillBackground(False)
        if inner is not None:
            self.show_inside(inner)

    def show_inside(self, inner: QWidget) -> None:
        """Scroll this widget."""
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # setting the widget turned it on
