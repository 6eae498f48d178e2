"""Links and typed numbers: one per run, under the lock of the run, never a ticket forgotten."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking import LinkOrder
from bcautotask_gui.domain.sentences import Sentence
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState, Origin
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
    ticket,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.tickets import Claim, TicketLink


@pytest.fixture
def run_id(database: Database) -> int:
    return mapped_runs(database)[0]


@pytest.fixture
def lost(database: Database, run_id: int) -> Claim:
    """An attempt whose answer was lost."""
    claim = database.tickets.claim(draft_of(database, run_id), HERE, event())
    sent = database.tickets.sending(claim, event(Act.TICKET_SENDING))
    return database.tickets.unknown(sent, "the answer was cut off", event(Act.TICKET_UNKNOWN))


def order_of(database: Database, run_id: int, ticket_id: int, **changes: Any) -> LinkOrder:
    settings = database.settings.read()
    made = LinkOrder(
        run_id,
        settings.environment,
        settings.current.database_id,
        settings.version,
        ticket(ticket_id, f"T20260312.{ticket_id:04}"),
        database.tickets.claim_of(run_id, settings.environment),
    )
    return replace(made, **changes)


def link(database: Database, run_id: int, ticket_id: int, **changes: Any) -> TicketLink:
    order = order_of(database, run_id, ticket_id, **changes)
    return database.links.link(order, "New", event(Act.TICKET_LINKED, f"run {run_id}"))


def type_number(database: Database, run_id: int, number: str) -> TicketLink:
    claims = [database.tickets.claim_of(run_id, each) for each in Environment]
    return database.links.type_number(
        run_id,
        number,
        database.settings.version(),
        [each for each in claims if each],
        event(Act.NUMBER_TYPED, f"run {run_id}"),
    )


def unlink(database: Database, which: TicketLink) -> None:
    database.links.unlink(which, "the wrong one", event(Act.TICKET_UNLINKED, operator="boss"))


def refused(act: Callable[[], object]) -> Kind:
    with pytest.raises(Failure) as caught:
        act()
    return caught.value.kind


def switch(database: Database, environment: Environment) -> None:
    settings = replace(database.settings.read(), environment=environment)
    database.settings.save(settings, event(Act.SETTINGS_SAVED))


def over_there(url: str, run_id: int) -> tuple[object, ...]:
    names = "autotask_ticket_id, autotask_ticket_number"
    return tuple(sql(url, f"SELECT {names} FROM job_runs WHERE id = :run", run=run_id)[0])


def test_a_link_tells_what_it_is_and_how_the_ticket_stands(database: Database, run_id: int) -> None:
    made = link(database, run_id, 71)
    (shown,) = database.tickets.links_of(run_id, PRODUCTION)
    assert (shown.id, shown.origin, shown.operator) == (made.id, Origin.LINKED, "anna")
    assert (shown.ticket_id, shown.number, shown.status_label) == (71, "T20260312.0071", "New")
    assert database.tickets.links_of(run_id, SANDBOX) == ()
    assert database.audit.of(f"run {run_id}")[0].event.act is Act.TICKET_LINKED


def test_a_linked_run_cannot_be_claimed(database: Database, run_id: int) -> None:
    draft = draft_of(database, run_id)
    link(database, run_id, 71)
    assert refused(lambda: database.tickets.claim(draft, HERE, event())) is Kind.HAS_TICKET


def test_a_run_has_one_link_and_a_ticket_may_have_many_runs(
    database: Database, run_id: int
) -> None:
    link(database, run_id, 71)
    assert refused(lambda: link(database, run_id, 71)) is Kind.HAS_TICKET
    with pytest.raises(Failure) as caught:
        link(database, run_id, 72)
    assert caught.value.kind is Kind.HAS_TICKET
    origin = caught.value.values["origin"]
    assert isinstance(origin, Sentence) and origin == "linked"  # so that the window translates it
    other = mapped_runs(database)[0]
    link(database, other, 71)
    holders = database.links.holders(PRODUCTION, [71, 99])
    assert [each.run_id for each in holders[71]] == [run_id, other]
    assert 99 not in holders


def test_a_link_needs_the_world_that_it_was_decided_in(database: Database, run_id: int) -> None:
    assert refused(lambda: link(database, run_id, 71, settings_version=99)) is Kind.STALE
    assert refused(lambda: link(database, run_id, 71, environment=SANDBOX)) is Kind.STALE
    assert refused(lambda: link(database, run_id, 71, database_id=1)) is Kind.STALE
    database.settings.save(replace(database.settings.read(), enabled=False), event())
    assert refused(lambda: link(database, run_id, 71)) is Kind.DISABLED
    assert database.tickets.links_of(run_id, PRODUCTION) == ()


def test_linking_ends_an_attempt_whose_outcome_nobody_knows(
    database: Database, run_id: int, lost: Claim
) -> None:
    link(database, run_id, 71)
    ended = database.tickets.claim_of(run_id, PRODUCTION)
    assert ended and ended.state is ClaimState.ENDED_BY_LINK
    assert database.tickets.ended_claims(PRODUCTION) == (ended,)
    assert database.tickets.open_claims(PRODUCTION) == ()
    assert database.tickets.ended_claims(SANDBOX) == ()


def test_an_ended_attempt_blocks_create_and_not_the_next_link(
    database: Database, run_id: int, lost: Claim
) -> None:
    draft = draft_of(database, run_id)
    unlink(database, link(database, run_id, 71))
    assert refused(lambda: database.tickets.claim(draft, HERE, event())) is Kind.WORKED_ON
    link(database, run_id, 72)


def test_an_attempt_that_moved_on_meanwhile_is_not_ended(
    database: Database, run_id: int, lost: Claim
) -> None:
    stale = order_of(database, run_id, 71)
    database.tickets.created(lost, 61, event(Act.TICKET_CREATED))
    made = lambda: database.links.link(stale, "New", event())  # noqa: E731
    assert refused(made) is Kind.HAS_TICKET
    unlink(database, database.tickets.links_of(run_id, PRODUCTION)[0])
    assert refused(made) is Kind.STALE
    link(database, run_id, 71)
    claim = database.tickets.claim_of(run_id, PRODUCTION)
    assert claim and (claim.state, claim.ticket_id) == (ClaimState.CREATED, 61)


def test_an_answer_that_comes_after_the_link_is_kept_as_a_second_ticket(
    database: Database, run_id: int, lost: Claim
) -> None:
    draft = draft_of(database, run_id)
    made = link(database, run_id, 71)
    database.tickets.created(lost, 61, event(Act.TICKET_CREATED))
    (second,) = database.links.second_tickets(run_id, PRODUCTION)
    assert (second.ticket_id, second.is_ours) == (61, True)
    assert database.tickets.ended_claims(PRODUCTION) == ()
    unlink(database, made)
    assert refused(lambda: database.tickets.claim(draft, HERE, event())) is Kind.HAS_TICKET


def test_the_linked_ticket_itself_is_no_second_one(
    database: Database, run_id: int, lost: Claim
) -> None:
    link(database, run_id, 61)
    done = database.tickets.adopted(lost, ticket(61), event(Act.TICKET_ADOPTED))
    assert (done.state, done.ticket_id) == (ClaimState.CREATED, 61)
    assert database.links.second_tickets(run_id, PRODUCTION) == ()
    assert len(database.tickets.links_of(run_id, PRODUCTION)) == 1


def test_only_an_unlinked_run_is_freed(database: Database, run_id: int, lost: Claim) -> None:
    made = link(database, run_id, 71)
    (ended,) = database.tickets.ended_claims(PRODUCTION)
    assert refused(lambda: database.tickets.free(ended, "gone", event())) is Kind.STALE
    unlink(database, made)
    assert database.tickets.free(ended, "gone", event()).state is ClaimState.RELEASED
    assert database.tickets.claim(draft_of(database, run_id), HERE, event())


def test_an_attempt_that_was_not_sent_is_given_back_by_a_link(
    database: Database, run_id: int
) -> None:
    claim = database.tickets.claim(draft_of(database, run_id), HERE, event())
    link(database, run_id, 71)
    assert database.tickets.claim_of(run_id, PRODUCTION) is None
    with pytest.raises(Failure) as caught:
        database.tickets.sending(claim, event())
    assert caught.value.kind is Kind.STALE


def test_an_unlinked_row_stays_with_who_and_why(database: Database, run_id: int, url: str) -> None:
    unlink(database, link(database, run_id, 71))
    names = "number, unlinked_by, unlink_reason"
    row = sql(url, f"SELECT {names} FROM {ours(url, 'ticket_link')}")[0]
    assert tuple(row) == ("T20260312.0071", "boss", "the wrong one")
    assert database.tickets.links_of(run_id, PRODUCTION) == ()


def test_a_link_is_unlinked_once(database: Database, run_id: int) -> None:
    made = link(database, run_id, 71)
    unlink(database, made)
    assert refused(lambda: unlink(database, made)) is Kind.STALE


def test_linking_the_offered_ticket_decides_the_offer(
    database: Database, run_id: int, lost: Claim
) -> None:
    offers = [ticket(61), ticket(62)]
    database.tickets.offer(lost, offers, event(Act.TICKET_OFFERED))
    link(database, run_id, 61)
    (ended,) = database.tickets.ended_claims(PRODUCTION)
    assert ended.undecided == (62,)


# numbers typed by hand -----------------------------------------------------------------------


def test_a_manual_number_typed_in_sandbox_blocks_production(
    database: Database, run_id: int
) -> None:
    draft = draft_of(database, run_id)
    switch(database, SANDBOX)
    type_number(database, run_id, "T20260312.0071")
    switch(database, PRODUCTION)
    draft = replace(draft, settings_version=database.settings.version())
    assert refused(lambda: database.tickets.claim(draft, HERE, event())) is Kind.HAS_TICKET
    (shown,) = database.tickets.links_of(run_id, PRODUCTION)
    assert (shown.origin, shown.environment) == (Origin.MANUAL, None)


def test_a_run_has_one_typed_number(database: Database, run_id: int) -> None:
    type_number(database, run_id, "T1")
    assert refused(lambda: type_number(database, run_id, "T2")) is Kind.HAS_TICKET


def test_a_number_ends_the_attempts_of_each_environment(
    database: Database, run_id: int, lost: Claim
) -> None:
    switch(database, SANDBOX)
    type_number(database, run_id, "T1")
    assert [each.id for each in database.tickets.ended_claims(PRODUCTION)] == [lost.id]


def test_a_number_needs_the_settings_and_attempts_that_were_seen(
    database: Database, run_id: int, lost: Claim
) -> None:
    def typed(version: int, *claims: Claim) -> Kind:
        return refused(lambda: database.links.type_number(run_id, "T1", version, claims, event()))

    version = database.settings.version()
    assert typed(version - 1, lost) is Kind.STALE
    assert typed(version) is Kind.STALE


def test_a_number_turned_into_a_link_goes_on_counting_in_the_other_environment(
    database: Database, run_id: int
) -> None:
    draft = draft_of(database, run_id)
    type_number(database, run_id, "T20260312.0071")
    switch(database, SANDBOX)
    link(database, run_id, 71)
    (shown,) = database.tickets.links_of(run_id, SANDBOX)
    assert shown.origin is Origin.LINKED
    switch(database, PRODUCTION)
    (shown,) = database.tickets.links_of(run_id, PRODUCTION)
    assert shown.origin is Origin.MANUAL
    draft = replace(draft, settings_version=database.settings.version())
    assert refused(lambda: database.tickets.claim(draft, HERE, event())) is Kind.HAS_TICKET


def test_a_number_is_turned_into_a_link_to_no_other_ticket(database: Database, run_id: int) -> None:
    type_number(database, run_id, "T20260312.0071")
    assert refused(lambda: link(database, run_id, 72)) is Kind.HAS_TICKET


def test_the_row_shows_the_link_rather_than_the_number(database: Database, run_id: int) -> None:
    type_number(database, run_id, "T20260312.0071")
    link(database, run_id, 71)
    (row,) = database.runs.rows([run_id], PRODUCTION)
    assert row.ticket and row.ticket.ticket_id == 71


# what a person rejected ----------------------------------------------------------------------


def reject(database: Database, draft_run: int, ticket_id: int, **draft: Any) -> Claim:
    claim = database.tickets.claim(draft_of(database, draft_run, **draft), HERE, event())
    offered = database.tickets.offer(claim, [ticket(ticket_id)], event(Act.TICKET_OFFERED))
    rejected = database.tickets.reject(offered, ticket_id, event(Act.OFFER_REJECTED))
    return database.tickets.release(rejected, "rejected", event(Act.TICKET_RELEASED))


def test_rejections_survive_the_release_of_the_claim(database: Database, run_id: int) -> None:
    reject(database, run_id, 61)
    reject(database, run_id, 62)
    again = database.tickets.claim(draft_of(database, run_id), THERE, event())
    assert again.rejected == (61, 62)
    offered = database.tickets.offer(again, [ticket(61), ticket(63)], event())
    assert offered.undecided == (63,)


def test_serials_reused_after_a_restore_carry_no_rejection_of_another_report(
    database: Database, run_id: int
) -> None:
    reject(database, run_id, 61)
    draft = draft_of(database, run_id)
    other = replace(draft, marker=replace(draft.marker, fingerprint="ffffffffff"))
    assert database.tickets.claim(other, HERE, event()).rejected == ()


def test_serials_reused_after_a_restore_end_no_other_attempt(
    database: Database, run_id: int, url: str, lost: Claim
) -> None:
    before = order_of(database, run_id, 71)
    sql(url, f"DELETE FROM {ours(url, 'claim')}")
    draft = draft_of(database, run_id)
    other = replace(draft, marker=replace(draft.marker, fingerprint="ffffffffff"))
    newer = database.tickets.claim(other, THERE, event())
    assert refused(lambda: database.links.link(before, "New", event())) is Kind.STALE
    assert database.tickets.claim_of(run_id, PRODUCTION) == newer


# the web application -------------------------------------------------------------------------


def test_a_link_is_mirrored_and_unlinking_empties_it_again(
    database: Database, run_id: int, url: str
) -> None:
    made = link(database, run_id, 71)
    database.tickets.mirror()
    assert over_there(url, run_id) == (71, "T20260312.0071")
    unlink(database, made)
    database.tickets.mirror()
    assert over_there(url, run_id) == (None, None)
    assert database.tickets.links_of(run_id, PRODUCTION) == ()


def test_a_link_taken_away_before_it_was_mirrored_is_never_written(
    database: Database, run_id: int, url: str
) -> None:
    unlink(database, link(database, run_id, 71))
    database.tickets.mirror()
    assert over_there(url, run_id) == (None, None)


def test_what_the_web_application_wrote_itself_stays(
    database: Database, run_id: int, url: str
) -> None:
    written = "UPDATE job_runs SET autotask_ticket_id = 71 WHERE id = :run"
    sql(url, written, run=run_id)
    made = link(database, run_id, 71)
    database.tickets.mirror()
    unlink(database, made)
    database.tickets.mirror()
    assert over_there(url, run_id)[0] == 71
    (left,) = database.tickets.links_of(run_id, PRODUCTION)
    assert left.origin is Origin.WEB_APPLICATION


def test_a_ticket_of_the_web_application_may_be_linked_over(
    database: Database, run_id: int, url: str
) -> None:
    sql(url, "UPDATE job_runs SET autotask_ticket_id = 80 WHERE id = :run", run=run_id)
    link(database, run_id, 71)
    database.tickets.mirror()
    assert over_there(url, run_id)[0] == 80
    (row,) = database.runs.rows([run_id], PRODUCTION)
    assert row.ticket and row.ticket.ticket_id == 71
    holders = database.links.holders(PRODUCTION, [80])
    assert [(each.run_id, each.operator) for each in holders[80]] == [(run_id, "")]


def test_the_next_link_takes_the_place_over_there(
    database: Database, run_id: int, url: str
) -> None:
    first = link(database, run_id, 71)
    database.tickets.mirror()
    unlink(database, first)
    link(database, run_id, 72)
    database.tickets.mirror()
    assert over_there(url, run_id) == (72, "T20260312.0072")


# at once -------------------------------------------------------------------------------------


def test_of_a_create_and_a_link_at_once_one_wins(database: Database, url: str) -> None:
    runs = mapped_runs(database)[:12]
    orders = [order_of(database, each, 70 + at) for at, each in enumerate(runs)]
    drafts = [draft_of(database, each) for each in runs]

    def create() -> list[bool]:
        return at_once(url, lambda mine, at: mine.tickets.claim(drafts[at], HERE, event()))

    def connect() -> list[bool]:
        return at_once(url, lambda mine, at: mine.links.link(orders[at], "New", event()))

    def at_once(url: str, act: Callable[[Database, int], object]) -> list[bool]:
        mine = open_database(url, may_migrate=False)
        try:
            return [worked(lambda at=at: act(mine, at)) for at in range(len(runs))]
        finally:
            mine.close()

    with ThreadPoolExecutor(2) as pool:
        created, linked = pool.submit(create), pool.submit(connect)
        won = list(zip(created.result(), linked.result(), strict=True))
    assert all(claimed != has_link for claimed, has_link in won)


def worked(act: Callable[[], object]) -> bool:
    try:
        act()
    except Failure as failure:
        assert failure.kind in (Kind.STALE, Kind.HAS_TICKET, Kind.WORKED_ON), failure
        return False
    return True


def test_a_look_after_the_link_counts(database: Database, run_id: int, lost: Claim) -> None:
    link(database, run_id, 71)
    (ended,) = database.tickets.ended_claims(PRODUCTION)
    asked_at = database.tickets.now() + timedelta(minutes=11)
    looked = database.tickets.looked(ended, is_valid=True, asked_at=asked_at)
    assert looked.last_valid_look == asked_at
