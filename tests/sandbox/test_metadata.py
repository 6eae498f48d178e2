"""What the metadata tells about entities, fields, picklists and rights."""

from typing import Any

import pytest

from bcautotask_gui.sandbox import AutotaskServer
from bcautotask_gui.sandbox.model import Access, Level
from tests.sandbox.conftest import Api


def field(api: Api, collection: str, name: str) -> dict[str, Any]:
    fields = api.get(f"{collection}/entityInformation/fields").json()["fields"]
    (found,) = [each for each in fields if each["name"] == name]
    return dict(found)


def test_picklist_values_are_text_in_the_metadata(api: Api) -> None:
    rows = field(api, "Tickets", "queueID")["picklistValues"]
    by_value = {row["value"]: row for row in rows}
    assert by_value["29682833"]["label"] == "Backup & Recovery"
    assert by_value["29682829"]["isActive"] is False
    assert [row["sortOrder"] for row in rows] == sorted(row["sortOrder"] for row in rows)


def test_sub_issue_types_name_their_issue_type(api: Api) -> None:
    described = field(api, "Tickets", "subIssueType")
    assert described["picklistParentValueField"] == "issueType"
    parents = {row["value"]: row["parentValue"] for row in described["picklistValues"]}
    assert parents["152"] == "14"


def test_categories_are_a_picklist_and_rows_with_defaults(api: Api) -> None:
    labels = {
        row["value"]: row["label"]
        for row in field(api, "Tickets", "ticketCategory")["picklistValues"]
    }
    assert labels["118"] == "Backup alert (API)"
    assert api.get("TicketCategories/118").json()["item"]["isApiOnly"] is True
    (defaults,) = api.get("TicketCategories/118/FieldDefaults").json()["items"]
    assert defaults["sourceID"] == 8
    assert defaults["ticketTypeID"] == 5


@pytest.mark.parametrize(
    ("name", "kind", "length"),
    [("title", "string", 255), ("externalID", "string", 50), ("dueDateTime", "datetime", 0)],
)
def test_fields_tell_kind_and_length(api: Api, name: str, kind: str, length: int) -> None:
    described = field(api, "Tickets", name)
    assert (described["dataType"], described["length"]) == (kind, length)
    assert described["picklistValues"] is None


def test_what_a_category_demands_is_not_told(api: Api) -> None:
    assert field(api, "Tickets", "queueID")["isRequired"] is False


@pytest.mark.parametrize(("numbers", "all_", "none"), [(False, "All", "None"), (True, 1, 0)])
def test_rights_are_told_per_entity(
    api: Api, server: AutotaskServer, *, numbers: bool, all_: object, none: object
) -> None:
    server.tenant.access_as_numbers = numbers
    server.tenant.users[0].access["TicketNote"] = Access(create=Level.NONE)
    tickets = api.get("Tickets/entityInformation").json()["info"]
    notes = api.get("TicketNotes/entityInformation").json()["info"]
    assert tickets["userAccessForCreate"] == all_
    assert notes["userAccessForCreate"] == none
    assert tickets["canDelete"] is False


def test_user_defined_fields_are_described(api: Api) -> None:
    fields = api.get("Tickets/entityInformation/userDefinedFields").json()["fields"]
    assert [each["name"] for each in fields] == ["Backup Product", "Change Window"]
