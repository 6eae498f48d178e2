"""A page of the form: heading, rows under each other, scrolled where the window is low."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from bcautotask_gui.ui.settings.form import labels
from bcautotask_gui.ui.settings.scrolled import Scrolled
from bcautotask_gui.ui.settings.state import FormState
from bcautotask_gui.ui.shared.form_row import FormRow
from bcautotask_gui.ui.shared.labels import Hairline, Label, WrappingLabel
from bcautotask_gui.ui.theme import Theme


class FormPage(Scrolled):
    """Says which value was edited; shows what it is told."""

    edited = Signal(str, object)
    """Name and new value."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._labels = labels()
        self.rows: dict[str, FormRow] = {}
        self.tells_problems = True
        """Off while a person has not come to the values yet; what is missing shows no red then."""
        inner = QWidget()
        self._layout = QVBoxLayout(inner)
        edge = theme.space.xl
        self._layout.setContentsMargins(edge, theme.px(20), edge, edge)
        self._layout.setSpacing(theme.px(14))
        self.subheading = WrappingLabel(theme, "", "small", "muted")
        head = QVBoxLayout()
        head.setSpacing(theme.px(3))
        self.heading = Label(theme, title, "panel")
        head.addWidget(self.heading)
        head.addWidget(self.subheading)
        self._layout.addLayout(head)
        self._layout.addSpacing(theme.px(4))
        self.show_inside(inner)

    def add_row(
        self,
        key: str,
        field: QWidget | QLayout,
        help_text: str = "",
        buddy: QWidget | None = None,
        label: str = "",
    ) -> FormRow:
        """Add the row of a value; the label names the field unless it has a name of its own."""
        row = FormRow(self._theme, label or self._labels[key], field, help_text, buddy)
        self.rows[key] = row
        self._layout.addWidget(row)
        return row

    @property
    def least_width(self) -> int:
        """In pixels; with less it scrolls sideways."""
        return self._layout.minimumSize().width()

    def add_line(self) -> None:
        """Add a hairline between two groups of rows."""
        self._layout.addWidget(Hairline(self._theme))

    def add_end(self) -> None:
        """Keep the rows together at the top."""
        self._layout.addStretch(1)

    def show_marks(self, state: FormState) -> None:
        """Show dots and errors."""
        for key, row in self.rows.items():
            row.set_changed(changed=key in state.changed)
            row.set_error(self._problems_of(state).get(key, ""))

    def _problems_of(self, state: FormState) -> Mapping[str, str]:
        return state.problems if self.tells_problems else {}
