"""One run with a ticket in one tenant: what resolving needs, in memory."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from typing import Any

from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import FullTicket, TicketChange
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.domain.reference_data import PicklistValue, ReferenceData, TicketField
from bcautotask_gui.domain.resolution import (
    Resolution,
    ResolutionPlan,
    ResolutionState,
    Step,
    StepKind,
    StepState,
)
from bcautotask_gui.domain.resolution_shown import (
    ResolutionOutcome,
    ResolutionPreview,
    ResolutionReport,
)
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.ticket_notes import Note, NoteDraft, NotesFound, NotesSeen, TimeEntries
from bcautotask_gui.domain.tickets import CreateAnswer, Ending, Origin, Ticket, TicketLink
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.resolution import ResolutionService
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID, SecretKeeper
from tests.services.fakes import (
    MORNING,
    Crash,
    FakeClock,
    FakeMemory,
    FakeSettings,
    FakeTickets,
    good_settings,
    reference_data,
)
from tests.services.world import RUN, FakeRuns, FakeSecrets, Killer

TICKET = 128926
NUMBER = "T20261120.0044"
NEW, ON_HOLD, COMPLETE = 1, 17, 5
OURS, COLLEAGUE = 29682885, 29682890
LINK = TicketLink(
    1, Environment.SANDBOX, RUN.id, TICKET, NUMBER, Origin.CREATED, "J. de Vries", MORNING
)


def resolving_settings() -> Settings:
    settings = good_settings()
    defaults = replace(settings.current.defaults, note_type=1, publish=2)
    settings = settings.with_current(defaults=defaults, completed_status=COMPLETE)
    return replace(settings, resolving_allowed=True)


def resolving_reference() -> ReferenceData:
    known = reference_data()
    statuses = ((NEW, "New"), (ON_HOLD, "On Hold"), (COMPLETE, "Complete"), (8, "Completed"))
    publish = ((1, "All Autotask Users"), (2, "Internal Users Only"), (4, "Internal & Co-Managed"))
    more = {
        TicketField.STATUS: tuple(PicklistValue(*each) for each in statuses),
        TicketField.NOTE_TYPE: (PicklistValue(1, "Task Summary"),),
        TicketField.PUBLISH: tuple(PicklistValue(*each) for each in publish),
    }
    return replace(known, picklists={**known.picklists, **more})


@dataclass
class Write:
    """How one write ends: whether it is executed, and what the caller is told."""

    ending: Ending = Ending.CREATED
    executed: bool = True
    failure: Failure | None = None
    wait: float = 0.0
    sticks: bool = True


class TicketAutotask:
    """One ticket in a tenant whose rules can set its status back."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.fields: dict[str, Any] = {
            "id": TICKET,
            "ticketNumber": NUMBER,
            "title": "[Backupchecks] HV01 Daily - Failed",
            "companyID": 29683485,
            "status": NEW,
            "queueID": 29682833,
            "priority": 1,
            "resolution": "",
            "contactID": None,
            "completedDate": None,
            "lastActivityDate": MORNING.isoformat(),
        }
        self.notes_by_id: dict[int, Note] = {500: Note(500, "By hand", "Looked at it", COLLEAGUE)}
        self.entries = 0
        self.writes: list[Write] = []
        self.calls: list[str] = []
        self.updates: list[frozenset[str]] = []
        self.after: dict[str, Callable[[], object]] = {}
        self.is_blind = False
        self.author_known = True
        self.fails: dict[str, Failure] = {}

    def full_ticket(self, ticket_id: int) -> FullTicket:
        self._called("full_ticket")
        if not self.fields:
            raise Failure(Kind.ABSENT, what="ticket", id=ticket_id)
        fields = dict(self.fields)
        at = MORNING if fields["completedDate"] else None
        ticket = Ticket(
            ticket_id,
            fields["ticketNumber"],
            fields["title"],
            fields["companyID"],
            fields["status"],
            completed_at=at,
        )
        stamps = {"id", "ticketNumber", "completedDate", "lastActivityDate"}
        return FullTicket(ticket, fields["resolution"], fields, frozenset(set(fields) - stamps))

    def time_entries(self, ticket_id: int) -> TimeEntries:
        self._called("time_entries")
        return TimeEntries(self.entries, self.entries * 0.5)

    def notes(self, ticket_id: int, control: int | None = None) -> NotesFound:
        self._called("notes")
        if self.is_blind:
            return NotesFound(is_valid=False)
        notes = tuple(note for _, note in sorted(self.notes_by_id.items()))
        return NotesFound(control is None or control in self.notes_by_id, notes)

    def any_note(self) -> int | None:
        return min(self.notes_by_id, default=None)

    def author(self) -> int | None:
        return OURS if self.author_known else None

    def add_note(
        self, ticket_id: int, draft: NoteDraft, may_send: Callable[[], bool]
    ) -> CreateAnswer:
        def execute() -> int:
            return self.write_note(draft.text)

        return self._write("add_note", may_send, execute)

    def update_ticket(
        self, ticket: FullTicket, change: TicketChange, may_send: Callable[[], bool]
    ) -> CreateAnswer:
        script = self.writes[0] if self.writes else Write()

        def execute() -> int:
            status = self.fields["status"]
            self.fields.update({name: ticket.fields[name] for name in ticket.writable})
            self.fields.update({name: getattr(change, name) for name in change.names})
            self.updates.append(change.names)
            if not script.sticks:
                self.fields["status"] = status
            is_complete = self.fields["status"] == COMPLETE
            self.fields["completedDate"] = "2026-11-23T06:00:00Z" if is_complete else None
            self.fields["lastActivityDate"] = self.clock.now().isoformat()
            return ticket.ticket.id

        return self._write("update_ticket", may_send, execute)

    def close(self) -> None:
        self.calls.append("close")

    def write_note(self, text: str, author: int = OURS) -> int:
        note_id = max(self.notes_by_id) + 1
        self.notes_by_id[note_id] = Note(note_id, "Backupchecks", text, author)
        self.fields["lastActivityDate"] = self.clock.now().isoformat()
        return note_id

    def texts(self) -> list[str]:
        """What our API user wrote on the ticket."""
        return [note.text for note in self.notes_by_id.values() if note.author == OURS]

    def _write(
        self, name: str, may_send: Callable[[], bool], execute: Callable[[], int]
    ) -> CreateAnswer:
        if not may_send():
            return CreateAnswer(Ending.NOT_SENT, failure=Failure(Kind.NOT_SENT, why="too late"))
        script = self.writes.pop(0) if self.writes else Write()
        made = execute() if script.executed else None
        self._called(name)
        if script.ending is Ending.CREATED:
            return CreateAnswer(Ending.CREATED, made)
        failure = script.failure or Failure(Kind.TIMED_OUT, seconds=60)
        return CreateAnswer(script.ending, failure=failure, wait=script.wait)

    def _called(self, name: str) -> None:
        """Lets something happen right after the n-th call of a method, such as `notes 2`."""
        if name in self.fails:
            raise self.fails[name]
        self.calls.append(name)
        act = self.after.pop(f"{name} {self.calls.count(name)}", None)
        if act:
            act()


class FakeResolutions:
    """Attempts in memory, with the compare-and-set of the real store."""

    def __init__(self, clock: FakeClock, settings: FakeSettings, tickets: FakeTickets) -> None:
        self.clock = clock
        self.settings = settings
        self.tickets = tickets
        self.kept: dict[int, Resolution] = {}
        self.events: list[AuditEvent] = []

    def now(self) -> Any:
        return self.clock.now()

    def begin(self, plan: ResolutionPlan, instance: Instance, event: AuditEvent) -> Resolution:
        if plan.settings_version != self.settings.settings.version:
            raise Failure(Kind.STALE, what="The settings", who="somebody")
        before = self.attempts(plan.environment, plan.ticket_id)
        if before and before[0].state is ResolutionState.OPEN:
            raise Failure(Kind.TICKET_WORKED_ON, who=before[0].operator, number=plan.number)
        if plan.newest != (before[0].id if before else 0):
            raise Failure(Kind.STALE, what="The ticket", who=before[0].operator)
        if not any(link.ticket_id == plan.ticket_id for link in self.tickets.links):
            raise Failure(Kind.STALE, what="The ticket", who="somebody")
        made = Resolution(
            id=len(self.kept) + 1,
            plan=plan,
            state=ResolutionState.OPEN,
            token="token",
            version=1,
            operator=event.operator,
            workstation=event.workstation,
            instance=instance.id,
            profile=instance.profile,
            created_at=self.now(),
        )
        self.kept[made.id] = made
        self.events.append(event)
        return made

    def seen(self, attempt: Resolution, before: NotesSeen, event: AuditEvent) -> Resolution:
        steps = (*attempt.steps, Step(len(attempt.steps) + 1, StepKind.READ, StepState.DONE))
        return self._move(attempt, event, before=before, steps=steps)

    def add(
        self,
        attempt: Resolution,
        kind: StepKind,
        state: StepState,
        event: AuditEvent,
        *,
        value: int | None = None,
    ) -> Resolution:
        assert attempt.pending is None, "a request was forgotten"
        sent = self.now() if state is StepState.SENDING else None
        step = Step(len(attempt.steps) + 1, kind, state, value, event.after, sent)
        return self._move(attempt, event, steps=(*attempt.steps, step))

    def decide(
        self,
        attempt: Resolution,
        state: StepState,
        event: AuditEvent,
        *,
        value: int | None = None,
    ) -> Resolution:
        assert attempt.pending is not None, "nothing to decide"
        step = replace(attempt.pending, state=state, value=value, detail=event.after)
        return self._move(attempt, event, steps=(*attempt.steps[:-1], step))

    def looked(self, attempt: Resolution, asked_at: Any) -> Resolution:
        assert attempt.pending is not None
        looks = attempt.pending.valid_looks + 1
        step = replace(attempt.pending, valid_looks=looks, last_valid_look=asked_at)
        return self._move(attempt, None, steps=(*attempt.steps[:-1], step))

    def end(
        self, attempt: Resolution, state: ResolutionState, reason: str, event: AuditEvent
    ) -> Resolution:
        assert attempt.pending is None, "ended with a request that nobody knows of"
        return self._move(attempt, event, state=state, reason=reason)

    def take_over(self, attempt: Resolution, instance: Instance, event: AuditEvent) -> Resolution:
        return self._move(
            attempt,
            event,
            token=f"{attempt.token}+",
            operator=event.operator,
            workstation=instance.workstation,
            instance=instance.id,
            profile=instance.profile,
        )

    def attempts(self, environment: Environment, ticket_id: int) -> tuple[Resolution, ...]:
        kept = (each for each in self.kept.values() if each.plan.ticket_id == ticket_id)
        return tuple(sorted(kept, key=lambda each: -each.id))

    def open_attempts(self, environment: Environment) -> tuple[Resolution, ...]:
        return tuple(e for e in self.kept.values() if e.state is ResolutionState.OPEN)

    def _move(self, attempt: Resolution, event: AuditEvent | None, **changes: Any) -> Resolution:
        now = self.kept[attempt.id]
        is_same = (now.token, now.version) == (attempt.token, attempt.version)
        if not is_same or now.state is not ResolutionState.OPEN:
            raise Failure(Kind.STALE, what="The attempt", who="somebody")
        self.kept[now.id] = replace(now, version=now.version + 1, **changes)
        if event:
            self.events.append(event)
        return self.kept[now.id]


class Beats:
    """The heartbeats of all workstations."""

    def __init__(self, world: "ResolvingWorld") -> None:
        self._world = world

    def alive(self, within_seconds: float) -> frozenset[str]:
        return self._world.alive


class ResolvingWorld:
    """What outlasts a crash: database, tenant, profile. `start` makes what does not."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.settings = FakeSettings()
        self.settings.settings = resolving_settings()
        self.settings.reference[Environment.SANDBOX] = resolving_reference()
        self.tickets = FakeTickets(self.clock)
        self.tickets.links = [LINK]
        self.attempts = FakeResolutions(self.clock, self.settings, self.tickets)
        self.autotask = TicketAutotask(self.clock)
        self.memory = FakeMemory()
        self.alive: frozenset[str] = frozenset()
        self.secrets = FakeSecrets()
        self.runs = FakeRuns(self.tickets)
        self.starts = 0
        self.start()

    def start(self, *, role: Role = Role.OPERATOR, profile: str = "profile") -> None:
        """Starts the application anew on what is left of the world."""
        self.starts += 1
        instance = Instance(f"instance {self.starts}", profile, "desk-7")
        self.actor = Actor(Operator("J. de Vries", role, "desk-7", frozenset({role})), instance)
        self.keeper = SecretKeeper(self.secrets, self.settings, self.actor)  # type: ignore[arg-type]
        for name in (SECRET, TRACKING_ID):
            account = f"{self.settings.workspace_id()}/sandbox/{name}"
            self.secrets.values[account] = f"the {name}"
        self.keeper.load()
        self.wire(self.attempts, self.autotask)

    def wire(self, attempts: Any, autotask: Any) -> None:
        tickets: Any = self.tickets
        runs: Any = self.runs
        access = AutotaskAccess(self.settings, self.keeper, lambda _where, _gate: autotask)
        self.service = ResolutionService(
            attempts,
            runs,
            tickets,
            Beats(self),  # type: ignore[arg-type]
            self.settings,
            access,
            Finder(tickets, self.settings, self.actor),
            self.memory,
            self.actor,
            self.clock,
            Waits(),
        )

    def preview(self) -> ResolutionPreview:
        return self.service.preview(RUN.id)

    def resolve(self, *, accepts_loss: bool = False) -> ResolutionOutcome:
        """Looks at the dialog and presses the button."""
        return end_of(self.service.resolve(self.preview(), accepts_loss=accepts_loss))

    def note_only(self) -> ResolutionOutcome:
        return end_of(self.service.note_only(self.preview()))

    def add_note(self, text: str = "Seen on Monday.") -> ResolutionOutcome:
        return end_of(self.service.add_note(RUN.id, text))

    def look_until_decided(self) -> list[ResolutionOutcome]:
        """Lets time pass and looks, as the application does by itself, for up to half an hour."""
        outcomes: list[ResolutionOutcome] = []
        for _minute in range(30):
            outcomes += self.service.go_on()
            if not self.attempts.open_attempts(Environment.SANDBOX):
                break
            self.clock.pass_by(60)
        return outcomes

    def crash_at(self, point: int, act: str = "resolve") -> bool:
        """Acts, and is killed at the given step boundary; tells whether it came that far."""
        killer = Killer(point)
        shown = self.preview() if act != "add_note" else None
        self.wire(killer.watch(self.attempts), killer.watch(self.autotask))
        try:
            if shown is None:
                end_of(self.service.add_note(RUN.id, "Seen on Monday."))
            else:
                end_of(getattr(self.service, act)(shown))
        except Crash:
            return True
        return False

    def states(self) -> list[ResolutionState]:
        return [each.state for each in self.attempts.kept.values()]


def end_of(
    steps: Generator[ResolutionReport, None, ResolutionOutcome],
) -> ResolutionOutcome:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
