"""The confirmation of what cannot be taken back lightly: a word has to be typed."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.fields import TextField
from bcautotask_gui.ui.shared.labels import Hairline, IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.theme import Theme


class TypedConfirmDialog(ActDialog):
    """The button lives once the word is typed; Enter never presses it."""

    help_page = "set-up"

    def __init__(
        self,
        theme: Theme,
        title: str,
        word: str,
        yes: tuple[str, str],
        no: str,
        strip: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog; `say` and `add_point` fill it.

        Args:
            theme: Colours, sizes and fonts.
            title: Of the window.
            word: Has to be typed, in these letters.
            yes: Text and icon of the button that does it.
            no: Text of the button that leaves all as it is.
            strip: How the other environment looks.
            parent: Qt's parent.
        """
        super().__init__(theme, title, strip, parent, enter_confirms=False)
        self._word = word
        self.field = TextField(theme)
        self.field.setFixedWidth(theme.px(216))
        label = Label(theme, self.tr("Type {word} to confirm").format(word=word), "name")
        label.setBuddy(self.field)
        self.field.setAccessibleName(label.text())
        self.field.textChanged.connect(self._typed)
        row = QHBoxLayout()
        row.setSpacing(theme.space.l)
        row.addWidget(label)
        row.addWidget(self.field)
        row.addStretch(1)
        self.body.addSpacing(theme.space.xs)
        self.body.addWidget(Hairline(theme))
        self.body.addSpacing(theme.space.xs)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.set_primary(*yes)
        self.cancel.setText(no)
        self._points = 0
        self._typed("")
        self.field.setFocus()

    def add_point(self, icon: str, sentence: str) -> None:
        """Add one thing that follows from saying yes."""
        row = QHBoxLayout()
        row.setSpacing(self._theme.space.s)
        row.addWidget(IconLabel(self._theme, icon))
        row.addWidget(WrappingLabel(self._theme, sentence), 1)
        self.body.insertLayout(self._points, row)
        self._points += 1

    @Slot(str)
    def _typed(self, text: str) -> None:
        missing = self.tr("Type {word} first").format(word=self._word)
        self.block("" if text.strip() == self._word else missing)
