"""Links runs to a ticket that exists: finds it, looks at it, links it."""

from collections.abc import Callable, Sequence
from functools import partial, update_wrapper
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bcautotask_gui.domain.errors import Kind
from bcautotask_gui.domain.linking import LinkCandidate, LinkPreview, LinkSearch
from bcautotask_gui.services.link_search import LinkSearchService
from bcautotask_gui.services.linking import LinkService, LinkSummary
from bcautotask_gui.services.tickets import TicketService
from bcautotask_gui.ui.messages import Messages
from bcautotask_gui.ui.run_checks.cells import status_badge
from bcautotask_gui.ui.run_checks.link.dialog import LinkDialog
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.run_checks.words import run_name, runs_words
from bcautotask_gui.ui.shared.badges import badge_word
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.question import Question, Trouble, trouble_of
from bcautotask_gui.ui.shared.telling import OutcomeLine
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.domain.runs import RunRow

LOOK_AFTER_MS = 120
"""Who walks through the list reads no ticket on the way."""


class LinkPresenter(QObject):
    """One dialog at a time, for one run or several."""

    linked = Signal(object)
    """The ids of the runs that must be read again."""

    def __init__(
        self,
        tab: RunChecksTab,
        links: LinkService,
        search: LinkSearchService,
        tickets: TicketService,
        jobs: Runner,
        messages: Messages,
        outcome: OutcomeLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._links, self._search, self._tickets = tab, links, search, tickets
        self._jobs, self._messages, self._outcome = jobs, messages, outcome
        self.dialog: LinkDialog | None = None
        self._rows: tuple[RunRow, ...] = ()
        self._found = self._question(self._show_found, self._search_failed)
        self._preview = self._question(self._show_preview, self._preview_failed)
        self._address = self._question(messages.open_url, self._address_failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LOOK_AFTER_MS)
        self._pause.timeout.connect(self._look)
        self._correlation = ""
        self._stale: Trouble | None = None
        tab.acts.link.requested.connect(self._link_selected)

    def _question(self, answered: Callable[..., None], failed: Callable[..., None]) -> Question:
        question = Question(partial(self._jobs.run, Lane.AUTOTASK), self)
        question.answered.connect(answered)
        question.failed.connect(failed)
        return question

    def stop(self) -> None:
        """Ask no more."""
        self._pause.stop()
        for question in (self._found, self._preview, self._address):
            question.stop()

    @Slot()
    def _link_selected(self) -> None:
        self.begin(self._tab.list.selected_ids)

    def begin(self, run_ids: Sequence[int], text: str = "") -> None:
        """Open the dialog; does nothing while one is open.

        Args:
            run_ids: the runs to link.
            text: what is searched at first, such as the number of a ticket that was offered.
        """
        if self.dialog is not None or not run_ids:
            return
        held = (self._tab.list.held(run_id) for run_id in run_ids)
        self._rows = tuple(row for row in held if row is not None)
        if not text and len(self._rows) == 1:
            typed = self._tab.ticket_of(self._rows[0])
            text = typed.number if typed is not None else ""
        tab = self._tab
        dialog = self.dialog = LinkDialog(
            tab.theme, tuple(run_ids), self._runs_words(), tab.environment, text, tab.window()
        )
        dialog.searched.connect(self._search_for)
        dialog.chosen.connect(self._choose)
        dialog.confirmed.connect(self._link)
        dialog.open_requested.connect(self._open)
        dialog.copy_requested.connect(self._messages.copy)
        dialog.finished.connect(self._closed)
        dialog.open()
        self._search_for(text)

    def _runs_words(self) -> str:
        if len(self._rows) == 1:
            row = self._rows[0]
            badge = status_badge(row.status, row.status_text)
            when = moment_text(row.run_at, self._tab.now(), inside=True) if row.run_at else ""
            parts = (run_name(row), badge.text or badge_word(badge.badge), when)
            return " · ".join(part for part in parts if part)
        return runs_words(self._rows)

    # finding -------------------------------------------------------------------------------

    @Slot(str)
    def _search_for(self, text: str) -> None:
        if self.dialog is not None:
            self._preview.stop()
            self.dialog.show_searching()
            self._found.ask(self._search.find, self.dialog.run_ids, text)

    @Slot(object)
    def _show_found(self, found: LinkSearch) -> None:
        if self.dialog is not None:
            self.dialog.show_found(found)

    @Slot(object)
    def _search_failed(self, trouble: Trouble) -> None:
        if self.dialog is not None:
            self.dialog.show_trouble(self.tr("The search did not succeed"), trouble)

    # looking -------------------------------------------------------------------------------

    @Slot(object)
    def _choose(self, found: LinkCandidate | None) -> None:
        self._preview.stop()
        self._pause.stop()
        self._stale = None
        if found is not None:
            self._pause.start()

    @Slot()
    def _look(self) -> None:
        if self.dialog is not None and self.dialog.candidate is not None:
            ticket_id = self.dialog.candidate.ticket.id
            self._preview.ask(self._links.preview, self.dialog.run_ids, ticket_id)

    @Slot(object)
    def _show_preview(self, preview: LinkPreview) -> None:
        stale, self._stale = self._stale, None
        if self.dialog is not None:
            self.dialog.show_preview(preview, stale)

    @Slot(object)
    def _preview_failed(self, trouble: Trouble) -> None:
        if self.dialog is not None:
            self.dialog.show_trouble(self.tr("The ticket could not be read"), trouble)

    # linking -------------------------------------------------------------------------------

    @Slot()
    def _link(self) -> None:
        dialog = self.dialog
        if dialog is None or dialog.preview is None:
            return
        work = partial(self._links.link, dialog.preview, confirmed=dialog.is_confirmed)
        dialog.show_linking()
        job = self._jobs.run(Lane.AUTOTASK, update_wrapper(work, self._links.link))
        self._correlation = job.correlation
        job.done.connect(self._done)
        job.failed.connect(self._failed)

    @Slot(object)
    def _done(self, summary: LinkSummary | None) -> None:
        if summary is None:
            return
        if self.dialog is not None:
            self.dialog.accept()
        self._outcome.tell(self._words(summary))
        self.linked.emit((*summary.linked, *(run_id for run_id, _why in summary.refused)))

    def _words(self, summary: LinkSummary) -> str:
        count, refused = len(summary.linked), summary.refused
        name = self.tr("{n} runs").format(n=count)
        if count == 1 and len(self._rows) == 1:
            name = run_name(self._rows[0])
        text = self.tr("Ticket {number} linked to {runs}.")
        told = text.format(number=summary.number, runs=name)
        if refused:
            more = self.tr("{n} were not linked: {why}")
            told += " " + more.format(n=len(refused), why=refused[0][1])
        return told

    @Slot(object)
    def _failed(self, error: object) -> None:
        trouble = trouble_of(error, self._correlation)
        if self.dialog is None:
            self._outcome.tell("", trouble.failure, trouble.correlation)
            return
        self.dialog.show_trouble(self.tr("Nothing was linked"), trouble)
        self.linked.emit(self.dialog.run_ids)
        if trouble.failure.kind is Kind.STALE:
            self._stale = trouble
            self._look()

    # beside --------------------------------------------------------------------------------

    @Slot(object)
    def _open(self, ticket_id: int) -> None:
        self._address.ask(self._tickets.address, ticket_id)

    @Slot(object)
    def _address_failed(self, trouble: Trouble) -> None:
        self._outcome.tell("", trouble.failure, trouble.correlation)

    @Slot()
    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        self._pause.stop()
        self._found.stop()
        self._preview.stop()
        if dialog is not None:
            dialog.deleteLater()
