"""Claims and tickets: each transition a compare-and-set, no ticket ever dropped."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from threading import Barrier, BrokenBarrierError
from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.database.claims import Claims
from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.runs import RunQuery, RunView
from bcautotask_gui.domain.tickets import ClaimState, Origin
from tests.database.world import (
    HERE,
    PRODUCTION,
    SANDBOX,
    THERE,
    draft_of,
    event,
    insert_ours,
    mapped_runs,
    ours,
    sql,
    ticket,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.tickets import Claim


@pytest.fixture
def run_id(database: Database) -> int:
    return mapped_runs(database)[0]


@pytest.fixture
def claim(database: Database, run_id: int) -> Claim:
    return database.tickets.claim(draft_of(database, run_id), HERE, event())


@pytest.fixture
def sent(database: Database, claim: Claim) -> Claim:
    return database.tickets.sending(claim, event(Act.TICKET_SENDING))


def stale(act: Callable[[], object]) -> Failure:
    with pytest.raises(Failure) as caught:
        act()
    assert caught.value.kind is Kind.STALE
    return caught.value


def view(database: Database, which: RunView) -> list[int]:
    return list(database.runs.order(RunQuery(PRODUCTION, view=which)))


def test_a_claim_tells_who_made_it_and_for_what(
    database: Database, claim: Claim, run_id: int
) -> None:
    draft = draft_of(database, run_id)
    assert claim.state is ClaimState.CLAIMED
    assert (claim.operator, claim.instance, claim.profile, claim.workstation) == (
        "anna", "instance-1", "profile-1", "desk-1",
    )  # fmt: skip
    assert (claim.title, claim.company_id, claim.run_at) == (
        draft.title, draft.company_id, draft.run_at,
    )  # fmt: skip
    assert str(claim.marker) == str(draft.marker)
    assert database.tickets.claim_of(run_id, PRODUCTION) == claim
    assert database.tickets.claim_of(run_id, SANDBOX) is None
    assert database.tickets.open_claims(PRODUCTION) == (claim,)
    assert database.tickets.open_claims(SANDBOX) == ()


def test_a_claimed_run_no_longer_needs_a_ticket_and_shows_who_works_on_it(
    database: Database, claim: Claim, run_id: int, url: str, opened: Callable[..., Database]
) -> None:
    assert run_id not in view(database, RunView.NEEDS_TICKET)
    (row,) = opened(url, instance="instance-1").runs.rows([run_id], PRODUCTION)
    assert row.work is not None
    assert (row.work.state, row.work.who, row.work.is_mine) == (ClaimState.CLAIMED, "anna", True)
    (row,) = opened(url, instance="instance-2").runs.rows([run_id], PRODUCTION)
    assert row.work is not None
    assert not row.work.is_mine


def test_a_created_ticket_is_the_runs_for_ever(
    database: Database, sent: Claim, run_id: int
) -> None:
    done = database.tickets.created(sent, 10_500_001, event(Act.TICKET_CREATED))
    assert (done.state, done.ticket_id) == (ClaimState.CREATED, 10_500_001)
    (link,) = database.tickets.links_of(run_id, PRODUCTION)
    assert (link.ticket_id, link.number, link.origin, link.operator) == (
        10_500_001, "", Origin.CREATED, "anna",
    )  # fmt: skip
    assert run_id in view(database, RunView.OPEN_TICKETS)
    assert database.tickets.open_claims(PRODUCTION) == ()
    assert database.tickets.links_of(run_id, SANDBOX) == ()


def test_the_same_news_told_twice_changes_nothing(database: Database, sent: Claim) -> None:
    first = database.tickets.created(sent, 10_500_001, event())
    assert database.tickets.created(sent, 10_500_001, event()) == first
    assert len(database.tickets.links_of(sent.run_id, PRODUCTION)) == 1


def test_who_holds_an_old_version_is_refused(database: Database, claim: Claim) -> None:
    tickets = database.tickets
    tickets.sending(claim, event(operator="bert"))
    stale(lambda: tickets.sending(claim, event()))
    stale(lambda: tickets.unknown(claim, "cut", event()))
    stale(lambda: tickets.release(claim, "why", event()))
    stale(lambda: tickets.looked(claim, is_valid=True, asked_at=tickets.now()))
    stale(lambda: tickets.offer(claim, [ticket(1)], event()))
    stale(lambda: tickets.take_over(claim, THERE, event()))
    assert [entry.event.operator for entry in database.audit.of("run 1")] == ["bert", "anna"]


def test_a_former_owner_is_refused_and_told_the_new_one(database: Database, sent: Claim) -> None:
    taken = database.tickets.take_over(sent, THERE, event(operator="bert"))
    assert (taken.operator, taken.instance, taken.profile) == ("bert", "instance-2", "profile-2")
    assert taken.token != sent.token
    with_its_version = replace(sent, version=taken.version)
    failure = stale(lambda: database.tickets.unknown(with_its_version, "cut", event()))
    assert failure.values["who"] == "bert"


def test_a_ticket_that_exists_is_recorded_also_after_a_colleague_took_over(
    database: Database, sent: Claim
) -> None:
    database.tickets.take_over(sent, THERE, event(operator="bert"))
    assert database.tickets.created(sent, 77, event()).state is ClaimState.CREATED
    assert [link.ticket_id for link in database.tickets.links_of(sent.run_id, PRODUCTION)] == [77]


def test_each_repetition_of_sending_stamps_anew_and_forgets_earlier_looks(
    database: Database, sent: Claim
) -> None:
    looked = database.tickets.looked(sent, is_valid=True, asked_at=database.tickets.now())
    assert looked.valid_looks == 1
    again = database.tickets.sending(looked, event())
    assert again.valid_looks == 0
    assert again.last_valid_look is None
    assert again.sending_at is not None
    assert sent.sending_at is not None
    assert again.sending_at >= sent.sending_at


def test_only_looks_that_prove_something_count(database: Database, sent: Claim) -> None:
    unknown = database.tickets.unknown(sent, "the line was cut", event())
    assert (unknown.state, unknown.reason) == (ClaimState.UNKNOWN, "the line was cut")
    at = database.tickets.now()
    assert database.tickets.looked(unknown, is_valid=False, asked_at=at) == unknown
    looked = database.tickets.looked(unknown, is_valid=True, asked_at=at)
    assert (looked.valid_looks, looked.last_valid_look) == (1, at)
    assert sent.run_id in view(database, RunView.WAITING)


def test_a_released_run_is_free_again_and_the_reason_is_kept(
    database: Database, claim: Claim, run_id: int
) -> None:
    released = database.tickets.release(claim, "Autotask refused", event())
    assert (released.state, released.reason) == (ClaimState.RELEASED, "Autotask refused")
    assert database.tickets.claim_of(run_id, PRODUCTION) is None
    assert run_id in view(database, RunView.NEEDS_TICKET)
    again = database.tickets.claim(draft_of(database, run_id), HERE, event())
    assert again.id > claim.id


def test_an_earlier_attempt_is_told_where_it_was_looked_for_in_vain(
    database: Database, sent: Claim, run_id: int
) -> None:
    looked = database.tickets.looked(sent, is_valid=True, asked_at=database.tickets.now())
    released = database.tickets.release(looked, "not found", event())
    assert database.tickets.last_released(run_id, PRODUCTION) == released
    assert database.tickets.last_released(run_id, SANDBOX) is None


def test_an_attempt_that_autotask_refused_is_no_earlier_attempt(
    database: Database, sent: Claim, run_id: int
) -> None:
    database.tickets.release(sent, "refused: title too long", event())
    assert database.tickets.last_released(run_id, PRODUCTION) is None


def test_an_offered_ticket_blocks_sending_and_release_until_it_is_decided(
    database: Database, claim: Claim
) -> None:
    offered = database.tickets.offer(claim, [ticket(81), ticket(82), ticket(81)], event())
    assert offered.offered == (81, 82)
    for act in (database.tickets.sending, lambda c, e: database.tickets.release(c, "why", e)):
        with pytest.raises(Failure) as caught:
            act(offered, event())
        assert caught.value.kind is Kind.BLOCKED
    one_left = database.tickets.reject(offered, 81, event())
    assert (one_left.offered, one_left.rejected) == ((82,), (81,))
    again = database.tickets.offer(one_left, [ticket(81)], event())
    assert again.offered == (82,)
    done = database.tickets.adopted(again, ticket(82, "T1.0082"), event(Act.TICKET_ADOPTED))
    assert (done.state, done.ticket_id, done.offered) == (ClaimState.CREATED, 82, ())


def test_an_adopted_ticket_brings_its_number(database: Database, claim: Claim) -> None:
    database.tickets.adopted(claim, ticket(83, "T20260312.0083"), event(Act.TICKET_ADOPTED))
    (link,) = database.tickets.links_of(claim.run_id, PRODUCTION)
    assert (link.ticket_id, link.number) == (83, "T20260312.0083")


def test_a_ticket_that_comes_after_the_release_is_kept_as_a_second_one(
    database: Database, sent: Claim, run_id: int
) -> None:
    released = database.tickets.release(sent, "not found", event())
    now = database.tickets.created(sent, 91, event(Act.TICKET_CREATED))
    assert now == released
    assert [link.ticket_id for link in database.tickets.links_of(run_id, PRODUCTION)] == [91]
    assert run_id not in view(database, RunView.NEEDS_TICKET)
    with pytest.raises(Failure) as caught:
        database.tickets.claim(draft_of(database, run_id), HERE, event())
    assert caught.value.kind is Kind.HAS_TICKET


def test_another_ticket_for_a_created_claim_is_kept_as_a_second_one(
    database: Database, sent: Claim, url: str
) -> None:
    database.tickets.created(sent, 91, event())
    assert database.tickets.created(sent, 92, event()).ticket_id == 91
    database.tickets.created(sent, 92, event())
    kept = sql(url, f"SELECT ticket_id, claim_id, is_ours FROM {ours(url, 'second_ticket')}")
    assert [tuple(row) for row in kept] == [(92, sent.id, True)]


def test_a_ticket_whose_claim_a_restore_took_away_is_kept(
    database: Database, sent: Claim, run_id: int, url: str
) -> None:
    sql(url, f"DELETE FROM {ours(url, 'claim')}")
    now = database.tickets.created(sent, 93, event())
    assert (now.state, now.ticket_id) == (ClaimState.RELEASED, None)
    assert [link.ticket_id for link in database.tickets.links_of(run_id, PRODUCTION)] == [93]


def test_a_serial_that_a_restore_gave_to_another_run_gets_nothing_of_the_lost_attempt(
    database: Database, sent: Claim, run_id: int, url: str
) -> None:
    other = next(each for each in mapped_runs(database) if each != run_id)
    sql(url, f"UPDATE {ours(url, 'claim')} SET run_id = :other", other=other)
    database.tickets.created(sent, 94, event())
    assert database.tickets.links_of(other, PRODUCTION) == ()
    assert [link.ticket_id for link in database.tickets.links_of(run_id, PRODUCTION)] == [94]


def test_of_two_runs_that_take_one_ticket_at_once_one_has_it_and_one_is_told(
    database: Database,
    url: str,
    opened: Callable[..., Database],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both_looked, of_ticket = Barrier(2), Claims.of_ticket

    def slowly(*words: Any) -> Claim | None:
        found = of_ticket(*words)
        with suppress(BrokenBarrierError):
            both_looked.wait(0.5)
        return found

    claims = [
        database.tickets.claim(draft_of(database, run), HERE, event())
        for run in mapped_runs(database)[:2]
    ]
    monkeypatch.setattr(Claims, "of_ticket", slowly)
    stores = [opened(url).tickets for _ in claims]
    with ThreadPoolExecutor(2) as pool:
        taken = [
            pool.submit(store.adopted, claim, ticket(95), event(Act.TICKET_ADOPTED))
            for store, claim in zip(stores, claims, strict=True)
        ]
    assert sorted(each.result().state for each in taken) == ["claimed", "created"]


def test_a_ticket_that_another_claim_holds_is_a_second_one(database: Database) -> None:
    first_run, second_run = mapped_runs(database)[:2]
    first = database.tickets.claim(draft_of(database, first_run), HERE, event())
    second = database.tickets.claim(draft_of(database, second_run), HERE, event())
    database.tickets.adopted(first, ticket(95), event())
    assert database.tickets.adopted(second, ticket(95), event()).state is ClaimState.CLAIMED
    assert database.tickets.links_of(second_run, PRODUCTION) == ()
    newest = [entry.event for entry in database.audit.of("run 1")][:2]
    assert [each.act for each in newest] == [Act.TICKET_SECOND, Act.TICKET_CLAIMED]
    assert newest[0].after == "ticket id 95"


def test_conflicting_finds_close_the_run_to_create(
    database: Database, claim: Claim, run_id: int
) -> None:
    moved = database.tickets.second(claim, [ticket(96, "T1.0096"), ticket(97)], event())
    assert moved.state is ClaimState.CLAIMED
    database.tickets.release(moved, "two tickets carry the marker", event())
    with pytest.raises(Failure) as caught:
        database.tickets.claim(draft_of(database, run_id), HERE, event())
    assert (caught.value.kind, caught.value.values["number"]) == (Kind.HAS_TICKET, "T1.0096")


def test_a_snapshot_shows_on_every_run_of_the_ticket(database: Database, sent: Claim) -> None:
    database.tickets.created(sent, 98, event())
    assert database.tickets.known_ticket(PRODUCTION) is None
    read = ticket(98, "T20260312.0098", status=5, completed_at=database.tickets.now())
    database.tickets.snapshot(PRODUCTION, read, "Complete")
    (link,) = database.tickets.links_of(sent.run_id, PRODUCTION)
    assert (link.number, link.status, link.status_label) == ("T20260312.0098", 5, "Complete")
    assert link.is_complete
    assert link.read_at is not None
    assert database.tickets.now() - link.read_at < timedelta(seconds=20)
    assert sent.run_id not in view(database, RunView.OPEN_TICKETS)
    assert database.tickets.known_ticket(PRODUCTION) == 98
    assert database.tickets.known_ticket(SANDBOX) is None


def test_the_number_of_a_link_is_never_replaced_by_another(database: Database, sent: Claim) -> None:
    database.tickets.created(sent, 99, event())
    database.tickets.snapshot(PRODUCTION, ticket(99, "T1.0001"), "New")
    database.tickets.snapshot(PRODUCTION, ticket(99, "T2.0002"), "New")
    (link,) = database.tickets.links_of(sent.run_id, PRODUCTION)
    assert link.number == "T1.0001"


def test_every_step_leaves_its_entry_in_the_trail(database: Database, claim: Claim) -> None:
    subject = f"run {claim.run_id}"
    sent = database.tickets.sending(claim, event(Act.TICKET_SENDING, subject))
    database.tickets.created(sent, 100, event(Act.TICKET_CREATED, subject, after="ticket id 100"))
    history = database.runs.detail(claim.run_id, PRODUCTION).history
    assert [(entry.who, entry.what) for entry in history] == [
        ("anna", "ticket created: ticket id 100"),
        ("anna", "ticket being sent"),
    ]


def test_the_keys_of_the_claims_hold_without_the_store(
    database: Database, sent: Claim, url: str
) -> None:
    database.tickets.created(sent, 101, event())

    def add(**values: Any) -> None:
        row = {"run_id": 1, "stem": "another", "state": "claimed", "ticket_id": None, **values}
        company = sent.company_id
        insert_ours(url, "claim", environment="production", company_id=company, **row)

    add(run_id=sent.run_id, state="released", stem=sent.marker.stem)
    for taken in (
        {"run_id": sent.run_id},
        {"stem": sent.marker.stem},
        {"state": "created", "ticket_id": 101},
    ):
        with pytest.raises(Exception, match=r"(?i)unique"):
            add(**taken)


def test_the_keys_of_the_links_hold_for_numbers_by_hand_too(
    database: Database, sent: Claim, url: str
) -> None:
    database.tickets.created(sent, 102, event())

    def add(environment: str | None, *, unlinked: bool = False) -> None:
        at = database.tickets.now() if unlinked else None
        insert_ours(url, "ticket_link", environment=environment, run_id=sent.run_id, unlinked_at=at)

    add("sandbox")
    add(None)
    add(None, unlinked=True)
    for taken in ("production", "sandbox", None):
        with pytest.raises(Exception, match=r"(?i)unique"):
            add(taken)


def test_tickets_that_other_runs_hold_are_told(database: Database) -> None:
    first_run, second_run = mapped_runs(database)[:2]
    claim = database.tickets.claim(draft_of(database, first_run), HERE, event())
    database.tickets.adopted(claim, ticket(95), event())
    held = database.tickets.held
    assert held(PRODUCTION, [95, 96], except_run=second_run) == {95}
    assert held(PRODUCTION, [95, 96], except_run=first_run) == frozenset()
    assert held(SANDBOX, [95], except_run=second_run) == frozenset()
    assert held(PRODUCTION, [], except_run=second_run) == frozenset()


def test_tickets_without_a_number_and_the_newest_attempt_that_was_sent_are_told(
    database: Database, claim: Claim
) -> None:
    assert database.tickets.newest_sent() == 0
    sent = database.tickets.sending(claim, event())
    assert database.tickets.newest_sent() == claim.id
    database.tickets.created(sent, 98, event())
    assert database.tickets.unnumbered(PRODUCTION) == (98,)
    database.ticket_states.keep(PRODUCTION, (), {98})
    assert database.tickets.unnumbered(PRODUCTION) == ()
    database.tickets.snapshot(PRODUCTION, ticket(98, "T1.0098"), "New")
    assert database.tickets.unnumbered(PRODUCTION) == ()
    assert database.tickets.newest_sent() == claim.id
