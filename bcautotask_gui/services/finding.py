"""Looking for the ticket of a run in Autotask, and recording what was found."""

import logging

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.claim_rules import look_since
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import Autotask, SettingsStore, TicketStore
from bcautotask_gui.domain.reference_data import TicketField
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Claim, LookUp, Ticket
from bcautotask_gui.services.acts import Actor

log = logging.getLogger(__name__)


class Finder:
    """One look-up, with a ticket that is known to exist as proof that the answer is whole."""

    def __init__(self, tickets: TicketStore, settings: SettingsStore, actor: Actor) -> None:
        self._tickets = tickets
        self._settings = settings
        self._actor = actor

    def look(self, claim: Claim, autotask: Autotask, *, tenant_is_empty: bool = False) -> LookUp:
        """Looks once for the ticket of a claim.

        Args:
            claim: whose ticket is looked for.
            autotask: the client to ask.
            tenant_is_empty: a person's word that a tenant which shows no ticket is new.

        Raises:
            Failure: NO_TICKET_VISIBLE where nothing can prove that the answer is whole.
        """
        known = self._tickets.known_ticket(claim.environment)
        found = self._ask(claim, autotask, known) if known else LookUp(is_valid=False)
        # a ticket of this company decides whatever else the answer lacks
        if found.is_valid or any(t.company_id == claim.company_id for t in found.by_marker):
            return found
        visible = autotask.any_ticket()
        if visible is None:
            if not found.is_empty:
                return found
            if not tenant_is_empty:
                raise Failure(Kind.NO_TICKET_VISIBLE)
            return LookUp(is_valid=True)
        return self._ask(claim, autotask, visible)

    def held(self, claim: Claim, found: LookUp) -> frozenset[int]:
        """Which of the tickets found are other runs', by a claim, a link, or an open attempt.

        A ticket exists a moment before its claim says so, and much longer where the answer to its
        create was lost. Its marker tells meanwhile which attempt it came of.
        """
        tickets = (*found.by_marker, *found.by_title)
        if not tickets:
            return frozenset()
        # in this order: an attempt that is recorded in between is then held by its claim
        others = [
            other
            for claims in (self._tickets.open_claims, self._tickets.ended_claims)
            for other in claims(claim.environment)
            if other.run_id != claim.run_id
        ]
        coming = {t.id for t in tickets if any(_came_of(t, other) for other in others)}
        ids = [ticket.id for ticket in tickets]
        return self._tickets.held(claim.environment, ids, except_run=claim.run_id) | coming

    def adopt(self, claim: Claim, ticket: Ticket) -> Claim:
        """Records a ticket found by its marker as this run's.

        Returns:
            The claim as recorded; without this ticket where the run was decided otherwise
            meanwhile and the ticket was kept as a second one.
        """
        event = self._actor.claim_event(Act.TICKET_ADOPTED, claim, ticket.number)
        recorded = self._tickets.adopted(claim, ticket, event)
        self.show(claim.environment, ticket)
        return recorded

    def offer(self, claim: Claim, found: tuple[Ticket, ...]) -> None:
        """Keeps tickets that only their title speaks for, until a person decides."""
        event = self._actor.claim_event(Act.TICKET_OFFERED, claim, _numbers(found))
        self._tickets.offer(claim, found, event)

    def conflict(self, claim: Claim, found: tuple[Ticket, ...]) -> Claim:
        """Records tickets that carry the marker and do not fit, or are one too many.

        Returns:
            The claim as it stands now.
        """
        event = self._actor.claim_event(Act.TICKET_SECOND, claim, _numbers(found))
        return self._tickets.second(claim, found, event)

    def free(self, claim: Claim) -> None:
        """Releases an attempt that a link ended and of which nothing can come any more.

        Where another link counts, or somebody moved the attempt on meanwhile, it stays.

        Raises:
            Failure: what kept the database from answering.
        """
        why = say("ended by a link that is gone; not found in Autotask")
        event = self._actor.claim_event(Act.TICKET_RELEASED, claim, why)
        try:
            self._tickets.free(claim, why, event)
        except Failure as failure:
            if failure.kind is not Kind.STALE:
                raise

    def keep(self, environment: Environment, ticket: Ticket) -> None:
        """Keeps number and status of a ticket as just read."""
        reference = self._settings.reference_data(environment)
        label = reference.label(TicketField.STATUS, ticket.status) if reference else ""
        self._tickets.snapshot(environment, ticket, label)

    def show(self, environment: Environment, ticket: Ticket) -> None:
        """Keeps number and status of a ticket that is recorded, and mirrors it.

        What fails here is caught up with later: it must not hide that the ticket exists.
        """
        try:
            self.keep(environment, ticket)
        except Failure:
            log.warning("the number of ticket %s is kept later", ticket.id, exc_info=True)
        self.mirror()

    def mirror(self) -> None:
        """Writes what is pending into the web application's columns, now or at a later look."""
        try:
            self._tickets.mirror()
        except Failure:
            log.warning("the web application's columns are written later", exc_info=True)

    def _ask(self, claim: Claim, autotask: Autotask, known: int) -> LookUp:
        return autotask.look_up(
            claim.marker.stem, claim.company_id, claim.title, look_since(claim), known
        )


def _came_of(ticket: Ticket, attempt: Claim) -> bool:
    """Two customers' attempts can share a marker; the company tells them apart."""
    is_marked = ticket.external_id.startswith(f"{attempt.marker.stem}-")
    return is_marked and ticket.company_id == attempt.company_id


def _numbers(found: tuple[Ticket, ...]) -> str:
    return ", ".join(ticket.number for ticket in found)
