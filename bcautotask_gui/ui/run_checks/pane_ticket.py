"""The ticket of a run as last read, and the ways to it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bcautotask_gui.domain.runs import TicketCell
from bcautotask_gui.ui.run_checks.cells import state_words, ticket_badge, ticket_number
from bcautotask_gui.ui.run_checks.pane_page import PanePage
from bcautotask_gui.ui.run_checks.words import origin_words
from bcautotask_gui.ui.shared.badge_painting import BadgeLabel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.facts import Fact, Facts
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.theme import Theme


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


class TicketPage(PanePage):
    """Number, state, origin; Copy number and Open ticket."""

    open_requested = Signal()
    copy_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Ticket"), parent)
        self._number = ""

    def show_ticket(self, ticket: TicketCell | None, other: TicketCell | None) -> None:
        """Show the ticket of a run, or that there is none.

        Args:
            ticket: the one that counts in the environment in use.
            other: what the row holds; without the former it is of the other environment.
        """
        self.begin()
        if ticket is not None:
            self._add_ticket(ticket)
        else:
            self.add_text(self.tr("No ticket for this run yet."), "muted")
            if other is not None and other.environment is not None:
                text = self.tr("{environment} holds {number}, which does not count here.")
                self.add_text(
                    text.format(environment=other.environment.label, number=ticket_number(other)),
                    "muted",
                )
        self.end()

    def _add_ticket(self, ticket: TicketCell) -> None:
        theme = self._theme
        self._number = ticket.number
        self.lines.addLayout(number_row(theme, ticket, "panel"))
        facts = [Fact(self.tr("Origin"), origin_words(ticket.origin))]
        if ticket.ticket_id is not None:
            facts.append(Fact(self.tr("Ticket id"), str(ticket.ticket_id)))
        if ticket.environment is not None:
            facts.append(Fact(self.tr("Environment"), ticket.environment.label))
        grid = Facts(theme, 73)
        grid.show_facts(tuple(facts))
        self.lines.addWidget(grid)
        self._add_buttons(ticket)

    def _add_buttons(self, ticket: TicketCell) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._theme.space.s)
        if ticket.number:
            copy = ActionButton(self._theme, self.tr("Copy number"), "copy", "Y", Kind.FLAT)
            copy.clicked.connect(self._copy)
            row.addWidget(copy)
        if ticket.ticket_id is not None:
            go = ActionButton(self._theme, self.tr("Open ticket"), "external", "O", Kind.FLAT)
            go.clicked.connect(self.open_requested)
            row.addWidget(go)
        row.addStretch(1)
        self.lines.addLayout(row)

    @Slot()
    def _copy(self) -> None:
        self.copy_requested.emit(self._number)
