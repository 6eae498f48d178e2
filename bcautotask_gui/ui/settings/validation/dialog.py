"""The list of what would stop a ticket; each line leads to its place."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.ui.settings.scrolled import Scrolled
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.labels import Hairline, IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.theme import Theme

translate = QCoreApplication.translate


class FindingLine(QWidget):
    """Name of the value, what is wrong with it, and Show."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, place: str, name: str, sentence: str) -> None:
        super().__init__()
        self._place = place
        self.sentence = sentence
        self.setAccessibleName(f"{name}: {sentence}")
        self.show_button = ActionButton(theme, self.tr("Show"), kind=Kind.FLAT)
        self.show_button.setAccessibleDescription(name)
        self.show_button.clicked.connect(self._go)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(Label(theme, name, "name"))
        words.addWidget(WrappingLabel(theme, sentence, "small", selectable=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(5), 0, theme.px(5))
        row.setSpacing(theme.space.s)
        row.addWidget(IconLabel(theme, "circle-x", "failed_icon"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.show_button)

    @Slot()
    def _go(self) -> None:
        self.wanted.emit(self._place)


class ValidationDialog(ActDialog):
    """Only reads, so it has no blue button beside Close."""

    help_page = "set-up"

    place_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        found: tuple[tuple[str, str, str], ...],
        environment: str,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            theme: Colours, sizes and fonts.
            found: Place, name and sentence of each finding.
            environment: The name of the environment that was judged.
            parent: Qt's parent.
        """
        title = translate("ValidationDialog", "Validate configuration")
        super().__init__(theme, title, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lines = tuple(FindingLine(theme, *each) for each in found)
        self.say(self._heading(), self._subheading(environment))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.space.s, 0)
        column.setSpacing(0)
        for place, line in enumerate(self.lines):
            if place:
                column.addWidget(Hairline(theme))
            column.addWidget(line)
            line.wanted.connect(self._lead)
        column.addStretch(1)
        self.body.addWidget(Scrolled(theme, inner), 1)
        self.cancel.setText(self.tr("Close"))
        self.setMinimumWidth(theme.px(620))
        if self.lines:
            self.resize(theme.px(620), min(theme.px(180 + 52 * len(self.lines)), theme.px(560)))

    def _heading(self) -> str:
        if not self.lines:
            return self.tr("Nothing would stop a ticket")
        if len(self.lines) == 1:
            return self.tr("1 thing would stop a ticket")
        return self.tr("{n} things would stop a ticket").format(n=len(self.lines))

    def _subheading(self, environment: str) -> str:
        text = self.tr(
            "Judged for {environment} with the values of the form, saved or not. Nobody was asked; "
            "Test connection asks Autotask."
        )
        return text.format(environment=environment)

    @Slot(str)
    def _lead(self, place: str) -> None:
        self.accept()
        self.place_wanted.emit(place)
