"""What the Customers tab does: it reads, searches, maps and refreshes through the service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.customers import CompanyHit, CustomerRow, MappingStatus
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.operators import Operator, Permission
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.suggestions import Suggestions
from bcautotask_gui.services.customers import CustomerFilter, CustomerService
from bcautotask_gui.services.mapping_files import MappingFiles
from bcautotask_gui.services.mapping_refresh import RefreshSummary
from bcautotask_gui.services.suggestions import SuggestionService
from bcautotask_gui.ui.customers.details.presenter import DetailsPresenter
from bcautotask_gui.ui.customers.exchange.presenter import ExchangePresenter
from bcautotask_gui.ui.customers.renames.presenter import RenamesPresenter
from bcautotask_gui.ui.customers.review.presenter import ReviewPresenter
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.ui.shared.moments import here_and_now, moment_text
from bcautotask_gui.ui.shared.notice import Notice
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure, details_of, sentence_of
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages
    from bcautotask_gui.worker.job import Job


@dataclass(frozen=True)
class _Listing:
    rows: tuple[CustomerRow, ...]
    counts: Mapping[MappingStatus | None, int]


@dataclass(frozen=True)
class _Found:
    customer: int
    text: str
    hits: tuple[CompanyHit, ...]


class CustomersPresenter(QObject):
    """Nothing is mapped, cleared or refreshed here but by a person's act."""

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
        self._renames = RenamesPresenter(tab, service, jobs, messages, outcome, self)
        self.exchange = ExchangePresenter(tab, files, jobs, messages, outcome, self)
        self._reading: Job | None = None
        self._searching: Job | None = None
        self._acting: Job | None = None
        self._refreshing: Job | None = None
        self._allow()
        self._connect()

    def _connect(self) -> None:
        tab, panel = self._tab, self._panel
        tab.filter_changed.connect(self.refresh)
        tab.customer_chosen.connect(self._choose)
        tab.refresh_all_asked.connect(self._refresh_all)
        tab.looked_at.connect(self._begin_review)
        tab.acts.acknowledge_asked.connect(self._acknowledge)
        tab.acts.copy_asked.connect(self._messages.copy)
        self.review.mapped.connect(self._show_all_changed)
        self._renames.acknowledged.connect(self._show_all_changed)
        self.exchange.imported.connect(self._show_all_changed)
        tab.notice.retry_requested.connect(self.refresh)
        tab.notice.copy_requested.connect(self._messages.copy)
        panel.searched.connect(self._search)
        panel.set_asked.connect(self._set)
        panel.clear_asked.connect(self._ask_to_clear)
        panel.refresh_asked.connect(self._refresh_one)
        panel.problem.retry_requested.connect(self._search_again)
        panel.problem.copy_requested.connect(self._messages.copy)

    def use_settings(self, settings: Settings) -> None:
        """Follow the settings in force: another environment has other mappings."""
        self._enabled = settings.enabled
        self._stop_search()
        self._panel.clear_hits()  # they were found in another environment, perhaps
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
        self._tab.notice.clear()
        self._read()

    def _read(self) -> None:
        """Read the customers; a former reading is stopped."""
        if self._reading is not None:
            self._reading.stop()
        tab = self._tab
        key, descending = tab.sort
        chosen = CustomerFilter(tab.status, tab.search_text, key, descending)
        tab.set_loading()
        self._reading = self._jobs.run(Lane.LOCAL, _list, self._service, chosen)
        self._reading.done.connect(self._show_listing)
        self._reading.failed.connect(self._tell_unread)

    @Slot(object)
    def _show_listing(self, listing: _Listing) -> None:
        self._tab.show_rows(listing.rows)
        self._show_counts(listing.counts)
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

    @Slot(object)
    def _tell_unread(self, error: object) -> None:
        self._tab.table.set_loading(loading=False)
        _say(self._tab.notice, as_failure(error), self._reading)

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
        self._panel.show_suggestions(found.hits, age)

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
            self._panel.clear_hits()
            return
        self._panel.show_searching()
        self._searching = self._jobs.run(Lane.AUTOTASK, _find, self._service, row, text)
        self._searching.done.connect(self._show_found)
        self._searching.failed.connect(self._tell_unfound)

    @Slot()
    def _search_again(self) -> None:
        self._search(self._panel.search.text().strip())

    @Slot(object)
    def _show_found(self, found: _Found) -> None:
        if self._panel.row is not None and found.customer == self._panel.row.id:
            self._panel.show_hits(found.text, found.hits)

    @Slot(object)
    def _tell_unfound(self, error: object) -> None:
        self._panel.clear_hits()
        _say(self._panel.problem, as_failure(error), self._searching)

    # acts on one customer ----------------------------------------------------------------

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
        self._show_changed(row)
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
        self._show_changed(row)
        if row.mapping is not None:
            told = self.tr("The new name of {customer}'s company is acknowledged: {company}.")
            self._outcome.tell(told.format(customer=row.name, company=row.mapping.company_name))

    @Slot(object)
    def _tell_cleared(self, row: CustomerRow) -> None:
        self._show_changed(row)
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
        self._show_changed(row)
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
            reason=mapping.invalid_because,
        )

    def _begin(self, busy: str) -> bool:
        """Whether an act may start; one at a time, so that no double click writes twice."""
        if self._acting is not None:
            return False
        self._panel.problem.clear()
        self._panel.set_busy(busy)
        return True

    def _watch(self, act: "Job", tell: Callable[..., object]) -> None:
        self._acting = act
        act.done.connect(tell)
        act.failed.connect(self._tell_undone)
        act.finished.connect(self._end)

    @Slot(object)
    def _end(self, _act: "Job") -> None:
        self._acting = None
        self._panel.set_busy("")

    @Slot(object)
    def _tell_undone(self, error: object) -> None:
        failure = as_failure(error)
        _say(self._panel.problem, failure, self._acting, retry=False)
        self._outcome.tell("", failure)

    def _show_changed(self, row: CustomerRow) -> None:
        self._tab.replace(row)
        if self._panel.row is not None and self._panel.row.id == row.id:
            self._details.show(row)
        self._count()
        self.review.count()
        self.mappings_changed.emit()

    @Slot()
    def _show_all_changed(self) -> None:
        """Many mappings were written at once."""
        self._read()
        self.review.count()
        self.mappings_changed.emit()

    def _count(self) -> None:
        chosen = CustomerFilter(search=self._tab.search_text)
        job = self._jobs.run(Lane.LOCAL, self._service.counts, chosen)
        job.done.connect(self._show_counts)

    # all mappings ------------------------------------------------------------------------

    @Slot()
    def _refresh_all(self) -> None:
        if self._refreshing is not None:
            return
        self._tab.refresh_all.set_reason(self.tr("All mappings are being refreshed already."))
        self._refreshing = self._jobs.run(Lane.BULK, self._service.refresh_all)
        self._refreshing.done.connect(self._tell_summary)
        self._refreshing.failed.connect(self._tell_not_refreshed)
        self._refreshing.finished.connect(self._end_refreshing)

    @Slot(object)
    def _tell_summary(self, summary: RefreshSummary) -> None:
        self._outcome.tell(self._summary_words(summary))

    def _summary_words(self, summary: RefreshSummary) -> str:
        counted = (
            (self.tr("{n} renamed"), summary.renamed),
            (self.tr("{n} invalid"), summary.invalid),
            (self.tr("{n} usable again"), summary.recovered),
        )
        parts = [words.format(n=number) for words, number in counted if number]
        left = (
            (self.tr("{n} claimed by two customers"), summary.contested),
            (self.tr("{n} changed meanwhile and left"), summary.changed),
        )
        parts += [words.format(n=number) for words, number in left if number]
        parts.append(self.tr("{n} unchanged").format(n=summary.unchanged))
        told = self.tr("All mappings refreshed at {time}: {parts}")
        return told.format(time=f"{here_and_now():%H:%M}", parts=", ".join(parts))

    @Slot(object)
    def _tell_not_refreshed(self, error: object) -> None:
        failure = as_failure(error)
        _say(self._tab.notice, failure, self._refreshing, retry=False)
        self._outcome.tell("", failure)

    @Slot(object)
    def _end_refreshing(self, job: "Job") -> None:
        self._refreshing = None
        self._allow()
        if job.stopped:
            self._outcome.tell(self.tr("Refresh stopped. What was read until then is saved."))
        self._show_all_changed()


def _list(service: CustomerService, chosen: CustomerFilter) -> _Listing:
    return _Listing(service.rows(chosen), service.counts(chosen))


def _find(service: CustomerService, row: CustomerRow, text: str) -> _Found:
    return _Found(row.id, text, service.search(row, text))


def _say(where: Notice, failure: Failure, job: "Job | None", *, retry: bool = True) -> None:
    details = details_of(failure, job.correlation if job else "")
    where.say(sentence_of(failure), details=details, retry=retry)
