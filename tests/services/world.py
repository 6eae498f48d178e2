"""One run, one tenant, one database: all fakes, wired as the application wires the real parts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.customers import Mapping, MappingStatus
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.domain.runs import Run, RunDetail, RunStatus
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_rules import RunFacts
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.create_outcome import CreateOutcome
from bcautotask_gui.services.drafts import DraftService
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.look_ups import LookUpOutcome, LookUpService
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID, SecretKeeper
from bcautotask_gui.services.tickets import TicketService
from tests.services.fakes import (
    MORNING,
    Crash,
    FakeAutotask,
    FakeClock,
    FakeMemory,
    FakeSettings,
    FakeTickets,
)

RUN = Run(
    id=48213,
    customer_id=1,
    customer="Van der Meer Logistics",
    job_id=1187,
    job="HV01 Daily",
    software="Veeam",
    backup_type="Backup Job",
    status=RunStatus.FAILED,
    status_text="Failed",
    run_at=MORNING,
    remark="",
    sender="veeam@msp.example",
    external_id="",
    is_reviewed=False,
)
MAPPING = Mapping(Environment.SANDBOX, 1, 29683485, "Van der Meer Logistics B.V.", MappingStatus.OK)


class FakeSecrets:
    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def get(self, account: str) -> str | None:
        return self.values.get(account)

    def set(self, account: str, secret: str) -> None:
        self.values[account] = secret

    def forget(self, account: str) -> None:
        self.values.pop(account, None)


class FakeRuns:
    def __init__(self, tickets: FakeTickets) -> None:
        self._tickets = tickets
        self.run = RUN
        self.mapping: Mapping | None = MAPPING

    def facts(self, run_id: int, environment: Environment) -> RunFacts:
        return RunFacts(
            self.run,
            self.mapping,
            self._tickets.links_of(run_id, environment),
            self._tickets.claim_of(run_id, environment),
        )

    def detail(self, run_id: int, environment: Environment) -> RunDetail:
        row: Any = None
        return RunDetail(self.run, row, self.mapping, (), ())


class World:
    """What outlasts a crash: database, tenant, profile. `start` makes what does not."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.settings = FakeSettings()
        self.tickets = FakeTickets(self.clock)
        self.autotask = FakeAutotask(self.clock)
        self.memory = FakeMemory()
        self.secrets = FakeSecrets()
        self.runs = FakeRuns(self.tickets)
        self.waits = Waits()
        self.starts = 0
        self.start()

    def start(self, *, role: Role = Role.OPERATOR, profile: str = "profile") -> None:
        """Starts the application anew on what is left of the world."""
        self.starts += 1
        instance = Instance(f"instance {self.starts}", profile, "desk-7")
        self.actor = Actor(Operator("J. de Vries", role, "desk-7", frozenset({role})), instance)
        self.keeper = SecretKeeper(self.secrets, self.settings, self.actor)  # type: ignore[arg-type]
        self._enter_secrets()
        self._wire(self.tickets, self.autotask, self.memory)

    def _enter_secrets(self) -> None:
        for name in (SECRET, TRACKING_ID):
            account = f"{self.settings.workspace_id()}/sandbox/{name}"
            self.secrets.values[account] = f"the {name}"
        self.keeper.load()

    def _wire(self, tickets: Any, autotask: Any, memory: Any) -> None:
        access = AutotaskAccess(self.settings, self.keeper, lambda _where, _gate: autotask)
        finder = Finder(tickets, self.settings, self.actor)
        runs: Any = self.runs
        self.drafts = DraftService(runs, tickets, self.settings, access, self.actor, self.clock)
        self.creating = TicketService(tickets, access, finder, memory, self.actor, self.clock)
        self.look_ups = LookUpService(
            tickets, access, finder, self.creating, self.actor, self.clock, self.waits
        )

    def create(self, **word: bool) -> CreateOutcome:
        """Looks at the preview and presses the button."""
        steps = self.creating.create(self.drafts.draft(RUN.id), **word)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value

    def look_until_decided(self) -> list[LookUpOutcome]:
        """Lets time pass and looks, as the application does by itself, for up to half an hour."""
        outcomes: list[LookUpOutcome] = []
        for _minute in range(30):
            outcomes += self.look_ups.look()
            if not self.tickets.open_claims(Environment.SANDBOX):
                break
            self.clock.pass_by(60)
        return outcomes

    def crash_at(self, point: int) -> bool:
        """Creates, and is killed at the given step boundary; tells whether it came that far."""
        killer = Killer(point)
        self._wire(killer.watch(self.tickets), killer.watch(self.autotask), self.memory)
        try:
            self.create()
        except Crash:
            return True
        return False

    def rename_setting(self, **changes: Any) -> None:
        """Somebody else saves the settings."""
        now = self.settings.settings
        self.settings.settings = replace(
            now, version=now.version + 1, saved_by="M. Peters", **changes
        )


class Killer:
    """Counts the boundaries before and after each call, and kills the process at one of them."""

    def __init__(self, point: int) -> None:
        self._left = point
        self._is_dead = False

    def watch(self, part: object) -> Any:
        return _Watched(part, self._boundary)

    def _boundary(self) -> None:
        self._left -= 1
        if self._is_dead or self._left < 0:
            self._is_dead = True
            raise Crash


class _Watched:
    def __init__(self, part: object, boundary: Callable[[], None]) -> None:
        self._part = part
        self._boundary = boundary

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._part, name)

        def call(*args: Any, **values: Any) -> Any:
            self._boundary()
            answer = method(*args, **values)
            self._boundary()
            return answer

        return call
