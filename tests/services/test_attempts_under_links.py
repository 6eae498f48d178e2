"""What becomes of an attempt whose run is linked, or gets a number, before its outcome is known."""

from collections.abc import Callable

import pytest

from bcautotask_gui.domain.claim_rules import Step
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState, Ending
from tests.services.fakes import Script
from tests.services.link_world import LinkWorld
from tests.services.world import MAPPING, RUN

COMPANY = MAPPING.company_id
POINTS = range(24)


@pytest.fixture
def world() -> LinkWorld:
    return LinkWorld()


def lose_the_answer(world: LinkWorld, *, executed: bool) -> None:
    world.autotask.scripts = [Script(Ending.NOBODY_KNOWS, executed=executed)]
    assert world.create().state is ClaimState.UNKNOWN


def add(world: LinkWorld) -> int:
    return world.autotask.add("USB disk", COMPANY)


def state_of(world: LinkWorld, claim_id: int = 1) -> ClaimState:
    return world.tickets.claims[claim_id].state


def look_for(world: LinkWorld, minutes: int) -> list[Step]:
    steps = []
    for _minute in range(minutes):
        steps += [each.step for each in world.look_ups.look()]
        world.clock.pass_by(60)
    return steps


def refused(act: Callable[[], object]) -> Failure:
    with pytest.raises(Failure) as caught:
        act()
    return caught.value


def made_by_attempt(world: LinkWorld) -> int:
    return world.autotask.made()[0].id


def test_linking_over_an_open_outcome_is_asked_about_and_ends_the_attempt(
    world: LinkWorld,
) -> None:
    lose_the_answer(world, executed=False)
    ticket = add(world)
    assert refused(lambda: world.link(ticket, confirmed=False)).kind is Kind.BLOCKED
    world.link(ticket)
    assert state_of(world) is ClaimState.ENDED_BY_LINK


def test_look_ups_go_on_until_absence_is_proven_and_then_stop(world: LinkWorld) -> None:
    lose_the_answer(world, executed=False)
    world.link(add(world))
    assert len(look_for(world, 15)) == 11
    assert state_of(world) is ClaimState.ENDED_BY_LINK


def test_unlinking_frees_the_run_only_after_proven_absence(world: LinkWorld) -> None:
    lose_the_answer(world, executed=False)
    world.link(add(world))
    look_for(world, 15)
    world.unlink()
    assert state_of(world) is ClaimState.RELEASED
    assert world.create().state is ClaimState.CREATED


def test_an_early_unlinking_keeps_the_run_closed_until_absence_is_proven(
    world: LinkWorld,
) -> None:
    lose_the_answer(world, executed=False)
    world.link(add(world))
    look_for(world, 3)
    world.unlink()
    assert refused(world.create).kind is Kind.BLOCKED
    look_for(world, 8)
    assert state_of(world) is ClaimState.ENDED_BY_LINK
    look_for(world, 2)
    assert state_of(world) is ClaimState.RELEASED
    assert world.create().state is ClaimState.CREATED
    assert len(world.autotask.made()) == 1


def test_answers_that_prove_nothing_never_free_an_unlinked_run(world: LinkWorld) -> None:
    lose_the_answer(world, executed=True)
    world.link(add(world))
    world.unlink()
    world.autotask.hides_control = True
    for each in list(world.autotask.made()):
        world.autotask.change(each.id, external_id="", title="hidden")
    look_for(world, 30)
    assert state_of(world) is ClaimState.ENDED_BY_LINK


def test_a_find_after_the_link_is_shown_and_closes_the_run_to_create(world: LinkWorld) -> None:
    lose_the_answer(world, executed=True)
    linked = add(world)
    world.link(linked)
    assert Step.SECOND in look_for(world, 1)
    (second,) = world.claims.second_tickets(RUN.id)
    assert second.ticket_id == made_by_attempt(world)
    assert look_for(world, 15) == []
    world.unlink()
    assert refused(world.create).kind in (Kind.BLOCKED, Kind.HAS_TICKET)
    assert len(world.autotask.made()) == 1


def test_linking_the_very_ticket_that_the_attempt_had_made_decides_the_attempt(
    world: LinkWorld,
) -> None:
    lose_the_answer(world, executed=True)
    world.link(made_by_attempt(world))
    look_for(world, 1)
    assert state_of(world) is ClaimState.CREATED
    assert world.tickets.claims[1].ticket_id == made_by_attempt(world)
    assert world.claims.second_tickets(RUN.id) == ()
    assert len(world.linking.links(RUN.id)) == 1


def test_a_run_that_a_job_of_ours_works_on_is_not_linked(world: LinkWorld) -> None:
    steps = world.creating.create(world.drafts.draft(RUN.id))
    next(steps)
    assert "Wait for the outcome" in str(refused(lambda: world.link(add(world))))
    steps.close()
    assert world.link(add(world)).linked == (RUN.id,)


def test_a_living_colleagues_attempt_is_not_linked_over(world: LinkWorld) -> None:
    lose_the_answer(world, executed=False)
    world.start(profile="another profile")
    assert "J. de Vries is working" in str(refused(lambda: world.link(add(world))))
    assert state_of(world) is ClaimState.UNKNOWN


def test_a_title_alone_is_offered_and_keeps_the_unlinked_run_closed(world: LinkWorld) -> None:
    lose_the_answer(world, executed=True)
    world.autotask.change(made_by_attempt(world), external_id="overwritten")
    world.link(add(world))
    found = next(t.id for t in world.autotask.tickets_by_id.values() if t.external_id)
    assert Step.OFFER in look_for(world, 1)
    look_for(world, 15)
    world.unlink()
    assert state_of(world) is ClaimState.ENDED_BY_LINK
    world.claims.reject(RUN.id, found)
    look_for(world, 15)
    assert state_of(world) is ClaimState.RELEASED


def test_an_offer_accepted_after_the_link_is_a_second_ticket(world: LinkWorld) -> None:
    lose_the_answer(world, executed=True)
    made = made_by_attempt(world)
    world.autotask.change(made, external_id="overwritten")
    world.link(add(world))
    look_for(world, 1)
    assert refused(lambda: world.claims.accept(RUN.id, made)).kind is Kind.SECOND_TICKET
    assert [each.ticket_id for each in world.claims.second_tickets(RUN.id)] == [made]


def test_linking_the_offered_ticket_decides_the_offer_until_it_is_unlinked(
    world: LinkWorld,
) -> None:
    lose_the_answer(world, executed=True)
    made = made_by_attempt(world)
    world.autotask.change(made, external_id="")
    assert Step.OFFER in look_for(world, 1)
    world.link(made)
    assert len(look_for(world, 15)) < 15
    world.unlink()
    assert world.create().state is ClaimState.CLAIMED
    assert list(world.tickets.claims.values())[-1].undecided == (made,)


def test_a_typed_number_ends_the_attempt_likewise(world: LinkWorld) -> None:
    world.rename_setting(compatibility_mode=True)
    lose_the_answer(world, executed=False)
    world.numbers.keep([RUN.id], "T20261101.0007")
    assert state_of(world) is ClaimState.ENDED_BY_LINK
    look_for(world, 15)
    world.unlink()
    assert state_of(world) is ClaimState.RELEASED


def test_the_points_cover_the_whole_link() -> None:
    survived = []
    for point in POINTS:
        world = LinkWorld()
        survived.append(not world.crash_linking_at(point, add(world)))
    assert any(survived), "more boundaries than points: raise POINTS"
    assert survived.count(False) >= 10


@pytest.mark.parametrize("executed", [True, False])
@pytest.mark.parametrize("point", POINTS)
def test_a_link_killed_anywhere_over_an_open_outcome_forgets_no_ticket(
    point: int, executed: bool
) -> None:
    world = LinkWorld()
    lose_the_answer(world, executed=executed)
    ticket = add(world)
    world.crash_linking_at(point, ticket)
    world.start()
    look_for(world, 20)
    assert not world.tickets.open_claims(Environment.SANDBOX)
    links = [each.ticket_id for each in world.linking.links(RUN.id)]
    second = [each.ticket_id for each in world.claims.second_tickets(RUN.id)]
    made = [each.id for each in world.autotask.made()]
    was_linked = ticket in links
    assert links == ([ticket] if was_linked else made)
    assert second == (made if was_linked else [])
    if not links:
        world.link(ticket)
    assert len(world.linking.links(RUN.id)) == 1
