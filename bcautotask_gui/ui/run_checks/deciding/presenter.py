"""Linking, typed numbers, reviews, attempts, unlinking and the smaller acts, brought together."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Slot

from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.ticket_content import job_link
from bcautotask_gui.domain.ticket_numbers import number_in
from bcautotask_gui.services.claims import ClaimService
from bcautotask_gui.services.job_groups import JobGroupService
from bcautotask_gui.services.link_search import LinkSearchService
from bcautotask_gui.services.linking import LinkService
from bcautotask_gui.services.manual_numbers import ManualNumberService
from bcautotask_gui.services.reviews import ReviewService
from bcautotask_gui.services.run_files import RunFiles
from bcautotask_gui.services.tickets import TicketService
from bcautotask_gui.ui.messages import Messages
from bcautotask_gui.ui.run_checks.attempt.presenter import AttemptPresenter
from bcautotask_gui.ui.run_checks.export.presenter import ExportPresenter
from bcautotask_gui.ui.run_checks.jobs.presenter import JobsPresenter
from bcautotask_gui.ui.run_checks.key_list import KeyList, keys_of
from bcautotask_gui.ui.run_checks.link.presenter import LinkPresenter
from bcautotask_gui.ui.run_checks.manual.presenter import NumberPresenter
from bcautotask_gui.ui.run_checks.presenter import RunChecksPresenter
from bcautotask_gui.ui.run_checks.review.presenter import ReviewPresenter
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.run_checks.unlink.presenter import UnlinkPresenter
from bcautotask_gui.ui.shared.question import Question
from bcautotask_gui.ui.shared.telling import OutcomeLine, told
from bcautotask_gui.worker.jobs import Lane, Runner


@dataclass(frozen=True)
class DecidingServices:
    """What a person can decide about runs."""

    files: RunFiles
    groups: JobGroupService
    tickets: TicketService
    links: LinkService
    search: LinkSearchService
    numbers: ManualNumberService
    reviews: ReviewService
    claims: ClaimService


@dataclass(frozen=True)
class _Found:
    numbers_are_typed: bool
    against_review: str


def _look(services: DecidingServices) -> _Found:
    return _Found(services.numbers.is_offered(), told(services.reviews.reason_against()))


class DecidingPresenter(QObject):
    """Stands beside the presenter of Run Checks, which reads rows and the pane again."""

    def __init__(
        self,
        tab: RunChecksTab,
        run_checks: RunChecksPresenter,
        services: DecidingServices,
        jobs: Runner,
        messages: Messages,
        outcome: OutcomeLine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tab, self._run_checks, self._services = tab, run_checks, services
        self._messages = messages
        self._settings: Settings | None = None
        shown, tickets, links = run_checks.list, services.tickets, services.links
        self.link = LinkPresenter(
            tab, links, services.search, tickets, jobs, messages, outcome, self
        )
        self.number = NumberPresenter(tab, services.numbers, jobs, outcome, self)
        self.review = ReviewPresenter(tab, shown, services.reviews, jobs, outcome, self)
        self.jobs = JobsPresenter(tab, shown, services.groups, self.review, jobs, self)
        self.unlink = UnlinkPresenter(tab, links, jobs, outcome, self)
        self.attempt = AttemptPresenter(
            tab, services.claims, tickets, jobs, messages, outcome, self
        )
        self.export = ExportPresenter(tab, shown, services.files, jobs, outcome, self)
        self._abilities = Question(partial(jobs.run, Lane.LOCAL), self)
        self._abilities.answered.connect(self._use_abilities)
        self._connect()

    def _connect(self) -> None:
        tab, run_checks = self._tab, self._run_checks
        self.link.linked.connect(self._read_again)
        self.number.kept.connect(self._read_again)
        self.unlink.unlinked.connect(self._read_again)
        self.attempt.decided.connect(self._read_one_again)
        self.attempt.look_wanted.connect(run_checks.waiting.look)
        self.attempt.link_wanted.connect(self._link_one)
        self.attempt.troubled.connect(run_checks.detail.show_trouble)
        run_checks.detail.shown.connect(self.attempt.show)
        run_checks.create.link_instead.connect(self._link_one)
        tab.pane.summary.link_wanted.connect(self._link_selected_to)
        tab.acts.backupchecks.requested.connect(self._open_backupchecks)
        tab.acts.keys.requested.connect(self._show_keys)

    def use_settings(self, settings: Settings) -> None:
        """Judge by what settings and database allow from now on."""
        self._settings = settings
        acts = self._tab.acts
        acts.show_abilities(replace(acts.abilities, has_address=bool(settings.base_url.strip())))
        self._abilities.ask(_look, self._services)

    @Slot(object)
    def _use_abilities(self, found: _Found) -> None:
        acts = self._tab.acts
        acts.show_abilities(
            replace(
                acts.abilities,
                numbers_are_typed=found.numbers_are_typed,
                against_review=found.against_review,
            )
        )

    def close(self) -> None:
        """Ask and look no more."""
        self._abilities.stop()
        self.link.stop()
        self.review.stop()
        self.jobs.stop()
        self.attempt.stop()

    @Slot(object)
    def _read_again(self, run_ids: Collection[int]) -> None:
        for run_id in run_ids:
            self._read_one_again(run_id)

    @Slot(object)
    def _read_one_again(self, run_id: int) -> None:
        self._run_checks.list.read_again(run_id)
        self._run_checks.detail.read_again(run_id)

    @Slot(object, str)
    def _link_one(self, run_id: int, number: str) -> None:
        self.link.begin((run_id,), number_in(number))

    @Slot(str)
    def _link_selected_to(self, number: str) -> None:
        row = self._tab.list.selected_row
        if row is not None:
            self.link.begin((row.id,), number)

    @Slot()
    def _open_backupchecks(self) -> None:
        row = self._tab.list.selected_row
        if row is not None and self._settings is not None:
            settings = self._settings
            self._messages.open_url(job_link(settings.base_url, settings.job_path, row.job_id))

    @Slot()
    def _show_keys(self) -> None:
        acts = [act for act in self._tab.acts.all if act.action.isVisible()]
        dialog = KeyList(self._tab.theme, keys_of(acts), self._tab.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
