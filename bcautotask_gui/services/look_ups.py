"""What becomes of attempts whose outcome nobody knows: looked for until they are decided."""

from dataclasses import dataclass, replace

from bcautotask_gui.domain.audit import Act, AuditEvent
from bcautotask_gui.domain.claim_rules import Decision, Step, Waits, after_sending
from bcautotask_gui.domain.ports import Autotask, Clock, SendMemory, TicketStore
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Claim, ClaimState
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.tickets import TicketService


@dataclass(frozen=True)
class LookUpOutcome:
    """What one look-up did for one run.

    Attributes:
        step: what was decided.
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
        memory: SendMemory,
        actor: Actor,
        clock: Clock,
        waits: Waits,
    ) -> None:
        self._tickets = tickets
        self._access = access
        self._finder = finder
        self._creating = creating
        self._memory = memory
        self._actor = actor
        self._clock = clock
        self._waits = waits
        self._last_look: dict[int, float] = {}

    def notice_restore(self) -> bool:
        """Compares this profile's memory with the database; one that holds less was restored.

        For ten minutes after that discovery nothing is sent.

        Returns:
            Whether a restored database was noticed just now.
        """
        newest = self._tickets.newest_sent()
        if newest >= self._memory.last_sending():
            return False
        self._memory.remember_restored(self._tickets.now())
        self._memory.remember_sending(newest)
        return True

    def take_stock(self, environment: Environment) -> int:
        """Decides what a crash or a stop left behind; calls nobody.

        Returns:
            How many attempts of this profile are waiting to be looked for.
        """
        waiting = 0
        for claim in self._left_over(environment):
            if claim.state is ClaimState.CLAIMED and not claim.offered:
                why = "left over before anything was sent"
                self._tickets.release(claim, why, self._event(Act.TICKET_RELEASED, claim, why))
            elif claim.state is ClaimState.SENDING:
                why = "the application ended before the answer came"
                self._tickets.unknown(claim, why, self._event(Act.TICKET_UNKNOWN, claim, why))
                waiting += 1
            elif claim.state is ClaimState.UNKNOWN:
                waiting += 1
        return waiting

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
            self._finder.keep(environment, opened.autotask.ticket(ticket_id))
        if outcomes:
            self._tickets.mirror()
        return outcomes

    def _left_over(self, environment: Environment) -> tuple[Claim, ...]:
        """Attempts of our profile that no job of ours is working on."""
        at_work = self._creating.at_work()
        ours = self._actor.instance.profile
        return tuple(
            claim
            for claim in self._tickets.open_claims(environment)
            if claim.profile == ours and claim.run_id not in at_work
        )

    def _is_due(self, claim: Claim) -> bool:
        if claim.state is not ClaimState.UNKNOWN:
            return False
        last = self._last_look.get(claim.id)
        pause = self._waits.between_looks.total_seconds()
        return last is None or self._clock.monotonic() - last >= pause

    def _look_for(self, claim: Claim, autotask: Autotask) -> LookUpOutcome:
        self._last_look[claim.id] = self._clock.monotonic()
        asked_at = self._tickets.now()
        found = self._finder.look(claim, autotask)
        if found.is_empty:
            claim = self._tickets.looked(claim, is_valid=found.is_valid, asked_at=asked_at)
        decision = after_sending(claim, found, self._tickets.now(), self._waits)
        return self._carry_out(claim, decision)

    def _carry_out(self, claim: Claim, decision: Decision) -> LookUpOutcome:
        outcome = LookUpOutcome(claim.run_id, decision.step)
        if decision.step is Step.ADOPT:
            self._finder.adopt(claim, decision.tickets[0])
        elif decision.step is Step.OFFER:
            self._finder.offer(claim, decision.tickets)
        elif decision.step is Step.SECOND:
            self._finder.conflict(claim, decision.tickets)
        elif decision.step is Step.RELEASE:
            event = self._event(Act.TICKET_RELEASED, claim, decision.why)
            self._tickets.release(claim, decision.why, event)
        number = decision.tickets[0].number if decision.tickets else ""
        return replace(outcome, number=number)

    def _event(self, act: Act, claim: Claim, after: str) -> AuditEvent:
        return self._actor.event(
            act, f"run {claim.run_id}", after=after, environment=claim.environment
        )
