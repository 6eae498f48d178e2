"""Attempts that a person decides about: offers, take-overs, clones and restored databases."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.claim_ownership import Owner
from bcautotask_gui.domain.claim_rules import Step
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Claim, ClaimState, Ending
from tests.services.fakes import Script
from tests.services.link_world import LinkWorld
from tests.services.world import RUN


@pytest.fixture
def world() -> LinkWorld:
    return LinkWorld()


def lose_the_answer(world: LinkWorld, *, executed: bool) -> None:
    world.autotask.scripts = [Script(Ending.NOBODY_KNOWS, executed=executed)]
    assert world.create().state is ClaimState.UNKNOWN


def overwrite_the_marker(world: LinkWorld) -> int:
    (made,) = world.autotask.made()
    world.autotask.change(made.id, external_id="")
    return made.id


def refused(act: Callable[[], object]) -> Failure:
    with pytest.raises(Failure) as caught:
        act()
    return caught.value


def newest(world: LinkWorld) -> Claim:
    return list(world.tickets.claims.values())[-1]


def offered(world: LinkWorld) -> int:
    """An attempt that was never sent, with a ticket of the very title on offer."""
    draft = world.drafts.draft(RUN.id)
    ticket = world.autotask.add(draft.title, draft.company_id or 0)
    assert world.create().state is ClaimState.CLAIMED
    return ticket


def colleague_sits_down(world: LinkWorld, *, the_other_is_gone: bool = True) -> None:
    if the_other_is_gone:
        world.instances.living.clear()
    world.start(profile="another profile")


# offers --------------------------------------------------------------------------------------


def test_an_offer_shows_the_ticket_as_it_is_now(world: LinkWorld) -> None:
    ticket = offered(world)
    world.autotask.change(ticket, status=5)
    (shown,) = world.claims.offers(RUN.id)
    assert (shown.ticket.id, shown.status_label) == (ticket, "Complete")
    attempt = world.claims.attempt(RUN.id)
    assert attempt and attempt.against_deciding == ""


def test_a_find_is_news_at_the_look_that_found_it_alone(world: LinkWorld) -> None:
    lose_the_answer(world, executed=True)
    overwrite_the_marker(world)
    assert [each.step for each in world.look_ups.look()] == [Step.OFFER]
    world.clock.pass_by(60)
    assert [each.step for each in world.look_ups.look()] == [Step.WAIT]


def test_a_conflict_is_news_at_the_look_that_found_it_alone(world: LinkWorld) -> None:
    lose_the_answer(world, executed=True)
    (made,) = world.autotask.made()
    world.autotask.change(made.id, title="renamed by a rule")
    assert [each.step for each in world.look_ups.look()] == [Step.SECOND]
    world.clock.pass_by(60)
    assert [each.step for each in world.look_ups.look()] == [Step.WAIT]


def test_an_external_id_overwritten_and_the_offer_accepted_is_the_runs_ticket(
    world: LinkWorld,
) -> None:
    lose_the_answer(world, executed=True)
    ticket = overwrite_the_marker(world)
    assert [each.step for each in world.look_ups.look()] == [Step.OFFER]
    world.claims.accept(RUN.id, ticket)
    assert (newest(world).state, newest(world).ticket_id) == (ClaimState.CREATED, ticket)
    (link,) = world.linking.links(RUN.id)
    assert (link.ticket_id, bool(link.number)) == (ticket, True)
    assert world.tickets.events[-1].act is Act.OFFER_ACCEPTED
    assert refused(world.create).kind is Kind.BLOCKED


def test_an_external_id_overwritten_and_the_offer_rejected_frees_the_run_after_the_looks(
    world: LinkWorld,
) -> None:
    lose_the_answer(world, executed=True)
    ticket = overwrite_the_marker(world)
    world.look_until_decided()
    assert newest(world).state is ClaimState.UNKNOWN
    assert refused(world.create).kind is Kind.BLOCKED
    world.claims.reject(RUN.id, ticket)
    world.look_until_decided()
    assert newest(world).state is ClaimState.RELEASED
    assert world.create().state is ClaimState.CREATED
    assert newest(world).rejected == (ticket,)


def test_rejecting_the_last_offer_of_an_attempt_that_was_not_sent_frees_the_run_at_once(
    world: LinkWorld,
) -> None:
    ticket = offered(world)
    calls = list(world.autotask.calls)
    world.claims.reject(RUN.id, ticket)
    assert newest(world).state is ClaimState.RELEASED
    assert world.autotask.calls == calls
    assert world.create().state is ClaimState.CREATED


def test_a_rejected_ticket_is_never_offered_again(world: LinkWorld) -> None:
    ticket = offered(world)
    world.claims.reject(RUN.id, ticket)
    other = world.autotask.add(newest(world).title, newest(world).company_id)
    assert world.create().state is ClaimState.CLAIMED
    assert newest(world).undecided == (other,)


def test_a_ticket_that_no_longer_fits_cannot_be_accepted(world: LinkWorld) -> None:
    ticket = offered(world)
    world.autotask.change(ticket, company_id=1)
    assert refused(lambda: world.claims.accept(RUN.id, ticket)).kind is Kind.CHANGED
    assert newest(world).state is ClaimState.CLAIMED


def test_a_ticket_that_another_run_got_meanwhile_cannot_be_accepted(world: LinkWorld) -> None:
    ticket = offered(world)
    world.link(ticket, RUN.id + 1)
    assert "another run" in str(refused(lambda: world.claims.accept(RUN.id, ticket)))


def test_a_deleted_offer_can_only_be_rejected(world: LinkWorld) -> None:
    ticket = offered(world)
    del world.autotask.tickets_by_id[ticket]
    assert world.claims.offers(RUN.id) == ()
    assert refused(lambda: world.claims.accept(RUN.id, ticket)).kind is Kind.ABSENT
    world.claims.reject(RUN.id, ticket)
    assert newest(world).state is ClaimState.RELEASED


def test_a_decision_is_made_once(world: LinkWorld) -> None:
    ticket = offered(world)
    world.claims.accept(RUN.id, ticket)
    for decide in (world.claims.accept, world.claims.reject):
        assert refused(lambda decide=decide: decide(RUN.id, ticket)).kind is Kind.STALE


def test_an_offer_of_the_other_environment_cannot_be_accepted(world: LinkWorld) -> None:
    ticket = offered(world)
    world.switch_to(Environment.PRODUCTION)
    assert refused(lambda: world.claims.accept(RUN.id, ticket)).kind is Kind.STALE
    assert newest(world).state is ClaimState.CLAIMED


def test_a_living_colleagues_offer_is_not_decided_here(world: LinkWorld) -> None:
    ticket = offered(world)
    colleague_sits_down(world, the_other_is_gone=False)
    for decide in (world.claims.accept, world.claims.reject):
        assert "Wait for the outcome" in str(refused(lambda decide=decide: decide(RUN.id, ticket)))


def test_a_reporter_decides_nothing(world: LinkWorld) -> None:
    ticket = offered(world)
    world.start(role=Role.REPORTER)
    for act in (
        lambda: world.claims.accept(RUN.id, ticket),
        lambda: world.claims.reject(RUN.id, ticket),
        lambda: world.claims.take_over(RUN.id),
    ):
        assert refused(act).kind is Kind.NOT_ALLOWED


# taking over ---------------------------------------------------------------------------------


def leave_claimed(world: LinkWorld) -> None:
    """The application is killed right after its claim."""
    steps = world.creating.create(world.drafts.draft(RUN.id))
    next(steps)
    world.unfinished = steps  # type: ignore[attr-defined]


def test_a_claim_of_a_dead_workstation_is_taken_over_at_once_and_given_back(
    world: LinkWorld,
) -> None:
    leave_claimed(world)
    colleague_sits_down(world)
    attempt = world.claims.attempt(RUN.id)
    assert attempt and attempt.owner is Owner.GONE and attempt.against_take_over == ""
    world.claims.take_over(RUN.id)
    world.look_ups.take_stock(Environment.SANDBOX)
    assert newest(world).state is ClaimState.RELEASED
    assert world.create().state is ClaimState.CREATED


def test_a_living_workstations_claim_is_shown_by_name_and_not_touched(world: LinkWorld) -> None:
    leave_claimed(world)
    colleague_sits_down(world, the_other_is_gone=False)
    attempt = world.claims.attempt(RUN.id)
    assert attempt and attempt.owner is Owner.ALIVE
    assert "J. de Vries (desk-7)" in attempt.against_take_over
    assert refused(lambda: world.claims.take_over(RUN.id)).kind is Kind.BLOCKED


def test_an_open_outcome_is_taken_over_at_the_release_time_and_then_looked_for_from_here(
    world: LinkWorld,
) -> None:
    lose_the_answer(world, executed=True)
    colleague_sits_down(world)
    assert world.look_ups.look() == ()
    assert "from 06:10 UTC" in str(refused(lambda: world.claims.take_over(RUN.id)))
    world.clock.pass_by(600)
    world.claims.take_over(RUN.id)
    world.look_until_decided()
    assert newest(world).state is ClaimState.CREATED
    assert newest(world).ticket_id == world.autotask.made()[0].id
    assert world.tickets.events[-1].act is Act.TICKET_ADOPTED


def test_of_two_who_take_over_one_wins(world: LinkWorld) -> None:
    leave_claimed(world)
    colleague_sits_down(world)
    first, seen = world.claims, world.tickets.claim_of(RUN.id, Environment.SANDBOX)
    world.start(profile="a third profile")
    world.claims.take_over(RUN.id)
    assert seen
    event = world.actor.event(Act.CLAIM_TAKEN_OVER, "run")
    stale = refused(lambda: world.tickets.take_over(seen, world.actor.instance, event))
    assert stale.kind is Kind.STALE
    assert "at work" in str(refused(lambda: first.take_over(RUN.id)))


def test_an_owner_that_wakes_up_after_the_take_over_decides_nothing(world: LinkWorld) -> None:
    leave_claimed(world)
    colleague_sits_down(world)
    world.claims.take_over(RUN.id)
    failure = refused(lambda: list(world.unfinished))  # type: ignore[attr-defined]
    assert failure.kind is Kind.STALE
    assert "create" not in world.autotask.calls


def test_two_reconcilers_decide_an_attempt_once(world: LinkWorld) -> None:
    lose_the_answer(world, executed=True)
    asleep = world.look_ups
    world.clock.pass_by(600)
    colleague_sits_down(world)
    world.claims.take_over(RUN.id)

    def meanwhile() -> None:
        world.autotask.on_look_up = lambda: None
        assert asleep.look() == ()

    world.autotask.on_look_up = meanwhile
    world.look_ups.look()
    assert newest(world).state is ClaimState.CREATED
    assert len(world.linking.links(RUN.id)) == 1
    assert world.tickets.seconds == []


def test_two_reconcilers_of_which_one_lost_the_attempt_during_its_look(world: LinkWorld) -> None:
    lose_the_answer(world, executed=True)
    asleep = world.look_ups
    world.clock.pass_by(600)

    def meanwhile() -> None:
        world.autotask.on_look_up = lambda: None
        colleague_sits_down(world)
        world.claims.take_over(RUN.id)
        assert [each.step for each in world.look_ups.look()] == [Step.ADOPT]

    world.autotask.on_look_up = meanwhile
    asleep.look()
    assert newest(world).state is ClaimState.CREATED
    assert len(world.linking.links(RUN.id)) == 1
    assert world.tickets.seconds == []


# copies of the database ----------------------------------------------------------------------


def clone_of(world: LinkWorld) -> LinkWorld:
    """The database was copied: another team works on the copy, on the same tenant."""
    clone = LinkWorld()
    clone.autotask = world.autotask
    clone.clock = world.clock
    clone.tickets.clock = world.clock
    clone.start(profile="the clone")
    return clone


def test_a_cloned_workspace_finds_the_ticket_of_the_other_copy(world: LinkWorld) -> None:
    clone = clone_of(world)
    first = world.create()
    found = clone.create()
    assert (found.was_found, found.ticket_id) == (True, first.ticket_id)
    assert len(world.autotask.made()) == 1


def test_a_cloned_workspace_in_the_middle_of_an_attempt_makes_no_second_ticket(
    world: LinkWorld,
) -> None:
    lose_the_answer(world, executed=True)
    clone = clone_of(world)
    clone.tickets.claims = dict(world.tickets.claims)
    clone.start()
    world.look_until_decided()
    clone.look_until_decided()
    assert len(world.autotask.made()) == 1
    made = world.autotask.made()[0].id
    for copy in (world, clone):
        assert [each.ticket_id for each in copy.linking.links(RUN.id)] == [made]


def test_serials_reused_after_a_restore_get_neither_ticket_nor_rejection_of_the_former_run(
    world: LinkWorld,
) -> None:
    world.create()
    former = world.autotask.made()[0].id
    world.tickets.claims.clear()
    world.tickets.links.clear()
    world.memory.sent = 0
    world.runs.run = replace(RUN, job="NAS02 Weekly", sender="nas@msp.example")
    outcome = world.create()
    assert outcome.ticket_id != former and not outcome.was_found
    assert newest(world).rejected == ()


def test_the_same_report_under_another_serial_after_a_restore_finds_its_ticket(
    world: LinkWorld,
) -> None:
    first = world.create()
    world.tickets.claims.clear()
    world.tickets.links.clear()
    world.memory.sent = 0
    draft = world.drafts.draft(RUN.id + 500)
    steps = world.creating.create(draft)
    with pytest.raises(StopIteration) as end:
        while True:
            next(steps)
    assert (end.value.value.was_found, end.value.value.ticket_id) == (True, first.ticket_id)
