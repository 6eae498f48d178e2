from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import TicketChange
from tests.autotask.conformance.asked import add_ticket, calls, last, seen
from tests.autotask.raw import RawServer, answering, zone_script

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer
    from tests.sandbox.conftest import Api

STABILISING = (
    "id ticketNumber companyID queueID title priority status dueDateTime ticketCategory issueType "
    "subIssueType source organizationalLevelAssociationID completedDate resolvedDateTime "
    "lastTrackedModificationDateTime"
).split()


def replying(content: dict[str, Any]) -> Any:
    """A script: answers with this JSON."""
    body = json.dumps(content).encode()
    return answering(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))


def test_a_ticket_is_read_by_its_id_before_any_update(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    ticket_id = add_ticket(server)
    full = autotask.full_ticket(ticket_id)
    assert calls(server)[-1] == f"GET Tickets/{ticket_id}"
    autotask.update_ticket(full, TicketChange(status=15), lambda: True)
    assert calls(server)[-2:] == [f"GET Tickets/{ticket_id}", "PUT Tickets"]


def test_a_ticket_comes_in_an_item_wrapper_and_not_at_the_root(api: Api) -> None:
    answer = api.get(f"Tickets/{api.create()}").json()
    assert list(answer) == ["item"]
    assert set(STABILISING) <= answer["item"].keys()


def test_the_ticket_is_read_from_the_item_wrapper(
    raw_server: Callable[..., RawServer], opened: Callable[..., RestAutotask]
) -> None:
    item = {"id": 7, "companyID": 0, "status": 1, "title": "inside"}
    decoy = {"id": 7, "companyID": 9, "status": 5, "title": "outside"}
    server = raw_server(zone_script(), replying({**decoy, "item": item}))
    ticket = opened(server.url).ticket(7)
    assert (ticket.title, ticket.status, ticket.company_id) == ("inside", 1, 0)


def test_fields_at_the_root_of_the_answer_are_not_a_ticket(
    raw_server: Callable[..., RawServer], opened: Callable[..., RestAutotask]
) -> None:
    server = raw_server(zone_script(), replying({"id": 7, "companyID": 0, "status": 1}))
    with pytest.raises(Failure) as caught:
        opened(server.url).ticket(7)
    assert caught.value.kind is Kind.UNREADABLE


def test_an_item_that_is_null_is_a_ticket_that_is_not_there(autotask: RestAutotask) -> None:
    with pytest.raises(Failure) as caught:
        autotask.full_ticket(1)
    assert caught.value.kind is Kind.ABSENT


def test_the_body_of_a_put_is_not_wrapped(server: AutotaskServer, autotask: RestAutotask) -> None:
    ticket_id = add_ticket(server)
    autotask.update_ticket(autotask.full_ticket(ticket_id), TicketChange(status=15), lambda: True)
    sent = last(server, "PUT", "Tickets").content
    assert "item" not in sent
    assert sent["id"] == ticket_id


def test_every_stabilising_field_is_read_in_any_tenant(
    any_tenant: AutotaskServer, at_any_tenant: RestAutotask
) -> None:
    fields = at_any_tenant.full_ticket(add_ticket(any_tenant)).fields
    assert set(STABILISING) <= fields.keys()
    assert seen(any_tenant)[-1].status == 200
