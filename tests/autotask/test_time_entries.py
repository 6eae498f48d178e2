from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.sandbox.model import Access, Level

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer


@pytest.fixture
def tickets(server: AutotaskServer) -> list[int]:
    return [server.tenant.add_ticket(29683485, f"Nr {number}") for number in range(3)]


def test_tickets_with_time_cost_one_query_for_500(
    server: AutotaskServer, autotask: RestAutotask, tickets: list[int]
) -> None:
    server.tenant.add_time_entry(tickets[1])
    autotask.zone()
    before = len(server.calls)
    assert autotask.with_time_entries([*tickets, *range(1, 500), *tickets]) == {tickets[1]}
    assert len(server.calls) - before == 2


def test_no_time_is_believed_only_where_it_may_be_seen(
    server: AutotaskServer, autotask: RestAutotask, tickets: list[int]
) -> None:
    server.tenant.add_time_entry(tickets[0])
    server.tenant.users[0].access["TimeEntry"] = Access(query=Level.NONE)
    for act in (
        lambda: autotask.time_entries(tickets[0]),
        lambda: autotask.with_time_entries(tickets),
    ):
        with pytest.raises(Failure) as caught:
            act()
        assert caught.value.kind is Kind.PERMISSION


def test_only_an_entry_that_came_back_proves_that_unbilled_time_is_visible(
    server: AutotaskServer, autotask: RestAutotask, tickets: list[int]
) -> None:
    assert not autotask.sees_non_billable()
    server.tenant.add_time_entry(tickets[0], non_billable=True)
    assert autotask.sees_non_billable()
    user = server.tenant.users[0]
    server.tenant.users = (replace(user, sees_non_billable=False),)
    assert not autotask.sees_non_billable()
