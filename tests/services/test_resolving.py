from collections.abc import Callable
from dataclasses import replace

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.connection import CheckState
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.resolution import Purpose, ResolutionState, StepKind, StepState
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE, NOTE_ONLY
from bcautotask_gui.domain.tickets import Ending, Origin
from tests.services.fakes import MORNING
from tests.services.resolving_world import (
    COLLEAGUE,
    COMPLETE,
    LINK,
    NEW,
    NUMBER,
    ON_HOLD,
    TICKET,
    ResolvingWorld,
    Write,
    end_of,
)
from tests.services.world import RUN

LOST = Ending.NOBODY_KNOWS


@pytest.fixture
def world() -> ResolvingWorld:
    return ResolvingWorld()


def refusal(act: Callable[[], object]) -> Failure:
    with pytest.raises(Failure) as caught:
        act()
    return caught.value


def steps_of(world: ResolvingWorld, attempt: int = 1) -> list[tuple[StepKind, StepState]]:
    return [(step.kind, step.state) for step in world.attempts.kept[attempt].steps]


# the happy ways ------------------------------------------------------------------------------


def test_a_ticket_is_resolved_in_the_order_of_the_protocol(world: ResolvingWorld) -> None:
    outcome = world.resolve()
    assert outcome.state is ResolutionState.DONE
    assert outcome.failure is None
    assert world.autotask.texts() == [CLOSING_NOTE]
    assert world.autotask.fields["resolution"] == CLOSING_NOTE
    assert world.autotask.fields["status"] == COMPLETE
    assert world.autotask.updates == [frozenset({"resolution"}), frozenset({"status"})]
    assert steps_of(world) == [(kind, StepState.DONE) for kind in StepKind]
    assert world.autotask.calls[2:] == [
        "full_ticket",
        "notes",
        "time_entries",
        "add_note",
        "full_ticket",
        "update_ticket",
        "full_ticket",
        "time_entries",
        "update_ticket",
        "full_ticket",
        "time_entries",
    ]


def test_the_steps_tick_one_after_the_other(world: ResolvingWorld) -> None:
    reports = list(world.service.resolve(world.preview()))
    assert [check.title for check in reports[0].checks] == [
        "Read the ticket",
        "Look for time entries",
        "Add the internal note",
        "Write the resolution",
        "Look for time entries again",
        "Set the status Complete",
        "Read it back and compare",
    ]
    assert reports[0].checks[0].state is CheckState.RUNNING
    assert all(check.state is CheckState.PASSED for check in reports[-1].checks)
    assert [report.done for report in reports] == sorted(report.done for report in reports)
    assert reports[-1].checks[0].value == "New"
    assert reports[-1].checks[2].value == "note 501"


def test_the_row_shows_the_ticket_as_it_is_afterwards(world: ResolvingWorld) -> None:
    world.resolve()
    assert world.tickets.links[0].status_label == "Complete"


def test_every_act_is_in_the_trail_of_the_run(world: ResolvingWorld) -> None:
    world.resolve()
    acts = [event.act for event in world.attempts.events]
    assert acts[0] is Act.RESOLUTION_BEGUN
    assert acts[-1] is Act.RESOLUTION_ENDED
    assert acts.index(Act.NOTE_SENDING) + 1 == acts.index(Act.NOTE_ADDED)
    assert acts.count(Act.UPDATE_SENDING) == acts.count(Act.TICKET_UPDATED) == 2
    assert {event.subject for event in world.attempts.events} == {f"run {RUN.id}"}


def test_a_colleagues_resolution_text_is_kept_above_ours(world: ResolvingWorld) -> None:
    world.autotask.fields["resolution"] = "Disk replaced."
    world.resolve()
    assert world.autotask.fields["resolution"] == f"Disk replaced.\n\n{CLOSING_NOTE}"


@pytest.mark.parametrize("text", ["x" * 31_990, "😀" * 15_995])
def test_a_resolution_without_room_is_left_as_it_is(world: ResolvingWorld, text: str) -> None:
    world.autotask.fields["resolution"] = text
    outcome = world.resolve()
    assert "has no room left" in str(outcome.failure)
    assert world.autotask.updates == []


def test_with_time_entries_a_note_is_added_and_nothing_else(world: ResolvingWorld) -> None:
    world.autotask.entries = 2
    preview = world.preview()
    assert preview.plan and preview.plan.purpose is Purpose.NOTE_ONLY
    assert preview.resolve_blocks[0].sentence.startswith("2 time entries are on this ticket.")
    outcome = world.note_only()
    assert outcome.state is ResolutionState.DONE
    assert world.autotask.texts() == [NOTE_ONLY]
    assert world.autotask.updates == []
    assert world.autotask.fields["status"] == NEW


def test_a_note_of_ones_own_is_added_to_an_open_or_complete_ticket(world: ResolvingWorld) -> None:
    world.autotask.fields["completedDate"] = "2026-11-23T06:00:00Z"
    assert world.add_note(" Seen on Monday.\n").note_id == 501
    assert world.autotask.texts() == ["Seen on Monday."]
    assert world.autotask.updates == []


def test_a_note_needs_neither_resolving_nor_a_completed_status(world: ResolvingWorld) -> None:
    settings = replace(world.settings.settings, resolving_allowed=False)
    world.settings.settings = settings.with_current(completed_status=None)
    assert world.add_note().state is ResolutionState.DONE


# what forbids it -----------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "  \n", "x" * 32_001])
def test_a_note_must_have_a_text_that_fits(world: ResolvingWorld, text: str) -> None:
    assert refusal(lambda: world.add_note(text)).kind is Kind.BLOCKED
    assert world.autotask.calls == []


def test_without_a_ticket_nobody_is_called(world: ResolvingWorld) -> None:
    world.tickets.links = []
    preview = world.preview()
    assert preview.plan is None
    assert preview.blocks[0].what == "This run has no ticket."
    assert world.autotask.calls == []
    assert refusal(lambda: end_of(world.service.resolve(preview))).kind is Kind.BLOCKED


def test_a_reporter_may_do_none_of_it(world: ResolvingWorld) -> None:
    shown = world.preview()
    world.start(role=Role.REPORTER)
    assert world.preview().blocks[0].what == "A reporter may not resolve tickets."
    assert refusal(lambda: end_of(world.service.resolve(shown))).kind is Kind.NOT_ALLOWED
    assert refusal(lambda: end_of(world.service.note_only(shown))).kind is Kind.NOT_ALLOWED
    assert refusal(world.add_note).kind is Kind.NOT_ALLOWED


def test_a_ticket_that_we_did_not_create_needs_a_tick(world: ResolvingWorld) -> None:
    world.tickets.links = [replace(LINK, origin=Origin.LINKED)]
    assert world.preview().needs_tick
    assert refusal(world.resolve).kind is Kind.BLOCKED
    assert world.autotask.texts() == []
    assert world.resolve(accepts_loss=True).state is ResolutionState.DONE


def test_a_complete_ticket_has_nothing_left_to_resolve(world: ResolvingWorld) -> None:
    world.resolve()
    preview = world.preview()
    assert preview.plan is None
    assert [block.what for block in preview.blocks] == ["The ticket is complete."]


def test_resolving_where_only_a_note_was_shown_is_refused(world: ResolvingWorld) -> None:
    world.autotask.entries = 1
    shown = world.preview()
    assert "1 time entry is" in str(refusal(lambda: end_of(world.service.resolve(shown))))
    assert world.autotask.texts() == []


def test_another_ticket_under_the_same_id_is_not_touched(world: ResolvingWorld) -> None:
    shown = world.preview()
    world.autotask.fields["ticketNumber"] = "T20200101.0001"
    assert refusal(world.preview).kind is Kind.OTHER_TICKET
    outcome = end_of(world.service.resolve(shown))
    assert outcome.failure and outcome.failure.kind is Kind.OTHER_TICKET
    assert world.autotask.texts() == []


def test_settings_that_changed_meanwhile_refuse_what_was_shown(world: ResolvingWorld) -> None:
    shown = world.preview()
    world.settings.settings = replace(world.settings.settings, version=9)
    assert refusal(lambda: end_of(world.service.resolve(shown))).kind is Kind.STALE
    assert world.states() == []


def test_pressing_twice_resolves_once(world: ResolvingWorld) -> None:
    shown = world.preview()
    assert end_of(world.service.resolve(shown)).state is ResolutionState.DONE
    assert refusal(lambda: end_of(world.service.resolve(shown))).kind is Kind.STALE
    assert world.autotask.texts() == [CLOSING_NOTE]


def test_two_at_once_leave_one(world: ResolvingWorld) -> None:
    shown = world.preview()
    first = world.service.resolve(shown)
    next(first)
    assert refusal(lambda: end_of(world.service.resolve(shown))).kind is Kind.TICKET_WORKED_ON
    assert world.service.at_work() == {TICKET}
    assert end_of(first).state is ResolutionState.DONE
    assert world.service.at_work() == frozenset()


def test_nothing_is_sent_for_a_while_after_a_restored_database_was_noticed(
    world: ResolvingWorld,
) -> None:
    world.memory.restored = MORNING
    outcome = world.resolve()
    assert outcome.failure and outcome.failure.kind is Kind.RESTORED
    assert world.autotask.texts() == []
    world.clock.pass_by(601)
    assert world.resolve().state is ResolutionState.DONE


# a colleague is faster -----------------------------------------------------------------------


def test_a_change_while_the_dialog_was_open_stops_before_anything_is_written(
    world: ResolvingWorld,
) -> None:
    shown = world.preview()
    world.autotask.fields["status"] = ON_HOLD
    outcome = end_of(world.service.resolve(shown))
    assert outcome.state is ResolutionState.STOPPED
    assert "status now On Hold" in str(outcome.failure)
    assert world.autotask.texts() == []


@pytest.mark.parametrize("when", ["add_note 1", "update_ticket 1"])
def test_a_change_in_between_leaves_the_rest_as_it_is(world: ResolvingWorld, when: str) -> None:
    world.autotask.after[when] = lambda: world.autotask.fields.update(priority=4)
    outcome = world.resolve()
    assert outcome.state is ResolutionState.STOPPED
    assert outcome.failure and outcome.failure.kind is Kind.CHANGED_MEANWHILE
    assert outcome.failure.values["what"] == "priority"
    assert world.autotask.fields["status"] == NEW
    assert world.autotask.fields["priority"] == 4
    assert outcome.note_id == 501
    was_written = [frozenset({"resolution"})] if when.startswith("update") else []
    assert world.autotask.updates == was_written


def test_a_colleagues_note_is_no_change_of_the_ticket(world: ResolvingWorld) -> None:
    world.autotask.after["add_note 1"] = lambda: world.autotask.write_note("Me too", COLLEAGUE)
    assert world.resolve().state is ResolutionState.DONE


def test_a_resolution_that_was_overwritten_keeps_the_ticket_open(world: ResolvingWorld) -> None:
    world.autotask.after["update_ticket 1"] = lambda: world.autotask.fields.update(resolution="No")
    outcome = world.resolve()
    assert outcome.failure and outcome.failure.values["what"] == "resolution"
    assert world.autotask.fields["status"] == NEW


def test_time_booked_before_the_note_adds_nothing(world: ResolvingWorld) -> None:
    shown = world.preview()
    world.autotask.entries = 1
    outcome = end_of(world.service.resolve(shown))
    assert outcome.state is ResolutionState.STOPPED
    assert world.autotask.texts() == []


def test_time_booked_after_the_resolution_leaves_the_status_and_says_so(
    world: ResolvingWorld,
) -> None:
    world.autotask.after["update_ticket 1"] = lambda: setattr(world.autotask, "entries", 2)
    outcome = world.resolve()
    assert outcome.state is ResolutionState.LEFT_OPEN
    assert outcome.time_entries == 2
    assert str(outcome.failure).startswith("2 time entries are on this ticket since")
    assert world.autotask.fields["status"] == NEW
    assert world.autotask.updates == [frozenset({"resolution"})]


def test_time_booked_in_the_same_moment_is_counted_once_more(world: ResolvingWorld) -> None:
    world.autotask.after["update_ticket 2"] = lambda: setattr(world.autotask, "entries", 1)
    outcome = world.resolve()
    assert outcome.state is ResolutionState.DONE
    assert outcome.time_entries == 1
    assert outcome.checks[-1].value == "Complete, 1 found, 0.5 h"


def test_a_note_that_says_time_is_booked_needs_time_that_is_booked(world: ResolvingWorld) -> None:
    world.autotask.entries = 1
    shown = world.preview()
    world.autotask.entries = 0
    assert end_of(world.service.note_only(shown)).state is ResolutionState.STOPPED
    assert world.autotask.texts() == []


# what Autotask answers -----------------------------------------------------------------------


def test_a_refused_note_leaves_the_ticket_as_it_is(world: ResolvingWorld) -> None:
    refused = Failure(Kind.REFUSED, text="publish is required")
    world.autotask.writes = [Write(Ending.REFUSED, executed=False, failure=refused)]
    outcome = world.resolve()
    assert outcome.state is ResolutionState.STOPPED
    assert outcome.failure is refused
    assert world.autotask.updates == []


def test_a_retry_after_a_failure_does_not_double_the_note(world: ResolvingWorld) -> None:
    refused = Write(Ending.REFUSED, executed=False, failure=Failure(Kind.REFUSED, text="no"))
    for _ in range(3):
        world.autotask.writes = [refused]
        if world.autotask.texts() == []:
            world.autotask.writes = [Write(), refused]
        assert world.resolve().state is ResolutionState.STOPPED
    assert world.resolve().state is ResolutionState.DONE
    assert world.autotask.texts() == [CLOSING_NOTE]
    assert world.autotask.fields["resolution"] == CLOSING_NOTE


def test_a_ticket_that_was_reopened_gets_a_new_note(world: ResolvingWorld) -> None:
    world.resolve()
    world.autotask.fields.update(status=NEW, completedDate=None)
    assert world.resolve().state is ResolutionState.DONE
    assert world.autotask.texts() == [CLOSING_NOTE, CLOSING_NOTE]
    assert world.autotask.fields["resolution"] == CLOSING_NOTE


def test_a_note_that_somebody_removed_is_written_again(world: ResolvingWorld) -> None:
    refused = Write(Ending.REFUSED, executed=False)
    world.autotask.writes = [Write(), refused]
    world.resolve()
    del world.autotask.notes_by_id[501]
    assert world.resolve().state is ResolutionState.DONE
    assert world.autotask.texts() == [CLOSING_NOTE]


@pytest.mark.parametrize("write", [0, 1, 2])
def test_a_busy_autotask_is_asked_again_each_time_as_a_new_step(
    world: ResolvingWorld, write: int
) -> None:
    busy = Write(Ending.COME_AGAIN, executed=False, wait=40.0)
    world.autotask.writes = [*[Write()] * write, busy]
    assert world.resolve().state is ResolutionState.DONE
    states = [state for _kind, state in steps_of(world)]
    assert states.count(StepState.REFUSED) == 1
    assert world.autotask.texts() == [CLOSING_NOTE]


def test_an_autotask_that_stays_busy_is_given_up(world: ResolvingWorld) -> None:
    busy = Write(Ending.COME_AGAIN, executed=False, failure=Failure(Kind.BUSY))
    world.autotask.writes = [busy] * 40
    outcome = world.resolve()
    assert outcome.state is ResolutionState.STOPPED
    assert outcome.failure and outcome.failure.kind is Kind.BUSY


def test_before_a_status_is_sent_again_time_entries_are_looked_for_again(
    world: ResolvingWorld,
) -> None:
    busy = Write(Ending.COME_AGAIN, executed=False)
    world.autotask.writes = [Write(), Write(), busy]
    world.autotask.after["update_ticket 2"] = lambda: setattr(world.autotask, "entries", 1)
    outcome = world.resolve()
    assert outcome.state is ResolutionState.LEFT_OPEN
    assert world.autotask.fields["status"] == NEW


def test_a_status_that_does_not_stick_is_tried_once_more(world: ResolvingWorld) -> None:
    world.autotask.writes = [Write(), Write(), Write(sticks=False)]
    assert world.resolve().state is ResolutionState.DONE
    assert world.autotask.fields["status"] == COMPLETE
    assert steps_of(world)[-5:] == [
        (StepKind.STATUS, StepState.DONE),
        (StepKind.READ_BACK, StepState.ABSENT),
        (StepKind.TIME_ENTRIES_AGAIN, StepState.DONE),
        (StepKind.STATUS, StepState.DONE),
        (StepKind.READ_BACK, StepState.DONE),
    ]


def test_a_status_that_never_sticks_is_reported_after_two_tries(world: ResolvingWorld) -> None:
    world.autotask.writes = [Write(), Write(), *[Write(sticks=False)] * 2]
    outcome = world.resolve()
    assert outcome.state is ResolutionState.STOPPED
    assert str(outcome.failure).startswith("Autotask took the status Complete, but the ticket now")
    assert world.autotask.updates.count(frozenset({"status"})) == 2


def test_a_status_that_somebody_changes_at_once_is_not_fought_over(world: ResolvingWorld) -> None:
    def reopen() -> None:
        world.autotask.fields.update(status=ON_HOLD, completedDate=None)

    world.autotask.after["update_ticket 2"] = reopen
    outcome = world.resolve()
    assert outcome.state is ResolutionState.STOPPED
    assert "On Hold" in str(outcome.failure)
    assert world.autotask.fields["status"] == ON_HOLD


def test_a_status_that_completes_nothing_is_told(world: ResolvingWorld) -> None:
    world.autotask.after["update_ticket 2"] = lambda: world.autotask.fields.update(
        completedDate=None
    )
    outcome = world.resolve()
    assert outcome.failure and outcome.failure.kind is Kind.NOT_STAMPED


@pytest.mark.parametrize("name", ["notes", "time_entries", "full_ticket"])
def test_a_reading_that_fails_stops_before_anything_is_written(
    world: ResolvingWorld, name: str
) -> None:
    shown = world.preview()
    world.autotask.fails[name] = Failure(Kind.CUT)
    outcome = end_of(world.service.resolve(shown))
    assert outcome.state is ResolutionState.STOPPED
    assert outcome.failure and outcome.failure.kind is Kind.CUT
    assert world.autotask.texts() == []


def test_a_status_that_could_not_be_read_back_is_read_back_later(world: ResolvingWorld) -> None:
    def cut() -> None:
        world.autotask.fails["full_ticket"] = Failure(Kind.CUT)

    world.autotask.after["update_ticket 2"] = cut
    outcome = world.resolve()
    assert outcome.state is ResolutionState.OPEN
    world.autotask.fails.clear()
    (decided,) = world.service.go_on()
    assert decided.state is ResolutionState.DONE
    assert world.states() == [ResolutionState.DONE]


# the hold ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [StepKind.NOTE, StepKind.RESOLUTION, StepKind.STATUS])
def test_a_computer_that_slept_after_the_commit_sends_nothing(
    world: ResolvingWorld, kind: StepKind
) -> None:
    record = world.attempts.add

    def add(*args: object, **values: object) -> object:
        added = record(*args, **values)  # type: ignore[arg-type]
        if args[1:3] == (kind, StepState.SENDING):
            world.clock.suspend(31)
        return added

    world.attempts.add = add  # type: ignore[method-assign, assignment]
    outcome = world.resolve()
    assert outcome.state is ResolutionState.STOPPED
    assert "It was not sent: too late" in str(outcome.failure)
    assert steps_of(world)[-1] == (kind, StepState.REFUSED)


def test_time_entries_that_were_seen_half_a_minute_ago_prove_nothing(world: ResolvingWorld) -> None:
    def sleep() -> None:
        world.clock.suspend(31)

    steps = world.service.resolve(world.preview())
    for report in steps:
        again = next(c for c in report.checks if c.key == StepKind.TIME_ENTRIES_AGAIN.value)
        if again.state is CheckState.PASSED:
            sleep()
            break
    outcome = end_of(steps)
    assert outcome.state is ResolutionState.STOPPED
    assert world.autotask.fields["status"] == NEW


# answers that were lost ----------------------------------------------------------------------


def test_a_note_whose_answer_was_lost_is_found_and_the_steps_go_on(world: ResolvingWorld) -> None:
    world.autotask.writes = [Write(LOST)]
    outcome = world.resolve()
    assert outcome.state is ResolutionState.DONE
    assert world.autotask.texts() == [CLOSING_NOTE]


@pytest.mark.parametrize("executed", [True, False])
def test_a_note_that_nobody_knows_of_is_looked_for_before_another_is_written(
    world: ResolvingWorld, executed: bool
) -> None:
    world.autotask.writes = [Write(LOST, executed=executed)]
    world.autotask.after["add_note 1"] = lambda: world.autotask.fails.update(
        notes=Failure(Kind.CUT)
    )
    outcome = world.resolve()
    assert outcome.state is ResolutionState.OPEN
    assert str(outcome.failure).startswith("Nobody knows yet whether Autotask added the note:")
    world.autotask.fails.clear()
    if not executed:
        preview = world.preview()
        assert preview.plan is None
        assert preview.blocks[0].what == "Nobody knows yet whether Autotask added the note."
        assert refusal(world.add_note).kind is Kind.BLOCKED
    world.look_until_decided()
    assert world.states() == [ResolutionState.STOPPED]
    assert world.resolve().state is ResolutionState.DONE
    assert world.autotask.texts() == [CLOSING_NOTE]


def test_a_lost_note_is_given_up_only_after_ten_minutes_and_three_looks(
    world: ResolvingWorld,
) -> None:
    world.autotask.writes = [Write(LOST, executed=False)]
    world.resolve()
    for _ in range(9):
        world.clock.pass_by(60)
        assert world.service.go_on() == ()
    world.clock.pass_by(60)
    (outcome,) = world.service.go_on()
    assert outcome.state is ResolutionState.STOPPED
    assert outcome.note_id is None
    assert steps_of(world)[-1] == (StepKind.NOTE, StepState.ABSENT)


def test_where_notes_cannot_be_seen_none_is_added(world: ResolvingWorld) -> None:
    world.autotask.is_blind = True
    outcome = world.resolve()
    assert outcome.state is ResolutionState.STOPPED
    assert outcome.failure and outcome.failure.kind is Kind.PERMISSION
    assert world.autotask.texts() == []
    assert world.autotask.updates == []


def test_a_blind_look_proves_nothing(world: ResolvingWorld) -> None:
    world.autotask.writes = [Write(LOST, executed=False)]
    world.resolve()
    world.autotask.is_blind = True
    assert world.look_until_decided() == []
    assert world.states() == [ResolutionState.OPEN]


@pytest.mark.parametrize(("text", "author"), [(CLOSING_NOTE, COLLEAGUE), ("Something else", None)])
def test_somebody_elses_note_is_not_taken_for_ours(
    world: ResolvingWorld, text: str, author: int | None
) -> None:
    world.autotask.writes = [Write(LOST, executed=False)]
    by = author or 29682885
    world.autotask.after["add_note 1"] = lambda: world.autotask.write_note(text, by)
    assert world.resolve().state is ResolutionState.OPEN


def test_looks_are_spread(world: ResolvingWorld) -> None:
    world.autotask.writes = [Write(LOST, executed=False)]
    world.resolve()
    world.service.go_on()
    before = len(world.autotask.calls)
    world.service.go_on()
    assert len(world.autotask.calls) == before
    world.clock.pass_by(20)
    world.service.go_on()
    assert len(world.autotask.calls) > before


@pytest.mark.parametrize("executed", [True, False])
@pytest.mark.parametrize("which", [1, 2])
def test_an_update_that_nobody_knows_of_is_judged_after_the_release_time(
    world: ResolvingWorld, which: int, executed: bool
) -> None:
    world.autotask.writes = [*[Write()] * which, Write(LOST, executed=executed)]
    outcome = world.resolve()
    assert outcome.state is ResolutionState.OPEN
    before = len(world.autotask.calls)
    world.clock.pass_by(599)
    assert world.service.go_on() == ()
    assert len(world.autotask.calls) == before
    world.clock.pass_by(20)
    (decided,) = world.service.go_on()
    kind = StepKind.RESOLUTION if which == 1 else StepKind.STATUS
    assert (kind, StepState.DONE if executed else StepState.ABSENT) in steps_of(world)
    is_done = which == 2 and executed
    assert decided.state is (ResolutionState.DONE if is_done else ResolutionState.STOPPED)
    assert decided.note_id == 501
    if not is_done:
        assert world.resolve().state is ResolutionState.DONE
    assert world.autotask.texts() == [CLOSING_NOTE]
    assert world.autotask.fields["resolution"] == CLOSING_NOTE


def test_a_lost_update_of_a_ticket_that_is_gone_is_given_up(world: ResolvingWorld) -> None:
    world.autotask.writes = [Write(), Write(), Write(LOST)]
    world.resolve()
    world.autotask.fields.clear()
    world.look_until_decided()
    assert world.states() == [ResolutionState.STOPPED]


def test_another_profiles_attempt_is_left_alone(world: ResolvingWorld) -> None:
    world.autotask.writes = [Write(LOST, executed=False)]
    world.resolve()
    world.start(profile="another")
    assert world.look_until_decided() == []
    preview = world.preview()
    assert preview.plan is None
    assert world.states() == [ResolutionState.OPEN]


def test_what_a_dead_workstation_left_behind_can_be_taken_over_after_the_release_time(
    world: ResolvingWorld,
) -> None:
    world.autotask.writes = [Write(LOST, executed=False)]
    world.resolve()
    world.start(profile="another")
    early = world.preview()
    assert early.open_attempt is not None
    left = early.open_attempt
    assert early.against_take_over.endswith("It can be taken over from 06:10 UTC.")
    assert refusal(lambda: world.service.take_over(left)).kind is Kind.BLOCKED
    world.clock.pass_by(600)
    world.alive = frozenset({"instance 1"})
    assert "is at work" in world.preview().against_take_over
    world.alive = frozenset()
    late = world.preview()
    assert late.against_take_over == ""
    assert late.open_attempt is not None
    world.service.take_over(late.open_attempt)
    world.look_until_decided()
    assert world.states() == [ResolutionState.STOPPED]
    assert world.resolve().state is ResolutionState.DONE
    assert world.autotask.texts() == [CLOSING_NOTE]


def test_a_former_owner_moves_nothing_after_a_take_over(world: ResolvingWorld) -> None:
    steps = world.service.resolve(world.preview())
    next(steps)
    world.start(profile="another")
    (attempt,) = world.attempts.open_attempts(Environment.SANDBOX)
    world.service.take_over(attempt)
    outcome = end_of(steps)
    assert outcome.failure and outcome.failure.kind is Kind.STALE
    assert world.autotask.texts() == []


# crashes -------------------------------------------------------------------------------------

# before and after each commit and each call of an undisturbed act
POINTS = range(60)


@pytest.mark.parametrize(("act", "least"), [("resolve", 50), ("note_only", 20), ("add_note", 16)])
def test_the_points_cover_the_whole_act(act: str, least: int) -> None:
    def prepared() -> ResolvingWorld:
        world = ResolvingWorld()
        world.autotask.entries = int(act == "note_only")
        return world

    survived = [point for point in POINTS if not prepared().crash_at(point, act)]
    assert survived, "more boundaries than points: raise POINTS"
    assert len(POINTS) - len(survived) >= least


@pytest.mark.parametrize("point", POINTS)
def test_resolving_that_was_killed_anywhere_ends_with_one_note(point: int) -> None:
    world = ResolvingWorld()
    world.crash_at(point)
    world.start()
    world.look_until_decided()
    assert world.attempts.open_attempts(Environment.SANDBOX) == ()
    if world.autotask.fields["status"] != COMPLETE:
        assert world.resolve().state is ResolutionState.DONE
    assert world.autotask.texts() == [CLOSING_NOTE]
    assert world.autotask.fields["resolution"] == CLOSING_NOTE
    assert world.autotask.fields["status"] == COMPLETE
    assert world.autotask.updates == [frozenset({"resolution"}), frozenset({"status"})]
    assert world.attempts.kept[max(world.attempts.kept)].state is ResolutionState.DONE


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("act", ["note_only", "add_note"])
def test_a_note_that_was_killed_anywhere_is_on_the_ticket_once(act: str, point: int) -> None:
    world = ResolvingWorld()
    world.autotask.entries = 1
    world.crash_at(point, act)
    world.start()
    world.look_until_decided()
    assert world.attempts.open_attempts(Environment.SANDBOX) == ()
    if not world.autotask.texts():
        assert getattr(world, act)().state is ResolutionState.DONE
    assert len(world.autotask.texts()) == 1
    assert world.autotask.updates == []


def test_a_stop_between_two_steps_ends_the_attempt(world: ResolvingWorld) -> None:
    steps = world.service.resolve(world.preview())
    next(steps)
    steps.close()
    assert world.states() == [ResolutionState.STOPPED]
    assert world.resolve().state is ResolutionState.DONE


def test_what_is_asked_of_the_ticket_names_its_number(world: ResolvingWorld) -> None:
    assert world.resolve().number == NUMBER
