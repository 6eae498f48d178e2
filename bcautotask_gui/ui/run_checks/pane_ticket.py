"""The ticket of a run: as last read, and live while it is looked at."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.runs import TicketCell
from bcautotask_gui.domain.ticket_view import BookedTime, TicketView, WrittenNote
from bcautotask_gui.ui.run_checks.cells import state_words, ticket_badge, ticket_number
from bcautotask_gui.ui.run_checks.pane_page import PanePage
from bcautotask_gui.ui.run_checks.ticket.words import (
    entry_words,
    note_heading,
    note_text,
    person_words,
    ticket_facts,
)
from bcautotask_gui.ui.run_checks.words import Now, breakable, origin_words
from bcautotask_gui.ui.shared.badge_painting import BadgeLabel
from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.column import BadgeCell
from bcautotask_gui.ui.shared.facts import Fact, Facts
from bcautotask_gui.ui.shared.labels import IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.notice import NoticeBox, Tone
from bcautotask_gui.ui.shared.numbers import decimal
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme

MOST_NOTES = 50
_LABELS = 80
"""Width of the labels at a 13 px font."""


def number_row(theme: Theme, ticket: TicketCell, role: str) -> QHBoxLayout:
    """Number and state side by side."""
    badge = ticket_badge(ticket)
    row = QHBoxLayout()
    row.setSpacing(theme.space.s)
    row.addWidget(Label(theme, ticket_number(ticket), role, weight=600))
    if badge is None:
        row.addWidget(Label(theme, state_words(ticket), "small", "muted"))
    else:
        row.addWidget(BadgeLabel(theme, badge.badge, badge.text))
    row.addStretch(1)
    return row


class TicketPage(QWidget):
    """Number, state, fields, time, notes; below them when it was read, and the way to it."""

    open_requested = Signal()
    note_requested = Signal()
    again_requested = Signal()
    """Read the ticket again."""
    copy_requested = Signal(str)

    def __init__(self, theme: Theme, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        self.setAccessibleName(self.tr("Ticket"))
        self._ticket: TicketCell | None = None
        self.view: TicketView | None = None
        """What is shown live; None where only what was last read is known."""
        self.may_note = True
        """Whether the role adds notes."""
        self._trouble: Trouble | None = None
        self._page = PanePage(theme, self.tr("Ticket"))
        self._read = Label(theme, "", "small", "muted", tabular=True, elided=True)
        self._open = ActionButton(theme, self.tr("Open ticket"), "external", kind=Kind.FLAT)
        self._open.clicked.connect(self.open_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._theme
        self._foot = Panel(theme, "base", rounded=False)
        row = QHBoxLayout(self._foot)
        edge = theme.space.l
        row.setContentsMargins(edge, theme.px(4), theme.space.m, theme.px(8))
        row.addWidget(self._read, 1)
        row.addWidget(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._foot)
        self._foot.hide()

    # what is shown -------------------------------------------------------------------------

    def show_ticket(self, ticket: TicketCell | None, other: TicketCell | None) -> None:
        """Show the ticket of a run as last read, or that there is none.

        What was read live of the same ticket stays.

        Args:
            ticket: the one that counts in the environment in use.
            other: what the row holds; without the former it is of the other environment.
        """
        known = self.view.link.ticket_id if self.view is not None else None
        if ticket is None or ticket.ticket_id != known:
            self.view = None
        self._ticket, self._trouble = ticket, None
        self._foot.setVisible(ticket is not None and ticket.ticket_id is not None)
        if ticket is None:
            self._show_none(other)
        elif self.view is not None:
            self.show_view(self.view)
        else:
            self._read.setText("")
            self._fill(self._add_last_known)

    def show_reading(self) -> None:
        """The ticket is being read."""
        self._read.setText(self.tr("Reading from Autotask…"))

    def show_off(self) -> None:
        """Nothing is asked while the integration is off."""
        self._read.setText(self.tr("Autotask is off; this is as last read."))

    def show_view(self, view: TicketView) -> None:
        """Show the ticket as just read."""
        self.view, self._trouble = view, None
        at = view.read_at.astimezone(self._now().tzinfo)
        self._read.setText(self.tr("Read from Autotask at {time}").format(time=f"{at:%H:%M}"))
        self._fill(self._add_view)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say why the ticket could not be read; what was read before stays."""
        self._trouble = trouble
        self._read.setText(self.tr("Not read just now"))
        self._fill(self._add_view if self.view is not None else self._add_last_known)

    # pieces --------------------------------------------------------------------------------

    def _fill(self, add: Callable[[], None]) -> None:
        scroll = self._page.verticalScrollBar()
        at = scroll.value()
        self._page.begin()
        if self._trouble is not None:
            self._add_trouble(self._trouble)
        add()
        self._page.end()
        scroll.setValue(at)

    def _show_none(self, other: TicketCell | None) -> None:
        page = self._page
        page.begin()
        page.add_text(self.tr("No ticket for this run yet."), "muted")
        if other is not None and other.environment is not None:
            text = self.tr("{environment} holds {number}, which does not count here.")
            words = text.format(
                environment=told(other.environment.label), number=ticket_number(other)
            )
            page.add_text(words, "muted")
        page.end()

    def _add_last_known(self) -> None:
        ticket = self._ticket
        if ticket is None:
            return
        self._add_number(ticket_number(ticket), ticket_badge(ticket))
        facts = [Fact(self.tr("Origin"), origin_words(ticket.origin))]
        if ticket.ticket_id is not None:
            facts.append(Fact(self.tr("Ticket id"), str(ticket.ticket_id)))
        if ticket.environment is not None:
            facts.append(Fact(self.tr("Environment"), told(ticket.environment.label)))
        self._add_facts(tuple(facts))

    def _add_view(self) -> None:
        view = self.view
        if view is None:
            return
        ticket = view.sheet.ticket
        badge = Badge.TICKET_COMPLETE if ticket.is_complete else Badge.TICKET_OPEN
        self._add_number(ticket.number, BadgeCell(badge, view.status))
        self._page.add_text(ticket.title, "muted", "small")
        self._page.lines.addSpacing(self._theme.px(2))
        self._add_facts(ticket_facts(view, self._now()))
        self._page.add_line()
        self._add_time(view)
        self._page.add_line()
        self._add_notes(view)

    def _add_number(self, number: str, badge: BadgeCell | None) -> None:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.space.s)
        row.addWidget(Label(theme, number, "panel", weight=600, tabular=True))
        if badge is not None:
            row.addWidget(BadgeLabel(theme, badge.badge, badge.text))
        row.addStretch(1)
        if self._ticket is not None and self._ticket.number:
            copy = ActionButton(theme, "", "copy")
            copy.setAccessibleName(self.tr("Copy ticket number"))
            copy.set_tip(self.tr("Copy ticket number (Y)"))
            copy.clicked.connect(self._copy)
            row.addWidget(copy)
        self._page.lines.addLayout(row)

    def _add_facts(self, facts: tuple[Fact, ...]) -> None:
        grid = Facts(self._theme, _LABELS)
        grid.show_facts(facts)
        self._page.lines.addWidget(grid)

    def _add_trouble(self, trouble: Trouble) -> None:
        heading = self.tr("The ticket could not be read")
        box = NoticeBox(self._theme, Tone.FAILED, heading, trouble.sentence)
        row = QHBoxLayout()
        again = ActionButton(self._theme, self.tr("Read again"), "refresh", kind=Kind.FLAT)
        again.clicked.connect(self.again_requested)
        copy = ActionButton(self._theme, self.tr("Copy details"), "copy", kind=Kind.FLAT)
        copy.clicked.connect(self._copy_details)
        row.addWidget(again)
        row.addWidget(copy)
        row.addStretch(1)
        box.body.addLayout(row)
        self._page.lines.addWidget(box)

    # time ----------------------------------------------------------------------------------

    def _add_time(self, view: TicketView) -> None:
        page, entries = self._page, view.sheet.entries
        if entries is None:
            page.add_heading(self.tr("Time entries"))
            page.add_text(
                self.tr("This API user may not see time entries, so nobody knows."),
                "muted",
                "small",
            )
            return
        hours = self.tr("{hours} h").format(hours=decimal(view.hours)) if entries else ""
        page.add_heading(self.tr("Time entries ({n})").format(n=len(entries)), hours)
        if not entries:
            page.add_text(self.tr("No time has been booked."), "muted", "small")
        for entry in entries:
            self._add_entry(entry)
        if entries and not view.sheet.ticket.is_complete:
            self._add_consequence()

    def _add_entry(self, entry: BookedTime) -> None:
        when = moment_text(entry.at, self._now(), inside=True) if entry.at else ""
        text = breakable(entry_words(entry))
        self._page.add_point("clock", "muted", person_words(entry.who), when, text)

    def _add_consequence(self) -> None:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        size = theme.metrics.badge_icon
        icon = IconLabel(theme, "triangle-warning", "warning_icon", size=size)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("Resolve will add the note only. The ticket stays open.")
        row.addWidget(WrappingLabel(theme, words, "small_name"), 1)
        self._page.lines.addLayout(row)

    # notes ---------------------------------------------------------------------------------

    def _add_notes(self, view: TicketView) -> None:
        page, notes = self._page, view.sheet.notes
        n = "" if notes is None else f" ({len(notes)})"
        self._add_notes_heading(self.tr("Notes") + n)
        if notes is None:
            page.add_text(self.tr("This API user may not see notes."), "muted", "small")
            return
        if not notes:
            page.add_text(self.tr("No notes yet."), "muted", "small")
        earlier = len(notes) - MOST_NOTES
        if earlier > 0:
            words = self.tr("{n} earlier notes are not shown. Open the ticket to read them.")
            page.add_text(words.format(n=earlier), "muted", "small")
        for note in notes[-MOST_NOTES:]:
            self._add_note(note)

    def _add_notes_heading(self, heading: str) -> None:
        row = QHBoxLayout()
        row.addWidget(Label(self._theme, heading, "section"), 1)
        if self.may_note:
            words = self.tr("Add internal note")
            add = ActionButton(self._theme, words, key="N", kind=Kind.FLAT)
            add.clicked.connect(self.note_requested)
            row.addWidget(add)
        self._page.lines.addLayout(row)

    def _add_note(self, note: WrittenNote) -> None:
        when = moment_text(note.at, self._now(), inside=True) if note.at else ""
        token = "muted" if note.is_internal else "warning_icon"
        text = breakable(note_text(note))
        self._page.add_point("note", token, note_heading(note), when, text)

    @Slot()
    def _copy(self) -> None:
        if self._ticket is not None:
            self.copy_requested.emit(self._ticket.number)

    @Slot()
    def _copy_details(self) -> None:
        if self._trouble is not None:
            self.copy_requested.emit(self._trouble.details)
