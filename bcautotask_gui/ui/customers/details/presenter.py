"""Reads what the panel tells of the chosen customer: from the database, and live from Autotask."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from bcautotask_gui.domain.customers import CompanyFacts, CustomerDetail, CustomerRow
from bcautotask_gui.services.customers import CustomerService
from bcautotask_gui.ui.customers.panel import CustomerPanel
from bcautotask_gui.ui.shared.telling import as_failure, sentence_of
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.worker.job import Job

LOOK = 150
"""Milliseconds that a customer stays chosen before its runs and tickets are read."""
REST = 400
"""Milliseconds that a customer stays chosen before Autotask is asked about its company."""


@dataclass(frozen=True)
class _Facts:
    customer: int
    facts: CompanyFacts | None


class DetailsPresenter(QObject):
    """Walking down the table reads and asks nothing; only where a person rests.

    Runs are not indexed by customer, so that each look costs a pass over all of them.
    """

    def __init__(
        self,
        panel: CustomerPanel,
        service: CustomerService,
        jobs: Runner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._service, self._jobs = panel, service, jobs
        self._enabled = False
        self._row: CustomerRow | None = None
        self._reading: Job | None = None
        self._asking: Job | None = None
        self._looking, self._resting = self._timer(LOOK), self._timer(REST)
        self._looking.timeout.connect(self._read)
        self._resting.timeout.connect(self._ask)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self._panel)  # nothing is read for a panel that is gone
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def use(self, *, enabled: bool) -> None:
        """Whether Autotask may be asked."""
        self._enabled = enabled

    def show(self, row: CustomerRow | None) -> None:
        """Tell of this customer; None tells of nobody any more.

        Autotask is asked anew only about another company than before.
        """
        is_other = _company(row) != _company(self._row)
        self._row = row
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
        if is_other:
            self._stop_asking()
        self._looking.stop()
        if row is None:
            return
        self._looking.start()
        if is_other and row.mapping is not None and self._enabled:
            self._panel.current.show_asking()
            self._resting.start()

    def _stop_asking(self) -> None:
        self._resting.stop()
        if self._asking is not None:
            self._asking.stop()
            self._asking = None

    @Slot()
    def _read(self) -> None:
        if self._row is not None:
            self._reading = self._jobs.run(Lane.LOCAL, self._service.detail, self._row.id)
            self._reading.done.connect(self._show_detail)
            self._reading.failed.connect(self._tell_unread)

    @Slot()
    def _ask(self) -> None:
        if self._row is not None and self._row.mapping is not None:
            company = self._row.mapping.company_id
            self._asking = self._jobs.run(
                Lane.AUTOTASK, _facts, self._service, self._row.id, company
            )
            self._asking.done.connect(self._show_facts)
            self._asking.failed.connect(self._tell_unasked)

    @Slot(object)
    def _show_detail(self, detail: CustomerDetail) -> None:
        if self._row is not None and detail.row.id == self._row.id:
            self._panel.show_detail(detail)

    @Slot(object)
    def _tell_unread(self, error: object) -> None:
        self._panel.tell_no_detail(sentence_of(as_failure(error)))

    @Slot(object)
    def _show_facts(self, found: _Facts) -> None:
        if self._row is not None and found.customer == self._row.id:
            self._panel.current.show_facts(found.facts)

    @Slot(object)
    def _tell_unasked(self, error: object) -> None:
        self._panel.current.tell_unasked(sentence_of(as_failure(error)))


def _company(row: CustomerRow | None) -> tuple[object, ...]:
    """Which company of which customer is told of."""
    if row is None or row.mapping is None:
        return (row.id if row else None,)
    return row.id, row.mapping.environment, row.mapping.company_id


def _facts(service: CustomerService, customer: int, company: int) -> _Facts:
    return _Facts(customer, service.company_facts(company))
