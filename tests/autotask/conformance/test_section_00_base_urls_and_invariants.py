from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import TicketChange
from bcautotask_gui.domain.ticket_notes import NoteDraft
from bcautotask_gui.domain.tickets import Ending
from bcautotask_gui.sandbox import AutotaskServer, vanilla_tenant
from bcautotask_gui.sandbox.entities import TICKET
from bcautotask_gui.sandbox.model import ApiUser
from tests.autotask.conformance.asked import add_ticket, calls, last, seen
from tests.autotask.raw import RawServer, answering, zone_script
from tests.autotask.world import DEMO_SECRET, DEMO_TRACKING_ID, connection, demo_connection, draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.autotask.rest import RestAutotask

    Opened = Callable[..., RestAutotask]

NOTE = NoteDraft("Backupchecks", "Works again.", 1, 2)


def test_every_address_is_the_zones_own_with_ATServicesRest_and_the_pinned_version(
    raw_server: Callable[..., RawServer], opened: Opened
) -> None:
    server = raw_server(zone_script(), answering(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"))
    with pytest.raises(Failure):
        opened(server.url).version()
    first_lines = [received.split(b"\r\n")[0] for received in server.received]
    assert first_lines[0].startswith(b"GET /ATServicesRest/V1.0/zoneInformation?user=")
    assert first_lines[1] == b"GET /ATServicesRest/V1.0/Version HTTP/1.1"


@pytest.mark.parametrize("root", ["atservicesrest", "ATSERVICESREST", "ATservicesREST"])
def test_any_other_casing_of_ATServicesRest_is_invalid(
    server: AutotaskServer, opened: Opened, root: str
) -> None:
    with pytest.raises(Failure) as caught:
        opened(server.url.replace("ATServicesRest", root), demo_connection()).version()
    assert caught.value.kind in (Kind.NOT_AUTOTASK, Kind.ABSENT)
    assert {call.status for call in seen(server)} == {404}


def test_sandbox_and_production_have_one_address_and_the_credentials_tell_them_apart(
    server: AutotaskServer, opened: Opened
) -> None:
    production = vanilla_tenant()
    production.users = (ApiUser("api@msp.example", DEMO_SECRET, DEMO_TRACKING_ID, 1),)
    with AutotaskServer(production) as other:
        server.knows(other)
        one = opened(server.url, demo_connection()).zone()
        two = opened(server.url, connection("api@msp.example")).zone()
    assert (one.database_id, two.database_id) == (server.tenant.ci, production.ci)


def test_the_ticket_id_is_the_only_identifier_of_single_ticket_calls(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    ticket_id = add_ticket(server)
    number = server.tenant.ticket(ticket_id)["ticketNumber"]
    autotask.ticket(ticket_id)
    autotask.ticket_sheet(ticket_id)
    autotask.time_entries(ticket_id)
    autotask.notes(ticket_id)
    autotask.add_note(ticket_id, NOTE, lambda: True)
    autotask.update_ticket(autotask.full_ticket(ticket_id), TicketChange(status=15), lambda: True)
    assert f"GET Tickets/{ticket_id}" in calls(server)
    assert not [call for call in seen(server) if number in call.path]
    bodies = [call.body for call in seen(server) if call.path != "Tickets"]
    assert not [body for body in bodies if number.encode() in body]


def test_a_ticket_number_is_for_display_and_is_resolved_to_the_id_first(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    ticket_id = add_ticket(server)
    found = autotask.ticket_by_number(server.tenant.ticket(ticket_id)["ticketNumber"])
    autotask.ticket(found.id)
    assert calls(server)[-2:] == ["POST Tickets/query", f"GET Tickets/{ticket_id}"]


def test_put_is_always_a_full_update(server: AutotaskServer, autotask: RestAutotask) -> None:
    ticket_id = add_ticket(server)
    autotask.update_ticket(autotask.full_ticket(ticket_id), TicketChange(status=15), lambda: True)
    sent = last(server, "PUT", "Tickets").content
    assert sent.keys() == {field.name for field in TICKET.writable} | {"id", "userDefinedFields"}


def test_no_field_is_guessed_in_a_create(server: AutotaskServer, autotask: RestAutotask) -> None:
    what = draft(company_id=29683485)
    autotask.create_ticket(what, lambda: True)
    assert last(server, "POST", "Tickets").content == {
        "companyID": 29683485,
        "title": what.title,
        "description": what.description,
        "queueID": 29682833,
        "source": 8,
        "status": 1,
        "priority": 1,
        "dueDateTime": "2026-11-24T17:00:00Z",
        "externalID": "bc-abc123-s-0123456789-7",
    }


@pytest.mark.parametrize("missing", ["company_id", "queue", "source", "status", "priority"])
def test_no_value_is_guessed_for_a_field_that_was_not_chosen(
    server: AutotaskServer, autotask: RestAutotask, missing: str
) -> None:
    answer = autotask.create_ticket(draft(**{missing: None}), lambda: True)
    assert answer.ending is Ending.NOT_SENT
    assert answer.failure and answer.failure.kind is Kind.BLOCKED
    assert calls(server) == []
