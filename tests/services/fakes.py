"""Hand-written stand-ins for the outside world, for tests of the services alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.connection import CallsUsed, Zone
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.reference_data import PicklistValue, ReferenceData, TicketField
from bcautotask_gui.domain.settings import (
    Environment,
    EnvironmentSettings,
    PriorityChoice,
    Settings,
    TicketDefaults,
)
from bcautotask_gui.domain.tickets import (
    Claim,
    ClaimState,
    CreateAnswer,
    Ending,
    LookUp,
    Origin,
    Ticket,
    TicketDraft,
    TicketLink,
)

MORNING = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
WORKSPACE = "7f3c91aa"


class Crash(BaseException):
    """The process was killed here: nothing of it runs any more."""


class FakeClock:
    def __init__(self) -> None:
        self.time = MORNING
        self.steady = 1000.0

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.steady

    def sleep(self, seconds: float) -> None:
        self.pass_by(seconds)

    def pass_by(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)
        self.steady += seconds

    def suspend(self, seconds: float) -> None:
        """The computer sleeps: the steady clock stands still."""
        self.time += timedelta(seconds=seconds)


class FakeMemory:
    def __init__(self) -> None:
        self.sent = 0
        self.restored: datetime | None = None
        self.fails_remembering: Failure | None = None

    def last_sending(self) -> int:
        return self.sent

    def remember_sending(self, claim_id: int) -> None:
        if self.fails_remembering:
            raise self.fails_remembering
        self.sent = claim_id

    def restored_at(self) -> datetime | None:
        return self.restored

    def remember_restored(self, at: datetime) -> None:
        self.restored = at


def reference_data() -> ReferenceData:
    def values(*pairs: tuple[int, str]) -> tuple[PicklistValue, ...]:
        return tuple(PicklistValue(value, label) for value, label in pairs)

    return ReferenceData(
        {
            TicketField.QUEUE: values((29682833, "Backup & Recovery")),
            TicketField.SOURCE: values((8, "Monitoring Alert")),
            TicketField.STATUS: values((1, "New"), (5, "Complete")),
            TicketField.PRIORITY: values((1, "High"), (2, "Medium")),
            TicketField.NOTE_TYPE: values((3, "Task Notes")),
            TicketField.PUBLISH: values((1, "All Autotask Users"), (2, "Internal Users Only")),
        },
        MORNING,
    )


def good_settings() -> Settings:
    defaults = TicketDefaults(
        queue=29682833,
        source=8,
        status=1,
        warning=PriorityChoice(2),
        error=PriorityChoice(1),
    )
    sandbox = EnvironmentSettings("api@msp.example", "", 4711, "EU1", defaults)
    return Settings(
        version=3,
        enabled=True,
        environments={
            Environment.SANDBOX: sandbox,
            Environment.PRODUCTION: EnvironmentSettings(),
        },
        base_url="https://backupchecks.example",
    )


class FakeSettings:
    def __init__(self) -> None:
        self.settings = good_settings()
        self.reference: dict[Environment, ReferenceData] = {Environment.SANDBOX: reference_data()}
        self.events: list[AuditEvent] = []
        self.saves_left = 99

    def workspace_id(self) -> str:
        return WORKSPACE

    def read(self) -> Settings:
        return self.settings

    def version(self) -> int:
        return self.settings.version

    def save(self, settings: Settings, event: AuditEvent) -> Settings:
        if settings.version != self.settings.version:
            raise Failure(Kind.STALE, what="The settings", who=self.settings.saved_by)
        if not self.saves_left:
            raise Failure(Kind.DATABASE_LOST)
        self.saves_left -= 1
        self.settings = replace(settings, version=settings.version + 1, saved_by=event.operator)
        self.events.append(event)
        return self.settings

    def reference_data(self, environment: Environment) -> ReferenceData | None:
        return self.reference.get(environment)

    def keep_reference_data(
        self, environment: Environment, data: ReferenceData, event: AuditEvent
    ) -> None:
        self.reference[environment] = data
        self.events.append(event)


class FakeTickets:
    """Claims in memory, with the compare-and-set of the real store."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.claims: dict[int, Claim] = {}
        self.links: list[TicketLink] = []
        self.seconds: list[int] = []
        self.events: list[AuditEvent] = []
        self.known: int | None = 900
        self.lost_for = 0
        self.away: Failure = Failure(Kind.DATABASE_LOST)
        self.answers_lost = 0
        self.release_fails = False
        self.mirror_fails = False
        self.mirrored = 0

    def now(self) -> datetime:
        return self.clock.now()

    def claim(self, draft: TicketDraft, instance: Instance, event: AuditEvent) -> Claim:
        if self.links_of(draft.run_id, draft.environment):
            raise Failure(Kind.HAS_TICKET, number="T1", origin="created")
        other = self.claim_of(draft.run_id, draft.environment)
        if other:
            raise Failure(Kind.WORKED_ON, who=other.operator)
        assert draft.company_id is not None
        made = Claim(
            id=len(self.claims) + 1,
            environment=draft.environment,
            run_id=draft.run_id,
            company_id=draft.company_id,
            marker=draft.marker,
            title=draft.title,
            state=ClaimState.CLAIMED,
            token="token",
            version=1,
            operator=event.operator,
            workstation=event.workstation,
            instance=instance.id,
            profile=instance.profile,
            created_at=self.now(),
            run_at=draft.run_at,
        )
        self.claims[made.id] = made
        self.events.append(event)
        return made

    def sending(self, claim: Claim, event: AuditEvent) -> Claim:
        return self._move(claim, event, state=ClaimState.SENDING, sending_at=self.now())

    def created(self, claim: Claim, ticket_id: int, event: AuditEvent) -> Claim:
        if self.lost_for:
            self.lost_for -= 1
            raise self.away
        made = self._hold(claim, ticket_id, event)
        if self.answers_lost:
            self.answers_lost -= 1
            raise Failure(Kind.DATABASE_LOST)
        return made

    def adopted(self, claim: Claim, ticket: Ticket, event: AuditEvent) -> Claim:
        return self._hold(claim, ticket.id, event)

    def unknown(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        return self._move(claim, event, state=ClaimState.UNKNOWN, reason=reason)

    def release(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        if self.release_fails:
            raise Failure(Kind.DATABASE_LOST)
        return self._move(claim, event, state=ClaimState.RELEASED, reason=reason)

    def looked(self, claim: Claim, *, is_valid: bool, asked_at: datetime) -> Claim:
        if not is_valid:
            return claim
        return self._move(claim, None, valid_looks=claim.valid_looks + 1, last_valid_look=asked_at)

    def offer(self, claim: Claim, tickets: Sequence[Ticket], event: AuditEvent) -> Claim:
        return self._move(claim, event, offered=tuple(t.id for t in tickets))

    def reject(self, claim: Claim, ticket_id: int, event: AuditEvent) -> Claim:
        return self._move(claim, event, rejected=(*claim.rejected, ticket_id))

    def second(self, claim: Claim, tickets: Sequence[Ticket], event: AuditEvent) -> Claim:
        moved = self._move(claim, event)
        self.seconds += [ticket.id for ticket in tickets]
        return moved

    def take_over(self, claim: Claim, instance: Instance, event: AuditEvent) -> Claim:
        return self._move(claim, event, instance=instance.id, profile=instance.profile)

    def claim_of(self, run_id: int, environment: Environment) -> Claim | None:
        return next(
            (
                c
                for c in self.claims.values()
                if c.run_id == run_id and c.state is not ClaimState.RELEASED
            ),
            None,
        )

    def last_released(self, run_id: int, environment: Environment) -> Claim | None:
        sent = [
            c
            for c in self.claims.values()
            if c.run_id == run_id and c.state is ClaimState.RELEASED and c.sending_at
        ]
        return sent[-1] if sent else None

    def open_claims(self, environment: Environment) -> tuple[Claim, ...]:
        return tuple(c for c in self.claims.values() if c.state.is_open)

    def ended_claims(self, environment: Environment) -> tuple[Claim, ...]:
        return ()

    def free(self, claim: Claim, reason: str, event: AuditEvent) -> Claim:
        return self._move(claim, event, state=ClaimState.RELEASED, reason=reason)

    def links_of(self, run_id: int, environment: Environment) -> tuple[TicketLink, ...]:
        return tuple(link for link in self.links if link.run_id == run_id)

    def held(
        self, environment: Environment, ticket_ids: Sequence[int], *, except_run: int
    ) -> frozenset[int]:
        held = {link.ticket_id for link in self.links if link.run_id != except_run}
        return frozenset(held & set(ticket_ids))

    def unnumbered(self, environment: Environment) -> tuple[int, ...]:
        return tuple(link.ticket_id for link in self.links if link.ticket_id and not link.number)

    def newest_sent(self) -> int:
        return max((c.id for c in self.claims.values() if c.sending_at), default=0)

    def known_ticket(self, environment: Environment) -> int | None:
        return self.known

    def snapshot(self, environment: Environment, ticket: Ticket, status_label: str) -> None:
        self.links = [
            replace(link, number=ticket.number, status_label=status_label)
            if link.ticket_id == ticket.id
            else link
            for link in self.links
        ]

    def mirror(self) -> int:
        if self.mirror_fails:
            raise Failure(Kind.DATABASE_LOST)
        self.mirrored += 1
        return 0

    def _hold(self, claim: Claim, ticket_id: int, event: AuditEvent) -> Claim:
        now = self.claims.get(claim.id)
        if now and now.ticket_id == ticket_id:
            return now
        if now is None or not now.state.is_open:
            self.seconds.append(ticket_id)
            return now or replace(claim, state=ClaimState.RELEASED)
        self.links.append(
            TicketLink(
                len(self.links) + 1,
                claim.environment,
                claim.run_id,
                ticket_id,
                "",
                Origin.CREATED,
                event.operator,
                self.now(),
            )
        )
        # the ticket exists, whoever moved the claim on
        return self._move(now, event, state=ClaimState.CREATED, ticket_id=ticket_id)

    def _move(self, claim: Claim, event: AuditEvent | None, **changes: Any) -> Claim:
        now = self.claims.get(claim.id)
        if now is None or (now.token, now.version) != (claim.token, claim.version):
            raise Failure(Kind.STALE, what="The claim", who="somebody")
        moved = replace(now, version=now.version + 1, **changes)
        self.claims[claim.id] = moved
        if event:
            self.events.append(event)
        return moved


@dataclass
class Script:
    """How one create ends: whether it is executed, and what the caller is told."""

    ending: Ending = Ending.CREATED
    executed: bool = True
    failure: Failure | None = None
    wait: float = 0.0
    id_readable: bool = True


class FakeAutotask:
    """One tenant in memory; ticket 900 always exists and proves that an answer is whole."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.tickets_by_id: dict[int, Ticket] = {900: _ticket(900, "Printer on fire", 1)}
        self.scripts: list[Script] = []
        self.calls: list[str] = []
        self.is_blind = False
        self.hides_control = False
        self.before_sending: Callable[[], None] = lambda: None
        self.on_look_up: Callable[[], None] = lambda: None
        self.fails_reading: Failure | None = None
        self.number_unreadable = False

    def look_up(
        self, stem: str, company_id: int, title: str, since: datetime | None, known_ticket: int
    ) -> LookUp:
        self.calls.append("look_up")
        self.on_look_up()
        if self.fails_reading:
            raise self.fails_reading
        if self.is_blind:
            return LookUp(is_valid=False)
        everything = self.tickets_by_id.values()
        marked = tuple(t for t in everything if t.external_id.startswith(stem))
        titled = tuple(
            t
            for t in everything
            if t not in marked and t.company_id == company_id and t.title == title
        )
        is_whole = known_ticket in self.tickets_by_id and not self.hides_control
        return LookUp(is_whole, marked, titled)

    def any_ticket(self) -> int | None:
        return None if self.is_blind else min(self.tickets_by_id, default=None)

    def create_ticket(self, draft: TicketDraft, may_send: Callable[[], bool]) -> CreateAnswer:
        self.calls.append("create")
        self.before_sending()
        if not may_send():
            return CreateAnswer(Ending.NOT_SENT, failure=Failure(Kind.NOT_SENT, why="too late"))
        script = self.scripts.pop(0) if self.scripts else Script()
        made = None
        if script.executed:
            made = self.add(draft.title, draft.company_id or 0, str(draft.marker))
        if script.ending is Ending.CREATED:
            return CreateAnswer(Ending.CREATED, made if script.id_readable else None)
        failure = script.failure or Failure(Kind.TIMED_OUT, seconds=60)
        return CreateAnswer(script.ending, failure=failure, wait=script.wait)

    def ticket(self, ticket_id: int) -> Ticket:
        self.calls.append("ticket")
        if self.number_unreadable:
            raise Failure(Kind.TIMED_OUT, seconds=60)
        if ticket_id not in self.tickets_by_id:
            raise Failure(Kind.ABSENT, what="ticket", id=ticket_id)
        return self.tickets_by_id[ticket_id]

    def companies(self, ids: Sequence[int]) -> Iterator[dict[int, Any]]:
        raise NotImplementedError

    def zone(self) -> Zone:
        return Zone("EU1", "https://webservices19.autotask.net/ATServicesRest/", "", 4711)

    def calls_used(self) -> CallsUsed:
        return CallsUsed(214, 10_000)

    def reference_data(self) -> ReferenceData:
        return reference_data()

    def close(self) -> None:
        self.calls.append("close")

    def add(self, title: str, company_id: int, external_id: str = "") -> int:
        ticket_id = max(self.tickets_by_id, default=900) + 1
        self.tickets_by_id[ticket_id] = _ticket(ticket_id, title, company_id, external_id)
        return ticket_id

    def made(self) -> list[Ticket]:
        return [t for t in self.tickets_by_id.values() if t.external_id]


def _ticket(ticket_id: int, title: str, company_id: int, external_id: str = "") -> Ticket:
    return Ticket(
        ticket_id,
        f"T20261123.{ticket_id:04}",
        title,
        company_id,
        1,
        external_id=external_id,
        created_at=MORNING,
    )
