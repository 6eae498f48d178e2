from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.full_ticket import TicketChange
from tests.autotask.conformance.asked import add_ticket

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer


@pytest.mark.parametrize(("status", "stamped"), [(8, False), (5, True)])
def test_status_5_stamps_both_dates_and_status_8_none(
    server: AutotaskServer, autotask: RestAutotask, status: int, *, stamped: bool
) -> None:
    ticket_id = add_ticket(server)
    change = TicketChange(status=status)
    autotask.update_ticket(autotask.full_ticket(ticket_id), change, lambda: True)
    after = autotask.ticket(ticket_id)
    assert after.status == status
    assert (after.completed_at is not None) is stamped
    assert (after.resolved_at is not None) is stamped
    assert after.is_complete is stamped


def test_each_tenant_has_a_completing_status_of_its_own_and_its_dates_prove_it(
    any_tenant: AutotaskServer, at_any_tenant: RestAutotask
) -> None:
    completing = any_tenant.tenant.completing
    for value in any_tenant.tenant.picklist("Ticket", "status"):
        if not value.is_active:
            continue
        ticket_id = add_ticket(any_tenant)
        full = at_any_tenant.full_ticket(ticket_id)
        at_any_tenant.update_ticket(full, TicketChange(status=value.value), lambda: True)
        assert at_any_tenant.ticket(ticket_id).is_complete is (value.value in completing)
