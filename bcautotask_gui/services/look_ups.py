"""What becomes of attempts whose outcome nobody knows: looked for until they are decided."""

import logging
from dataclasses import dataclass
from datetime import datetime

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.claim_rules import (
    Decision,
    Step,
    Waits,
    after_sending,
    proves_absence,
)
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking_rules import absence_is_proven, after_link, without
from bcautotask_gui.domain.ports import Autotask, Clock, TicketStore
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Claim, ClaimState, LookUp, Ticket
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.tickets import TicketService

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LookUpOutcome:
    """What one look-up did for one run.

    Attributes:
        step: what is new; WAIT where nothing is.
        number: the ticket that was found, or empty.
    """

    run_id: int
    step: Step
    number: str = ""


class LookUpService:
    """Takes stock of left-over attempts and looks for them, one short job at a time."""

    def __init__(
        self,
        tickets: TicketStore,
        access: AutotaskAccess,
        finder: Finder,
        creating: TicketService,
        actor: Actor,
        clock: Clock,
        waits: Waits,
    ) -> None:
        self._tickets = tickets
        self._access = access
        self._finder = finder
        self._creating = creating
        self._actor = actor
        self._clock = clock
        self._waits = waits
        self._last_look: dict[int, float] = {}
        self._conflicts: dict[int, frozenset[int]] = {}

    def take_stock(self, environment: Environment) -> int:
        """Decides what a crash or a stop left behind; calls nobody. Notices a restored database.

        Returns:
            How many attempts of this profile are waiting to be looked for.
        """
        self._notice_restore()
        return sum(self._is_waiting(claim) for claim in self._left_over(environment))

    def _notice_restore(self) -> None:
        """A profile that cannot be written keeps from sending, not from looking."""
        try:
            self._creating.notice_restore()
        except Failure:
            log.warning("what was seen being sent could not be compared", exc_info=True)

    def _is_waiting(self, claim: Claim) -> bool:
        """Decides one attempt; one that moved on meanwhile is met at the next stock-taking."""
        if claim.state is ClaimState.ENDED_BY_LINK:
            return not self._is_done(claim)
        try:
            if claim.state is ClaimState.CLAIMED and not claim.undecided:
                why = say("left over before anything was sent")
                event = self._actor.claim_event(Act.TICKET_RELEASED, claim, why)
                self._tickets.release(claim, why, event)
            elif claim.state is ClaimState.SENDING:
                why = say("the application ended before the answer came")
                event = self._actor.claim_event(Act.TICKET_UNKNOWN, claim, why)
                self._tickets.unknown(claim, why, event)
        except Failure as failure:
            if failure.kind is not Kind.STALE:
                raise
            return False
        return claim.state is not ClaimState.CLAIMED

    def _is_done(self, claim: Claim) -> bool:
        """Whether nothing can come any more of an attempt that a link ended.

        Its run is free again once the link is gone, too.
        """
        if not absence_is_proven(claim, self._waits):
            return False
        if not self._tickets.links_of(claim.run_id, claim.environment):
            self._finder.free(claim)
        return True

    def look(self) -> tuple[LookUpOutcome, ...]:
        """Looks once for each attempt that is due, and reads numbers that are still missing.

        Raises:
            Failure: what kept Autotask or the database from answering; nothing is decided then.
        """
        opened = self._access.open()
        environment = opened.settings.environment
        self.take_stock(environment)
        due = [claim for claim in self._left_over(environment) if self._is_due(claim)]
        outcomes = tuple(self._look_for(claim, opened.autotask) for claim in due)
        for ticket_id in self._tickets.unnumbered(environment):
            self._read_number(environment, ticket_id, opened.autotask)
        self._finder.mirror()
        return outcomes

    def _read_number(self, environment: Environment, ticket_id: int, autotask: Autotask) -> None:
        """A ticket that was deleted has no number to read; that stands in nobody's way."""
        try:
            self._finder.keep(environment, autotask.ticket(ticket_id))
        except Failure:
            log.warning("the number of ticket %s could not be read", ticket_id, exc_info=True)

    def _left_over(self, environment: Environment) -> tuple[Claim, ...]:
        """Attempts of our profile that no job of ours is working on."""
        # in this order: a job that begins in between is at work before its claim can be seen
        claims = (
            *self._tickets.open_claims(environment),
            *self._tickets.ended_claims(environment),
        )
        at_work = self._creating.at_work()
        ours = self._actor.instance.profile
        return tuple(c for c in claims if c.profile == ours and c.run_id not in at_work)

    def _is_due(self, claim: Claim) -> bool:
        if claim.state is ClaimState.ENDED_BY_LINK:
            if absence_is_proven(claim, self._waits):
                return False
        elif claim.state is not ClaimState.UNKNOWN:
            return False
        last = self._last_look.get(claim.id)
        pause = self._waits.between_looks.total_seconds()
        return last is None or self._clock.monotonic() - last >= pause

    def _look_for(self, claim: Claim, autotask: Autotask) -> LookUpOutcome:
        """Looks for one attempt; one that somebody decided meanwhile is left to them."""
        self._last_look[claim.id] = self._clock.monotonic()
        asked_at = self._tickets.now()
        found = self._finder.look(claim, autotask)
        try:
            return self._judge(claim, found, asked_at)
        except Failure as failure:
            if failure.kind is not Kind.STALE:
                raise
            return LookUpOutcome(claim.run_id, Step.WAIT)

    def _judge(self, claim: Claim, found: LookUp, asked_at: datetime) -> LookUpOutcome:
        held = self._finder.held(claim, found)
        if claim.state is ClaimState.ENDED_BY_LINK:
            return self._judge_after_link(claim, found, held, asked_at)
        is_absent = proves_absence(claim, found, held)
        claim = self._tickets.looked(claim, is_valid=is_absent, asked_at=asked_at)
        decision = after_sending(claim, found, self._tickets.now(), self._waits, held)
        return self._carry_out(claim, decision)

    def _judge_after_link(
        self, claim: Claim, found: LookUp, held: frozenset[int], asked_at: datetime
    ) -> LookUpOutcome:
        """What the link is about speaks for no other ticket of the run."""
        links = self._tickets.links_of(claim.run_id, claim.environment)
        linked = frozenset(each.ticket_id for each in links if each.ticket_id is not None)
        is_absent = proves_absence(claim, without(found, linked), held)
        claim = self._tickets.looked(claim, is_valid=is_absent, asked_at=asked_at)
        return self._carry_out(claim, after_link(claim, found, linked, held))

    def _carry_out(self, claim: Claim, decision: Decision) -> LookUpOutcome:
        step = self._done(claim, decision)
        number = decision.tickets[0].number if decision.tickets else ""
        return LookUpOutcome(claim.run_id, step, number)

    def _done(self, claim: Claim, decision: Decision) -> Step:
        """Does what was decided; a find that was recorded at an earlier look is no news."""
        if decision.step is Step.ADOPT:
            return self._adopt(claim, decision.tickets[0])
        if decision.step is Step.OFFER:
            return self._offer(claim, decision.tickets)
        if decision.step is Step.SECOND:
            return self._conflict(claim, decision.tickets)
        if decision.step is Step.RELEASE:
            event = self._actor.claim_event(Act.TICKET_RELEASED, claim, decision.why)
            self._tickets.release(claim, decision.why, event)
        return decision.step

    def _adopt(self, claim: Claim, found: Ticket) -> Step:
        """Where the run was decided otherwise just now, the ticket is one too many."""
        recorded = self._finder.adopt(claim, found)
        return Step.ADOPT if recorded.ticket_id == found.id else Step.SECOND

    def _offer(self, claim: Claim, found: tuple[Ticket, ...]) -> Step:
        """Once: a claim that moved on at each look could never be decided by a person."""
        if all(ticket.id in claim.offered for ticket in found):
            return Step.WAIT
        self._finder.offer(claim, found)
        return Step.OFFER

    def _conflict(self, claim: Claim, found: tuple[Ticket, ...]) -> Step:
        """Once, so that the trail does not fill with one conflict."""
        ids = frozenset(ticket.id for ticket in found)
        if self._conflicts.get(claim.id) == ids:
            return Step.WAIT
        self._finder.conflict(claim, found)
        self._conflicts[claim.id] = ids
        return Step.SECOND
