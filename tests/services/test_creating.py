from dataclasses import replace

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState, Ending
from tests.services.fakes import Script
from tests.services.world import MAPPING, RUN, World


def state_of(world: World) -> ClaimState:
    return list(world.tickets.claims.values())[-1].state


def refused(world: World, **word: bool) -> Failure:
    with pytest.raises(Failure) as caught:
        world.create(**word)
    return caught.value


def test_a_ticket_is_created_and_recorded_with_its_number(world: World) -> None:
    outcome = world.create()
    assert outcome.state is ClaimState.CREATED
    assert outcome.number == world.autotask.tickets_by_id[outcome.ticket_id or 0].number
    assert [link.number for link in world.tickets.links] == [outcome.number]


def test_a_create_takes_three_calls(world: World) -> None:
    world.create()
    assert world.autotask.calls == ["look_up", "create", "ticket"]


def test_pressing_twice_makes_one_ticket(world: World) -> None:
    draft = world.drafts.draft(RUN.id)
    world.create()
    with pytest.raises(Failure) as caught:
        list(world.creating.create(draft))
    assert caught.value.kind is Kind.HAS_TICKET
    assert len(world.autotask.made()) == 1


def test_the_trail_tells_every_step(world: World) -> None:
    world.create()
    acts = [event.act for event in world.tickets.events]
    assert acts == [Act.TICKET_CLAIMED, Act.TICKET_SENDING, Act.TICKET_CREATED]


def test_a_refusal_is_told_word_for_word_and_frees_the_run(world: World) -> None:
    failure = Failure(Kind.REQUIRED, text="queueID is required", field="queue")
    world.autotask.scripts = [Script(Ending.REFUSED, executed=False, failure=failure)]
    assert "queueID is required" in str(refused(world))
    assert state_of(world) is ClaimState.RELEASED
    assert world.create().state is ClaimState.CREATED


def test_what_was_never_sent_frees_the_run(world: World) -> None:
    failure = Failure(Kind.UNREACHABLE, host="webservices19")
    world.autotask.scripts = [Script(Ending.NOT_SENT, executed=False, failure=failure)]
    assert refused(world).kind is Kind.UNREACHABLE
    assert state_of(world) is ClaimState.RELEASED


@pytest.mark.parametrize("executed", [True, False])
def test_a_lost_answer_leaves_the_outcome_open(world: World, executed: bool) -> None:
    world.autotask.scripts = [Script(Ending.NOBODY_KNOWS, executed=executed)]
    outcome = world.create()
    assert outcome.state is ClaimState.UNKNOWN
    assert outcome.failure and "Nobody knows yet" in str(outcome.failure)
    assert refused(world).kind is Kind.BLOCKED


def test_a_ticket_whose_answer_was_lost_is_found_and_adopted(world: World) -> None:
    world.autotask.scripts = [Script(Ending.NOBODY_KNOWS, executed=True)]
    world.create()
    world.look_until_decided()
    assert state_of(world) is ClaimState.CREATED
    assert world.tickets.links[0].ticket_id == world.autotask.made()[0].id


def test_a_ticket_that_never_arrived_frees_the_run_after_ten_minutes(world: World) -> None:
    world.autotask.scripts = [Script(Ending.NOBODY_KNOWS, executed=False)]
    world.create()
    sent = world.clock.now()
    world.look_until_decided()
    assert state_of(world) is ClaimState.RELEASED
    assert (world.clock.now() - sent).total_seconds() >= 600
    assert world.create().state is ClaimState.CREATED
    assert len(world.autotask.made()) == 1


def test_late_execution_after_the_time_out_is_found_before_release(world: World) -> None:
    world.autotask.scripts = [Script(Ending.NOBODY_KNOWS, executed=False)]
    world.create()
    world.look_ups.look()
    world.clock.pass_by(300)
    claim = world.tickets.claims[1]
    world.autotask.add(claim.title, claim.company_id, str(claim.marker))
    world.look_until_decided()
    assert state_of(world) is ClaimState.CREATED


def test_the_next_preview_says_that_an_earlier_attempt_was_not_found(world: World) -> None:
    world.autotask.scripts = [Script(Ending.NOBODY_KNOWS, executed=False)]
    world.create()
    world.look_until_decided()
    assert "was not found in Autotask" in world.drafts.draft(RUN.id).earlier_attempt


def test_empty_answers_for_lack_of_rights_never_free_a_run(world: World) -> None:
    world.autotask.scripts = [Script(Ending.NOBODY_KNOWS, executed=True)]
    world.create()
    world.autotask.is_blind = True
    for _look in range(20):
        world.clock.pass_by(120)
        with pytest.raises(Failure) as caught:
            world.look_ups.look()
        assert caught.value.kind is Kind.NO_TICKET_VISIBLE
    assert state_of(world) is ClaimState.UNKNOWN


def test_a_busy_autotask_is_asked_again_and_sending_is_committed_each_time(world: World) -> None:
    busy = Failure(Kind.BUSY)
    world.autotask.scripts = [
        Script(Ending.COME_AGAIN, executed=False, failure=busy, wait=5) for _time in range(3)
    ]
    assert world.create().state is ClaimState.CREATED
    sendings = [e for e in world.tickets.events if e.act is Act.TICKET_SENDING]
    assert len(sendings) == 4


def test_an_autotask_that_stays_busy_frees_the_run_after_a_minute(world: World) -> None:
    busy = Failure(Kind.BUSY)
    world.autotask.scripts = [
        Script(Ending.COME_AGAIN, executed=False, failure=busy, wait=25) for _time in range(9)
    ]
    assert refused(world).kind is Kind.BUSY
    assert state_of(world) is ClaimState.RELEASED
    assert world.autotask.calls.count("create") == 3


def test_stopping_while_autotask_is_busy_frees_the_run(world: World) -> None:
    world.autotask.scripts = [
        Script(Ending.COME_AGAIN, executed=False, failure=Failure(Kind.BUSY), wait=5)
    ]
    steps = world.creating.create(world.drafts.draft(RUN.id))
    next(steps)
    next(steps)
    steps.close()
    assert state_of(world) is ClaimState.RELEASED
    assert not world.autotask.made()


def test_stopping_before_anything_was_sent_frees_the_run(world: World) -> None:
    steps = world.creating.create(world.drafts.draft(RUN.id))
    next(steps)
    steps.close()
    assert state_of(world) is ClaimState.RELEASED


def test_a_failed_look_up_sends_nothing(world: World) -> None:
    world.autotask.fails_reading = Failure(Kind.UNREACHABLE, host="webservices19")
    assert refused(world).kind is Kind.UNREACHABLE
    assert "create" not in world.autotask.calls
    assert state_of(world) is ClaimState.RELEASED


def test_a_ticket_by_marker_is_adopted_instead_of_made_again(world: World) -> None:
    draft = world.drafts.draft(RUN.id)
    made = world.autotask.add(draft.title, draft.company_id or 0, str(draft.marker))
    outcome = world.create()
    assert outcome.was_found and outcome.ticket_id == made
    assert "create" not in world.autotask.calls


def test_a_marker_on_a_ticket_of_another_company_is_shown_and_nothing_created(
    world: World,
) -> None:
    draft = world.drafts.draft(RUN.id)
    stray = world.autotask.add(draft.title, 1, str(draft.marker))
    assert refused(world).kind is Kind.SECOND_TICKET
    assert world.tickets.seconds == [stray]
    assert "create" not in world.autotask.calls


def test_a_ticket_by_title_alone_is_offered_and_blocks_create(world: World) -> None:
    draft = world.drafts.draft(RUN.id)
    found = world.autotask.add(draft.title, draft.company_id or 0)
    outcome = world.create()
    assert outcome.state is ClaimState.CLAIMED
    assert world.tickets.claims[1].offered == (found,)
    assert refused(world).kind is Kind.BLOCKED
    world.look_ups.look()
    assert state_of(world) is ClaimState.CLAIMED


def test_a_tenant_without_tickets_needs_a_persons_word(world: World) -> None:
    world.autotask.tickets_by_id.clear()
    assert refused(world).kind is Kind.NO_TICKET_VISIBLE
    assert world.create(tenant_is_empty=True).state is ClaimState.CREATED


def test_a_control_ticket_that_is_gone_is_replaced_by_any_visible_one(world: World) -> None:
    world.tickets.known = 4
    assert world.create().state is ClaimState.CREATED


def test_a_created_ticket_is_recorded_although_the_database_was_away(world: World) -> None:
    world.tickets.lost_for = 2
    assert world.create().state is ClaimState.CREATED
    assert len(world.tickets.links) == 1


def test_a_ticket_whose_number_cannot_be_read_is_recorded_and_numbered_later(
    world: World,
) -> None:
    world.autotask.number_unreadable = True
    outcome = world.create()
    assert outcome.state is ClaimState.CREATED and outcome.number == ""
    world.autotask.number_unreadable = False
    world.look_ups.look()
    assert world.tickets.links[0].number


@pytest.mark.parametrize("clock", ["pass_by", "suspend"])
def test_a_laptop_that_slept_between_claim_and_call_sends_nothing(world: World, clock: str) -> None:
    world.autotask.before_sending = lambda: getattr(world.clock, clock)(31)
    assert refused(world).kind is Kind.NOT_SENT
    assert not world.autotask.made()
    assert state_of(world) is ClaimState.RELEASED


def test_the_claim_is_remembered_outside_the_database_before_the_request(world: World) -> None:
    seen = []
    world.autotask.before_sending = lambda: seen.append(world.memory.last_sending())
    world.create()
    assert seen == [1]


def test_a_claim_that_cannot_be_remembered_is_not_sent_and_frees_the_run(world: World) -> None:
    world.memory.fails_remembering = Failure(Kind.BLOCKED, reason="The disk is full.")
    assert "The disk is full." in str(refused(world))
    assert world.autotask.made() == []
    assert state_of(world) is ClaimState.RELEASED
    world.memory.fails_remembering = None
    assert world.create().state is ClaimState.CREATED


def test_a_profile_that_cannot_be_written_keeps_nobody_from_looking(world: World) -> None:
    world.autotask.scripts = [Script(Ending.NOBODY_KNOWS, executed=True)]
    world.create()
    world.memory.sent = 0
    world.memory.fails_remembering = Failure(Kind.BLOCKED, reason="The disk is full.")
    world.look_until_decided()
    assert state_of(world) is ClaimState.CREATED


def test_nothing_is_sent_for_ten_minutes_after_a_restored_database_was_noticed(
    world: World,
) -> None:
    world.memory.remember_sending(7)
    world.look_ups.take_stock(Environment.SANDBOX)
    assert world.memory.restored_at() == world.clock.now()
    assert refused(world).kind is Kind.RESTORED
    world.clock.pass_by(601)
    assert world.create().state is ClaimState.CREATED


def test_with_the_integration_off_no_client_is_even_built(world: World) -> None:
    world.rename_setting(enabled=False)
    assert refused(world).kind is Kind.BLOCKED
    assert world.autotask.calls == []


def test_a_reporter_may_not_create(world: World) -> None:
    world.start(role=Role.REPORTER)
    assert refused(world).kind is Kind.NOT_ALLOWED
    assert world.autotask.calls == []


def test_an_unmapped_customer_blocks_with_the_place_that_mends_it(world: World) -> None:
    world.runs.mapping = None
    blocks = world.drafts.draft(RUN.id).blocks
    assert [block.place for block in blocks] == ["mapping"]


def test_a_draft_shows_what_is_sent_by_id_and_label(world: World) -> None:
    draft = world.drafts.draft(RUN.id)
    assert draft.blocks == ()
    assert draft.company_id == MAPPING.company_id
    assert draft.queue and (draft.queue.id, draft.queue.label) == (29682833, "Backup & Recovery")
    assert draft.priority and draft.priority.label == "High"
    assert draft.title == "[Backupchecks] Van der Meer Logistics - HV01 Daily - Failed"
    assert draft.description.endswith(f"Reference: {draft.marker}")
    assert str(draft.marker).startswith("bc-7f3c91-s-")


def test_a_draft_holds_optional_fields_only_where_they_are_chosen(world: World) -> None:
    draft = world.drafts.draft(RUN.id)
    assert (draft.category, draft.issue_type, draft.sub_issue_type) == (None, None, None)
    settings = world.settings.settings
    defaults = replace(settings.current.defaults, category=3)
    world.settings.settings = settings.with_current(defaults=defaults)
    draft = world.drafts.draft(RUN.id)
    assert draft.category and draft.category.id == 3
    assert [block.field for block in draft.blocks] == ["category"]  # nothing known of it


def test_a_colleagues_claim_on_another_workstation_is_not_touched(world: World) -> None:
    steps = world.creating.create(world.drafts.draft(RUN.id))
    next(steps)
    world.start(profile="another profile")
    assert world.look_ups.take_stock(Environment.SANDBOX) == 0
    assert state_of(world) is ClaimState.CLAIMED


def test_a_claim_that_a_job_of_ours_works_on_is_not_left_over(world: World) -> None:
    steps = world.creating.create(world.drafts.draft(RUN.id))
    next(steps)
    world.look_ups.take_stock(Environment.SANDBOX)
    assert state_of(world) is ClaimState.CLAIMED
    steps.close()
