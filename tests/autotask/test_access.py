from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.connection import Access, CallsUsed
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.sandbox import model

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer
    from tests.autotask.world import FakeBudget


def test_the_calls_used_correct_the_budget(
    server: AutotaskServer, autotask: RestAutotask, budget: FakeBudget
) -> None:
    server.limits.use(123)
    used = autotask.calls_used()
    assert used == CallsUsed(124, 10_000)
    assert budget.settled == [used]


def test_the_version_is_told_as_people_call_it(autotask: RestAutotask) -> None:
    assert autotask.version() == "2026.3"


@pytest.mark.parametrize("as_numbers", [True, False])
def test_access_is_read_in_words_and_in_numbers(
    server: AutotaskServer, autotask: RestAutotask, as_numbers: bool
) -> None:
    server.tenant.access_as_numbers = as_numbers
    server.tenant.users[0].access["Ticket"] = model.Access(
        model.Level.RESTRICTED, model.Level.NONE, model.Level.ALL
    )
    assert autotask.access("Tickets") == Access(query=True, create=False, update=True)
    assert autotask.access("TimeEntries").create is False


def test_an_entity_that_nobody_uses_is_not_asked_about(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    with pytest.raises(Failure) as caught:
        autotask.access("../Invoices")
    assert caught.value.kind is Kind.UNEXPECTED
    assert server.calls == []
