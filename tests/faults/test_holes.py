from __future__ import annotations

import shutil
from contextlib import closing as closed_after
from dataclasses import replace
from datetime import timedelta
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.app import wiring
from bcautotask_gui.clock import SystemClock
from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE
from bcautotask_gui.domain.tickets import ClaimState
from bcautotask_gui.profile import SendMemory
from bcautotask_gui.sandbox import DEMO_USER, Fault, FaultKind
from bcautotask_gui.sandbox.model import Access, Level
from bcautotask_gui.services import restore_guard
from tests.faults import closing
from tests.faults.acts import judge_tickets
from tests.faults.place import SANDBOX, Place, at_work
from tests.faults.waiting import look_until_decided
from tests.services.desk import result_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bcautotask_gui.app.workplace import Workplace
    from bcautotask_gui.services.create_outcome import CreateOutcome

# a colleague is at work on the ticket, or was done in this very moment
RESOLVED_BY_ANOTHER = {Kind.TICKET_WORKED_ON, Kind.BLOCKED, Kind.CHANGED, Kind.CHANGED_MEANWHILE}
WAITS = Waits(timedelta(seconds=1), timedelta(seconds=0.05))
LOST_ANSWER = Fault(FaultKind.CUT, "POST", "Tickets", after=True)
only_sqlite = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def workplace(place: Place) -> Iterator[Workplace]:
    with at_desk(place) as opened:
        yield opened


@pytest.fixture
def run_id(place: Place) -> int:
    return place.runs()[0]


def at_desk(place: Place, desk: str = "desk-1") -> Any:
    return at_work(place.url, place.server.url, place.profile(desk), WAITS)


def create(workplace: Workplace, run_id: int) -> CreateOutcome:
    outcome: CreateOutcome = result_of(workplace.creating.create(workplace.drafts.draft(run_id)))
    return outcome


def refusal(workplace: Workplace, run_id: int) -> Kind:
    with pytest.raises(Failure) as caught:
        create(workplace, run_id)
    return caught.value.kind


def switch_to_production(workplace: Workplace) -> None:
    """A colleague switches the team to the other environment."""
    store = workplace.database.settings
    event = workplace.actor.event(Act.SETTINGS_SAVED, "settings")
    store.save(replace(store.read(), environment=Environment.PRODUCTION), event)


# a race of two reports -----------------------------------------------------------------------


def test_two_customers_runs_of_one_fingerprint_created_at_once_are_no_conflict(
    place: Place, workplace: Workplace
) -> None:
    """The second looks while the first's ticket exists and its claim does not say so yet."""
    mine, theirs = twins(place)
    with at_desk(place, "desk-2") as colleague:
        theirs_on_the_way = after_the_request(place, colleague, theirs)
        assert create(workplace, mine).state is ClaimState.CREATED
        theirs_on_the_way.go_on()
    assert judge_tickets(place, [mine, theirs]) == []
    assert place.rows("second_ticket") == []


def test_the_next_run_of_a_job_is_not_offered_the_ticket_whose_answer_was_lost_the_day_before(
    place: Place, workplace: Workplace
) -> None:
    """Both carry one title; the marker tells that the ticket came of the other attempt."""
    yesterday, today = runs_of_one_job(place)
    place.server.faults.add(LOST_ANSWER)
    assert create(workplace, yesterday).state is ClaimState.UNKNOWN
    assert create(workplace, today).state is ClaimState.CREATED
    look_until_decided(workplace, WAITS)
    assert judge_tickets(place, [yesterday, today]) == []


# restored, copied, doubled databases ----------------------------------------------------------


@only_sqlite
def test_a_serial_that_is_reused_after_a_restore_gets_a_ticket_of_its_own(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restore_guard, "RESTORE_WAIT", timedelta(0))
    run_id, other = place.runs()[:2]
    backup = copy_of(place, tmp_path / "backup.sqlite")
    with at_desk(place) as workplace:
        first = create(workplace, run_id)
    put_back(place, backup)
    exchange_serials(place, run_id, other)
    with at_desk(place) as workplace:
        second = create(workplace, run_id)
        found = create(workplace, other)
    assert second.ticket_id != first.ticket_id and not second.was_found
    assert found.ticket_id == first.ticket_id and found.was_found
    assert place.server.report.duplicates() == {}
    assert len(place.server.report.created()) == 2


@only_sqlite
def test_a_restored_database_sends_nothing_for_ten_minutes_and_then_finds_the_ticket(
    place: Place, run_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = copy_of(place, tmp_path / "backup.sqlite")
    with at_desk(place) as workplace:
        first = create(workplace, run_id)
    put_back(place, backup)
    with at_desk(place) as workplace:
        assert refusal(workplace, run_id) is Kind.RESTORED
        assert refusal(workplace, run_id) is Kind.RESTORED
        monkeypatch.setattr(restore_guard, "RESTORE_WAIT", timedelta(0))
        again = create(workplace, run_id)
    assert (again.ticket_id, again.was_found) == (first.ticket_id, True)
    assert judge_tickets(place, [run_id]) == []


@only_sqlite
def test_a_cloned_workspace_finds_the_ticket_of_its_original(
    place: Place, run_id: int, tmp_path: Path
) -> None:
    clone = Place(f"sqlite:///{copy_of(place, tmp_path / 'clone.sqlite')}", place.server,
                  tmp_path / "elsewhere")  # fmt: skip
    with at_desk(place) as workplace:
        made = create(workplace, run_id)
    with at_desk(clone) as workplace:
        found = create(workplace, run_id)
    assert (found.ticket_id, found.was_found) == (made.ticket_id, True)
    assert judge_tickets(place, [run_id]) == judge_tickets(clone, [run_id]) == []


# the zone of the stored times ------------------------------------------------------------------


def in_zone(workplace: Workplace, zone: str) -> None:
    """An admin says in which zone Backupchecks stores its times."""
    store = workplace.database.settings
    event = workplace.actor.event(Act.SETTINGS_SAVED, "settings")
    store.save(replace(store.read(), storage_zone=zone), event)


@only_sqlite
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
def test_a_ticket_made_under_another_zone_of_stored_times_is_found_after_a_restore(
    place: Place, run_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    """The copy knows neither the ticket nor the zone under which it was made."""
    monkeypatch.setattr(restore_guard, "RESTORE_WAIT", timedelta(0))
    backup = copy_of(place, tmp_path / "backup.sqlite")
    with at_desk(place) as workplace:
        in_zone(workplace, zone)
        first = create(workplace, run_id)
    put_back(place, backup)
    with at_desk(place) as workplace:
        again = create(workplace, run_id)
    assert (again.ticket_id, again.was_found) == (first.ticket_id, True)
    assert judge_tickets(place, [run_id]) == []


def test_a_report_imported_again_under_another_zone_of_stored_times_is_the_same_report(
    place: Place, workplace: Workplace, run_id: int
) -> None:
    create(workplace, run_id)
    in_zone(workplace, "Asia/Tokyo")
    again = imported_again(place, run_id)
    assert refusal(workplace, again) is Kind.HAS_TICKET
    assert len(place.server.report.created()) == 1


def test_an_attempt_sent_under_another_zone_of_stored_times_is_still_found(
    place: Place, workplace: Workplace, run_id: int
) -> None:
    place.server.faults.add(LOST_ANSWER)
    assert create(workplace, run_id).state is ClaimState.UNKNOWN
    in_zone(workplace, "Asia/Tokyo")
    look_until_decided(workplace, WAITS)
    assert judge_tickets(place, [run_id]) == []


def test_two_reconcilers_of_one_attempt_adopt_its_ticket_once(place: Place, run_id: int) -> None:
    with at_desk(place) as workplace, at_desk(place) as same_profile:
        place.server.faults.add(LOST_ANSWER)
        assert create(workplace, run_id).state is ClaimState.UNKNOWN
        place.server.latency = 0.05
        errors = at_once(workplace.look_ups.look, same_profile.look_ups.look)
    assert errors == []
    assert judge_tickets(place, [run_id]) == []
    assert place.rows("second_ticket") == []


def test_two_reconcilers_of_one_attempt_that_never_arrived_release_it_once(
    place: Place, run_id: int
) -> None:
    with at_desk(place) as workplace, at_desk(place) as same_profile:
        place.server.faults.add(replace(LOST_ANSWER, after=False))
        assert create(workplace, run_id).state is ClaimState.UNKNOWN
        errors = at_once(
            lambda: look_until_decided(workplace, WAITS),
            lambda: look_until_decided(same_profile, WAITS),
        )
        assert errors == []
        assert create(same_profile, run_id).state is ClaimState.CREATED
    assert judge_tickets(place, [run_id]) == []


# between claim and call ----------------------------------------------------------------------


@only_sqlite
def test_a_laptop_that_sleeps_between_commit_and_call_sends_nothing_when_it_wakes(
    place: Place, run_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept = timedelta(0)

    class SleepyClock(SystemClock):
        def now(self) -> Any:
            return super().now() + slept

    def sleep_after(self: SendMemory, claim_id: int) -> None:
        nonlocal slept
        remember(self, claim_id)
        slept = timedelta(minutes=15)

    remember = SendMemory.remember_sending
    monkeypatch.setattr(wiring, "SystemClock", SleepyClock)
    with at_desk(place) as workplace, monkeypatch.context() as patch:
        patch.setattr(SendMemory, "remember_sending", sleep_after)
        assert refusal(workplace, run_id) is Kind.NOT_SENT
        assert place.made() == {}
        patch.undo()
        assert create(workplace, run_id).state is ClaimState.CREATED
    assert judge_tickets(place, [run_id]) == []


def test_an_environment_switched_under_an_open_preview_refuses_the_preview(
    place: Place, workplace: Workplace, run_id: int
) -> None:
    draft = workplace.drafts.draft(run_id)
    before = len(place.server.calls)
    with at_desk(place, "desk-2") as colleague:
        switch_to_production(colleague)
    with pytest.raises(Failure) as caught:
        result_of(workplace.creating.create(draft))
    assert caught.value.kind in (Kind.STALE, Kind.SECRET_MISSING)
    assert len(place.server.calls) == before
    assert place.rows("claim") == []


def test_an_environment_switched_after_the_claim_stops_the_create_and_frees_the_run(
    place: Place, workplace: Workplace, run_id: int
) -> None:
    steps = workplace.creating.create(workplace.drafts.draft(run_id))
    next(steps)
    with at_desk(place, "desk-2") as colleague:
        switch_to_production(colleague)
    with pytest.raises(Failure) as caught:
        result_of(steps)
    assert caught.value.kind is Kind.STALE
    assert place.made() == {}
    assert place.open_claims() == []


# resolving -----------------------------------------------------------------------------------


def notes_of(place: Place, ticket_id: int) -> list[str]:
    return [note["description"] for note in place.server.tenant.notes(ticket_id)]


def test_two_runs_resolved_into_one_ticket_at_once_write_one_note(
    place: Place, workplace: Workplace
) -> None:
    one, other = closing.add_tickets(place)[:2]
    shared = closing.ticket_for(one)
    for run_id in (one, other):
        result_of(workplace.linking.link(workplace.linking.preview([run_id], shared),
                                         confirmed=True))  # fmt: skip
    with at_desk(place, "desk-2") as colleague:
        errors = at_once(
            lambda: closing.resolve(workplace, one), lambda: closing.resolve(colleague, other)
        )
    kinds = {each.kind for each in errors if isinstance(each, Failure)}
    assert len(kinds) == len(errors) and kinds <= RESOLVED_BY_ANOTHER, errors
    closing.resolve_until_complete(workplace, one)
    assert notes_of(place, shared).count(CLOSING_NOTE) == 1
    assert place.rows("resolution", "*", "state = 'open'") == []
    for run_id in (one, other):
        assert workplace.resolving.preview(run_id).ticket.ticket.is_complete  # type: ignore[union-attr]


def test_a_ticket_that_was_reopened_is_resolved_again_with_a_note_of_its_own(
    place: Place, workplace: Workplace
) -> None:
    run_id = closing.add_linked_tickets(place)[0]
    ticket_id = closing.ticket_for(run_id)
    for resolved in (1, 2):
        closing.resolve(workplace, run_id)
        ticket = place.server.tenant.ticket(ticket_id)
        assert (ticket["status"], bool(ticket["completedDate"])) == (closing.COMPLETE, True)
        assert notes_of(place, ticket_id).count(CLOSING_NOTE) == resolved
        place.server.tenant.change_ticket(ticket_id, status=1, completedDate=None)


# what Autotask and the web application do -----------------------------------------------------


def test_an_external_id_that_somebody_overwrote_leaves_an_offer_and_makes_no_second_ticket(
    place: Place, workplace: Workplace, run_id: int
) -> None:
    place.server.faults.add(LOST_ANSWER)
    assert create(workplace, run_id).state is ClaimState.UNKNOWN
    made = place.made()[run_id][0]
    place.server.tenant.change_ticket(made, externalID="PO-4711")
    for _look in range(4):
        workplace.look_ups.look()
    claim = workplace.database.tickets.claim_of(run_id, SANDBOX)
    assert claim and claim.undecided == (made,)
    assert refusal(workplace, run_id) is Kind.BLOCKED
    assert len(place.server.report.created()) == 1


def test_answers_that_are_empty_for_lack_of_rights_free_no_run(
    place: Place, workplace: Workplace, run_id: int
) -> None:
    create(workplace, place.runs()[1])  # a ticket that is known to exist
    place.server.faults.add(LOST_ANSWER)
    assert create(workplace, run_id).state is ClaimState.UNKNOWN
    user = place.server.tenant.user(DEMO_USER)
    assert user
    user.access["Ticket"] = Access(query=Level.NONE)
    blind = Waits(timedelta(0), timedelta(0))
    with at_work(place.url, place.server.url, place.profile("desk-1"), blind) as impatient:
        for _look in range(5):
            with pytest.raises(Failure):
                impatient.look_ups.look()
        assert refusal(impatient, place.runs()[2]) is Kind.NO_TICKET_VISIBLE
    assert place.open_claims() == [(run_id, "unknown")]
    del user.access["Ticket"]
    look_until_decided(workplace, WAITS)
    assert judge_tickets(place, [run_id]) == []


def test_a_trigger_that_refuses_the_mirror_costs_no_record(
    place: Place, workplace: Workplace, run_id: int, engine: str
) -> None:
    refuse_tickets_over_there(place, engine)
    assert create(workplace, run_id).state is ClaimState.CREATED
    assert judge_tickets(place, [run_id]) == []
    assert place.rows("ticket_link", "mirror_pending")[0][0]
    place.their("DROP TRIGGER refuse" + ("" if engine == "sqlite" else " ON job_runs"))
    workplace.look_ups.look()
    assert not place.rows("ticket_link", "mirror_pending")[0][0]
    over_there = place.their("SELECT autotask_ticket_id FROM job_runs WHERE id = :r", r=run_id)
    assert over_there[0][0] == place.made()[run_id][0]


def test_a_ticket_that_the_web_application_wrote_under_an_open_preview_refuses_it(
    place: Place, workplace: Workplace, run_id: int
) -> None:
    draft = workplace.drafts.draft(run_id)
    place.their(
        "UPDATE job_runs SET autotask_ticket_id = 77, autotask_ticket_number = 'T1.0077' "
        "WHERE id = :r", r=run_id,
    )  # fmt: skip
    with pytest.raises(Failure) as caught:
        result_of(workplace.creating.create(draft))
    assert caught.value.kind is Kind.HAS_TICKET
    assert place.made() == {}


# how the world is bent -----------------------------------------------------------------------


class Held:
    """A create whose answer has arrived and whose claim does not know it yet."""

    def __init__(self, workplace: Workplace, run_id: int) -> None:
        self._store = workplace.database.tickets
        self._arguments: Any = None
        created = self._store.created
        self._really = created
        steps = workplace.creating.create(workplace.drafts.draft(run_id))

        def hold(*arguments: Any) -> Any:
            self._arguments = arguments
            raise KeyboardInterrupt

        self._store.created = hold  # type: ignore[method-assign]
        with pytest.raises(KeyboardInterrupt):
            result_of(steps)
        self._store.created = created  # type: ignore[method-assign]

    def go_on(self) -> None:
        self._really(*self._arguments)


def after_the_request(place: Place, workplace: Workplace, run_id: int) -> Held:
    held = Held(workplace, run_id)
    assert run_id in place.made() and run_id not in place.known()
    return held


def twins(place: Place) -> tuple[int, int]:
    """Two runs of two customers that no fingerprint tells apart."""
    one, other = place.runs()[:2]
    names = "from_address, job_name, backup_software, backup_type"
    job = place.their(f"SELECT {names} FROM jobs WHERE id = (SELECT job_id FROM job_runs "
                      "WHERE id = :r)", r=one)[0]  # fmt: skip
    assert _customer(place, one) != _customer(place, other)
    place.their(
        "UPDATE jobs SET from_address = :a, job_name = :n, backup_software = :s, "
        "backup_type = :t WHERE id = (SELECT job_id FROM job_runs WHERE id = :r)",
        a=job[0], n=job[1], s=job[2], t=job[3], r=other,
    )  # fmt: skip
    same = "source_type, external_id, run_at"
    values = place.their(f"SELECT {same} FROM job_runs WHERE id = :r", r=one)[0]
    place.their(
        "UPDATE job_runs SET source_type = :s, external_id = :e, run_at = :a, "
        "mail_message_id = NULL WHERE id = :r", s=values[0], e=values[1], a=values[2], r=other,
    )  # fmt: skip
    place.their("UPDATE job_runs SET mail_message_id = NULL WHERE id = :r", r=one)
    return one, other


def _customer(place: Place, run_id: int) -> int:
    query = "SELECT customer_id FROM jobs WHERE id = (SELECT job_id FROM job_runs WHERE id = :r)"
    return int(place.their(query, r=run_id)[0][0])


def imported_again(place: Place, run_id: int) -> int:
    """Another run of the same report, as a second import makes it."""
    columns = ("job_id, mail_message_id, run_at, status, remark, missed, override_applied, "
               "source_type, external_id")  # fmt: skip
    place.their(
        f"INSERT INTO job_runs (id, {columns}) SELECT (SELECT max(id) + 1 FROM job_runs), "
        f"{columns} FROM job_runs WHERE id = :r", r=run_id,
    )  # fmt: skip
    return int(place.their("SELECT max(id) FROM job_runs")[0][0])


def runs_of_one_job(place: Place) -> tuple[int, int]:
    for newest in place.runs():
        earlier = place.their(
            "SELECT max(id) FROM job_runs WHERE id < :r AND job_id = "
            "(SELECT job_id FROM job_runs WHERE id = :r)", r=newest,
        )[0][0]  # fmt: skip
        if earlier:
            return int(earlier), newest
    raise AssertionError("no job has two runs")


def copy_of(place: Place, to: Path) -> Path:
    """A backup of the file that is whole whatever the write-ahead log holds."""
    import sqlite3

    file = place.url.removeprefix("sqlite:///")
    with closed_after(sqlite3.connect(file)) as source, closed_after(sqlite3.connect(to)) as target:
        source.backup(target)
    return to


def put_back(place: Place, backup: Path) -> None:
    from pathlib import Path

    file = Path(place.url.removeprefix("sqlite:///"))
    for each in (file, file.with_name(file.name + "-wal"), file.with_name(file.name + "-shm")):
        each.unlink(missing_ok=True)
    shutil.copy(backup, file)


def exchange_serials(place: Place, one: int, other: int) -> None:
    """Imports the same reports anew, in another order."""
    rows = {
        each: place.their("SELECT job_id, mail_message_id, run_at, external_id, source_type "
                          "FROM job_runs WHERE id = :r", r=each)[0]
        for each in (one, other)
    }  # fmt: skip
    objects = {
        each: place.their("SELECT id FROM run_object_links WHERE run_id = :r", r=each)
        for each in (one, other)
    }
    for to, source in ((one, other), (other, one)):
        job, mail, at, external, kind = rows[source]
        place.their(
            "UPDATE job_runs SET job_id = :j, mail_message_id = :m, run_at = :a, "
            "external_id = :e, source_type = :k WHERE id = :r",
            j=job, m=mail, a=at, e=external, k=kind, r=to,
        )  # fmt: skip
        for row in objects[source]:
            place.their("UPDATE run_object_links SET run_id = :r WHERE id = :i", r=to, i=row[0])


def refuse_tickets_over_there(place: Place, engine: str) -> None:
    if engine == "sqlite":
        place.their("CREATE TRIGGER refuse BEFORE UPDATE OF autotask_ticket_id ON job_runs "
                    "BEGIN SELECT RAISE(ABORT, 'not allowed'); END")  # fmt: skip
        return
    place.their("CREATE FUNCTION refuse_it() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'not allowed'; END $$")  # fmt: skip
    place.their("CREATE TRIGGER refuse BEFORE UPDATE OF autotask_ticket_id ON job_runs "
                "FOR EACH ROW EXECUTE FUNCTION refuse_it()")  # fmt: skip


def at_once(*acts: Any) -> list[BaseException]:
    """Does all at the same time; tells what went wrong."""
    errors: list[BaseException] = []

    def guarded(act: Any) -> None:
        try:
            act()
        except BaseException as error:
            errors.append(error)

    threads = [Thread(target=guarded, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors
