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
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event

from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.rest import open_autotask
from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance, Operator, Role
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
from bcautotask_gui.services.drafts import DraftService
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.look_ups import LookUpService
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID, SecretKeeper
from bcautotask_gui.services.tickets import TicketService
from tests.database.world import ours, sql
from tests.faults.place import SANDBOX
from tests.services.fakes import FakeAutotask, FakeClock, FakeMemory, FakeSettings, FakeTickets
from tests.services.world import RUN, FakeRuns, FakeSecrets, Killer

if TYPE_CHECKING:
    from collections.abc import Callable

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
    """

    def __init__(self, inner: Any, clock: FakeClock) -> None:
        self._inner = inner
        self._clock = clock
        self.made: dict[int, list[int]] = defaultdict(list)
        self.script: Script | None = None
        self.sleeps_before_sending = False
        self._waiting: list[tuple[datetime, TicketDraft]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def create_ticket(self, draft: TicketDraft, may_send: Callable[[], bool]) -> CreateAnswer:
        script, self.script = self.script, None
        if self.sleeps_before_sending:
            self.sleeps_before_sending = False
            self._clock.suspend(900)
        if script is None:
            return self._really(draft, may_send)
        if not may_send():
            return CreateAnswer(Ending.NOT_SENT, failure=Failure(Kind.NOT_SENT, why="too late"))
        if script.late_by is not None:
            due = self._clock.now() + timedelta(seconds=script.late_by)
            self._waiting.append((due, draft))
        elif script.executed:
            self._really(draft, lambda: True)
        kind = Kind.BUSY if script.ending is Ending.COME_AGAIN else Kind.TIMED_OUT
        return CreateAnswer(script.ending, failure=Failure(kind, seconds=60))

    def execute_what_is_due(self) -> None:
        """Executes what was requested before; the clock has just moved on."""
        due = [each for each in self._waiting if each[0] <= self._clock.now()]
        self._waiting = [each for each in self._waiting if each not in due]
        for _moment, draft in due:
            self._really(draft, lambda: True)

    def _really(self, draft: TicketDraft, may_send: Callable[[], bool]) -> CreateAnswer:
        answer: CreateAnswer = self._inner.create_ticket(draft, may_send)
        if answer.ticket_id is not None:
            self.made[draft.run_id].append(answer.ticket_id)
        return answer


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
            Operator("J. de Vries", Role.OPERATOR, name, frozenset({Role.OPERATOR})),
            Instance(name, self._profile, name),
        )
        tickets: Any = killer.watch(ground.tickets) if killer else ground.tickets
        autotask: Any = killer.watch(ground.autotask) if killer else ground.autotask
        keeper = SecretKeeper(ground.secrets, ground.settings, self.actor)
        keeper.load()
        access = AutotaskAccess(ground.settings, keeper, lambda _where, _gate: autotask)
        finder = Finder(tickets, ground.settings, self.actor)
        clock = ground.clock
        self.drafts = DraftService(ground.runs, tickets, ground.settings, self.actor, clock)
        self.creating = TicketService(
            tickets, ground.settings, access, finder, self.memory, self.actor, clock
        )
        self.look_ups = LookUpService(
            tickets, access, finder, self.creating, self.memory, self.actor, clock, Waits()
        )


class Ground:
    """What outlasts every crash.

    Attributes:
        runs_of_job: two runs of one job, whose tickets have the same title.
    """

    runs_of_job: tuple[int, int]
    tickets: Any
    settings: Any
    runs: Any
    autotask: BentAutotask

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.secrets: Any = FakeSecrets()
        self._stale_until: datetime | None = None

    def _enter_secrets(self) -> None:
        for name, value in ((SECRET, DEMO_SECRET), (TRACKING_ID, DEMO_TRACKING_ID)):
            self.secrets.set(f"{self.settings.workspace_id()}/sandbox/{name}", value)

    def pass_by(self, seconds: float) -> None:
        """Time passes; Autotask goes on with what it was asked."""
        end = self.clock.now() + timedelta(seconds=seconds)
        while self.clock.now() < end:
            self.clock.pass_by(min(15.0, (end - self.clock.now()).total_seconds()))
            self.autotask.execute_what_is_due()
            if self._stale_until and self.clock.now() > self._stale_until:
                self.answer_freshly()

    def answer_stale(self) -> None:
        """The next look-up is answered as of now, whenever it comes within the staleness."""
        self._stale_until = self.clock.now() + timedelta(seconds=STALEST)

    def answer_freshly(self) -> None:
        self._stale_until = None

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
        self.tickets = FakeTickets(self.clock)
        self.runs = _TwoRuns(self.tickets)
        self._tenant = _StaleAutotask(self.clock)
        self.autotask = BentAutotask(self._tenant, self.clock)
        self._enter_secrets()

    def seconds(self) -> list[int]:
        return list(self.tickets.seconds)

    def answer_stale(self) -> None:
        super().answer_stale()
        self._tenant.remembered = dict(self._tenant.tickets_by_id)

    def answer_freshly(self) -> None:
        super().answer_freshly()
        self._tenant.remembered = None

    def blind(self, *, is_blind: bool) -> None:
        self._tenant.is_blind = is_blind

    def backup(self) -> Any:
        return copy.deepcopy((self.tickets.claims, self.tickets.links, self.tickets.seconds))

    def restore(self, kept: Any) -> None:
        claims, links, seconds = copy.deepcopy(kept)
        self.tickets.claims, self.tickets.links, self.tickets.seconds = claims, links, seconds

    def overwrite_marker(self, ticket_id: int) -> None:
        ticket = self._tenant.tickets_by_id[ticket_id]
        self._tenant.tickets_by_id[ticket_id] = replace(ticket, external_id="PO-1")

    def write_over_there(self, run_id: int) -> None:
        """The web application makes a ticket of its own and writes it down."""
        made = self._tenant.add("Backup failed", 1)
        self._add_link(run_id, made, "T1", Origin.WEB_APPLICATION)

    def type_number(self, run_id: int) -> None:
        self._add_link(run_id, None, "T20260101.0001", Origin.MANUAL)

    def _add_link(self, run_id: int, ticket_id: int | None, number: str, origin: Origin) -> None:
        environment = SANDBOX if ticket_id else None
        self.tickets.links.append(
            TicketLink(
                len(self.tickets.links) + 500,
                environment,
                run_id,
                ticket_id,
                number,
                origin,
                "M. Peters",
                self.clock.now(),
            )
        )


class _TwoRuns(FakeRuns):
    def facts(self, run_id: int, environment: Any) -> Any:
        day = timedelta(days=run_id - RUN.id)
        self.run = replace(RUN, id=run_id, run_at=RUN.run_at + day if RUN.run_at else None)
        return super().facts(run_id, environment)


class _StaleAutotask(FakeAutotask):
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

    def type_number(self, run_id: int) -> None:
        """The web application knows typed numbers as well, and they count here."""
        code = f"T20260101.{self.clock.steady:.0f}"
        sql(self._url, "INSERT INTO tickets (ticket_code) VALUES (:c)", c=code)
        linked = "INSERT INTO ticket_job_runs (ticket_id, job_run_id) SELECT id, :r FROM tickets"
        sql(self._url, f"{linked} WHERE ticket_code = :c", r=run_id, c=code)

    def close(self) -> None:
        self._rest.close()
        self._database.close()
        self._server.stop()
        event.remove(Engine, "connect", self._set_the_clock)
        shutil.rmtree(self._folder)


class _NoBudget:
    def take(self, *_args: Any, **_values: Any) -> None:
        """Every call is allowed."""

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
