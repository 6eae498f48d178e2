"""The field of a secret, which is written and never read back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.shared.fields import TextField
from bcautotask_gui.ui.theme import Theme


class SecretField(QWidget):
    """A secret that is written and never read back: it shows that one is saved, and takes another.

    Until `Replace…` is pressed nothing can be typed, so a saved secret is not lost by a slip.
    """

    edited = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Build the field.

        Args:
            theme: Colours, sizes and fonts.
            name: What the secret is called; the accessible name of the inner field.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._theme = theme
        self.field = TextField(theme)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(name)
        self.field.textEdited.connect(self._typed)
        self.replace = ActionButton(theme, self.tr("Replace…"))
        self.replace.setAccessibleName(self.tr("Replace {name}").format(name=name))
        self.replace.clicked.connect(self.start_typing)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space.s)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.replace)
        self.setFocusProxy(self.field)
        self.show_saved(saved=False)

    def show_saved(self, *, saved: bool) -> None:
        """Forget what was typed and show whether a secret is kept."""
        self.field.clear()
        self.field.setReadOnly(saved)
        self.field.setPlaceholderText("●" * 12 if saved else self.tr("Not set"))
        self.replace.setVisible(saved)

    @Slot()
    def start_typing(self) -> None:
        """Make room for another secret; the kept one stays until it is saved over."""
        self.field.setReadOnly(False)
        self.field.setPlaceholderText(self.tr("Type the new value"))
        self.replace.hide()
        self.field.setFocus()

    @property
    def typed(self) -> str:
        """What was typed and not yet taken over; empty if nothing."""
        return self.field.text()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self.edited.emit()
