"""The sentence at the left of the status bar: how the last act ended."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.labels import IconLabel, Label
from bcautotask_gui.ui.shared.notice import Tone
from bcautotask_gui.ui.theme import Theme


class Outcome(QWidget):
    """Icon and sentence; the label is found as `Outcome`, its description is the sentence."""

    copy_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self._details = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._icon = IconLabel(theme, "", "good_icon")
        self.label = Label(theme, "", "small", weight=500, elided=True)
        self.label.setObjectName("outcome")
        self._copy = QAction(self)
        self._name_all()
        self._copy.triggered.connect(self._ask_to_copy)
        self.addAction(self._copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(self._icon)
        layout.addWidget(self.label, 1)
        self._icon.hide()

    def _name_all(self) -> None:
        self.label.setAccessibleName(self.tr("Outcome"))
        self._copy.setText(self.tr("Copy"))

    def changeEvent(self, event: QEvent) -> None:
        """It outlives the pages, and so the language that it was made in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_all()

    @property
    def sentence(self) -> str:
        """What it says now."""
        return self._sentence

    def say(self, sentence: str, tone: Tone = Tone.GOOD, details: str = "") -> None:
        """Say how an act ended.

        Args:
            sentence: For the person.
            tone: Picks the icon.
            details: Copied along with the sentence, such as the correlation id.
        """
        self._sentence, self._details = sentence, details
        self._icon.show_icon(tone.icon, f"{tone.family}_icon")
        self._icon.setVisible(bool(sentence))
        self._show(sentence)

    def say_running(self, sentence: str) -> None:
        """Say what is under way."""
        self._sentence, self._details = sentence, ""
        self._icon.show_icon("ring", "info_icon")
        self._icon.setVisible(True)
        self._show(sentence)

    def show_hint(self, hint: str) -> None:
        """Show a hint, such as why a button is disabled; an empty one brings the sentence back."""
        self.label.setText(hint or self._sentence)

    def _show(self, sentence: str) -> None:
        self.label.setText(sentence)
        self.label.setAccessibleDescription(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.label, sentence))

    @Slot()
    def _ask_to_copy(self) -> None:
        parts = (self._sentence, self._details)
        self.copy_requested.emit("\n".join(part for part in parts if part))
