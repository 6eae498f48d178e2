"""The line above the bar: what kept the settings from being saved, and the way out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.notice import Notice
from bcautotask_gui.ui.theme import Theme


class TroubleLine(Notice):
    """A notice with one way out of its own, such as Reload."""

    way_out_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.way_out = ActionButton(theme, "", kind=Kind.FLAT)
        self.way_out.clicked.connect(self.way_out_asked)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.way_out)
        self.way_out.hide()

    def tell(self, sentence: str, details: str = "", way_out: str = "") -> None:
        """Show a sentence with its way out.

        Args:
            sentence: what is, then what to do.
            details: what Copy details copies.
            way_out: the text of the button, or none.
        """
        self.say(sentence, details=details)
        self.way_out.setText(way_out)
        self.way_out.setAccessibleName(way_out)
        self.way_out.setVisible(bool(way_out))
