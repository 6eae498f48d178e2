"""A search that nobody waits for any more ends on the server too, and harms nothing else."""

from __future__ import annotations

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.interrupts import CutShortError, Interrupt
from bcautotask_gui.domain.runs import RunQuery, RunView
from tests.database.world import PRODUCTION, event, sql

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from bcautotask_gui.database.engine import Database

SECONDS = 60
QUICK = RunQuery(PRODUCTION, view=RunView.ALL, search="a")
SLOW = RunQuery(PRODUCTION, view=RunView.ALL, search="a", in_messages=True)
# looking at what objects say takes until somebody ends it
_SLEEPING = "CREATE VIEW mail_objects AS SELECT * FROM held_objects WHERE pg_sleep(25) IS NOT NULL"
_COUNTING = (
    "CREATE VIEW mail_objects AS SELECT held_objects.* FROM held_objects, "
    "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000000) "
    "SELECT max(i) AS last FROM n) WHERE last > 0"
)
_BACKENDS = (
    "SELECT pid, wait_event FROM pg_stat_activity "
    "WHERE datname = current_database() AND application_name = 'bcautotask-gui' ORDER BY pid"
)


@pytest.fixture
def slow(url: str, engine: str, opened: Callable[..., Database]) -> Database:
    """A database in which looking into messages takes very long."""
    sql(url, "ALTER TABLE mail_objects RENAME TO held_objects")
    sql(url, _SLEEPING if engine == "postgresql" else _COUNTING)
    return opened(url)


def wait_until(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def is_under_way(url: str, interrupt: Interrupt, search: Future[object]) -> bool:
    """On a server its own word counts; in a file nobody can be asked but the one who reads."""
    assert not search.done()
    if url.startswith("sqlite"):
        return interrupt._cut is not None
    return any(waits_for == "PgSleep" for _, waits_for in sql(url, _BACKENDS))


def test_a_search_is_cut_short_and_its_connection_goes_on(slow: Database, url: str) -> None:
    interrupt = Interrupt()
    before = slow.runs.order(QUICK)
    on_server = url.startswith("postgresql")
    known = {pid for pid, _ in sql(url, _BACKENDS)} if on_server else set()
    with ThreadPoolExecutor(1) as pool:
        search = pool.submit(slow.runs.order, SLOW, interrupt)
        wait_until(lambda: is_under_way(url, interrupt, search))
        interrupt.now()
        with pytest.raises(CutShortError):
            search.result(SECONDS)
    assert slow.runs.order(QUICK) == before
    if on_server:
        backends = sql(url, _BACKENDS)
        assert {pid for pid, _ in backends} == known
        assert all(waits_for != "PgSleep" for _, waits_for in backends)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_an_error_of_the_drivers_own_cursor_is_a_failure_like_any(database: Database) -> None:
    with (
        pytest.raises(Failure) as caught,
        database._ground.connections.reading(),  # type: ignore[attr-defined]
    ):
        raise sqlite3.DatabaseError("database disk image is malformed")
    assert "malformed" in caught.value.detail


def test_pages_and_counts_that_nobody_waits_for_do_not_begin(slow: Database) -> None:
    for read in (slow.runs.first_page, slow.runs.counts):
        interrupt = Interrupt()
        interrupt.now()
        arguments = (SLOW, 10) if read == slow.runs.first_page else (SLOW,)
        with pytest.raises(CutShortError):
            read(*arguments, interrupt)


def test_a_cut_that_comes_late_strikes_nobody_else(database: Database) -> None:
    """Whenever it comes, what reads and writes on the same connection afterwards works."""
    expected = database.runs.order(QUICK)
    settings = database.settings.read()
    with ThreadPoolExecutor(1) as pool:
        for after in range(40):
            interrupt = Interrupt()
            search = pool.submit(database.runs.order, QUICK, interrupt)
            time.sleep(after * 0.0005)
            interrupt.now()
            assert database.runs.newest_id() > 0
            settings = database.settings.save(settings, event(Act.SETTINGS_SAVED, "settings"))
            with suppress(CutShortError):
                assert search.result(SECONDS) == expected
    assert database.runs.order(QUICK) == expected
    assert database._ground.connections._engine.pool.checkedout() == 0  # type: ignore[attr-defined]
