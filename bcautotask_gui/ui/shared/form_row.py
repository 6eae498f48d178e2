"""A line of a form: label with a dot when changed, the field, and what is to say about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.labels import IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.theme import Theme

LABEL_WIDTH = 168


class FormRow(QWidget):
    """Label, field, help text, and an error in place of the help while the value is broken."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        field: QWidget | QLayout,
        help_text: str = "",
        buddy: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the row.

        Args:
            theme: Colours, sizes and fonts.
            label: Names the field, also to screen readers.
            field: The field, or a layout of several.
            help_text: One quiet sentence below the field.
            buddy: Which widget the label names; the field itself if it is one.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._field = field
        self._help_text = help_text
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._label = Label(theme, label, "name", elided=True)
        named = buddy or (field if isinstance(field, QWidget) else None)
        if named is not None:
            self._label.setBuddy(named)
            if not named.accessibleName():
                named.setAccessibleName(label)
        self._dot = IconLabel(theme, "", "info_icon", size=theme.metrics.badge_icon)
        self._help = WrappingLabel(theme, help_text, "small", "muted")
        self._help.setVisible(bool(help_text))
        self._error_icon = IconLabel(
            theme, "circle-x", "failed_icon", size=theme.metrics.badge_icon
        )
        self._error = WrappingLabel(theme, "", "small_name", "failed_text")
        self._error_icon.hide()
        self._error.hide()
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        named = QWidget()
        named.setFixedWidth(theme.px(LABEL_WIDTH) + theme.space.s)  # the dot may use the gap
        head = QHBoxLayout(named)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme.px(3))
        head.addWidget(self._label)
        head.addWidget(self._dot)
        head.addStretch(1)
        error = QHBoxLayout()
        error.setSpacing(theme.px(5))
        error.addWidget(self._error_icon, 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self._error, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space.xs)
        grid.setVerticalSpacing(theme.space.xs)
        grid.setColumnStretch(1, 1)
        grid.addWidget(named, 0, 0)
        row = QHBoxLayout()
        if isinstance(self._field, QWidget):
            row.addWidget(self._field)
        else:
            row.addLayout(self._field)
        row.addStretch(1)
        grid.addLayout(row, 0, 1)
        grid.addLayout(error, 1, 1)
        grid.addWidget(self._help, 2, 1)

    def set_changed(self, *, changed: bool) -> None:
        """Show or take away the dot of an unsaved value."""
        words = self.tr("Not saved yet") if changed else ""
        self._dot.show_icon("dot" if changed else "", "info_icon", words)

    @property
    def is_changed(self) -> bool:
        """Whether the dot is shown."""
        return bool(self._dot.accessibleName())

    def set_error(self, sentence: str) -> None:
        """Say what is wrong with the value, or nothing; the field shows its red edge."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._error_icon.setVisible(bool(sentence))
        self._help.setVisible(bool(self._help_text) and not sentence)
        set_broken = getattr(self._field, "set_broken", None)
        if set_broken is not None:
            set_broken(broken=bool(sentence))

    def set_help(self, text: str) -> None:
        """Another help text."""
        self._help_text = text
        self._help.setText(text)
        self._help.setVisible(bool(text) and not self._error.text())

    def focus_field(self) -> None:
        """Give the keyboard to the field, where it can take it."""
        named = self._label.buddy()
        if named is not None and named.isEnabled():
            named.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def help(self) -> str:
        """The sentence below the field, or empty."""
        return self._help_text

    @property
    def error(self) -> str:
        """What is wrong, or empty."""
        return self._error.text()
