"""Resolving tickets and adding notes to them: what an operator can do."""

from collections.abc import Generator

from bcautotask_gui.domain.blocks import blocked
from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import FullTicket
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import (
    Clock,
    Instances,
    ResolutionStore,
    RunStore,
    SendMemory,
    SettingsStore,
    TicketStore,
)
from bcautotask_gui.domain.resolution import Purpose, Resolution, ResolutionPlan
from bcautotask_gui.domain.resolution_shown import (
    ResolutionOutcome,
    ResolutionPreview,
    ResolutionReport,
)
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.ticket_notes import LONGEST_NOTE
from bcautotask_gui.domain.tickets import Block
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.holding import AtWork
from bcautotask_gui.services.resolution_course import Course, Tools
from bcautotask_gui.services.resolution_left_overs import LeftOvers
from bcautotask_gui.services.resolution_preview import (
    Previewer,
    blocked_by_attempt,
    planned,
)
from bcautotask_gui.services.resolution_record import ResolutionRecord
from bcautotask_gui.services.resolution_report import first_report
from bcautotask_gui.services.resolving import Resolving

Reports = Generator[ResolutionReport, None, ResolutionOutcome]


class ResolutionService:
    """Resolves tickets and adds notes; one attempt per ticket at a time.

    Every act is a generator that yields the list of steps whenever one begins or ends, and returns
    how it ended. What it raises was refused before anything was written.
    """

    def __init__(
        self,
        attempts: ResolutionStore,
        runs: RunStore,
        tickets: TicketStore,
        instances: Instances,
        settings: SettingsStore,
        access: AutotaskAccess,
        finder: Finder,
        memory: SendMemory,
        actor: Actor,
        clock: Clock,
        waits: Waits,
    ) -> None:
        self._settings = settings
        self._access = access
        self._actor = actor
        self._at_work = AtWork()
        self._tools = Tools(ResolutionRecord(attempts, actor), finder, memory, clock)
        self._left_overs = LeftOvers(self._tools, instances, settings, self._at_work, waits)
        self._previewer = Previewer(
            runs, tickets, settings, access, self._left_overs, self._tools, actor
        )

    def at_work(self) -> frozenset[int]:
        """The tickets that a job of this application is working on right now."""
        return self._at_work.ids()

    def left_open(self) -> frozenset[int]:
        """The tickets on which an attempt of this workstation waits to be decided by looking."""
        return self._left_overs.ours()

    def preview(self, run_id: int) -> ResolutionPreview:
        """The ticket of a run as it is now, and what may be done with it.

        Raises:
            Failure: RUN_GONE, OTHER_TICKET, ABSENT, or what kept Autotask from answering.
        """
        return self._previewer.preview(run_id)

    def resolve(self, shown: ResolutionPreview, *, accepts_loss: bool = False) -> Reports:
        """Adds the note, writes the resolution and completes the ticket.

        Args:
            shown: what the person saw; refused where the world changed since.
            accepts_loss: the person's tick that formatting can be lost, where `needs_tick`.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED, DISABLED, STALE, TICKET_WORKED_ON.
        """
        self._actor.require(Permission.RESOLVE)
        plan = _plan_of(shown, Purpose.RESOLVE)
        if shown.needs_tick and not accepts_loss:
            reason = say(
                "This ticket was not created here. Accept first that formatting can be lost."
            )
            raise Failure(Kind.BLOCKED, reason=reason)
        return (yield from self._act(plan, shown.ticket))

    def note_only(self, shown: ResolutionPreview) -> Reports:
        """Adds the note that the backup works again; the ticket stays open.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED, DISABLED, STALE, TICKET_WORKED_ON.
        """
        self._actor.require(Permission.NOTE)
        return (yield from self._act(_plan_of(shown, Purpose.NOTE_ONLY), shown.ticket))

    def add_note(self, run_id: int, text: str) -> Reports:
        """Adds an internal note to the ticket of a run.

        Args:
            run_id: whose ticket.
            text: at most 32,000 characters.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED, DISABLED, STALE, TICKET_WORKED_ON.
        """
        self._actor.require(Permission.NOTE)
        text = text.strip()
        if not text or len(text) > LONGEST_NOTE:
            raise Failure(
                Kind.BLOCKED,
                reason=say(
                    "Write a note of 1 to {longest_note:,} characters.", longest_note=LONGEST_NOTE
                ),
            )
        return (yield from self._act(self._plan_note(run_id, text), None))

    def take_over(self, attempt: Resolution) -> Resolution:
        """Makes an attempt this workstation's own that a colleague's left behind.

        Nothing is sent; what became of it is looked for from here.

        Args:
            attempt: as the preview showed it.

        Raises:
            Failure: NOT_ALLOWED, STALE, BLOCKED with the reason against it.
        """
        self._actor.require(Permission.RESOLVE)
        against = self._left_overs.against_take_over(attempt)
        if against:
            raise Failure(Kind.BLOCKED, reason=against)
        return self._tools.record.taken_over(attempt)

    def go_on(self) -> tuple[ResolutionOutcome, ...]:
        """Looks once at each attempt that a crash or a lost answer left open.

        Nothing is written to Autotask; a person decides whether to begin again.

        Returns:
            Those that came to their end.

        Raises:
            Failure: what kept Autotask or the database from answering.
        """
        return self._left_overs.decide_all(self._access.open().autotask)

    def _plan_note(self, run_id: int, text: str) -> ResolutionPlan:
        settings = self._settings.read()
        reference = self._settings.reference_data(settings.environment)
        link, blocks = self._previewer.beginning(run_id, Purpose.NOTE, settings, reference)
        _refuse(blocks)
        if link is None or link.ticket_id is None:
            raise Failure(Kind.BLOCKED, reason=say("This run has no ticket."))
        autotask = self._access.open().autotask
        attempts = self._previewer.decided(settings, link.ticket_id, autotask)
        _refuse(blocked_by_attempt(attempts))
        return planned(Purpose.NOTE, text, run_id, link, settings, attempts)

    def _act(self, plan: ResolutionPlan, shown: FullTicket | None) -> Reports:
        autotask = self._access.open().autotask
        reference = self._settings.reference_data(plan.environment)
        record = self._tools.record
        with self._at_work.on(plan.ticket_id):
            earlier = record.store.attempts(plan.environment, plan.ticket_id)
            attempt = record.begin(plan)
            report = first_report(plan, reference)
            course = Course(self._tools, autotask, attempt, earlier, shown, reference, report)
            return (yield from Resolving(course).run())


def _plan_of(shown: ResolutionPreview, purpose: Purpose) -> ResolutionPlan:
    _refuse(shown.blocks)
    if shown.plan is None or shown.plan.purpose is not purpose:
        _refuse(shown.resolve_blocks)
        raise Failure(Kind.BLOCKED, reason=say("That is not what was shown. Look again."))
    return shown.plan


def _refuse(blocks: tuple[Block, ...]) -> None:
    if blocks:
        raise blocked(blocks[0])
