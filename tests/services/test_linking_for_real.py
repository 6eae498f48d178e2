"""Linking over real HTTP against the local Autotask, kept in a real database of either engine."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.rest import open_autotask
from bcautotask_gui.clock import SystemClock
from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking import Doubt
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.domain.settings import Environment, EnvironmentSettings
from bcautotask_gui.domain.tickets import ClaimState, Origin, TicketState
from bcautotask_gui.sandbox import (
    DEMO_SECRET,
    DEMO_TRACKING_ID,
    DEMO_USER,
    AutotaskServer,
    contract_tenant,
    vanilla_tenant,
)
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.candidates import Candidates
from bcautotask_gui.services.claims import ClaimService
from bcautotask_gui.services.finding import Finder
from bcautotask_gui.services.link_search import LinkSearchService
from bcautotask_gui.services.linking import LinkService
from bcautotask_gui.services.look_ups import LookUpService
from bcautotask_gui.services.owners import Owners
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID, SecretKeeper
from bcautotask_gui.services.ticket_states import TicketStateService
from bcautotask_gui.services.tickets import TicketService
from tests.database.world import draft_of, event, fill_with_sample, mapped_runs
from tests.services.desk import result_of
from tests.services.fakes import FakeMemory
from tests.services.world import FakeSecrets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.tickets import Claim
    from bcautotask_gui.sandbox import Tenant

PRODUCTION = Environment.PRODUCTION
# on loopback nothing is under way for long
WAITS = Waits(timedelta(0), timedelta(0))


class Desk:
    """One workstation at a real database and a real client."""

    def __init__(self, server: AutotaskServer, database: Database, name: str = "one") -> None:
        self.tenant = server.tenant
        self.database = database
        operator = Operator("anna", Role.ADMIN, f"desk-{name}", frozenset(Role))
        self.actor = Actor(operator, Instance(f"instance-{name}", f"profile-{name}", "desk"))
        database.instances.beat(self.actor.instance, "anna")
        self._enable()
        access = self._access(server)
        finder = Finder(database.tickets, database.settings, self.actor)
        clock = SystemClock()
        creating = TicketService(database.tickets, access, finder, FakeMemory(), self.actor, clock)
        owners = Owners(database.instances, creating, self.actor)
        shared = (database.runs, database.tickets, database.links, database.settings, access)
        self.linking = LinkService(*shared, finder, owners, self.actor, WAITS)
        self.claims = ClaimService(*shared, finder, owners, self.actor, WAITS)
        candidates = Candidates(database.links, database.settings)
        self.search = LinkSearchService(database.runs, access, candidates, self.actor, clock)
        self.states = TicketStateService(database.ticket_states, database.settings, access)
        self.look_ups = LookUpService(
            database.tickets, access, finder, creating, self.actor, clock, WAITS
        )
        self.run_id = mapped_runs(database)[0]
        mapping = database.runs.facts(self.run_id, PRODUCTION).mapping
        assert mapping
        self.company_id = mapping.company_id

    def _enable(self) -> None:
        now = self.database.settings.read()
        mine = EnvironmentSettings(DEMO_USER, "", self.tenant.ci)
        environments = {**now.environments, PRODUCTION: mine}
        self.database.settings.save(replace(now, environments=environments), event())

    def _access(self, server: AutotaskServer) -> AutotaskAccess:
        secrets: Any = FakeSecrets()
        for name, value in ((SECRET, DEMO_SECRET), (TRACKING_ID, DEMO_TRACKING_ID)):
            secrets.set(f"{self.database.settings.workspace_id()}/production/{name}", value)
        keeper = SecretKeeper(secrets, self.database.settings, self.actor)
        keeper.load()
        limits = EndpointLimits()
        return AutotaskAccess(
            self.database.settings,
            keeper,
            lambda connection, gate: open_autotask(
                connection,
                gate,
                discovery_url=server.url,
                budget=self.database.budget,
                clock=SystemClock(),
                limits=limits,
            ),
        )

    def add(self, title: str, **fields: Any) -> int:
        return self.tenant.add_ticket(self.company_id, title, **fields)

    def link(self, ticket_id: int, *run_ids: int) -> tuple[int, ...]:
        preview = self.linking.preview(run_ids or (self.run_id,), ticket_id)
        return result_of(self.linking.link(preview, confirmed=True)).linked

    def lose_the_answer(self, *, executed: bool) -> Claim:
        """An attempt whose answer was lost, with or without a ticket of it."""
        draft = draft_of(self.database, self.run_id)
        claim = self.database.tickets.claim(draft, self.actor.instance, event())
        sent = self.database.tickets.sending(claim, event(Act.TICKET_SENDING))
        if executed:
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            marker = str(draft.marker)
            assert draft.company_id is not None
            self.tenant.add_ticket(draft.company_id, draft.title, externalID=marker, createDate=now)
        return self.database.tickets.unknown(sent, "cut off", event(Act.TICKET_UNKNOWN))


@pytest.fixture
def tenant(request: pytest.FixtureRequest) -> Tenant:
    make: Callable[[], Tenant] = getattr(request, "param", contract_tenant)
    return make()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(
    request: pytest.FixtureRequest, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> str:
    if request.param == "postgresql":
        copy: Callable[[str, Callable[[str], None]], str] = request.getfixturevalue("pg_database")
        return copy("sample", fill_with_sample)
    template = tmp_path_factory.getbasetemp() / "linking-for-real.sqlite"
    if not template.exists():
        fill_with_sample(f"sqlite:///{template}")
    shutil.copy(template, tmp_path / "workspace.sqlite")
    return f"sqlite:///{tmp_path / 'workspace.sqlite'}"


@pytest.fixture
def desk(url: str, tenant: Tenant) -> Iterator[Desk]:
    database = open_database(url, may_migrate=False)
    try:
        with AutotaskServer(tenant) as server:
            yield Desk(server, database)
    finally:
        database.close()


def test_a_ticket_is_found_by_its_number_and_linked_to_several_runs(desk: Desk) -> None:
    ticket_id = desk.add("USB disk full")
    number = desk.tenant.ticket(ticket_id)["ticketNumber"]
    (found,) = desk.search.find([desk.run_id], f"  {number.lower()} ").candidates
    assert (found.ticket.id, found.holders) == (ticket_id, ())
    other = mapped_runs(desk.database)[1]
    assert set(desk.link(ticket_id, desk.run_id, other)) == {desk.run_id, other}
    (found,) = desk.search.find([desk.run_id], number).candidates
    assert {each.run_id for each in found.holders} == {desk.run_id, other}
    assert desk.tenant.updates == [] and desk.tenant.created == []


def test_words_find_the_companys_open_tickets_before_all_others(desk: Desk) -> None:
    mine = desk.add("Nightly backup: disk full")
    theirs = desk.tenant.add_ticket(0, "Disk full at ours")
    found = [each.ticket.id for each in desk.search.find([desk.run_id], "disk full").candidates]
    assert found[0] == mine and theirs in found


def test_a_completed_ticket_of_another_company_asks_for_both(desk: Desk) -> None:
    done = desk.tenant.add_ticket(0, "Done", completedDate="2026-11-01T09:00:00Z")
    preview = desk.linking.preview([desk.run_id], done)
    assert {each.doubt for each in preview.confirmations} == {Doubt.OTHER_COMPANY, Doubt.COMPLETE}
    with pytest.raises(Failure) as caught:
        result_of(desk.linking.link(preview))
    assert caught.value.kind is Kind.BLOCKED
    assert desk.link(done) == (desk.run_id,)


@pytest.mark.parametrize(
    "tenant", [contract_tenant, vanilla_tenant], indirect=True, ids=["with a log", "without one"]
)
def test_states_are_read_in_chunks_and_told_apart(desk: Desk) -> None:
    runs = mapped_runs(desk.database)[:4]
    tickets = [desk.add(f"Ticket {number}") for number in range(4)]
    for run_id, ticket_id in zip(runs, tickets, strict=True):
        desk.link(ticket_id, run_id)
    result_of(desk.states.refresh(runs))
    desk.tenant.change_ticket(tickets[0], completedDate="2026-11-01T09:00:00Z")
    desk.tenant.delete_ticket(tickets[1])
    desk.tenant.add_time_entry(tickets[2])
    summary = result_of(desk.states.refresh(runs))
    assert (summary.completed, summary.deleted, summary.unseen) == (1, 1, 0)
    rows = {row.id: row.ticket for row in desk.database.runs.rows(runs, PRODUCTION)}
    cells = [rows[run_id] for run_id in runs]
    assert [each.state for each in cells if each] == [
        TicketState.COMPLETE, TicketState.DELETED, TicketState.OPEN, TicketState.OPEN,
    ]  # fmt: skip
    assert [each.has_time_entries for each in cells if each][2:] == [True, False]
    desk.tenant.change_ticket(tickets[0], completedDate=None)
    assert result_of(desk.states.refresh(runs)).reopened == 1
    (row,) = desk.database.runs.rows(runs[:1], PRODUCTION)
    assert row.ticket and row.ticket.is_reopened


def test_an_overwritten_external_id_is_offered_by_title_and_accepted(desk: Desk) -> None:
    desk.lose_the_answer(executed=True)
    (made,) = [t for t in desk.tenant.tickets() if (t["externalID"] or "").startswith("bc-")]
    desk.tenant.change_ticket(made["id"], externalID="another system")
    desk.look_ups.look()
    (offer,) = desk.claims.offers(desk.run_id)
    assert offer.ticket.id == made["id"]
    desk.claims.accept(desk.run_id, offer.ticket.id)
    claim = desk.database.tickets.claim_of(desk.run_id, PRODUCTION)
    assert claim and (claim.state, claim.ticket_id) == (ClaimState.CREATED, made["id"])
    (link,) = desk.linking.links(desk.run_id)
    assert (link.origin, link.number) == (Origin.CREATED, made["ticketNumber"])


def test_an_overwritten_external_id_is_rejected_and_the_run_is_free_after_the_looks(
    desk: Desk,
) -> None:
    desk.lose_the_answer(executed=True)
    (made,) = [t for t in desk.tenant.tickets() if (t["externalID"] or "").startswith("bc-")]
    desk.tenant.change_ticket(made["id"], externalID="another system")
    desk.look_ups.look()
    desk.claims.reject(desk.run_id, made["id"])
    for _look in range(3):
        desk.look_ups.look()
    assert desk.database.tickets.claim_of(desk.run_id, PRODUCTION) is None
    again = desk.database.tickets.claim(
        draft_of(desk.database, desk.run_id), desk.actor.instance, event()
    )
    assert again.rejected == (made["id"],)


def test_a_link_over_an_open_outcome_shows_what_turns_up_as_a_second_ticket(desk: Desk) -> None:
    desk.lose_the_answer(executed=True)
    desk.link(desk.add("By hand"))
    desk.look_ups.look()
    assert len(desk.claims.second_tickets(desk.run_id)) == 1
    desk.linking.unlink(desk.linking.links(desk.run_id)[0], "the wrong one")
    with pytest.raises(Failure) as caught:
        desk.database.tickets.claim(
            draft_of(desk.database, desk.run_id), desk.actor.instance, event()
        )
    assert caught.value.kind is Kind.HAS_TICKET


def test_unlinking_frees_the_run_once_absence_is_proven(desk: Desk) -> None:
    desk.lose_the_answer(executed=False)
    desk.link(desk.add("By hand"))
    desk.look_ups.look()
    desk.linking.unlink(desk.linking.links(desk.run_id)[0], "the wrong one")
    assert desk.database.tickets.claim_of(desk.run_id, PRODUCTION) is None


def test_a_dead_colleagues_attempt_is_taken_over_and_looked_for(desk: Desk) -> None:
    claim = desk.lose_the_answer(executed=True)
    server_of_tenant = AutotaskServer(desk.tenant)
    with server_of_tenant as server:
        other = Desk(server, desk.database, "two")
        other.run_id = claim.run_id
        attempt = other.claims.attempt(claim.run_id)
        assert attempt and "at work" in attempt.against_take_over
        desk.database.instances.end(desk.actor.instance)
        other.claims.take_over(claim.run_id)
        other.look_ups.look()
    assert desk.look_ups.look() == ()
    decided = desk.database.tickets.claim_of(claim.run_id, PRODUCTION)
    assert decided and decided.state is ClaimState.CREATED
    assert decided.instance == "instance-two"
