"""Takes a wrong link away, with the reason that an admin gives."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.tickets import TicketLink
from bcautotask_gui.services.linking import LinkService
from bcautotask_gui.ui.run_checks.cells import ticket_number
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.run_checks.unlink.dialog import UnlinkDialog
from bcautotask_gui.ui.run_checks.words import run_name
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.ui.shared.telling import OutcomeLine
from bcautotask_gui.worker.jobs import Lane, Runner


class UnlinkPresenter(QObject):
    """One dialog at a time, for one run."""

    unlinked = Signal(object)
    """The ids of the runs that must be read again."""

    def __init__(
        self,
        tab: RunChecksTab,
        links: LinkService,
        jobs: Runner,
        outcome: OutcomeLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._links, self._outcome = tab, links, outcome
        self.dialog: UnlinkDialog | None = None
        self._run_id, self._number = 0, ""
        self._reading = Question(partial(jobs.run, Lane.LOCAL), self)
        self._reading.answered.connect(self._read)
        self._reading.failed.connect(self._failed)
        self._unlinking = Question(partial(jobs.run, Lane.AUTOTASK), self)
        self._unlinking.answered.connect(self._done)
        self._unlinking.failed.connect(self._failed)
        tab.acts.unlink.requested.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        row = self._tab.list.selected_row
        ticket = self._tab.ticket_of(row) if row is not None else None
        if self.dialog is not None or row is None or ticket is None:
            return
        self._run_id, self._number = row.id, ticket_number(ticket)
        tab = self._tab
        dialog = self.dialog = UnlinkDialog(
            tab.theme, run_name(row), self._number, tab.environment, tab.window()
        )
        dialog.confirmed.connect(self._unlink)
        dialog.finished.connect(self._closed)
        dialog.open()
        self._reading.ask(self._links.links, row.id)

    @Slot(object)
    def _read(self, links: tuple[TicketLink, ...]) -> None:
        ours = [each for each in links if each.id]
        if self.dialog is None:
            return
        if ours:
            self.dialog.show_link(ours[0])
        else:
            reason = self.tr("The link is gone already, or the web application wrote it.")
            self.dialog.show_trouble(Trouble(Failure(Kind.BLOCKED, reason=reason), ""))

    @Slot()
    def _unlink(self) -> None:
        dialog = self.dialog
        if dialog is not None and dialog.link is not None:
            dialog.show_busy()
            self._unlinking.ask(self._links.unlink, dialog.link, dialog.reason)

    @Slot(object)
    def _done(self, _nothing: object) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self._outcome.tell(self.tr("Ticket {number} unlinked.").format(number=self._number))
        self.unlinked.emit((self._run_id,))

    @Slot(object)
    def _failed(self, trouble: Trouble) -> None:
        if self.dialog is not None:
            self.dialog.show_trouble(trouble)
        else:
            self._outcome.tell("", trouble.failure, trouble.correlation)

    @Slot()
    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        self._reading.stop()
        if dialog is not None:
            dialog.deleteLater()
