"""The list of runs, one line per job: reading it, and marking the runs of whole lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bcautotask_gui.domain.interrupts import Interrupt
from bcautotask_gui.domain.job_groups import GroupSort, JobGroup
from bcautotask_gui.domain.ports import RunGroupStore, SettingsStore
from bcautotask_gui.domain.reviews import Review
from bcautotask_gui.domain.runs import RunQuery, RunResult
from bcautotask_gui.domain.ticket_rules import without_ticket
from bcautotask_gui.services.reviews import ReviewService
from bcautotask_gui.services.runs import RunFilter, RunService

if TYPE_CHECKING:
    from array import array


@dataclass(frozen=True)
class GroupPage:
    """Some lines, and the last results of their jobs."""

    groups: tuple[JobGroup, ...]
    strips: Mapping[int, tuple[RunResult, ...]]


class JobGroupService:
    """Groups the very runs that the list without groups would show.

    What may take long takes an interrupt, and raises `CutShortError` once nobody waits for it.
    """

    def __init__(
        self,
        groups: RunGroupStore,
        settings: SettingsStore,
        runs: RunService,
        reviews: ReviewService,
    ) -> None:
        self._groups = groups
        self._settings = settings
        self._runs = runs
        self._reviews = reviews

    def order(
        self,
        chosen: RunFilter,
        sort: GroupSort,
        *,
        descending: bool,
        interrupt: Interrupt | None = None,
    ) -> "array[int]":
        """The ids of the jobs that have runs in a view, in order."""
        return self._groups.order(
            self._query(chosen), sort, descending=descending, interrupt=interrupt
        )

    def page(
        self, chosen: RunFilter, job_ids: Sequence[int], interrupt: Interrupt | None = None
    ) -> GroupPage:
        """Lines by job with the last 30 results of each."""
        groups = self._groups.rows(self._query(chosen), job_ids, interrupt)
        return GroupPage(groups, self._runs.strips([group.job_id for group in groups]))

    def mark(self, chosen: RunFilter, groups: Sequence[JobGroup]) -> Review:
        """Marks as reviewed the runs that these lines count, and no run beyond them.

        Runs that the view hides and runs that came in later were not seen.

        Args:
            chosen: the view that the lines were read by.
            groups: the lines as they were shown.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED where the database does not allow it.
        """
        seen: list[int] = []
        for group in groups:
            ids = self._runs.order(replace(chosen, job_id=group.job_id))
            seen += [run_id for run_id in ids if run_id <= group.newest_id]
        return self._reviews.mark(seen)

    def _query(self, chosen: RunFilter) -> RunQuery:
        settings = self._settings.read()
        query = RunQuery(settings.environment, **vars(chosen))
        return replace(query, without_ticket=without_ticket(settings.current.defaults))
