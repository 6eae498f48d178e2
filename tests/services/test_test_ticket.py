"""A test ticket, over real HTTP against the local Autotask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.rest import RestAutotask, open_autotask
from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.connection import CheckState
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.sandbox import (
    DEMO_SECRET,
    DEMO_TRACKING_ID,
    DEMO_USER,
    AutotaskServer,
    Fault,
    FaultKind,
    contract_tenant,
)
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID, SecretKeeper
from bcautotask_gui.services.test_ticket import TestTicket, reason_against
from tests.autotask.world import FakeBudget
from tests.services.desk import FakeKeyring, result_of
from tests.services.fakes import FakeClock, FakeSettings, good_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcautotask_gui.domain.connection import Connection
    from bcautotask_gui.domain.full_ticket import FullTicket, TicketChange
    from bcautotask_gui.domain.ports import Autotask, Gate
    from bcautotask_gui.domain.tickets import CreateAnswer
    from bcautotask_gui.sandbox import Tenant
    from bcautotask_gui.services.test_ticket_report import TestTicketReport

ALL_PASSED = [CheckState.PASSED] * 5


class Bench:
    """A workstation of an admin, whose settings fit the tenant of the server."""

    def __init__(self, server: AutotaskServer, role: Role = Role.ADMIN) -> None:
        self.server = server
        self.store = FakeSettings()
        self.clock = FakeClock()
        self.actor = Actor(Operator("M. Peters", role, "desk-7"), Instance("1", "p", "desk-7"))
        keyring = FakeKeyring()
        for name, value in ((SECRET, DEMO_SECRET), (TRACKING_ID, DEMO_TRACKING_ID)):
            keyring.values[f"{self.store.workspace_id()}/sandbox/{name}"] = value
        self.keeper = SecretKeeper(keyring, self.store, self.actor)
        self.keeper.load()
        self.access = AutotaskAccess(self.store, self.keeper, self._open)
        self.use(completed_status=5, user_name=DEMO_USER)
        with_live = self.access.open().autotask.reference_data()
        self.store.reference[Environment.SANDBOX] = with_live

    def _open(self, connection: Connection, gate: Gate) -> Autotask:
        return open_autotask(
            connection,
            gate,
            discovery_url=self.server.url,
            budget=FakeBudget(),
            clock=self.clock,
            limits=EndpointLimits(),
        )

    def use(self, **current: object) -> None:
        self.store.settings = self.store.settings.with_current(**current)

    def make(self) -> TestTicketReport:
        return result_of(TestTicket(self.store, self.access, self.actor, self.clock).run())

    @property
    def tenant(self) -> Tenant:
        return self.server.tenant


@pytest.fixture
def bench() -> Iterator[Bench]:
    with AutotaskServer(contract_tenant()) as server:
        made = Bench(server)
        yield made
        made.access.close()


def states(report: TestTicketReport) -> list[CheckState]:
    return [check.state for check in report.checks]


def test_a_status_that_completes_is_proven_and_remembered(bench: Bench) -> None:
    report = bench.make()
    assert states(report) == ALL_PASSED
    proof = bench.store.settings.current.proof
    assert proof is not None and proof.completes
    assert (proof.status_label, proof.changed, proof.number) == ("Complete", (), report.number)
    assert (proof.database_id, proof.proven_by) == (4711, "M. Peters")
    assert report.settings == bench.store.settings
    event = bench.store.events[-1]
    assert (event.act, event.after) == (Act.STATUS_TESTED, "Complete completes")


def test_the_ticket_says_what_it_is_and_belongs_to_the_teams_own_company(bench: Bench) -> None:
    bench.make()
    (ticket_id,) = bench.tenant.created
    ticket = bench.tenant.tables.rows("Tickets")[ticket_id]
    assert ticket["companyID"] == 0
    assert "TEST TICKET, no backup failed" in ticket["title"]
    assert "nobody needs to do anything" in ticket["description"]
    assert ticket["externalID"].startswith("bc-7f3c91-s-testticket-")


def test_a_category_that_asks_for_a_contact_is_served_and_its_absence_said(bench: Bench) -> None:
    defaults = replace(
        bench.store.settings.current.defaults, category=121, work_type=29682801, contact=True
    )
    bench.use(defaults=defaults)
    own = [r for r in bench.tenant.tables.rows("Contacts").values() if r["companyID"] == 0]
    for row in own:
        row["isActive"] = 0
    with pytest.raises(Failure) as caught:
        bench.make()
    assert "no active primary contact" in caught.value.happened
    assert bench.tenant.created == []
    own[0]["isActive"] = 1
    assert states(bench.make()) == ALL_PASSED


def test_a_status_that_only_sounds_complete_fails_and_that_is_remembered(bench: Bench) -> None:
    bench.use(completed_status=8)
    report = bench.make()
    assert [c.key for c in report.checks if c.state is CheckState.FAILED] == [
        "completed",
        "resolved",
    ]
    assert "Choose another completed status" in report.checks[2].remedy
    proof = bench.store.settings.current.proof
    assert proof is not None and not proof.completes
    bench.use(completed_status=5)
    assert bench.store.settings.current.proof is None


def test_a_newer_proof_of_the_same_status_takes_the_place_of_the_older(bench: Bench) -> None:
    bench.make()
    bench.clock.pass_by(60)
    second = bench.make()
    (proof,) = bench.store.settings.current.proofs
    assert proof.number == second.number


def test_what_an_update_changed_besides_is_shown_with_both_values(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    update = RestAutotask.update_ticket

    def with_workflow_rule(
        self: RestAutotask, ticket: FullTicket, change: TicketChange, may_send: Callable[[], bool]
    ) -> CreateAnswer:
        answer = update(self, ticket, change, may_send)
        bench.tenant.tables.rows("Tickets")[ticket.ticket.id]["source"] = 4
        return answer

    monkeypatch.setattr(RestAutotask, "update_ticket", with_workflow_rule)
    report = bench.make()
    assert report.checks[1].state is CheckState.FAILED
    assert report.checks[1].value == "source: 8 -> 4."
    assert "workflow rule" in report.checks[1].remedy
    assert report.checks[4].state is CheckState.PASSED  # it was 4 before the status changed
    proof = bench.store.settings.current.proof
    assert proof is not None and proof.changed == ("source",) and proof.completes


def test_a_status_that_a_workflow_rule_sets_back_is_not_proven(bench: Bench) -> None:
    rule = Fault(FaultKind.NOT_STICKING, "PUT", "Tickets", skip=1)
    bench.server.faults.add(rule)
    report = bench.make()
    assert report.checks[2].state is CheckState.FAILED
    proof = bench.store.settings.current.proof
    assert proof is not None and not proof.completes


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"environment": Environment.PRODUCTION}, "Test tickets are made in Sandbox only."),
        ({"enabled": False}, "Autotask is off. Turn the integration on and save."),
    ],
)
def test_a_reason_is_told_before_anything_is_sent(
    changes: dict[str, object], sentence: str
) -> None:
    assert reason_against(replace(good_settings(), **changes)) == sentence


def test_without_a_known_sandbox_or_a_completed_status_there_is_nothing_to_prove() -> None:
    settings: Settings = good_settings()
    assert "Test the connection first" in reason_against(settings.with_current(database_id=None))
    assert "Choose the completed status" in reason_against(settings)
    assert reason_against(settings.with_current(completed_status=5)) == ""


def test_in_production_not_one_ticket_is_made(bench: Bench) -> None:
    settings = bench.store.settings
    environments = {**settings.environments, Environment.PRODUCTION: settings.current}
    bench.store.settings = replace(
        settings, environment=Environment.PRODUCTION, environments=environments
    )
    for name, value in ((SECRET, DEMO_SECRET), (TRACKING_ID, DEMO_TRACKING_ID)):
        bench.keeper.store(Environment.PRODUCTION, name, value)
    with pytest.raises(Failure) as caught:
        bench.make()
    assert caught.value.kind is Kind.BLOCKED
    assert bench.tenant.created == []


def test_an_operator_makes_none(bench: Bench) -> None:
    operator = Bench(bench.server, Role.OPERATOR)
    with pytest.raises(Failure) as caught:
        operator.make()
    assert caught.value.kind is Kind.NOT_ALLOWED
    assert bench.tenant.created == []
    operator.access.close()


def test_a_refused_ticket_is_told_word_for_word_and_nothing_is_remembered(bench: Bench) -> None:
    bench.server.faults.add(Fault(FaultKind.ERROR, "POST", "Tickets", errors=("queueID is bad",)))
    with pytest.raises(Failure, match="queueID is bad"):
        bench.make()
    assert bench.store.settings.current.proofs == ()


def test_a_lost_answer_is_not_repeated_and_says_where_to_look(bench: Bench) -> None:
    bench.server.faults.add(Fault(FaultKind.CUT, "POST", "Tickets", after=True))
    with pytest.raises(Failure, match=r"Look for .*TEST TICKET.* in Autotask"):
        bench.make()
    assert len(bench.tenant.created) == 1


def test_an_update_whose_answer_was_lost_ends_the_test(bench: Bench) -> None:
    bench.server.faults.add(Fault(FaultKind.CUT, "PUT", "Tickets", after=True))
    with pytest.raises(Failure, match=r"Look at ticket T20\d{6}"):
        bench.make()
    assert bench.store.settings.current.proofs == ()


def test_a_colleague_who_saves_meanwhile_loses_nothing(bench: Bench) -> None:
    steps = TestTicket(bench.store, bench.access, bench.actor, bench.clock).run()
    next(steps)
    settings = bench.store.settings
    bench.store.settings = replace(settings, version=settings.version + 1, subject_prefix="[BC]")
    report = result_of(steps)
    assert states(report) == ALL_PASSED
    assert bench.store.settings.subject_prefix == "[BC]"
    assert bench.store.settings.current.proof is not None
