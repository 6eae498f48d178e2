"""The frame of every dialog: environment on top, heading, body, buttons at the foot."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.labels import Hairline, Label, WrappingLabel
from bcautotask_gui.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActDialog(QDialog):
    """A dialog with one blue button.

    Pressing it says `confirmed` and closes nothing: whoever opened the dialog closes it when
    the act is done. It is shown with `open()`, so nothing ever waits in it.
    """

    confirmed = Signal()
    help_page = ""
    """The key of the page that F1 opens here; empty for that of the tab behind it."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        strip: QWidget | None = None,
        parent: QWidget | None = None,
        *,
        enter_confirms: bool = True,
    ) -> None:
        """Build the frame.

        Args:
            theme: Colours, sizes and fonts.
            title: Of the window.
            strip: Where the act goes; None only for dialogs that write nothing to Autotask.
            parent: Qt's parent.
            enter_confirms: Whether Enter presses the blue button.
        """
        super().__init__(parent)
        self._theme = theme
        self._enter_confirms = enter_confirms
        self.setWindowTitle(title)
        self.setModal(True)
        self.heading = Label(theme, "", "title", elided=True)
        self.subheading = WrappingLabel(theme, "", "body", "muted")
        self.body = QVBoxLayout()
        """What the dialog is about goes here."""
        self.primary = ActionButton(theme, "", key="", kind=Kind.PRIMARY)
        self.primary.enter_presses = enter_confirms
        self.primary.clicked.connect(self.confirmed)
        self.cancel = ActionButton(theme, self.tr("Cancel"), key=self.tr("Esc"))
        self.cancel.clicked.connect(self.reject)
        self.hint = Label(theme, "", "small", "muted", elided=True)
        self.footer_left = QHBoxLayout()
        """Flat buttons at the left of the foot go here."""
        self._lay_out(strip)
        self.subheading.hide()
        self.primary.hide()

    def _lay_out(self, strip: QWidget | None) -> None:
        theme = self._theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if strip is not None:
            outer.addWidget(strip)
        ground = Panel(theme, "base", rounded=False)
        ground.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        inner = QVBoxLayout(ground)
        edge = theme.px(19)
        inner.setContentsMargins(edge, theme.px(17), edge, theme.px(15))
        inner.setSpacing(theme.px(3))
        inner.addWidget(self.heading)
        inner.addWidget(self.subheading)
        inner.addSpacing(theme.space.s)
        self.body.setSpacing(theme.space.s)
        inner.addLayout(self.body, 1)
        outer.addWidget(ground, 1)
        outer.addWidget(Hairline(theme))
        outer.addWidget(self._footer())

    def _footer(self) -> QWidget:
        theme = self._theme
        footer = Panel(theme, "window", rounded=False)
        row = QHBoxLayout(footer)
        row.setContentsMargins(theme.px(15), theme.px(13), theme.px(15), theme.px(13))
        row.setSpacing(theme.space.s)
        self.footer_left.setSpacing(theme.space.m)
        row.addLayout(self.footer_left)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.hint, 1)
        row.addSpacing(theme.space.xs)
        row.addWidget(self.cancel)
        row.addWidget(self.primary)
        return footer

    def say(self, heading: str, subheading: str = "") -> None:
        """The heading of the body, and a quiet line below it."""
        self.heading.setText(heading)
        self.subheading.setText(subheading)
        self.subheading.setVisible(bool(subheading))

    def set_primary(self, text: str, icon: str = "") -> None:
        """Name the blue button and show it."""
        self.primary.setText(text)
        self.primary.set_icon(icon)
        self.primary.set_key(self.tr("Enter") if self._enter_confirms else "")
        self.primary.show()

    def set_hint(self, text: str, token: str = "muted") -> None:
        """Say beside the buttons what is missing, such as "Blocked by 2 problems"."""
        self.hint.setText(text)
        self.hint.set_token(token)

    def block(self, reason: str) -> None:
        """Disable the blue button and say why, or enable it with an empty reason."""
        if reason and self.primary.hasFocus():
            self.setFocus()  # else Qt hands the keyboard, and Enter with it, to Cancel
        self.primary.set_kind(Kind.NORMAL if reason else Kind.PRIMARY)
        self.primary.set_reason(reason)

    def showEvent(self, event: QShowEvent) -> None:
        """Where nothing in the body asked for the keyboard, Enter is the blue button's."""
        super().showEvent(event)
        if self.focusWidget() is None:
            ready = self.primary.isVisibleTo(self) and self.primary.isEnabled()
            (self.primary if ready else self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the blue button if it lives and may be pressed so; Esc leaves."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        writing = isinstance(self.focusWidget(), QTextEdit | QPlainTextEdit)
        if self._enter_confirms and not writing:
            self._press_primary()

    @Slot()
    def _press_primary(self) -> None:
        if self.primary.isVisible() and self.primary.isEnabled():
            self.primary.click()
