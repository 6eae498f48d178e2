"""Acknowledging new names of companies: one, or all after a look at both names of each."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.customers import CustomerRow, Mapping
from bcautotask_gui.services.customers import CustomerService
from bcautotask_gui.ui.customers.acting.presenter import ActingPresenter
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.ui.shared.telling import OutcomePort
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages

_MOST_NAMED = 12


class RenamesPresenter(ActingPresenter):
    """Reads the renamed mappings before it asks, so that what was seen is what is acknowledged."""

    acknowledged = Signal()
    """Renames were acknowledged."""

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
        self._service = service
        tab.acknowledge_all_asked.connect(self._look)

    @Slot()
    def _look(self) -> None:
        if self.is_free:
            self._watch(self._jobs.run(Lane.LOCAL, self._service.renamed), self._ask)

    @Slot(object)
    def _ask(self, rows: tuple[CustomerRow, ...]) -> None:
        mappings = tuple(row.mapping for row in rows if row.mapping)
        if not mappings:
            self._outcome.tell(self.tr("No company has a new name."))
            return
        lines = [self._line(row, row.mapping) for row in rows[:_MOST_NAMED] if row.mapping]
        if len(rows) > _MOST_NAMED:
            lines.append(self.tr("and {n} more").format(n=len(rows) - _MOST_NAMED))
        lines.append(self.tr("The mappings stay as they are, and customers keep their names."))
        yes = self.tr("Acknowledge {n}").format(n=len(mappings))
        title = self.tr("Acknowledge all renames")
        self._messages.ask(title, "\n".join(lines), yes, partial(self._acknowledge, mappings))

    def _line(self, row: CustomerRow, mapping: Mapping) -> str:
        both = self.tr("{customer}: {former} is now {company}")
        if not mapping.former_name:  # the web application did not keep it
            both = self.tr("{customer}: the company is now called {company}")
        return both.format(
            customer=row.name, former=mapping.former_name, company=mapping.company_name
        )

    def _acknowledge(self, mappings: tuple[Mapping, ...]) -> None:
        act = self._jobs.run(Lane.LOCAL, self._service.acknowledge_all, mappings)
        self._watch(act, self._tell_done)

    @Slot(object)
    def _tell_done(self, count: int) -> None:
        one, many = self.tr("1 rename acknowledged."), self.tr("{n} renames acknowledged.")
        self._outcome.tell(one if count == 1 else many.format(n=count))
        self.acknowledged.emit()
