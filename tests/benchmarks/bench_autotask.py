"""Autotask over a line of 50 ms: refreshing mappings, searching, creating, ticket states."""

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from bcautotask_gui.app.workplace import Workplace
from bcautotask_gui.autotask.tickets import body_of
from bcautotask_gui.database.connections import Connections
from tests.benchmarks.bare_http import BareLoop, watched
from tests.benchmarks.far_autotask import (
    CREDENTIALS,
    FIRST_COMPANY,
    HITS,
    SOUGHT,
    FarAutotask,
)
from tests.benchmarks.measuring import TIMES, compare, measure, time_in
from tests.benchmarks.place import CUSTOMERS, at_work, ended, large_database, runs_to_create_for
from tests.benchmarks.table import Row

LATENCY = 0.05
STATES = 500
SINGLE = 40
BARE = "bare httpx loop"
_CARE = (
    "before each call the settings are read and the hour's budget is charged in the database, and "
    "each record is checked; the bare loop does neither"
)
_REFRESH = f"refresh {CUSTOMERS:,} mappings at 50 ms"
_BENCH_PYTHON = Path(".venv-bench/bin/python")


def rows() -> Iterator[Row]:
    """All rows of this group."""
    with tempfile.TemporaryDirectory() as name, FarAutotask() as autotask:
        folder = Path(name)
        url = large_database(folder)
        autotask.add_companies(CUSTOMERS)
        with at_work(url, autotask.url, folder / "profile") as place:
            bare = BareLoop(autotask.url)
            autotask.delay(LATENCY)
            yield from _refreshing(place, autotask, bare)
            yield from _searching(place, bare)
            yield from _creating(place, autotask, bare)
            yield from _ticket_states(place, autotask, bare)
            bare.close()


def _refreshing(place: Workplace, autotask: FarAutotask, bare: BareLoop) -> Iterator[Row]:
    ids = list(range(FIRST_COMPANY, FIRST_COMPANY + CUSTOMERS))

    def ours() -> None:
        summary = ended(place.customers.refresh_all())
        assert summary.unchanged == CUSTOMERS, summary

    def client() -> None:
        read = place.access.open().autotask.companies(ids)
        assert sum(len(chunk) for chunk in read) == CUSTOMERS

    def reference() -> None:
        assert bare.companies(ids) == CUSTOMERS

    ours()  # the first asks for the zone, once
    counted = [_counted(autotask, work) for work in (ours, reference)]
    (calls, sent), (bare_calls, bare_sent) = counted
    yield Row(_REFRESH, calls, "calls", bare_calls, BARE, goal=10)
    yield Row(_REFRESH, sent / 1024, "KB", bare_sent / 1024, BARE, goal_ratio=1.2)
    pair = compare(client, reference)
    yield Row(
        f"read {CUSTOMERS:,} companies at 50 ms", pair.ours, "ms", pair.reference, BARE,
        goal_ratio=1.2, cause=_CARE,
    )  # fmt: skip
    pair = compare(ours, reference)
    yield Row(
        _REFRESH, pair.ours, "ms", pair.reference, BARE, goal_ratio=1.2,
        note="Ours also reads, compares and stamps every mapping, and counts each call.",
        cause="every mapping is read, compared and stamped, which the bare loop leaves out",
    )  # fmt: skip
    yield _against_single_gets(pair.ours, autotask, bare)


def _counted(autotask: FarAutotask, work: Callable[[], None]) -> tuple[int, int]:
    autotask.calls()
    with watched() as traffic:
        work()
    return len(autotask.calls()), traffic.bytes


def _against_single_gets(ours: float, autotask: FarAutotask, bare: BareLoop) -> Row:
    """One GET each for some of them, and multiplied: all would take minutes."""
    many = CUSTOMERS / SINGLE
    words = f"The single GETs were measured on {SINGLE} and multiplied by {many:.0f}."
    command = [
        _BENCH_PYTHON, "tests/benchmarks/single_gets.py", autotask.url, CREDENTIALS.user_name,
        CREDENTIALS.secret, CREDENTIALS.tracking_id, str(FIRST_COMPANY), str(SINGLE), str(TIMES),
    ]  # fmt: skip
    if _BENCH_PYTHON.exists():
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        single, against = float(told) * 1000, "py-autotask, one GET each"
    else:
        ids = range(FIRST_COMPANY, FIRST_COMPANY + SINGLE)
        single, against = measure(lambda: bare.get("Companies", ids)), "httpx, one GET each"
        words += " py-autotask could not be installed."
    return Row(_REFRESH, ours, "ms", single * many, against, goal_ratio=1 / 50, note=words)


def _searching(place: Workplace, bare: BareLoop) -> Iterator[Row]:
    search = place.access.open().autotask.search_companies
    found = len(search(SOUGHT))
    work = f"search with {HITS:,} hits of {CUSTOMERS:,}"
    yield Row(f"{work}: hits left out", HITS - found, "companies", goal=0)
    pair = compare(lambda: search(SOUGHT), lambda: bare.search(SOUGHT))
    yield Row(work, pair.ours, "ms", pair.reference, BARE, goal_ratio=1.2, cause=_CARE)


def _creating(place: Workplace, autotask: FarAutotask, bare: BareLoop) -> Iterator[Row]:
    some = islice(runs_to_create_for(place), TIMES + 4)
    drafts = [place.drafts.draft(run_id) for run_id in some]
    sample = body_of(drafts.pop())
    shares: list[float] = []

    def ours() -> None:
        draft = drafts.pop()
        with time_in(Connections, "reading", "writing") as spent:
            assert ended(place.creating.create(draft)).number
        shares.append(spent.milliseconds)

    ours()
    autotask.calls()
    ours()
    yield Row("create a ticket", len(autotask.calls()), "calls", 3, BARE, goal=3)
    shares.clear()
    pair = compare(ours, lambda: bare.create(sample))
    share = median(shares[1:])
    yield Row(
        "create a ticket at 50 ms, its database work apart", pair.ours - share, "ms",
        pair.reference, BARE, goal_ratio=1.2,
        note="The bare loop looks up, creates and reads, too.",
        cause="the request that creates gets a connection of its own, so that it is never lost on "
        "one that the server has just closed; the bare loop keeps one",
    )  # fmt: skip
    yield Row(
        "create a ticket: its database work", share,
        note="Beside 1,000,000 runs on SQLite without an index for a job's runs.",
    )  # fmt: skip


def _ticket_states(place: Workplace, autotask: FarAutotask, bare: BareLoop) -> Iterator[Row]:
    ids = autotask.add_tickets(STATES, "Backup failed")
    read = place.access.open().autotask.tickets

    def ours() -> None:
        assert sum(len(chunk) for chunk in read(ids)) == STATES

    autotask.calls()
    ours()
    yield Row(
        f"{STATES} ticket states", len(autotask.calls()), "calls", STATES, "single GETs", goal=1
    )
    single = measure(lambda: bare.get("Tickets", ids[:SINGLE]))
    many = STATES / SINGLE
    yield Row(
        f"{STATES} ticket states at 50 ms", measure(ours), "ms", single * many, "single GETs",
        note=f"The single GETs were measured on {SINGLE} and multiplied by {many:g}.",
    )  # fmt: skip
