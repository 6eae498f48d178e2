"""Reading what a person sees before a ticket is resolved: the ticket and its time as they are."""

from dataclasses import dataclass, replace

from bcautotask_gui.domain.full_ticket import FullTicket
from bcautotask_gui.domain.ports import Autotask, RunStore, SettingsStore, TicketStore
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.resolution import Purpose, Resolution, ResolutionPlan, ResolutionState
from bcautotask_gui.domain.resolution_rules import (
    is_another_ticket,
    needs_tick,
    open_attempt_reason,
    reasons_against_beginning,
    reasons_against_resolve,
    ticket_to_resolve,
)
from bcautotask_gui.domain.resolution_shown import ResolutionPreview
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE, NOTE_ONLY, TimeEntries
from bcautotask_gui.domain.tickets import Block, TicketLink
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.resolution_course import Tools, other_ticket
from bcautotask_gui.services.resolution_left_overs import LeftOvers


@dataclass(frozen=True)
class Previewer:
    """Reads what the dialog shows; what may be done is decided by the rules."""

    runs: RunStore
    tickets: TicketStore
    settings: SettingsStore
    access: AutotaskAccess
    left_overs: LeftOvers
    tools: Tools
    actor: Actor

    def preview(self, run_id: int) -> ResolutionPreview:
        """The ticket of a run as it is now, and what may be done with it.

        Raises:
            Failure: RUN_GONE, OTHER_TICKET, ABSENT, or what kept Autotask from answering.
        """
        settings = self.settings.read()
        reference = self.settings.reference_data(settings.environment)
        link, blocks = self.beginning(run_id, Purpose.RESOLVE, settings, reference)
        strip = self.runs.detail(run_id, settings.environment).strip
        shown = ResolutionPreview(
            run_id,
            link,
            last_run=strip[-1] if strip else None,
            completed_label=_label(reference, settings.current.completed_status),
            needs_tick=link is not None and needs_tick(link),
            blocks=blocks,
        )
        if blocks or link is None or link.ticket_id is None:
            return shown
        autotask = self.access.open().autotask
        attempts = self.decided(settings, link.ticket_id, autotask)
        shown = self._with_open_attempt(shown, attempts)
        ticket = autotask.full_ticket(link.ticket_id)
        if is_another_ticket(link.number, ticket):
            raise other_ticket(ticket, link.number)
        entries = autotask.time_entries(link.ticket_id)
        self.tools.finder.show(settings.environment, ticket.ticket)
        shown = replace(shown, status_label=_label(reference, ticket.ticket.status))
        return _judged(shown, link, ticket, entries, settings, attempts)

    def _with_open_attempt(
        self, shown: ResolutionPreview, attempts: tuple[Resolution, ...]
    ) -> ResolutionPreview:
        left_open = next((each for each in attempts if _is_open(each)), None)
        against = self.left_overs.against_take_over(left_open) if left_open else ""
        return replace(shown, open_attempt=left_open, against_take_over=against)

    def beginning(
        self,
        run_id: int,
        purpose: Purpose,
        settings: Settings,
        reference: ReferenceData | None,
    ) -> tuple[TicketLink | None, tuple[Block, ...]]:
        """The ticket of a run, and why the act cannot begin as far as that is known here."""
        link = ticket_to_resolve(self.tickets.links_of(run_id, settings.environment))
        operator = self.actor.operator
        return link, reasons_against_beginning(purpose, link, settings, reference, operator)

    def decided(
        self, settings: Settings, ticket_id: int, autotask: Autotask
    ) -> tuple[Resolution, ...]:
        """All attempts on a ticket, after one that was left open was looked at."""
        store = self.tools.record.store
        attempts = store.attempts(settings.environment, ticket_id)
        left_open = next((each for each in attempts if _is_open(each)), None)
        if left_open is None:
            return attempts
        self.left_overs.decide(left_open, autotask)
        return store.attempts(settings.environment, ticket_id)


def planned(
    purpose: Purpose,
    text: str,
    run_id: int,
    link: TicketLink,
    settings: Settings,
    attempts: tuple[Resolution, ...],
) -> ResolutionPlan:
    """What an act will write, and the state of the world that it was made from."""
    defaults = settings.current.defaults
    completed = settings.current.completed_status
    return ResolutionPlan(
        environment=settings.environment,
        settings_version=settings.version,
        run_id=run_id,
        ticket_id=link.ticket_id or 0,
        number=link.number,
        purpose=purpose,
        text=text,
        note_type=defaults.note_type or 0,
        publish=defaults.publish or 0,
        completed_status=completed if purpose is Purpose.RESOLVE else None,
        newest=attempts[0].id if attempts else 0,
    )


def blocked_by_attempt(attempts: tuple[Resolution, ...]) -> tuple[Block, ...]:
    """Why an attempt that is still open blocks another one."""
    return tuple(open_attempt_reason(each) for each in attempts if _is_open(each))


def _judged(
    shown: ResolutionPreview,
    link: TicketLink,
    ticket: FullTicket,
    entries: TimeEntries,
    settings: Settings,
    attempts: tuple[Resolution, ...],
) -> ResolutionPreview:
    reasons = reasons_against_resolve(ticket, entries)
    blocks = (*(reasons if ticket.ticket.is_complete else ()), *blocked_by_attempt(attempts))
    shown = replace(shown, ticket=ticket, entries=entries, blocks=blocks)
    if blocks:
        return replace(shown, resolve_blocks=blocks)
    purpose = Purpose.NOTE_ONLY if entries.count else Purpose.RESOLVE
    text = NOTE_ONLY if entries.count else CLOSING_NOTE
    plan = planned(purpose, text, shown.run_id, link, settings, attempts)
    return replace(shown, resolve_blocks=reasons, plan=plan)


def _is_open(attempt: Resolution) -> bool:
    return attempt.state is ResolutionState.OPEN


def _label(reference: ReferenceData | None, status: int | None) -> str:
    return reference.label(TicketField.STATUS, status) if reference else ""
