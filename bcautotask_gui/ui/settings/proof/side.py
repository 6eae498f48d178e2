"""The right half beside Resolving and notes: Create a test ticket, and what such tickets showed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.ui.settings.checklist import LineList
from bcautotask_gui.ui.settings.scrolled import Scrolled
from bcautotask_gui.ui.settings.state import Line
from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.shared.labels import Hairline, Label, WrappingLabel
from bcautotask_gui.ui.theme import Theme


class ProofSide(QWidget):
    """Lines of the test that runs or ended last, then one line for each proof that is kept."""

    test_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.make = ActionButton(theme, self.tr("Create a test ticket"), "flask")
        self.cancel = ActionButton(theme, self.tr("Cancel"))
        self.cancel.hide()
        self.make.clicked.connect(self.test_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self._step = Label(theme, "", "small", "muted", elided=True)
        self._step.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        sentence = self.tr(
            "Makes one ticket in Sandbox, updates it, completes it, and reads it back each time. "
            "So it is known which status completes a ticket, and that an update changes nothing "
            "else."
        )
        self._sentence = WrappingLabel(theme, sentence, "small", "muted")
        self.list = LineList(theme)
        self.kept = LineList(theme)
        self._nothing = WrappingLabel(
            theme, self.tr("No test ticket was made yet."), "small", "muted"
        )
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._theme
        head = QHBoxLayout()
        head.setSpacing(theme.space.s)
        head.addWidget(Label(theme, self.tr("Test ticket"), "panel"))
        head.addWidget(self._step, 1)
        head.addWidget(self.cancel)
        head.addWidget(self.make)
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, theme.space.s, 0)
        lines.setSpacing(theme.px(6))
        lines.addWidget(self.list)
        lines.addSpacing(theme.px(8))
        lines.addWidget(Label(theme, self.tr("Shown so far"), "section"))
        lines.addWidget(self._nothing)
        lines.addWidget(self.kept)
        lines.addStretch(1)
        layout = QVBoxLayout(self)
        edge = theme.px(22)
        layout.setContentsMargins(edge, theme.px(16), theme.px(14), theme.px(14))
        layout.setSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addWidget(self._sentence)
        layout.addWidget(Hairline(theme))
        layout.addWidget(Scrolled(theme, inner), 1)

    def show_lines(self, lines: tuple[Line, ...], step: str, *, is_running: bool) -> None:
        """Show a test as far as it has come."""
        self._step.setText(step)
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.cancel.setVisible(is_running)

    def show_kept(self, lines: tuple[Line, ...]) -> None:
        """Show what is remembered."""
        self.kept.show_lines(lines)
        self.kept.setVisible(bool(lines))
        self._nothing.setVisible(not lines)

    @property
    def step(self) -> str:
        """How far the test is, or how it ended."""
        return self._step.text()
