"""The list of Run Checks over a million runs, on PostgreSQL and in a file, against the bare SQL."""

import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psycopg
from psycopg import sql

from bcautotask_gui.database.engine import Database, open_database
from bcautotask_gui.domain.runs import RunRow, RunView
from bcautotask_gui.services.runs import RunFilter, RunService
from tests.benchmarks.bare_runs import BY_CUSTOMER, FOUND, NOT_REVIEWED, Bare
from tests.benchmarks.large_runs import NOW, write_team
from tests.benchmarks.measuring import compare
from tests.benchmarks.table import Row
from tests.benchmarks.window_runs import RunsWindow
from tests.support.postgres import Cluster, libpq

MANY, FEW = 1_000_000, 100_000
SEARCHED = "0123"
SINCE = NOW - timedelta(days=7)
BARE = "bare SQL"
_PAGES = 40
_SCRIPT = Path(__file__).parents[2] / "packaging" / "postgres" / "indexes.sql"
_WITHOUT = "without the indexes of packaging/postgres"
_SAME = (
    "The bare SQL is written by hand and brings the same facts through the driver: run, job, "
    "customer, mapping, claim, objects, and the tickets of every place."
)
_ALONE = (
    "Beside the window PostgreSQL answers with one process; its parallel workers would take both "
    "cores of the computer that the window is measured on."
)

# why the two may be missed, as far as it is known
_TRANSACTIONS = (
    "Settings, newest run and page are read in transactions of their own: 16 round trips instead "
    "of 5, and each weighs more the busier the computer is."
)
_STATEMENTS = (
    "Settings, run, tickets and objects are four statements, and rows become objects; a file "
    "answers the bare statement in about a millisecond, and works out the mapping of each customer "
    "for ours."
)

_STANDSTILLS = {
    "scrolling to the end": (
        "Each step paints a whole page of cells anew, in Python and in one go; what a standstill "
        "lasts beyond that work is waiting, while the lanes read pages and last runs."
    )
}


@dataclass(frozen=True)
class Large:
    """A service over one database, and the driver beside it."""

    name: str
    database: Database
    runs: RunService
    bare: Bare

    def first_page(self, chosen: RunFilter) -> tuple[RunRow, ...]:
        """As the list asks for it."""
        self.runs.newest_id()
        return self.runs.first_page(chosen)


def rows() -> Iterator[Row]:
    """All rows of this group."""
    with tempfile.TemporaryDirectory(prefix="bench-runs-") as name, _cluster() as cluster:
        folder = Path(name)
        for engine in ("PostgreSQL", "SQLite"):
            urls = {}
            for runs in (MANY, FEW):
                in_file = f"sqlite:///{folder / f'{runs}.sqlite'}"
                urls[runs] = in_file if engine == "SQLite" else cluster.url(cluster.create())
                write_team(urls[runs], runs)
            yield from _of_engine(engine, urls, folder)


def _of_engine(engine: str, urls: dict[int, str], folder: Path) -> Iterator[Row]:
    name = f"{MANY:,} runs, {engine}"
    with _opened(name, urls[MANY]) as large:
        yield from _without_indexes(large)
    for url in urls.values():
        _add_indexes(url)
    with _opened(name, urls[MANY]) as large, _opened("", urls[FEW]) as small:
        yield from _first_pages(large)
        yield from _pages(large, small)
        yield from _orders(large)
        yield _search(large)
    note = "" if engine == "SQLite" else _ALONE
    if note:
        _answer_alone(urls[MANY])
    window = RunsWindow(urls[MANY], folder)
    try:
        for what, beat in window.measure():
            cause = _STANDSTILLS.get(what, "")
            yield Row(
                f"longest standstill, {what}, {name}", beat.longest, goal=50, note=note, cause=cause
            )
            yield Row(f"99 of 100 standstills, {what}, {name}", beat.p99, goal=16, cause=cause)
            note = ""  # told once
    finally:
        window.close()


def _answer_alone(url: str) -> None:
    """Elsewhere the server has a computer of its own; here its helpers would take the window's."""
    with psycopg.connect(libpq(url), autocommit=True) as owner:
        name = sql.Identifier(owner.info.dbname)
        owner.execute(
            sql.SQL("ALTER DATABASE {} SET max_parallel_workers_per_gather = 0").format(name)
        )


def _without_indexes(large: Large) -> Iterator[Row]:
    everything = RunFilter(view=RunView.ALL)
    pair = compare(lambda: large.first_page(everything), large.bare.first_page)
    yield Row(f"first page of all, {large.name}, {_WITHOUT}", pair.ours, "ms", pair.reference, BARE)
    ids = list(large.runs.order(everything)[MANY // 2 :][:100])
    pair = compare(lambda: large.runs.rows(ids), lambda: large.bare.rows(ids), _PAGES)
    yield Row(f"a page by id, {large.name}, {_WITHOUT}", pair.ours, "ms", pair.reference, BARE)


def _first_pages(large: Large) -> Iterator[Row]:
    unreviewed = NOT_REVIEWED.format(since=f"{SINCE:%Y-%m-%d %H:%M:%S}")
    pages = (
        ("not reviewed, last 7 days", RunFilter(since=SINCE), unreviewed),
        ("all", RunFilter(view=RunView.ALL), "true"),
    )
    for what, chosen, where in pages:
        pair = compare(
            lambda chosen=chosen: large.first_page(chosen),  # type: ignore[misc]
            lambda where=where: large.bare.first_page(where),  # type: ignore[misc]
            _PAGES,
        )
        work = f"first page, {what}, {large.name}"
        yield Row(
            work, pair.ours, "ms", pair.reference, BARE, goal_ratio=1.5, note=_SAME,
            cause=_TRANSACTIONS,
        )  # fmt: skip


def _pages(large: Large, small: Large) -> Iterator[Row]:
    everything = RunFilter(view=RunView.ALL)
    ids = list(large.runs.order(everything)[MANY // 2 :][:100])
    pair = compare(lambda: large.runs.rows(ids), lambda: large.bare.rows(ids), _PAGES)
    work = f"a page by id from the middle, {large.name}"
    yield Row(
        work, pair.ours, "ms", pair.reference, BARE, goal_ratio=1.5, cause=_STATEMENTS
    )  # fmt: skip
    few = list(small.runs.order(everything)[FEW // 2 :][:100])
    pair = compare(lambda: large.runs.rows(ids), lambda: small.runs.rows(few), _PAGES)
    yield Row(work, pair.ours, "ms", pair.reference, f"of {FEW:,} runs", goal_ratio=1.3)


def _orders(large: Large) -> Iterator[Row]:
    by_customer = RunFilter(view=RunView.ALL, sort="customer", descending=False)
    pair = compare(lambda: large.runs.order(RunFilter(view=RunView.ALL)), large.bare.order)
    work = f"whole order, newest first, {large.name}"
    yield Row(work, pair.ours, "ms", pair.reference, BARE, goal_ratio=1.2)
    pair = compare(
        lambda: large.runs.order(by_customer), lambda: large.bare.order(order=BY_CUSTOMER), 3
    )
    work = f"whole order, by customer, {large.name}"
    yield Row(work, pair.ours, "ms", pair.reference, BARE, goal_ratio=1.2)


def _search(large: Large) -> Row:
    chosen = RunFilter(view=RunView.ALL, search=SEARCHED)
    where = FOUND.format(text=SEARCHED, ours=large.bare.ours)
    pair = compare(lambda: large.first_page(chosen), lambda: large.bare.first_page(where))
    work = f"search for a text, first results, {large.name}"
    return Row(work, pair.ours, "ms", pair.reference, BARE, goal_ratio=1.5)


@contextmanager
def _cluster() -> Iterator[Cluster]:
    made = Cluster()
    try:
        made.start()
        yield made
    finally:
        made.stop()


@contextmanager
def _opened(name: str, url: str) -> Iterator[Large]:
    database = open_database(url, may_migrate=False)
    with closing(database), closing(Bare(url)) as bare:
        yield Large(name, database, RunService(database.runs, database.settings), bare)


def _add_indexes(url: str) -> None:
    """What an administrator of a server runs; a file gets the same, in its own words."""
    statements = re.split(r";\n\n", _SCRIPT.read_text("utf-8"))
    if not url.startswith("sqlite"):
        with psycopg.connect(libpq(url), autocommit=True) as server:
            for statement in statements:
                server.execute(statement)  # type: ignore[call-overload]
        return
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
        for statement in statements:
            if "CREATE INDEX" in statement:
                for word in (" CONCURRENTLY", " NULLS LAST", "public."):
                    statement = statement.replace(word, "")
                file.execute(statement)
        file.execute("ANALYZE")
