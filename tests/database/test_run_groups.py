"""Runs by job: the same runs as the list shows, grouped, counted and sorted by the database."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.domain.job_groups import GroupSort, JobGroup
from bcautotask_gui.domain.runs import RunQuery, RunStatus, RunView
from tests.database.world import PRODUCTION, sql

if TYPE_CHECKING:
    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.runs import RunRow


def groups(
    database: Database,
    query: RunQuery,
    sort: GroupSort = GroupSort.RUN_AT,
    *,
    descending: bool = True,
) -> tuple[JobGroup, ...]:
    order = database.run_groups.order(query, sort, descending=descending)
    return database.run_groups.rows(query, order)


def listed(database: Database, query: RunQuery) -> tuple[RunRow, ...]:
    return database.runs.rows(database.runs.order(query), query.environment)


@pytest.mark.parametrize(
    "changes",
    [{"view": view} for view in RunView] + [{"search": "daily"}, {"software": "Veeam"}],
)
def test_the_lines_count_the_very_runs_of_the_list(
    database: Database, changes: dict[str, Any]
) -> None:
    query = RunQuery(PRODUCTION, **changes)
    rows = listed(database, query)
    found = groups(database, query)
    assert {each.job_id: each.runs for each in found} == Counter(row.job_id for row in rows)
    for group in found:
        own = [row for row in rows if row.job_id == group.job_id]
        assert group.ended == Counter(row.status for row in own)
        assert group.newest_id == max(row.id for row in own)
        assert group.last_run_at == max(row.run_at for row in own if row.run_at)
        assert (group.job, group.customer, group.software) == (
            own[0].job,
            own[0].customer,
            own[0].software,
        )
        assert group.mapping_status is own[0].mapping_status


def test_a_line_shows_the_worst_of_its_results(database: Database, url: str) -> None:
    [(job_id,)] = sql(
        url, "SELECT job_id FROM job_runs GROUP BY job_id ORDER BY count(*) DESC, job_id LIMIT 1"
    )
    sql(url, "UPDATE job_runs SET status = 'Success', missed = :no", no=False)
    query = RunQuery(PRODUCTION, view=RunView.ALL, job_id=job_id)
    [calm] = groups(database, query)
    assert calm.worst is RunStatus.SUCCESS
    sql(
        url,
        "UPDATE job_runs SET status = 'Warning' WHERE id = :run",
        run=calm.newest_id,
    )
    assert groups(database, query)[0].worst is RunStatus.WARNING
    sql(url, "UPDATE job_runs SET status = 'Unheard of' WHERE id = :run", run=calm.newest_id)
    [odd] = groups(database, query)
    assert odd.ended[RunStatus.OTHER] == 1


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("sort", list(GroupSort))
def test_the_database_sorts_the_lines(
    database: Database, sort: GroupSort, descending: bool
) -> None:
    keys = {
        GroupSort.STATUS: lambda each: _WORST.index(each.worst),
        GroupSort.CUSTOMER: lambda each: each.customer.casefold(),
        GroupSort.JOB: lambda each: each.job.casefold(),
        GroupSort.SOFTWARE: lambda each: each.software.casefold(),
        GroupSort.RUNS: lambda each: each.runs,
        GroupSort.RUN_AT: lambda each: each.last_run_at,
    }
    query = RunQuery(PRODUCTION, view=RunView.ALL)
    found = groups(database, query, sort, descending=descending)
    told = [keys[sort](each) for each in found]
    if sort not in (GroupSort.CUSTOMER, GroupSort.JOB, GroupSort.SOFTWARE):
        assert told == sorted(told, reverse=descending)
    else:  # a server may place umlauts by its own rules, but equals stand together
        assert len(list(groupby(told))) == len(set(told))
    assert len(found) > 20


_WORST = (
    RunStatus.SUCCESS,
    RunStatus.OVERRIDE,
    RunStatus.OTHER,
    RunStatus.MISSED,
    RunStatus.WARNING,
    RunStatus.FAILED,
)


def test_only_the_lines_asked_for_are_read(database: Database) -> None:
    query = RunQuery(PRODUCTION, view=RunView.ALL)
    order = database.run_groups.order(query, GroupSort.JOB, descending=False)
    wanted = [order[3], order[1]]
    assert [each.job_id for each in database.run_groups.rows(query, wanted)] == wanted
    assert database.run_groups.rows(query, []) == ()


def test_a_job_opened_from_its_line_lists_its_runs_alone(database: Database) -> None:
    query = RunQuery(PRODUCTION, view=RunView.ALL)
    group = max(groups(database, query), key=lambda each: each.runs)
    rows = listed(database, RunQuery(PRODUCTION, view=RunView.ALL, job_id=group.job_id))
    assert len(rows) == group.runs
    assert {row.job_id for row in rows} == {group.job_id}
