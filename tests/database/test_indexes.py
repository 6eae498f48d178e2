"""The indexes that an administrator may add: each serves its page, and all can be taken away."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import psycopg
import pytest

from bcautotask_gui.domain.runs import RunQuery, RunView
from tests.database.rights import SCRIPTS
from tests.database.world import NOW, PRODUCTION, sql
from tests.support.postgres import libpq

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database

SECONDS = 60
NAMES = {
    "bcautotask_runs_newest", "bcautotask_runs_not_reviewed", "bcautotask_runs_of_job",
    "bcautotask_runs_with_ticket", "bcautotask_objects_of_mail", "bcautotask_objects_of_run",
    "bcautotask_tickets_of_run",
}  # fmt: skip
_OURS = (
    "SELECT relname, indisvalid FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid "
    "WHERE relname LIKE 'bcautotask%' AND relnamespace = 'public'::regnamespace"
)
_USED = "SELECT indexrelname FROM pg_stat_user_indexes WHERE idx_scan > 0"
# enough to choose from
_MANY = (
    "UPDATE job_runs SET reviewed_at = run_at WHERE id % 2 = 0",
    "INSERT INTO tickets (id, ticket_code) "
    "SELECT 900000 + n, 'X' || n FROM generate_series(1, 3000) AS n",
    "INSERT INTO ticket_job_runs (ticket_id, job_run_id) "
    "SELECT 900000 + n, (SELECT max(id) - n % 500 FROM job_runs) FROM generate_series(1, 3000) n",
    "ANALYZE job_runs, tickets, ticket_job_runs",
)

pytestmark = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)


def run(url: str, name: str) -> None:
    """Runs a script as psql does: one statement after the other, each by itself."""
    with psycopg.connect(libpq(url), autocommit=True) as connection:
        for statement in re.split(r";\n\n", (SCRIPTS / name).read_text("utf-8")):
            connection.execute(statement)  # type: ignore[call-overload]


def indexes(url: str) -> dict[str, bool]:
    """The names of those that are there, and whether each is whole."""
    return {name: is_whole for name, is_whole in sql(url, _OURS)}


def test_the_script_can_be_run_twice_and_undone(url: str) -> None:
    for _ in range(2):
        run(url, "indexes.sql")
        assert indexes(url) == dict.fromkeys(NAMES, True)
    for _ in range(2):
        run(url, "remove-indexes.sql")
        assert indexes(url) == {}


def test_what_was_broken_off_is_built_anew(url: str) -> None:
    run(url, "indexes.sql")
    broken = "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'bcautotask_runs_of_job'"
    sql(url, f"{broken}::regclass")
    assert not indexes(url)["bcautotask_runs_of_job"]
    run(url, "indexes.sql")
    assert indexes(url) == dict.fromkeys(NAMES, True)


def test_each_of_them_serves_a_page(url: str, opened: Callable[..., Database]) -> None:
    """A table of few rows is quicker read whole, so that way is made dear."""
    run(url, "indexes.sql")
    (name,) = sql(url, "SELECT current_database()")[0]
    for way in ("seqscan", "sort"):
        sql(url, f"ALTER DATABASE {name} SET enable_{way} = off")
    for statement in _MANY:
        sql(url, statement)
    database = opened(url)
    for view in (RunView.ALL, RunView.NOT_REVIEWED, RunView.OPEN_TICKETS):
        query = RunQuery(PRODUCTION, view=view, since=NOW - timedelta(days=300))
        rows = database.runs.first_page(query, 100)
    database.runs.strips({row.job_id for row in rows})
    database.close()  # so that the server counts what this connection did
    deadline = time.monotonic() + SECONDS
    while not {each for (each,) in sql(url, _USED)} >= NAMES:
        used = {each for (each,) in sql(url, _USED)}
        assert time.monotonic() < deadline, NAMES - used
        time.sleep(0.05)
