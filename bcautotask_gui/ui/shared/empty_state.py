"""What stands in an empty list: what is done, then where to go next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.shared.labels import IconLabel, Label
from bcautotask_gui.ui.theme import Theme


class EmptyState(QWidget):
    """Icon, heading, sentence and buttons in the middle of the room there is."""

    def __init__(
        self,
        theme: Theme,
        icon: str = "list",
        token: str = "muted",
        parent: QWidget | None = None,
        *,
        small: bool = False,
    ) -> None:
        """Build it; `say` fills it.

        Args:
            theme: Colours, sizes and fonts.
            icon: Name of the icon.
            token: Its colour.
            parent: Qt's parent.
            small: For a side panel: a quieter heading.
        """
        super().__init__(parent)
        self._theme = theme
        self._icon = IconLabel(theme, icon, token, size=theme.px(24 if small else 38))
        role, colour = ("name", "muted") if small else ("title", "text")
        self._heading = Label(theme, "", role, colour, elided=True)
        self._sentence = Label(theme, "", "body", "muted", elided=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.space.s)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space.s)
        layout.addStretch(3)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(theme.space.xs)
        for label in (self._heading, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addSpacing(theme.space.s)
        layout.addLayout(self._buttons)
        layout.addStretch(5)

    def say(self, heading: str, sentence: str = "", icon: str = "", token: str = "muted") -> None:
        """Another heading and sentence, and another icon if one is named."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        if icon:
            self._icon.show_icon(icon, token)
        self.setAccessibleName(" ".join(part for part in (heading, sentence) if part))

    def set_buttons(self, buttons: Sequence[ActionButton]) -> None:
        """The ways on, from the likeliest to the rarest."""
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons.addStretch(1)
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
