from __future__ import annotations

import os
from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState, Ending, Origin
from tests.faults.model import LATEST, Desk, FakeGround, Ground, RealGround, Script
from tests.faults.place import SANDBOX
from tests.services.desk import result_of
from tests.services.fakes import Crash
from tests.services.world import Killer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bcautotask_gui.domain.tickets import Claim

# many processes, which a busy computer may carry out slowly
pytestmark = pytest.mark.timeout(600)

# what a create may be refused with; anything else is a fault of the protocol
EXPECTED = {
    Kind.BLOCKED, Kind.HAS_TICKET, Kind.WORKED_ON, Kind.RESTORED, Kind.NOT_SENT, Kind.BUSY,
    Kind.ABSENCE_NOT_PROVEN, Kind.NO_TICKET_VISIBLE, Kind.TIMED_OUT, Kind.ABSENT, Kind.STALE,
}  # fmt: skip
# and what resolving may be refused with, or end with
RESOLVING = EXPECTED | {
    Kind.TICKET_WORKED_ON, Kind.CHANGED, Kind.CHANGED_MEANWHILE, Kind.WRITE_UNKNOWN,
}  # fmt: skip
PATIENT_MINUTES = 40
which = st.integers(0, 1)


class Promise(RuleBasedStateMachine):
    """Two desks, two runs of one job; whatever happens, one ticket per run and a next step."""

    make_ground: Callable[[], Ground]

    @initialize()
    def open(self) -> None:
        self.ground = type(self).make_ground()
        self.desks = [Desk(self.ground, "profile 1"), Desk(self.ground, "profile 2")]
        self.kept: Any = None
        self.restored_away: set[int] = set()
        self.may_be_noted: dict[int, int] = defaultdict(lambda: 1)

    # acts of a person

    @rule(run=which, desk=which)
    def create(self, run: int, desk: int) -> None:
        self._create(run, desk)

    @rule(run=which, desk=which, executed=st.booleans())
    def create_and_lose_the_answer(self, run: int, desk: int, executed: bool) -> None:
        self._scripted(run, desk, Script(Ending.NOBODY_KNOWS, executed))

    @rule(run=which, desk=which, seconds=st.floats(1, LATEST))
    def create_what_is_executed_late(self, run: int, desk: int, seconds: float) -> None:
        self._scripted(run, desk, Script(Ending.NOBODY_KNOWS, late_by=seconds))

    @rule(run=which, desk=which)
    def create_while_autotask_is_busy(self, run: int, desk: int) -> None:
        self._scripted(run, desk, Script(Ending.COME_AGAIN, executed=False))

    @rule(run=which, desk=which, takes_over=st.booleans())
    def fall_asleep_between_commit_and_call(self, run: int, desk: int, takes_over: bool) -> None:
        def sleep() -> None:
            self.ground.sleep(self.desks[desk].actor)
            if takes_over:
                self._colleague_goes_on(run, 1 - desk)

        self.ground.autotask.before_sending = sleep
        self._create(run, desk)
        self.ground.autotask.before_sending = None

    @rule(run=which, desk=which, point=st.integers(0, 24))
    def be_killed_while_creating(self, run: int, desk: int, point: int) -> None:
        self.desks[desk].start(Killer(point))
        with suppress(Crash):
            self._create(run, desk)
        self.desks[desk].start()

    @rule(desk=which)
    def restart(self, desk: int) -> None:
        self.desks[desk].start()

    # what the application does by itself

    @rule(desk=which, seconds=st.floats(20, 300))
    def look(self, desk: int, seconds: float) -> None:
        self.ground.pass_by(seconds)
        self._look(desk)

    @rule(desk=which, point=st.integers(0, 12))
    def be_killed_while_looking(self, desk: int, point: int) -> None:
        self.ground.pass_by(20)
        self.desks[desk].start(Killer(point))
        with suppress(Crash):
            self._look(desk)
        self.desks[desk].start()

    @rule(seconds=st.floats(1, 900))
    def wait(self, seconds: float) -> None:
        self.ground.pass_by(seconds)

    # what others do

    @rule()
    def a_look_up_is_answered_stale(self) -> None:
        self.ground.answer_stale()

    @rule(is_blind=st.booleans())
    def rights_are_lost_or_given_back(self, is_blind: bool) -> None:
        self.ground.blind(is_blind=is_blind)

    @rule(run=which, desk=which)
    def rights_are_lost_for_a_quarter_of_an_hour(self, run: int, desk: int) -> None:
        self.ground.blind(is_blind=True)
        for _look in range(5):
            self.ground.pass_by(180)
            self._look(desk)
        self._create(run, desk)
        self.ground.blind(is_blind=False)

    @rule(run=which)
    def a_colleague_overwrites_the_external_id(self, run: int) -> None:
        for ticket_id in self.ground.autotask.made[self._run(run)]:
            self.ground.overwrite_marker(ticket_id)

    @precondition(lambda self: self.kept is None)
    @rule()
    def a_backup_is_made(self) -> None:
        self.kept = self.ground.backup()

    @precondition(lambda self: self.kept is not None)
    @rule()
    def the_backup_is_restored(self) -> None:
        """Nobody else knows what was lost, so the people wait as the instructions say."""
        self.ground.restore(self.kept)
        self.kept = None
        self.ground.pass_by(600)
        for desk in self.desks:
            desk.start()
        self.restored_away = {t for made in self.ground.autotask.made.values() for t in made}
        for ticket_id in self.ground.autotask.noted:
            self.may_be_noted[ticket_id] += 1  # nobody knows any more whose note that is

    @rule(run=which)
    def the_web_application_writes_a_ticket(self, run: int) -> None:
        if not self._has_claim_or_ticket(run):
            self.ground.write_over_there(self._run(run))

    # linking

    @rule(run=which, desk=which)
    def link(self, run: int, desk: int) -> None:
        self._try(lambda: self._link(run, desk, self.ground.foreign_ticket()))

    @rule(run=which, desk=which, point=st.integers(0, 12))
    def be_killed_while_linking(self, run: int, desk: int, point: int) -> None:
        self.desks[desk].start(Killer(point))
        with suppress(Crash):
            self._try(lambda: self._link(run, desk, self.ground.foreign_ticket()))
        self.desks[desk].start()

    @rule(run=which, desk=which)
    def type_a_number(self, run: int, desk: int) -> None:
        number = f"T20260101.{run + 1:04}"
        self._try(lambda: self.desks[desk].numbers.keep([self._run(run)], number))

    @rule(run=which, desk=which)
    def unlink(self, run: int, desk: int) -> None:
        linking = self.desks[desk].linking
        for link in linking.links(self._run(run)):
            if link.origin in (Origin.LINKED, Origin.MANUAL):
                self._try(lambda link=link: linking.unlink(link, "the wrong one"))

    @rule(run=which, desk=which)
    def take_over(self, run: int, desk: int) -> None:
        self._try(lambda: self.desks[desk].claims.take_over(self._run(run)))

    # another environment

    @rule(run=which, desk=which, is_claimed=st.booleans())
    def the_environment_is_switched_under_an_open_preview(
        self, run: int, desk: int, is_claimed: bool
    ) -> None:
        here, made = self.desks[desk], self._count()
        self._try(lambda: self._create_while_switched(here, run, is_claimed=is_claimed))
        self.ground.switch(SANDBOX)
        assert self._count() == made

    @rule(seconds=st.floats(60, 900), desk=which)
    def the_team_works_in_production_for_a_while(self, seconds: float, desk: int) -> None:
        made = self._count()
        self.ground.switch(Environment.PRODUCTION)
        self.ground.pass_by(seconds)
        with pytest.raises(Failure) as caught:
            self.desks[desk].look_ups.look()
        assert caught.value.kind is Kind.SECRET_MISSING
        self.ground.switch(SANDBOX)
        assert self._count() >= made

    # resolving

    @rule(run=which, desk=which)
    def resolve(self, run: int, desk: int) -> None:
        self._resolve(run, desk)

    @rule(run=which, desk=which, executed=st.booleans(), late_by=st.none() | st.floats(1, LATEST))
    def resolve_and_lose_an_answer(
        self, run: int, desk: int, executed: bool, late_by: float | None
    ) -> None:
        self.ground.autotask.write_script = Script(Ending.NOBODY_KNOWS, executed, late_by)
        self._resolve(run, desk)
        self.ground.autotask.write_script = None

    @rule(run=which, desk=which, point=st.integers(0, 30))
    def be_killed_while_resolving(self, run: int, desk: int, point: int) -> None:
        self.desks[desk].start(Killer(point))
        with suppress(Crash):
            self._resolve(run, desk)
        self.desks[desk].start()

    @rule(run=which, desk=which)
    def link_the_ticket_of_the_other_run(self, run: int, desk: int) -> None:
        """Two runs, one ticket: whichever is resolved resolves both."""
        for ticket_id in sorted(self.ground.known(self._run(1 - run))):
            if ticket_id not in self.ground.autotask.made[self._run(1 - run)]:
                self._try(lambda ticket_id=ticket_id: self._link(run, desk, ticket_id))

    @rule(run=which)
    def the_ticket_is_reopened(self, run: int) -> None:
        for ticket_id in self.ground.known(self._run(run)):
            if self._is_complete(ticket_id):
                self.ground.reopen(ticket_id)
                self.may_be_noted[ticket_id] += 1

    # what must hold

    @invariant()
    def a_ticket_has_one_closing_note_for_each_time_it_was_open(self) -> None:
        if hasattr(self, "ground"):
            for ticket_id, count in self.ground.autotask.noted.items():
                allowed = self.may_be_noted[ticket_id]
                assert count <= allowed, f"ticket {ticket_id} has {count} closing notes"

    @invariant()
    def each_run_has_one_ticket_at_most(self) -> None:
        if hasattr(self, "ground"):
            for run_id, made in self.ground.autotask.made.items():
                assert len(made) <= 1, f"run {run_id} has {made}"

    @invariant()
    def no_ticket_is_forgotten(self) -> None:
        if hasattr(self, "ground"):
            for run_id, made in self.ground.autotask.made.items():
                claim = self.ground.tickets.claim_of(run_id, SANDBOX)
                is_looked_for = claim is not None and claim.state is not ClaimState.CREATED
                known = self.ground.known(run_id) | set(self.ground.seconds())
                lost = set(made) - known - self.restored_away
                assert not lost or is_looked_for, f"run {run_id}: {lost} forgotten"

    def teardown(self) -> None:
        if not hasattr(self, "ground"):
            return
        try:
            self._heal_and_wait()
            for run in (0, 1):
                self._finish(run)
            for run in (0, 1):
                self._finish_resolving(run)
        finally:
            self.ground.close()

    # how

    def _run(self, run: int) -> int:
        return self.ground.runs_of_job[run]

    def _scripted(self, run: int, desk: int, script: Script) -> None:
        self.ground.autotask.script = script
        self._create(run, desk)
        self.ground.autotask.script = None

    def _create(self, run: int, desk: int) -> None:
        here = self.desks[desk]
        self._try(lambda: result_of(here.creating.create(here.drafts.draft(self._run(run)))))

    def _link(self, run: int, desk: int, ticket_id: int) -> None:
        linking = self.desks[desk].linking
        result_of(linking.link(linking.preview([self._run(run)], ticket_id), confirmed=True))

    def _create_while_switched(self, here: Desk, run: int, *, is_claimed: bool) -> None:
        """A colleague switches before the button is pressed, or right after the claim."""
        draft = here.drafts.draft(self._run(run))
        steps = here.creating.create(draft)
        if is_claimed:
            next(steps)
        self.ground.switch(Environment.PRODUCTION)
        try:
            result_of(steps)
        except Failure as failure:
            assert failure.kind in {*EXPECTED, Kind.SECRET_MISSING}, failure
        self.ground.switch(SANDBOX)

    def _resolve(self, run: int, desk: int) -> None:
        service = self.desks[desk].resolving
        try:
            outcome = result_of(service.resolve(service.preview(self._run(run)), accepts_loss=True))
            kind = outcome.failure.kind if outcome.failure else None
        except Failure as failure:
            kind = failure.kind
        assert kind is None or kind in RESOLVING, kind

    def _count(self) -> int:
        return sum(len(made) for made in self.ground.autotask.made.values())

    def _is_complete(self, ticket_id: int) -> bool:
        """A ticket that only the web application speaks of may not be there."""
        try:
            return self.ground.is_complete(ticket_id)
        except KeyError:
            return False

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Failure as failure:
            assert failure.kind in EXPECTED, failure

    def _colleague_goes_on(self, run: int, desk: int) -> None:
        """Takes the sleeper's attempt over, looks until it is free, and creates."""
        self._try(lambda: self.desks[desk].claims.take_over(self._run(run)))
        for _look in range(4):
            self._look(desk)
            self.ground.pass_by(60)
        self._create(run, desk)

    def _look(self, desk: int) -> None:
        try:
            self.desks[desk].look_ups.look()
            if self.ground.resolutions.open_attempts(SANDBOX):
                self.desks[desk].resolving.go_on()
        except Failure as failure:
            assert failure.kind in (Kind.NO_TICKET_VISIBLE, Kind.ABSENT), failure

    def _has_claim_or_ticket(self, run: int) -> bool:
        run_id = self._run(run)
        has_claim = self.ground.tickets.claim_of(run_id, SANDBOX) is not None
        return has_claim or bool(self.ground.tickets.links_of(run_id, SANDBOX))

    def _heal_and_wait(self) -> None:
        self.ground.blind(is_blind=False)
        self.ground.answer_freshly()
        for desk in self.desks:
            desk.start()
        for _minute in range(PATIENT_MINUTES):
            self.ground.pass_by(60)
            for desk in (0, 1):
                self._look(desk)
            self._decide_offers()
        assert self.ground.tickets.open_claims(SANDBOX) == ()
        assert self.ground.resolutions.open_attempts(SANDBOX) == ()

    def _decide_offers(self) -> None:
        """The person knows which ticket came of which run, and decides where the attempt is."""
        for run in (0, 1):
            while claim := self._undecided(run):
                here = next(d for d in self.desks if d.actor.instance.profile == claim.profile)
                ticket_id = claim.undecided[0]
                is_ours = ticket_id in self.ground.autotask.made[claim.run_id]
                decide = here.claims.accept if is_ours else here.claims.reject
                if not self._decide(decide, claim.run_id, ticket_id):
                    break

    def _undecided(self, run: int) -> Claim | None:
        claim = self.ground.tickets.claim_of(self._run(run), SANDBOX)
        if claim is None or claim.state is ClaimState.CREATED or not claim.undecided:
            return None
        return claim

    def _decide(self, decide: Callable[[int, int], object], run_id: int, ticket_id: int) -> bool:
        """The ticket of an attempt that a link ended becomes a second one, to be linked."""
        try:
            decide(run_id, ticket_id)
        except Failure as failure:
            assert failure.kind is Kind.SECOND_TICKET, failure
            return False
        return True

    def _finish(self, run: int) -> None:
        """Whatever happened, the run has its ticket, or gets it now."""
        run_id = self._run(run)
        for _try in range(4):
            if self.ground.tickets.links_of(run_id, SANDBOX):
                break
            self._next_step(run)
        links = self.ground.tickets.links_of(run_id, SANDBOX)
        assert links, f"run {run_id} has no way out"
        if any(link.origin is Origin.CREATED for link in links):
            made = set(self.ground.autotask.made[run_id])
            assert made <= self.ground.known(run_id) | set(self.ground.seconds())

    def _finish_resolving(self, run: int) -> None:
        """Whatever happened, each ticket that is there can be completed now."""
        for ticket_id in self.ground.known(self._run(run)):
            links = self.ground.tickets.links_of(self._run(run), SANDBOX)
            if len(links) > 1 or links[0].origin is Origin.WEB_APPLICATION:
                continue  # the pane shows both; a person decides in Autotask
            for _try in range(3):
                if self.ground.is_complete(ticket_id):
                    break
                self._resolve(run, 0)
                self.ground.pass_by(60)
            assert self.ground.is_complete(ticket_id), f"ticket {ticket_id} cannot be resolved"

    def _next_step(self, run: int) -> None:
        """Creates; where a second ticket closed the run to that, links it."""
        run_id, desk = self._run(run), self.desks[0]
        draft = desk.drafts.draft(run_id)
        seconds = desk.claims.second_tickets(run_id)
        if seconds:
            self._link(run, 0, seconds[0].ticket_id)
            return
        assert not draft.blocks, draft.blocks
        try:
            outcome = result_of(desk.creating.create(draft))
            if outcome.state is not ClaimState.CREATED:
                self._decide_offers()
        except Failure as failure:
            assert failure.kind is Kind.RESTORED, failure
            self.ground.pass_by(600)


def promise(make_ground: Callable[[], Ground]) -> type[Promise]:
    return type("Promise", (Promise,), {"make_ground": staticmethod(make_ground)})


def profile(examples: int, steps: int, phases: tuple[Phase, ...] = tuple(Phase)) -> settings:
    return settings(
        phases=phases,
        max_examples=examples * int(os.environ.get("FAULT_ROUNDS", "1")),
        stateful_step_count=steps,
        deadline=None,
        database=None,
        derandomize="FAULT_ROUNDS" not in os.environ,
        suppress_health_check=list(HealthCheck),
    )


def test_the_promise_holds_and_every_state_has_a_next_step_over_stand_ins() -> None:
    run_state_machine_as_test(promise(FakeGround), settings=profile(200, 40))


def test_the_promise_holds_and_every_state_has_a_next_step_over_the_real_parts(
    filled_file: Path,
) -> None:
    machine = promise(lambda: RealGround(filled_file))
    # an example takes a second: a failing one is not made smaller
    run_state_machine_as_test(machine, settings=profile(5, 25, (Phase.generate,)))
