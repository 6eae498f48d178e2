from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import RESOLUTION_LIMIT, TicketChange
from bcautotask_gui.domain.tickets import Ending
from tests.autotask.conformance.asked import add_ticket, calls, last
from tests.sandbox.conftest import errors_of

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer
    from tests.sandbox.conftest import Api

STABILISING = (
    "companyID queueID title priority status dueDateTime ticketCategory issueType subIssueType "
    "source organizationalLevelAssociationID"
).split()
MAY_BE_EMPTY = (
    "queueID ticketCategory issueType subIssueType source organizationalLevelAssociationID"
).split()
RESOLVED = TicketChange(resolution="The backup works again.\nVerified — é")


def test_the_resolution_is_described_as_writable_text_of_32000_characters(api: Api) -> None:
    described = api.get("Tickets/entityInformation/fields").json()["fields"]
    (field,) = (each for each in described if each["name"] == "resolution")
    assert (field["dataType"], field["length"], field["isReadOnly"]) == ("string", 32000, False)
    assert RESOLUTION_LIMIT == 32000


def test_a_resolution_of_32000_characters_is_written_whole(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    ticket_id = add_ticket(server)
    longest = TicketChange(resolution="é" * RESOLUTION_LIMIT)
    autotask.update_ticket(autotask.full_ticket(ticket_id), longest, lambda: True)
    assert autotask.full_ticket(ticket_id).resolution == longest.resolution


def test_a_longer_resolution_is_refused_with_the_name_of_the_field(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    too_long = TicketChange(resolution="x" * (RESOLUTION_LIMIT + 1))
    full = autotask.full_ticket(add_ticket(server))
    answer = autotask.update_ticket(full, too_long, lambda: True)
    assert answer.ending is Ending.REFUSED
    assert answer.failure and "resolution" in answer.failure.detail


def test_an_incomplete_payload_changes_classification_routing_and_organisation(api: Api) -> None:
    ticket = api.ticket(api.create())
    required = ("id", "companyID", "title", "status", "priority", "dueDateTime")
    body = {name: ticket[name] for name in required} | {"resolution": "Space freed"}
    assert api.put("Tickets", body).status_code == 200
    after = api.ticket(ticket["id"])
    for name in ("issueType", "queueID", "source", "organizationalLevelAssociationID"):
        assert ticket[name] is not None
        assert after[name] is None


def test_the_pattern_is_get_copy_change_the_resolution_put(
    any_tenant: AutotaskServer, at_any_tenant: RestAutotask
) -> None:
    ticket_id = add_ticket(any_tenant)
    before = any_tenant.tenant.ticket(ticket_id)
    answer = at_any_tenant.update_ticket(
        at_any_tenant.full_ticket(ticket_id), RESOLVED, lambda: True
    )
    assert answer.ending is Ending.CREATED
    assert calls(any_tenant)[-2:] == [f"GET Tickets/{ticket_id}", "PUT Tickets"]
    sent = last(any_tenant, "PUT", "Tickets").content
    assert {name: sent[name] for name in STABILISING} == {
        name: before[name] for name in STABILISING
    }
    assert any_tenant.tenant.ticket(ticket_id)["resolution"] == RESOLVED.resolution
    assert any_tenant.report.changes(ticket_id) == [{"resolution"}]


@pytest.mark.parametrize("name", [*STABILISING, "resolution", "userDefinedFields"])
def test_a_stabilising_field_that_get_did_not_return_stops_the_write_with_its_name(
    any_tenant: AutotaskServer, at_any_tenant: RestAutotask, name: str
) -> None:
    ticket_id = add_ticket(any_tenant)
    whole = at_any_tenant.full_ticket(ticket_id)
    any_tenant.tenant.not_shown = frozenset({name})
    if name in ("companyID", "status"):  # without these it cannot even be read
        with pytest.raises(Failure):
            at_any_tenant.full_ticket(ticket_id)
    else:
        with pytest.raises(Failure) as caught:
            at_any_tenant.full_ticket(ticket_id)
        assert (caught.value.kind, caught.value.field) == (Kind.FIELD_ABSENT, name)
    fields = {key: value for key, value in whole.fields.items() if key != name}
    part = type(whole)(whole.ticket, whole.resolution, fields, whole.writable)
    answer = at_any_tenant.update_ticket(part, RESOLVED, lambda: True)
    assert answer.ending is Ending.NOT_SENT
    assert answer.failure and answer.failure.field == name
    assert "PUT Tickets" not in calls(any_tenant)


@pytest.mark.parametrize("name", MAY_BE_EMPTY)
def test_a_stabilising_field_that_is_null_is_a_value_and_is_copied(
    any_tenant: AutotaskServer, at_any_tenant: RestAutotask, name: str
) -> None:
    ticket_id = add_ticket(any_tenant, **{name: None})
    full = at_any_tenant.full_ticket(ticket_id)
    assert at_any_tenant.update_ticket(full, RESOLVED, lambda: True).ending is Ending.CREATED
    assert last(any_tenant, "PUT", "Tickets").content[name] is None
    assert any_tenant.report.damage() == {}


def test_another_field_that_get_did_not_return_is_told_and_stops_nothing(
    any_tenant: AutotaskServer, at_any_tenant: RestAutotask
) -> None:
    ticket_id = add_ticket(any_tenant)
    any_tenant.tenant.not_shown = frozenset({"rmaType", "changeInfoField1"})
    full = at_any_tenant.full_ticket(ticket_id)
    assert full.left_out == ("changeInfoField1", "rmaType")
    assert at_any_tenant.update_ticket(full, RESOLVED, lambda: True).ending is Ending.CREATED
    assert not {"rmaType", "changeInfoField1"} & last(any_tenant, "PUT", "Tickets").content.keys()
    assert any_tenant.report.damage() == {}


def test_the_refusal_of_an_update_reaches_the_caller_word_for_word(
    server: AutotaskServer, autotask: RestAutotask, api: Api
) -> None:
    full = autotask.full_ticket(add_ticket(server))
    answer = autotask.update_ticket(full, TicketChange(status=77), lambda: True)
    said = errors_of(api.put("Tickets", {**full.fields, "status": 77}))
    assert answer.failure and answer.failure.detail == "; ".join(said)
