"""What engineers wrote and booked on the cast's tickets before anyone does anything."""

from dataclasses import dataclass
from datetime import timedelta

ENGINEER, COLLEAGUE = 29682890, 29682891


@dataclass(frozen=True)
class CastNote:
    """A note for colleagues.

    Attributes:
        after: How long after the opening it was written.
        by: The id of who wrote it.
    """

    after: timedelta
    by: int
    title: str
    text: str


@dataclass(frozen=True)
class CastTime:
    """Time that somebody booked; `hours` is at most 24, `summary` is what was done."""

    after: timedelta
    by: int
    hours: float
    summary: str


@dataclass(frozen=True)
class CastWork:
    """All that was done on one ticket; `assigned` is the id of who has it, or None."""

    assigned: int | None = None
    notes: tuple[CastNote, ...] = ()
    times: tuple[CastTime, ...] = ()


_NOTHING = CastWork()


def work_on(ticket_id: int) -> CastWork:
    """What was done on a ticket of the cast."""
    return _WORK.get(ticket_id, _NOTHING)


def _hours(number: float) -> timedelta:
    return timedelta(hours=number)


_WORK = {
    10432255: CastWork(
        COLLEAGUE,
        (
            CastNote(
                _hours(1), COLLEAGUE, "Repository is full",
                "FS01 has 12 GB left on R:. Older restore points of CAD01 are being moved to the "
                "second repository tonight.",
            ),
        ),
        (
            CastTime(
                _hours(1.5), COLLEAGUE, 0.75,
                "Freed space on the repository and started the job by hand.",
            ),
        ),
    ),
    10432107: CastWork(
        ENGINEER,
        (
            CastNote(
                _hours(2), ENGINEER, "Waiting for the maintenance window",
                "The host needs a restart before snapshots work again. Dekker agreed to tonight, "
                "22:00.",
            ),
            CastNote(
                _hours(26), COLLEAGUE, "Restart postponed",
                "Payroll ran late. Same window tomorrow.",
            ),
        ),
    ),
    10431990: CastWork(None),
    10431815: CastWork(
        COLLEAGUE,
        (
            CastNote(
                _hours(3), COLLEAGUE, "Agent reinstalled",
                "DC01 reports again. FS01 still waits for its disk, ordered under PO 8841.",
            ),
        ),
        (
            CastTime(_hours(2), COLLEAGUE, 0.75, "Reinstalled the agent on DC01."),
            CastTime(_hours(27), ENGINEER, 0.75, "Called the supplier about the disk for FS01."),
        ),
    ),
    10429033: CastWork(
        ENGINEER,
        (),
        (CastTime(_hours(4), ENGINEER, 0.75, "Extended the volume by 2 TB and checked the job."),),
    ),
    10431120: CastWork(
        COLLEAGUE, (), (CastTime(_hours(5), COLLEAGUE, 0.75, "Prepared the laptop."),)
    ),
    10430977: CastWork(
        ENGINEER, (), (CastTime(_hours(1), ENGINEER, 0.75, "Replaced the paper sensor."),)
    ),
}  # fmt: skip
