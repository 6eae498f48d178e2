"""What a person may change of one ticket before it is sent: queue, priority and due date."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bcautotask_gui.domain.due_date import LEAST_AHEAD
from bcautotask_gui.domain.reference_data import PicklistValue, ReferenceData, TicketField
from bcautotask_gui.domain.tickets import Choice, TicketDraft


@dataclass(frozen=True)
class TicketOffers:
    """The values that Autotask offers right now; inactive ones are not among them."""

    queues: tuple[Choice, ...]
    priorities: tuple[Choice, ...]


def offers_of(live: ReferenceData) -> TicketOffers:
    """What can be newly set, in Autotask's order."""
    return TicketOffers(
        _choices(live.offered(TicketField.QUEUE)), _choices(live.offered(TicketField.PRIORITY))
    )


def changed(
    draft: TicketDraft, *, queue: Choice | None, priority: Choice | None, due_at: datetime
) -> TicketDraft:
    """The draft with other values for this ticket alone; the rest stays as it is.

    A usable value mends the field that had none, so what stood against the draft because of that
    field goes with it.

    Args:
        draft: what would be sent.
        queue: one of the offered values; None leaves the draft's.
        priority: likewise.
        due_at: aware.
    """
    mended = {
        which.value
        for which, choice in ((TicketField.QUEUE, queue), (TicketField.PRIORITY, priority))
        if choice is not None
    }
    return replace(
        draft,
        queue=queue or draft.queue,
        priority=priority or draft.priority,
        due_at=due_at.astimezone(UTC),
        blocks=tuple(block for block in draft.blocks if block.field not in mended),
    )


def earliest_due(now: datetime) -> datetime:
    """A ticket is due 15 minutes ahead at least."""
    return now + LEAST_AHEAD


def _choices(values: Iterable[PicklistValue]) -> tuple[Choice, ...]:
    return tuple(Choice(each.value, each.label) for each in values)
