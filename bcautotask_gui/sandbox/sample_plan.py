"""All that the sample holds, decided once; the tables are written from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from random import Random

from bcautotask_gui.sandbox.cast import CUSTOMERS, CastCustomer
from bcautotask_gui.sandbox.cast_tickets import TICKETS, CastTicket
from bcautotask_gui.sandbox.sample_history import PlannedRun, history, morning_of, utc
from bcautotask_gui.sandbox.sample_jobs import Job, more_jobs, morning_jobs
from bcautotask_gui.sandbox.sample_objects import TOLD, Reported, reported

FIRST_CUSTOMER, FIRST_JOB = 190, 1187
_LAST_RUN = 48213


@dataclass(frozen=True)
class Plan:
    """The sample.

    Attributes:
        morning: The day whose morning runs wait for review.
        customers: The customers; the first has the id FIRST_CUSTOMER.
        jobs: The jobs; the first has the id FIRST_JOB.
        runs: The runs in order of time; the first has the id `first_run`.
        reports: The objects of each run, empty for a missed one.
    """

    seed: int
    morning: date
    customers: Sequence[CastCustomer]
    jobs: Sequence[Job]
    runs: Sequence[PlannedRun]
    reports: Sequence[Sequence[Reported]]

    @property
    def first_run(self) -> int:
        """The id of the oldest run."""
        return max(1, _LAST_RUN - len(self.runs) + 1)

    def time(self, minute: int, day: date | None = None) -> datetime:
        """The naive UTC time of so many local minutes after midnight of the morning, or a day."""
        return utc(day or self.morning, minute)

    def ticket_of(self, run: PlannedRun) -> CastTicket | None:
        """The ticket that this run carries: that of its job, from the day of its opening on."""
        job = self.jobs[run.job]
        customer = self.customers[job.customer].name
        for ticket in TICKETS:
            if (ticket.customer, ticket.job) == (customer, job.name):
                since = utc(ticket.opened_on(self.morning), 0)
                return ticket if run.at >= since else None
        return None


def plan(seed: int, now: datetime, customers: int, jobs: int, runs: int) -> Plan:
    """Decide everything, the same for the same arguments.

    Raises:
        ValueError: Runs are wanted without any job.
    """
    cast = [*CUSTOMERS[:customers], *_nobodies(customers - len(CUSTOMERS))]
    listed = list(morning_jobs([each.name for each in cast]))[:jobs]
    taken = {(each.customer, each.name) for each in listed}
    active = [at for at, each in enumerate(cast) if each.active]
    more = more_jobs(active, jobs - len(listed), taken, Random(seed)) if active else ()
    all_jobs = [*listed, *more]
    morning = morning_of(now)
    planned = history(all_jobs, morning, runs, seed)
    names = [cast[each.customer].name for each in all_jobs]
    reports = [_report(names[run.job], all_jobs[run.job], run, seed) for run in planned]
    return Plan(seed, morning, cast, all_jobs, planned, reports)


def _nobodies(count: int) -> list[CastCustomer]:
    """Customers beyond the cast, for large samples; none has a company."""
    return [CastCustomer(f"Klant {at:05}", active=True, company_id=None) for at in range(count)]


def _report(customer: str, job: Job, run: PlannedRun, seed: int) -> Sequence[Reported]:
    if run.letter == "M":
        return ()
    day = f"{run.at:%Y-%m-%d}"
    rng = Random(f"{seed}/{run.job}/{day}")
    told = TOLD.get((customer, job.name), ()) if run.newest else ()
    letter, affected = ("S", 0) if told else (run.letter, job.failed if run.newest else 0)
    objects = reported(job.kind, job.name, day, letter, job.objects, affected, rng)
    return [*(_dated(each, job.name, day) for each in told), *objects[len(told) :]]


def _dated(each: Reported, job: str, day: str) -> Reported:
    return replace(each, message=each.message.format(object="HV01", job=job, day=day))
