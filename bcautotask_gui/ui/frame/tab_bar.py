"""The row of tabs, with freshness, Refresh and Help at its right end."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.labels import IconLabel, Label
from bcautotask_gui.ui.shared.underlined_tabs import UnderlinedTabs
from bcautotask_gui.ui.theme import Theme


class TabRow(QWidget):
    """Says which tab was chosen, and asks for refresh and help."""

    chosen = Signal(int)
    refresh_requested = Signal()
    help_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.metrics.tabs)
        self.tabs = UnderlinedTabs(theme, theme.metrics.tabs, role="lead", padding=14, indent=16)
        self.tabs.currentChanged.connect(self.chosen)
        self._dot = IconLabel(theme, "dot", "good_icon")
        self._live = Label(theme, "", "small", "muted", tabular=True)
        self.refresh = ActionButton(theme, "", key="F5", kind=Kind.FLAT)
        self.refresh.clicked.connect(self.refresh_requested)
        self.help = ActionButton(theme, "", key="F1", kind=Kind.FLAT)
        self.help.clicked.connect(self.help_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.px(11), 0)
        layout.setSpacing(theme.space.xs)
        layout.addWidget(self.tabs)
        layout.addStretch(1)
        layout.addWidget(self._dot)
        layout.addWidget(self._live)
        layout.addSpacing(theme.space.s)
        layout.addWidget(self.refresh)
        layout.addSpacing(theme.space.xs)
        layout.addWidget(self.help)
        self._name_all()
        self.show_live("")

    def _name_all(self) -> None:
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.refresh.setText(self.tr("Refresh"))
        self.help.setText(self.tr("Help"))

    def changeEvent(self, event: QEvent) -> None:
        """The row outlives the pages, and so the language that it was made in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_all()

    def show_live(self, sentence: str, *, live: bool = True) -> None:
        """Show how fresh the page is, such as "Live, updated 07:03"; empty shows nothing."""
        self._live.setText(sentence)
        self._dot.show_icon("dot" if sentence else "", "good_icon" if live else "warning_icon")

    @property
    def live_text(self) -> str:
        """How fresh the page is said to be."""
        return self._live.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline that the tabs stand on runs through."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
