"""What an operator looks at: the list of runs and everything about one run."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from bcautotask_gui.domain.interrupts import Interrupt
from bcautotask_gui.domain.ports import RunStore, SettingsStore
from bcautotask_gui.domain.runs import RunDetail, RunQuery, RunResult, RunRow, RunView
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.ticket_rules import without_ticket

if TYPE_CHECKING:
    from array import array

FIRST_PAGE = 100


@dataclass(frozen=True)
class RunFilter:
    """What a person chose above the table; the rest of a query comes from the settings."""

    view: RunView = RunView.NOT_REVIEWED
    search: str = ""
    since: datetime | None = None
    customer_id: int | None = None
    software: str = ""
    sort: str = "run_at"
    descending: bool = True
    in_messages: bool = False
    job_id: int | None = None


class RunService:
    """Reads runs for the environment in use.

    What may take long takes an interrupt, and raises `CutShortError` once nobody waits for it.
    """

    def __init__(self, runs: RunStore, settings: SettingsStore) -> None:
        self._runs = runs
        self._settings = settings

    def first_page(
        self, chosen: RunFilter, interrupt: Interrupt | None = None
    ) -> tuple[RunRow, ...]:
        """The first hundred rows, quickly."""
        return self._runs.first_page(self._query(chosen), FIRST_PAGE, interrupt)

    def order(self, chosen: RunFilter, interrupt: Interrupt | None = None) -> "array[int]":
        """The ids of all rows, in order."""
        return self._runs.order(self._query(chosen), interrupt)

    def more_in_messages(
        self, chosen: RunFilter, found: int, interrupt: Interrupt | None = None
    ) -> int:
        """How many more runs a search finds once it looks into the messages of objects.

        Args:
            chosen: the search.
            found: how many it found without.
            interrupt: cuts it short.
        """
        wider = self._query(replace(chosen, in_messages=True))
        return max(0, len(self._runs.order(wider, interrupt)) - found)

    def rows(self, ids: Sequence[int]) -> tuple[RunRow, ...]:
        """Rows by id."""
        return self._runs.rows(ids)

    def counts(
        self, chosen: RunFilter, interrupt: Interrupt | None = None
    ) -> Mapping[RunView, int]:
        """How many runs each view holds."""
        return self._runs.counts(self._query(chosen), interrupt)

    def strips(self, job_ids: Collection[int]) -> Mapping[int, tuple[RunResult, ...]]:
        """The last 30 results of jobs."""
        return self._runs.strips(job_ids)

    def detail(self, run_id: int) -> RunDetail:
        """Everything about one run.

        Raises:
            Failure: RUN_GONE.
        """
        return self._runs.detail(run_id, self._environment())

    def newest_id(self) -> int:
        """The highest run id; runs above it came in later."""
        return self._runs.newest_id()

    def newer(self, chosen: RunFilter, after_id: int) -> tuple[int, ...]:
        """The runs above this id that belong into the list, in its order."""
        return self._runs.newer(self._query(chosen), after_id)

    def choices(self) -> tuple[tuple[tuple[int, str], ...], tuple[str, ...]]:
        """Customers and backup software that the filters offer."""
        return self._runs.choices()

    def _environment(self) -> Environment:
        return self._settings.read().environment

    def _query(self, chosen: RunFilter) -> RunQuery:
        settings: Settings = self._settings.read()
        query = RunQuery(settings.environment, **vars(chosen))
        return replace(query, without_ticket=without_ticket(settings.current.defaults))
