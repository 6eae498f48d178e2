"""Reading again how tickets stand: in chunks, those in sight first, within the call budget."""

from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from dataclasses import astuple, dataclass

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import Autotask, SettingsStore, TicketStateStore
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.ticket_states import Change, TicketSight, WatchedTicket, change_of
from bcautotask_gui.domain.tickets import Ticket
from bcautotask_gui.services.access import AutotaskAccess, Opened

# so many tickets that vanish at once look like a lost right, not like deletion
SUSPICIOUS = 5
# without a log of deleted tickets each absent one costs two calls
MOST_BY_ONE = 20
_WHAT = say("Ticket states")


@dataclass(frozen=True)
class StatesSummary:
    """What reading ticket states found.

    Attributes:
        read: tickets that came back.
        back: deleted ones that came back.
        unseen: Autotask does not show them, and nothing proves that they were deleted.
        other: ids that belong to another ticket now.
    """

    read: int = 0
    completed: int = 0
    reopened: int = 0
    deleted: int = 0
    back: int = 0
    unseen: int = 0
    other: int = 0

    def plus(self, more: "StatesSummary") -> "StatesSummary":
        """Both together."""
        return StatesSummary(*(a + b for a, b in zip(astuple(self), astuple(more), strict=True)))


class TicketStateService:
    """Keeps what the table shows of tickets true."""

    def __init__(
        self, states: TicketStateStore, settings: SettingsStore, access: AutotaskAccess
    ) -> None:
        self._states = states
        self._settings = settings
        self._access = access

    def refresh(self, visible: Sequence[int] = ()) -> Generator[Progress, None, StatesSummary]:
        """Reads the tickets of these runs, and then all that are open.

        Args:
            visible: the runs in sight.

        Yields:
            How many tickets were asked about; what is read is saved chunk by chunk, so stopping
            and failing keep it.

        Raises:
            Failure: DISABLED, STALE, BUDGET, or what kept Autotask from answering;
                MANY_TICKETS_ABSENT where so many vanish that a lost right is more likely.
        """
        opened = self._access.open()
        watched = self._states.watched(opened.settings.environment, visible)
        known = {each.ticket_id: each for each in watched}
        summary, done = StatesSummary(), 0
        yield Progress(0, len(known), _WHAT)
        for answer in opened.autotask.tickets(list(known)):
            summary = summary.plus(self._save(opened, known, answer))
            done += len(answer)
            yield Progress(done, len(known), _WHAT)
        return summary

    def _save(
        self,
        opened: Opened,
        known: Mapping[int, WatchedTicket],
        answer: Mapping[int, Ticket | None],
    ) -> StatesSummary:
        environment = opened.settings.environment
        seen = [each for each in answer.values() if each]
        changes = {each.id: change_of(known[each.id], each) for each in seen}
        kept = [each for each in seen if changes[each.id] is not Change.OTHER_TICKET]
        absent = [each for each, ticket in answer.items() if ticket is None]
        deleted = _deleted(opened.autotask, absent, len(answer))
        reference = self._settings.reference_data(environment)
        self._states.keep(environment, _sights(opened.autotask, kept, reference), deleted)
        newly = sum(not known[each].is_deleted for each in deleted)
        count = Counter(changes.values())
        return StatesSummary(
            read=len(seen),
            completed=count[Change.COMPLETED],
            reopened=count[Change.REOPENED],
            deleted=newly,
            back=count[Change.BACK],
            unseen=len(absent) - len(deleted),
            other=count[Change.OTHER_TICKET],
        )


def _sights(
    autotask: Autotask, tickets: Sequence[Ticket], reference: ReferenceData | None
) -> tuple[TicketSight, ...]:
    with_time = _with_time_entries(autotask, [each.id for each in tickets if not each.is_complete])

    def sight(ticket: Ticket) -> TicketSight:
        label = reference.label(TicketField.STATUS, ticket.status) if reference else ""
        if with_time is None or ticket.is_complete:
            return TicketSight(ticket, label)
        return TicketSight(ticket, label, ticket.id in with_time)

    return tuple(map(sight, tickets))


def _with_time_entries(autotask: Autotask, open_ids: Sequence[int]) -> frozenset[int] | None:
    """Which open tickets have time entries; None where this user may not know."""
    if not open_ids:
        return frozenset()
    try:
        return autotask.with_time_entries(open_ids)
    except Failure as failure:
        if failure.kind is not Kind.PERMISSION:
            raise
        return None


def _deleted(autotask: Autotask, absent: Sequence[int], asked: int) -> frozenset[int]:
    """Those of the absent tickets that are proven to be deleted.

    The log of deleted tickets proves it by name. Where a tenant has none, a ticket counts as
    deleted once it is asked for twice by its id and does not come back, while another does.
    """
    if not absent:
        return frozenset()
    logged = autotask.deleted_tickets(absent)
    if logged is not None:
        return logged & frozenset(absent)
    if len(absent) >= SUSPICIOUS and len(absent) * 2 > asked:
        raise Failure(Kind.MANY_TICKETS_ABSENT, absent=len(absent), asked=asked)
    if autotask.any_ticket() is None:
        return frozenset()
    few = absent[:MOST_BY_ONE]
    gone = [each for each in few if _is_gone(autotask, each) and _is_gone(autotask, each)]
    return frozenset(gone)


def _is_gone(autotask: Autotask, ticket_id: int) -> bool:
    try:
        autotask.ticket(ticket_id)
    except Failure as failure:
        if failure.kind is not Kind.ABSENT:
            raise
        return True
    return False
