"""A failure in the narrow panel: the whole sentence, with Retry and Copy details below it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.labels import IconLabel, WrappingLabel
from bcautotask_gui.ui.theme import Theme


class Problem(QWidget):
    """Hidden until it has something to say; wraps where a notice would cut its sentence."""

    retry_requested = Signal()
    copy_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._details = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sentence = WrappingLabel(theme, "", "small_name", "failed_text", selectable=True)
        self.retry = ActionButton(theme, self.tr("Retry"), "refresh", kind=Kind.FLAT)
        self.copy = ActionButton(theme, self.tr("Copy details"), "copy", kind=Kind.FLAT)
        self.retry.clicked.connect(self.retry_requested)
        self.copy.clicked.connect(self._copy)
        told = QHBoxLayout()
        told.setSpacing(theme.space.s)
        sign = IconLabel(theme, "circle-x", "failed_icon")
        told.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._sentence, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(sign.sizeHint().width() + theme.space.xs, 0, 0, 0)
        buttons.setSpacing(theme.space.s)
        buttons.addWidget(self.retry)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.space.l, theme.space.s, theme.space.l, theme.px(2))
        layout.setSpacing(theme.px(2))
        layout.addLayout(told)
        layout.addLayout(buttons)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says; empty while it is hidden."""
        return self._sentence.text()

    def say(self, sentence: str, *, details: str, retry: bool) -> None:
        """Show a sentence.

        Args:
            sentence: what is, then what to do.
            details: what Copy details copies.
            retry: whether there is a Retry button.
        """
        self._details = details
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.retry.setVisible(retry)
        self.show()

    @Slot()
    def clear(self) -> None:
        """Say nothing and take no room."""
        self._sentence.setText("")
        self.hide()

    @Slot()
    def _copy(self) -> None:
        self.copy_requested.emit(self._details)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of a failure."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("failed_ground"))
