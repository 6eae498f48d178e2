from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer


@pytest.fixture
def tickets(server: AutotaskServer) -> list[int]:
    return [server.tenant.add_ticket(29683485, f"Nr {number}") for number in range(3)]


def test_deleted_tickets_are_told_by_their_log(
    server: AutotaskServer, autotask: RestAutotask, tickets: list[int]
) -> None:
    server.tenant.delete_ticket(tickets[2])
    assert autotask.deleted_tickets([*tickets, 1]) == {tickets[2]}


def test_a_tenant_without_that_log_does_not_tell(
    server: AutotaskServer, autotask: RestAutotask, tickets: list[int]
) -> None:
    server.tenant.missing = frozenset({"DeletedTicketLogs"})
    assert autotask.deleted_tickets(tickets) is None
