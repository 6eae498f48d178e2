"""The behaviour that the contract proved, section by section."""

import pytest

from bcautotask_gui.sandbox import AutotaskServer
from tests.sandbox.conftest import DRAFT, Api, errors_of

NOTE = {"Title": "Closing", "Description": "Verified", "NoteType": 3, "Publish": 2}


@pytest.mark.parametrize("root", ["atservicesrest", "ATSERVICESREST", "AtServicesRest"])
def test_section_0_another_casing_of_the_root_does_not_exist(api: Api, root: str) -> None:
    address = str(api.client.base_url).replace("ATServicesRest", root)
    assert api.client.get(f"{address}Version").status_code == 404


def test_section_1_a_ticket_number_is_resolved_to_its_id_by_a_query(api: Api) -> None:
    ticket_id = api.create()
    number = api.ticket(ticket_id)["ticketNumber"]
    found = api.find("Tickets", {"field": "ticketNumber", "op": "eq", "value": number})
    assert found.json()["items"][0]["id"] == ticket_id


def test_section_2_a_ticket_comes_in_an_item_wrapper_and_not_at_the_root(api: Api) -> None:
    answer = api.get(f"Tickets/{api.create()}").json()
    assert list(answer) == ["item"]
    assert answer["item"]["issueType"] == 14
    assert answer["item"]["subIssueType"] == 152
    assert answer["item"]["source"] == 8


def test_section_3_status_is_an_integer_picklist_with_its_values_inline(api: Api) -> None:
    fields = {
        field["name"]: field
        for field in api.get("Tickets/entityInformation/fields").json()["fields"]
    }
    labels = {row["value"]: row["label"] for row in fields["status"]["picklistValues"]}
    assert fields["status"]["dataType"] == "integer"
    assert fields["status"]["isPickList"]
    assert labels["5"] == "Complete"
    assert labels["8"] == "Completed"


@pytest.mark.parametrize("path", ["Tickets", "Tickets/1", "Tickets/1/Notes", "Companies/1"])
def test_section_4_patch_is_refused_as_an_unsupported_verb(api: Api, path: str) -> None:
    answer = api.client.request("PATCH", path, json={"id": 1})
    assert answer.status_code == 405
    expected = "The requested resource does not support http method 'PATCH'."
    assert answer.json() == {"Message": expected}


@pytest.mark.parametrize("name", ["companyID", "title", "status", "priority", "dueDateTime"])
def test_section_4_a_put_without_a_required_field_fails_hard(api: Api, name: str) -> None:
    ticket_id = api.create()
    before = api.ticket(ticket_id)
    body = {key: value for key, value in before.items() if key != name}
    assert name in errors_of(api.put("Tickets", body))[0]
    assert api.ticket(ticket_id) == before


def test_section_4_a_put_of_all_fields_answers_the_id_and_changes_nothing_else(
    api: Api, server: AutotaskServer
) -> None:
    ticket_id = api.create()
    body = api.ticket(ticket_id) | {"resolution": "Space freed"}
    assert api.put("Tickets", body).json() == {"itemId": ticket_id}
    assert server.report.changes(ticket_id) == [frozenset({"resolution"})]
    assert server.report.damage() == {}


@pytest.mark.parametrize(("status", "stamped"), [(8, False), (5, True)])
def test_section_5_the_dates_depend_on_the_status_id(
    api: Api, status: int, *, stamped: bool
) -> None:
    ticket_id = api.create()
    api.put("Tickets", api.ticket(ticket_id) | {"status": status})
    after = api.ticket(ticket_id)
    assert after["status"] == status
    assert (after["completedDate"] is not None) == stamped
    assert (after["resolvedDateTime"] is not None) == stamped


def test_section_6_time_entries_are_found_by_their_ticket(api: Api, server: AutotaskServer) -> None:
    ticket_id = api.create()
    condition = {"field": "ticketID", "op": "eq", "value": ticket_id}
    assert api.find("TimeEntries", condition).json()["items"] == []
    entry_id = server.tenant.add_time_entry(ticket_id)
    assert api.ids("TimeEntries", condition) == [entry_id]
    assert api.post("TimeEntries/query/count", {"filter": [condition]}).json() == {"queryCount": 1}


@pytest.mark.parametrize("path", ["TicketNotes", "TicketNote"])
def test_section_7_a_note_cannot_be_created_on_its_own(api: Api, path: str) -> None:
    answer = api.post(path, NOTE)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/html")


def test_section_7_a_note_is_created_below_its_ticket_and_is_visible_at_once(api: Api) -> None:
    ticket_id = api.create()
    note_id = api.post(f"Tickets/{ticket_id}/Notes", NOTE).json()["itemId"]
    condition = {"field": "ticketID", "op": "eq", "value": ticket_id}
    assert api.ids("TicketNotes", condition) == [note_id]
    assert [item["id"] for item in api.get(f"Tickets/{ticket_id}/Notes").json()["items"]] == [
        note_id
    ]


@pytest.mark.parametrize("name", list(NOTE))
def test_section_7_a_note_needs_all_four_fields(api: Api, name: str) -> None:
    body = {key: value for key, value in NOTE.items() if key != name}
    answer = api.post(f"Tickets/{api.create()}/Notes", body)
    assert name.lower() in errors_of(answer)[0].lower()


def test_section_8_the_resolution_holds_32000_characters(api: Api) -> None:
    ticket_id = api.create()
    api.put("Tickets", api.ticket(ticket_id) | {"resolution": "x" * 32000})
    assert len(api.ticket(ticket_id)["resolution"]) == 32000
    too_long = api.ticket(ticket_id) | {"resolution": "x" * 32001}
    assert "resolution" in errors_of(api.put("Tickets", too_long))[0]


def test_section_8_an_incomplete_payload_damages_what_it_leaves_out(
    api: Api, server: AutotaskServer
) -> None:
    ticket_id = api.create()
    required = ("id", "companyID", "title", "status", "priority", "dueDateTime")
    whole = api.ticket(ticket_id)
    body = {name: whole[name] for name in required} | {"resolution": "Space freed"}
    assert api.put("Tickets", body).status_code == 200
    after = api.ticket(ticket_id)
    assert after["queueID"] is None
    assert after["issueType"] is None
    assert after["ticketCategory"] is None
    assert after["organizationalLevelAssociationID"] is None
    assert server.report.damage()[ticket_id] >= {"queueID", "issueType", "source", "externalID"}


def test_section_9_a_resolution_alone_does_not_resolve_a_ticket(api: Api) -> None:
    ticket_id = api.create()
    api.post(f"Tickets/{ticket_id}/Notes", NOTE)
    api.put("Tickets", api.ticket(ticket_id) | {"resolution": "Space freed"})
    after = api.ticket(ticket_id)
    assert after["status"] == DRAFT["status"]
    assert after["completedDate"] is None
    assert after["resolvedDateTime"] is None
