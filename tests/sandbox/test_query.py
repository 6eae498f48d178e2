"""What a query finds, what it silently ignores, and what it refuses."""

from typing import Any

import pytest

from bcautotask_gui.sandbox import AutotaskServer
from bcautotask_gui.sandbox.model import Access, Level
from tests.sandbox.conftest import COMPANY, Api, errors_of

EVERYTHING = {"op": "exist", "field": "id"}


def condition(field: str, op: str, value: Any = None) -> dict[str, Any]:
    return {"field": field, "op": op, "value": value}


@pytest.fixture
def three(api: Api) -> tuple[int, int, int]:
    """Three tickets of which the middle one has no queue."""
    return (
        api.create(title="Alpha one", externalID="q-1"),
        api.create(title="alpha two", externalID="q-2", queueID=None),
        api.create(title="Beta 100%", externalID="q-3", priority=3),
    )


@pytest.mark.parametrize(
    ("field", "op", "value", "found"),
    [
        ("title", "eq", "ALPHA ONE", [0]),
        ("title", "noteq", "alpha one", [1, 2]),
        ("title", "beginsWith", "alpha", [0, 1]),
        ("title", "endsWith", "two", [1]),
        ("title", "contains", "100%", [2]),
        ("priority", "gt", 1, [2]),
        ("priority", "gte", 1, [0, 1, 2]),
        ("priority", "lt", 3, [0, 1]),
        ("priority", "lte", "1", [0, 1]),
        ("queueID", "exist", None, [0, 2]),
        ("queueID", "notExist", None, [1]),
        ("queueID", "eq", None, []),
        ("queueID", "noteq", None, []),
        ("priority", "in", [3, 2], [2]),
        ("priority", "notIn", [3], [0, 1]),
        ("PRIORITY", "eq", 3, [2]),
        ("createDate", "gte", "2000-01-01", [0, 1, 2]),
        ("dueDateTime", "eq", "2026-12-01T17:00:00+01:00", [0, 1, 2]),
    ],
)
def test_each_operator_finds_its_rows(
    api: Api, three: tuple[int, ...], field: str, op: str, value: Any, found: list[int]
) -> None:
    ours = condition("externalID", "beginsWith", "q-")
    assert api.ids("Tickets", ours, condition(field, op, value)) == [three[n] for n in found]


@pytest.mark.parametrize("op", ["ne", "isnotnull", "noteExist", "beginsw", "EQ"])
def test_an_unknown_operator_vanishes_without_a_word(
    api: Api, three: tuple[int, ...], op: str
) -> None:
    ours = condition("externalID", "beginsWith", "q-")
    assert api.ids("Tickets", ours, condition("title", op, "Alpha one")) == list(three)


def test_the_top_level_is_an_and_and_groups_nest(api: Api, three: tuple[int, ...]) -> None:
    either = {
        "op": "or",
        "items": [
            condition("title", "eq", "Beta 100%"),
            {
                "op": "and",
                "items": [
                    condition("title", "beginsWith", "alpha"),
                    condition("queueID", "notExist"),
                ],
            },
        ],
    }
    assert api.ids("Tickets", condition("externalID", "exist"), either) == [three[1], three[2]]


def test_keys_may_be_in_any_casing(api: Api, three: tuple[int, ...]) -> None:
    body = {
        "MaxRecords": 1,
        "includefields": ["TITLE"],
        "Filter": [{"Field": "externalid", "Op": "eq", "Value": "q-3"}],
    }
    (item,) = api.post("Tickets/query", body).json()["items"]
    assert item == {"id": three[2], "title": "Beta 100%", "userDefinedFields": []}


def test_a_query_may_come_in_the_address(api: Api, three: tuple[int, ...]) -> None:
    search = '{"filter":[{"op":"eq","field":"externalID","value":"q-2"}]}'
    answer = api.get("Tickets/query", search=search).json()
    assert [item["id"] for item in answer["items"]] == [three[1]]


def test_too_long_an_address_does_not_exist(api: Api) -> None:
    search = '{"filter":[{"op":"eq","field":"title","value":"' + "x" * 2100 + '"}]}'
    assert api.get("Tickets/query", search=search).status_code == 404


@pytest.mark.parametrize(
    ("collection", "field", "entity"),
    [
        ("TimeEntries", "projectID", "TimeEntry"),
        ("Tickets", "creatorType", "Ticket"),
        ("Tickets", "lastActivityPersonType", "Ticket"),
    ],
)
def test_a_field_that_cannot_be_queried_is_refused(
    api: Api, collection: str, field: str, entity: str
) -> None:
    answer = api.find(collection, condition(field, "eq", 1))
    assert errors_of(answer) == [f"Unable to find {field} in the {entity} Entity"]


@pytest.mark.parametrize("size", [0, 501, -1, "many"])
def test_a_page_size_out_of_bounds_is_refused(api: Api, size: object) -> None:
    answer = api.find("Tickets", EVERYTHING, MaxRecords=size)
    assert errors_of(answer) == ["maxCountOfRecordsToReturn must be between 1 and 500"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"filter": []},
        {"MaxRecords": 5},
        {"filter": ["text"]},
        {"filter": [EVERYTHING], "IncludeFields": "title"},
    ],
)
def test_a_query_of_another_shape_is_refused(api: Api, body: object) -> None:
    assert errors_of(api.post("Tickets/query", body))


def test_a_body_that_is_no_json_is_refused(api: Api) -> None:
    headers = {"Content-Type": "application/json"}
    answer = api.client.post("Tickets/query", content=b'{"filter":[', headers=headers)
    assert errors_of(answer)


@pytest.mark.parametrize(("count", "allowed"), [(500, True), (501, False)])
def test_at_most_500_or_conditions(api: Api, count: int, *, allowed: bool) -> None:
    values = condition("id", "in", list(range(count)))
    singles = {"op": "or", "items": [condition("id", "eq", n) for n in range(count)]}
    for node in (values, singles):
        answer = api.find("Tickets", node)
        assert answer.status_code == (200 if allowed else 500)
        if not allowed:
            assert "500 or fewer 'OR' conditions" in errors_of(answer)[0]


def test_one_user_defined_field_can_be_queried_and_not_two(api: Api) -> None:
    ticket_id = api.create(userDefinedFields=[{"name": "Backup Product", "value": "Veeam"}])
    first = condition("Backup Product", "eq", "veeam") | {"udf": True}
    second = condition("Change Window", "eq", "x") | {"udf": True}
    assert api.ids("Tickets", first) == [ticket_id]
    assert errors_of(api.find("Tickets", first, second))


def test_a_boolean_does_not_fit_a_contacts_whole_number(api: Api) -> None:
    (error,) = errors_of(api.find("Contacts", condition("isActive", "eq", value=True)))
    assert error.startswith("Unexpected character encountered while parsing value: t")


def test_history_is_queried_by_one_ticket_and_nothing_else(api: Api) -> None:
    by_ticket = condition("ticketID", "eq", 1)
    assert api.find("TicketHistory", by_ticket).status_code == 200
    assert errors_of(api.find("TicketHistory", by_ticket, EVERYTHING))
    assert errors_of(api.find("TicketHistory", EVERYTHING))


def test_count_counts_what_the_query_finds(api: Api, three: tuple[int, ...]) -> None:
    body = {"filter": [condition("externalID", "beginsWith", "q-")]}
    assert api.post("Tickets/query/count", body).json() == {"queryCount": len(three)}


def test_non_billable_time_is_hidden_from_some_users(api: Api, server: AutotaskServer) -> None:
    ticket_id = api.create()
    entry_id = server.tenant.add_time_entry(ticket_id, non_billable=True)
    by_ticket = condition("ticketID", "eq", ticket_id)
    assert api.ids("TimeEntries", by_ticket) == [entry_id]
    server.tenant.users[0].sees_non_billable = False
    assert api.ids("TimeEntries", by_ticket) == []
    assert api.get(f"TimeEntries/{entry_id}").json() == {"item": None}


def test_without_the_right_to_query_the_answer_is_empty(api: Api, server: AutotaskServer) -> None:
    server.tenant.users[0].access["Company"] = Access(query=Level.NONE)
    assert api.ids("Companies", EVERYTHING) == []
    assert api.get(f"Companies/{COMPANY}").json() == {"item": None}
