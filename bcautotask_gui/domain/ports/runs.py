"""What the services need of the store of runs: lists, details and reviews."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.interrupts import Interrupt
from bcautotask_gui.domain.job_groups import GroupSort, JobGroup
from bcautotask_gui.domain.reviews import Review
from bcautotask_gui.domain.runs import RunDetail, RunQuery, RunResult, RunRow, RunView
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_rules import RunFacts

if TYPE_CHECKING:
    from array import array


class RunStore(Protocol):
    """Runs of the Backupchecks database, with our mappings and tickets beside them.

    A method that takes an interrupt raises `CutShortError` once nobody waits for its answer.
    """

    def first_page(
        self, query: RunQuery, limit: int, interrupt: Interrupt | None = None
    ) -> tuple[RunRow, ...]:
        """The first rows of a query, quickly."""

    def order(self, query: RunQuery, interrupt: Interrupt | None = None) -> "array[int]":
        """The ids of all rows of a query, in its order, as 64-bit numbers."""

    def rows(
        self, ids: Sequence[int], environment: Environment | None = None
    ) -> tuple[RunRow, ...]:
        """Rows by id, in the order asked for; a run that is gone is left out.

        Args:
            ids: whose rows.
            environment: whose tickets and mappings count; None for the one in use.
        """

    def counts(self, query: RunQuery, interrupt: Interrupt | None = None) -> Mapping[RunView, int]:
        """How many runs each view holds; the query's own view and search are left aside."""

    def strips(self, job_ids: Collection[int]) -> Mapping[int, tuple[RunResult, ...]]:
        """The last 30 results of jobs, oldest first."""

    def detail(self, run_id: int, environment: Environment) -> RunDetail:
        """Everything about one run.

        Raises:
            Failure: RUN_GONE where it is no longer there.
        """

    def facts(self, run_id: int, environment: Environment) -> RunFacts:
        """What decides whether the run may get a ticket, read in one transaction.

        Raises:
            Failure: RUN_GONE where it is no longer there.
        """

    def choices(self) -> tuple[tuple[tuple[int, str], ...], tuple[str, ...]]:
        """Customers (id, name) and backup software that the filters offer."""

    def newest_id(self) -> int:
        """The highest run id, to see whether there are new runs."""

    def newer(self, query: RunQuery, after_id: int) -> tuple[int, ...]:
        """The ids of a query's runs above this one, in its order."""


class RunGroupStore(Protocol):
    """The runs of a view, one line per job."""

    def order(
        self,
        query: RunQuery,
        sort: GroupSort,
        *,
        descending: bool,
        interrupt: Interrupt | None = None,
    ) -> "array[int]":
        """The ids of the jobs that have runs in a view, in order, as 64-bit numbers."""

    def rows(
        self, query: RunQuery, job_ids: Sequence[int], interrupt: Interrupt | None = None
    ) -> tuple[JobGroup, ...]:
        """Lines by job, in the order asked for; a job without runs in the view is left out."""


class ReviewStore(Protocol):
    """The review columns of Backupchecks, where its schema has them and lets us write."""

    def reason_against(self) -> str:
        """Why runs cannot be marked as reviewed in this database; empty where they can."""

    def mark(self, run_ids: Collection[int], event: AuditEvent) -> Review:
        """Marks those of the runs that are not reviewed yet, with an entry for each."""

    def mark_job(self, job_id: int, up_to: int, event: AuditEvent) -> Review:
        """Marks a job's runs up to this id; one that came in later was not seen."""

    def take_back(self, review: Review, event: AuditEvent) -> int:
        """Takes back what this very review marked and nobody changed since.

        Returns:
            How many runs are not reviewed any more.
        """
