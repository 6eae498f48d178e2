from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.full_ticket import TicketChange, differences
from bcautotask_gui.domain.tickets import Ending
from bcautotask_gui.sandbox import AutotaskServer, Fault, FaultKind

if TYPE_CHECKING:
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
