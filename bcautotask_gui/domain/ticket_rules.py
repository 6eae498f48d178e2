"""Whether a run may get a ticket: each rule answers with the reasons against it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bcautotask_gui.domain.blocks import by_role, while_off
from bcautotask_gui.domain.customers import Mapping, MappingStatus
from bcautotask_gui.domain.operators import Operator, Permission
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.runs import Run, RunStatus
from bcautotask_gui.domain.sentences import listed, recalled, say
from bcautotask_gui.domain.settings import PriorityChoice, Settings, TicketDefaults
from bcautotask_gui.domain.settings_rules import choice_problem, optional_problems
from bcautotask_gui.domain.ticket_content import long_date
from bcautotask_gui.domain.tickets import Block, Claim, ClaimState, Origin, TicketLink


@dataclass(frozen=True)
class RunFacts:
    """All that decides whether a run may get a ticket, read in one go.

    Attributes:
        links: tickets that count for this run: of this environment, or typed by hand.
        claim: the attempt that is not released, or None.
        mapping: the customer's mapping in the environment in use.
    """

    run: Run
    mapping: Mapping | None
    links: tuple[TicketLink, ...]
    claim: Claim | None


def priority_choice(status: RunStatus, defaults: TicketDefaults) -> PriorityChoice:
    """The priority for a run's status; Missed gets Error's unless it has its own."""
    if status is RunStatus.WARNING:
        return defaults.warning
    own = defaults.missed.priority is not None or defaults.missed.do_not_ticket
    if status is RunStatus.MISSED and own:
        return defaults.missed
    return defaults.error


def without_ticket(defaults: TicketDefaults) -> frozenset[RunStatus]:
    """The statuses that by decision of the team get no ticket."""
    creatable = (status for status in RunStatus if status.creatable)
    return frozenset(s for s in creatable if priority_choice(s, defaults).do_not_ticket)


def reasons_against_create(
    facts: RunFacts, settings: Settings, reference: ReferenceData | None, operator: Operator
) -> tuple[Block, ...]:
    """Why this run cannot get a ticket now; empty when it may.

    One ticket per run, ever: a ticket that was created counts also when it is deleted in
    Autotask. Only a company that answers can get tickets.
    """
    return (
        *while_off(settings),
        *by_role(operator, Permission.CREATE),
        *_status_reasons(facts.run, settings.current.defaults),
        *_ticket_reasons(facts),
        *mapping_reasons(facts.run, facts.mapping),
        *_defaults_reasons(facts.run, settings.current.defaults, reference),
    )


def _status_reasons(run: Run, defaults: TicketDefaults) -> Iterator[Block]:
    if not run.status.creatable:
        yield Block(
            say(
                "The run ended with {status_text}.",
                status_text=run.status_text or say("an unknown status"),
            ),
            say("Only Warning, Failed, Error and Missed runs get a ticket."),
        )
    elif priority_choice(run.status, defaults).do_not_ticket:
        yield Block(
            say("Runs that end with {status_text} get no ticket.", status_text=run.status_text),
            say("Your team decided so in Settings, Ticket defaults."),
            "defaults",
        )


def _ticket_reasons(facts: RunFacts) -> Iterator[Block]:
    for link in facts.links:
        yield Block(
            say("This run already has ticket {number}.", number=link.number or link.ticket_id),
            listed(_origin_sentence(link), say("One ticket per run, ever.")),
            "ticket",
        )
    if facts.claim and not facts.links:
        yield claim_block(facts.claim)


def claim_block(claim: Claim) -> Block:
    """Why an attempt that is not released blocks a new one."""
    if claim.state is ClaimState.CREATED:
        return Block(
            say("Ticket id {ticket_id} was created for this run.", ticket_id=claim.ticket_id),
            say("One ticket per run, ever, even deleted or unlinked. Link an existing one."),
            "ticket",
        )
    if claim.undecided:
        return Block(
            say("Autotask holds a ticket with this very title."),
            say(
                "Decide about ticket id {undecided}: accept it for this run, or reject it.",
                undecided=claim.undecided[0],
            ),
            "ticket",
        )
    if claim.sending_at:
        return Block(
            say("Nobody knows yet whether Autotask created the ticket."),
            say("It is being looked for. Do not create it by hand."),
        )
    return Block(
        say("{operator} is working on this run.", operator=claim.operator),
        say("Wait for the outcome."),
    )


def _origin_sentence(link: TicketLink) -> str:
    when = long_date(link.created_at, "UTC")  # strftime would speak the language of the desktop
    if link.origin is Origin.WEB_APPLICATION:
        return say("The web application wrote it.")
    by = say(" by {name}", name=link.operator) if link.operator else ""
    how = {
        Origin.CREATED: say("Created{by}, {when}.", by=by, when=when),
        Origin.LINKED: say("Linked{by}, {when}.", by=by, when=when),
    }
    return how.get(link.origin, say("Typed{by}, {when}.", by=by, when=when))


def mapping_reasons(run: Run, mapping: Mapping | None) -> Iterator[Block]:
    """Why the customer's mapping allows no ticket."""
    if mapping is None or mapping.status is MappingStatus.MISSING:
        yield Block(
            say("This customer has no Autotask company yet."),
            say("Map {customer} under Customers, then create the ticket.", customer=run.customer),
            "mapping",
            "company",
        )
    elif mapping.status is MappingStatus.INVALID:
        yield Block(
            say("The mapped company cannot get tickets."),
            listed(f"{mapping.company_name} ({mapping.company_id})", _why_invalid(mapping)),
            "mapping",
            "company",
        )


def _why_invalid(mapping: Mapping) -> str:
    """What the web application marked comes without a reason; a refresh finds it."""
    if not mapping.invalid_because:
        return say("is marked invalid; refresh it under Customers to see why.")
    return say(
        "is {invalid_because}. Mend it in Autotask, or map another company.",
        invalid_because=recalled(mapping.invalid_because),
    )


def _defaults_reasons(
    run: Run, defaults: TicketDefaults, reference: ReferenceData | None
) -> Iterator[Block]:
    chosen = [
        ("queue", TicketField.QUEUE, defaults.queue),
        ("source", TicketField.SOURCE, defaults.source),
        ("status", TicketField.STATUS, defaults.status),
    ]
    choice = priority_choice(run.status, defaults)
    if run.status.creatable and not choice.do_not_ticket:
        chosen.append(("priority", TicketField.PRIORITY, choice.priority))
    for field, which, value in chosen:
        problem = choice_problem(field, which, value, reference)
        if problem:
            yield Block(
                say("{which}: nothing usable is chosen.", which=which.label),
                problem.sentence,
                "defaults",
                field,
            )
    for problem in optional_problems(defaults, reference):
        label = TicketField(problem.field).label
        yield Block(
            say("{label}: what is chosen cannot be used.", label=label),
            problem.sentence,
            "defaults",
            problem.field,
        )
