"""Attempts on tickets: one open at a time, moved on only by who holds them as they are."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.resolution import (
    Purpose,
    ResolutionPlan,
    ResolutionState,
    StepKind,
    StepState,
)
from bcautotask_gui.domain.ticket_notes import NotesSeen
from tests.database.world import (
    HERE,
    PRODUCTION,
    SANDBOX,
    THERE,
    draft_of,
    event,
    mapped_runs,
    ours,
    sql,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.resolution import Resolution

TICKET = 2**40 + 7
BEFORE = NotesSeen(2**41, 2**41, 29682885)
LOOKED, SENT = event(Act.RESOLUTION_LOOKED), event(Act.NOTE_SENDING)


@pytest.fixture
def plan(database: Database) -> ResolutionPlan:
    """A run that got its ticket here, about to be resolved."""
    run_id = mapped_runs(database)[0]
    claim = database.tickets.claim(draft_of(database, run_id), HERE, event())
    claim = database.tickets.sending(claim, event(Act.TICKET_SENDING))
    database.tickets.created(claim, TICKET, event(Act.TICKET_CREATED))
    version = database.settings.version()
    return ResolutionPlan(
        PRODUCTION, version, run_id, TICKET, "T1", Purpose.RESOLVE, "It works — é", 1, 2, 5
    )


def begin(database: Database, plan: ResolutionPlan) -> Resolution:
    return database.resolutions.begin(plan, HERE, event(Act.RESOLUTION_BEGUN))


def refusal(act: Callable[[], object]) -> Failure:
    with pytest.raises(Failure) as caught:
        act()
    return caught.value


def test_an_attempt_is_kept_with_all_its_steps(database: Database, plan: ResolutionPlan) -> None:
    store = database.resolutions
    attempt = begin(database, plan)
    assert (attempt.plan, attempt.state) == (plan, ResolutionState.OPEN)
    assert (attempt.operator, attempt.profile, attempt.instance) == ("anna", "profile-1", HERE.id)
    attempt = store.seen(attempt, BEFORE, event(after="New"))
    attempt = store.add(attempt, StepKind.TIME_ENTRIES, StepState.DONE, LOOKED, value=0)
    attempt = store.add(attempt, StepKind.NOTE, StepState.SENDING, SENT)
    assert attempt.pending is not None
    assert attempt.pending.sending_at is not None
    assert abs((store.now() - attempt.pending.sending_at).total_seconds()) < 60
    attempt = store.decide(
        attempt, StepState.DONE, event(Act.NOTE_ADDED, after="note"), value=2**42
    )
    assert attempt.pending is None
    assert attempt.note_id == 2**42
    ended = store.end(attempt, ResolutionState.STOPPED, "cut", event(Act.RESOLUTION_ENDED))
    assert (ended.state, ended.reason, ended.before) == (ResolutionState.STOPPED, "cut", BEFORE)
    assert [(s.number, s.kind, s.value) for s in ended.steps] == [
        (1, StepKind.READ, None),
        (2, StepKind.TIME_ENTRIES, 0),
        (3, StepKind.NOTE, 2**42),
    ]
    assert [step.detail for step in ended.steps] == ["New", "", "note"]
    assert store.attempts(PRODUCTION, TICKET) == (ended,)
    assert store.open_attempts(PRODUCTION) == ()


def test_only_one_attempt_is_open_on_a_ticket(database: Database, plan: ResolutionPlan) -> None:
    first = begin(database, plan)
    refused = refusal(lambda: begin(database, replace(plan, purpose=Purpose.NOTE)))
    assert refused.kind is Kind.TICKET_WORKED_ON
    assert refused.values["who"] == "anna"
    assert database.resolutions.open_attempts(PRODUCTION) == (first,)
    assert database.resolutions.open_attempts(SANDBOX) == ()
    database.resolutions.end(first, ResolutionState.STOPPED, "", event())
    assert refusal(lambda: begin(database, plan)).kind is Kind.STALE
    second = begin(database, replace(plan, newest=first.id))
    assert [each.id for each in database.resolutions.attempts(PRODUCTION, TICKET)] == [
        second.id,
        first.id,
    ]


def test_of_many_that_begin_at_once_one_does(
    url: str, opened: Callable[..., Database], database: Database, plan: ResolutionPlan
) -> None:
    others = [opened(url) for _ in range(4)]

    def tries(other: Database) -> Kind | None:
        try:
            other.resolutions.begin(plan, THERE, event())
        except Failure as failure:
            return failure.kind
        return None

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(tries, others))
    assert results.count(None) == 1
    assert results.count(Kind.TICKET_WORKED_ON) == 3


def test_a_world_that_changed_refuses_to_begin(database: Database, plan: ResolutionPlan) -> None:
    for changed in (
        replace(plan, settings_version=plan.settings_version - 1),
        replace(plan, environment=SANDBOX),
        replace(plan, ticket_id=TICKET + 1),
        replace(plan, run_id=plan.run_id + 1),
        replace(plan, newest=12),
    ):
        assert refusal(lambda changed=changed: begin(database, changed)).kind is Kind.STALE
    settings = database.settings.read()
    database.settings.save(replace(settings, enabled=False), event())
    assert refusal(lambda: begin(database, plan)).kind is Kind.DISABLED
    assert database.resolutions.attempts(PRODUCTION, TICKET) == ()


def test_who_knows_an_older_state_moves_nothing(database: Database, plan: ResolutionPlan) -> None:
    store = database.resolutions
    old = begin(database, plan)
    new = store.add(old, StepKind.NOTE, StepState.SENDING, SENT)
    for act in (
        lambda: store.seen(old, BEFORE, LOOKED),
        lambda: store.add(old, StepKind.READ, StepState.DONE, LOOKED),
        lambda: store.end(old, ResolutionState.DONE, "", event()),
        lambda: store.decide(replace(new, token="x"), StepState.DONE, event()),
        lambda: store.looked(replace(new, version=7), store.now()),
    ):
        assert refusal(act).kind is Kind.STALE
    assert store.attempts(PRODUCTION, TICKET) == (new,)


def test_a_new_owner_shuts_the_former_one_out(database: Database, plan: ResolutionPlan) -> None:
    store = database.resolutions
    old = begin(database, plan)
    new = store.take_over(old, THERE, event(Act.RESOLUTION_TAKEN_OVER, operator="ben"))
    assert (new.operator, new.instance, new.profile) == ("ben", THERE.id, THERE.profile)
    assert new.token != old.token
    act = refusal(lambda: store.add(old, StepKind.NOTE, StepState.SENDING, SENT))
    assert act.kind is Kind.STALE
    assert act.values["who"] == "ben"


def test_an_ended_attempt_stays_as_it_is(database: Database, plan: ResolutionPlan) -> None:
    store = database.resolutions
    ended = store.end(begin(database, plan), ResolutionState.STOPPED, "", event())
    act = refusal(lambda: store.add(ended, StepKind.NOTE, StepState.SENDING, SENT))
    assert act.kind is Kind.STALE
    assert store.attempts(PRODUCTION, TICKET) == (ended,)


def test_an_undecided_request_can_neither_be_forgotten_nor_ended(
    database: Database, plan: ResolutionPlan
) -> None:
    store = database.resolutions
    attempt = store.add(begin(database, plan), StepKind.NOTE, StepState.SENDING, SENT)
    for act in (
        lambda: store.end(attempt, ResolutionState.STOPPED, "", event()),
        lambda: store.add(attempt, StepKind.STATUS, StepState.SENDING, SENT),
    ):
        assert refusal(act).kind is Kind.UNEXPECTED
    assert store.open_attempts(PRODUCTION) == (attempt,)


def test_looks_are_counted_on_the_pending_step(database: Database, plan: ResolutionPlan) -> None:
    store = database.resolutions
    attempt = store.add(begin(database, plan), StepKind.NOTE, StepState.SENDING, SENT)
    attempt = store.decide(attempt, StepState.UNKNOWN, event(Act.TICKET_UNKNOWN))
    asked_at = store.now()
    attempt = store.looked(store.looked(attempt, asked_at), asked_at)
    assert attempt.pending is not None
    assert (attempt.pending.valid_looks, attempt.pending.last_valid_look) == (2, asked_at)
    assert attempt.pending.sending_at is not None
    assert refusal(lambda: store.looked(replace(attempt, steps=()), asked_at)).kind in (
        Kind.UNEXPECTED,
    )


def test_each_act_is_in_the_trail_with_its_transition_or_not_at_all(
    url: str, database: Database, plan: ResolutionPlan
) -> None:
    store = database.resolutions
    table = ours(url, "audit")
    count = f"SELECT count(*) FROM {table} WHERE act IN ('resolving begun', 'note being sent')"
    attempt = begin(database, plan)
    store.add(attempt, StepKind.NOTE, StepState.SENDING, SENT)
    assert sql(url, count)[0][0] == 2
    refusal(lambda: store.add(attempt, StepKind.NOTE, StepState.SENDING, SENT))
    refusal(lambda: begin(database, plan))
    assert sql(url, count)[0][0] == 2
    steps = f"SELECT count(*) FROM {ours(url, 'resolution_step')}"
    assert sql(url, steps)[0][0] == 1


def test_a_ticket_is_held_in_its_environment_alone(
    url: str, database: Database, plan: ResolutionPlan
) -> None:
    begin(database, plan)
    assert database.resolutions.attempts(SANDBOX, TICKET) == ()
    table = ours(url, "resolution")
    sql(url, f"UPDATE {table} SET environment = 'sandbox'")
    assert begin(database, plan).state is ResolutionState.OPEN
