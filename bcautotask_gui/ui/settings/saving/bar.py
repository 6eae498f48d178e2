"""The bar at the foot of the form: what is not saved yet, what stops saving, and Save settings."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bcautotask_gui.ui.settings.state import BarState
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.labels import IconLabel, Label
from bcautotask_gui.ui.theme import Theme


class SaveBar(QWidget):
    """Names the changes, and is quiet without any."""

    save_asked = Signal()
    discard_asked = Signal()
    show_asked = Signal()
    """Lead to the first value that stops saving."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = IconLabel(theme, "")
        self._sentence = Label(theme, "", "name", elided=True)
        self.show_broken = ActionButton(theme, self.tr("Show"), kind=Kind.FLAT)
        self.discard = ActionButton(theme, self.tr("Discard changes"))
        self.save = ActionButton(
            theme, self.tr("Save settings"), key=self.tr("Ctrl+S"), kind=Kind.PRIMARY
        )
        self.show_broken.clicked.connect(self.show_asked)
        self.discard.clicked.connect(self.discard_asked)
        self.save.clicked.connect(self.save_asked)
        layout = QHBoxLayout(self)
        side = theme.space.xl
        layout.setContentsMargins(side, theme.px(12), theme.px(20), theme.px(12))
        layout.setSpacing(theme.space.s)
        layout.addWidget(self._icon)
        layout.addWidget(self._sentence)
        layout.addWidget(self.show_broken)
        layout.addStretch(1)
        layout.addWidget(self.discard)
        layout.addWidget(self.save)
        self.show_state(BarState())

    @property
    def sentence(self) -> str:
        """What the bar says."""
        return self._sentence.text()

    def show_state(self, state: BarState) -> None:
        """Show what is not saved yet, and what stops saving."""
        icon, token, sentence = self._words(state)
        self._icon.show_icon(icon, token)
        self._icon.setVisible(bool(icon))
        self._sentence.setText(sentence)
        self._sentence.set_token("text" if sentence and (state.changed or state.busy) else "muted")
        self.show_broken.setVisible(bool(state.stopping and state.changed))
        unchanged = self.tr("Nothing was changed.")
        self.discard.set_reason(state.busy or ("" if state.changed else unchanged))
        reason = state.busy
        if not reason and not state.changed:
            reason = unchanged
        elif not reason and state.stopping:
            reason = sentence
        self.save.set_reason(reason)
        self.save.set_kind(Kind.NORMAL if reason else Kind.PRIMARY)

    def _words(self, state: BarState) -> tuple[str, str, str]:
        if state.busy:
            return "ring", "info_icon", state.busy
        if not state.changed:
            return "", "muted", self.tr("All changes are saved.")
        if state.stopping:
            one, more = (
                self.tr("1 value stops saving: {names}"),
                self.tr("{n} values stop saving: {names}"),
            )
            text = one if len(state.stopping) == 1 else more
            names = ", ".join(state.stopping)
            sentence = text.format(n=len(state.stopping), names=names)
            return "circle-x", "failed_icon", sentence
        one, more = self.tr("1 unsaved change: {names}"), self.tr("{n} unsaved changes: {names}")
        text = one if len(state.changed) == 1 else more
        names = ", ".join(state.changed)
        return "dot", "info_icon", text.format(n=len(state.changed), names=names)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, self._theme.colour("line"))
