from collections.abc import Callable

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState, Origin
from tests.services.link_world import LinkWorld
from tests.services.world import MAPPING, RUN


@pytest.fixture
def world() -> LinkWorld:
    world = LinkWorld()
    world.rename_setting(compatibility_mode=True)
    return world


def refused(act: Callable[[], object]) -> Failure:
    with pytest.raises(Failure) as caught:
        act()
    return caught.value


def test_numbers_are_offered_while_autotask_is_off_or_both_are_used(world: LinkWorld) -> None:
    assert world.numbers.is_offered()
    world.rename_setting(compatibility_mode=False)
    assert not world.numbers.is_offered()
    assert refused(lambda: world.numbers.keep([RUN.id], "T1")).kind is Kind.BLOCKED
    world.rename_setting(enabled=False)
    assert world.numbers.is_offered()


def test_a_number_is_kept_in_one_form_and_asks_nobody(world: LinkWorld) -> None:
    summary = world.numbers.keep([RUN.id, RUN.id + 1], " #t20261101.7 ")
    assert (summary.number, summary.kept) == ("T20261101.0007", (RUN.id, RUN.id + 1))
    (link,) = world.linking.links(RUN.id)
    assert (link.origin, link.environment, link.ticket_id) == (Origin.MANUAL, None, None)
    assert world.tickets.events[-1].act is Act.NUMBER_TYPED
    assert world.autotask.calls == []


def test_a_manual_number_typed_in_sandbox_blocks_production(world: LinkWorld) -> None:
    world.numbers.keep([RUN.id], "T20261101.0007")
    world.switch_to(Environment.PRODUCTION)
    blocks = [each.what for each in world.drafts.draft(RUN.id).blocks]
    assert "This run already has ticket T20261101.0007." in blocks
    assert world.autotask.calls == []


def test_a_number_turned_into_a_link_in_sandbox_still_blocks_production(
    world: LinkWorld,
) -> None:
    ticket = world.autotask.add("USB disk", MAPPING.company_id)
    world.numbers.keep([RUN.id], world.autotask.tickets_by_id[ticket].number)
    assert world.link(ticket, confirmed=False).linked == (RUN.id,)
    assert world.linking.links(RUN.id)[0].ticket_id == ticket
    world.switch_to(Environment.PRODUCTION)
    assert [each.origin for each in world.linking.links(RUN.id)] == [Origin.MANUAL]
    assert any("already has ticket" in b.what for b in world.drafts.draft(RUN.id).blocks)


def test_a_number_becomes_no_link_to_another_ticket(world: LinkWorld) -> None:
    world.numbers.keep([RUN.id], "T20261101.0007")
    other = world.autotask.add("USB disk", MAPPING.company_id)
    assert refused(lambda: world.link(other)).kind is Kind.BLOCKED


def test_turning_the_integration_off_and_on_loses_nothing(world: LinkWorld) -> None:
    created = world.create()
    world.rename_setting(enabled=False)
    world.numbers.keep([RUN.id + 1], "T20261101.0007")
    world.rename_setting(enabled=True, compatibility_mode=False)
    assert world.linking.links(RUN.id)[0].ticket_id == created.ticket_id
    assert world.linking.links(RUN.id + 1)[0].number == "T20261101.0007"


def test_a_run_with_a_ticket_takes_no_number(world: LinkWorld) -> None:
    world.create()
    assert refused(lambda: world.numbers.keep([RUN.id], "T1")).kind is Kind.BLOCKED
    summary = world.numbers.keep([RUN.id, RUN.id + 1], "T1")
    assert summary.kept == (RUN.id + 1,) and summary.refused[0][0] == RUN.id


def test_a_run_that_is_worked_on_takes_no_number(world: LinkWorld) -> None:
    steps = world.creating.create(world.drafts.draft(RUN.id))
    next(steps)
    assert "is working on this run" in str(refused(lambda: world.numbers.keep([RUN.id], "T1")))
    steps.close()
    assert list(world.tickets.claims.values())[-1].state is ClaimState.RELEASED
    world.numbers.keep([RUN.id], "T1")


@pytest.mark.parametrize("text", ["", " # ", "9" * 51])
def test_a_text_that_is_no_number_is_refused(world: LinkWorld, text: str) -> None:
    assert refused(lambda: world.numbers.keep([RUN.id], text)).kind is Kind.BLOCKED
    assert world.tickets.links == []


def test_a_reporter_types_nothing(world: LinkWorld) -> None:
    world.start(role=Role.REPORTER)
    assert refused(lambda: world.numbers.keep([RUN.id], "T1")).kind is Kind.NOT_ALLOWED
