"""The steps at the side: which there are, which is open, and which are done."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bcautotask_gui.ui.shared.icons import draw_icon
from bcautotask_gui.ui.shared.labels import Label, WrappingLabel
from bcautotask_gui.ui.theme import Theme

WIDTH = 236


class StepLine(QWidget):
    """Number or check in a ring, and the title."""

    def __init__(self, theme: Theme, number: int, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._number, self._title = number, title
        self._is_open = self._is_done = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_state(self, *, is_open: bool, is_done: bool) -> None:
        """Show whether this is the step in view, or one that is done."""
        self._is_open, self._is_done = is_open, is_done
        state = self.tr("now") if is_open else self.tr("done") if is_done else self.tr("to come")
        self.setAccessibleName(f"{self._number}. {self._title}: {state}")
        self.update()

    def sizeHint(self) -> QSize:
        """One line with air."""
        return QSize(self._theme.px(180), self._theme.px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ring, number or check, title."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        side = theme.px(22)
        ring = QRectF(theme.px(1), (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        done = self._is_done and not self._is_open
        edge = "accent" if self._is_open else "good_icon" if done else "edge"
        painter.setPen(theme.colour(edge))
        painter.setBrush(theme.colour("accent") if self._is_open else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if done:
            size = theme.metrics.badge_icon
            at = ring.center()
            left, top = round(at.x() - size / 2), round(at.y() - size / 2)
            draw_icon(painter, theme, "check", "good_icon", left, top, size)
        else:
            painter.setFont(theme.font("caption_strong"))
            painter.setPen(theme.colour("accent_text" if self._is_open else "muted"))
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))
        weight = 600 if self._is_open else 400
        painter.setFont(theme.font("body", weight))
        painter.setPen(theme.colour("text" if self._is_open or done else "muted"))
        room = self.rect().adjusted(side + theme.px(11), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._title)


class StepList(QWidget):
    """All steps under each other, with a word about leaving at the foot."""

    def __init__(
        self, theme: Theme, titles: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedWidth(theme.px(WIDTH))
        self.lines = tuple(StepLine(theme, at, title) for at, title in enumerate(titles, 1))
        layout = QVBoxLayout(self)
        edge = theme.px(22)
        layout.setContentsMargins(edge, theme.px(24), theme.space.m, edge)
        layout.setSpacing(0)
        layout.addWidget(Label(theme, self.tr("Set up"), "small", "muted", weight=600))
        layout.addSpacing(theme.px(6))
        for line in self.lines:
            layout.addWidget(line)
        layout.addStretch(1)
        sentence = self.tr("About 10 minutes. You can stop after any step and go on later.")
        layout.addWidget(WrappingLabel(theme, sentence, "small", "muted"))

    def show_step(self, place: int) -> None:
        """Show where the set-up is."""
        for at, line in enumerate(self.lines):
            line.show_state(is_open=at == place, is_done=at < place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line at the right."""
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))
