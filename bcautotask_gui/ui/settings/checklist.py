"""Lines with a state, a value and a remedy, as of a test."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.connection import CheckState
from bcautotask_gui.ui.settings.state import Line, Right, RightsRow
from bcautotask_gui.ui.shared.badges import CHECK_BADGES, LOOKS, badge_word
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.labels import Hairline, IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme


class ChecklistLine(QWidget):
    """Icon, title, value, and what can be done; below them the remedy, or the table of rights."""

    act_asked = Signal(str)
    """The line's key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.act = ActionButton(theme, "", kind=Kind.FLAT)
        self.act.setFixedHeight(theme.px(24))
        self.act.clicked.connect(self._ask)
        self._icon = IconLabel(theme, "")
        self._title = Label(theme, "", "name")
        self._value = Label(theme, "", "small", "muted", tabular=True, elided=True)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rights = RightsTable(theme)
        self._remedy = WrappingLabel(theme, "", "small", selectable=True)
        head = QHBoxLayout()
        head.setSpacing(theme.space.s)
        head.addWidget(self._icon)
        head.addWidget(self._title)
        head.addWidget(self._value, 1)
        head.addWidget(self.act)
        below = QVBoxLayout()
        below.setContentsMargins(theme.metrics.icon + theme.space.s, 0, 0, 0)
        below.addWidget(self._rights)
        below.addWidget(self._remedy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(5), 0, theme.px(5))
        layout.setSpacing(theme.px(2))
        layout.addLayout(head)
        layout.addLayout(below)

    def show_line(self, line: Line) -> None:
        """Show a line as it stands now."""
        check = line.check
        look = LOOKS[CHECK_BADGES[check.state]]
        word = badge_word(CHECK_BADGES[check.state])
        self._icon.show_icon(look.icon, look.icon_token, word)
        title, value, remedy = told(check.title), told(check.value), told(check.remedy)
        self._title.setText(title)
        self._title.set_token(look.text_token)
        failed = check.state is CheckState.FAILED
        self._value.setText(value if not failed else self.tr("Failed"))
        self._value.set_token("failed_text" if failed else "muted")
        self._remedy.setText(f"{value} {remedy}".strip() if failed else remedy)
        self._remedy.setVisible(bool(self._remedy.text()))
        self._rights.show_rows(line.rights)
        self._rights.setVisible(bool(line.rights))
        self._key = check.key
        self.act.setText(line.act)
        self.act.set_kind(Kind.QUIET if check.state is CheckState.PASSED else Kind.FLAT)
        self.act.setAccessibleName(f"{line.act} {title}".strip())
        self.act.setVisible(bool(line.act))
        spoken = (title, word, value, remedy)
        self.setAccessibleName(". ".join(part for part in spoken if part))

    @Slot()
    def _ask(self) -> None:
        self.act_asked.emit(self._key)


class RightsTable(QWidget):
    """What the API user may do, by kind of record."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[RightsRow, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        for column in (1, 2, 3):
            self._grid.setColumnMinimumWidth(column, theme.px(68))

    def show_rows(self, rows: tuple[RightsRow, ...]) -> None:
        """Show these rows in place of the former ones."""
        if rows == self._shown:
            return
        self._shown = rows
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        middle = Qt.AlignmentFlag.AlignCenter
        self._grid.setRowMinimumHeight(0, self._theme.px(24))
        titles = (self.tr("Query"), self.tr("Create"), self.tr("Update"))
        for column, title in enumerate(titles, 1):
            head = Label(self._theme, title, "small", "muted", self, weight=500)
            self._grid.addWidget(head, 0, column, middle)
        for place, row in enumerate(rows):
            line = 1 + 2 * place
            self._grid.addWidget(Hairline(self._theme, self), line, 0, 1, 4)
            self._grid.setRowMinimumHeight(line + 1, self._theme.px(26))
            self._grid.addWidget(
                Label(self._theme, told(row.title), "body", "text", self), line + 1, 0
            )
            for column, right in enumerate(row.cells, 1):
                self._grid.addWidget(self._cell(right), line + 1, column, middle)

    def _cell(self, right: Right) -> QWidget:
        theme = self._theme
        if right is Right.GRANTED:
            sign = IconLabel(theme, "check", "good_icon", self.tr("granted"), parent=self)
            return sign
        if right is Right.MISSING:
            return Label(theme, self.tr("missing"), "small_name", "failed_text", self)
        words = self.tr("not used") if right is Right.NOT_USED else "…"
        return Label(theme, words, "small", "muted", self)


class LineList(QWidget):
    """Lines with hairlines between them; a line that is there already changes in place."""

    act_asked = Signal(str)
    """The key of the line whose act was asked for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: dict[str, ChecklistLine] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines."""
        if tuple(self.lines) != tuple(line.check.key for line in lines):
            self._rebuild(lines)
        for line in lines:
            self.lines[line.check.key].show_line(line)

    def _rebuild(self, lines: tuple[Line, ...]) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = {}
        for place, line in enumerate(lines):
            if place:
                self._layout.addWidget(Hairline(self._theme, self))
            made = self.lines[line.check.key] = ChecklistLine(self._theme, self)
            made.act_asked.connect(self.act_asked)
            self._layout.addWidget(made)
