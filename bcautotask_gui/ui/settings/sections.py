"""The sections at the left: which there are, which is open, and where something is broken."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from bcautotask_gui.ui.shared.focus_ring import paint_ring
from bcautotask_gui.ui.shared.icons import draw_icon
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.theme import Theme

WIDTH = 236


@dataclass(frozen=True)
class Section:
    """One section, under a heading that it shares with its neighbours."""

    key: str
    heading: str
    title: str
    icon: str


class SectionButton(QAbstractButton):
    """Icon, title, and a mark where a value of the section stops saving."""

    def __init__(self, theme: Theme, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.section = section
        self._broken = False
        self.setCheckable(True)
        # one of several: a screen reader calls it a radio button instead of a check box
        self.setAutoExclusive(True)
        self.setText(section.title)
        self.setAccessibleName(section.title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_broken(self, *, broken: bool) -> None:
        """Show the mark, or take it away."""
        self._broken = broken
        words = self.tr("A value here stops saving.") if broken else ""
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    @property
    def broken(self) -> bool:
        """Whether the mark is shown."""
        return self._broken

    def sizeHint(self) -> QSize:
        """As high as a control, and wide enough for the title while it is chosen."""
        theme = self._theme
        words = theme.font_metrics("body", 600).horizontalAdvance(self.text())
        wide = theme.px(10) + theme.metrics.icon + theme.px(8) + words + theme.px(8)
        return QSize(max(theme.px(180), wide), theme.metrics.control)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground of the chosen one, icon, title, mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, chosen = self._theme, self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection" if chosen else "selection_idle"))
            radius = theme.metrics.radius
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        size = theme.metrics.icon
        top = (self.height() - size) // 2
        token = "link" if chosen else "muted"
        draw_icon(painter, theme, self.section.icon, token, theme.px(10), top, size)
        painter.setPen(theme.colour("text"))
        weight = 600 if chosen else 500
        painter.setFont(theme.font("body", weight))
        right = theme.px(34 if self._broken else 8)
        room = self.rect().adjusted(theme.px(10) + size + theme.px(8), 0, -right, 0)
        shown = theme.elide(self.text(), room.width(), theme.font_metrics("body", weight))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if self._broken:
            left = self.width() - theme.px(10) - size
            draw_icon(painter, theme, "triangle-warning", "warning_icon", left, top, size)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), theme, theme.metrics.radius)


class SectionList(QWidget):
    """The sections under their headings; Up and Down choose the neighbour."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, sections: tuple[Section, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Sections"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, SectionButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(10), theme.px(14), theme.px(10), theme.space.m)
        layout.setSpacing(theme.px(4))
        heading = ""
        for section in sections:
            if section.heading != heading:
                if heading:
                    layout.addSpacing(theme.px(10))
                heading = section.heading
                label = Label(theme, heading, "small", "muted", weight=600)
                label.setContentsMargins(theme.px(10), 0, 0, theme.px(2))
                layout.addWidget(label)
            button = self._buttons[section.key] = SectionButton(theme, section, self)
            self._group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        self.setFixedWidth(max(theme.px(WIDTH), layout.sizeHint().width()))
        next(iter(self._buttons.values())).setChecked(True)
        self._group.buttonClicked.connect(self._clicked)
        self._one_tab_stop()

    @property
    def key(self) -> str:
        """The key of the open section."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def button(self, key: str) -> SectionButton:
        """The button of a section."""
        return self._buttons[key]

    def choose(self, key: str) -> None:
        """Open a section; `chosen` is said if that changes anything."""
        if key != self.key:
            self._buttons[key].setChecked(True)
            self._one_tab_stop()
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        place = min(max(keys.index(self.key) + step, 0), len(keys) - 1)
        self.choose(keys[place])
        self._buttons[self.key].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self._one_tab_stop()
        if isinstance(button, SectionButton):
            self.chosen.emit(button.section.key)

    def _one_tab_stop(self) -> None:
        for button in self._buttons.values():
            is_open = button.isChecked()
            policy = Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line at the right."""
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))
