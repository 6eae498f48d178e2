from datetime import timedelta
from typing import Any

import pytest

from bcautotask_gui.domain.claim_ownership import Owner
from bcautotask_gui.domain.claim_rules import Step, Waits
from bcautotask_gui.domain.linking import Doubt, LinkCandidate, LinkVerdict, TicketHolder
from bcautotask_gui.domain.linking_rules import (
    absence_is_proven,
    after_link,
    may_link,
    reasons_against_number,
)
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.ticket_rules import RunFacts
from bcautotask_gui.domain.tickets import ClaimState, LookUp, Origin
from tests.domain.samples import (
    MARKER,
    MORNING,
    a_claim,
    a_link,
    a_mapping,
    a_run,
    a_ticket,
    an_operator,
    good_settings,
)

WAITS = Waits()
TYPED: dict[str, Any] = {"environment": None, "ticket_id": None, "origin": Origin.MANUAL}


def facts(**changes: Any) -> RunFacts:
    values: dict[str, Any] = {
        "run": a_run(), "mapping": a_mapping(), "links": (), "claim": None,
    }  # fmt: skip
    return RunFacts(**{**values, **changes})


def candidate(holders: tuple[TicketHolder, ...] = (), **changes: Any) -> LinkCandidate:
    return LinkCandidate(a_ticket(**changes), "Kessler GmbH", "New", holders)


def verdict(
    of: RunFacts,
    ticket: LinkCandidate | None = None,
    *,
    role: Role = Role.OPERATOR,
    owner: Owner | None = None,
    besides: tuple[int, ...] = (),
    **settings: Any,
) -> LinkVerdict:
    return may_link(
        of, ticket or candidate(), good_settings(**settings), an_operator(role), owner, besides
    )


def test_an_open_ticket_of_the_mapped_company_is_linked_without_a_question() -> None:
    assert verdict(facts()) == LinkVerdict(48213)


def test_a_ticket_of_another_company_is_asked_about_by_both_names() -> None:
    asked = verdict(facts(), candidate(company_id=1))
    assert asked.doubts == {Doubt.OTHER_COMPANY}
    sentence = asked.confirmations[0].sentence
    assert "Kessler GmbH" in sentence and "Autohaus Brandt KG" in sentence


def test_for_an_unmapped_customer_every_company_is_another() -> None:
    asked = verdict(facts(mapping=None))
    assert asked.doubts == {Doubt.OTHER_COMPANY}
    assert "has no Autotask company" in asked.confirmations[0].sentence


def test_a_completed_ticket_is_asked_about() -> None:
    assert verdict(facts(), candidate(completed_at=MORNING)).doubts == {Doubt.COMPLETE}


def test_a_ticket_of_another_run_is_asked_about_by_run_person_and_time() -> None:
    asked = verdict(facts(), candidate((TicketHolder(47911, "S. Bakker", MORNING),)))
    assert asked.doubts == {Doubt.LINKED_ELSEWHERE}
    assert "run 47911 by S. Bakker, Monday 23 November 2026" in asked.confirmations[0].sentence


def test_of_many_holders_three_are_named() -> None:
    asked = verdict(facts(), candidate(tuple(map(TicketHolder, (1, 2, 3, 4, 5)))))
    assert "runs 1, 2, 3 and 2 more" in asked.confirmations[0].sentence


def test_runs_linked_in_the_same_act_are_no_reason_to_ask() -> None:
    ticket = candidate((TicketHolder(48213), TicketHolder(48214)))
    assert verdict(facts(), ticket, besides=(48213, 48214)).doubts == frozenset()


def test_one_link_per_run() -> None:
    blocks = verdict(facts(links=(a_link(origin=Origin.LINKED),)), candidate()).blocks
    assert "already has ticket T20261123.0501" in blocks[0].what


def test_a_typed_number_becomes_a_link_to_the_ticket_it_names_and_to_no_other() -> None:
    typed = a_link(number="t20261123.501", **TYPED)
    assert verdict(facts(links=(typed,))).blocks == ()
    other = candidate(number="T20261123.0999")
    assert verdict(facts(links=(typed,)), other).blocks


def test_what_the_web_application_wrote_is_linked_over_with_a_question() -> None:
    written = a_link(id=0, ticket_id=77, number="T1", origin=Origin.WEB_APPLICATION)
    asked = verdict(facts(links=(written,)))
    assert asked.blocks == () and asked.doubts == {Doubt.WEB_APPLICATION}


def test_the_very_ticket_of_the_web_application_is_linked_without_a_question() -> None:
    written = a_link(id=0, origin=Origin.WEB_APPLICATION)
    assert verdict(facts(links=(written,))) == LinkVerdict(48213)


def test_a_second_ticket_is_no_link_and_may_be_linked() -> None:
    second = a_link(id=0, origin=Origin.CREATED)
    assert verdict(facts(links=(second,))).blocks == ()


def test_a_created_ticket_that_was_unlinked_leaves_the_run_open_to_a_link() -> None:
    claim = a_claim(state=ClaimState.CREATED, ticket_id=77)
    assert verdict(facts(claim=claim), owner=Owner.ALIVE) == LinkVerdict(48213)


@pytest.mark.parametrize("state", [ClaimState.SENDING, ClaimState.UNKNOWN])
def test_linking_over_an_open_outcome_is_asked_about(state: ClaimState) -> None:
    claim = a_claim(state=state, sending_at=MORNING)
    assert verdict(facts(claim=claim), owner=Owner.LEFT_OVER).doubts == {Doubt.ATTEMPT}


@pytest.mark.parametrize("owner", [Owner.AT_WORK, Owner.ALIVE, Owner.GONE])
def test_an_attempt_of_somebody_else_keeps_the_run_from_being_linked(owner: Owner) -> None:
    claim = a_claim(state=ClaimState.UNKNOWN, sending_at=MORNING)
    assert verdict(facts(claim=claim), owner=owner).blocks


def test_a_reporter_may_not_link_and_a_disabled_integration_links_nothing() -> None:
    assert "may not link tickets" in verdict(facts(), role=Role.REPORTER).blocks[0].what
    assert verdict(facts(), enabled=False).blocks[0].place == "settings"


def number_reasons(of: RunFacts, *, role: Role = Role.OPERATOR, **settings: Any) -> list[str]:
    reasons = reasons_against_number(of, good_settings(**settings), an_operator(role))
    return [each.what for each in reasons]


def test_numbers_are_typed_while_the_integration_is_off_or_beside_it_on_request() -> None:
    assert number_reasons(facts()) == ["Numbers are not typed while Autotask is on."]
    assert number_reasons(facts(), enabled=False) == []
    assert number_reasons(facts(), compatibility_mode=True) == []


def test_a_run_with_a_link_takes_no_number_and_one_of_the_web_application_does() -> None:
    assert number_reasons(facts(links=(a_link(),)), enabled=False)
    written = a_link(id=0, origin=Origin.WEB_APPLICATION)
    assert number_reasons(facts(links=(written,)), enabled=False) == []


def test_a_reporter_may_not_type_numbers() -> None:
    assert number_reasons(facts(), role=Role.REPORTER, enabled=False)


ENDED = a_claim(state=ClaimState.ENDED_BY_LINK, sending_at=MORNING)
MINE = a_ticket(601, external_id=str(MARKER))


def test_a_find_after_the_link_is_a_second_ticket() -> None:
    decision = after_link(ENDED, LookUp(is_valid=True, by_marker=(MINE,)), {501})
    assert decision.step is Step.SECOND and decision.tickets == (MINE,)


def test_the_linked_ticket_may_be_the_very_one_that_was_created() -> None:
    decision = after_link(ENDED, LookUp(is_valid=True, by_marker=(MINE,)), {601})
    assert decision.step is Step.ADOPT and decision.tickets == (MINE,)


def test_a_second_one_beside_the_linked_is_never_overlooked() -> None:
    other = a_ticket(602, external_id=str(MARKER))
    decision = after_link(ENDED, LookUp(is_valid=True, by_marker=(MINE, other)), {601})
    assert decision.step is Step.SECOND and decision.tickets == (other,)


def test_a_title_alone_is_offered_unless_it_is_the_linked_ticket() -> None:
    titled = LookUp(is_valid=True, by_title=(a_ticket(601),))
    assert after_link(ENDED, titled, {501}).step is Step.OFFER
    assert after_link(ENDED, titled, {601}).step is Step.WAIT


def test_nothing_found_is_no_reason_to_free_a_linked_run() -> None:
    assert after_link(ENDED, LookUp(is_valid=True), {501}).step is Step.WAIT


def proven(minutes: float | None, **changes: Any) -> bool:
    asked = MORNING + timedelta(minutes=minutes) if minutes is not None else None
    values = {"state": ClaimState.ENDED_BY_LINK, "sending_at": MORNING, **changes}
    return absence_is_proven(a_claim(last_valid_look=asked, **values), WAITS)


def test_absence_is_proven_by_one_look_after_the_release_time() -> None:
    assert not proven(None)
    assert not proven(9.9)
    assert proven(10)


def test_an_undecided_offer_proves_nothing() -> None:
    assert not proven(30, offered=(601,))
    assert proven(30, offered=(601,), rejected=(601,))
