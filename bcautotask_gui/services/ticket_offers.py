"""What Autotask offers for one ticket right now, read when a person wants to choose."""

from bcautotask_gui.domain.draft_changes import TicketOffers, offers_of
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor


class TicketOfferService:
    """Reads live values and keeps none: those of the settings are kept by the settings."""

    def __init__(self, access: AutotaskAccess, actor: Actor) -> None:
        self._access = access
        self._actor = actor

    def offers(self) -> TicketOffers:
        """The queues and priorities that can be newly set.

        Raises:
            Failure: NOT_ALLOWED, DISABLED, SECRET_MISSING, or what kept Autotask from answering.
        """
        self._actor.require(Permission.CREATE)
        return offers_of(self._access.open().autotask.reference_data())
