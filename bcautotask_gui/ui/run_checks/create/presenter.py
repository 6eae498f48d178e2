"""From the Create button to the ticket: preview, the act, and how each ending is told."""

from functools import partial, update_wrapper

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.draft_changes import TicketOffers
from bcautotask_gui.domain.errors import Kind
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.runs import RunRow
from bcautotask_gui.domain.tickets import ClaimState, TicketDraft
from bcautotask_gui.services.create_outcome import CreateOutcome
from bcautotask_gui.services.drafts import DraftService
from bcautotask_gui.services.ticket_offers import TicketOfferService
from bcautotask_gui.services.tickets import TicketService
from bcautotask_gui.ui.messages import Messages
from bcautotask_gui.ui.run_checks.create.dialog import CreateDialog
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.run_checks.words import run_name
from bcautotask_gui.ui.shared.question import Question, Trouble, trouble_of
from bcautotask_gui.ui.shared.telling import OutcomeLine, told
from bcautotask_gui.worker.jobs import Lane, Runner


class CreateAct(QObject):
    """One create under way; it carries what its signals need to tell."""

    progressed = Signal(object, str)
    ended = Signal(object, object)
    """The act and its CreateOutcome."""
    failed = Signal(object, object)
    """The act and its Trouble."""
    over = Signal(object)

    def __init__(self, row: RunRow, draft: TicketDraft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row, self.draft = row, draft
        self.trouble: Trouble | None = None
        self.correlation = ""

    def start(self, jobs: Runner, tickets: TicketService, *, tenant_is_empty: bool) -> None:
        """Send the draft from the lane of an operator's acts."""
        work = partial(tickets.create, self.draft, tenant_is_empty=tenant_is_empty)
        job = jobs.run(Lane.AUTOTASK, update_wrapper(work, tickets.create))
        self.correlation = job.correlation
        job.progressed.connect(self._progressed)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.finished.connect(self._finished)

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        self.progressed.emit(self, told(progress.what))

    @Slot(object)
    def _done(self, outcome: CreateOutcome) -> None:
        self.ended.emit(self, outcome)

    @Slot(object)
    def _failed(self, error: object) -> None:
        self.trouble = trouble_of(error, self.correlation)
        self.failed.emit(self, self.trouble)

    @Slot(object)
    def _finished(self, _job: object) -> None:
        self.over.emit(self)


class CreatePresenter(QObject):
    """Opens the preview, creates, and tells how it ended."""

    started = Signal(object)
    """The id of a run whose ticket is being created from now on."""
    ended = Signal(object)
    """The id of a run that must be read again."""
    left_open = Signal(object)
    """The id of a run whose ticket must be looked for, or whose number is missing."""
    troubled = Signal(object, object)
    """The id of a run, and its Trouble or None."""
    value_refused = Signal()
    """Autotask does not offer a value any more that the draft was made with."""
    link_instead = Signal(object, str)
    """The id of a run, and the open ticket of its job as "number, status"."""

    def __init__(
        self,
        tab: RunChecksTab,
        drafts: DraftService,
        offers: TicketOfferService,
        tickets: TicketService,
        jobs: Runner,
        messages: Messages,
        outcome: OutcomeLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._drafts, self._tickets = tab, drafts, tickets
        self._jobs, self._messages, self._outcome = jobs, messages, outcome
        self._acts: dict[int, CreateAct] = {}
        self._notice: Trouble | None = None
        self.dialog: CreateDialog | None = None
        self._draft = Question(partial(jobs.run, Lane.LOCAL), self)
        self._draft.answered.connect(self._draft_read)
        self._draft.failed.connect(self._draft_failed)
        self._read_offers = offers.offers
        self._offers = Question(partial(jobs.run, Lane.AUTOTASK), self)
        self._offers.answered.connect(self._offers_read)
        self._offers.failed.connect(self._offers_failed)
        self._rest = Question(partial(jobs.run, Lane.AUTOTASK), self)
        self._rest.answered.connect(self._show_draft)
        self._rest.failed.connect(self._draft_failed)

    @property
    def at_work(self) -> frozenset[int]:
        """The runs whose ticket is being created right now."""
        return frozenset(self._acts)

    def begin(self, row: RunRow, notice: Trouble | None = None) -> None:
        """Open the preview of a run's ticket; does nothing while one is open or being sent.

        Args:
            row: the run.
            notice: what makes the preview open anew.
        """
        if self.dialog is not None or row.id in self._acts:
            return
        tab = self._tab
        self._notice = notice
        dialog = self.dialog = CreateDialog(
            tab.theme, row, tab.now, tab.environment, parent=tab.window()
        )
        dialog.confirmed.connect(self._confirmed)
        dialog.finished.connect(self._closed)
        dialog.place_wanted.connect(tab.place_wanted)
        dialog.copy_requested.connect(self._messages.copy)
        dialog.link_instead.connect(self._link_instead)
        dialog.offers_wanted.connect(self._want_offers)
        dialog.open()
        self._draft.ask(self._drafts.draft, row.id)

    @Slot(object)
    def _draft_read(self, draft: TicketDraft) -> None:
        """What belongs to the company is asked for only where a ticket can come of it."""
        if draft.unread and not draft.blocks:
            self._rest.ask(self._drafts.complete, draft)
        else:
            self._show_draft(draft)

    @Slot(object)
    def _show_draft(self, draft: TicketDraft) -> None:
        if self.dialog is not None and self.dialog.run_id == draft.run_id:
            self.dialog.show_draft(draft, self._notice)

    @Slot(object)
    def _draft_failed(self, trouble: Trouble) -> None:
        if self.dialog is not None:
            self.dialog.show_trouble(trouble)

    @Slot()
    def _want_offers(self) -> None:
        self._offers.ask(self._read_offers)

    @Slot(object)
    def _offers_read(self, offers: TicketOffers) -> None:
        if self.dialog is not None:
            self.dialog.show_offers(offers)

    @Slot(object)
    def _offers_failed(self, trouble: Trouble) -> None:
        if self.dialog is not None:
            self.dialog.show_no_offers(trouble)

    @Slot()
    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        self._draft.stop()
        self._offers.stop()
        self._rest.stop()
        if dialog is not None:
            dialog.deleteLater()

    @Slot()
    def _link_instead(self) -> None:
        dialog = self.dialog
        if dialog is not None and dialog.draft is not None:
            run_id, ticket = dialog.run_id, dialog.draft.job_ticket
            dialog.reject()
            self.link_instead.emit(run_id, ticket)

    @Slot()
    def _confirmed(self) -> None:
        dialog = self.dialog
        if dialog is None or dialog.draft is None or dialog.draft.blocks:
            return
        draft, row = dialog.draft, dialog.row
        dialog.accept()
        self._create(row, draft)

    def _create(self, row: RunRow, draft: TicketDraft, *, tenant_is_empty: bool = False) -> None:
        if row.id in self._acts:
            return
        act = self._acts[row.id] = CreateAct(row, draft, self)
        act.progressed.connect(self._progressed)
        act.ended.connect(self._act_ended)
        act.failed.connect(self._act_failed)
        act.over.connect(self._act_over)
        self.troubled.emit(row.id, None)
        self.started.emit(row.id)
        text = self.tr("Creating the ticket for {run}").format(run=run_name(row))
        self._outcome.tell_running(text)
        act.start(self._jobs, self._tickets, tenant_is_empty=tenant_is_empty)

    @Slot(object, str)
    def _progressed(self, act: CreateAct, what: str) -> None:
        self._outcome.tell_running(f"{run_name(act.row)}: {what}")

    @Slot(object, object)
    def _act_ended(self, act: CreateAct, outcome: CreateOutcome | None) -> None:
        if outcome is None:
            return
        if outcome.failure is not None:
            self._outcome.tell(f"{run_name(act.row)}:", outcome.failure, act.correlation)
        else:
            self._outcome.tell(self._created_words(act.row, outcome))
        if outcome.state is ClaimState.UNKNOWN or not outcome.number:
            self.left_open.emit(act.row.id)

    def _created_words(self, row: RunRow, outcome: CreateOutcome) -> str:
        if outcome.was_found:
            text = self.tr(
                "Ticket {number} found for {run}: an earlier attempt had made it. "
                "No second one was created."
            )
        elif outcome.number:
            text = self.tr("Ticket {number} created for {run}")
        else:
            text = self.tr("Ticket id {id} created for {run}. Its number is read next.")
        return text.format(number=outcome.number, id=outcome.ticket_id, run=run_name(row))

    @Slot(object, object)
    def _act_failed(self, act: CreateAct, trouble: Trouble) -> None:
        self._outcome.tell(f"{run_name(act.row)}:", trouble.failure, trouble.correlation)
        self.troubled.emit(act.row.id, trouble)
        if trouble.failure.kind is Kind.PICKLIST:
            self.value_refused.emit()

    @Slot(object)
    def _act_over(self, act: CreateAct) -> None:
        """The act has told its last; only now may another one for this run begin."""
        del self._acts[act.row.id]
        self.ended.emit(act.row.id)
        if act.trouble is not None:
            self._go_on(act, act.trouble)
        act.deleteLater()

    def _go_on(self, act: CreateAct, trouble: Trouble) -> None:
        """Two failures are questions: is the tenant new, and is this still what you want?"""
        if trouble.failure.kind is Kind.NO_TICKET_VISIBLE:
            self._messages.ask(
                self.tr("Is this Autotask new and empty?"),
                trouble.sentence,
                self.tr("It is new and empty"),
                partial(self._create, act.row, act.draft, tenant_is_empty=True),
            )
        elif trouble.failure.kind is Kind.STALE:
            self.begin(act.row, trouble)
