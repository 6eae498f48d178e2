"""Whether a run may be linked to a ticket, what must be confirmed, and what a later find means."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from bcautotask_gui.domain.blocks import by_role, while_off
from bcautotask_gui.domain.claim_ownership import Owner, block_by_owner
from bcautotask_gui.domain.claim_rules import Decision, Step, Waits, before_create, release_time
from bcautotask_gui.domain.linking import (
    Confirmation,
    Doubt,
    LinkCandidate,
    LinkVerdict,
)
from bcautotask_gui.domain.operators import Operator, Permission
from bcautotask_gui.domain.sentences import listed, say
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.ticket_content import long_date
from bcautotask_gui.domain.ticket_numbers import same_number
from bcautotask_gui.domain.ticket_rules import RunFacts
from bcautotask_gui.domain.tickets import Block, Claim, ClaimState, LookUp, Origin, TicketLink

_NAMED_RUNS = 3


def may_link(
    facts: RunFacts,
    candidate: LinkCandidate,
    settings: Settings,
    operator: Operator,
    owner: Owner | None = None,
    besides: Collection[int] = (),
) -> LinkVerdict:
    """Whether this run may be linked to this ticket.

    One link per run. A number typed by hand may become a real link to the very ticket it names;
    a ticket that only the web application or a conflict knows of may be linked over.

    Args:
        facts: the run with its tickets and its attempt.
        candidate: the ticket.
        settings: the settings in force.
        operator: who links.
        owner: who holds the attempt, or None where there is none.
        besides: runs that are linked in the same act.
    """
    reasons = (
        *by_role(operator, Permission.LINK),
        *while_off(settings),
        *_by_links(facts.links, candidate.ticket.number),
        *_by_attempt(facts.claim, owner),
    )
    return LinkVerdict(
        facts.run.id,
        tuple(reasons),
        () if reasons else tuple(_confirmations(facts, candidate, settings.time_zone, besides)),
    )


def reasons_against_number(
    facts: RunFacts,
    settings: Settings,
    operator: Operator,
    owners: Collection[tuple[Claim, Owner]] = (),
) -> tuple[Block, ...]:
    """Why a ticket number may not be typed for this run; empty where it may.

    Numbers are typed while the integration is off, or beside it in compatibility mode.

    Args:
        facts: the run with its tickets.
        settings: the settings in force.
        operator: who types.
        owners: the run's attempts in each environment, with who holds them.
    """
    reasons = [*by_role(operator, Permission.MANUAL_NUMBER)]
    if settings.enabled and not settings.compatibility_mode:
        reasons.append(
            Block(
                say("Numbers are not typed while Autotask is on."),
                say("Link the existing ticket, or turn compatibility mode on in Settings."),
                "settings",
            )
        )
    reasons += [_has(link) for link in facts.links if link.id]
    for claim, owner in owners:
        reasons += _by_attempt(claim, owner)
    return tuple(reasons)


def after_link(
    claim: Claim, found: LookUp, linked: Collection[int], held: Collection[int] = ()
) -> Decision:
    """What a look-up means for an attempt that a link or a number ended.

    The linked ticket may be the very one that the attempt made: then the attempt is decided by
    it. Any other that carries the marker is a second ticket, which closes the run to create.

    Args:
        claim: the attempt.
        found: what the look-up found.
        linked: the ids of the tickets that are linked to the run.
        held: ids of tickets that other runs hold.
    """
    own = tuple(each for each in found.by_marker if each.id in linked)
    decision = before_create(claim, without(found, linked), held)
    if decision.step in (Step.ADOPT, Step.SECOND):
        return Decision(Step.SECOND, decision.tickets, say("found after the run was linked"))
    if own:
        return Decision(Step.ADOPT, own[:1])
    if decision.step is Step.OFFER:
        return decision
    return Decision(Step.WAIT, why=say("the run is linked; its former attempt may still arrive"))


def without(found: LookUp, ids: Collection[int]) -> LookUp:
    """A look-up as if these tickets were not there."""
    return replace(
        found,
        by_marker=tuple(each for each in found.by_marker if each.id not in ids),
        by_title=tuple(each for each in found.by_title if each.id not in ids),
    )


def absence_is_proven(claim: Claim, waits: Waits) -> bool:
    """Whether nothing can come any more of an attempt that a link ended.

    A look-up that was asked after the release time was valid and found nothing.
    """
    earliest = release_time(claim, waits)
    if earliest is None or claim.undecided:
        return False
    return claim.last_valid_look is not None and claim.last_valid_look >= earliest


def _by_links(links: Collection[TicketLink], number: str) -> Iterator[Block]:
    for link in links:
        is_typed = link.ticket_id is None and link.origin is Origin.MANUAL
        names_it = same_number(link.number, number)
        if link.id and not (is_typed and names_it):
            yield _has(link)


def _has(link: TicketLink) -> Block:
    return Block(
        say("This run already has ticket {number}.", number=link.number or link.ticket_id),
        say("One ticket per run. An admin can unlink a wrong one."),
        "ticket",
    )


def _by_attempt(claim: Claim | None, owner: Owner | None) -> Iterator[Block]:
    block = block_by_owner(claim, owner) if claim and owner else None
    if block:
        yield block


def _confirmations(
    facts: RunFacts, candidate: LinkCandidate, zone: str, besides: Collection[int]
) -> Iterator[Confirmation]:
    yield from _other_company(facts, candidate)
    if candidate.ticket.is_complete:
        yield Confirmation(
            Doubt.COMPLETE,
            say("is complete"),
            say(
                "{number} is complete ({status_label}). Nobody works on it any more.",
                number=candidate.ticket.number,
                status_label=candidate.status_label,
            ),
        )
    yield from _linked_elsewhere(facts, candidate, zone, besides)
    yield from _over_the_web_application(facts, candidate)
    if facts.claim and facts.claim.state in (ClaimState.SENDING, ClaimState.UNKNOWN):
        yield Confirmation(
            Doubt.ATTEMPT,
            say("may get a ticket of its own"),
            say(
                "Nobody knows yet whether Autotask created the ticket of this run. "
                "Linking ends the attempt; a ticket that turns up is shown as a second "
                "one."
            ),
        )


def _other_company(facts: RunFacts, candidate: LinkCandidate) -> Iterator[Confirmation]:
    ticket, mapping = candidate.ticket, facts.mapping
    if mapping and mapping.company_id == ticket.company_id:
        return
    named = say(
        "{number} (id {id}) is for {company_name}",
        number=ticket.number,
        id=ticket.id,
        company_name=_ended(candidate.company_name),
    )
    if mapping:
        wanted = say("This run is for {company_name}", company_name=_ended(mapping.company_name))
    else:
        wanted = say("{customer} has no Autotask company.", customer=facts.run.customer)
    yield Confirmation(
        Doubt.OTHER_COMPANY, say("belongs to another company"), listed(named, wanted)
    )


def _ended(name: str) -> str:
    """A name at the end of a sentence; many end in a full stop of their own."""
    return f"{name.rstrip('.')}."


def _linked_elsewhere(
    facts: RunFacts, candidate: LinkCandidate, zone: str, besides: Collection[int]
) -> Iterator[Confirmation]:
    others = [
        each
        for each in candidate.holders
        if each.run_id != facts.run.id and each.run_id not in besides
    ]
    if not others:
        return
    if len(others) == 1:
        one = others[0]
        by = say(" by {name}", name=one.operator) if one.operator else ""
        at = say(", {when}", when=long_date(one.at, zone)) if one.at else ""
        sentence = say(
            "The ticket is linked to run {run_id}{by}{at}.", run_id=one.run_id, by=by, at=at
        )
    else:
        named = ", ".join(str(each.run_id) for each in others[:_NAMED_RUNS])
        more = len(others) - _NAMED_RUNS
        rest = say(" and {more} more", more=more) if more > 0 else ""
        sentence = say("The ticket is linked to runs {named}{rest}.", named=named, rest=rest)
    yield Confirmation(Doubt.LINKED_ELSEWHERE, say("is already linked"), sentence)


def _over_the_web_application(facts: RunFacts, candidate: LinkCandidate) -> Iterator[Confirmation]:
    ticket = candidate.ticket
    for link in facts.links:
        is_other = link.ticket_id not in (None, ticket.id) or (
            link.ticket_id is None and not same_number(link.number, ticket.number)
        )
        if link.origin is Origin.WEB_APPLICATION and is_other:
            yield Confirmation(
                Doubt.WEB_APPLICATION,
                say("is not the one that Backupchecks shows"),
                say(
                    "The web application wrote ticket {number} for this run. It stays there.",
                    number=link.number or link.ticket_id,
                ),
            )
