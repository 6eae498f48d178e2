"""The steps of an act on a ticket: each line has its state, its title and what was found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.connection import Check, CheckState
from bcautotask_gui.ui.shared.badges import CHECK_BADGES, LOOKS, badge_word
from bcautotask_gui.ui.shared.labels import Hairline, IconLabel, Label
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme


class StepLine(QWidget):
    """Icon, title, and a word at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(theme, "")
        self._title = Label(theme, "", "name")
        self._value = Label(theme, "", "small", "muted", tabular=True, elided=True)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(5), 0, theme.px(5))
        row.setSpacing(theme.space.s)
        row.addWidget(self._icon)
        row.addWidget(self._title)
        row.addWidget(self._value, 1)

    def show_step(self, check: Check) -> None:
        """Show a step as it stands now; why it failed is told elsewhere, in full."""
        badge = CHECK_BADGES[check.state]
        look = LOOKS[badge]
        word = badge_word(badge)
        self._icon.show_icon(look.icon, look.icon_token, word)
        self._title.setText(told(check.title))
        self._title.set_token(look.text_token)
        failed = check.state is CheckState.FAILED
        self._value.setText(self.tr("Failed") if failed else told(check.value))
        self._value.set_token("failed_text" if failed else "muted")
        spoken = (told(check.title), word, told(check.value))
        self.setAccessibleName(". ".join(part for part in spoken if part))


class StepList(QWidget):
    """Steps with hairlines between them; a step that is there already changes in place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.steps: tuple[Check, ...] = ()
        """As shown."""
        self._lines: dict[str, StepLine] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_steps(self, steps: tuple[Check, ...]) -> None:
        """Show these steps."""
        self.steps = steps
        if tuple(self._lines) != tuple(step.key for step in steps):
            self._rebuild(steps)
        for step in steps:
            self._lines[step.key].show_step(step)

    def _rebuild(self, steps: tuple[Check, ...]) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = {}
        for place, step in enumerate(steps):
            if place:
                self._layout.addWidget(Hairline(self._theme, self))
            line = self._lines[step.key] = StepLine(self._theme, self)
            self._layout.addWidget(line)
