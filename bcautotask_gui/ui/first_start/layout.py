"""How a step is laid out: heading, lead and body, at most as wide as one reads well."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.labels import IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.theme import Theme

WIDEST = 860
"""At a 13 px font; one width for all steps, so that their edges stand under each other."""
# of the height, above the heading: a form needs the room for itself
_TOP = 0.12
_TOP_OF_FORM = 0.03


class Step(QWidget):
    """A heading and a lead; `body` takes the rest."""

    def __init__(self, theme: Theme, heading: str, lead: str, *, fills: bool = False) -> None:
        """Build the step.

        Args:
            theme: Colours, sizes and fonts.
            heading: What the step is for.
            lead: One or two sentences.
            fills: Whether the body takes all the height there is.
        """
        super().__init__()
        self._theme = theme
        column = QWidget()
        column.setMaximumWidth(theme.px(WIDEST))
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.space.m)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(8))
        rows.addWidget(WrappingLabel(theme, heading, "first_start"))
        rows.addWidget(WrappingLabel(theme, lead, "lead", "muted"))
        rows.addSpacing(theme.space.m)
        rows.addLayout(self.body, 1 if fills else 0)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 12)
        across.addStretch(1)
        self._fills = fills
        self._down = QVBoxLayout(self)
        self._down.addLayout(across, 1 if fills else 0)
        if not fills:
            self._down.addStretch(1)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All headings stand at one height, so that nothing jumps between the steps."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        edge, least = self._theme.space.xl, self._theme.px(16)
        share = _TOP_OF_FORM if self._fills else _TOP
        top = max(least, round(self.height() * share))
        self._down.setContentsMargins(edge, top, edge, least)


class Card(Panel):
    """A box on the window's ground with a heading of its own."""

    def __init__(self, theme: Theme, icon: str, heading: str, sentence: str) -> None:
        super().__init__(theme, "base", "line")
        self._theme = theme
        self.rows = QVBoxLayout(self)
        pad = theme.px(20)
        self.rows.setContentsMargins(pad, theme.px(17), pad, theme.px(17))
        self.rows.setSpacing(theme.px(7))
        head = QHBoxLayout()
        head.setSpacing(theme.space.m)
        head.addWidget(IconLabel(theme, icon, "link", size=theme.px(18)))
        head.addWidget(Label(theme, heading, "panel"), 1)
        self.rows.addLayout(head)
        self.rows.addWidget(WrappingLabel(theme, sentence, "body", "muted"))

    def add_points(self, heading: str, icon: str, token: str, points: tuple[str, ...]) -> None:
        """A small heading with points below it."""
        self.rows.addSpacing(self._theme.px(4))
        self.rows.addWidget(Label(self._theme, heading, "small", weight=600))
        for point in points:
            self.rows.addLayout(point_row(self._theme, icon, token, point))


def point_row(theme: Theme, icon: str, token: str, sentence: str) -> QHBoxLayout:
    """An icon and a sentence beside it."""
    row = QHBoxLayout()
    row.setSpacing(theme.space.s)
    row.addWidget(
        IconLabel(theme, icon, token, size=theme.metrics.badge_icon), 0, Qt.AlignmentFlag.AlignTop
    )
    row.addWidget(WrappingLabel(theme, sentence), 1)
    return row
