from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState, Ending, Origin, TicketLink
from tests.services.fakes import MORNING, Script
from tests.services.world import RUN, World

OTHER_RUN = RUN.id + 1


class Between:
    """Does something once, right after or right before one method of a part is called."""

    def __init__(self, part: object, name: str, act: Callable[[], object], *, before: bool) -> None:
        self._part = part
        self._name = name
        self._act: Callable[[], object] | None = act
        self._before = before

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._part, name)
        if name != self._name:
            return method

        def call(*args: Any, **values: Any) -> Any:
            act, self._act = self._act, None
            if act and self._before:
                act()
            answer = method(*args, **values)
            if act and not self._before:
                act()
            return answer

        return call


def after(part: object, name: str, act: Callable[[], object]) -> Any:
    return Between(part, name, act, before=False)


def before(part: object, name: str, act: Callable[[], object]) -> Any:
    return Between(part, name, act, before=True)


def rewire(world: World, *, tickets: Any = None, memory: Any = None) -> None:
    world._wire(tickets or world.tickets, world.autotask, memory or world.memory)


def state_of(world: World, claim_id: int = 1) -> ClaimState:
    return world.tickets.claims[claim_id].state


def refusal(world: World) -> Failure:
    with pytest.raises(Failure) as caught:
        world.create()
    return caught.value


def lose_the_answer(world: World, *, executed: bool) -> None:
    world.autotask.scripts = [Script(Ending.NOBODY_KNOWS, executed=executed)]
    assert world.create().state is ClaimState.UNKNOWN


def hold_for_another_run(world: World, ticket_id: int) -> None:
    world.tickets.links.append(
        TicketLink(
            99, Environment.SANDBOX, OTHER_RUN, ticket_id, "T1", Origin.LINKED, "M. Peters", MORNING
        )
    )


# the moment of sending -----------------------------------------------------------------------


def test_a_laptop_that_falls_asleep_right_after_the_commit_sends_nothing(world: World) -> None:
    rewire(world, memory=after(world.memory, "remember_sending", lambda: world.clock.suspend(900)))
    assert refusal(world).kind is Kind.NOT_SENT
    assert world.autotask.made() == []
    assert state_of(world) is ClaimState.RELEASED


def test_a_database_that_commits_sending_after_a_minute_sends_nothing(world: World) -> None:
    rewire(world, tickets=before(world.tickets, "sending", lambda: world.clock.pass_by(60)))
    assert refusal(world).kind is Kind.NOT_SENT
    assert world.autotask.made() == []


def test_a_database_restored_during_the_look_up_is_noticed_before_sending(world: World) -> None:
    world.autotask.on_look_up = lambda: world.memory.remember_sending(7)
    assert refusal(world).kind is Kind.RESTORED
    assert world.autotask.made() == []
    assert state_of(world) is ClaimState.RELEASED


def test_a_database_restored_since_the_start_is_not_forgotten_by_the_next_create(
    world: World,
) -> None:
    world.memory.remember_sending(7)
    assert refusal(world).kind is Kind.RESTORED
    assert world.tickets.claims == {}


def test_a_database_restored_while_autotask_was_busy_is_noticed_before_the_repetition(
    world: World,
) -> None:
    world.autotask.scripts = [Script(Ending.COME_AGAIN, executed=False, wait=5)]
    steps = world.creating.create(world.drafts.draft(RUN.id))
    next(steps)
    next(steps)
    world.memory.remember_sending(7)
    with pytest.raises(Failure) as caught:
        next(steps)
    assert caught.value.kind is Kind.RESTORED
    assert world.autotask.made() == []
    assert state_of(world) is ClaimState.RELEASED


def test_a_claim_sent_while_the_watch_compares_does_not_look_like_a_restore(world: World) -> None:
    rewire(world, tickets=after(world.tickets, "newest_sent", world.create))
    watch = world.look_ups
    rewire(world)
    watch.take_stock(Environment.SANDBOX)
    assert world.memory.restored_at() is None


def test_of_two_creates_the_later_claim_is_remembered_whichever_is_sent_last(
    world: World,
) -> None:
    steps = world.creating.create(world.drafts.draft(RUN.id))
    next(steps)
    elder = world.tickets.claims[1]
    younger = replace(
        elder, id=2, run_id=OTHER_RUN, state=ClaimState.UNKNOWN, sending_at=world.clock.now()
    )
    world.tickets.claims[2] = younger
    world.memory.remember_sending(2)
    list(steps)
    assert world.memory.last_sending() == 2


# the answer ----------------------------------------------------------------------------------


def test_a_created_ticket_without_a_readable_id_is_looked_for_and_not_released(
    world: World,
) -> None:
    world.autotask.scripts = [Script(Ending.CREATED, id_readable=False)]
    assert world.create().state is ClaimState.UNKNOWN
    world.look_until_decided()
    assert state_of(world) is ClaimState.CREATED
    assert len(world.autotask.made()) == 1


def test_a_commit_whose_answer_was_lost_makes_no_second_ticket_of_the_first(world: World) -> None:
    world.tickets.answers_lost = 1
    assert world.create().state is ClaimState.CREATED
    assert world.tickets.seconds == []
    assert len(world.tickets.links) == 1


def test_a_database_that_restarts_meanwhile_still_gets_the_ticket(world: World) -> None:
    world.tickets.lost_for = 3
    world.tickets.away = Failure(Kind.DATABASE_UNREACHABLE, where="db")
    assert world.create().state is ClaimState.CREATED


@pytest.mark.parametrize("call", ["snapshot", "mirror"])
def test_a_database_lost_after_the_ticket_was_recorded_does_not_hide_the_ticket(
    world: World, call: str
) -> None:
    def lose() -> None:
        raise Failure(Kind.DATABASE_LOST)

    rewire(world, tickets=before(world.tickets, call, lose))
    outcome = world.create()
    assert outcome.state is ClaimState.CREATED and outcome.failure is None
    world.look_ups.look()
    assert world.tickets.links[0].number == outcome.number


def test_a_database_lost_after_adopting_does_not_hide_the_ticket(world: World) -> None:
    draft = world.drafts.draft(RUN.id)
    made = world.autotask.add(draft.title, draft.company_id or 0, str(draft.marker))
    world.tickets.mirror_fails = True
    outcome = world.create()
    assert (outcome.state, outcome.ticket_id) == (ClaimState.CREATED, made)


def test_a_refusal_is_told_although_the_database_is_away(world: World) -> None:
    failure = Failure(Kind.REQUIRED, text="queueID is required", field="queue")
    world.autotask.scripts = [Script(Ending.REFUSED, executed=False, failure=failure)]
    world.tickets.release_fails = True
    assert refusal(world).kind is Kind.REQUIRED
    world.tickets.release_fails = False
    world.look_until_decided()
    assert state_of(world) is ClaimState.RELEASED


def test_a_claim_decided_by_another_during_the_call_tells_that_a_ticket_is_one_too_many(
    world: World,
) -> None:
    def take_over() -> None:
        claim = world.tickets.claims[1]
        world.tickets.claims[1] = replace(claim, token="theirs", state=ClaimState.RELEASED)

    world.autotask.before_sending = take_over
    outcome = world.create()
    assert outcome.state is not ClaimState.CREATED
    assert outcome.failure and "Close one of the two" in str(outcome.failure)
    assert world.tickets.seconds == [outcome.ticket_id]


# stock-taking --------------------------------------------------------------------------------


def test_a_create_that_begins_during_stock_taking_is_not_taken_for_left_over(
    world: World,
) -> None:
    steps = world.creating.create(world.drafts.draft(RUN.id))
    claims = world.tickets.open_claims

    def begun_in_between(environment: Environment) -> Any:
        next(steps)
        return claims(environment)

    world.tickets.open_claims = begun_in_between  # type: ignore[method-assign]
    world.look_ups.take_stock(Environment.SANDBOX)
    assert state_of(world) is ClaimState.CLAIMED
    assert [step.what for step in steps] == []
    assert state_of(world) is ClaimState.CREATED


def test_a_create_that_ends_during_stock_taking_is_left_as_it_ended(world: World) -> None:
    steps = world.creating.create(world.drafts.draft(RUN.id))
    next(steps)
    rewire_tickets = after(world.tickets, "open_claims", lambda: list(steps))
    world.look_ups._tickets = rewire_tickets
    assert world.look_ups.take_stock(Environment.SANDBOX) == 0
    assert state_of(world) is ClaimState.CREATED
    assert world.tickets.seconds == []


# looking -------------------------------------------------------------------------------------


def test_a_marked_ticket_that_another_run_holds_is_shown_and_never_adopted(world: World) -> None:
    draft = world.drafts.draft(RUN.id)
    made = world.autotask.add(draft.title, draft.company_id or 0, str(draft.marker))
    hold_for_another_run(world, made)
    assert refusal(world).kind is Kind.SECOND_TICKET
    assert [link.run_id for link in world.tickets.links] == [OTHER_RUN]
    assert world.tickets.seconds == [made]


def test_a_ticket_that_is_linked_elsewhere_meanwhile_is_not_adopted_by_a_look(
    world: World,
) -> None:
    lose_the_answer(world, executed=True)
    hold_for_another_run(world, world.autotask.made()[0].id)
    world.look_ups.look()
    assert state_of(world) is ClaimState.UNKNOWN
    assert world.tickets.seconds == [world.autotask.made()[0].id]


def test_a_rejected_ticket_keeps_no_attempt_open_for_ever(world: World) -> None:
    lose_the_answer(world, executed=False)
    claim = world.tickets.claims[1]
    alike = world.autotask.add(claim.title, claim.company_id)
    world.look_ups.look()
    claim = world.tickets.claims[1]
    assert claim.undecided == (alike,)
    world.tickets.reject(claim, alike, world.actor.event(Act.TICKET_OFFERED, "run"))
    world.look_until_decided()
    assert state_of(world) is ClaimState.RELEASED


def test_a_control_ticket_that_is_gone_beside_a_rejected_one_is_replaced(world: World) -> None:
    lose_the_answer(world, executed=False)
    claim = world.tickets.claims[1]
    alike = world.autotask.add(claim.title, claim.company_id)
    world.tickets.reject(claim, alike, world.actor.event(Act.TICKET_OFFERED, "run"))
    world.tickets.known = 4
    world.look_until_decided()
    assert state_of(world) is ClaimState.RELEASED


def test_a_rejected_offer_of_a_create_frees_the_run_at_the_next_stock_taking(
    world: World,
) -> None:
    draft = world.drafts.draft(RUN.id)
    alike = world.autotask.add(draft.title, draft.company_id or 0)
    world.create()
    claim = world.tickets.claims[1]
    world.tickets.reject(claim, alike, world.actor.event(Act.TICKET_OFFERED, "run"))
    world.look_ups.take_stock(Environment.SANDBOX)
    assert state_of(world) is ClaimState.RELEASED


def test_an_offer_is_made_once_so_that_a_person_can_decide_between_two_looks(
    world: World,
) -> None:
    lose_the_answer(world, executed=False)
    claim = world.tickets.claims[1]
    alike = world.autotask.add(claim.title, claim.company_id)
    world.look_ups.look()
    shown = world.tickets.claims[1]
    world.clock.pass_by(60)
    world.look_ups.look()
    world.tickets.reject(shown, alike, world.actor.event(Act.TICKET_OFFERED, "run"))
    assert world.tickets.claims[1].rejected == (alike,)


def test_a_conflict_is_entered_in_the_trail_once_however_often_it_is_seen(world: World) -> None:
    lose_the_answer(world, executed=True)
    claim = world.tickets.claims[1]
    world.autotask.add(claim.title, claim.company_id, str(claim.marker))
    for _look in range(3):
        world.look_ups.look()
        world.clock.pass_by(60)
    acts = [event.act for event in world.tickets.events]
    assert acts.count(Act.TICKET_SECOND) == 1


def test_a_deleted_ticket_without_a_number_does_not_keep_others_from_being_found(
    world: World,
) -> None:
    world.autotask.number_unreadable = True
    made = world.create().ticket_id or 0
    world.autotask.number_unreadable = False
    del world.autotask.tickets_by_id[made]
    assert world.look_ups.look() == ()
    assert world.tickets.links[0].number == ""


def test_an_attempt_that_a_person_decides_during_the_look_is_left_to_the_person(
    world: World,
) -> None:
    lose_the_answer(world, executed=False)

    def decide() -> None:
        claim = world.tickets.claims[1]
        world.tickets.claims[1] = replace(
            claim, state=ClaimState.ENDED_BY_LINK, version=claim.version + 1
        )

    world.autotask.on_look_up = decide
    assert [outcome.run_id for outcome in world.look_ups.look()] == [RUN.id]
    assert state_of(world) is ClaimState.ENDED_BY_LINK


def test_what_could_not_be_mirrored_is_mirrored_by_a_look_that_finds_nothing_to_do(
    world: World,
) -> None:
    world.tickets.mirror_fails = True
    world.create()
    world.tickets.mirror_fails = False
    world.look_ups.look()
    assert world.tickets.mirrored == 1


def test_another_companys_ticket_under_the_same_fingerprint_does_not_stand_for_a_whole_answer(
    world: World,
) -> None:
    draft = world.drafts.draft(RUN.id)
    theirs = world.autotask.add("Another customer's", 1, str(draft.marker))
    hold_for_another_run(world, theirs)
    world.tickets.known = 4
    outcome = world.create()
    assert outcome.state is ClaimState.CREATED and not outcome.was_found
    assert world.autotask.calls == ["look_up", "look_up", "create", "ticket"]


def test_a_marker_seen_before_rights_were_lost_is_not_overruled_by_a_persons_word(
    world: World,
) -> None:
    draft = world.drafts.draft(RUN.id)
    world.autotask.add("Another title", 1, str(draft.marker))
    world.tickets.known = 4
    world.autotask.any_ticket = lambda: None  # type: ignore[method-assign]
    with pytest.raises(Failure) as caught:
        world.create(tenant_is_empty=True)
    assert caught.value.kind is Kind.SECOND_TICKET
    assert "create" not in world.autotask.calls


def test_a_claim_whose_look_met_a_conflict_is_not_left_over(world: World) -> None:
    draft = world.drafts.draft(RUN.id)
    world.autotask.add("Another title", draft.company_id or 0, str(draft.marker))
    assert refusal(world).kind is Kind.SECOND_TICKET
    assert state_of(world) is ClaimState.RELEASED


def test_a_restore_during_the_call_is_told_as_one_ticket_too_many(world: World) -> None:
    world.autotask.before_sending = world.tickets.claims.clear
    outcome = world.create()
    assert outcome.failure and outcome.number in str(outcome.failure)
    assert world.tickets.seconds == [outcome.ticket_id]


def test_an_answer_without_its_control_row_lets_nothing_be_sent(world: World) -> None:
    world.autotask.hides_control = True
    assert refusal(world).kind is Kind.ABSENCE_NOT_PROVEN
    assert "create" not in world.autotask.calls
    assert state_of(world) is ClaimState.RELEASED


def test_answers_without_their_control_row_never_free_a_run(world: World) -> None:
    lose_the_answer(world, executed=False)
    world.autotask.hides_control = True
    world.look_until_decided()
    assert state_of(world) is ClaimState.UNKNOWN
    assert world.tickets.claims[1].valid_looks == 0


def test_a_look_asked_before_the_release_time_does_not_count_because_its_answer_came_after(
    world: World,
) -> None:
    lose_the_answer(world, executed=False)
    for _look in range(4):
        world.clock.pass_by(60)
        world.look_ups.look()
    world.clock.pass_by(300)
    world.autotask.on_look_up = lambda: world.clock.pass_by(120)
    world.look_ups.look()
    assert world.clock.now() > MORNING + timedelta(minutes=10)
    assert state_of(world) is ClaimState.UNKNOWN
    world.look_until_decided()
    assert state_of(world) is ClaimState.RELEASED


def test_a_marker_seen_once_is_adopted_although_the_next_answer_would_not_show_it(
    world: World,
) -> None:
    draft = world.drafts.draft(RUN.id)
    made = world.autotask.add(draft.title, draft.company_id or 0, str(draft.marker))
    world.tickets.known = 4
    unseen = replace(world.autotask.tickets_by_id[made], external_id="overwritten", title="Other")

    def overwrite() -> int:
        world.autotask.tickets_by_id[made] = unseen
        return 900

    world.autotask.any_ticket = overwrite  # type: ignore[method-assign]
    outcome = world.create()
    assert outcome.was_found and outcome.ticket_id == made


def test_the_same_title_of_another_runs_ticket_is_not_offered(world: World) -> None:
    draft = world.drafts.draft(RUN.id)
    yesterday = world.autotask.add(draft.title, draft.company_id or 0)
    hold_for_another_run(world, yesterday)
    assert world.create().state is ClaimState.CREATED
    assert world.tickets.claims[1].offered == ()


def test_a_run_decided_by_another_during_the_look_keeps_a_found_ticket_as_one_too_many(
    world: World,
) -> None:
    draft = world.drafts.draft(RUN.id)
    made = world.autotask.add(draft.title, draft.company_id or 0, str(draft.marker))

    def decide() -> None:
        claim = world.tickets.claims[1]
        world.tickets.claims[1] = replace(claim, token="theirs", state=ClaimState.ENDED_BY_LINK)

    world.autotask.on_look_up = decide
    outcome = world.create()
    assert outcome.state is not ClaimState.CREATED and outcome.failure
    assert world.tickets.seconds == [made]
