"""What the model-based test stands on: two desks, one Autotask that bends, one database.

Everything is real but the clock and what `Ground` holds: either the stand-ins of the services'
tests, or a SQLite file and the local Autotask.
"""

from __future__ import annotations

import copy
import shutil
import sqlite3
import tempfile
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Engine, event

from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.rest import open_autotask
from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.audit import Act, AuditEvent
from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE, NotesFound, TimeEntries
from bcautotask_gui.domain.tickets import CreateAnswer, Ending, Origin, TicketLink
from bcautotask_gui.sandbox import (
    DEMO_SECRET,
    DEMO_TRACKING_ID,
    DEMO_USER,
    AutotaskServer,
    Fault,
    FaultKind,
)
from bcautotask_gui.sandbox.model import Access, Level
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.claims import ClaimService
from bcautotask_gui.services.drafts import DraftService
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.linking import LinkService
from bcautotask_gui.services.look_ups import LookUpService
from bcautotask_gui.services.manual_numbers import ManualNumberService
from bcautotask_gui.services.owners import Owners
from bcautotask_gui.services.resolution import ResolutionService
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID, SecretKeeper
from bcautotask_gui.services.tickets import TicketService
from tests.database.world import ours, sql
from tests.faults.place import SANDBOX
from tests.services.fakes import MORNING, FakeClock, FakeMemory, FakeSettings
from tests.services.link_world import (
    FakeInstances,
    FakeLinks,
    LinkAutotask,
    LinkRuns,
    LinkTickets,
)
from tests.services.resolving_world import (
    NEW,
    OURS,
    FakeResolutions,
    TicketAutotask,
    resolving_reference,
    resolving_settings,
)
from tests.services.world import MAPPING, RUN, FakeSecrets, Killer

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.domain.full_ticket import FullTicket, TicketChange
    from bcautotask_gui.domain.settings import Environment
    from bcautotask_gui.domain.ticket_notes import NoteDraft
    from bcautotask_gui.domain.tickets import LookUp, TicketDraft

# how long Autotask may work on a request that nobody waits for any more
LATEST = 300.0
# how old an answer of Autotask may be
STALEST = 240.0


@dataclass
class Script:
    """How the next request that creates a ticket ends.

    Attributes:
        late_by: seconds after which it is executed all the same, or None.
    """

    ending: Ending
    executed: bool = True
    late_by: float | None = None


class BentAutotask:
    """Autotask with a line that loses answers and a server that executes late or answers stale.

    Attributes:
        made: the tickets that our requests made, by run.
        script: how the next create ends; None for well.
        write_script: how the next note or update of a ticket ends; None for well.
        noted: how many closing notes were executed, by ticket.
    """

    def __init__(self, inner: Any, clock: FakeClock) -> None:
        self._inner = inner
        self._clock = clock
        self.made: dict[int, list[int]] = defaultdict(list)
        self.script: Script | None = None
        self.write_script: Script | None = None
        self.noted: dict[int, int] = defaultdict(int)
        self.before_sending: Callable[[], None] | None = None
        self._waiting: list[tuple[datetime, Callable[[], object]]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def create_ticket(self, draft: TicketDraft, may_send: Callable[[], bool]) -> CreateAnswer:
        script, self.script = self.script, None
        sleep, self.before_sending = self.before_sending, None
        if sleep:
            sleep()
        if script is None:
            return self._really(draft, may_send)
        if not may_send():
            return CreateAnswer(Ending.NOT_SENT, failure=Failure(Kind.NOT_SENT, why="too late"))
        if script.late_by is not None:
            due = self._clock.now() + timedelta(seconds=script.late_by)
            self._waiting.append((due, lambda: self._really(draft, lambda: True)))
        elif script.executed:
            self._really(draft, lambda: True)
        kind = Kind.BUSY if script.ending is Ending.COME_AGAIN else Kind.TIMED_OUT
        return CreateAnswer(script.ending, failure=Failure(kind, seconds=60))

    def execute_what_is_due(self) -> None:
        """Executes what was requested before; the clock has just moved on."""
        due = [each for each in self._waiting if each[0] <= self._clock.now()]
        self._waiting = [each for each in self._waiting if each not in due]
        for _moment, execute in due:
            execute()

    def add_note(
        self, ticket_id: int, draft: NoteDraft, may_send: Callable[[], bool]
    ) -> CreateAnswer:
        def execute(may_send: Callable[[], bool] = lambda: True) -> CreateAnswer:
            answer: CreateAnswer = self._inner.add_note(ticket_id, draft, may_send)
            if answer.ending is Ending.CREATED and draft.text == CLOSING_NOTE:
                self.noted[ticket_id] += 1
            return answer

        return self._write(execute, may_send)

    def update_ticket(
        self, ticket: FullTicket, change: TicketChange, may_send: Callable[[], bool]
    ) -> CreateAnswer:
        def execute(may_send: Callable[[], bool] = lambda: True) -> CreateAnswer:
            answer: CreateAnswer = self._inner.update_ticket(ticket, change, may_send)
            return answer

        return self._write(execute, may_send)

    def _write(
        self, execute: Callable[..., CreateAnswer], may_send: Callable[[], bool]
    ) -> CreateAnswer:
        script, self.write_script = self.write_script, None
        if script is None:
            return execute(may_send)
        if not may_send():
            return CreateAnswer(Ending.NOT_SENT, failure=Failure(Kind.NOT_SENT, why="too late"))
        if script.late_by is not None:
            due = self._clock.now() + timedelta(seconds=script.late_by)
            self._waiting.append((due, execute))
        elif script.executed:
            execute()
        return CreateAnswer(script.ending, failure=Failure(Kind.TIMED_OUT, seconds=60))

    def _really(self, draft: TicketDraft, may_send: Callable[[], bool]) -> CreateAnswer:
        answer: CreateAnswer = self._inner.create_ticket(draft, may_send)
        if answer.ticket_id is not None:
            self.made[draft.run_id].append(answer.ticket_id)
        return answer


class Gated:
    """A client that asks before every call whether the settings still allow it, as the real one."""

    def __init__(self, inner: Any, gate: Callable[[], None]) -> None:
        self._inner, self._gate = inner, gate

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._inner, name)
        return partial(self._write if name in _WRITES else self._read, method)

    def _read(self, method: Callable[..., Any], *args: Any) -> Any:
        self._gate()
        return method(*args)

    def _write(self, method: Callable[..., Any], *args: Any) -> Any:
        try:
            self._gate()
        except Failure as failure:
            return CreateAnswer(Ending.NOT_SENT, failure=failure)
        return method(*args)


_WRITES = ("create_ticket", "add_note", "update_ticket")


class Desk:
    """One workstation: its services end with a crash, its profile stays."""

    def __init__(self, ground: Ground, profile: str) -> None:
        self._ground = ground
        self._profile = profile
        self.memory = FakeMemory()
        self.starts = 0
        self.start()

    def start(self, killer: Killer | None = None) -> None:
        """Starts the application on this profile, to be killed at a boundary if told so."""
        self.starts += 1
        ground = self._ground
        name = f"{self._profile} {self.starts}"
        self.actor = Actor(
            Operator("J. de Vries", Role.ADMIN, name, frozenset({Role.ADMIN})),
            Instance(name, self._profile, name),
        )
        ground.lives(self.actor)
        tickets: Any = killer.watch(ground.tickets) if killer else ground.tickets
        links: Any = killer.watch(ground.links) if killer else ground.links
        autotask: Any = killer.watch(ground.autotask) if killer else ground.autotask
        keeper = SecretKeeper(ground.secrets, ground.settings, self.actor)
        keeper.load()
        attempts: Any = killer.watch(ground.resolutions) if killer else ground.resolutions
        access = AutotaskAccess(
            ground.settings, keeper, lambda _where, gate: cast("Any", Gated(autotask, gate))
        )
        finder = Finder(tickets, ground.settings, self.actor)
        clock = ground.clock
        self.drafts = DraftService(ground.runs, tickets, ground.settings, access, self.actor, clock)
        self.creating = TicketService(tickets, access, finder, self.memory, self.actor, clock)
        self.look_ups = LookUpService(
            tickets, access, finder, self.creating, self.actor, clock, Waits()
        )
        owners = Owners(ground.instances, self.creating, self.actor)
        where = (ground.runs, tickets, links, ground.settings)
        how = (access, finder, owners, self.actor, Waits())
        self.linking = LinkService(*where, *how)
        self.claims = ClaimService(*where, *how)
        self.numbers = ManualNumberService(*where, owners, self.actor)
        self.resolving = ResolutionService(
            attempts, ground.runs, tickets, ground.instances, ground.settings, access, finder,
            self.memory, self.actor, clock, Waits(),
        )  # fmt: skip


class Ground:
    """What outlasts every crash.

    Attributes:
        runs_of_job: two runs of one job, whose tickets have the same title.
    """

    runs_of_job: tuple[int, int]
    tickets: Any
    links: Any
    settings: Any
    runs: Any
    instances: Any
    resolutions: Any
    autotask: BentAutotask

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.secrets: Any = FakeSecrets()
        self._stale_until: datetime | None = None

    def lives(self, actor: Actor) -> None:
        """The heartbeat of an application; one that was killed is silent and soon forgotten."""
        raise NotImplementedError

    def _enter_secrets(self) -> None:
        for name, value in ((SECRET, DEMO_SECRET), (TRACKING_ID, DEMO_TRACKING_ID)):
            self.secrets.set(f"{self.settings.workspace_id()}/sandbox/{name}", value)

    def pass_by(self, seconds: float) -> None:
        """Time passes; Autotask goes on with what it was asked."""
        self._pass(self.clock.pass_by, seconds)

    def sleep(self, actor: Actor) -> None:
        """A workstation's lid is closed for a quarter of an hour; Autotask does not sleep."""
        self.falls_silent(actor)
        self._pass(self.clock.suspend, 900)

    def falls_silent(self, actor: Actor) -> None:
        """The heartbeat stops; where the database's clock runs, that is all it takes."""

    def _pass(self, by: Callable[[float], None], seconds: float) -> None:
        end = self.clock.now() + timedelta(seconds=seconds)
        while self.clock.now() < end:
            by(min(15.0, (end - self.clock.now()).total_seconds()))
            self.autotask.execute_what_is_due()
            if self._stale_until and self.clock.now() > self._stale_until:
                self.answer_freshly()

    def answer_stale(self) -> None:
        """The next look-up is answered as of now, whenever it comes within the staleness."""
        self._stale_until = self.clock.now() + timedelta(seconds=STALEST)

    def answer_freshly(self) -> None:
        self._stale_until = None

    def switch(self, environment: Environment) -> None:
        """A colleague switches the team to the other environment."""
        event = AuditEvent(Act.SETTINGS_SAVED, "anna", "desk-9", "", "settings")
        self.settings.save(replace(self.settings.read(), environment=environment), event)

    def is_complete(self, ticket_id: int) -> bool:
        """Whether a ticket is complete in Autotask, whoever did that."""
        raise NotImplementedError

    def reopen(self, ticket_id: int) -> None:
        """Somebody opens a complete ticket again."""
        raise NotImplementedError

    def known(self, run_id: int) -> set[int]:
        """The tickets that the database holds for a run."""
        links = self.tickets.links_of(run_id, SANDBOX)
        return {link.ticket_id for link in links if link.ticket_id is not None}

    def seconds(self) -> list[int]:
        """Tickets recorded as one too many."""
        raise NotImplementedError

    def close(self) -> None:
        """Leaves nothing behind."""


class FakeGround(Ground):
    """The stand-ins of the services' tests."""

    runs_of_job = (RUN.id, RUN.id + 1)

    def __init__(self) -> None:
        super().__init__()
        self.settings = FakeSettings()
        self.settings.settings = resolving_settings()
        self.settings.reference[SANDBOX] = resolving_reference()
        self.settings.saves_left = 10_000
        self.tickets = LinkTickets(self.clock, self.settings)
        self.links = FakeLinks(self.tickets, self.settings)
        self.instances = FakeInstances()
        self.resolutions = FakeResolutions(self.clock, self.settings, self.tickets)
        self.runs = LinkRuns(self.tickets)
        for days, run_id in enumerate(self.runs_of_job):
            run_at = MORNING + timedelta(days=days)
            self.runs.runs[run_id] = replace(RUN, id=run_id, run_at=run_at)
        self._tenant = _Tenant(self.clock)
        self.autotask = BentAutotask(self._tenant, self.clock)
        self._enter_secrets()

    def lives(self, actor: Actor) -> None:
        self.instances.living = {
            each
            for each in self.instances.living
            if each.rsplit(" ", 1)[0] != actor.instance.profile
        } | {actor.instance.id}

    def falls_silent(self, actor: Actor) -> None:
        self.instances.living.discard(actor.instance.id)

    def seconds(self) -> list[int]:
        return [ticket for _run, ticket in self.tickets.second_of]

    def answer_stale(self) -> None:
        super().answer_stale()
        self._tenant.remembered = dict(self._tenant.tickets_by_id)

    def answer_freshly(self) -> None:
        super().answer_freshly()
        self._tenant.remembered = None

    def blind(self, *, is_blind: bool) -> None:
        self._tenant.is_blind = is_blind

    def backup(self) -> Any:
        kept = self.tickets
        attempts = self.resolutions.kept
        return copy.deepcopy((kept.claims, kept.links, kept.seconds, kept.second_of, attempts))

    def restore(self, kept: Any) -> None:
        to = self.tickets
        to.claims, to.links, to.seconds, to.second_of, attempts = copy.deepcopy(kept)
        self.resolutions.kept = attempts

    def is_complete(self, ticket_id: int) -> bool:
        return bool(self._tenant.tickets_by_id[ticket_id].is_complete)

    def reopen(self, ticket_id: int) -> None:
        self._tenant.sheet(ticket_id).fields.update(status=NEW, completedDate=None)
        self._tenant.change(ticket_id, completed_at=None)

    def overwrite_marker(self, ticket_id: int) -> None:
        self._tenant.change(ticket_id, external_id="PO-1")

    def foreign_ticket(self) -> int:
        return self._tenant.add("Somebody's own ticket", MAPPING.company_id)

    def write_over_there(self, run_id: int) -> None:
        """The web application makes a ticket of its own and writes it down."""
        made = self._tenant.add("Backup failed", MAPPING.company_id)
        self.tickets.links.append(
            TicketLink(
                0,
                SANDBOX,
                run_id,
                made,
                self._tenant.tickets_by_id[made].number,
                Origin.WEB_APPLICATION,
                "",
                self.clock.now(),
            )
        )


class _StaleAutotask(LinkAutotask):
    remembered: dict[int, Any] | None = None

    def look_up(self, *args: Any) -> LookUp:
        now, stale = self.tickets_by_id, self.remembered
        self.remembered = None
        if stale is not None:
            self.tickets_by_id = stale
        try:
            return super().look_up(*args)
        finally:
            self.tickets_by_id = now


class _Tenant(_StaleAutotask):
    """Adds what resolving does with each ticket."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__(clock)
        self._sheets: dict[int, TicketAutotask] = {}

    def sheet(self, ticket_id: int) -> TicketAutotask:
        """All fields and notes of one ticket."""
        ticket = self.tickets_by_id.get(ticket_id)
        if ticket is None:
            raise Failure(Kind.ABSENT, what="ticket", id=ticket_id)
        if ticket_id not in self._sheets:
            made = self._sheets[ticket_id] = TicketAutotask(self.clock)
            made.fields.update(
                id=ticket_id, ticketNumber=ticket.number, title=ticket.title,
                companyID=ticket.company_id,
            )  # fmt: skip
        return self._sheets[ticket_id]

    def _seen(self, ticket_id: int) -> TicketAutotask:
        """As our API user sees it; who may not see may still write."""
        if self.is_blind:
            raise Failure(Kind.ABSENT, what="ticket", id=ticket_id)
        return self.sheet(ticket_id)

    def full_ticket(self, ticket_id: int) -> FullTicket:
        return self._seen(ticket_id).full_ticket(ticket_id)

    def time_entries(self, ticket_id: int) -> TimeEntries:
        return self._seen(ticket_id).time_entries(ticket_id)

    def notes(self, ticket_id: int, control: int | None = None) -> NotesFound:
        if self.is_blind:
            return NotesFound(is_valid=False)
        return self._seen(ticket_id).notes(ticket_id, control)

    def any_note(self) -> int | None:
        return None if self.is_blind else 500

    def author(self) -> int | None:
        return OURS

    def add_note(
        self, ticket_id: int, draft: NoteDraft, may_send: Callable[[], bool]
    ) -> CreateAnswer:
        return self.sheet(ticket_id).add_note(ticket_id, draft, may_send)

    def update_ticket(
        self, ticket: FullTicket, change: TicketChange, may_send: Callable[[], bool]
    ) -> CreateAnswer:
        sheet = self.sheet(ticket.ticket.id)
        answer = sheet.update_ticket(ticket, change, may_send)
        if sheet.fields["completedDate"]:
            self.change(ticket.ticket.id, completed_at=MORNING)
        return answer


class RealGround(Ground):
    """A SQLite file whose clock is the model's, and the local Autotask over loopback.

    Args:
        filled: a filled file; each ground works on a copy.
    """

    def __init__(self, filled: Path) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp(prefix="model-"))
        self._file = self._folder / "workspace.sqlite"
        shutil.copy(filled, self._file)
        self._url = f"sqlite:///{self._file}"
        event.listen(Engine, "connect", self._set_the_clock)
        self._server = AutotaskServer()
        self._server.start()
        self._server.tenant.clock = self.clock.now
        self._open()
        self.autotask = BentAutotask(self._client(), self.clock)
        self._enter_secrets()
        self.runs_of_job = _two_runs_of_one_job(self._url)

    def _open(self) -> None:
        self._database = open_database(self._url, may_migrate=False)
        self.tickets = self._database.tickets
        self.settings = self._database.settings
        self.runs = self._database.runs
        self.links = self._database.links
        self.instances = self._database.instances
        self.resolutions = self._database.resolutions

    def is_complete(self, ticket_id: int) -> bool:
        return bool(self._server.tenant.ticket(ticket_id)["completedDate"])

    def reopen(self, ticket_id: int) -> None:
        self._server.tenant.change_ticket(ticket_id, status=NEW, completedDate=None)

    def lives(self, actor: Actor) -> None:
        self.instances.beat(actor.instance, actor.operator.name)

    def _client(self) -> Any:
        from bcautotask_gui.domain.connection import Connection, Credentials

        credentials = Credentials(DEMO_USER, DEMO_SECRET, DEMO_TRACKING_ID)
        self._rest = open_autotask(
            Connection(SANDBOX, credentials, "", 4711), lambda: None,
            discovery_url=self._server.url, budget=_NoBudget(), clock=self.clock,
            limits=EndpointLimits(),
        )  # fmt: skip
        return self._rest

    def _set_the_clock(self, driver: Any, _record: Any) -> None:
        def now(*_format: str) -> str:
            return f"{self.clock.now():%Y-%m-%d %H:%M:%S.%f}"

        driver.create_function("strftime", -1, now)

    def seconds(self) -> list[int]:
        return [row[0] for row in sql(self._url, f"SELECT ticket_id FROM "
                f"{ours(self._url, 'second_ticket')}")]  # fmt: skip

    def answer_stale(self) -> None:
        super().answer_stale()
        self._server.faults.add(Fault(FaultKind.STALE, "POST", "Tickets/query"))

    def answer_freshly(self) -> None:
        super().answer_freshly()
        self._server.faults.clear()

    def blind(self, *, is_blind: bool) -> None:
        user = self._server.tenant.user(DEMO_USER)
        assert user
        user.access["Ticket"] = Access(query=Level.NONE if is_blind else Level.ALL)

    def backup(self) -> Any:
        kept = self._folder / "backup.sqlite"
        kept.unlink(missing_ok=True)
        with closing(sqlite3.connect(self._file)) as now, closing(sqlite3.connect(kept)) as to:
            now.backup(to)
        return kept

    def restore(self, kept: Any) -> None:
        """As the server would do it: below every open connection."""
        with closing(sqlite3.connect(kept)) as source, closing(sqlite3.connect(self._file)) as to:
            source.backup(to)

    def overwrite_marker(self, ticket_id: int) -> None:
        self._server.tenant.change_ticket(ticket_id, externalID="PO-1")

    def write_over_there(self, run_id: int) -> None:
        sql(self._url, "UPDATE job_runs SET autotask_ticket_id = 77, "
            "autotask_ticket_number = 'T1' WHERE id = :r", r=run_id)  # fmt: skip

    def foreign_ticket(self) -> int:
        company = sql(
            self._url,
            "SELECT autotask_company_id FROM customers WHERE id = (SELECT customer_id FROM jobs "
            "WHERE id = (SELECT job_id FROM job_runs WHERE id = :r))",
            r=self.runs_of_job[0],
        )[0][0]
        return self._server.tenant.add_ticket(company, "Somebody's own ticket")

    def close(self) -> None:
        self._rest.close()
        self._database.close()
        self._server.stop()
        event.remove(Engine, "connect", self._set_the_clock)
        shutil.rmtree(self._folder)


class _NoBudget:
    def take(self, *_args: Any, **_values: Any) -> float:
        """Every call is allowed."""
        return 0.0

    def count(self, *_args: Any) -> None:
        """Nothing is counted."""

    def settle(self, *_args: Any) -> None:
        """Nothing to correct."""


def _two_runs_of_one_job(url: str) -> tuple[int, int]:
    rows = sql(
        url,
        "SELECT min(r.id), max(r.id) FROM job_runs r JOIN jobs j ON j.id = r.job_id "
        "JOIN customers c ON c.id = j.customer_id WHERE c.autotask_mapping_status = 'ok' "
        "GROUP BY j.id HAVING count(*) > 1",
    )
    return int(rows[0][0]), int(rows[0][1])
