"""Writes a sample Backupchecks database: a service provider's morning, with a month before it."""

from collections.abc import Collection
from datetime import datetime

from bcautotask_gui.sandbox.sample_plan import plan
from bcautotask_gui.sandbox.sample_rows import write_jobs, write_people, write_settings
from bcautotask_gui.sandbox.sample_run_rows import write_runs
from bcautotask_gui.sandbox.sample_store import opened
from bcautotask_gui.sandbox.sample_ticket_rows import write_tickets


def write_sample(
    url: str,
    *,
    seed: int = 1,
    now: datetime,
    customers: int = 44,
    jobs: int = 220,
    runs: int = 6000,
    without: Collection[str] = (),
) -> None:
    """Make the tables and fill them; the same arguments give the same rows.

    Args:
        url: `sqlite:///path` of a new file, or `postgresql://...` of an empty database.
        seed: Another seed gives another history.
        now: The present; the morning's runs lie before it. A naive time is UTC.
        customers: How many customers; those beyond the cast are named by number.
        jobs: How many jobs, beginning with those of the morning's list.
        runs: How many runs, the newest ones, going back in time.
        without: Tables and columns that the database shall lack, as in `write_schema`.

    Raises:
        ValueError: The URL is of another kind, `without` names something unknown, or runs are
            wanted without a job.
    """
    decided = plan(seed, now, customers, jobs, runs)
    with opened(url, without) as store:
        store.create()
        write_people(store, decided)
        write_jobs(store, decided)
        write_runs(store, decided)
        write_tickets(store, decided)
        write_settings(store, decided)


def write_schema(url: str, *, without: Collection[str] = ()) -> None:
    """Make the tables of Backupchecks, empty.

    Args:
        url: `sqlite:///path` of a new file, or `postgresql://...` of an empty database.
        without: Names of tables ("mail_objects") and columns ("job_runs.reviewed_at") to leave out.

    Raises:
        ValueError: The URL is of another kind, or `without` names something unknown.
    """
    with opened(url, without) as store:
        store.create()
