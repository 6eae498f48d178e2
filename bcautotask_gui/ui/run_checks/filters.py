"""What a person chose above the table, and the ranges of time that are offered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.runs import RunView

translate = QCoreApplication.translate


class Range(StrEnum):
    """How far back the table goes."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"

    @property
    def label(self) -> str:
        """As the field shows it."""
        return {
            Range.DAY: translate("RunFilters", "Last 24 hours"),
            Range.WEEK: translate("RunFilters", "Last 7 days"),
            Range.MONTH: translate("RunFilters", "Last 30 days"),
            Range.ALL: translate("RunFilters", "All time"),
        }[self]

    def since(self, now: datetime) -> datetime | None:
        """The moment it begins at; None for all time."""
        days = {Range.DAY: 1, Range.WEEK: 7, Range.MONTH: 30}.get(self)
        return now - timedelta(days=days) if days else None


@dataclass(frozen=True)
class Chosen:
    """View, search, filters and sort.

    Attributes:
        customer: the name of the chosen customer, for sentences; empty for all.
        in_messages: the search also looks into the messages of objects.
        grouped: one line per job in place of one per run.
        job_id: only the runs of this job, or None.
        job: the name of that job, for sentences.
    """

    view: RunView = RunView.NOT_REVIEWED
    search: str = ""
    range: Range = Range.WEEK
    customer_id: int | None = None
    customer: str = ""
    software: str = ""
    sort: str = "run_at"
    descending: bool = True
    in_messages: bool = False
    grouped: bool = False
    job_id: int | None = None
    job: str = ""

    @property
    def filters(self) -> tuple[str, ...]:
        """The filters that hide something, by name."""
        parts = [
            "" if self.range is Range.ALL else self.range.label,
            self.customer,
            self.software,
            self.job,
        ]
        return tuple(part for part in parts if part)
