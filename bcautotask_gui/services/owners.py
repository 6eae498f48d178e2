"""Who holds an attempt right now."""

from bcautotask_gui.domain.claim_ownership import ALIVE_WITHIN, Owner, owner_of
from bcautotask_gui.domain.ports import Instances
from bcautotask_gui.domain.tickets import Claim
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.tickets import TicketService


class Owners:
    """Judges attempts by profile, by the jobs at work here, and by heartbeats."""

    def __init__(self, instances: Instances, creating: TicketService, actor: Actor) -> None:
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
