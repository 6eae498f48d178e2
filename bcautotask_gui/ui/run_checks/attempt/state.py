"""All that is known of a run's attempt at a ticket, as the pane shows it."""

from dataclasses import dataclass
from datetime import datetime

from bcautotask_gui.domain.claim_ownership import Owner
from bcautotask_gui.domain.linking import LinkCandidate, SecondTicket
from bcautotask_gui.domain.tickets import Claim
from bcautotask_gui.ui.shared.question import Trouble


@dataclass(frozen=True)
class AttemptState:
    """What a person may have to decide about a run.

    Attributes:
        own: the number of the ticket that the run has, or empty.
        claim: the attempt that is not released, or None.
        owner: who holds it.
        releasable_at: from when it may be given up, or None where it was not sent.
        against_take_over: why it cannot be taken over now; empty where it can.
        against_deciding: why its offers cannot be decided here; empty where they can.
        offers: the offered tickets, read afresh; None while they are being read.
        trouble: what kept them from being read.
        seconds: tickets that conflict with the run.
    """

    run_id: int
    own: str = ""
    claim: Claim | None = None
    owner: Owner | None = None
    releasable_at: datetime | None = None
    against_take_over: str = ""
    against_deciding: str = ""
    offers: tuple[LinkCandidate, ...] | None = None
    trouble: Trouble | None = None
    seconds: tuple[SecondTicket, ...] = ()

    @property
    def undecided(self) -> tuple[int, ...]:
        """The ids of the offered tickets about which a person has to decide."""
        return self.claim.undecided if self.claim is not None else ()

    @property
    def owner_is_ours(self) -> bool:
        """Whether this workstation made the attempt."""
        return self.owner is not None and self.owner.is_ours

    @property
    def is_moving(self) -> bool:
        """Whether it may look otherwise in some seconds."""
        return self.claim is not None and self.claim.state.is_open
