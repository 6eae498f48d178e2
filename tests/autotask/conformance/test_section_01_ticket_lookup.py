from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from tests.autotask.conformance.asked import add_ticket, calls, last

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer


def test_a_ticket_number_is_resolved_by_one_query_for_exactly_this_number(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    number = server.tenant.ticket(add_ticket(server))["ticketNumber"]
    autotask.ticket_by_number(f" {number} ")
    assert calls(server, "zoneInformation") == ["POST Tickets/query"]
    assert last(server, "POST", "Tickets/query").content["filter"] == [
        {"op": "eq", "field": "ticketNumber", "value": number}
    ]


def test_the_id_of_the_first_item_is_the_ticket_id(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    add_ticket(server, ticketNumber="T20201231.0001")
    ticket_id = add_ticket(server, ticketNumber="T20201231.0002")
    add_ticket(server, ticketNumber="T20201231.0002.001")
    assert autotask.ticket_by_number("T20201231.0002").id == ticket_id


def test_a_number_that_no_ticket_has_is_told_as_absent(autotask: RestAutotask) -> None:
    with pytest.raises(Failure) as caught:
        autotask.ticket_by_number("T19990101.0001")
    assert caught.value.kind is Kind.ABSENT
