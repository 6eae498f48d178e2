"""The quiet lines above the table: so many runs more, and the way to see them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.labels import IconLabel, Label
from bcautotask_gui.ui.theme import Theme


class NewRunsLine(QWidget):
    """As high as a row; hidden while nothing waits."""

    show_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence = Label(theme, token="info_text", weight=500)
        self.button = ActionButton(theme, self.tr("Show"), kind=Kind.FLAT)
        self.button.clicked.connect(self.show_requested)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.space.m, 0, theme.space.m, 0)
        layout.setSpacing(theme.space.s)
        layout.addWidget(IconLabel(theme, "info", "info_icon"))
        layout.addWidget(self._sentence)
        layout.addWidget(self.button)
        layout.addStretch(1)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def show_count(self, count: int) -> None:
        """Say that so many runs came in; 0 says nothing and takes no room."""
        one, many = self._words()
        text = one if count == 1 else many.format(n=self.locale().toString(count))
        self._sentence.setText(text)
        self.setAccessibleName(text if count else "")
        self.setVisible(bool(count))

    def _words(self) -> tuple[str, str]:
        """For one and for many."""
        return self.tr("1 new run."), self.tr("{n} new runs.")

    def _apply_theme(self) -> None:
        height = self._theme.metrics.row
        self.setFixedHeight(height)
        self.button.setFixedHeight(height - self._theme.px(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground of information, with the hairline of the rows below it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("info_ground"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("row_line"))


class OneJobLine(NewRunsLine):
    """Says that the runs of one job alone are listed, and leads back to the lines of jobs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.button.setText(self.tr("Back to all jobs"))
        self.button.set_key("\N{LEFTWARDS ARROW}")
        self.button.setToolTip(self.tr("Backspace"))

    def show_job(self, job: str) -> None:
        """Name the job; empty takes the line away."""
        text = self.tr("Runs of {job}").format(job=job) if job else ""
        self._sentence.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(job))


class FoundInMessagesLine(NewRunsLine):
    """Says how many more runs a search finds in the messages of objects."""

    def _words(self) -> tuple[str, str]:
        return self.tr("1 more found in messages."), self.tr("{n} more found in messages.")
