"""Ticket notes: what they store, and how they are corrected."""

from datetime import UTC, datetime

from bcautotask_gui.sandbox import AutotaskServer
from tests.sandbox.conftest import Api, errors_of

NOTE = {"title": "Closing", "description": "Verified", "noteType": 3, "publish": 2}


def test_a_note_carries_its_writer_and_moves_the_tickets_activity(
    api: Api, server: AutotaskServer
) -> None:
    ticket_id = api.create()
    before = api.ticket(ticket_id)
    server.tenant.clock = lambda: datetime(2030, 1, 1, tzinfo=UTC)
    note_id = api.post(f"Tickets/{ticket_id}/Notes", NOTE).json()["itemId"]
    note = api.get(f"TicketNotes/{note_id}").json()["item"]
    after = api.ticket(ticket_id)
    assert note["creatorResourceID"] == server.tenant.users[0].resource_id
    assert note["ticketID"] == ticket_id
    assert after["lastActivityDate"] == "2030-01-01T00:00:00Z"
    stamp = "lastTrackedModificationDateTime"
    assert after[stamp] == before[stamp]


def test_a_single_child_comes_as_a_list(api: Api) -> None:
    ticket_id = api.create()
    note_id = api.post(f"Tickets/{ticket_id}/Notes", NOTE).json()["itemId"]
    (item,) = api.get(f"Tickets/{ticket_id}/Notes/{note_id}").json()["items"]
    assert item["title"] == "Closing"


def test_a_note_is_replaced_below_its_ticket(api: Api) -> None:
    ticket_id, other = api.create(), api.create()
    note_id = api.post(f"Tickets/{ticket_id}/Notes", NOTE).json()["itemId"]
    changed = NOTE | {"id": note_id, "title": "Corrected"}
    assert api.put(f"Tickets/{ticket_id}/Notes", changed).json() == {"itemId": note_id}
    assert api.get(f"TicketNotes/{note_id}").json()["item"]["title"] == "Corrected"
    assert errors_of(api.put(f"Tickets/{other}/Notes", changed))


def test_a_note_needs_a_ticket(api: Api) -> None:
    assert "ticketID" in errors_of(api.post("Tickets/1/Notes", NOTE))[0]


def test_a_note_is_checked_like_a_ticket(api: Api) -> None:
    path = f"Tickets/{api.create()}/Notes"
    assert "publish" in errors_of(api.post(path, NOTE | {"publish": 3}))[0]
    assert "title" in errors_of(api.post(path, NOTE | {"title": "x" * 251}))[0]


def test_a_colleagues_note_can_be_added(api: Api, server: AutotaskServer) -> None:
    ticket_id = api.create()
    note_id = server.tenant.add_note(ticket_id, "Called", "Will restart it", publish=2)
    condition = {"op": "eq", "field": "ticketID", "value": ticket_id}
    assert api.ids("TicketNotes", condition) == [note_id]
