"""What an act costs in calls, and what travels: no call and no field that nobody needs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.tickets import Choice, ClaimState
from bcautotask_gui.sandbox import AutotaskServer, Fault, FaultKind
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.tickets import TicketService
from tests.autotask.conformance.asked import calls, seen
from tests.autotask.everything import read_everything
from tests.autotask.world import FakeClock
from tests.database.world import draft_of, mapped_runs
from tests.services.desk import result_of
from tests.services.fakes import FakeMemory

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.services.create_outcome import CreateOutcome
    from tests.services.test_resolving_for_real import Desk

TICKET = {
    "id", "ticketNumber", "title", "companyID", "status", "queueID", "priority", "externalID",
    "createDate", "dueDateTime", "completedDate", "resolvedDateTime",
}  # fmt: skip
COMPANY = {"id", "companyName", "isActive", "companyType", "city"}
# what is asked for, by what is read; a query for an id alone asks for nothing else
TRAVELS = {
    "Tickets/query": [TICKET, {"id"}],
    "Companies/query": [COMPANY, COMPANY | {"phone"}],
    "TicketNotes/query": [
        {"id"},
        {"id", "ticketID", "title", "description", "creatorResourceID"},
        {"id", "title", "description", "publish", "createDateTime", "creatorResourceID",
         "createdByContactID"},
    ],
    "TimeEntries/query": [
        {"id"},
        {"id", "ticketID"},
        {"id", "ticketID", "hoursWorked"},
        {"id", "resourceID", "dateWorked", "startDateTime", "createDateTime", "hoursWorked",
         "isNonBillable", "summaryNotes"},
    ],
    "Resources/query": [{"id"}, {"id", "firstName", "lastName"}],
    "DeletedTicketLogs/query": [{"id", "ticketID"}],
    "BillingCodes/query": [{"id", "name", "isActive"}],
    "Contacts/query": [{"id", "firstName", "lastName"}],
    "Contracts/query": [{"id", "contractName"}],
}  # fmt: skip


def create(desk: Desk, which: int) -> CreateOutcome:
    """Creates the ticket of a run, through the services, as a person does."""
    database = desk.database
    finder = Finder(database.tickets, database.settings, desk.actor)
    creating = TicketService(
        database.tickets, desk.access, finder, FakeMemory(), desk.actor, FakeClock()
    )
    draft = draft_of(
        database,
        mapped_runs(database)[which],
        queue=Choice(29682833, "Backup"),
        due_at=datetime.now(UTC) + timedelta(days=1),
    )
    return result_of(creating.create(draft))


def test_a_create_takes_three_calls_the_look_up_the_create_and_the_reading_of_its_number(
    desk: Desk,
) -> None:
    desk.server.calls.clear()
    made = create(desk, 1)
    assert made.state is ClaimState.CREATED
    assert calls(desk.server) == [
        "POST Tickets/query",
        "POST Tickets",
        f"GET Tickets/{made.ticket_id}",
    ]
    assert len(desk.server.report.created()) == 1


def test_eight_times_429_in_a_row_is_survived_by_a_create(desk: Desk) -> None:
    desk.server.faults.add(Fault(FaultKind.TOO_MANY, "POST", "Tickets", times=8))
    assert create(desk, 1).state is ClaimState.CREATED
    assert desk.server.faults.left == 0
    assert len(desk.server.report.created()) == 1


def test_a_create_needs_no_call_for_the_budget_and_is_counted_truly(desk: Desk) -> None:
    for which in range(1, 4):
        create(desk, which)
    environment = desk.database.settings.read().environment
    assert desk.database.budget.used(environment).used == desk.server.limits.used


def test_only_the_fields_that_are_used_travel(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    ticket = server.tenant.add_ticket(29683485, "[Backupchecks] Failed", creatorResourceID=29682890)
    read_everything(autotask, ticket)
    asked: dict[str, list[set[str]]] = {}
    for call in seen(server):
        if "IncludeFields" in call.content:
            fields = set(call.content["IncludeFields"])
            asked.setdefault(call.path, [])
            if fields not in asked[call.path]:
                asked[call.path].append(fields)
    assert {path: sorted(map(sorted, sets)) for path, sets in asked.items()} == {
        path: sorted(map(sorted, sets)) for path, sets in TRAVELS.items()
    }


def test_no_query_leaves_open_what_it_wants(server: AutotaskServer, autotask: RestAutotask) -> None:
    ticket = server.tenant.add_ticket(29683485, "[Backupchecks] Failed")
    read_everything(autotask, ticket)
    queries = [call for call in seen(server) if call.path.endswith("/query")]
    assert queries
    assert not [call for call in queries if not call.content.get("IncludeFields")]


@pytest.mark.parametrize(("companies", "expected"), [(500, 1), (501, 2), (5_000, 10)])
def test_companies_by_id_cost_a_call_for_each_500(
    server: AutotaskServer, autotask: RestAutotask, companies: int, expected: int
) -> None:
    ids = range(40_000_000, 40_000_000 + companies)
    for each in ids:
        server.tenant.add_company(each, f"Bulk {each}")
    found = {key: row for chunk in autotask.companies(ids) for key, row in chunk.items() if row}
    assert [found[each].name for each in ids] == [f"Bulk {each}" for each in ids]
    assert calls(server, "zoneInformation") == ["POST Companies/query"] * expected
