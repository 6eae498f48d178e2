"""Reading the ticket of a run as it is now, in words, for a person who looks at it."""

import logging
from dataclasses import replace

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import Clock, SettingsStore, TicketStateStore, TicketStore
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.resolution_rules import ticket_to_resolve
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_notes import is_internal
from bcautotask_gui.domain.ticket_numbers import same_number
from bcautotask_gui.domain.ticket_states import TicketSight
from bcautotask_gui.domain.ticket_view import TicketSheet, TicketView, WrittenNote
from bcautotask_gui.domain.tickets import TicketLink
from bcautotask_gui.services.access import AutotaskAccess

log = logging.getLogger(__name__)


class TicketViewService:
    """Reads one ticket at a time; what was read is kept as the ticket's state as well."""

    def __init__(
        self,
        tickets: TicketStore,
        states: TicketStateStore,
        settings: SettingsStore,
        access: AutotaskAccess,
        clock: Clock,
    ) -> None:
        self._tickets = tickets
        self._states = states
        self._settings = settings
        self._access = access
        self._clock = clock

    def read(self, run_id: int) -> TicketView:
        """The ticket of a run with the time booked on it and its notes.

        Raises:
            Failure: DISABLED; ABSENT where the run has no ticket with an id, or Autotask shows
                none; OTHER_TICKET where the id stands for another ticket by now; or what kept
                Autotask from answering.
        """
        opened = self._access.open()
        environment = opened.settings.environment
        link = ticket_to_resolve(self._tickets.links_of(run_id, environment))
        if link is None or link.ticket_id is None:
            raise Failure(Kind.ABSENT, what="ticket", id=say("of run {run_id}", run_id=run_id))
        read_at = self._clock.now()
        sheet = opened.autotask.ticket_sheet(link.ticket_id)
        _refuse_another(link, sheet)
        reference = self._settings.reference_data(environment)
        status = _label(reference, TicketField.STATUS, sheet.ticket.status)
        self._keep(environment, sheet, status)
        return TicketView(
            run_id,
            link,
            _judged(sheet, reference),
            status,
            _label(reference, TicketField.QUEUE, sheet.ticket.queue),
            _label(reference, TicketField.PRIORITY, sheet.ticket.priority),
            read_at,
        )

    def _keep(self, environment: Environment, sheet: TicketSheet, status: str) -> None:
        """What fails here is read again with the other states; it must not hide the ticket."""
        has_time = None if sheet.entries is None else bool(sheet.entries)
        try:
            self._states.keep(environment, [TicketSight(sheet.ticket, status, has_time)], ())
        except Failure:
            log.warning("the state of ticket %s is kept later", sheet.ticket.id, exc_info=True)


def _refuse_another(link: TicketLink, sheet: TicketSheet) -> None:
    found = sheet.ticket
    if link.number and not same_number(link.number, found.number):
        raise Failure(Kind.OTHER_TICKET, id=found.id, found=found.number, number=link.number)


def _judged(sheet: TicketSheet, reference: ReferenceData | None) -> TicketSheet:
    if sheet.notes is None:
        return sheet

    def judged(note: WrittenNote) -> WrittenNote:
        known = reference.value(TicketField.PUBLISH, note.publish) if reference else None
        return replace(note, is_internal=is_internal(known) if known else None)

    return replace(sheet, notes=tuple(map(judged, sheet.notes)))


def _label(reference: ReferenceData | None, which: TicketField, value: int | None) -> str:
    return reference.label(which, value) if reference else ""
