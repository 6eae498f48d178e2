"""The one door for questions, messages, the browser and the clipboard."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.labels import WrappingLabel
from bcautotask_gui.ui.theme import Theme

Then = Callable[[], None]


class Messages(Protocol):
    """What anyone who has something to ask or to tell may do."""

    def ask(
        self, title: str, sentence: str, yes_text: str, then: Then, *, loses: bool = False
    ) -> None:
        """Ask; `then` is called if, and when, the person says yes.

        Args:
            title: the question.
            sentence: what it is about.
            yes_text: the verb of the button.
            then: what yes does.
            loses: whether yes throws work away, so that Enter alone must not say it.
        """

    def tell(self, title: str, sentence: str, details: str = "") -> None:
        """Tell something that must not be missed; details can be copied."""

    def open_url(self, url: str) -> None:
        """Open an address in the person's browser."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""


class WindowMessages:
    """Asks and tells in dialogs over a window; nothing waits for them."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        self._theme = theme
        self._window = window

    def ask(
        self, title: str, sentence: str, yes_text: str, then: Then, *, loses: bool = False
    ) -> None:
        """Ask; `then` is called after the dialog closed with yes."""
        dialog = self._dialog(title, sentence, enter_confirms=not loses)
        dialog.set_primary(yes_text)
        dialog.confirmed.connect(dialog.accept)
        dialog.accepted.connect(then)
        dialog.open()

    def tell(self, title: str, sentence: str, details: str = "") -> None:
        """Tell; the person closes it."""
        dialog = self._dialog(title, sentence)
        dialog.cancel.hide()
        dialog.set_primary(QCoreApplication.translate("Messages", "Close"))
        dialog.confirmed.connect(dialog.reject)
        if details:
            text = QCoreApplication.translate("Messages", "Copy details")
            copy = ActionButton(self._theme, text, "copy", kind=Kind.FLAT)
            copy.clicked.connect(lambda: self.copy(details))
            dialog.footer_left.addWidget(copy)
        dialog.open()

    def open_url(self, url: str) -> None:
        """Open an address in the person's browser."""
        QDesktopServices.openUrl(QUrl(url))

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def _dialog(self, title: str, sentence: str, *, enter_confirms: bool = True) -> ActDialog:
        dialog = ActDialog(self._theme, title, parent=self._window, enter_confirms=enter_confirms)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.say(title)
        dialog.body.addWidget(WrappingLabel(self._theme, sentence, selectable=True))
        dialog.body.addStretch(1)
        dialog.setMinimumWidth(self._theme.px(460))
        return dialog
