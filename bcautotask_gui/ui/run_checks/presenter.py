"""The behaviour of Run Checks: brings list, pane, create and look-ups together."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot

from bcautotask_gui.domain.changes import Change, ChangeKind
from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.services.drafts import DraftService
from bcautotask_gui.services.look_ups import LookUpService
from bcautotask_gui.services.resolution import ResolutionService
from bcautotask_gui.services.runs import RunService
from bcautotask_gui.services.ticket_offers import TicketOfferService
from bcautotask_gui.services.ticket_states import TicketStateService
from bcautotask_gui.services.ticket_view import TicketViewService
from bcautotask_gui.services.tickets import TicketService
from bcautotask_gui.ui.messages import Messages
from bcautotask_gui.ui.run_checks.create.presenter import CreatePresenter
from bcautotask_gui.ui.run_checks.detail.presenter import DetailPresenter
from bcautotask_gui.ui.run_checks.following.presenter import FollowPresenter
from bcautotask_gui.ui.run_checks.listing.presenter import ListPresenter
from bcautotask_gui.ui.run_checks.note.presenter import NotePresenter
from bcautotask_gui.ui.run_checks.pane import TICKET_TAB
from bcautotask_gui.ui.run_checks.reasons import Rules
from bcautotask_gui.ui.run_checks.resolve.presenter import ResolvePresenter
from bcautotask_gui.ui.run_checks.states.presenter import StatesPresenter
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.run_checks.ticket.presenter import TicketPresenter
from bcautotask_gui.ui.run_checks.waiting.presenter import WaitingPresenter
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.ui.shared.telling import OutcomeLine
from bcautotask_gui.worker.jobs import Lane, Runner


@dataclass(frozen=True)
class RunServices:
    """What can be done with runs and their tickets."""

    runs: RunService
    drafts: DraftService
    offers: TicketOfferService
    tickets: TicketService
    look_ups: LookUpService
    resolving: ResolutionService
    views: TicketViewService
    states: TicketStateService


class RunChecksPresenter(QObject):
    """Decides what happens when the tab asks; `start` begins, `close` ends it."""

    def __init__(
        self,
        tab: RunChecksTab,
        services: RunServices,
        jobs: Runner,
        messages: Messages,
        outcome: OutcomeLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        runs, tickets = services.runs, services.tickets
        self._tab, self._tickets = tab, tickets
        self._messages, self._outcome = messages, outcome
        self.list = ListPresenter(tab, runs, jobs, self)
        self.detail = DetailPresenter(tab, runs, services.drafts, jobs, self.list.known, self)
        self.create = CreatePresenter(
            tab, services.drafts, services.offers, tickets, jobs, messages, outcome, self
        )
        self.ticket = TicketPresenter(tab, services.views, jobs, self)
        self.resolve = ResolvePresenter(tab, services.resolving, jobs, outcome, self)
        self.note = NotePresenter(tab, services.resolving, jobs, outcome, self)
        self.states = StatesPresenter(tab, services.states, jobs, outcome, self)
        self.following = FollowPresenter(tab, runs, self.list, jobs, self)
        self.waiting = WaitingPresenter(
            services.look_ups, services.resolving, runs, jobs, outcome, self
        )
        self._address = Question(partial(jobs.run, Lane.AUTOTASK), self)
        self._address.answered.connect(messages.open_url)
        self._address.failed.connect(self._address_failed)
        self._opening: int | None = None
        self._may_ask = False
        self._connect()

    def _connect(self) -> None:
        tab = self._tab
        tab.create_requested.connect(self._create)
        tab.open_requested.connect(self._open)
        tab.copy_requested.connect(self._copy)
        tab.link_chosen.connect(self._ask_about_link)
        tab.place_wanted.connect(self._go)
        tab.view_menu.told.connect(self._outcome.tell)
        self.create.started.connect(self.list.show_creating)
        self.create.started.connect(self.detail.read_again)
        self.create.ended.connect(self._read_again)
        self.create.left_open.connect(self.waiting.wait_for)
        self.create.troubled.connect(self.detail.show_trouble)
        self.waiting.decided.connect(self._read_again)
        self.list.counted.connect(self._counted)
        self.list.row_changed.connect(self.detail.row_replaced)
        self.following.run_changed.connect(self.detail.read_again)
        self._connect_ticket()

    def _connect_ticket(self) -> None:
        """What is done with a ticket, and how it stands."""
        tab = self._tab
        tab.resolve_requested.connect(self._resolve)
        tab.note_requested.connect(self._add_note)
        for act in (self.resolve, self.note):
            act.ended.connect(self._ticket_changed)
            act.left_open.connect(self.waiting.wait_for_writing)
        self.resolve.open_requested.connect(self._open)
        self.ticket.changed.connect(self._read_again)
        self.detail.shown.connect(self.ticket.detail_shown)
        self.states.changed.connect(self._compare)

    def use_settings(self, settings: Settings) -> None:
        """Judge by what the settings allow from now on."""
        acts = self._tab.acts
        rules = Rules(is_known=True, enabled=settings.enabled, resolving=settings.resolving_allowed)
        acts.show_abilities(replace(acts.abilities, rules=rules))
        if self._may_ask:
            self._read_states()

    def start(self) -> None:
        """Read the list for the first time; Autotask is asked once the keyring answered."""
        self.list.refresh()

    def begin_to_ask(self) -> None:
        """The keyring answered: read how tickets stand, and look what was left open."""
        self._may_ask = True
        self._read_states()
        self.waiting.begin()
        self.ticket.begin()

    def _read_states(self) -> None:
        """The tickets in view are read first, so it waits until there is something in view."""
        if self.list.newest is None:
            self.list.shown.connect(
                self.states.refresh_by_itself, Qt.ConnectionType.SingleShotConnection
            )
        else:
            self.states.refresh_by_itself()

    def come_into_view(self) -> None:
        """The tab is shown again."""
        self.states.refresh_if_old()

    @Slot()
    def refresh(self) -> None:
        """Read everything again; selection and scroll stay."""
        self.list.refresh()
        self.detail.read()

    @Slot()
    def refresh_tickets(self) -> None:
        """Read again in Autotask how tickets stand, and the one that is looked at."""
        if self._may_ask:
            self.states.refresh()
            self.ticket.look()

    def hear(self, changes: Collection[Change]) -> None:
        """Show what others changed, without moving anything."""
        self.following.hear(changes)

    def close(self) -> None:
        """Ask and look no more."""
        self.following.stop()
        self.detail.stop()
        self.ticket.stop()
        self.resolve.stop()
        self.states.stop()
        self.waiting.stop()

    @Slot()
    def _create(self) -> None:
        row = self._tab.list.selected_row
        if row is not None and self._tab.ticket_of(row) is None:
            self.create.begin(row)

    @Slot()
    def _resolve(self) -> None:
        row = self._tab.list.selected_row
        if row is not None:
            self.resolve.begin(row)

    @Slot()
    def _add_note(self) -> None:
        row = self._tab.list.selected_row
        if row is not None:
            self.note.begin(row)

    @Slot(object)
    def _ticket_changed(self, run_id: int) -> None:
        """Other runs may have the same ticket."""
        self._read_again(run_id)
        self.ticket.look_again(run_id)
        self._compare()

    @Slot()
    def _compare(self) -> None:
        self.following.hear((Change(ChangeKind.VIEW),))

    @Slot(object)
    def _read_again(self, run_id: int) -> None:
        self.list.read_again(run_id)
        self.detail.read_again(run_id)

    @Slot(object)
    def _counted(self, counts: dict[RunView, int]) -> None:
        self.waiting.set_waiting(counts.get(RunView.WAITING, 0))

    @Slot()
    def _open(self) -> None:
        row = self._tab.list.selected_row
        ticket = self._tab.ticket_of(row) if row is not None else None
        if row is not None and ticket is not None and ticket.ticket_id is not None:
            self._opening = row.id
            self._address.ask(self._tickets.address, ticket.ticket_id)

    @Slot(object)
    def _address_failed(self, trouble: Trouble) -> None:
        self._outcome.tell("", trouble.failure, trouble.correlation)
        if self._opening is not None:
            self.detail.show_trouble(self._opening, trouble)

    @Slot(str)
    def _copy(self, text: str) -> None:
        self._messages.copy(text)
        first = text.splitlines()[0] if text else ""
        self._outcome.tell(self.tr("Copied: {text}").format(text=first))

    @Slot(str)
    def _ask_about_link(self, url: str) -> None:
        self._messages.ask(
            self.tr("Open this link in the browser?"),
            self.tr("The mail leads to {url}").format(url=url),
            self.tr("Open link"),
            partial(self._messages.open_url, url),
        )

    @Slot(str)
    def _go(self, place: str) -> None:
        """The ticket is here; other places are other pages."""
        if place == "ticket":
            self._tab.pane.tabs.setCurrentIndex(TICKET_TAB)
