"""The application without its window over a large database and a local Autotask.

Run as a program, `python -m tests.benchmarks.place FILE`, it writes that database: 5,000 customers,
each mapped to its company, 1,000,000 runs, and of every job one run that waits for a ticket.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bcautotask_gui.app.workplace import Workplace, open_workplace
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import Company, CustomerQuery, MappingOrder, MappingStatus
from bcautotask_gui.domain.runs import RunQuery, RunView
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
from bcautotask_gui.sandbox.sample_large import write_large
from bcautotask_gui.services.demo import set_up_demo
from tests.benchmarks.far_autotask import CREDENTIALS, FIRST_COMPANY, FarAutotask, company_name

SANDBOX = Environment.SANDBOX
CUSTOMERS, RUNS, JOBS = 5_000, 1_000_000, 2_500
# where the groups of one measurement share what takes long to write
_SHARED = "BENCH_FOLDER"


def large_database(folder: Path, runs: int = RUNS) -> str:
    """A copy of the large database that the caller may change; the first one to ask writes it.

    Args:
        folder: of the caller, removed by the caller.
        runs: so many of the newest are kept.

    Returns:
        Its address.
    """
    whole = Path(os.environ.get(_SHARED, folder)) / "whole.sqlite"
    if not whole.exists():
        # in a process of its own, so that its memory is not counted as the measured one's
        command = [sys.executable, "-m", "tests.benchmarks.place", str(whole)]
        subprocess.run(command, check=True)
    copy = folder / "large.sqlite"
    shutil.copy(whole, copy)
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("DELETE FROM job_runs WHERE id <= ?", (RUNS - runs,))
    return f"sqlite:///{copy}"


@contextmanager
def at_work(url: str, autotask: str, profile: Path) -> Iterator[Workplace]:
    """The application's own wiring, with the integration set up and its secrets at hand.

    Args:
        url: the database.
        autotask: the address of the local Autotask.
        profile: the folder of the workstation.
    """
    options = StartOptions(autotask_url=autotask)
    place = open_workplace(options, Profile(profile), SessionStore(), url, None, may_migrate=True)
    try:
        set_up_demo(place.settings, place.connection_test, place.keeper, CREDENTIALS)
        yield place
    finally:
        place.close()


def runs_to_create_for(place: Workplace) -> Iterator[int]:
    """Runs of which nothing keeps a ticket from being created, one of each job."""
    wanted = RunQuery(SANDBOX, view=RunView.NEEDS_TICKET)
    for run_id in place.database.runs.order(wanted)[:JOBS]:
        if not place.drafts.draft(run_id).blocks:
            yield run_id


def ended(steps: Generator[Any, None, Any]) -> Any:
    """Runs a long task to its end; answers its result."""
    try:
        while True:
            next(steps)
    except StopIteration as end:
        return end.value


def _write(file: Path) -> None:
    fresh = file.with_suffix(".new")
    url = f"sqlite:///{fresh}"
    write_large(url, now=datetime.now(UTC), runs=RUNS)
    with closing(sqlite3.connect(fresh)) as connection, connection:
        (known,) = connection.execute("SELECT count(*) FROM customers").fetchone()
        # those beyond the ones of the runs have no jobs
        rows = ((at, f"Klant {at:05}", True) for at in range(known + 1, CUSTOMERS + 1))
        connection.executemany("INSERT INTO customers (id, name, active) VALUES (?, ?, ?)", rows)
        last = "UPDATE job_runs SET status = 'Failed', missed = 0, reviewed_at = NULL WHERE id > ?"
        connection.execute(last, (RUNS - JOBS,))
    with FarAutotask() as autotask, at_work(url, autotask.url, file.parent / "writer") as place:
        _map_all(place)
    with closing(sqlite3.connect(fresh)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    fresh.rename(file)


def _map_all(place: Workplace) -> None:
    """Maps every customer that has no company to the one of its number, in one act."""
    store = place.database.customers
    rows = store.rows(CustomerQuery(SANDBOX, MappingStatus.MISSING))
    orders = [
        MappingOrder(
            row.id,
            Company(FIRST_COMPANY + row.id - 1, company_name(row.id), is_active=True),
            None,
            place.actor.event(Act.MAPPING_SET, f"customer {row.id}", environment=SANDBOX),
        )
        for row in rows
    ]
    store.set_mappings(SANDBOX, orders)


if __name__ == "__main__":
    _write(Path(sys.argv[1]))
