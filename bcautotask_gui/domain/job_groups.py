"""One line per job: how many of its runs a view holds, and how they ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.runs import RunStatus


class GroupSort(StrEnum):
    """By what the lines of jobs can be sorted."""

    STATUS = "status"
    CUSTOMER = "customer"
    JOB = "job"
    SOFTWARE = "software"
    RUNS = "runs"
    RUN_AT = "run_at"


@dataclass(frozen=True)
class JobGroup:
    """One line.

    Attributes:
        worst: the worst result among the runs.
        ended: how many runs ended how; without those that are none.
        last_run_at: of the newest run, aware, UTC, or None where nobody knows.
        newest_id: the highest run id among them; one that comes in later was not seen.
    """

    job_id: int
    job: str
    customer_id: int
    customer: str
    software: str
    worst: RunStatus
    ended: Mapping[RunStatus, int]
    last_run_at: datetime | None
    newest_id: int
    mapping_status: MappingStatus

    @property
    def key(self) -> int:
        """What finds the line again."""
        return self.job_id

    @property
    def runs(self) -> int:
        """How many runs there are."""
        return sum(self.ended.values())
