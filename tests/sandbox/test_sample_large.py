"""The very large database keeps its promises at any size."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bcautotask_gui.sandbox.sample_large import write_large


def test_the_large_database_has_the_runs_that_were_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "b.sqlite"
    write_large(f"sqlite:///{path}", now=datetime(2026, 11, 23, 6, 3, tzinfo=UTC), runs=8_000)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        newest, oldest, runs, waiting = connection.execute(
            "SELECT max(run_at), min(run_at), count(*), sum(reviewed_at IS NULL) FROM job_runs"
        ).fetchone()
        jobs, busiest = connection.execute(
            "SELECT count(*), max(n) FROM (SELECT count(*) n FROM job_runs GROUP BY job_id)"
        ).fetchone()
        bare = connection.execute(
            "SELECT count(*) FROM job_runs r LEFT JOIN mail_objects o USING (mail_message_id) "
            "WHERE r.status IN ('Warning', 'Failed') AND o.status IS NOT r.status"
        ).fetchone()[0]
    assert (runs, jobs, busiest, bare) == (8_000, 20, 400, 0)
    assert newest == "2026-11-23 06:03:00.000000"
    assert oldest.startswith("2025-10-19")
    assert 130 <= waiting <= 145
