"""Resolving over real HTTP against the local Autotask, kept in a real database of either engine."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.rest import open_autotask
from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.errors import Kind
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.domain.reference_data import TicketField
from bcautotask_gui.domain.resolution import ResolutionState
from bcautotask_gui.domain.settings import (
    Environment,
    EnvironmentSettings,
    PriorityChoice,
    TicketDefaults,
)
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE, NOTE_ONLY, is_internal
from bcautotask_gui.sandbox import (
    DEMO_SECRET,
    DEMO_TRACKING_ID,
    DEMO_USER,
    AutotaskServer,
    Fault,
    FaultKind,
    contract_tenant,
    dutch_tenant,
    vanilla_tenant,
)
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.resolution import ResolutionService
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID, SecretKeeper
from tests.database.world import draft_of, event, fill_with_sample, mapped_runs
from tests.services.fakes import FakeMemory
from tests.services.resolving_world import end_of
from tests.services.world import FakeSecrets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.resolution_shown import ResolutionOutcome
    from bcautotask_gui.sandbox import Tenant

PRODUCTION = Environment.PRODUCTION
HERE = Instance("instance-1", "profile-1", "desk-1")
# on loopback nothing is under way for long
WAITS = Waits(timedelta(0), timedelta(0))


class QuickClock:
    """The real time, without the waits."""

    def __init__(self) -> None:
        self.steady = 0.0

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return self.steady

    def sleep(self, seconds: float) -> None:
        self.steady += 0.001


class Desk:
    """One workstation at a real database and a real client."""

    def __init__(self, server: AutotaskServer, database: Database) -> None:
        self.server = server
        self.tenant = server.tenant
        self.database = database
        operator = Operator("anna", Role.OPERATOR, "desk-1", frozenset({Role.OPERATOR}))
        self.actor = Actor(operator, HERE)
        self._settle_settings()
        self.run_id, self.ticket_id = self._created()
        secrets: Any = FakeSecrets()
        for name, value in ((SECRET, DEMO_SECRET), (TRACKING_ID, DEMO_TRACKING_ID)):
            account = f"{database.settings.workspace_id()}/production/{name}"
            secrets.set(account, value)
        keeper = SecretKeeper(secrets, database.settings, self.actor)
        keeper.load()
        clock, limits = QuickClock(), EndpointLimits()
        self.access = AutotaskAccess(
            database.settings,
            keeper,
            lambda connection, gate: open_autotask(
                connection,
                gate,
                discovery_url=server.url,
                budget=database.budget,
                clock=clock,
                limits=limits,
            ),
        )
        self.service = ResolutionService(
            database.resolutions,
            database.runs,
            database.tickets,
            database.instances,
            database.settings,
            self.access,
            Finder(database.tickets, database.settings, self.actor),
            FakeMemory(),
            self.actor,
            clock,
            WAITS,
        )
        self._read_picklists()

    def _settle_settings(self) -> None:
        (completed,) = self.tenant.completing
        priority = PriorityChoice(1)
        defaults = TicketDefaults(8, 8, 1, priority, priority, note_type=1, publish=2)
        mine = EnvironmentSettings(
            DEMO_USER, "", self.tenant.ci, "", defaults, completed_status=completed
        )
        now = self.database.settings.read()
        environments = {**now.environments, PRODUCTION: mine}
        changed = replace(
            now, enabled=True, resolving_allowed=True, environment=PRODUCTION,
            environments=environments,
        )  # fmt: skip
        self.database.settings.save(changed, event())

    def _read_picklists(self) -> None:
        reference = self.access.open().autotask.reference_data()
        self.database.settings.keep_reference_data(PRODUCTION, reference, event())

    def _created(self) -> tuple[int, int]:
        """A run whose ticket we created; a colleague has filled in what there is to fill in."""
        run_id = mapped_runs(self.database)[0]
        custom = [
            {"name": "Backup Product", "value": "Veeam"},
            {"name": "Change Window", "value": None},
        ]
        ticket_id = self.tenant.add_ticket(
            29683485,
            "[Backupchecks] HV01 - Failed",
            description="Line one\nline two — é",
            queueID=self.tenant.picklist("Ticket", "queueID")[0].value,
            organizationalLevelAssociationID=12,
            purchaseOrderNumber="PO 7",
            estimatedHours=1.25,
            externalID="bc-abc123-p-0123456789-7",
            userDefinedFields=custom if self.tenant.custom_fields else [],
        )
        store = self.database.tickets
        claim = store.claim(draft_of(self.database, run_id), HERE, event())
        claim = store.sending(claim, event())
        store.created(claim, ticket_id, event())
        return run_id, ticket_id

    def know_the_number(self) -> None:
        ticket = self.access.open().autotask.ticket(self.ticket_id)
        self.database.tickets.snapshot(PRODUCTION, ticket, "New")

    def resolve(self) -> ResolutionOutcome:
        return end_of(self.service.resolve(self.service.preview(self.run_id)))

    def note_only(self) -> ResolutionOutcome:
        return end_of(self.service.note_only(self.service.preview(self.run_id)))

    def add_note(self, text: str) -> ResolutionOutcome:
        return end_of(self.service.add_note(self.run_id, text))

    def texts(self) -> list[str]:
        return [note["description"] for note in self.tenant.notes(self.ticket_id)]

    def is_complete(self) -> bool:
        return self.tenant.ticket(self.ticket_id)["completedDate"] is not None

    def assert_unharmed(self) -> None:
        """Nothing changed that nobody meant to change, and no customer reads a note."""
        assert self.server.report.damage() == {}
        assert self.server.report.customer_visible_notes() == []


@pytest.fixture(scope="module")
def sqlite_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("resolving") / "sample.sqlite"
    fill_with_sample(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database(
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_sample: Path
) -> Iterator[Database]:
    if request.param == "sqlite":
        url = f"sqlite:///{shutil.copy(sqlite_sample, tmp_path / 'sample.sqlite')}"
    else:
        copy: Callable[..., str] = request.getfixturevalue("pg_database")
        url = copy("resolving", fill_with_sample)
    opened = open_database(url, may_migrate=True)
    yield opened
    opened.close()


@pytest.fixture
def at(database: Database) -> Iterator[Callable[[Tenant], Desk]]:
    """Starts a desk at a tenant: `at(contract_tenant())`."""
    servers: list[AutotaskServer] = []
    desks: list[Desk] = []

    def start(tenant: Tenant) -> Desk:
        servers.append(AutotaskServer(tenant))
        servers[-1].start()
        desks.append(Desk(servers[-1], database))
        desks[-1].know_the_number()
        return desks[-1]

    yield start
    for desk in desks:
        desk.access.close()
    for server in servers:
        server.stop()


@pytest.fixture
def desk(at: Callable[[Tenant], Desk]) -> Desk:
    return at(contract_tenant())


@pytest.mark.parametrize("tenant", [contract_tenant, vanilla_tenant, dutch_tenant])
def test_a_ticket_is_resolved_in_any_tenant_without_harm(
    at: Callable[[Tenant], Desk], tenant: Callable[[], Tenant]
) -> None:
    desk = at(tenant())
    outcome = desk.resolve()
    assert outcome.failure is None
    assert outcome.state is ResolutionState.DONE
    assert desk.texts() == [CLOSING_NOTE]
    assert desk.tenant.ticket(desk.ticket_id)["resolution"] == CLOSING_NOTE
    assert desk.is_complete()
    assert desk.server.report.changes(desk.ticket_id) == [{"resolution"}, {"status"}]
    desk.assert_unharmed()
    (link,) = desk.database.tickets.links_of(desk.run_id, PRODUCTION)
    assert link.is_complete


@pytest.mark.parametrize("tenant", [contract_tenant, vanilla_tenant, dutch_tenant])
def test_the_internal_value_is_told_by_its_label_in_any_tenant(
    at: Callable[[Tenant], Desk], tenant: Callable[[], Tenant]
) -> None:
    reference = at(tenant()).database.settings.reference_data(PRODUCTION)
    assert reference is not None
    offered = reference.offered(TicketField.PUBLISH)
    assert [value.value for value in offered if is_internal(value)] == [2]


def test_with_time_entries_only_a_note_is_added(desk: Desk) -> None:
    desk.tenant.add_time_entry(desk.ticket_id, 1.25)
    preview = desk.service.preview(desk.run_id)
    assert preview.entries is not None
    assert (preview.entries.count, preview.entries.hours) == (1, 1.25)
    assert desk.note_only().state is ResolutionState.DONE
    assert desk.texts() == [NOTE_ONLY]
    assert not desk.is_complete()
    assert desk.tenant.updates == []


def test_a_note_of_ones_own_is_added(desk: Desk) -> None:
    assert desk.add_note("Disk replaced.\nWatch it.").state is ResolutionState.DONE
    assert desk.texts() == ["Disk replaced.\nWatch it."]
    desk.assert_unharmed()


@pytest.mark.parametrize("after", [True, False])
def test_a_note_whose_answer_was_lost_is_on_the_ticket_once(desk: Desk, after: bool) -> None:
    desk.server.faults.add(Fault(FaultKind.CUT, "POST", "Tickets/*/Notes", after=after))
    outcome = desk.resolve()
    if not after:
        assert outcome.failure and outcome.failure.kind is Kind.WRITE_UNKNOWN
        while desk.database.resolutions.open_attempts(PRODUCTION):
            desk.service.go_on()
        outcome = desk.resolve()
    assert outcome.state is ResolutionState.DONE
    assert desk.texts() == [CLOSING_NOTE]
    assert desk.is_complete()
    desk.assert_unharmed()


@pytest.mark.parametrize("kind", [FaultKind.CUT, FaultKind.CUT_BODY, FaultKind.NO_ID])
@pytest.mark.parametrize("which", [0, 1])
def test_an_update_whose_answer_was_lost_is_looked_at(
    desk: Desk, kind: FaultKind, which: int
) -> None:
    desk.server.faults.add(Fault(kind, "PUT", "Tickets", skip=which, after=True))
    outcome = desk.resolve()
    assert outcome.state is ResolutionState.OPEN
    (decided,) = desk.service.go_on()
    assert decided.state is (ResolutionState.DONE if which else ResolutionState.STOPPED)
    if not which:
        assert desk.resolve().state is ResolutionState.DONE
    assert desk.texts() == [CLOSING_NOTE]
    assert desk.tenant.ticket(desk.ticket_id)["resolution"] == CLOSING_NOTE
    assert desk.is_complete()
    desk.assert_unharmed()


def test_a_status_that_a_rule_sets_back_once_is_set_again(desk: Desk) -> None:
    desk.server.faults.add(Fault(FaultKind.NOT_STICKING, "PUT", "Tickets", skip=1))
    assert desk.resolve().state is ResolutionState.DONE
    assert desk.is_complete()
    desk.assert_unharmed()


def test_a_status_that_a_rule_always_sets_back_is_reported(desk: Desk) -> None:
    desk.server.faults.add(Fault(FaultKind.NOT_STICKING, "PUT", "Tickets", skip=1, times=9))
    outcome = desk.resolve()
    assert outcome.failure and outcome.failure.kind is Kind.STATUS_NOT_KEPT
    assert len(desk.server.report.changes(desk.ticket_id)) == 3
    desk.assert_unharmed()


def test_a_status_that_completes_nothing_is_told(desk: Desk) -> None:
    settings = desk.database.settings.read()
    desk.database.settings.save(settings.with_current(completed_status=8), event())
    outcome = desk.resolve()
    assert outcome.failure and outcome.failure.kind is Kind.NOT_STAMPED
    assert desk.tenant.ticket(desk.ticket_id)["status"] == 8


def test_a_busy_autotask_is_asked_again(desk: Desk) -> None:
    desk.server.faults.add(Fault(FaultKind.TOO_MANY, "PUT", "Tickets", times=2))
    desk.server.faults.add(Fault(FaultKind.TOO_MANY, "POST", "Tickets/*/Notes", status=500))
    assert desk.resolve().state is ResolutionState.DONE
    assert desk.texts() == [CLOSING_NOTE]
    desk.assert_unharmed()


def test_a_refusal_is_told_word_for_word_and_the_note_is_not_doubled(desk: Desk) -> None:
    desk.server.faults.add(
        Fault(FaultKind.ERROR, "PUT", "Tickets", errors=("queueID is required",))
    )
    outcome = desk.resolve()
    assert "queueID is required" in str(outcome.failure)
    assert desk.resolve().state is ResolutionState.DONE
    assert desk.texts() == [CLOSING_NOTE]
    desk.assert_unharmed()


def test_a_sandbox_that_was_filled_anew_is_noticed(desk: Desk) -> None:
    shown = desk.service.preview(desk.run_id)
    desk.tenant.change_ticket(desk.ticket_id, ticketNumber="T20200101.0001")
    outcome = end_of(desk.service.resolve(shown))
    assert outcome.failure and outcome.failure.kind is Kind.OTHER_TICKET
    assert desk.texts() == []
