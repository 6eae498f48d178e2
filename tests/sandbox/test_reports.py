"""What the reports tell about a test that went wrong."""

import httpx

from bcautotask_gui.sandbox import AutotaskServer
from tests.sandbox.conftest import Api


def test_every_call_is_listed_with_its_answer(api: Api, server: AutotaskServer) -> None:
    api.get("Tickets/1")
    api.post("TicketNotes", {})
    listed = [(call.method, call.path, call.endpoint, call.status) for call in server.calls]
    assert listed == [
        ("GET", "Tickets/1", "Tickets", 200),
        ("POST", "TicketNotes", "TicketNotes", 404),
    ]
    assert server.calls[0].at <= server.calls[1].at


def test_a_call_is_listed_with_what_was_sent(api: Api, server: AutotaskServer) -> None:
    api.post("Tickets/query", {"filter": []})
    api.get("Tickets/1")
    assert [call.content for call in server.calls] == [{"filter": []}, {}]
    assert "filter" not in repr(server.calls)


def test_calls_are_counted_per_endpoint(api: Api, server: AutotaskServer) -> None:
    api.get("Tickets/1")
    api.get("Tickets/1/Notes")
    api.get("Companies/1")
    assert server.report.calls_per_endpoint() == {"Tickets": 2, "Companies": 1}


def test_tickets_with_one_external_id_are_duplicates(api: Api, server: AutotaskServer) -> None:
    pair = [api.create(externalID="twice"), api.create(externalID="twice")]
    api.create(externalID="once")
    api.create(externalID="")
    api.create(externalID="")
    assert server.report.duplicates() == {"twice": pair}


def test_notes_that_customers_read_are_told(api: Api, server: AutotaskServer) -> None:
    ticket_id = api.create()
    body = {"title": "t", "description": "d", "noteType": 3}
    ids = [
        api.post(f"Tickets/{ticket_id}/Notes", body | {"publish": publish}).json()["itemId"]
        for publish in (2, 1, 4)
    ]
    assert [note["id"] for note in server.report.customer_visible_notes()] == ids[1:]


def test_damage_is_what_nobody_meant_to_change(api: Api, server: AutotaskServer) -> None:
    ticket_id = api.create()
    changed = api.ticket(ticket_id) | {"status": 5, "resolution": "Done", "priority": 2}
    api.put("Tickets", changed)
    assert server.report.damage() == {ticket_id: {"priority"}}
    assert server.report.damage(frozenset({"status", "resolution", "priority"})) == {}


def test_created_tickets_are_those_made_through_the_api(api: Api, server: AutotaskServer) -> None:
    server.tenant.add_ticket(0, "By hand")
    ticket_id = api.create()
    assert [ticket["id"] for ticket in server.report.created()] == [ticket_id]


def test_an_unsigned_call_is_listed_too(server: AutotaskServer) -> None:
    httpx.get(f"{server.url}/V1.0/Tickets/1", verify=False)
    assert [call.status for call in server.calls] == [401]
