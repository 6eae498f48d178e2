"""Creating the one ticket of a run: claim, look, send, record, in this order."""

import logging
from collections.abc import Callable, Generator

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.claim_rules import (
    Decision,
    Step,
    before_create,
)
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import (
    Autotask,
    Clock,
    SendMemory,
    TicketStore,
)
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.sentences import begun_small, say
from bcautotask_gui.domain.tickets import (
    Claim,
    ClaimState,
    CreateAnswer,
    Ending,
    Ticket,
    TicketDraft,
)
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.create_outcome import CreateOutcome, not_recorded, one_too_many
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.holding import AtWork, within_thirty_seconds
from bcautotask_gui.services.restore_guard import RestoreGuard

log = logging.getLogger(__name__)

# seconds
REPEAT_WITHIN = 60.0
SHORTEST_WAIT = 2.0
RECORD_PAUSES = (0.5, 2.0, 5.0)

_DATABASE_AWAY = (Kind.DATABASE_LOST, Kind.DATABASE_BUSY, Kind.DATABASE_UNREACHABLE)
# the answers that prove that no ticket was made
_NOT_EXECUTED = (Ending.REFUSED, Ending.NOT_SENT, Ending.COME_AGAIN)


class TicketService:
    """Creates tickets; one per run, ever."""

    def __init__(
        self,
        tickets: TicketStore,
        access: AutotaskAccess,
        finder: Finder,
        memory: SendMemory,
        actor: Actor,
        clock: Clock,
    ) -> None:
        self._tickets = tickets
        self._access = access
        self._finder = finder
        self._restores = RestoreGuard(tickets, memory)
        self._actor = actor
        self._clock = clock
        self._at_work = AtWork()

    def at_work(self) -> frozenset[int]:
        """The runs that a job of this application is working on right now."""
        return self._at_work.ids()

    def address(self, ticket_id: int) -> str:
        """The address that opens a ticket in a browser.

        Raises:
            Failure: DISABLED, SECRET_MISSING, or what kept the zone from being found.
        """
        return self._access.open().autotask.ticket_address(ticket_id)

    def notice_restore(self) -> bool:
        """Compares this profile's memory with the database; one that holds less was restored.

        For ten minutes after that discovery nothing is sent.

        Returns:
            Whether a restored database was noticed just now.
        """
        return self._restores.notice()

    def create(
        self, draft: TicketDraft, *, tenant_is_empty: bool = False
    ) -> Generator[Progress, None, CreateOutcome]:
        """Creates the ticket that the draft shows, or finds the one that exists.

        Args:
            draft: exactly what is sent; refused where the world changed since it was made.
            tenant_is_empty: a person's word that a tenant which shows no ticket is new.

        Yields:
            What is being done; while Autotask is busy, also what is waited for.

        Raises:
            Failure: what was refused, and why; nothing was created then.
        """
        self._actor.require(Permission.CREATE)
        if draft.blocks:
            raise Failure(Kind.BLOCKED, reason=draft.blocks[0].sentence)
        autotask = self._access.open().autotask
        self._restores.refuse()
        event = self._actor.event(
            Act.TICKET_CLAIMED,
            f"run {draft.run_id}",
            after=draft.title,
            environment=draft.environment,
        )
        with self._at_work.on(draft.run_id):
            claim = self._tickets.claim(draft, self._actor.instance, event)
            found = yield from self._look_first(claim, autotask, tenant_is_empty=tenant_is_empty)
            if found:
                return found
            return (yield from self._send(claim, draft, autotask))

    def _look_first(
        self, claim: Claim, autotask: Autotask, *, tenant_is_empty: bool
    ) -> Generator[Progress, None, CreateOutcome | None]:
        """Looks for what a crash or a restore may have left; nothing is sent before that."""
        try:
            yield Progress(0, 2, say("Looking for an earlier ticket"))
            found = self._finder.look(claim, autotask, tenant_is_empty=tenant_is_empty)
            held = self._finder.held(claim, found)
            decision = before_create(claim, found, held)
            if decision.step is Step.WAIT:
                raise Failure(Kind.ABSENCE_NOT_PROVEN)
        except BaseException as error:
            self._give_back(claim, str(error) or say("stopped before anything was sent"))
            raise
        return self._decide(claim, decision)

    def _decide(self, claim: Claim, decision: Decision) -> CreateOutcome | None:
        if decision.step is Step.ADOPT:
            return self._adopt(claim, decision.tickets[0])
        if decision.step is Step.OFFER:
            return self._offer(claim, decision.tickets)
        if decision.step is Step.SECOND:
            shown = self._finder.conflict(claim, decision.tickets)
            self._give_back(shown, decision.why)
            raise Failure(Kind.SECOND_TICKET, number=decision.tickets[0].number)
        return None

    def _send(
        self, claim: Claim, draft: TicketDraft, autotask: Autotask
    ) -> Generator[Progress, None, CreateOutcome]:
        began = self._clock.monotonic()
        while True:
            # counted from before the commit: the computer may fall asleep right after it
            may_send = within_thirty_seconds(self._clock)
            claim = self._sending(claim)
            answer = autotask.create_ticket(draft, may_send)
            if answer.ending is not Ending.COME_AGAIN:
                break
            wait = max(answer.wait, SHORTEST_WAIT)
            if self._clock.monotonic() - began + wait > REPEAT_WITHIN:
                break
            try:
                yield Progress(
                    1, 2, say("Autotask is busy; trying again in {wait:.0f} s", wait=wait)
                )
                self._clock.sleep(wait)
            except GeneratorExit:
                # the answer proved that nothing was executed, so the run is free again
                self._give_back(claim, say("stopped while Autotask was busy"))
                raise
        return self._record(claim, answer, autotask)

    def _sending(self, claim: Claim) -> Claim:
        """Commits that the request goes out, unless a restored database is noticed just then.

        What cannot be remembered outside the database is not sent.
        """
        try:
            self._restores.refuse()
            claim = self._tickets.sending(claim, self._actor.claim_event(Act.TICKET_SENDING, claim))
            self._restores.remember(claim.id)
        except Failure as failure:
            self._give_back(claim, str(failure))
            raise
        return claim

    def _record(self, claim: Claim, answer: CreateAnswer, autotask: Autotask) -> CreateOutcome:
        if answer.ending is Ending.CREATED and answer.ticket_id is not None:
            return self._created(claim, answer.ticket_id, autotask)
        failure = answer.failure or Failure(Kind.UNEXPECTED)
        if answer.ending in _NOT_EXECUTED:
            is_refused = answer.ending is Ending.REFUSED
            act = Act.TICKET_REFUSED if is_refused else Act.TICKET_RELEASED
            self._give_back(claim, str(failure), act)
            raise failure
        self._leave_open(claim, str(failure))
        open_end = Failure(Kind.UNKNOWN_OUTCOME, failure.detail, why=begun_small(failure.happened))
        return CreateOutcome(claim.run_id, ClaimState.UNKNOWN, failure=open_end)

    def _leave_open(self, claim: Claim, why: str) -> None:
        """Where the database is away the claim stays `sending`, and stock-taking goes on with it.

        The person must hear that nobody knows, not that the database saved nothing.
        """
        try:
            self._tickets.unknown(
                claim, why, self._actor.claim_event(Act.TICKET_UNKNOWN, claim, why)
            )
        except Failure:
            log.warning("claim %s stays as it was sent", claim.id, exc_info=True)

    def _created(self, claim: Claim, ticket_id: int, autotask: Autotask) -> CreateOutcome:
        event = self._actor.claim_event(Act.TICKET_CREATED, claim, f"ticket id {ticket_id}")
        try:
            recorded = self._insist(lambda: self._tickets.created(claim, ticket_id, event))
        except Failure as failure:
            log.warning("ticket %s is not recorded yet", ticket_id, exc_info=True)
            return not_recorded(claim, ticket_id, failure)
        number = self._number(claim, ticket_id, autotask)
        if recorded.ticket_id != ticket_id:
            return one_too_many(claim, ticket_id, number)
        return CreateOutcome(claim.run_id, ClaimState.CREATED, ticket_id, number)

    def _insist(self, record: Callable[[], Claim]) -> Claim:
        """Records a ticket that exists in spite of a database that is away for a moment.

        Where it stays away the claim stays `sending`, and the marker finds the ticket later.
        """
        for pause in RECORD_PAUSES:
            try:
                return record()
            except Failure as failure:
                if failure.kind not in _DATABASE_AWAY:
                    raise
                self._clock.sleep(pause)
        return record()

    def _number(self, claim: Claim, ticket_id: int, autotask: Autotask) -> str:
        """Reads the number; where that fails the ticket is recorded all the same."""
        try:
            ticket = autotask.ticket(ticket_id)
        except Failure:
            self._finder.mirror()
            return ""
        self._finder.show(claim.environment, ticket)
        return ticket.number

    def _adopt(self, claim: Claim, ticket: Ticket) -> CreateOutcome:
        recorded = self._finder.adopt(claim, ticket)
        if recorded.ticket_id != ticket.id:
            return one_too_many(claim, ticket.id, ticket.number)
        return CreateOutcome(
            claim.run_id, ClaimState.CREATED, ticket.id, ticket.number, was_found=True
        )

    def _offer(self, claim: Claim, tickets: tuple[Ticket, ...]) -> CreateOutcome:
        self._finder.offer(claim, tickets)
        failure = Failure(
            Kind.BLOCKED,
            reason=say(
                "Autotask holds ticket {number} with this very title. Decide whether it "
                "is this run's.",
                number=tickets[0].number,
            ),
        )
        return CreateOutcome(claim.run_id, ClaimState.CLAIMED, failure=failure)

    def _give_back(self, claim: Claim, why: str, act: Act = Act.TICKET_RELEASED) -> None:
        """Releases a claim while another failure is on its way up; that one is told.

        A claim that could not be released is left over, for the next stock-taking to decide.
        """
        try:
            self._tickets.release(claim, why, self._actor.claim_event(act, claim, why))
        except Failure:
            log.warning("claim %s could not be released yet", claim.id, exc_info=True)
