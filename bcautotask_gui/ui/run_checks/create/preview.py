"""The body of the preview: fields on the left, title and description on the right."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bcautotask_gui.domain.draft_changes import TicketOffers
from bcautotask_gui.domain.ticket_content import DESCRIPTION_LIMIT, TITLE_LIMIT, units
from bcautotask_gui.domain.tickets import TicketDraft
from bcautotask_gui.ui.run_checks.create.changes import ChangeFields
from bcautotask_gui.ui.run_checks.create.fields import draft_facts
from bcautotask_gui.ui.run_checks.words import Now
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.facts import Facts
from bcautotask_gui.ui.shared.labels import Label, WrappingLabel
from bcautotask_gui.ui.shared.slim_scroll_bar import SlimScrollBar
from bcautotask_gui.ui.theme import Theme

_LABELS = 76
"""The width of the labels at a 13 px font."""


class FixedText(QPlainTextEdit):
    """Text to read and copy, never to edit, on the ground of code."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(SlimScrollBar(theme, Qt.Orientation.Vertical, self))
        self.document().setDocumentMargin(theme.px(5))
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    @Slot()
    def _apply_theme(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("code"))
        self.setPalette(palette)
        self.setFont(self._theme.monospace())


def boxed(theme: Theme, widget: QWidget, pad: int) -> Panel:
    """A widget in the quiet box of fixed text."""
    box = Panel(theme, "code", "line")
    layout = QVBoxLayout(box)
    edge = theme.px(pad)
    layout.setContentsMargins(edge, edge, edge, edge)
    layout.addWidget(widget)
    return box


class Preview(QWidget):
    """Shows a draft, field by field, and offers to change three of them."""

    offers_wanted = Signal()
    edited = Signal()
    """Ask `changes` for the draft as it is chosen now."""

    def __init__(self, theme: Theme, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        self.change = ActionButton(theme, self.tr("Change"), "pencil", kind=Kind.FLAT)
        self.change.set_tip(self.tr("Queue, priority and due date, for this ticket alone"))
        self.change.setAccessibleName(self.tr("Change queue, priority and due date"))
        self.change.setFixedHeight(theme.px(20))  # the headings of both halves stand on one line
        self.change.clicked.connect(self._ask_for_offers)
        self._alone = Label(theme, self.tr("For this ticket alone"), "small", "muted")
        self.changes = ChangeFields(theme, now, _LABELS)
        self.changes.edited.connect(self.edited)
        self._facts = Facts(theme, _LABELS, lined=True)
        self._title = WrappingLabel(theme, "", "name", selectable=True)
        self._title_length = Label(theme, "", "small", "muted", tabular=True)
        self._description = FixedText(theme, self.tr("Description"))
        self._description_length = Label(theme, "", "small", "muted", tabular=True)
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._theme
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(theme.px(3))
        heading = QHBoxLayout()
        heading.addWidget(Label(theme, self.tr("Fields"), "section"), 1)
        heading.addWidget(self._alone)
        heading.addWidget(self.change)
        left.addLayout(heading)
        left.addWidget(self.changes)
        left.addWidget(self._facts)
        left.addStretch(1)
        right.setSpacing(theme.px(6))
        right.addLayout(self._heading(self.tr("Title"), self._title_length))
        right.addWidget(boxed(theme, self._title, 9))
        right.addSpacing(theme.px(6))
        right.addLayout(self._heading(self.tr("Description"), self._description_length))
        right.addWidget(boxed(theme, self._description, 4), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(28))
        row.addLayout(left, 370)
        row.addLayout(right, 434)

    def _heading(self, text: str, length: Label) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label(self._theme, text, "section"), 1)
        row.addWidget(length)
        return row

    @Slot()
    def _ask_for_offers(self) -> None:
        self.change.set_reason(self.tr("What Autotask offers is being read."))
        self.offers_wanted.emit()

    def offer(self, draft: TicketDraft, offers: TicketOffers) -> None:
        """Let queue, priority and due date be chosen."""
        self.change.hide()
        self._alone.show()
        self.changes.show()
        self.show_fields(draft)
        self.changes.begin(draft, offers)

    def end_asking(self) -> None:
        """What Autotask offers could not be read; it may be asked again."""
        self.change.set_reason("")

    def show_fields(self, draft: TicketDraft) -> None:
        """Show the fields of this draft, those that are being changed in places of their own."""
        is_changing = not self.changes.isHidden()
        self._facts.show_facts(draft_facts(draft, self._now(), is_changing=is_changing))

    def show_draft(self, draft: TicketDraft) -> None:
        """Show this draft, which nobody has changed yet."""
        locale = self.locale()
        self.changes.hide()
        self._alone.hide()
        self.change.set_reason("")
        self.change.setVisible(draft.company_id is not None)
        self.show_fields(draft)
        self._title.setText(draft.title)
        self._title.setAccessibleName(self.tr("Title: {title}").format(title=draft.title))
        self._title_length.setText(
            self.tr("{n} of {most}").format(n=units(draft.title), most=TITLE_LIMIT)
        )
        self._description.setPlainText(draft.description)
        self._description_length.setText(
            self.tr("{n} of {most} characters").format(
                n=locale.toString(units(draft.description)), most=locale.toString(DESCRIPTION_LIMIT)
            )
        )
