"""When the jobs of the sample ran, and how each run ended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice
from random import Random
from zoneinfo import ZoneInfo

from bcautotask_gui.sandbox.sample_jobs import Job

ZONE = ZoneInfo("Europe/Amsterdam")
"""Where the service provider of the sample is."""

_MORNING_ENDS = time(7, 0)
_STAYS_BAD = 0.4
_LATE_MINUTES = 3


@dataclass(frozen=True)
class PlannedRun:
    """One run.

    Attributes:
        job: The index of its job.
        at: When it ended, naive UTC.
        letter: How it ended.
        waits: Whether it still waits for review.
        newest: Whether it is the last run of its job.
    """

    job: int
    at: datetime
    letter: str
    waits: bool
    newest: bool


def utc(day: date, minute: int) -> datetime:
    """The naive UTC time of so many local minutes after midnight of a day; may be negative."""
    local = datetime.combine(day, time(), ZONE) + timedelta(minutes=minute)
    return local.astimezone(UTC).replace(tzinfo=None)


def morning_of(now: datetime) -> date:
    """The last day whose morning runs are all over at this time; a naive time is UTC."""
    aware = now if now.tzinfo else now.replace(tzinfo=UTC)
    local = aware.astimezone(ZONE)
    ended = local.time() >= _MORNING_ENDS
    return local.date() if ended else local.date() - timedelta(days=1)


def history(jobs: Sequence[Job], morning: date, runs: int, seed: int) -> list[PlannedRun]:
    """Exactly so many runs, going back from the morning day by day, in order of time.

    Raises:
        ValueError: There is no job that could have run.
    """
    if not jobs and runs:
        raise ValueError("runs need a job")
    chances = [Random(f"{seed}/{at}") for at in range(len(jobs))]
    endings = [_endings(job, rng) for job, rng in zip(jobs, chances, strict=True)]
    planned: list[PlannedRun] = []
    for at, ago in islice(_turns(jobs), runs):
        job, newest = jobs[at], ago == 0
        late = 0 if newest else chances[at].randint(0, _LATE_MINUTES)
        ended = utc(morning - timedelta(days=ago), job.minute + late)
        waits = newest and job.in_list
        planned.append(PlannedRun(at, ended, next(endings[at]), waits, newest))
    return sorted(planned, key=lambda run: (run.at, run.job))


def _turns(jobs: Sequence[Job]) -> Iterator[tuple[int, int]]:
    """Which job ran how many days ago, newest day first, without end."""
    for ago in count():
        for at, job in enumerate(jobs):
            if ago % job.period == 0:
                yield at, ago


def _endings(job: Job, rng: Random) -> Iterator[str]:
    """How the runs of a job ended, newest first; trouble tends to last for a few days."""
    yield from reversed(job.recent)
    letter = "S"
    while True:
        if letter == "S" or rng.random() > _STAYS_BAD:
            letter = _trouble(job, rng) if rng.random() < job.unrest else "S"
        yield letter


def _trouble(job: Job, rng: Random) -> str:
    if not job.kind.sender:
        return rng.choice("WWE")
    return rng.choice("WWWFFFM")
