from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import respx

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.reference_data import PicklistValue, TicketField
from bcautotask_gui.sandbox import AutotaskServer, Fault, FaultKind, dutch_tenant
from tests.autotask.world import DISCOVERY, NOW, ZONE, ZONE_ANSWER, demo_connection

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.autotask.rest import RestAutotask


def test_all_picklists_are_read_in_three_calls(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    data = autotask.reference_data()
    assert set(data.picklists) == set(TicketField)
    assert all(data.picklists.values())
    assert data.label(TicketField.STATUS, 5) == "Complete"
    assert data.read_at == NOW
    assert [call.path for call in server.calls[1:]] == [
        "Tickets/entityInformation/fields",
        "TicketNotes/entityInformation/fields",
        "BillingCodes/query",
    ]


def test_work_types_are_general_codes_and_retired_ones_stay_known(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    work_types = autotask.reference_data().picklists[TicketField.WORK_TYPE]
    assert [(each.label, each.is_active) for each in work_types] == [
        ("On-site Support", True),
        ("Remote Support", True),
        ("Telephone 2019", False),
    ]


def test_who_may_not_see_work_types_reads_the_picklists_all_the_same(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    refusal = ("The logged in Resource does not have the adequate permissions.",)
    server.faults.add(Fault(FaultKind.ERROR, "POST", "BillingCodes/query", errors=refusal))
    data = autotask.reference_data()
    assert data.picklists[TicketField.WORK_TYPE] == ()
    assert data.picklists[TicketField.QUEUE]


def test_sub_issue_types_know_their_issue_type(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    data = autotask.reference_data()
    issues = {each.value for each in data.picklists[TicketField.ISSUE_TYPE]}
    assert {each.parent for each in data.picklists[TicketField.SUB_ISSUE_TYPE]} <= issues


def test_another_tenant_has_its_own_words(opened: Callable[..., RestAutotask]) -> None:
    with AutotaskServer(dutch_tenant()) as server:
        data = opened(server.url, demo_connection()).reference_data()
    assert data.label(TicketField.STATUS, 24) != "24"


def test_a_retired_value_stays_known_and_is_not_offered(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.tenant.retire_value("Ticket", "queueID", 29682833)
    data = autotask.reference_data()
    assert data.value(TicketField.QUEUE, 29682833) is not None
    assert 29682833 not in {each.value for each in data.offered(TicketField.QUEUE)}


def test_what_a_category_fills_in_is_told_by_our_names(autotask: RestAutotask) -> None:
    assert autotask.category_defaults(118) == {TicketField.SOURCE: 8}
    assert autotask.category_defaults(3) == {}


OF_TICKETS = set(TicketField) - {TicketField.WORK_TYPE}


def described(opened: Callable[..., RestAutotask], tickets: Any) -> Any:
    with respx.mock as router:
        router.get(f"{DISCOVERY}/V1.0/zoneInformation").respond(json=ZONE_ANSWER)
        router.get(f"{ZONE}/Tickets/entityInformation/fields").respond(json=tickets)
        router.get(f"{ZONE}/TicketNotes/entityInformation/fields").respond(json={"fields": []})
        codes = {"items": [], "pageDetails": {"count": 0, "nextPageUrl": None}}
        router.post(f"{ZONE}/BillingCodes/query").respond(json=codes)
        picklists = opened().reference_data().picklists
        return {which: values for which, values in picklists.items() if which in OF_TICKETS}


def test_values_are_read_in_autotasks_order_and_what_is_no_number_is_left_out(
    opened: Callable[..., RestAutotask],
) -> None:
    values = [
        {"value": "2", "label": "Second", "sortOrder": 2, "isActive": False, "parentValue": "7"},
        {
            "value": "-1",
            "label": "First",
            "sortOrder": 1,
            "isDefaultValue": True,
            "parentValue": "",
        },
        {"value": "two", "label": "No number"},
        {"value": None, "label": "Nothing"},
        "no value",
    ]
    found = described(opened, {"fields": [{"name": "Source", "picklistValues": values}, 5]})
    assert found == {
        TicketField.SOURCE: (
            PicklistValue(-1, "First", sort_order=1, is_default=True),
            PicklistValue(2, "Second", is_active=False, sort_order=2, parent=7),
        )
    }


@pytest.mark.parametrize("picklist", [None, [], {}])
def test_a_field_without_values_offers_none(
    opened: Callable[..., RestAutotask], picklist: object
) -> None:
    found = described(opened, {"fields": [{"name": "queueID", "picklistValues": picklist}]})
    assert found == {TicketField.QUEUE: ()}


def test_a_description_without_fields_is_unreadable(opened: Callable[..., RestAutotask]) -> None:
    with respx.mock as router:
        router.get(f"{DISCOVERY}/V1.0/zoneInformation").respond(json=ZONE_ANSWER)
        router.get(f"{ZONE}/Tickets/entityInformation/fields").respond(json={"fields": None})
        with pytest.raises(Failure) as caught:
            opened().reference_data()
    assert caught.value.kind is Kind.UNREADABLE
