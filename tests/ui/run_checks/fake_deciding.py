"""Services of linking, numbers, reviews and attempts, in memory, and a desk to use them at."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bcautotask_gui.domain.job_groups import JobGroup
from bcautotask_gui.domain.linking import (
    Confirmation,
    Doubt,
    LinkCandidate,
    LinkPreview,
    LinkSearch,
    LinkVerdict,
    SecondTicket,
    TicketHolder,
)
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.reviews import Review
from bcautotask_gui.domain.runs import RunStatus, RunView
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.tickets import Block, Claim, ClaimState, Origin, Ticket, TicketLink
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.claims import Attempt
from bcautotask_gui.services.job_groups import GroupPage
from bcautotask_gui.services.linking import LinkSummary
from bcautotask_gui.services.manual_numbers import NumberSummary
from bcautotask_gui.services.run_files import RunFiles
from bcautotask_gui.ui.run_checks.deciding.presenter import DecidingPresenter, DecidingServices
from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.shared.notice import NoticeBox
from tests.ui.run_checks.fakes import MARKER, NOW, results, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Sequence

    from bcautotask_gui.domain.claim_ownership import Owner
    from bcautotask_gui.domain.errors import Failure
    from bcautotask_gui.domain.job_groups import GroupSort
    from bcautotask_gui.domain.runs import RunRow
    from bcautotask_gui.services.runs import RunFilter
    from bcautotask_gui.ui.run_checks.actions import RunActions
    from bcautotask_gui.ui.run_checks.link.dialog import LinkDialog
    from tests.ui.run_checks.conftest import Place

OTHER_COMPANY = Confirmation(
    Doubt.OTHER_COMPANY, "belongs to another company", "It is for Kessler Logistik GmbH."
)
LINKED = Confirmation(Doubt.LINKED_ELSEWHERE, "is already linked", "It is linked to run 47911.")


def candidate(ticket_id: int = 31, **changes: object) -> LinkCandidate:
    ticket = Ticket(ticket_id, f"T20261119.{ticket_id:04}", "HV01 repository vol", 1, 5)
    holders = (TicketHolder(47911, "S. Bakker"),)
    return replace(LinkCandidate(ticket, "Kessler Logistik GmbH", "New", holders), **changes)


def claim(state: ClaimState = ClaimState.UNKNOWN, **changes: object) -> Claim:
    made = Claim(
        1, Environment.SANDBOX, 1, 29683485, MARKER, "title", state, "token", 1,
        "S. Bakker", "DESK-04", "instance", "profile", NOW - timedelta(minutes=2),
    )  # fmt: skip
    return replace(made, **changes)


def attempt(owner: Owner, state: ClaimState = ClaimState.UNKNOWN, **changes: object) -> Attempt:
    return replace(Attempt(claim(state), owner, None, "", ""), **changes)


class FakeLinks:
    def __init__(self, place: Place) -> None:
        self._place = place
        self.found: dict[str, tuple[LinkCandidate, ...]] = {}
        self.verdicts: dict[int, LinkVerdict] = {}
        self.trouble: list[Failure] = []
        self.searched: list[tuple[tuple[int, ...], str]] = []
        self.linked: list[tuple[tuple[int, ...], int, bool]] = []
        self.held: tuple[TicketLink, ...] = ()
        self.unlinked: list[tuple[TicketLink, str]] = []

    def find(self, run_ids: Sequence[int], text: str) -> LinkSearch:
        self.searched.append((tuple(run_ids), text))
        return LinkSearch(self.found.get(text, ()))

    def preview(self, run_ids: Sequence[int], ticket_id: int) -> LinkPreview:
        verdicts = tuple(self.verdicts.get(each, LinkVerdict(each)) for each in run_ids)
        return LinkPreview(Environment.SANDBOX, 4711, 1, candidate(ticket_id), verdicts)

    def link(
        self, preview: LinkPreview, *, confirmed: bool = False
    ) -> Generator[Progress, None, LinkSummary]:
        yield Progress(0, 1, "Linking runs")
        if self.trouble:
            raise self.trouble.pop(0)
        ticket = preview.candidate.ticket
        self.linked.append((preview.run_ids, ticket.id, confirmed))
        for run_id in preview.run_ids:
            row = self._place.runs.held[run_id]
            cell = ticket_cell(number=ticket.number, ticket_id=ticket.id, origin=Origin.LINKED)
            self._place.runs.held[run_id] = replace(row, ticket=cell)
        return LinkSummary(ticket.number, preview.run_ids)

    def links(self, run_id: int) -> tuple[TicketLink, ...]:
        return self.held

    def unlink(self, link: TicketLink, reason: str) -> None:
        if self.trouble:
            raise self.trouble.pop(0)
        self.unlinked.append((link, reason))


class FakeNumbers:
    def __init__(self) -> None:
        self.offered = False
        self.trouble: Failure | None = None
        self.kept: list[tuple[tuple[int, ...], str]] = []

    def is_offered(self) -> bool:
        return self.offered

    def keep(self, run_ids: Sequence[int], text: str) -> NumberSummary:
        if self.trouble is not None:
            raise self.trouble
        self.kept.append((tuple(run_ids), text))
        return NumberSummary(text, tuple(run_ids))


class FakeReviews:
    def __init__(self, place: Place) -> None:
        self._place = place
        self.against = ""
        self.trouble: Failure | None = None
        self.taken_back: list[tuple[int, ...]] = []

    def reason_against(self) -> str:
        return self.against

    def mark(self, run_ids: Collection[int]) -> Review:
        if self.trouble is not None:
            raise self.trouble
        runs = self._place.runs
        new = tuple(each for each in run_ids if not runs.held[each].is_reviewed)
        for run_id in new:
            runs.held[run_id] = replace(runs.held[run_id], is_reviewed=True)
        return Review(new, NOW)

    def mark_job(self, job_id: int, up_to: int) -> Review:
        rows = self._place.runs.held.values()
        return self.mark([row.id for row in rows if row.job_id == job_id and row.id <= up_to])

    def take_back(self, review: Review) -> int:
        self.taken_back.append(review.run_ids)
        runs = self._place.runs
        for run_id in review.run_ids:
            runs.held[run_id] = replace(runs.held[run_id], is_reviewed=False)
        return len(review.run_ids)


class FakeClaims:
    def __init__(self) -> None:
        self.attempts: dict[int, Attempt] = {}
        self.offered: tuple[LinkCandidate, ...] = ()
        self.seconds: tuple[SecondTicket, ...] = ()
        self.trouble: Failure | None = None
        self.did: list[tuple[str, int, int]] = []

    def attempt(self, run_id: int) -> Attempt | None:
        return self.attempts.get(run_id)

    def second_tickets(self, run_id: int) -> tuple[SecondTicket, ...]:
        return self.seconds

    def offers(self, run_id: int) -> tuple[LinkCandidate, ...]:
        if self.trouble is not None:
            raise self.trouble
        return self.offered

    def _do(self, what: str, run_id: int, ticket_id: int = 0) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.did.append((what, run_id, ticket_id))
        self.attempts.pop(run_id, None)

    def accept(self, run_id: int, ticket_id: int) -> Ticket:
        self._do("accept", run_id, ticket_id)
        return candidate(ticket_id).ticket

    def reject(self, run_id: int, ticket_id: int) -> None:
        self._do("reject", run_id, ticket_id)

    def take_over(self, run_id: int) -> Claim:
        self._do("take over", run_id)
        return claim()


class FakeGroups:
    """Groups the runs of the place as they are listed."""

    def __init__(self, place: Place, reviews: FakeReviews) -> None:
        self.place, self.reviews = place, reviews
        self.sorts: list[tuple[str, bool]] = []
        self.trouble: Failure | None = None

    def order(
        self, chosen: RunFilter, sort: GroupSort, *, descending: bool, interrupt: object = None
    ) -> array[int]:
        if self.trouble is not None:
            raise self.trouble
        self.sorts.append((sort.value, descending))
        return array("q", dict.fromkeys(row.job_id for row in self.place.runs._found(chosen)))

    def page(
        self, chosen: RunFilter, job_ids: Sequence[int], interrupt: object = None
    ) -> GroupPage:
        rows = self.place.runs._found(chosen)
        jobs = {job: [row for row in rows if row.job_id == job] for job in job_ids}
        groups = tuple(group_of(own) for own in jobs.values() if own)
        return GroupPage(groups, {job: results(RunStatus.FAILED) for job in job_ids})

    def mark(self, chosen: RunFilter, groups: Sequence[JobGroup]) -> Review:
        jobs = {group.job_id for group in groups}
        rows = self.place.runs._found(chosen)
        return self.reviews.mark([row.id for row in rows if row.job_id in jobs])


def group_of(rows: Sequence[RunRow]) -> JobGroup:
    first = rows[0]
    return JobGroup(
        first.job_id,
        first.job,
        first.customer_id,
        first.customer,
        first.software,
        first.status,
        Counter(row.status for row in rows),
        first.run_at,
        max(row.id for row in rows),
        first.mapping_status,
    )


@dataclass
class Desk:
    """Run Checks with everything that decides; the list hides what is reviewed."""

    place: Place
    settings: Settings = field(
        default_factory=lambda: Settings(enabled=True, base_url="https://backupchecks.example")
    )
    numbers: FakeNumbers = field(default_factory=FakeNumbers)
    claims: FakeClaims = field(default_factory=FakeClaims)

    def __post_init__(self) -> None:
        place = self.place
        self.links, self.reviews = FakeLinks(place), FakeReviews(place)
        self.groups = FakeGroups(place, self.reviews)
        found = place.runs._found
        place.runs._found = lambda chosen: [
            row
            for row in found(chosen)
            if chosen.view is not RunView.NOT_REVIEWED or not row.is_reviewed
        ]
        person = Operator("S. Bakker", Role.OPERATOR, "DESK-04")
        files = RunFiles(place.runs, Actor(person, Instance("1", "1", "DESK-04")))
        services = DecidingServices(
            files, self.groups, place.tickets, self.links, self.links, self.numbers,
            self.reviews, self.claims,
        )  # fmt: skip
        self.presenter = DecidingPresenter(
            place.tab, place.presenter, services, place.jobs, place.messages, place.outcome,
            place.tab,
        )  # fmt: skip

    def open(self) -> Desk:
        self.place.presenter.start()
        self.use(self.settings)
        self.place.presenter.detail.read()
        return self

    def use(self, settings: Settings) -> None:
        self.settings = settings
        self.place.presenter.use_settings(settings)
        self.presenter.use_settings(settings)

    @property
    def acts(self) -> RunActions:
        return self.place.tab.acts

    @property
    def dialog(self) -> LinkDialog:
        dialog = self.presenter.link.dialog
        assert dialog is not None
        return dialog

    @property
    def selected(self) -> tuple[int, ...]:
        return self.place.tab.list.selected_ids

    def look(self) -> None:
        """The pause after choosing a ticket is over."""
        self.presenter.link._pause.stop()
        self.presenter.link._look()

    def boxes(self) -> list[str]:
        """What the boxes about the attempt say."""
        page = self.place.tab.pane.summary.widget()
        found = page.findChildren(NoticeBox)
        return [box.accessibleName() for box in found if box.isVisibleTo(page)]

    def press(self, text: str) -> None:
        """Presses a button of the pane's summary."""
        next(each for each in self._buttons() if each.text() == text).click()

    def pane_buttons(self) -> list[str]:
        return [each.text() for each in self._buttons()]

    def _buttons(self) -> list[ActionButton]:
        page = self.place.tab.pane.summary.widget()
        return [each for each in page.findChildren(ActionButton) if each.isVisibleTo(page)]


def block(what: str = "This run already has ticket T1.") -> Block:
    return Block(what, "One ticket per run.", "ticket")
