"""The right half beside Ticket defaults: the ticket that a made-up run would get."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bcautotask_gui.domain.reference_data import TicketField
from bcautotask_gui.domain.ticket_content import DESCRIPTION_LIMIT, TITLE_LIMIT, units
from bcautotask_gui.ui.settings.example import Example, Named, example_of
from bcautotask_gui.ui.settings.state import FormState
from bcautotask_gui.ui.settings.wide_fields import FormChoice
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.facts import Fact, Facts
from bcautotask_gui.ui.shared.labels import Label, WrappingLabel
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.slim_scroll_bar import SlimScrollBar
from bcautotask_gui.ui.theme import Theme

_RUN = "Van der Meer Logistics · HV01 Daily"


class ExampleSide(QWidget):
    """Title, description and fields; changes while the form is edited."""

    def __init__(
        self,
        theme: Theme,
        operator: str,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._operator, self._now = operator, now
        self._state: FormState | None = None
        self.kind = FormChoice(theme)
        self.kind.setAccessibleName(self.tr("Made from run"))
        words = {
            "failed": self.tr("Failed"),
            "warning": self.tr("Warning"),
            "missed": self.tr("Missed"),
        }
        choices = tuple((key, f"{_RUN} · {word}", "") for key, word in words.items())
        self.kind.offer(choices, "failed")
        self.kind.activated.connect(self._show)
        self.title = WrappingLabel(theme, "", "name", selectable=True)
        self._title_length = Label(theme, "", "small", "muted", tabular=True)
        self._description_length = Label(theme, "", "small", "muted", tabular=True)
        self._optional = {
            TicketField.CATEGORY: self.tr("Category"),
            TicketField.ISSUE_TYPE: self.tr("Issue type"),
            TicketField.SUB_ISSUE_TYPE: self.tr("Sub-issue type"),
            TicketField.WORK_TYPE: self.tr("Work type"),
        }
        self._make_description()
        self.facts = Facts(theme, 88, lined=True)
        self._lay_out()
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _make_description(self) -> None:
        self.description = QPlainTextEdit()
        self.description.setReadOnly(True)
        self.description.setTabChangesFocus(True)
        self.description.setFrameShape(QFrame.Shape.NoFrame)
        self.description.setAccessibleName(self.tr("Description"))
        self.description.setVerticalScrollBar(
            SlimScrollBar(
                self._theme, self.description.verticalScrollBar().orientation(), self.description
            )
        )

    def _lay_out(self) -> None:
        theme = self._theme
        made = QHBoxLayout()
        made.setSpacing(theme.space.s)
        label = Label(theme, self.tr("Made from run"), "small", "muted")
        label.setBuddy(self.kind)
        made.addWidget(label)
        made.addWidget(self.kind, 1)
        layout = QVBoxLayout(self)
        edge = theme.px(22)
        layout.setContentsMargins(edge, theme.px(20), edge, theme.px(14))
        layout.setSpacing(theme.space.s)
        layout.addWidget(Label(theme, self.tr("Example with these settings"), "panel"))
        layout.addLayout(made)
        layout.addLayout(self._heading(self.tr("Title"), self._title_length))
        layout.addWidget(self._boxed(self.title))
        layout.addLayout(self._heading(self.tr("Description"), self._description_length))
        layout.addWidget(self._boxed(self.description), 1)
        layout.addSpacing(theme.px(6))
        layout.addWidget(Label(theme, self.tr("Fields"), "section"))
        layout.addWidget(self.facts)
        layout.addSpacing(theme.px(6))
        sentence = self.tr("The example changes as you type. Nothing is sent.")
        layout.addWidget(Label(theme, sentence, "small", "muted"))

    def _heading(self, text: str, length: Label) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, self._theme.px(4), 0, 0)
        row.addWidget(Label(self._theme, text, "section"), 1)
        row.addWidget(length)
        return row

    def _boxed(self, widget: QWidget) -> Panel:
        box = Panel(self._theme, "code", "line")
        inside = QVBoxLayout(box)
        pad = self._theme.px(9)
        inside.setContentsMargins(pad, self._theme.px(7), pad, self._theme.px(7))
        inside.addWidget(widget)
        return box

    @Slot()
    def _apply_theme(self) -> None:
        self.description.setFont(self._theme.monospace())
        palette = self.description.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("code"))
        palette.setColor(QPalette.ColorRole.Text, self._theme.colour("text"))
        self.description.setPalette(palette)

    def show_state(self, state: FormState) -> None:
        """Show the example with these values."""
        self._state = state
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._state is None:
            return
        now = self._now()
        kind = str(self.kind.currentData())
        settings, reference = self._state.settings, self._state.reference
        example = example_of(settings, reference, kind, self._operator, now)
        self.title.setText(example.title)
        of = self.tr("{n} of {limit}")
        self._title_length.setText(of.format(n=units(example.title), limit=TITLE_LIMIT))
        if self.description.toPlainText() != example.description:
            self.description.setPlainText(example.description)
        locale = self.locale()
        length = self.tr("{n} of {limit} characters").format(
            n=locale.toString(units(example.description)), limit=locale.toString(DESCRIPTION_LIMIT)
        )
        self._description_length.setText(length)
        self.facts.show_facts(self._facts_of(example, now))

    def _facts_of(self, example: Example, now: datetime) -> tuple[Fact, ...]:
        due = moment_text(example.due, now.astimezone(example.due.tzinfo))
        utc = self.tr("UTC {time}").format(time=f"{example.due.astimezone(UTC):%H:%M}")
        return (
            self._fact(self.tr("Queue"), example.queue),
            self._fact(self.tr("Source"), example.source),
            self._fact(self.tr("Status"), example.status),
            self._priority(example.priority),
            *(self._fact(self._optional[which], value) for which, value in example.optional),
            Fact(self.tr("Due"), due, utc),
        )

    def _priority(self, priority: Named | None) -> Fact:
        if priority is None:
            return Fact(self.tr("Priority"), self.tr("Such runs get no ticket"))
        return self._fact(self.tr("Priority"), priority)

    def _fact(self, label: str, value: Named) -> Fact:
        if value.id is None:
            return Fact(label, self.tr("Not chosen yet"), broken=True)
        gone = self.tr("{label}, not offered").format(label=value.label)
        text = value.label if value.is_offered else gone
        return Fact(label, text, str(value.id), broken=not value.is_offered)
