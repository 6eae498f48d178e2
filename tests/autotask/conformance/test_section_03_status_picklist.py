from __future__ import annotations

from typing import TYPE_CHECKING

from bcautotask_gui.domain.full_ticket import TicketChange
from bcautotask_gui.domain.reference_data import TicketField
from tests.autotask.conformance.asked import add_ticket, calls

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer
    from tests.sandbox.conftest import Api


def test_status_is_an_integer_picklist_whose_values_stand_inline(api: Api) -> None:
    described = api.get("Tickets/entityInformation/fields").json()["fields"]
    (status,) = (each for each in described if each["name"] == "status")
    assert (status["dataType"], status["isPickList"]) == ("integer", True)
    labels = {row["value"]: row["label"] for row in status["picklistValues"]}
    assert (labels["5"], labels["8"]) == ("Complete", "Completed")


def test_the_labels_of_status_ids_are_read_from_the_description_of_the_fields(
    any_tenant: AutotaskServer, at_any_tenant: RestAutotask
) -> None:
    statuses = at_any_tenant.reference_data().picklists[TicketField.STATUS]
    assert "GET Tickets/entityInformation/fields" in calls(any_tenant)
    assert [(each.value, each.label) for each in statuses] == [
        (each.value, each.label) for each in any_tenant.tenant.picklist("Ticket", "status")
    ]


def test_a_status_is_a_whole_number_though_the_picklist_writes_text(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    statuses = autotask.reference_data().picklists[TicketField.STATUS]
    assert {type(each.value) for each in statuses} == {int}
    assert autotask.ticket(add_ticket(server, status=15)).status == 15


def test_no_meaning_is_taken_from_a_label(server: AutotaskServer, autotask: RestAutotask) -> None:
    reference = autotask.reference_data()
    assert reference.label(TicketField.STATUS, 8) == "Completed"
    ticket_id = add_ticket(server)
    autotask.update_ticket(autotask.full_ticket(ticket_id), TicketChange(status=8), lambda: True)
    assert autotask.ticket(ticket_id).status == 8
    assert not autotask.ticket(ticket_id).is_complete
