"""Lines of jobs: what is marked from a line is what the line counted."""

from __future__ import annotations

from array import array
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.job_groups import GroupSort, JobGroup
from bcautotask_gui.domain.reviews import Review
from bcautotask_gui.domain.runs import RunQuery, RunResult, RunStatus, RunView
from bcautotask_gui.services.job_groups import JobGroupService
from bcautotask_gui.services.runs import RunFilter
from tests.services.fakes import FakeSettings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

AT = datetime(2026, 11, 23, 5, 12, tzinfo=UTC)
STRIP = (RunResult(RunStatus.FAILED, AT),)


def group(job_id: int, newest_id: int) -> JobGroup:
    ended = {RunStatus.FAILED: 2}
    status = MappingStatus.OK
    return JobGroup(
        job_id, "HV01", 1, "Jansen", "Veeam", RunStatus.FAILED, ended, AT, newest_id, status
    )


class Stores:
    """Runs by job, in memory, and what was asked and marked."""

    def __init__(self) -> None:
        self.runs = {7: [70, 71, 75], 8: [80]}
        self.queries: list[RunQuery] = []
        self.sorts: list[tuple[GroupSort, bool]] = []
        self.asked: list[RunFilter] = []
        self.marked: list[int] = []

    def rows(
        self, query: RunQuery, job_ids: Sequence[int], interrupt: object = None
    ) -> tuple[JobGroup, ...]:
        self.queries.append(query)
        return tuple(group(job_id, max(self.runs[job_id])) for job_id in job_ids)

    def strips(self, job_ids: Collection[int]) -> dict[int, tuple[RunResult, ...]]:
        return dict.fromkeys(job_ids, STRIP)

    def mark(self, run_ids: Collection[int]) -> Review:
        self.marked += run_ids
        return Review(tuple(run_ids), AT, None)


class Groups(Stores):
    def order(
        self, query: RunQuery, sort: GroupSort, *, descending: bool, interrupt: object = None
    ) -> array[int]:
        self.queries.append(query)
        self.sorts.append((sort, descending))
        return array("q", self.runs)


class Runs(Stores):
    def order(self, chosen: RunFilter) -> array[int]:
        self.asked.append(chosen)
        return array("q", self.runs[chosen.job_id or 0])


@pytest.fixture
def stores() -> tuple[Groups, Runs]:
    return Groups(), Runs()


@pytest.fixture
def service(stores: tuple[Groups, Runs]) -> JobGroupService:
    groups, runs = stores
    return JobGroupService(groups, FakeSettings(), runs, runs)  # type: ignore[arg-type]


def test_the_lines_are_about_the_view_that_is_chosen(
    service: JobGroupService, stores: tuple[Groups, Runs]
) -> None:
    chosen = RunFilter(view=RunView.MISSED, search="nas", customer_id=3)
    assert list(service.order(chosen, GroupSort.RUNS, descending=False)) == [7, 8]
    page = service.page(chosen, [8])
    assert ([each.job_id for each in page.groups], page.strips) == ([8], {8: STRIP})
    for query in stores[0].queries:
        assert (query.view, query.search, query.customer_id) == (RunView.MISSED, "nas", 3)
        assert query.environment is FakeSettings().read().environment
    assert stores[0].sorts == [(GroupSort.RUNS, False)]


def test_only_what_a_line_counted_is_marked(
    service: JobGroupService, stores: tuple[Groups, Runs]
) -> None:
    chosen = RunFilter(search="nas")
    review = service.mark(chosen, [group(7, 71), group(8, 80)])
    assert review.run_ids == (70, 71, 80)  # 75 came in after the line was read
    assert [(each.job_id, each.search) for each in stores[1].asked] == [(7, "nas"), (8, "nas")]
