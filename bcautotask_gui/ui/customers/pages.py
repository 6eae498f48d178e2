"""The quieter tabs of the panel: a customer's open tickets, and what was done to its mapping."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcautotask_gui.domain.customers import MappingEntry, OpenTicket
from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.ui.shared.empty_state import EmptyState
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.shared.two_line_list import TwoLineList, TwoLines
from bcautotask_gui.ui.theme import Theme

Now = Callable[[], datetime]


class _ListPage(QWidget):
    """A list, or what stands in its place."""

    def __init__(self, theme: Theme, name: str, icon: str, nothing: str) -> None:
        super().__init__()
        self.entries = TwoLineList(theme, name)
        self._empty = EmptyState(theme, icon, small=True)
        self._nothing = nothing
        self._remark = Label(theme, "", "small", "muted", elided=True)
        self._remark.setContentsMargins(theme.space.l, theme.space.s, theme.space.l, theme.space.s)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.entries, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._remark, 0, Qt.AlignmentFlag.AlignBottom)
        self.tell("")

    def tell(self, sentence: str) -> None:
        """Show no entries, but why; an empty sentence says that they are being read."""
        self._show((), sentence or self.tr("Reading…"), "")

    def _show(self, entries: Sequence[TwoLines], nothing: str, remark: str) -> None:
        self.entries.show_entries(entries)
        self.entries.setVisible(bool(entries))
        self._empty.setVisible(not entries)
        self._empty.say(nothing)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))


class TicketsPage(_ListPage):
    """The open tickets, newest run first."""

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__(theme, self.tr("Open tickets"), "ticket", "")
        self._now = now
        self._nothing = self.tr("No open ticket")

    def show_tickets(self, tickets: Sequence[OpenTicket], *, has_more: bool) -> None:
        """Show these tickets, and whether there are more."""
        more = self.tr("There are more open tickets; see Run Checks.") if has_more else ""
        self._show([self._entry(each) for each in tickets], self._nothing, more)

    def _entry(self, ticket: OpenTicket) -> TwoLines:
        parts = [ticket.job]
        if ticket.run_at is not None:
            parts.append(moment_text(ticket.run_at, self._now(), inside=True))
        label = ticket.status or self.tr("Open")
        return TwoLines(ticket.number, ticket.number, " · ".join(parts), Badge.TICKET_OPEN, label)


class HistoryPage(_ListPage):
    """What was done to the mapping, newest first."""

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__(theme, self.tr("History"), "history", "")
        self._now = now
        self._nothing = self.tr("Nothing was done to this mapping here yet.")

    def show_history(self, history: Sequence[MappingEntry]) -> None:
        """Show these acts."""
        entries = [self._entry(place, each) for place, each in enumerate(history)]
        self._show(entries, self._nothing, "")

    def _entry(self, place: int, entry: MappingEntry) -> TwoLines:
        what = told(entry.what)
        what = what[:1].upper() + what[1:]
        change = entry.after
        if entry.before and entry.after:
            change = self.tr("{before} → {after}").format(before=entry.before, after=entry.after)
        elif entry.before:
            change = self.tr("was {before}").format(before=entry.before)
        when = moment_text(entry.at, self._now())
        detail = " · ".join(part for part in (when, entry.who, change) if part)
        return TwoLines(str(place), what, detail)
