"""What the Customers tab does: it lists, it searches, and it follows what changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.customers import CompanyHit, CustomerRow, MappingStatus
from bcautotask_gui.domain.operators import Operator, Permission
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.suggestions import Suggestions
from bcautotask_gui.services.customers import CustomerService
from bcautotask_gui.services.mapping_files import MappingFiles
from bcautotask_gui.services.suggestions import SuggestionService
from bcautotask_gui.ui.customers.details.presenter import DetailsPresenter
from bcautotask_gui.ui.customers.exchange.presenter import ExchangePresenter
from bcautotask_gui.ui.customers.listing.presenter import ListPresenter
from bcautotask_gui.ui.customers.mapping.presenter import MappingPresenter
from bcautotask_gui.ui.customers.refreshing.presenter import RefreshingPresenter
from bcautotask_gui.ui.customers.renames.presenter import RenamesPresenter
from bcautotask_gui.ui.customers.review.presenter import ReviewPresenter
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.ui.shared.moments import here_and_now, moment_text
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages
    from bcautotask_gui.worker.job import Job


@dataclass(frozen=True)
class _Found:
    customer: int
    text: str
    hits: tuple[CompanyHit, ...]


class CustomersPresenter(QObject):
    """Nothing is mapped, cleared or refreshed but by a person's act."""

    mappings_changed = Signal()
    """Mappings were written, so that other tabs read theirs anew."""

    def __init__(
        self,
        tab: CustomersTab,
        service: CustomerService,
        suggestions: SuggestionService,
        files: MappingFiles,
        jobs: Runner,
        messages: "Messages",
        outcome: OutcomePort,
        operator: Operator,
        parent: QObject | None = None,
        now: Callable[[], datetime] = here_and_now,
    ) -> None:
        super().__init__(parent)
        self._tab = tab
        self._panel = tab.panel
        self._service = service
        self._suggestions = suggestions
        self._jobs = jobs
        self._messages = messages
        self._outcome = outcome
        self._now = now
        self._may_map = operator.may(Permission.MAPPING)
        self._may_export = operator.may(Permission.EXPORT)
        self._enabled = False
        self._missing = 0
        self.review = ReviewPresenter(tab, suggestions, jobs, messages, outcome, now, self)
        self._details = DetailsPresenter(tab.panel, service, jobs, self)
        self._mapping = MappingPresenter(tab, service, jobs, messages, outcome, self)
        self._refreshing = RefreshingPresenter(tab, service, jobs, outcome, self)
        self._renames = RenamesPresenter(tab, service, jobs, messages, outcome, self)
        self.exchange = ExchangePresenter(tab, files, jobs, messages, outcome, self)
        self._list = ListPresenter(tab, service, jobs, self)
        self._searching: Job | None = None
        self._allow()
        self._connect()

    def _connect(self) -> None:
        tab, panel = self._tab, self._panel
        self._list.counted.connect(self._show_counts)
        self._list.shown.connect(self._tell_details)
        tab.customer_chosen.connect(self._choose)
        tab.looked_at.connect(self._begin_review)
        tab.acts.copy_asked.connect(self._messages.copy)
        self.review.mapped.connect(self._show_all_changed)
        self._mapping.changed.connect(self._show_changed)
        self._refreshing.ended.connect(self._show_refreshed)
        self._renames.acknowledged.connect(self._show_all_changed)
        self.exchange.imported.connect(self._show_all_changed)
        tab.notice.copy_requested.connect(self._messages.copy)
        panel.searched.connect(self._search)
        panel.problem.retry_requested.connect(self._search_again)
        panel.problem.copy_requested.connect(self._messages.copy)

    def use_settings(self, settings: Settings) -> None:
        """Follow the settings in force: another environment has other mappings."""
        self._enabled = settings.enabled
        self._stop_search()
        self._panel.finder.clear()  # they were found in another environment, perhaps
        self._missing = 0
        self._details.use(enabled=self._enabled)
        self._allow()
        self.review.use(may_map=self._may_map, off=self._off)
        self.refresh()

    @property
    def _off(self) -> str:
        return "" if self._enabled else self.tr("Autotask is off. Turn it on in Settings.")

    def _allow(self) -> None:
        self._tab.allow(may_map=self._may_map, may_export=self._may_export, off=self._off)

    # the list ----------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Read the customers anew."""
        self._list.refresh()

    @Slot()
    def _tell_details(self) -> None:
        self._details.show(self._panel.row)

    @Slot(object)
    def _show_counts(self, counts: Mapping[MappingStatus | None, int]) -> None:
        self._tab.show_counts(counts)
        self._missing = counts.get(MappingStatus.MISSING, 0)
        self._begin_review()

    @Slot()
    def _begin_review(self) -> None:
        """The companies are read for whoever looks at customers without one."""
        if self._tab.isVisible() and self._enabled and self._may_map:
            self.review.begin(self._missing)

    # the search --------------------------------------------------------------------------

    @Slot(object)
    def _choose(self, row: CustomerRow | None) -> None:
        """Another customer: begins a search by itself only for one that has no company."""
        self._stop_search()
        self._details.show(row)
        if row is None or row.mapping is not None or not (self._enabled and self._may_map):
            return
        if self.review.has_list:
            self._searching = self._jobs.run(Lane.LOCAL, self._suggestions.similar_to, row)
            self._searching.done.connect(self._show_suggestions)
        else:
            self._panel.search.start(row.name)

    @Slot(object)
    def _show_suggestions(self, found: Suggestions | None) -> None:
        """What the list suggests; where it suggests nothing, Autotask is searched."""
        row = self._panel.row
        if row is None or (found is not None and found.customer_id != row.id):
            return
        if found is None or not found.hits:
            self._panel.search.start(row.name)
            return
        age = moment_text(found.read_at, self._now(), inside=True)
        self._panel.finder.show_suggestions(found.hits, age)

    def _stop_search(self) -> None:
        if self._searching is not None:
            self._searching.stop()
        self._searching = None

    @Slot(str)
    def _search(self, text: str) -> None:
        self._stop_search()
        row = self._panel.row
        self._panel.problem.clear()
        if row is None or not text or not self._enabled:
            self._panel.finder.clear()
            return
        self._panel.finder.show_searching()
        self._searching = self._jobs.run(Lane.AUTOTASK, _find, self._service, row, text)
        self._searching.done.connect(self._show_found)
        self._searching.failed.connect(self._tell_unfound)

    @Slot()
    def _search_again(self) -> None:
        self._search(self._panel.search.text().strip())

    @Slot(object)
    def _show_found(self, found: _Found) -> None:
        if self._panel.row is not None and found.customer == self._panel.row.id:
            self._panel.finder.show_hits(found.text, found.hits)

    @Slot(object)
    def _tell_unfound(self, error: object) -> None:
        self._panel.finder.clear()
        correlation = self._searching.correlation if self._searching else ""
        self._panel.problem.say_failure(as_failure(error), correlation)

    # what changed -----------------------------------------------------------------------

    @Slot(object)
    def _show_changed(self, row: CustomerRow) -> None:
        self._list.show_changed(row)
        if self._panel.row is not None and self._panel.row.id == row.id:
            self._details.show(row)
        self.review.count()
        self.mappings_changed.emit()

    @Slot()
    def _show_all_changed(self) -> None:
        """Many mappings were written at once."""
        self._list.read()
        self.review.count()
        self.mappings_changed.emit()

    @Slot(bool)
    def _show_refreshed(self, is_as_before: bool) -> None:
        self._allow()
        if is_as_before:
            self._list.read()
        else:
            self._show_all_changed()


def _find(service: CustomerService, row: CustomerRow, text: str) -> _Found:
    return _Found(row.id, text, service.search(row, text))
