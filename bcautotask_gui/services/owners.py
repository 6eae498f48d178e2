"""Who holds an attempt right now, and freeing a run whose attempt a link ended."""

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.claim_ownership import ALIVE_WITHIN, Owner, owner_of
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import Instances, TicketStore
from bcautotask_gui.domain.tickets import Claim
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.tickets import TicketService


class Owners:
    """Judges attempts by profile, by the jobs at work here, and by heartbeats."""

    def __init__(
        self,
        tickets: TicketStore,
        instances: Instances,
        creating: TicketService,
        actor: Actor,
    ) -> None:
        self._tickets = tickets
        self._instances = instances
        self._creating = creating
        self._actor = actor

    def of(self, claim: Claim) -> Owner:
        """Who holds an attempt.

        Raises:
            Failure: what kept the database from answering.
        """
        alive = self._instances.alive(ALIVE_WITHIN.total_seconds())
        return owner_of(claim, self._actor.instance, alive, self._creating.at_work())

    def free(self, claim: Claim) -> None:
        """Releases an attempt that a link ended and of which nothing can come any more.

        Where another link counts, or somebody moved the attempt on meanwhile, it stays.

        Raises:
            Failure: what kept the database from answering.
        """
        why = "ended by a link that is gone; not found in Autotask"
        event = self._actor.event(
            Act.TICKET_RELEASED, f"run {claim.run_id}", after=why, environment=claim.environment
        )
        try:
            self._tickets.free(claim, why, event)
        except Failure as failure:
            if failure.kind is not Kind.STALE:
                raise
