"""The right half beside Autotask: the connection test, filling in line by line."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.ui.settings.checklist import LineList
from bcautotask_gui.ui.settings.scrolled import Scrolled
from bcautotask_gui.ui.settings.state import Checklist
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.empty_state import EmptyState
from bcautotask_gui.ui.shared.labels import Hairline, Label, WrappingLabel
from bcautotask_gui.ui.theme import Theme


class ConnectionSide(QWidget):
    """Test connection, its lines, and Refresh reference data."""

    test_asked = Signal()
    cancel_asked = Signal()
    refresh_asked = Signal()
    validate_asked = Signal()
    copy_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._report = ""
        self.test = ActionButton(theme, self.tr("Test connection"), "plug")
        self.cancel = ActionButton(theme, self.tr("Cancel"))
        self.refresh = ActionButton(theme, self.tr("Refresh reference data"), "refresh")
        self.validate = ActionButton(theme, self.tr("Validate configuration"), "check-ring")
        self.copy = ActionButton(theme, self.tr("Copy report"), "copy", kind=Kind.FLAT)
        self.test.clicked.connect(self.test_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.refresh.clicked.connect(self.refresh_asked)
        self.validate.clicked.connect(self.validate_asked)
        self.copy.clicked.connect(self._copy)
        self._step = Label(theme, "", "small", "muted", tabular=True, elided=True)
        self._step.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.lead = WrappingLabel(theme, "", "small", "muted")
        self._none = EmptyState(theme, "plug", small=True)
        self._none.say(
            self.tr("Not tested yet"), self.tr("The test reads, and says what would stop a ticket.")
        )
        self.list = LineList(theme)
        self._lay_out()
        self.show_checklist(Checklist(step=self.tr("Not tested yet")))

    def _lay_out(self) -> None:
        theme = self._theme
        head = QHBoxLayout()
        head.setSpacing(theme.space.s)
        head.addWidget(Label(theme, self.tr("Connection"), "panel"))
        head.addWidget(self._step, 1)
        head.addWidget(self.cancel)
        head.addWidget(self.test)
        copied = QHBoxLayout()
        copied.setContentsMargins(theme.metrics.icon + theme.space.xs, theme.px(4), 0, 0)
        copied.addWidget(self.copy)
        copied.addStretch(1)
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, theme.space.s, 0)
        lines.setSpacing(0)
        lines.addWidget(self.list)
        lines.addLayout(copied)
        lines.addStretch(1)
        self._scrolled = Scrolled(theme, inner)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space.s)
        foot.addWidget(self.refresh)
        foot.addWidget(self.validate)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        edge = theme.px(22)
        layout.setContentsMargins(edge, theme.px(16), theme.px(14), theme.px(14))
        layout.setSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addWidget(self.lead)
        layout.addWidget(self._scrolled, 1)
        layout.addWidget(self._none, 1)
        layout.addWidget(Hairline(theme))
        layout.addSpacing(theme.px(6))
        layout.addLayout(foot)

    @property
    def step(self) -> str:
        """How far the test is, or how it ended."""
        return self._step.text()

    def show_checklist(self, checklist: Checklist) -> None:
        """Show the test as far as it has come."""
        self._report = checklist.report
        self._step.setText(checklist.step)
        self.cancel.setVisible(checklist.is_running)
        self.copy.setVisible(bool(checklist.lines) and not checklist.is_running)
        self.list.show_lines(checklist.lines)
        self._scrolled.setVisible(bool(checklist.lines))
        self._none.setVisible(not checklist.lines)
        reads_only = self.tr("Uses the values of the form, saved or not. Only reads.")
        self.lead.setText(reads_only)

    def allow(self, *, test_reason: str, refresh_reason: str) -> None:
        """Enable both acts, or say why not."""
        self.test.set_reason(test_reason)
        self.refresh.set_reason(refresh_reason)

    @Slot()
    def _copy(self) -> None:
        self.copy_requested.emit(self._report)
