"""Reviews: the two columns over there, what is marked, what is taken back, and no row more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.runs import RunQuery, RunView
from tests.database.world import PRODUCTION, event, mapped_runs, sql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcautotask_gui.database.engine import Database

MARKED, BACK = event(Act.RUN_REVIEWED, "runs"), event(Act.REVIEW_TAKEN_BACK, "runs")


@pytest.fixture
def runs(database: Database) -> list[int]:
    return mapped_runs(database)[:3]


def columns(url: str, run_id: int) -> tuple[object, ...]:
    names = "reviewed_at, reviewed_by_user_id"
    return tuple(sql(url, f"SELECT {names} FROM job_runs WHERE id = :run", run=run_id)[0])


def not_reviewed(database: Database) -> set[int]:
    return set(database.runs.order(RunQuery(PRODUCTION, view=RunView.NOT_REVIEWED)))


def test_marked_runs_leave_the_list_with_an_entry_each(database: Database, runs: list[int]) -> None:
    review = database.reviews.mark(runs[:2], MARKED)
    assert review.run_ids == tuple(sorted(runs[:2]))
    assert not_reviewed(database) & set(runs) == {runs[2]}
    entry = database.audit.of(f"run {runs[0]}")[0].event
    assert (entry.act, entry.operator) == (Act.RUN_REVIEWED, "anna")


def test_what_was_reviewed_before_stays_as_it_was(
    database: Database, runs: list[int], url: str
) -> None:
    database.reviews.mark(runs[:1], MARKED)
    before = columns(url, runs[0])
    review = database.reviews.mark(runs[:2], event(Act.RUN_REVIEWED, "runs", operator="admin"))
    assert review.run_ids == (runs[1],)
    assert columns(url, runs[0]) == before


def test_an_operator_with_an_account_over_there_is_written(
    database: Database, runs: list[int], url: str
) -> None:
    account, name = sql(url, "SELECT id, username FROM users ORDER BY id")[0]
    review = database.reviews.mark(runs[:1], event(Act.RUN_REVIEWED, "runs", operator=name))
    assert review.by == account
    assert columns(url, runs[0])[1] == account


def test_an_operator_without_an_account_leaves_the_name_empty(
    database: Database, runs: list[int], url: str
) -> None:
    assert database.reviews.mark(runs[:1], MARKED).by is None
    assert columns(url, runs[0])[1] is None


def test_taking_back_undoes_this_review_alone(
    database: Database, runs: list[int], url: str
) -> None:
    review = database.reviews.mark(runs, MARKED)
    later = "UPDATE job_runs SET reviewed_at = '2026-03-12 09:00:00' WHERE id = :run"
    sql(url, later, run=runs[2])
    assert database.reviews.take_back(review, BACK) == 2
    assert not_reviewed(database) & set(runs) == set(runs[:2])
    assert columns(url, runs[0]) == (None, None)
    assert database.reviews.take_back(review, BACK) == 0
    assert database.audit.of(f"run {runs[0]}")[0].event.act is Act.REVIEW_TAKEN_BACK


def test_a_whole_job_is_marked_as_far_as_it_was_in_sight(
    database: Database, runs: list[int], url: str
) -> None:
    (job_id,) = sql(url, "SELECT job_id FROM job_runs WHERE id = :run", run=runs[0])[0]
    ids = [
        row[0]
        for row in sql(
            url,
            "SELECT id FROM job_runs WHERE job_id = :job AND reviewed_at IS NULL ORDER BY id",
            job=job_id,
        )
    ]
    sql(url, "UPDATE job_runs SET job_id = :job WHERE id = :run", job=job_id, run=max(runs))
    newest = max(*ids, max(runs))
    wanted = {*ids, max(runs)} - {newest}
    review = database.reviews.mark_job(job_id, newest - 1, MARKED)
    assert set(review.run_ids) == wanted
    assert newest in not_reviewed(database)


def test_nothing_but_the_two_columns_is_written(
    database: Database, runs: list[int], url: str
) -> None:
    def others() -> list[tuple[object, ...]]:
        (row,) = sql(url, "SELECT * FROM job_runs WHERE id = :run", run=runs[0])
        named = zip(row._fields, row, strict=True)
        return [each for each in named if not each[0].startswith("reviewed")]

    before = others()
    database.reviews.mark(runs[:1], MARKED)
    assert others() == before


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Failure) as caught:
        act()
    assert caught.value.kind is Kind.BLOCKED
    return str(caught.value)


def test_without_the_column_nothing_can_be_reviewed(
    url: str, opened: Callable[..., Database]
) -> None:
    sql(url, "ALTER TABLE job_runs RENAME COLUMN reviewed_at TO seen_at_all")
    database = opened(url)
    reason = database.reviews.reason_against()
    assert reason == "This Backupchecks database has no column for reviews."
    assert refused(lambda: database.reviews.mark([1], MARKED)) == reason


def test_without_the_column_for_the_account_the_time_alone_is_written(
    url: str, opened: Callable[..., Database]
) -> None:
    sql(url, "ALTER TABLE job_runs RENAME COLUMN reviewed_by_user_id TO somebody")
    database = opened(url)
    runs = mapped_runs(database)[:1]
    name = sql(url, "SELECT username FROM users ORDER BY id")[0][0]
    review = database.reviews.mark(runs, event(Act.RUN_REVIEWED, "runs", operator=name))
    assert (review.run_ids, review.by) == (tuple(runs), None)
    assert database.reviews.take_back(review, BACK) == 1


@pytest.fixture
def reviewer(url: str) -> Iterator[str]:
    """The address of a database user who reads everything and writes what a test grants."""
    sql(url, "CREATE ROLE reviewer LOGIN")
    for right in (
        "USAGE ON SCHEMA bcautotask",
        "SELECT ON ALL TABLES IN SCHEMA bcautotask",
        "SELECT ON ALL TABLES IN SCHEMA public",
        "INSERT ON bcautotask.audit",
        "USAGE ON ALL SEQUENCES IN SCHEMA bcautotask",
    ):
        sql(url, f"GRANT {right} TO reviewer")
    yield url.replace("//bc@", "//reviewer@")
    sql(url, "DROP OWNED BY reviewer")
    sql(url, "DROP ROLE reviewer")


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_without_the_grant_the_reason_is_told(
    reviewer: str, opened: Callable[..., Database]
) -> None:
    database = opened(reviewer, may_migrate=False)
    reason = database.reviews.reason_against()
    assert reason == "This database user may not mark runs as reviewed. Ask for the grant."
    assert refused(lambda: database.reviews.mark([1], MARKED)) == reason


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_only_granted_columns_are_written(
    url: str, reviewer: str, opened: Callable[..., Database]
) -> None:
    sql(url, "GRANT UPDATE (reviewed_at) ON job_runs TO reviewer")
    database = opened(reviewer, may_migrate=False)
    runs = mapped_runs(database)[:1]
    name = sql(url, "SELECT username FROM users ORDER BY id")[0][0]
    review = database.reviews.mark(runs, event(Act.RUN_REVIEWED, "runs", operator=name))
    assert (review.run_ids, review.by) == (tuple(runs), None)
    assert database.reviews.take_back(review, BACK) == 1
