"""The choice between two values, for each that two people changed at once."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from bcautotask_gui.ui.settings.merging.conflicts import Conflict
from bcautotask_gui.ui.settings.scrolled import Scrolled
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.labels import Hairline, Label
from bcautotask_gui.ui.shared.toggles import RadioChoice
from bcautotask_gui.ui.theme import Theme

translate = QCoreApplication.translate


class MergeDialog(ActDialog):
    """Yours is chosen at first; nothing is saved by it."""

    help_page = "set-up"

    def __init__(
        self,
        theme: Theme,
        who: str,
        conflicts: tuple[Conflict, ...],
        parent: QWidget | None = None,
    ) -> None:
        title = translate("MergeDialog", "Changed by both of you")
        super().__init__(theme, title, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._conflicts = conflicts
        self.mine: list[RadioChoice] = []
        self.theirs: list[RadioChoice] = []
        told = self.tr(
            "{who} saved other values while you edited these. Choose for each; saving comes after."
        )
        self.say(title, told.format(who=who))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, theme.space.s, 0)
        grid.setHorizontalSpacing(theme.space.l)
        grid.setColumnStretch(3, 1)
        heads = ("", self.tr("Yours"), self.tr("Saved by {who}").format(who=who))
        for column, head in enumerate(heads):
            grid.addWidget(Label(theme, head, "small", "muted", weight=600), 0, column)
        for at, conflict in enumerate(conflicts):
            self._add(grid, 1 + 2 * at, conflict)
        grid.setRowStretch(1 + 2 * len(conflicts), 1)
        self.body.addWidget(Scrolled(theme, inner), 1)
        self.set_primary(self.tr("Use these values"))
        self.confirmed.connect(self.accept)
        self.cancel.setText(self.tr("Keep mine"))
        self.setMinimumWidth(theme.px(640))

    def _add(self, grid: QGridLayout, line: int, conflict: Conflict) -> None:
        theme = self._theme
        grid.addWidget(Hairline(theme), line, 0, 1, 4)
        grid.setRowMinimumHeight(line + 1, theme.px(30))
        grid.addWidget(Label(theme, conflict.name, "name"), line + 1, 0)
        group = QButtonGroup(self)
        for column, (text, kept) in enumerate(
            ((conflict.mine, self.mine), (conflict.theirs, self.theirs)), 1
        ):
            choice = RadioChoice(theme, text)
            choice.setAccessibleDescription(conflict.name)
            group.addButton(choice)
            kept.append(choice)
            grid.addWidget(choice, line + 1, column)
        self.mine[-1].setChecked(True)

    @property
    def taken(self) -> tuple[Conflict, ...]:
        """Those of which the other value was chosen."""
        pairs = zip(self._conflicts, self.theirs, strict=True)
        return tuple(conflict for conflict, choice in pairs if choice.isChecked())
