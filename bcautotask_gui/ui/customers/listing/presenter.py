"""Reads the list of customers: its order with the rows in view, then pages as they are seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.customers import CustomerRow, MappingStatus
from bcautotask_gui.services.customers import CustomerFilter, CustomerService
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.ui.shared.paged_model import PAGE
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from array import array


@dataclass(frozen=True)
class _Listing:
    order: "array[int]"
    rows: tuple[CustomerRow, ...]
    counts: Mapping[MappingStatus | None, int]


class ListPresenter(QObject):
    """Keeps the table true to what is chosen above it."""

    counted = Signal(object)
    """How many customers stand how."""
    shown = Signal()
    """The list was read anew."""

    def __init__(
        self,
        tab: CustomersTab,
        service: CustomerService,
        jobs: Runner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._service = tab, service
        self._wanted: tuple[int, ...] = ()
        ask = partial(jobs.run, Lane.LOCAL)
        self._listing, self._counts, self._page = (Question(ask, self) for _ in range(3))
        self._listing.answered.connect(self._show_listing)
        self._counts.answered.connect(self.counted)
        self._page.answered.connect(self._show_page)
        for question in (self._listing, self._page):
            question.failed.connect(self._tell_unread)
        tab.filter_changed.connect(self.refresh)
        tab.notice.retry_requested.connect(self.refresh)
        tab.page_wanted.connect(self._want_page)

    @Slot()
    def refresh(self) -> None:
        """Read the customers anew, because a person asked for it."""
        self._tab.notice.clear()
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the customers anew; what is shown stays until its successor is here."""
        self._counts.stop()
        self._page.stop()
        self._wanted = ()
        key, descending = self._tab.sort
        chosen = CustomerFilter(self._tab.status, self._tab.search_text, key, descending)
        self._tab.set_loading()
        self._listing.ask(_list, self._service, chosen, self._tab.ids_to_keep)

    def show_changed(self, row: CustomerRow) -> None:
        """Show what an act made of a customer; what is on its way does not undo it."""
        self._tab.replace(row)
        self._page.ask_anew()
        if self._listing.is_open:
            self.read()
        else:
            self.count()

    def count(self) -> None:
        """Count again how many customers stand how."""
        self._counts.ask(self._service.counts, CustomerFilter(search=self._tab.search_text))

    @Slot(object)
    def _show_listing(self, listing: _Listing) -> None:
        self._tab.show_list(listing.order, listing.rows)
        self.counted.emit(listing.counts)
        self.shown.emit()

    @Slot(object)
    def _tell_unread(self, trouble: Trouble) -> None:
        self._tab.table.set_loading(loading=False)
        self._tab.notice.say_failure(trouble.failure, trouble.correlation)

    # pages -----------------------------------------------------------------------------------

    @Slot(object)
    def _want_page(self, ids: tuple[int, ...]) -> None:
        self._wanted += ids
        if not self._page.is_open:
            self._ask_page()

    def _ask_page(self) -> None:
        wanted, self._wanted = self._wanted, ()
        if wanted:
            self._page.ask(self._service.some, wanted)

    @Slot(object)
    def _show_page(self, rows: tuple[CustomerRow, ...]) -> None:
        if rows:  # customers that are gone would be asked for again and again
            self._tab.put_rows(rows)
        self._ask_page()


def _list(service: CustomerService, chosen: CustomerFilter, kept: Sequence[int]) -> _Listing:
    order = service.order(chosen)
    return _Listing(order, service.some({*order[:PAGE], *kept}), service.counts(chosen))
