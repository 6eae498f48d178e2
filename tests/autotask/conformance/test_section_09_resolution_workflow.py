from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.full_ticket import TicketChange
from bcautotask_gui.domain.resolution import ResolutionState
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE, NOTE_ONLY, NoteDraft
from bcautotask_gui.sandbox import contract_tenant, dutch_tenant, vanilla_tenant
from tests.autotask.conformance.asked import add_ticket, calls

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer, Tenant
    from tests.services.test_resolving_for_real import Desk

EVERY_TENANT = pytest.mark.parametrize("tenant", [contract_tenant, vanilla_tenant, dutch_tenant])


def in_order(happened: list[str], *steps: str) -> bool:
    """Whether these calls happened in this order, others in between or not."""
    left = iter(happened)
    return all(step in left for step in steps)


def test_a_note_and_a_resolution_alone_do_not_resolve_a_ticket(
    any_tenant: AutotaskServer, at_any_tenant: RestAutotask
) -> None:
    ticket_id = add_ticket(any_tenant)
    at_any_tenant.full_ticket(ticket_id)
    at_any_tenant.add_note(ticket_id, NoteDraft("Backupchecks", CLOSING_NOTE, 1, 2), lambda: True)
    at_any_tenant.update_ticket(
        at_any_tenant.full_ticket(ticket_id), TicketChange(resolution=CLOSING_NOTE), lambda: True
    )
    after = at_any_tenant.full_ticket(ticket_id)
    assert after.resolution == CLOSING_NOTE
    assert after.ticket.status == 1
    assert after.ticket.completed_at is None
    assert after.ticket.resolved_at is None


@EVERY_TENANT
def test_without_time_entries_a_ticket_is_read_noted_resolved_looked_at_and_completed(
    desk_at: Callable[[Tenant], Desk], tenant: Callable[[], Tenant]
) -> None:
    desk = desk_at(tenant())
    shown = desk.service.preview(desk.run_id)
    desk.server.calls.clear()
    for _report in desk.service.resolve(shown):
        pass
    ticket = f"Tickets/{desk.ticket_id}"
    assert in_order(
        calls(desk.server),
        f"GET {ticket}",
        f"POST {ticket}/Notes",
        f"GET {ticket}",
        "PUT Tickets",
        f"GET {ticket}",
        "POST TimeEntries/query",
        "PUT Tickets",
        f"GET {ticket}",
    )
    assert desk.server.report.changes(desk.ticket_id) == [{"resolution"}, {"status"}]
    after = desk.tenant.ticket(desk.ticket_id)
    assert {after["status"]} == desk.tenant.completing
    assert after["completedDate"] is not None
    assert after["resolvedDateTime"] is not None


@EVERY_TENANT
def test_a_resolve_leaves_a_clean_damage_report(
    desk_at: Callable[[Tenant], Desk], tenant: Callable[[], Tenant]
) -> None:
    desk = desk_at(tenant())
    assert desk.resolve().state is ResolutionState.DONE
    assert desk.server.report.damage() == {}
    assert desk.server.report.customer_visible_notes() == []
    assert desk.server.report.duplicates() == {}
    assert desk.texts() == [CLOSING_NOTE]


def test_with_time_entries_the_ticket_stays_open(desk: Desk) -> None:
    desk.tenant.add_time_entry(desk.ticket_id)
    assert desk.note_only().state is ResolutionState.DONE
    assert desk.texts() == [NOTE_ONLY]
    assert "PUT Tickets" not in calls(desk.server)
    assert desk.tenant.ticket(desk.ticket_id)["status"] == 1


def test_time_entries_that_come_in_between_keep_the_status_as_it_is(desk: Desk) -> None:
    acts = desk.service.resolve(desk.service.preview(desk.run_id))
    for _report in acts:
        if desk.tenant.updates and not desk.tenant.tables.rows("TimeEntries").get(1):
            desk.tenant.add("TimeEntries", id=1, ticketID=desk.ticket_id, hoursWorked=0.5)
    assert desk.server.report.changes(desk.ticket_id) == [{"resolution"}]
    after = desk.tenant.ticket(desk.ticket_id)
    assert (after["status"], after["completedDate"]) == (1, None)


def test_the_status_is_never_changed_by_the_way(desk: Desk) -> None:
    desk.add_note("Disk replaced.")
    assert desk.tenant.ticket(desk.ticket_id)["status"] == 1
    desk.resolve()
    assert [sorted(each) for each in desk.server.report.changes(desk.ticket_id)] == [
        ["resolution"],
        ["status"],
    ]
