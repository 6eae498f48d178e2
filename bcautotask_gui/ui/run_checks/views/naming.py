"""The dialog that asks for the name of an own view."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from bcautotask_gui.ui.run_checks.filters import Chosen
from bcautotask_gui.ui.run_checks.views.own_views import NAME_LIMIT
from bcautotask_gui.ui.run_checks.views.words import chosen_words
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.fields import TextField
from bcautotask_gui.ui.shared.labels import Label, WrappingLabel
from bcautotask_gui.ui.theme import Theme


class NamingDialog(ActDialog):
    """Says what the view holds, and takes a name for it."""

    help_page = "morning"
    named = Signal(str)

    def __init__(
        self,
        theme: Theme,
        chosen: Chosen,
        taken: frozenset[str],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            theme: Colours, sizes and fonts.
            chosen: what the view shows.
            taken: names of other views, in small letters.
            name: the name so far; empty for a new view.
            parent: Qt's parent.
        """
        title = self.tr("Rename view") if name else self.tr("Save view")
        super().__init__(theme, title, parent=parent)
        self._taken = taken
        self.say(title, self.tr("Kept for you on this workstation."))
        self.name = TextField(theme, name)
        self.name.setMaxLength(NAME_LIMIT)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.textChanged.connect(self._judge)
        label = Label(theme, self.tr("Name"), "name")
        label.setBuddy(self.name)
        self._warning = WrappingLabel(theme, "", "small", "warning_text")
        for widget in (
            WrappingLabel(theme, chosen_words(chosen), "small", "muted"),
            label,
            self.name,
            self._warning,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.set_primary(self.tr("Rename") if name else self.tr("Save"))
        self.confirmed.connect(self._confirm)
        self.resize(theme.px(420), theme.px(250))
        self.name.selectAll()
        self.name.setFocus()
        self._judge()

    @Slot()
    def _judge(self) -> None:
        name = self.name.text().strip()
        self.block("" if name else self.tr("Enter a name first."))
        is_taken = name.casefold() in self._taken
        warning = self.tr("A view of this name is replaced.") if is_taken else ""
        self._warning.setText(warning)

    @Slot()
    def _confirm(self) -> None:
        self.named.emit(self.name.text().strip())
        self.accept()
