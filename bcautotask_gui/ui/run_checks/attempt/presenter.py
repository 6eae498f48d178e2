"""Reads what is open about the selected run, and carries out what a person decides about it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bcautotask_gui.domain.linking import LinkCandidate, SecondTicket
from bcautotask_gui.domain.runs import RunRow
from bcautotask_gui.domain.tickets import Ticket
from bcautotask_gui.services.claims import REJECT_WARNING, Attempt, ClaimService
from bcautotask_gui.services.tickets import TicketService
from bcautotask_gui.ui.messages import Messages
from bcautotask_gui.ui.run_checks.attempt.boxes import Deed, Offer, boxes_of
from bcautotask_gui.ui.run_checks.attempt.state import AttemptState
from bcautotask_gui.ui.run_checks.cells import ticket_number
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.run_checks.words import run_name
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.ui.shared.telling import OutcomeLine, told
from bcautotask_gui.worker.jobs import Lane, Runner

AGAIN_MS = 5000
"""An open attempt is read again while it is shown."""


@dataclass(frozen=True)
class _Read:
    run_id: int
    attempt: Attempt | None
    seconds: tuple[SecondTicket, ...]


def _read(claims: ClaimService, run_id: int) -> _Read:
    return _Read(run_id, claims.attempt(run_id), claims.second_tickets(run_id))


class AttemptPresenter(QObject):
    """Keeps the boxes of the selected run true, and does what their buttons say."""

    decided = Signal(object)
    """The id of a run that must be read again."""
    look_wanted = Signal()
    """Look for open tickets now."""
    link_wanted = Signal(object, str)
    """A run id, and the number to search for or empty."""
    troubled = Signal(object, object)
    """The id of a run, and its Trouble or None."""

    def __init__(
        self,
        tab: RunChecksTab,
        claims: ClaimService,
        tickets: TicketService,
        jobs: Runner,
        messages: Messages,
        outcome: OutcomeLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._claims, self._tickets = tab, claims, tickets
        self._jobs, self._messages, self._outcome = jobs, messages, outcome
        self._row: RunRow | None = None
        self._acting: RunRow | None = None
        self._did = ""
        self.state: AttemptState | None = None
        self._reading = self._question(Lane.LOCAL, self._state_read, self._unread)
        self._offers = self._question(Lane.AUTOTASK, self._offers_read, self._offers_failed)
        self._act = self._question(Lane.AUTOTASK, self._done, self._failed)
        self._address = self._question(Lane.AUTOTASK, messages.open_url, self._failed)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._read)
        tab.selection_changed.connect(self._selection_changed)
        tab.pane.summary.offer_taken.connect(self._take)

    def _question(
        self, lane: Lane, answered: Callable[..., None], failed: Callable[..., None]
    ) -> Question:
        question = Question(partial(self._jobs.run, lane), self)
        question.answered.connect(answered)
        question.failed.connect(failed)
        return question

    def stop(self) -> None:
        """Read nothing more."""
        self._again.stop()
        for question in (self._reading, self._offers, self._address):
            question.stop()

    # reading -------------------------------------------------------------------------------

    @Slot()
    def _selection_changed(self) -> None:
        ids = self._tab.list.selected_ids
        if self._row is not None and ids != (self._row.id,):
            self.stop()
            self._row, self.state = None, None

    @Slot(object)
    def show(self, run_id: int) -> None:
        """Read what is open about the run that the pane shows now."""
        self._row = self._tab.list.held(run_id)
        self._read()

    @Slot()
    def _read(self) -> None:
        if self._row is not None:
            self._reading.ask(_read, self._claims, self._row.id)

    @Slot(object)
    def _state_read(self, found: _Read) -> None:
        row = self._row
        if row is None or row.id != found.run_id:
            return
        ticket = self._tab.ticket_of(row)
        state = AttemptState(row.id, ticket_number(ticket) if ticket else "", seconds=found.seconds)
        if found.attempt is not None:
            state = replace(state, **vars(found.attempt))
        before = self.state
        if before is not None and before.undecided == state.undecided:
            state = replace(state, offers=before.offers, trouble=before.trouble)
        self._show(state)
        if state.undecided and state.offers is None and state.trouble is None:
            self._offers.ask(self._claims.offers, row.id)
        if state.is_moving:
            self._again.start()

    @Slot(object)
    def _unread(self, _trouble: Trouble) -> None:
        """The list and the pane say that the database does not answer; it is tried again."""
        self._again.start()

    @Slot(object)
    def _offers_read(self, offers: tuple[LinkCandidate, ...]) -> None:
        if self.state is not None:
            self._show(replace(self.state, offers=offers, trouble=None))

    @Slot(object)
    def _offers_failed(self, trouble: Trouble) -> None:
        if self.state is not None:
            self._show(replace(self.state, trouble=trouble))

    def _show(self, state: AttemptState) -> None:
        self.state = state
        boxes = boxes_of(state, self._tab.now())
        self._tab.pane.summary.show_attempt(state.run_id, boxes)

    # deciding ------------------------------------------------------------------------------

    @Slot(object)
    def _take(self, offer: Offer) -> None:
        row = self._row
        if row is None or self._act.is_open:
            return
        about = offer.about
        if offer.deed is Deed.COPY:
            self._tab.copy_requested.emit(str(about))
        elif offer.deed is Deed.OPEN:
            self._acting = row
            self._address.ask(self._tickets.address, about)
        elif offer.deed is Deed.LOOK:
            self._outcome.tell(self.tr("Looking for the ticket in Autotask"))
            self.look_wanted.emit()
        elif offer.deed is Deed.LINK:
            self.link_wanted.emit(row.id, str(about))
        elif offer.deed is Deed.READ_AGAIN:
            self._offers.ask(self._claims.offers, row.id)
        else:
            self._decide(offer, row)

    def _decide(self, offer: Offer, row: RunRow) -> None:
        if offer.deed is Deed.REJECT:
            self._messages.ask(
                self.tr("Is this not the ticket of this run?"),
                told(REJECT_WARNING),
                self.tr("Reject"),
                partial(self._reject, row, offer.about),
            )
        elif offer.deed is Deed.ACCEPT:
            self._start(row, self.tr("accepted"), self._claims.accept, row.id, offer.about)
        elif offer.deed is Deed.TAKE_OVER:
            self._start(row, self.tr("taken over"), self._claims.take_over, row.id)

    def _reject(self, row: RunRow, ticket_id: object) -> None:
        self._start(row, self.tr("rejected"), self._claims.reject, row.id, ticket_id)

    def _start(self, row: RunRow, did: str, work: Callable[..., object], *about: object) -> None:
        self._acting, self._did = row, did
        self.troubled.emit(row.id, None)
        self._act.ask(work, *about)

    @Slot(object)
    def _done(self, outcome: object) -> None:
        row = self._acting
        if row is None:
            return
        if isinstance(outcome, Ticket):
            words = self.tr("Ticket {number} {did} for {run}.")
            self._outcome.tell(
                words.format(number=outcome.number, did=self._did, run=run_name(row))
            )
        else:
            self._outcome.tell(f"{run_name(row)}: {self._did}.")
        self.state = None
        self.decided.emit(row.id)
        self.look_wanted.emit()

    @Slot(object)
    def _failed(self, trouble: Trouble) -> None:
        self._outcome.tell("", trouble.failure, trouble.correlation)
        if self._acting is not None:
            self.troubled.emit(self._acting.id, trouble)
            self.state = None
            self.decided.emit(self._acting.id)
