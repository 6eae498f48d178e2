"""A grid of facts: label on the left, value beside it, an id or remark on the right."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.labels import Hairline, IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.theme import Theme


@dataclass(frozen=True)
class Fact:
    """One line; `broken` paints value and a sign in red."""

    label: str
    value: str
    remark: str = ""
    broken: bool = False


class Facts(QWidget):
    """Shows facts; close below each other, or with hairlines between them."""

    def __init__(
        self,
        theme: Theme,
        label_width: int = 80,
        parent: QWidget | None = None,
        *,
        lined: bool = False,
    ) -> None:
        """Build an empty grid.

        Args:
            theme: Colours, sizes and fonts.
            label_width: Width of the labels at a 13 px font.
            parent: Qt's parent.
            lined: With hairlines, as in previews.
        """
        super().__init__(parent)
        self._theme = theme
        self._lined = lined
        self._facts: tuple[Fact, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space.s)
        self._grid.setVerticalSpacing(0 if lined else theme.px(5))
        self._grid.setColumnMinimumWidth(0, theme.px(label_width))
        self._grid.setColumnStretch(1, 1)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is shown."""
        return self._facts

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these facts in place of the former ones."""
        if facts == self._facts:
            return
        self._facts = facts
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        line = 0
        for place, fact in enumerate(facts):
            if self._lined and place:
                self._grid.addWidget(Hairline(self._theme, self), line, 0, 1, 3)
                line += 1
            self._add(fact, line)
            line += 1

    def _add(self, fact: Fact, line: int) -> None:
        theme = self._theme
        label = Label(theme, fact.label, "small", "muted", self)
        value = self._value(fact)
        value.setAccessibleName(f"{fact.label}: {fact.value}")
        if self._lined:
            self._grid.setRowMinimumHeight(line, theme.px(30))
        middle = Qt.AlignmentFlag.AlignVCenter
        side = middle if self._lined else Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, line, 0, side)
        self._grid.addWidget(value, line, 1)
        if fact.remark:
            remark = Label(theme, fact.remark, "small", "muted", self, tabular=True)
            self._grid.addWidget(remark, line, 2, middle | Qt.AlignmentFlag.AlignRight)

    def _text(self, value: str, token: str, weight: int) -> Label:
        """Rows between hairlines keep their height; elsewhere a long value takes a second line."""
        if self._lined:
            return Label(self._theme, value, "body", token, self, weight=weight, elided=True)
        return WrappingLabel(self._theme, value, "body", token, self)

    def _value(self, fact: Fact) -> QWidget:
        theme = self._theme
        weight = 500 if self._lined else 400
        token = "failed_text" if fact.broken else "text"
        label = self._text(fact.value, token, weight)
        if not fact.broken:
            return label
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(IconLabel(theme, "no-entry", "failed_icon", size=theme.metrics.badge_icon))
        row.addWidget(label, 1)
        return holder
