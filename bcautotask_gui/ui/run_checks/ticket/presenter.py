"""Reads the ticket of the selected run while its tab is looked at."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bcautotask_gui.domain.runs import RunRow, TicketCell
from bcautotask_gui.domain.ticket_view import TicketView
from bcautotask_gui.domain.tickets import TicketState
from bcautotask_gui.services.ticket_view import TicketViewService
from bcautotask_gui.ui.run_checks.pane import TICKET_TAB
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.worker.jobs import Lane, Runner

LOOK_AFTER_MS = 300
"""Whoever walks down the list asks Autotask nothing on the way."""


class TicketPresenter(QObject):
    """One look at a time, at the ticket that is shown; nothing while the integration is off."""

    changed = Signal(object)
    """The id of a run whose ticket stands otherwise than its row says."""

    def __init__(
        self,
        tab: RunChecksTab,
        views: TicketViewService,
        jobs: Runner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._views = tab, views
        self._page = tab.pane.ticket
        self._run_id: int | None = None
        self._may_ask = False
        self._question = Question(partial(jobs.run, Lane.AUTOTASK), self)
        self._question.answered.connect(self._read)
        self._question.failed.connect(self._failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LOOK_AFTER_MS)
        self._pause.timeout.connect(self.look)
        tab.selection_changed.connect(self._leave)
        tab.pane.tabs.currentChanged.connect(self._look_soon)
        self._page.again_requested.connect(self.look)

    def stop(self) -> None:
        """Ask nothing more."""
        self._pause.stop()
        self._question.stop()

    def begin(self) -> None:
        """The secrets were read: look at the ticket that is shown."""
        self._may_ask = True
        self.look()

    @Slot()
    def _leave(self) -> None:
        """Another run is selected; what is still asked about the former is dropped."""
        self._question.stop()
        self._run_id = None
        self._page.view = None
        self._pause.start()

    @Slot()
    def _look_soon(self) -> None:
        self._pause.start()

    @Slot()
    def look(self) -> None:
        """Read the ticket that is shown now."""
        self._pause.stop()
        row = self._tab.list.selected_row
        ticket = self._ticket(row)
        if row is None or ticket is None or not self._may_ask or not self._is_looked_at():
            return
        if not self._tab.acts.abilities.rules.enabled:
            self._page.show_off()
            return
        self._run_id = row.id
        self._page.show_reading()
        self._question.ask(self._views.read, row.id)

    @Slot(object)
    def look_again(self, run_id: int) -> None:
        """Read the ticket of a run again if it is the one that is shown."""
        row = self._tab.list.selected_row
        if row is not None and row.id == run_id:
            self.look()

    @Slot(object)
    def detail_shown(self, run_id: int) -> None:
        """The pane was filled anew: say again what is under way, or begin with it."""
        if run_id == self._run_id and self._question.is_open:
            self._page.show_reading()
        elif self._run_id is None and not self._pause.isActive():
            self.look()

    def _is_looked_at(self) -> bool:
        pane = self._tab.pane
        return pane.tabs.currentIndex() == TICKET_TAB and not pane.isHidden()

    def _ticket(self, row: RunRow | None) -> TicketCell | None:
        ticket = self._tab.ticket_of(row) if row is not None else None
        return ticket if ticket is not None and ticket.ticket_id is not None else None

    @Slot(object)
    def _read(self, view: TicketView) -> None:
        if view.run_id != self._run_id:
            return
        self._page.show_view(view)
        ticket = self._ticket(self._tab.list.selected_row)
        if ticket is not None and _differs(ticket, view):
            self.changed.emit(view.run_id)

    @Slot(object)
    def _failed(self, trouble: Trouble) -> None:
        self._page.show_trouble(trouble)


def _differs(ticket: TicketCell, view: TicketView) -> bool:
    """Whether the row says something else; it was saved with the look and can be read."""
    entries = view.sheet.entries
    is_complete = ticket.state is TicketState.COMPLETE
    state_differs = ticket.state not in (TicketState.OPEN, TicketState.COMPLETE) or (
        is_complete is not view.sheet.ticket.is_complete
    )
    time_differs = entries is not None and ticket.has_time_entries is not bool(entries)
    return state_differs or ticket.label != view.status or time_differs
