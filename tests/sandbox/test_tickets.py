"""How tickets are created and replaced, and what is refused in which words."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from bcautotask_gui.sandbox import AutotaskServer
from bcautotask_gui.sandbox.model import Access, Level
from tests.sandbox.conftest import COMPANY, DRAFT, Api, errors_of

ENGINEER, ENGINEER_ROLE, API_USER = 29682890, 29683001, 29682885


def without(*names: str) -> dict[str, object]:
    return {key: value for key, value in DRAFT.items() if key not in names}


def test_a_create_answers_nothing_but_the_id(api: Api) -> None:
    answer = api.post("Tickets", DRAFT)
    assert answer.status_code == 200
    assert list(answer.json()) == ["itemId"]


def test_numbers_count_up_within_a_utc_date(api: Api, server: AutotaskServer) -> None:
    server.tenant.clock = lambda: datetime(2026, 11, 24, 0, 30, tzinfo=UTC)
    numbers = [api.ticket(api.create())["ticketNumber"] for _ in range(2)]
    server.tenant.clock = lambda: datetime(2026, 11, 25, 0, 30, tzinfo=UTC)
    numbers.append(api.ticket(api.create())["ticketNumber"])
    assert numbers == ["T20261124.0001", "T20261124.0002", "T20261125.0001"]


def test_unknown_and_read_only_fields_are_ignored_without_a_word(api: Api) -> None:
    ticket = api.ticket(api.create(nonsense=1, ticketNumber="T1", completedDate="2020-01-01"))
    assert "nonsense" not in ticket
    assert ticket["ticketNumber"] != "T1"
    assert ticket["completedDate"] is None


def test_body_fields_may_be_in_any_casing(api: Api) -> None:
    body = without("title") | {"TITLE": "Shouted"}
    ticket_id = api.post("Tickets", body).json()["itemId"]
    assert api.ticket(ticket_id)["title"] == "Shouted"


def test_a_missing_due_date_is_refused_in_the_known_words(api: Api) -> None:
    answer = api.post("Tickets", without("dueDateTime"))
    assert errors_of(answer) == ["dueDateTime is required.; on record number [0]."]


def test_a_category_may_supply_the_due_date_and_defaults(api: Api) -> None:
    body = without("dueDateTime", "source") | {"ticketCategory": 118}
    ticket = api.ticket(api.post("Tickets", body).json()["itemId"])
    assert ticket["dueDateTime"] is not None
    assert ticket["source"] == 8
    assert ticket["ticketType"] == 5


def test_a_category_may_demand_fields(api: Api) -> None:
    answer = api.post("Tickets", without("queueID") | {"ticketCategory": 113})
    assert errors_of(answer) == ["queueID is required"]


def test_a_ticket_without_a_category_gets_the_default_one(api: Api) -> None:
    ticket_id = api.post("Tickets", without("ticketCategory")).json()["itemId"]
    assert api.ticket(ticket_id)["ticketCategory"] == 3


def test_a_null_in_a_required_field_has_words_of_its_own(api: Api) -> None:
    answer = api.post("Tickets", DRAFT | {"priority": None})
    assert errors_of(answer) == ["Value does not exist for the required field priority"]


@pytest.mark.parametrize(
    ("changes", "name", "value"),
    [
        ({"priority": 77}, "priority", 77),
        ({"priority": 4}, "priority", 4),
        ({"queueID": 29682829}, "queueID", 29682829),
        ({"subIssueType": 131}, "subIssueType", 131),
        ({"ticketCategory": 107}, "ticketCategory", 107),
    ],
    ids=["unknown", "inactive", "inactive queue", "of another issue type", "inactive category"],
)
def test_only_values_on_offer_can_be_set(
    api: Api, changes: dict[str, int], name: str, value: int
) -> None:
    answer = api.post("Tickets", DRAFT | changes)
    expected = f"Picklist value [{value}] does not exist for {name}. ; on record number [1]."
    assert errors_of(answer) == [expected]


def test_an_inactive_value_stays_on_an_old_ticket(api: Api, server: AutotaskServer) -> None:
    ticket_id = api.create()
    server.tenant.retire_value("Ticket", "queueID", 29682833)
    api.put("Tickets", api.ticket(ticket_id) | {"resolution": "Done"})
    assert api.ticket(ticket_id)["queueID"] == 29682833


def test_several_mistakes_come_in_one_list(api: Api) -> None:
    errors = errors_of(api.post("Tickets", DRAFT | {"priority": 77, "contactID": 1, "source": 99}))
    assert len(errors) == 3


@pytest.mark.parametrize(
    ("name", "most"), [("title", 255), ("description", 8000), ("externalID", 50)]
)
def test_texts_have_a_length(api: Api, name: str, most: int) -> None:
    ticket_id = api.create(**{name: "x" * most})
    assert len(api.ticket(ticket_id)[name]) == most
    assert name in errors_of(api.post("Tickets", DRAFT | {name: "x" * (most + 1)}))[0]


def test_the_external_id_is_queryable(api: Api) -> None:
    ticket_id = api.create(externalID="bc-unique")
    condition = {"op": "eq", "field": "externalID", "value": "bc-unique"}
    assert api.ids("Tickets", condition) == [ticket_id]


def test_an_unknown_company_is_refused(api: Api) -> None:
    (error,) = errors_of(api.post("Tickets", DRAFT | {"companyID": 5}))
    assert error.startswith("Reference value on field: companyID of type: Company")


def test_the_own_company_with_id_0_is_valid(api: Api) -> None:
    assert api.ticket(api.create(companyID=0))["companyID"] == 0


def test_a_contact_must_belong_to_the_company(api: Api) -> None:
    (own,) = api.ids("Contacts", {"op": "eq", "field": "companyID", "value": COMPANY})
    (other,) = api.ids("Contacts", {"op": "eq", "field": "companyID", "value": 29683401})
    assert api.ticket(api.create(contactID=own))["contactID"] == own
    assert "contactID" in errors_of(api.post("Tickets", DRAFT | {"contactID": other}))[0]


def test_a_resource_is_assigned_in_one_of_its_roles(api: Api) -> None:
    alone = errors_of(api.post("Tickets", DRAFT | {"assignedResourceID": ENGINEER}))
    assert alone[0].startswith("Data violation: When assigning a Resource")
    pair = {"assignedResourceID": ENGINEER, "assignedResourceRoleID": ENGINEER_ROLE}
    assert api.ticket(api.create(**pair))["assignedResourceID"] == ENGINEER
    unknown = pair | {"assignedResourceID": 29682891}
    assert (
        "combination is not currently defined"
        in errors_of(api.post("Tickets", DRAFT | unknown))[-1]
    )


def test_an_api_user_cannot_be_assigned(api: Api) -> None:
    pair = {"assignedResourceID": API_USER, "assignedResourceRoleID": ENGINEER_ROLE}
    assert "assignedResourceID" in errors_of(api.post("Tickets", DRAFT | pair))[0]


def test_an_inactive_work_type_cannot_be_set(api: Api) -> None:
    assert "billingCodeID" in errors_of(api.post("Tickets", DRAFT | {"billingCodeID": 29682803}))[0]


@pytest.mark.parametrize("body", [[], "text", 5])
def test_a_body_that_is_no_object_is_refused(api: Api, body: object) -> None:
    assert errors_of(api.post("Tickets", body))


def test_custom_fields_that_are_no_list_are_refused(api: Api) -> None:
    assert errors_of(api.post("Tickets", DRAFT | {"userDefinedFields": 5}))


def test_a_value_of_the_wrong_kind_is_refused(api: Api) -> None:
    assert errors_of(api.post("Tickets", DRAFT | {"priority": True}))[0].startswith(
        "Unexpected character encountered while parsing value: t"
    )


def test_a_put_names_its_ticket_in_the_body(api: Api) -> None:
    ticket_id = api.create()
    body = api.ticket(ticket_id)
    assert "id" in errors_of(api.put("Tickets", body | {"id": None}))[0]
    assert errors_of(api.put("Tickets", body | {"id": 999}))
    assert api.put(f"Tickets/{ticket_id}", body).status_code == 405


def test_a_put_empties_what_it_leaves_out(api: Api, server: AutotaskServer) -> None:
    ticket_id = api.create(userDefinedFields=[{"name": "Backup Product", "value": "Veeam"}])
    body = api.ticket(ticket_id)
    del body["description"], body["userDefinedFields"]
    api.put("Tickets", body)
    after = api.ticket(ticket_id)
    assert after["description"] is None
    assert {each["value"] for each in after["userDefinedFields"]} == {None}
    assert server.report.damage() == {ticket_id: {"description", "userDefinedFields"}}


def test_a_put_of_everything_keeps_custom_fields(api: Api, server: AutotaskServer) -> None:
    ticket_id = api.create(userDefinedFields=[{"name": "Backup Product", "value": "Veeam"}])
    api.put("Tickets", api.ticket(ticket_id))
    assert server.report.changes(ticket_id) == [frozenset()]


def test_a_put_loses_the_formatting_of_a_description(api: Api, server: AutotaskServer) -> None:
    ticket_id = server.tenant.add_ticket(
        COMPANY, "Printer", description="see picture", rich_text="<b>see</b> <img>"
    )
    assert "rich_text" not in api.ticket(ticket_id)
    api.put("Tickets", api.ticket(ticket_id))
    assert server.report.damage() == {ticket_id: {"rich_text"}}


def test_a_reopened_ticket_loses_its_completion(api: Api) -> None:
    ticket_id = api.create(status=5)
    assert api.ticket(ticket_id)["completedDate"] is not None
    api.put("Tickets", api.ticket(ticket_id) | {"status": 15})
    assert api.ticket(ticket_id)["completedDate"] is None
    assert api.ticket(ticket_id)["resolvedDateTime"] is None


def test_a_completed_ticket_keeps_its_first_dates(api: Api) -> None:
    ticket_id = api.create(status=5)
    first = api.ticket(ticket_id)["completedDate"]
    api.put("Tickets", api.ticket(ticket_id) | {"resolution": "More"})
    assert api.ticket(ticket_id)["completedDate"] == first


def test_each_change_is_written_into_the_history(api: Api) -> None:
    ticket_id = api.create()
    api.put("Tickets", api.ticket(ticket_id) | {"status": 15})
    condition = {"op": "eq", "field": "ticketID", "value": ticket_id}
    (row,) = api.find("TicketHistory", condition).json()["items"]
    assert row["detail"] == "status: 1 -> 15"


def test_rights_are_checked_before_writing(api: Api, server: AutotaskServer) -> None:
    ticket_id = api.create()
    body = api.ticket(ticket_id)
    access = Access(create=Level.NONE, update=Level.NONE)
    server.tenant.users[0].access["Ticket"] = access
    assert "permissions to create this entity type" in errors_of(api.post("Tickets", DRAFT))[0]
    assert "permissions to update this entity type" in errors_of(api.put("Tickets", body))[0]


def test_a_deleted_ticket_answers_null_and_is_logged(api: Api, server: AutotaskServer) -> None:
    ticket_id = api.create()
    number = api.ticket(ticket_id)["ticketNumber"]
    server.tenant.delete_ticket(ticket_id)
    assert api.get(f"Tickets/{ticket_id}").json() == {"item": None}
    condition = {"op": "eq", "field": "ticketID", "value": ticket_id}
    (row,) = api.find("DeletedTicketLogs", condition).json()["items"]
    assert row["ticketNumber"] == number
    assert api.create() > ticket_id


def test_creates_at_once_get_ids_and_numbers_of_their_own(api: Api, server: AutotaskServer) -> None:
    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(lambda _: api.create(), range(24)))
    numbers = {ticket["ticketNumber"] for ticket in server.report.created()}
    assert len(set(ids)) == len(numbers) == 24
