"""What is done to the mapping of one customer: set, cleared, acknowledged, read anew."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.customers import CompanyHit, CustomerRow, MappingStatus
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.services.customers import CustomerService
from bcautotask_gui.ui.customers.acting.presenter import ActingPresenter
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.ui.shared.telling import OutcomePort, told
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages


class MappingPresenter(ActingPresenter):
    """Acts on the customer in the panel, one act at a time."""

    changed = Signal(object)
    """The CustomerRow as it is now."""

    def __init__(
        self,
        tab: CustomersTab,
        service: CustomerService,
        jobs: Runner,
        messages: "Messages",
        outcome: OutcomePort,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tab, jobs, messages, outcome, parent)
        self._panel = tab.panel
        self._service = service
        tab.acts.acknowledge_asked.connect(self._acknowledge)
        self._panel.set_asked.connect(self._set)
        self._panel.clear_asked.connect(self._ask_to_clear)
        self._panel.refresh_asked.connect(self._refresh_one)

    @Slot(object)
    def _set(self, hit: CompanyHit) -> None:
        row = self._panel.row
        if row is not None and self._begin(self.tr("The mapping is being saved.")):
            act = self._jobs.run(
                Lane.AUTOTASK,
                self._service.set_mapping,
                row.id,
                hit.company.id,
                hit.environment,
            )
            self._watch(act, self._tell_set)

    @Slot(object)
    def _tell_set(self, row: CustomerRow) -> None:
        self.changed.emit(row)
        if row.mapping is not None:
            self._outcome.tell(
                self.tr("{customer} is mapped to {company} ({id}).").format(
                    customer=row.name, company=row.mapping.company_name, id=row.mapping.company_id
                )
            )

    @Slot()
    def _ask_to_clear(self) -> None:
        row = self._panel.row
        if row is None or row.mapping is None:
            return
        sentence = self.tr(
            "{customer} will have no Autotask company; now it is {company} ({id}). Its tickets "
            "stay. Its runs get no new tickets until a company is mapped."
        ).format(customer=row.name, company=row.mapping.company_name, id=row.mapping.company_id)
        title = self.tr("Clear mapping")
        self._messages.ask(title, sentence, title, partial(self._clear, row.mapping))

    def _clear(self, mapping: CompanyMapping) -> None:
        if self._begin(self.tr("The mapping is being cleared.")):
            act = self._jobs.run(
                Lane.LOCAL,
                self._service.clear_mapping,
                mapping.customer_id,
                mapping.environment,
            )
            self._watch(act, self._tell_cleared)

    @Slot()
    def _acknowledge(self) -> None:
        mapping = self._panel.row.mapping if self._panel.row else None
        if mapping is not None and self._begin(self.tr("The rename is being acknowledged.")):
            act = self._jobs.run(Lane.LOCAL, self._service.acknowledge, mapping)
            self._watch(act, self._tell_acknowledged)

    @Slot(object)
    def _tell_acknowledged(self, row: CustomerRow) -> None:
        self.changed.emit(row)
        if row.mapping is not None:
            told = self.tr("The new name of {customer}'s company is acknowledged: {company}.")
            self._outcome.tell(told.format(customer=row.name, company=row.mapping.company_name))

    @Slot(object)
    def _tell_cleared(self, row: CustomerRow) -> None:
        self.changed.emit(row)
        told = self.tr("{customer} has no Autotask company any more. Its tickets stay.")
        self._outcome.tell(told.format(customer=row.name))

    @Slot()
    def _refresh_one(self) -> None:
        row = self._panel.row
        if row is not None and self._begin(self.tr("Autotask is being asked.")):
            act = self._jobs.run(Lane.AUTOTASK, self._service.refresh_one, row.id)
            self._watch(act, self._tell_refreshed)

    @Slot(object)
    def _tell_refreshed(self, row: CustomerRow) -> None:
        self.changed.emit(row)
        self._outcome.tell(self._words_of(row))

    def _words_of(self, row: CustomerRow) -> str:
        mapping = row.mapping
        if mapping is None:
            return self.tr("{customer} has no Autotask company.").format(customer=row.name)
        sentences = {
            MappingStatus.OK: self.tr("{company} ({id}) answers; nothing changed."),
            MappingStatus.RENAMED: self.tr("{company} ({id}) was {former}; the mapping stays."),
            MappingStatus.INVALID: self.tr("{company} ({id}) cannot be used: {reason}."),
        }
        return sentences[mapping.status].format(
            company=mapping.company_name,
            id=mapping.company_id,
            former=mapping.former_name,
            reason=told(mapping.invalid_because),
        )

    def _begin(self, busy: str) -> bool:
        """Whether an act may start."""
        if self.is_free:
            self._panel.problem.clear()
            self._panel.set_busy(busy)
        return self.is_free

    def _be_free(self) -> None:
        self._panel.set_busy("")

    def _say_undone(self, failure: Failure, correlation: str) -> None:
        self._panel.problem.say_failure(failure, correlation, retry=False)
