from __future__ import annotations

from typing import TYPE_CHECKING

from bcautotask_gui.domain.ticket_notes import TimeEntries
from tests.autotask.conformance.asked import add_ticket, calls, last

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer


def test_time_entries_are_looked_for_by_a_query_for_the_ticket_id(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    ticket_id = add_ticket(server)
    autotask.time_entries(ticket_id)
    assert "POST TimeEntries/query" in calls(server)
    assert last(server, "POST", "TimeEntries/query").content["filter"] == [
        {"op": "eq", "field": "ticketID", "value": ticket_id}
    ]


def test_a_count_of_0_means_that_there_are_none(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.tenant.add_time_entry(add_ticket(server))
    assert autotask.time_entries(add_ticket(server)) == TimeEntries(0)


def test_a_count_above_0_means_that_there_are_some_billed_or_not(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    ticket_id = add_ticket(server)
    server.tenant.add_time_entry(ticket_id, 0.5)
    server.tenant.add_time_entry(ticket_id, 1.25, non_billable=True)
    assert autotask.time_entries(ticket_id) == TimeEntries(2, 1.75)
