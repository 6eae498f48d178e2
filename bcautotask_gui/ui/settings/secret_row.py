"""The field of a secret in the form: it is typed, replaced or forgotten, and never shown."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bcautotask_gui.ui.settings.wide_fields import WIDE
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.secret_field import SecretField
from bcautotask_gui.ui.theme import Theme


class FormSecret(QWidget):
    """A secret field with a way to forget what is stored."""

    typed = Signal(str)
    forget_asked = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.secret = SecretField(theme, name)
        self.secret.setMaximumWidth(theme.px(WIDE))
        self.secret.edited.connect(self._tell)
        self.forget = ActionButton(theme, self.tr("Forget"), kind=Kind.FLAT)
        self.forget.setAccessibleName(self.tr("Forget {name}").format(name=name))
        self.forget.clicked.connect(self.forget_asked)
        self.forget.hide()
        self.setFocusProxy(self.secret)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space.s)
        layout.addWidget(self.secret, 1)
        layout.addWidget(self.forget)
        layout.addStretch()
        self._shown: tuple[object, ...] = ()

    def sizeHint(self) -> QSize:
        """The width of the form's fields, and room for Forget while it is shown."""
        theme = self._theme
        is_alone = self.forget.isHidden()
        forget = 0 if is_alone else self.forget.sizeHint().width() + theme.space.s
        return QSize(theme.px(WIDE) + forget, theme.metrics.control)

    def show_state(self, place: object, *, kept: bool, typed: str, enabled: bool) -> None:
        """Show whether a secret is stored; what is being typed is left alone.

        Args:
            place: the environment; another one has another secret.
            kept: whether one is stored.
            typed: what is typed and not saved yet.
            enabled: whether the role may enter secrets.
        """
        if (place, kept) != self._shown or self.secret.typed != typed:
            self._shown = (place, kept)
            self.secret.show_saved(saved=kept)
            if typed:
                self.secret.field.setReadOnly(False)
                self.secret.field.setText(typed)
        self.secret.setEnabled(enabled)
        self.forget.setVisible(kept and enabled)
        self.updateGeometry()

    @Slot()
    def _tell(self) -> None:
        self.typed.emit(self.secret.typed)
