"""Attempts that a person decides about: offered tickets, second tickets, those of colleagues."""

from dataclasses import dataclass
from datetime import datetime

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.blocks import blocked
from bcautotask_gui.domain.claim_ownership import (
    Owner,
    block_by_owner,
    reason_against_take_over,
)
from bcautotask_gui.domain.claim_rules import fits, release_time
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking import LinkCandidate, SecondTicket
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Claim, ClaimState, Ticket
from bcautotask_gui.services.attempt_desk import AttemptDesk

REJECT_WARNING = say(
    "If this ticket was made by the earlier attempt after all, creating "
    "another one makes a second ticket for the same run. Open it in Autotask "
    "and look before you reject it."
)


@dataclass(frozen=True)
class Attempt:
    """All that is shown of an attempt.

    Attributes:
        owner: who holds it.
        releasable_at: from when it may be taken over or given up, or None where it was not sent.
        against_take_over: why it cannot be taken over now; empty where it can.
        against_deciding: why its offers cannot be decided here; empty where they can.
    """

    claim: Claim
    owner: Owner
    releasable_at: datetime | None
    against_take_over: str
    against_deciding: str


class ClaimService(AttemptDesk):
    """Decides by a person's word what no look-up can decide."""

    def attempt(self, run_id: int) -> Attempt | None:
        """The attempt that is not released, or None; reads the database only.

        Raises:
            Failure: what kept the database from answering.
        """
        claim = self._tickets.claim_of(run_id, self._settings.read().environment)
        if claim is None:
            return None
        owner = self._owners.of(claim)
        against = reason_against_take_over(claim, owner, self._tickets.now(), self._waits)
        block = block_by_owner(claim, owner)
        return Attempt(
            claim,
            owner,
            release_time(claim, self._waits),
            against,
            f"{block.what} {block.sentence}" if block else "",
        )

    def second_tickets(self, run_id: int) -> tuple[SecondTicket, ...]:
        """Tickets that conflict with a run, the oldest first; reads the database only."""
        return self._links.second_tickets(run_id, self._settings.read().environment)

    def offers(self, run_id: int) -> tuple[LinkCandidate, ...]:
        """The offered tickets that nobody decided about, read afresh.

        One that Autotask no longer shows is left out; it can only be rejected.

        Raises:
            Failure: DISABLED, or what kept Autotask from answering.
        """
        opened = self._access.open()
        claim = self._tickets.claim_of(run_id, opened.settings.environment)
        if claim is None or not claim.undecided:
            return ()
        found = [
            each
            for answer in opened.autotask.tickets(claim.undecided)
            for each in answer.values()
            if each
        ]
        mapping = self._runs.facts(run_id, opened.settings.environment).mapping
        return self._candidates.of(opened, found, [mapping] if mapping else [])

    def accept(self, run_id: int, ticket_id: int) -> Ticket:
        """Makes an offered ticket the run's own, as if it had been found by its marker.

        Raises:
            Failure: NOT_ALLOWED, DISABLED, STALE where it is no longer offered, ABSENT, CHANGED
                where it no longer fits, BLOCKED where another run holds it or a colleague works
                on the attempt; SECOND_TICKET where the run was linked meanwhile.
        """
        self._actor.require(Permission.CREATE)
        opened = self._access.open()
        claim = self._offered(run_id, ticket_id, opened.settings.environment)
        ticket = opened.autotask.ticket(ticket_id)
        self._refuse_unfit(claim, ticket)
        if claim.state is ClaimState.ENDED_BY_LINK:
            self._finder.conflict(claim, (ticket,))
            raise Failure(Kind.SECOND_TICKET, number=ticket.number)
        event = self._actor.event(
            Act.OFFER_ACCEPTED,
            f"run {run_id}",
            after=f"{ticket.number} (id {ticket.id})",
            environment=claim.environment,
        )
        recorded = self._tickets.adopted(claim, ticket, event)
        self._finder.show(claim.environment, ticket)
        if recorded.ticket_id != ticket.id:
            raise Failure(Kind.SECOND_TICKET, number=ticket.number)
        return ticket

    def reject(self, run_id: int, ticket_id: int) -> None:
        """Records that an offered ticket is not this run's; `REJECT_WARNING` was shown.

        Asks nobody. With the last offer of an attempt that was never sent the run is free again;
        its next attempts know what was rejected.

        Raises:
            Failure: NOT_ALLOWED, STALE, BLOCKED where a colleague works on the attempt.
        """
        self._actor.require(Permission.CREATE)
        claim = self._offered(run_id, ticket_id, self._settings.read().environment)
        event = self._actor.claim_event(Act.OFFER_REJECTED, claim, f"ticket id {ticket_id}")
        left = self._tickets.reject(claim, ticket_id, event)
        if left.state is ClaimState.CLAIMED and not left.undecided:
            why = "the offered tickets were rejected"
            self._tickets.release(
                left, why, self._actor.claim_event(Act.TICKET_RELEASED, left, why)
            )

    def take_over(self, run_id: int) -> Claim:
        """Makes an attempt this workstation's own that a colleague's left behind.

        What was sent is then looked for from here.

        Raises:
            Failure: NOT_ALLOWED, STALE, BLOCKED with the reason against it.
        """
        self._actor.require(Permission.CREATE)
        environment = self._settings.read().environment
        claim = self._tickets.claim_of(run_id, environment)
        if claim is None:
            raise Failure(Kind.STALE, what=say("The attempt"), who="somebody")
        owner = self._owners.of(claim)
        against = reason_against_take_over(claim, owner, self._tickets.now(), self._waits)
        if against:
            raise Failure(Kind.BLOCKED, reason=against)
        event = self._actor.event(
            Act.CLAIM_TAKEN_OVER,
            f"run {run_id}",
            before=f"{claim.operator} ({claim.workstation})",
            after=claim.state.value,
            environment=environment,
        )
        return self._tickets.take_over(claim, self._actor.instance, event)

    def _offered(self, run_id: int, ticket_id: int, environment: Environment) -> Claim:
        claim = self._tickets.claim_of(run_id, environment)
        if claim is None or not _waits_for_a_person(claim, ticket_id):
            raise Failure(Kind.STALE, what=say("The offer"), who="somebody")
        block = block_by_owner(claim, self._owners.of(claim))
        if block:
            raise blocked(block)
        return claim

    def _refuse_unfit(self, claim: Claim, ticket: Ticket) -> None:
        if not fits(claim, ticket):
            raise Failure(Kind.CHANGED, what=say("its company or title"))
        if self._tickets.held(claim.environment, [ticket.id], except_run=claim.run_id):
            reason = say(
                "Ticket {number} belongs to another run meanwhile. Reject it here.",
                number=ticket.number,
            )
            raise Failure(Kind.BLOCKED, reason=reason)


def _waits_for_a_person(claim: Claim, ticket_id: int) -> bool:
    is_decided = not claim.state.is_open and claim.state is not ClaimState.ENDED_BY_LINK
    return not is_decided and ticket_id in claim.undecided
