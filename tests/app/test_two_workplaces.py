"""Two workstations on one server: what one does is heard by the other, with nothing between."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.changes import Change, ChangeKind
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.tickets import ClaimState
from bcautotask_gui.sandbox import AutotaskServer
from bcautotask_gui.services.naming import NamingService
from tests.faults.acts import company_for
from tests.faults.conftest import fill_with_sandbox
from tests.faults.place import Place, at_work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bcautotask_gui.app.workplace import Workplace


@pytest.fixture
def place(pg_database: Callable[..., str], tmp_path: Path) -> Iterator[Place]:
    with AutotaskServer() as server:
        for customer_id in range(100, 400):
            server.tenant.add_company(company_for(customer_id), f"Company of {customer_id}")
        yield Place(pg_database("faults", fill_with_sandbox), server, tmp_path)


@pytest.fixture
def two(place: Place) -> Iterator[tuple[Workplace, Workplace]]:
    with ExitStack() as stack:
        first, second = (
            stack.enter_context(at_work(place.url, place.server.url, place.profile(name)))
            for name in ("first", "second")
        )
        yield first, second


def heard(workplace: Workplace, wanted: Change) -> frozenset[Change]:
    """All that a workplace hears until it heard this."""
    changes: frozenset[Change] = frozenset()
    loop = workplace.watching.watch()
    while wanted not in changes:
        next(loop)
        changes |= workplace.watching.take().changes
    return changes


def test_a_ticket_made_at_one_desk_appears_at_the_other(
    place: Place, two: tuple[Workplace, Workplace]
) -> None:
    here, there = two
    run_id = place.runs()[0]
    create = there.creating.create(there.drafts.draft(run_id))
    next(create)
    while not place.open_claims():
        next(create)
    heard(here, Change(ChangeKind.RUN, run_id))
    [row] = here.runs.rows([run_id])
    assert row.work is not None
    assert row.work.who == there.actor.operator.name
    assert (row.work.is_mine, row.work.is_alive) == (False, True)
    assert there.runs.rows([run_id])[0].work == type(row.work)(
        row.work.state, row.work.who, is_mine=True
    )
    outcome = None
    while outcome is None:
        try:
            next(create)
        except StopIteration as end:
            outcome = end.value
    assert outcome.state is ClaimState.CREATED
    changes = heard(here, Change(ChangeKind.TICKET, outcome.ticket_id))
    assert Change(ChangeKind.RUN, run_id) in changes
    [row] = here.runs.rows([run_id])
    assert row.ticket is not None and row.ticket.number == outcome.number
    assert row.work is None


def test_nobody_hears_of_their_own_ticket(place: Place, two: tuple[Workplace, Workplace]) -> None:
    here, there = two
    own, other = place.runs()[:2]
    for workplace, run_id in ((here, own), (there, other)):
        list(workplace.creating.create(workplace.drafts.draft(run_id)))
    changes = heard(here, Change(ChangeKind.RUN, other))
    assert Change(ChangeKind.RUN, own) not in changes


def test_a_name_given_at_one_desk_is_heard_at_the_other_which_creates_nothing_until_it_reconnects(
    place: Place, two: tuple[Workplace, Workplace]
) -> None:
    here, there = two
    run_id = place.runs()[0]
    naming = NamingService(there.database.naming, there.database.report, there.actor)
    naming.give(naming.choice("runs.remark"), "remark")
    heard(here, Change(ChangeKind.NAMES))
    news = NamingService(here.database.naming, here.database.report, here.actor).news()
    assert news is not None and news.who == there.actor.operator.name
    with pytest.raises(Failure) as caught:
        list(here.creating.create(here.drafts.draft(run_id)))
    assert caught.value.kind is Kind.NAMES_CHANGED
    assert place.made() == {}
    with at_work(place.url, place.server.url, place.profile("third")) as again:
        list(again.creating.create(again.drafts.draft(run_id)))
    assert list(place.made()) == [run_id]


def test_a_desk_that_closed_is_no_longer_alive(place: Place) -> None:
    with at_work(place.url, place.server.url, place.profile("first")) as here:
        with at_work(place.url, place.server.url, place.profile("second")) as there:
            both = {here.actor.instance.id, there.actor.instance.id}
            assert both <= here.database.instances.alive(60.0)
        assert there.actor.instance.id not in here.database.instances.alive(60.0)
