"""Words of linking: the ticket that is looked at, who holds it, and what one look may link."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Block, Claim, Ticket


@dataclass(frozen=True)
class TicketHolder:
    """A run that has a ticket already.

    Attributes:
        operator: who linked or created it; empty where the web application wrote it.
        at: when that was, aware, UTC, or None where nobody recorded it.
    """

    run_id: int
    operator: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class LinkCandidate:
    """A ticket that may be linked, as it is shown.

    Attributes:
        company_name: Autotask's name, or its id as text where the name cannot be read.
        status_label: Autotask's word for the status.
        holders: all runs that have it, by a link, a create or the web application.
    """

    ticket: Ticket
    company_name: str
    status_label: str
    holders: tuple[TicketHolder, ...] = ()

    @property
    def key(self) -> int:
        """What finds the row again."""
        return self.ticket.id


@dataclass(frozen=True)
class LinkSearch:
    """What a text found.

    Attributes:
        candidates: tickets of the mapped company first, each part newest first.
        is_cut: there are more; more words find them.
    """

    candidates: tuple[LinkCandidate, ...]
    is_cut: bool = False


@dataclass(frozen=True)
class TicketHits:
    """Tickets that a query found.

    Attributes:
        is_cut: Autotask holds more than were read.
    """

    tickets: tuple[Ticket, ...]
    is_cut: bool = False


class Doubt(StrEnum):
    """What makes a second confirmation necessary."""

    OTHER_COMPANY = "other company"
    COMPLETE = "complete"
    LINKED_ELSEWHERE = "linked elsewhere"
    WEB_APPLICATION = "web application"
    ATTEMPT = "attempt"


@dataclass(frozen=True)
class Confirmation:
    """One thing that a person must confirm.

    Attributes:
        heading: continues "This ticket …" or "This run …".
        sentence: what is so.
    """

    doubt: Doubt
    heading: str
    sentence: str


@dataclass(frozen=True)
class LinkVerdict:
    """Whether a run may be linked to a ticket.

    Attributes:
        blocks: why not; empty where it may.
        confirmations: what must be confirmed before.
    """

    run_id: int
    blocks: tuple[Block, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()

    @property
    def doubts(self) -> frozenset[Doubt]:
        """What must be confirmed, without the words."""
        return frozenset(each.doubt for each in self.confirmations)


@dataclass(frozen=True)
class LinkPreview:
    """What was shown before linking, and the state of the world that it was made from."""

    environment: Environment
    database_id: int | None
    settings_version: int
    candidate: LinkCandidate
    verdicts: tuple[LinkVerdict, ...]

    @property
    def run_ids(self) -> tuple[int, ...]:
        """The runs that may be linked."""
        return tuple(each.run_id for each in self.verdicts if not each.blocks)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Why no run may be linked; empty as long as one may."""
        if self.run_ids:
            return ()
        return tuple(block for each in self.verdicts for block in each.blocks)

    @property
    def confirmations(self) -> tuple[Confirmation, ...]:
        """All that must be confirmed for the runs that may be linked, each once."""
        may = [each for each in self.verdicts if not each.blocks]
        return tuple(dict.fromkeys(one for each in may for one in each.confirmations))


@dataclass(frozen=True)
class LinkOrder:
    """One link as it is stored; refused where the world is no longer the one it names.

    Attributes:
        claim: the run's attempt that is not released, as the decision saw it, or None.
    """

    run_id: int
    environment: Environment
    database_id: int | None
    settings_version: int
    ticket: Ticket
    claim: Claim | None


@dataclass(frozen=True)
class SecondTicket:
    """A ticket that conflicts with a run: found or made although the run was decided otherwise.

    Attributes:
        is_ours: this application made it.
        why: how it came to be a second one.
        operator: under whose act it was found.
    """

    run_id: int
    environment: Environment
    ticket_id: int
    number: str
    is_ours: bool
    why: str
    operator: str
    seen_at: datetime
