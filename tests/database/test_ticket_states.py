"""Which tickets are read again, and what is kept of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.database.outcomes import Outcomes
from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.linking import LinkOrder
from bcautotask_gui.domain.ticket_states import TicketSight
from bcautotask_gui.domain.tickets import TicketState
from tests.database.world import (
    NOW,
    PRODUCTION,
    SANDBOX,
    event,
    mapped_runs,
    ours,
    sql,
    ticket,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.runs import TicketCell

DONE = {"status": 5, "completed_at": NOW}


@pytest.fixture
def runs(database: Database, url: str) -> list[int]:
    """Two runs linked to tickets 71 and 72; the web application wrote no ticket at all."""
    nothing = "autotask_ticket_id = NULL, autotask_ticket_number = NULL"
    sql(url, f"UPDATE job_runs SET {nothing}, autotask_ticket_deleted_at = NULL")
    both = mapped_runs(database)[:2]
    settings = database.settings.read()
    for run_id, ticket_id in zip(both, (71, 72), strict=True):
        order = LinkOrder(
            run_id, PRODUCTION, settings.current.database_id, settings.version,
            ticket(ticket_id, f"T1.00{ticket_id}"), None,
        )  # fmt: skip
        database.links.link(order, "New", event(Act.TICKET_LINKED))
    return both


def keep(database: Database, *sights: TicketSight, deleted: tuple[int, ...] = ()) -> None:
    database.ticket_states.keep(PRODUCTION, sights, deleted)


def sight(ticket_id: int, *, has_time_entries: bool | None = None, **more: Any) -> TicketSight:
    read = ticket(ticket_id, f"T1.00{ticket_id}", **more)
    return TicketSight(read, "Complete" if read.is_complete else "New", has_time_entries)


def watched(database: Database, *run_ids: int) -> list[int]:
    found = database.ticket_states.watched(PRODUCTION, run_ids)
    return [each.ticket_id for each in found]


def cell(database: Database, run_id: int) -> TicketCell:
    (row,) = database.runs.rows([run_id], PRODUCTION)
    assert row.ticket
    return row.ticket


def test_those_in_sight_come_first_and_then_the_newest(database: Database, runs: list[int]) -> None:
    assert watched(database) == [72, 71]
    assert watched(database, runs[0]) == [71, 72]
    assert database.ticket_states.watched(SANDBOX, runs) == ()


def test_a_completed_ticket_is_only_read_again_in_sight(
    database: Database, runs: list[int]
) -> None:
    keep(database, sight(71, **DONE))
    assert watched(database) == [72]
    assert watched(database, *runs) == [71, 72]
    assert cell(database, runs[0]).state is TicketState.COMPLETE


def test_completed_reopened_and_completed_again_are_told_apart(
    database: Database, runs: list[int]
) -> None:
    keep(database, sight(71, **DONE))
    keep(database, sight(71))
    reopened = cell(database, runs[0])
    assert (reopened.state, reopened.is_reopened) == (TicketState.OPEN, True)
    keep(database, sight(71))
    assert cell(database, runs[0]).is_reopened
    keep(database, sight(71, **DONE))
    assert not cell(database, runs[0]).is_reopened


def test_a_deleted_ticket_keeps_what_was_known_and_may_come_back(
    database: Database, runs: list[int]
) -> None:
    keep(database, deleted=(71,))
    gone = cell(database, runs[0])
    assert (gone.state, gone.number, gone.label) == (TicketState.DELETED, "T1.0071", "New")
    assert watched(database) == [72]
    keep(database, sight(71))
    assert cell(database, runs[0]).state is TicketState.OPEN


def test_time_entries_are_kept_until_a_later_answer_knows_better(
    database: Database, runs: list[int]
) -> None:
    assert cell(database, runs[0]).has_time_entries is None
    keep(database, sight(71, has_time_entries=True), sight(72, has_time_entries=False))
    keep(database, sight(71), sight(72))
    assert [cell(database, each).has_time_entries for each in runs] == [True, False]
    keep(database, sight(71, has_time_entries=False))
    assert cell(database, runs[0]).has_time_entries is False


def test_a_ticket_that_the_web_application_wrote_on_many_runs_is_read_once(
    database: Database, runs: list[int], url: str
) -> None:
    later = mapped_runs(database)[:3]
    for run_id in later:
        sql(url, "UPDATE job_runs SET autotask_ticket_id = 80 WHERE id = :run", run=run_id)
    assert watched(database) == [80, 72, 71]
    assert watched(database, later[0])[0] == 80
    keep(database, sight(80, **DONE))
    assert watched(database) == [72, 71]


def test_what_the_web_application_knows_to_be_deleted_is_left_alone(
    database: Database, runs: list[int], url: str
) -> None:
    columns = "autotask_ticket_id = 80, autotask_ticket_deleted_at = '2026-03-01 10:00:00'"
    sql(url, f"UPDATE job_runs SET {columns} WHERE id = :run", run=mapped_runs(database)[0])
    assert watched(database) == [72, 71]


def test_a_ticket_that_was_never_read_can_be_found_deleted(
    database: Database, runs: list[int], url: str
) -> None:
    sql(url, f"DELETE FROM {ours(url, 'ticket_snapshot')}")
    keep(database, deleted=(71,))
    assert cell(database, runs[0]).state is TicketState.DELETED
    assert cell(database, runs[0]).number == "T1.0071"


def test_two_workstations_that_keep_the_same_tickets_never_lock_each_other_out(
    url: str, opened: Callable[..., Database], runs: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    both_hold_one = Barrier(2)
    keep_snapshot = Outcomes.keep_snapshot

    def kept_slowly(*words: Any) -> None:
        keep_snapshot(*words)
        with suppress(BrokenBarrierError):
            both_hold_one.wait(0.5)

    monkeypatch.setattr(Outcomes, "keep_snapshot", kept_slowly)
    first, second = sight(71), sight(72)
    with ThreadPoolExecutor(2) as pool:
        keepings = [
            pool.submit(keep, opened(url), *sights) for sights in ((first, second), (second, first))
        ]
    assert [keeping.result() for keeping in keepings] == [None, None]
