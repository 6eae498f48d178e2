"""How the three tenants differ, and what people do in them behind the API's back."""

from collections.abc import Callable
from datetime import date

import pytest

from bcautotask_gui.sandbox import (
    AutotaskServer,
    Tenant,
    contract_tenant,
    dutch_tenant,
    vanilla_tenant,
)
from bcautotask_gui.sandbox.cast import COMPANIES
from bcautotask_gui.sandbox.cast_tickets import DELETED, TICKETS
from tests.sandbox.conftest import COMPANY, Api, signed_client

MORNING = date(2026, 11, 23)
ALL = [contract_tenant, vanilla_tenant, dutch_tenant]


@pytest.mark.parametrize("profile", ALL)
def test_each_holds_the_cast(profile: Callable[[date], Tenant]) -> None:
    tenant = profile(MORNING)
    numbers = {ticket["id"]: ticket["ticketNumber"] for ticket in tenant.tickets()}
    assert len(tenant.tables.rows("Companies")) == len(COMPANIES)
    assert numbers == {
        ticket.id: ticket.number(MORNING) for ticket in TICKETS if ticket.state != DELETED
    }


@pytest.mark.parametrize("profile", ALL)
def test_each_ticket_of_the_cast_could_be_saved_as_it_is(
    profile: Callable[[date], Tenant],
) -> None:
    with AutotaskServer(profile(MORNING)) as server, signed_client(server.url) as client:
        api = Api(client)
        for ticket in server.tenant.tickets():
            assert api.put("Tickets", api.ticket(ticket["id"])).status_code == 200
        assert server.report.damage() == {}


@pytest.mark.parametrize(
    ("profile", "completing", "harmless"),
    [(contract_tenant, 5, 8), (vanilla_tenant, 5, 8), (dutch_tenant, 24, 21)],
)
def test_which_status_completes_differs(
    profile: Callable[[date], Tenant], completing: int, harmless: int
) -> None:
    with AutotaskServer(profile(MORNING)) as server, signed_client(server.url) as client:
        api = Api(client)
        ticket_id = server.tenant.add_ticket(COMPANY, "Disk")
        for status, stamped in ((harmless, False), (completing, True)):
            api.put("Tickets", api.ticket(ticket_id) | {"status": status})
            assert (api.ticket(ticket_id)["completedDate"] is not None) == stamped


def test_the_tenant_as_delivered_has_no_log_of_deleted_tickets() -> None:
    with AutotaskServer(vanilla_tenant()) as server, signed_client(server.url) as client:
        answer = Api(client).find("DeletedTicketLogs", {"op": "exist", "field": "id"})
        assert answer.status_code == 404


def test_a_tenant_may_leave_fields_out_when_a_ticket_is_read(
    api: Api, server: AutotaskServer
) -> None:
    ticket_id = api.create()
    server.tenant.not_shown = frozenset({"queueID"})
    assert "queueID" not in api.ticket(ticket_id)
    assert server.tenant.ticket(ticket_id)["queueID"] is not None


def test_companies_are_renamed_inactivated_and_removed(api: Api, server: AutotaskServer) -> None:
    server.tenant.rename_company(COMPANY, "Van der Meer Groep")
    server.tenant.inactivate_company(COMPANY)
    item = api.get(f"Companies/{COMPANY}").json()["item"]
    assert (item["companyName"], item["isActive"]) == ("Van der Meer Groep", False)
    server.tenant.remove_company(COMPANY)
    assert api.get(f"Companies/{COMPANY}").json() == {"item": None}


def test_a_colleague_changes_a_ticket(api: Api, server: AutotaskServer) -> None:
    ticket_id = api.create()
    server.tenant.change_ticket(ticket_id, priority=3)
    assert api.ticket(ticket_id)["priority"] == 3
    assert server.report.damage() == {}
