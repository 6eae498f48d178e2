from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import respx

from bcautotask_gui.autotask.full_tickets import CUSTOM_FIELDS, STABILISING
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import FullTicket, TicketChange, differences
from bcautotask_gui.domain.tickets import Ending, Ticket
from bcautotask_gui.sandbox import AutotaskServer, Fault, FaultKind
from bcautotask_gui.sandbox.tickets import changed_fields
from tests.autotask.world import DISCOVERY, ZONE, ZONE_ANSWER

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.autotask.rest import RestAutotask

RESOLVED = TicketChange(resolution="The backup works again.")
COMPLETED = TicketChange(status=5)


@pytest.fixture
def ticket(server: AutotaskServer) -> int:
    return server.tenant.add_ticket(
        29683485,
        "[Backupchecks] Failed",
        description="Line one\nline two",
        queueID=29682833,
        source=8,
        issueType=14,
        subIssueType=152,
        organizationalLevelAssociationID=12,
        purchaseOrderNumber="PO 7",
        estimatedHours=1.25,
        externalID="bc-abc123-s-0123456789-7",
        userDefinedFields=[
            {"name": "Backup Product", "value": "Veeam"},
            {"name": "Change Window", "value": None},
        ],
    )


def test_an_update_changes_what_was_meant_and_nothing_else(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    before = autotask.full_ticket(ticket)
    answer = autotask.update_ticket(before, RESOLVED, lambda: True)
    assert (answer.ending, answer.ticket_id) == (Ending.CREATED, ticket)
    (update,) = server.tenant.updates
    assert changed_fields(update) == {"resolution"}
    after = autotask.full_ticket(ticket)
    assert after.resolution == RESOLVED.resolution
    assert differences(before, after, RESOLVED.names) == ()
    assert {call.method for call in server.calls} == {"GET", "PUT"}


def test_a_completed_ticket_is_read_back_with_its_date(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    autotask.update_ticket(autotask.full_ticket(ticket), COMPLETED, lambda: True)
    assert autotask.full_ticket(ticket).ticket.is_complete
    assert changed_fields(server.tenant.updates[0]) == {"status"}


def test_a_colleagues_change_shows_as_a_difference_and_a_note_does_not(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    before = autotask.full_ticket(ticket)
    server.tenant.add_note(ticket, "Note", "Text", 2)
    assert differences(before, autotask.full_ticket(ticket)) == ()
    server.tenant.change_ticket(ticket, priority=2)
    assert differences(before, autotask.full_ticket(ticket)) == ("priority",)


def test_the_fields_are_described_once(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    for _ in range(2):
        autotask.full_ticket(ticket)
    paths = [call.path for call in server.calls]
    assert paths.count("Tickets/entityInformation/fields") == 1


def test_a_ticket_that_is_not_there_is_absent(autotask: RestAutotask) -> None:
    with pytest.raises(Failure) as caught:
        autotask.full_ticket(1)
    assert caught.value.kind is Kind.ABSENT


def test_an_update_that_may_not_go_is_not_sent(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    before = autotask.full_ticket(ticket)
    assert autotask.update_ticket(before, COMPLETED, lambda: False).ending is Ending.NOT_SENT
    assert server.tenant.updates == []


def test_an_update_whose_answer_was_lost_is_open_and_not_repeated(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    before = autotask.full_ticket(ticket)
    server.faults.add(Fault(FaultKind.CUT, "PUT", "Tickets", after=True))
    assert autotask.update_ticket(before, COMPLETED, lambda: True).ending is Ending.NOBODY_KNOWS
    server.stop()
    assert len(server.tenant.updates) == 1


@pytest.mark.parametrize("name", [*STABILISING, CUSTOM_FIELDS, "contactID"])
def test_a_field_that_is_not_shown_stops_the_update(
    opened: Callable[..., RestAutotask], name: str
) -> None:
    shown: dict[str, Any] = dict.fromkeys((*STABILISING, CUSTOM_FIELDS, "contactID"))
    row = {**shown, "id": 7, "companyID": 0, "status": 1}
    del row[name]
    described = [{"name": "contactID"}, {"name": "completedDate", "isReadOnly": True}]
    with respx.mock as router:
        router.get(f"{DISCOVERY}/V1.0/zoneInformation").respond(json=ZONE_ANSWER)
        router.get(f"{ZONE}/Tickets/entityInformation/fields").respond(json={"fields": described})
        router.get(f"{ZONE}/Tickets/7").respond(json={"item": row})
        with pytest.raises(Failure) as caught:
            opened().full_ticket(7)
    assert (caught.value.kind, caught.value.field) == (Kind.FIELD_ABSENT, name)


def test_a_ticket_that_was_read_in_part_only_is_not_written(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    part = FullTicket(Ticket(7, "T7", "Seven", 0, 1), fields={"title": "Seven"})
    answer = autotask.update_ticket(part, RESOLVED, lambda: True)
    assert answer.ending is Ending.NOT_SENT
    assert answer.failure and answer.failure.kind is Kind.FIELD_ABSENT
    assert server.calls == []
