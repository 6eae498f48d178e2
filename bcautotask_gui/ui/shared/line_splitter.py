"""A splitter whose handle is a hairline."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from bcautotask_gui.ui.theme import Theme


class LineSplitter(QSplitter):
    """Two panes with a line between them; Qt lets the line be caught a few pixels beside it."""

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self.setHandleWidth(1)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802
        """A handle that paints the line."""
        return _Line(self._theme, self.orientation(), self)


class _Line(QSplitterHandle):
    def __init__(self, theme: Theme, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One pixel of line in the middle of what can be caught."""
        painter = QPainter(self)
        rect = self.contentsRect()
        if self.orientation() == Qt.Orientation.Horizontal:
            rect.setLeft(rect.center().x())
            rect.setWidth(1)
        else:
            rect.setTop(rect.center().y())
            rect.setHeight(1)
        painter.fillRect(rect, self._theme.colour("line"))
