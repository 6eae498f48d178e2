from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.reference_data import TicketField
from bcautotask_gui.domain.resolution import ResolutionState
from tests.autotask.conformance.asked import add_ticket, calls, last, seen
from tests.autotask.everything import ask_everything

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer
    from tests.services.test_resolving_for_real import Desk

WRITES = ("POST Tickets", "PUT Tickets", r"POST Tickets/\d+/Notes")
READS = (r"GET \w+(/\d+)?(/\w+)*", r"POST \w+/query(/next)?")


@pytest.fixture
def asked(server: AutotaskServer, autotask: RestAutotask) -> list[str]:
    """All that the client can call, on a ticket."""
    ask_everything(autotask, add_ticket(server))
    return calls(server)


def test_nothing_is_ever_called_that_is_not_in_the_contract(asked: list[str]) -> None:
    known = [re.compile(pattern) for pattern in (*WRITES, *READS)]
    assert not [call for call in asked if not any(each.fullmatch(call) for each in known)]


def test_patch_is_never_attempted(asked: list[str]) -> None:
    assert not [call for call in asked if call.startswith(("PATCH", "DELETE"))]


def test_a_number_is_always_resolved_by_a_query(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    ask_everything(autotask, add_ticket(server))
    numbers = [each["ticketNumber"].encode() for each in server.tenant.tickets()]
    carrying = [call for call in seen(server) if any(each in call.body for each in numbers)]
    assert {f"{call.method} {call.path}" for call in carrying} == {"POST Tickets/query"}


def test_a_ticket_is_always_read_right_before_it_is_updated(desk: Desk) -> None:
    assert desk.resolve().state is ResolutionState.DONE
    happened = calls(desk.server)
    puts = [place for place, call in enumerate(happened) if call == "PUT Tickets"]
    about = [call for call in happened if call.startswith(("GET Tickets/", "PUT"))]
    assert len(puts) == 2
    for place, call in enumerate(about):
        if call == "PUT Tickets":
            assert about[place - 1] == f"GET Tickets/{desk.ticket_id}"


def test_which_statuses_complete_a_ticket_is_read_from_each_tenant(
    any_tenant: AutotaskServer, at_any_tenant: RestAutotask
) -> None:
    offered = at_any_tenant.reference_data().offered(TicketField.STATUS)
    assert any_tenant.tenant.completing <= {each.value for each in offered}


def test_time_entries_are_asked_for_before_the_status_is_decided(desk: Desk) -> None:
    desk.resolve()
    happened = calls(desk.server)
    status_put = max(place for place, call in enumerate(happened) if call == "PUT Tickets")
    between = happened[happened.index("PUT Tickets") + 1 : status_put]
    assert "POST TimeEntries/query" in between


def test_notes_are_created_only_below_their_ticket(desk: Desk) -> None:
    desk.add_note("Disk replaced.")
    posts = [call for call in calls(desk.server) if call.startswith("POST")]
    writes = [call for call in posts if not call.endswith("/query")]
    assert writes == [f"POST Tickets/{desk.ticket_id}/Notes"]
    assert last(desk.server, "POST", f"Tickets/{desk.ticket_id}/Notes").content["publish"] == 2
