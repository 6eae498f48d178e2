"""The dialog that maps all customers of one review: all ticked, nothing written before the act."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.suggestions import ExactMatch, ExactMatches
from bcautotask_gui.ui.customers.review.rows import TickedMatch, match_columns
from bcautotask_gui.ui.frame.environment_strip import EnvironmentStrip
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.labels import IconLabel, WrappingLabel
from bcautotask_gui.ui.shared.notice import WrappedNotice
from bcautotask_gui.ui.shared.numbers import number
from bcautotask_gui.ui.shared.table_model import RowsModel
from bcautotask_gui.ui.shared.table_view import TableView
from bcautotask_gui.ui.theme import Theme


class ReviewDialog(ActDialog):
    """Shows matches; what is left ticked is mapped by the one who hears `confirmed`."""

    help_page = "customers"

    read_again_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        strip = EnvironmentStrip(theme)
        super().__init__(theme, self.tr("Review exact matches"), strip, parent)
        self._strip = strip
        self._found: ExactMatches | None = None
        self._busy = ""
        self._model = RowsModel(match_columns(), self)
        self.table = _Matches(theme, self._model)
        self.problem = WrappedNotice(theme)
        self._meaning = WrappingLabel(theme, "", "small", "muted")
        self.turn = ActionButton(theme, self.tr("Select none"), kind=Kind.FLAT)
        self.again = ActionButton(theme, self.tr("Read companies again"), "refresh", kind=Kind.FLAT)
        self.footer_left.addWidget(self.turn)
        self.footer_left.addWidget(self.again)
        self._lay_out_body()
        self._model.ticked.connect(self._tick)
        self.table.toggled.connect(self._toggle_chosen)
        self.turn.clicked.connect(self._turn_all)
        self.again.clicked.connect(self.read_again_asked)
        self.set_primary(self.tr("Map customers"), "link")
        self.resize(theme.px(760), theme.px(510))

    def _lay_out_body(self) -> None:
        theme = self._theme
        box = Panel(theme, "base", "line")
        inside = QVBoxLayout(box)
        edge = theme.px(1)
        inside.setContentsMargins(edge, edge, edge, edge)
        inside.addWidget(self.table)
        told = QHBoxLayout()
        told.setSpacing(theme.px(6))
        sign = IconLabel(theme, "help", size=theme.metrics.badge_icon)
        told.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._meaning, 1)
        self.body.addWidget(box, 1)
        self.body.addLayout(told)
        self.body.addWidget(self.problem)

    # what is shown -----------------------------------------------------------------------

    def show_matches(self, found: ExactMatches, age: str) -> None:
        """Show what can be mapped at once; what was unticked stays unticked.

        Args:
            found: the matches, with the environment that they belong to.
            age: when the list of companies was read, in words.
        """
        self._found = found
        unticked = {row.key for row in self._model.rows if not row.is_ticked}
        sentence = self.tr("Mappings for the test environment.")
        if found.environment.value == "production":
            sentence = self.tr("Mappings for the live environment.")
        self._strip.show_environment(found.environment, "", sentence)
        self._model.set_rows(
            TickedMatch(match, match.key not in unticked) for match in found.matches
        )
        meaning = self.tr(
            "Exact means: one active company, mapped to nobody, carries this very name; case, "
            "accents and legal forms do not count. The id is stored, not the name. {n} companies, "
            "read {age}."
        )
        self._meaning.setText(meaning.format(n=number(found.companies), age=age))
        self._say_heading(None)
        self._count()

    def show_similar(self, count: int) -> None:
        """Tell how many of the other customers have companies of similar names."""
        self._say_heading(count)

    def _say_heading(self, similar: int | None) -> None:
        found = self._found
        if found is None:
            return
        number = len(found.matches)
        heading = self.tr("{n} customers have the same name as a free, active company")
        if number == 1:
            heading = self.tr("1 customer has the same name as a free, active company")
        elif not number:
            heading = self.tr("No customer has the same name as a free, active company")
        parts = [self.tr("Untick what you do not want. Nothing is mapped until you accept.")]
        if similar == 1:
            parts.append(self.tr("1 other customer has only similar names and stays missing."))
        elif similar:
            more = self.tr("{n} other customers have only similar names and stay missing.")
            parts.append(more.format(n=similar))
        if found.unclear:
            names = ", ".join(row.name for row in found.unclear[:3])
            more = self.tr("{n} more carry a name that occurs several times ({names}): map them "
                           "one by one.")  # fmt: skip
            parts.append(more.format(n=len(found.unclear), names=names))
        self.say(heading.format(n=number), " ".join(parts))

    def set_busy(self, reason: str) -> None:
        """Disable what writes while an act is under way; empty ends that."""
        self._busy = reason
        self._count()

    @property
    def found(self) -> ExactMatches | None:
        """What is shown."""
        return self._found

    @property
    def ticked(self) -> tuple[ExactMatch, ...]:
        """What will be mapped."""
        return tuple(row.match for row in self._model.rows if row.is_ticked)

    # ticks -------------------------------------------------------------------------------

    @Slot(str, bool)
    def _tick(self, key: str, is_ticked: bool) -> None:
        row = self._model.row_at(self._model.row_of(int(key)))
        if row is not None and not self._busy:
            self._model.replace(replace(row, is_ticked=is_ticked))
            self._count()

    @Slot()
    def _toggle_chosen(self) -> None:
        for row in self.table.selected_rows():
            self._tick(str(row.key), not row.is_ticked)

    @Slot()
    def _turn_all(self) -> None:
        are_ticked = not self.ticked
        self._model.set_rows([replace(row, is_ticked=are_ticked) for row in self._model.rows])
        self._count()

    def _count(self) -> None:
        ticked, total = len(self.ticked), self._model.rowCount()
        one = self.tr("Map 1 customer")
        text = one if ticked == 1 else self.tr("Map {n} customers").format(n=ticked)
        self.primary.setText(text)
        hint = self.tr("{n} of {total} selected")
        self.set_hint(hint.format(n=ticked, total=total) if total else "")
        self.turn.setText(self.tr("Select none") if ticked else self.tr("Select all"))
        self.turn.setVisible(total > 0)
        nothing = self.tr("Select at least one customer.") if not ticked else ""
        self.block(self._busy or nothing)
        self.again.set_reason(self._busy)


class _Matches(TableView):
    """The table; the space bar turns the ticks of the chosen rows."""

    toggled = Signal()

    def __init__(self, theme: Theme, model: RowsModel) -> None:
        super().__init__(theme, model, "")
        self.setAccessibleName(self.tr("Exact matches"))
        self.set_row_height(theme.metrics.dialog_row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns ticks; the rest is the table's."""
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)
