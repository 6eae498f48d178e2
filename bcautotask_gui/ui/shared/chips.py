"""A row of chips of which one is chosen: the views of a list, with their counts."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.focus_ring import paint_ring
from bcautotask_gui.ui.shared.icons import draw_icon
from bcautotask_gui.ui.theme import Theme

UNKNOWN = "…"
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


@dataclass(frozen=True)
class ChipSpec:
    """A chip as data; `counted` is False for one that shows no count, such as All."""

    key: str
    text: str
    icon: str = ""
    icon_token: str = "waiting_icon"
    counted: bool = True


class Chip(QAbstractButton):
    """One chip: pill, icon, word and count."""

    def __init__(self, theme: Theme, spec: ChipSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.spec = spec
        self._count: int | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)  # screen readers call it one of a group
        self.setText(spec.text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()
        theme.changed.connect(self.updateGeometry)

    def set_count(self, count: int | None) -> None:
        """Show a count, or "…" while it is unknown."""
        self._count = count
        self._name()
        self.updateGeometry()
        self.update()

    def _count_text(self) -> str:
        if not self.spec.counted:
            return ""
        return UNKNOWN if self._count is None else self.locale().toString(self._count)

    def _name(self) -> None:
        words = (self.spec.text, self._count_text())
        self.setAccessibleName(" ".join(word for word in words if word))

    def sizeHint(self) -> QSize:
        """Icon, word, count and padding; the chosen chip's bolder type is allowed for."""
        theme = self._theme
        return QSize(self._content_width(600) + 2 * theme.px(11), theme.metrics.chip)

    def _content_width(self, weight: int) -> int:
        theme = self._theme
        width = theme.font_metrics("body", weight).horizontalAdvance(self.spec.text)
        if self.spec.icon:
            width += self._icon_room()
        count = self._count_text()
        if count:
            numbers = theme.font_metrics("body", weight, tabular=True)
            width += theme.space.s + numbers.horizontalAdvance(count)
        return width

    def _icon_room(self) -> int:
        return self._theme.metrics.badge_icon + self._theme.px(6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses; arrows are left to the row."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Pill, icon, word, count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, chosen = self._theme, self.isChecked()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colour(self._edge()))
        ground = "selection" if chosen else "raised" if self.underMouse() else ""
        painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._paint_words(painter, chosen=chosen)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), theme, self.height() / 2 - 1)

    def _edge(self) -> str:
        if self.isChecked():
            return "accent"
        return "button_edge" if self.underMouse() else "line"

    def _paint_words(self, painter: QPainter, *, chosen: bool) -> None:
        theme = self._theme
        weight = 600 if chosen else 500
        left = (self.width() - self._content_width(weight)) // 2
        if self.spec.icon:
            size = theme.metrics.badge_icon
            y = (self.height() - size) // 2
            draw_icon(painter, theme, self.spec.icon, self.spec.icon_token, left, y, size)
            left += self._icon_room()
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("body", weight))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), flags, self.spec.text)
        left += theme.font_metrics("body", weight).horizontalAdvance(self.spec.text)
        painter.setPen(theme.colour("text" if chosen else "muted"))
        painter.setFont(theme.font("body", weight, tabular=True))
        room = self.rect().adjusted(left + theme.space.s, 0, 0, 0)
        painter.drawText(room, flags, self._count_text())


class ChipBar(QWidget):
    """Chips of which exactly one is chosen; arrows walk, `choose_number` serves number keys."""

    chosen = Signal(str)
    """The key of the chip a person chose."""

    def __init__(
        self, theme: Theme, name: str, specs: tuple[ChipSpec, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._chips: dict[str, Chip] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        for spec in specs:
            chip = self._chips[spec.key] = Chip(theme, spec, self)
            self._group.addButton(chip)
            layout.addWidget(chip)
        layout.addStretch(1)
        first = next(iter(self._chips.values()))
        first.setChecked(True)
        self._group.buttonClicked.connect(self._clicked)
        self._one_tab_stop()

    @property
    def key(self) -> str:
        """The key of the chosen chip."""
        return next(key for key, chip in self._chips.items() if chip.isChecked())

    def chip(self, key: str) -> Chip:
        """The chip of a key."""
        return self._chips[key]

    def set_count(self, key: str, count: int | None) -> None:
        """Show the count of one chip, or "…" while it is unknown."""
        self._chips[key].set_count(count)

    def choose(self, key: str) -> None:
        """Choose a chip as a person would; `chosen` is said if that changes anything."""
        if key != self.key:
            self._chips[key].setChecked(True)
            self._one_tab_stop()
            self.chosen.emit(key)

    def choose_number(self, number: int) -> None:
        """Choose the chip at this place, counted from 1; other numbers do nothing."""
        keys = list(self._chips)
        if 1 <= number <= len(keys):
            self.choose(keys[number - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose the neighbour, number keys the chip at that place."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            keys = list(self._chips)
            self.choose(keys[(keys.index(self.key) + step) % len(keys)])
            self._chips[self.key].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.text().isdecimal():
            self.choose_number(int(event.text()))
        else:
            super().keyPressEvent(event)

    @Slot(QAbstractButton)
    def _clicked(self, chip: QAbstractButton) -> None:
        self._one_tab_stop()
        if isinstance(chip, Chip):
            self.chosen.emit(chip.spec.key)

    def _one_tab_stop(self) -> None:
        """Tab enters the row once, at the chosen chip."""
        for chip in self._chips.values():
            policy = Qt.FocusPolicy.StrongFocus if chip.isChecked() else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(policy)
