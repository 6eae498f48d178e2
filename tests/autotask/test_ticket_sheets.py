from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.sandbox.model import Access, Level

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer


@pytest.fixture
def ticket(server: AutotaskServer) -> int:
    tenant = server.tenant
    engineer = _resource(server, "Jan")
    made = tenant.add_ticket(
        29683485, "HV01 Daily", assignedResourceID=engineer, creatorResourceID=engineer
    )
    tenant.add_note(made, "Seen", "Disk is full", 2)
    tenant.add_time_entry(made, 0.5, non_billable=True)
    return made


def _resource(server: AutotaskServer, first_name: str) -> int:
    rows = server.tenant.tables.rows("Resources").values()
    return next(int(row["id"]) for row in rows if row["firstName"] == first_name)


def _queries(server: AutotaskServer, entity: str) -> int:
    return sum(call.path == f"{entity}/query" for call in server.calls)


def test_a_ticket_is_read_with_its_time_its_notes_and_everybody_by_name(
    autotask: RestAutotask, ticket: int
) -> None:
    sheet = autotask.ticket_sheet(ticket)
    assert sheet.ticket.title == "HV01 Daily"
    assert sheet.assigned and sheet.assigned.name == "Jan de Vries"
    assert sheet.creator.name == "Jan de Vries"
    assert sheet.entries and sheet.notes
    assert (sheet.entries[0].hours, sheet.entries[0].is_billable) == (0.5, False)
    assert (sheet.notes[0].title, sheet.notes[0].text) == ("Seen", "Disk is full")
    assert sheet.notes[0].publish == 2


def test_names_are_asked_for_once(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    autotask.ticket_sheet(ticket)
    autotask.ticket_sheet(ticket)
    assert _queries(server, "Resources") == 1


def test_a_person_who_may_not_be_seen_stays_without_a_name(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    server.tenant.users[0].access["Resource"] = Access(query=Level.NONE)
    sheet = autotask.ticket_sheet(ticket)
    assert sheet.assigned and sheet.assigned.name == ""
    assert sheet.assigned.id == _resource(server, "Jan")


def test_a_note_by_a_contact_is_told_as_the_customers(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    contact = next(iter(server.tenant.tables.rows("Contacts")))
    note = server.tenant.add_note(ticket, "", "Is it solved?", 1)
    server.tenant.tables.rows("TicketNotes")[note]["createdByContactID"] = contact
    notes = autotask.ticket_sheet(ticket).notes
    assert notes
    assert (notes[-1].who.name, notes[-1].who.is_contact) == ("Front Office", True)


def test_time_that_the_user_may_not_see_is_unknown_and_not_none(
    server: AutotaskServer, autotask: RestAutotask, ticket: int
) -> None:
    server.tenant.users[0].access["TimeEntry"] = Access(query=Level.NONE)
    assert autotask.ticket_sheet(ticket).entries is None


def test_a_ticket_without_time_and_notes_has_none_of_both(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    sheet = autotask.ticket_sheet(server.tenant.add_ticket(29683485, "New"))
    assert (sheet.entries, sheet.notes, sheet.assigned) == ((), (), None)


def test_a_ticket_that_is_gone_is_told(server: AutotaskServer, autotask: RestAutotask) -> None:
    with pytest.raises(Failure) as caught:
        autotask.ticket_sheet(999)
    assert caught.value.kind is Kind.ABSENT
