"""Many who claim the same runs at the same moment: each run is won once."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.runs import RunQuery, RunView
from tests.database.world import PRODUCTION, draft_of, event, ours, sql

if TYPE_CHECKING:
    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.tickets import TicketDraft

RUNS = 100
CLAIMERS = 8  # at once; on the server each has connections of its own, as workstations do


def claim_all(url: str, drafts: list[TicketDraft], number: int) -> list[int]:
    """One claimer: what it won; whatever it lost was lost to somebody who works on it."""
    mine = Instance(f"instance-{number}", f"profile-{number}", f"desk-{number}")
    random.Random(number).shuffle(drafts)
    database = open_database(url, may_migrate=False)
    won = []
    try:
        for draft in drafts:
            if claims(database, draft, mine):
                won.append(draft.run_id)
    finally:
        database.close()
    return won


def claims(database: Database, draft: TicketDraft, mine: Instance) -> bool:
    """Whether it was won; a file that others held for too long is asked again, as a person does."""
    while True:
        try:
            database.tickets.claim(draft, mine, event(operator=mine.workstation))
        except Failure as failure:
            if failure.kind is Kind.DATABASE_BUSY:
                continue
            assert failure.kind is Kind.WORKED_ON, failure
            return False
        return True


def drafts_for_race(database: Database) -> list[TicketDraft]:
    """Drafts for a hundred runs; each has its own report, so none is another's twin."""
    runs = database.runs.order(RunQuery(PRODUCTION, view=RunView.ALL))[: RUNS * 2]
    facts = [(run_id, database.runs.facts(run_id, PRODUCTION)) for run_id in runs]
    usable = [
        run_id
        for run_id, each in facts
        if each.mapping and each.mapping.status.allows_tickets and not each.links
    ]
    drafts = [draft_of(database, run_id) for run_id in usable]
    return list({draft.marker.stem: draft for draft in drafts}.values())[:RUNS]


def test_each_of_a_hundred_runs_is_won_once(database: Database, url: str) -> None:
    drafts = drafts_for_race(database)
    with ThreadPoolExecutor(CLAIMERS) as pool:
        jobs = [pool.submit(claim_all, url, list(drafts), number) for number in range(CLAIMERS)]
        won = [run_id for job in jobs for run_id in job.result()]
    assert len(drafts) == RUNS
    assert sorted(won) == sorted(draft.run_id for draft in drafts)
    assert sql(url, f"SELECT count(*) FROM {ours(url, 'claim')}")[0][0] == RUNS
