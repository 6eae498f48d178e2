"""Who is on a run: a living colleague, one who is gone, or this application."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.runs import WorkCell
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState
from tests.database.world import (
    HERE,
    PRODUCTION,
    SANDBOX,
    THERE,
    draft_of,
    event,
    mapped_runs,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database


def work_of(database: Database, run_id: int) -> WorkCell | None:
    [row] = database.runs.rows([run_id], PRODUCTION)
    return row.work


def test_a_living_colleague_is_on_the_run_and_a_gone_one_left_it(
    url: str, opened: Callable[..., Database]
) -> None:
    database = opened(url, instance=HERE.id)
    run_id = mapped_runs(database)[0]
    database.instances.beat(THERE, "bert")
    database.tickets.claim(draft_of(database, run_id), THERE, event(operator="bert"))
    living = WorkCell(ClaimState.CLAIMED, "bert", is_mine=False, is_alive=True)
    assert work_of(database, run_id) == living
    database.instances.end(THERE)
    gone = WorkCell(ClaimState.CLAIMED, "bert", is_mine=False, is_alive=False)
    assert work_of(database, run_id) == gone


def test_our_own_work_needs_no_heartbeat(url: str, opened: Callable[..., Database]) -> None:
    database = opened(url, instance=HERE.id)
    run_id = mapped_runs(database)[0]
    database.tickets.claim(draft_of(database, run_id), HERE, event(operator="anna"))
    assert work_of(database, run_id) == WorkCell(ClaimState.CLAIMED, "anna", is_mine=True)


def test_rows_are_those_of_the_environment_in_use(database: Database) -> None:
    run_id = mapped_runs(database)[0]
    for environment in (SANDBOX, PRODUCTION):
        settings = replace(database.settings.read(), environment=environment)
        database.settings.save(settings, event(Act.SETTINGS_SAVED, "settings"))
        assert database.runs.rows([run_id]) == database.runs.rows([run_id], environment)
    in_both = [database.runs.rows([run_id], each)[0].mapping_status for each in Environment]
    assert len(set(in_both)) == 2
