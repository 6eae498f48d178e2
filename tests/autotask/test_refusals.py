"""Whatever sentence Autotask refuses with, whoever asked gets it word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.full_ticket import TicketChange
from bcautotask_gui.domain.ticket_notes import NoteDraft
from bcautotask_gui.domain.tickets import Ending
from bcautotask_gui.sandbox import AutotaskServer, Fault, FaultKind
from tests.autotask.world import draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.domain.tickets import CreateAnswer

SENTENCES = (
    "dueDateTime is required.; on record number [0].",
    "Missing Required Field: queueID. ; on record number [1].",
    "Value does not exist for the required field resourceID",
    "Picklist value [3] does not exist for priority. ; on record number [1].",
    "Reference value on field: roleID of type: Role does not exist or is invalid.",
    "Data violation: When assigning a Resource, you must assign both a assignedResourceID and "
    "assignedResourceRoleID.",
    "The specified AssignedResourceID and AssignedRoleID combination is not currently defined",
    "The companyLocationID[285] cannot be associated with the Ticket.",
    "Unable to find projectID in the TimeEntry Entity",
    "maxCountOfRecordsToReturn must be between 1 and 500",
    "Invalid query syntax. Queries are limited to 500 or fewer 'OR' conditions.",
    "Value cannot be null.\r\nParameter name: queryModel",
    "The logged in Resource does not have the adequate permissions to create this entity type.",
    "Een zin van een eigen systeem: né 日本.",
)
WRITES: dict[str, Callable[[RestAutotask, int], CreateAnswer]] = {
    "create": lambda autotask, _id: autotask.create_ticket(draft(), lambda: True),
    "update": lambda autotask, ticket_id: autotask.update_ticket(
        autotask.full_ticket(ticket_id), TicketChange(status=15), lambda: True
    ),
    "note": lambda autotask, ticket_id: autotask.add_note(
        ticket_id, NoteDraft("T", "D", 1, 2), lambda: True
    ),
}
PATHS = {"create": ("POST", "Tickets"), "update": ("PUT", "Tickets"), "note": ("POST", "*/Notes")}


@pytest.fixture
def ticket(server: AutotaskServer) -> int:
    return server.tenant.add_ticket(29683485, "[Backupchecks] Failed")


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("write", WRITES)
def test_a_refused_write_hands_on_the_sentence(
    server: AutotaskServer, autotask: RestAutotask, ticket: int, write: str, sentence: str
) -> None:
    server.faults.add(Fault(FaultKind.ERROR, *PATHS[write], errors=(sentence,)))
    answer = WRITES[write](autotask, ticket)
    assert answer.ending is Ending.REFUSED
    assert answer.failure and answer.failure.detail == sentence
    assert server.faults.left == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "Invalid user-defined field: Backup Product.",
        "You are unauthorized to create tickets for this company.",
    ],
)
def test_a_sentence_that_only_sounds_like_sign_in_does_not_stop_the_next_call(
    server: AutotaskServer, autotask: RestAutotask, sentence: str
) -> None:
    server.faults.add(Fault(FaultKind.ERROR, "POST", "Tickets", errors=(sentence,)))
    assert autotask.create_ticket(draft(), lambda: True).ending is Ending.REFUSED
    assert not autotask.is_refused
    assert autotask.create_ticket(draft(), lambda: True).ending is Ending.CREATED


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_refused_read_hands_on_the_sentence(
    server: AutotaskServer, autotask: RestAutotask, ticket: int, sentence: str
) -> None:
    server.faults.add(Fault(FaultKind.ERROR, path="Tickets/*", errors=(sentence,)))
    with pytest.raises(Failure) as caught:
        autotask.ticket(ticket)
    assert caught.value.detail == sentence


def test_several_sentences_are_all_handed_on(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.faults.add(Fault(FaultKind.ERROR, "POST", "Tickets", errors=SENTENCES))
    answer = autotask.create_ticket(draft(), lambda: True)
    assert answer.failure and answer.failure.detail == "; ".join(SENTENCES)
