"""A page of the pane: sections below each other that scroll, on the ground of reading."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bcautotask_gui.ui.run_checks.words import unbroken
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.labels import Hairline, IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.shared.slim_scroll_bar import SlimScrollBar
from bcautotask_gui.ui.theme import Theme


class PanePage(QScrollArea):
    """Filled anew for each run: `begin`, then sections, then `end`."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(theme, Qt.Orientation.Vertical, self))
        self.begin()
        self.end()

    def begin(self) -> None:
        """Begin anew; what is shown stays until `end`."""
        theme = self._theme
        self._next = Panel(theme, "base", rounded=False)
        self.lines = QVBoxLayout(self._next)
        edge = theme.space.l
        self.lines.setContentsMargins(edge, theme.space.section, edge, theme.space.section)
        self.lines.setSpacing(theme.px(6))

    def end(self) -> None:
        """Push all sections to the top and show them."""
        self.lines.addStretch(1)
        self.setWidget(self._next)

    def add_line(self) -> None:
        """A hairline between two sections."""
        gap = self._theme.space.section - self._theme.px(6)
        self.lines.addSpacing(gap)
        self.lines.addWidget(Hairline(self._theme))
        self.lines.addSpacing(gap)

    def add_title(self, text: str) -> None:
        """What the whole page is about, as large as the name of a job."""
        self.lines.addWidget(Label(self._theme, text, "title", elided=True))

    def add_heading(self, text: str, remark: str = "") -> None:
        """The heading of a section, with a quiet remark at its right."""
        row = QHBoxLayout()
        row.addWidget(Label(self._theme, text, "section"), 1)
        if remark:
            row.addWidget(Label(self._theme, remark, "small", "muted", tabular=True))
        self.lines.addLayout(row)

    def add_text(self, text: str, token: str = "text", role: str = "body") -> WrappingLabel:
        """A paragraph that can be selected."""
        label = WrappingLabel(self._theme, text, role, token, selectable=True)
        label.setAccessibleName(unbroken(text))
        self.lines.addWidget(label)
        return label

    def add_point(
        self,
        icon: str,
        token: str,
        heading: str,
        remark: str = "",
        text: str = "",
        remark_token: str = "muted",
    ) -> None:
        """An icon with a heading, a word at the right, and a paragraph below.

        Args:
            icon: name of the icon.
            token: its colour.
            heading: elided where it does not fit.
            remark: at the right end of the heading's line.
            text: below, as many lines as it needs.
            remark_token: the colour of the remark.
        """
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addWidget(IconLabel(theme, icon, token, size=theme.metrics.badge_icon))
        row.addWidget(Label(theme, heading, "section", elided=True), 1)
        if remark:
            row.addWidget(Label(theme, remark, "small", remark_token, tabular=True))
        self.lines.addLayout(row)
        if text:
            below = QHBoxLayout()
            below.setContentsMargins(theme.metrics.badge_icon + theme.px(6), 0, 0, theme.px(4))
            label = WrappingLabel(theme, text, "small", selectable=True)
            label.setAccessibleName(unbroken(text))
            below.addWidget(label)
            self.lines.addLayout(below)
