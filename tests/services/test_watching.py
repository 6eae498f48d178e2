"""The loop that listens, polls and beats: nothing is lost, and it comes back by itself."""

from __future__ import annotations

from typing import Any

import pytest

from bcautotask_gui.domain.changes import Change, ChangeKind
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.watching import MOST_CHANGES, POLL_SECONDS, News, WatchService
from bcautotask_gui.worker.steps import carry_out
from tests.services.fakes import FakeClock

EVERYTHING, VIEW = Change(ChangeKind.EVERYTHING), Change(ChangeKind.VIEW)
AWAY = Failure(Kind.DATABASE_LOST, where="db01")
ACTOR = Actor(
    Operator("anna", Role.OPERATOR, "desk-1"), Instance("instance-1", "profile-1", "desk-1")
)


def run(number: int) -> Change:
    return Change(ChangeKind.RUN, number)


class FakeWatch:
    """Each wait lasts a second and brings what is laid ready; after the last one nothing."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.ready: list[tuple[Change, ...] | Failure] = []
        self.waits: list[float] = []
        self.is_closed = False

    def wait_for_changes(self, timeout_s: float) -> tuple[Change, ...]:
        self.waits.append(timeout_s)
        self.clock.pass_by(timeout_s)
        answer = self.ready.pop(0) if self.ready else ()
        if isinstance(answer, Failure):
            raise answer
        return answer

    def wake(self) -> None:
        self.ready.clear()

    def close(self) -> None:
        self.is_closed = True


class FakeRuns:
    def __init__(self) -> None:
        self.newest = 100
        self.polls = 0
        self.trouble: Failure | None = None

    def newest_id(self) -> int:
        self.polls += 1
        if self.trouble:
            raise self.trouble
        return self.newest


class FakeInstances:
    def __init__(self) -> None:
        self.beats = 0
        self.ends = 0
        self.trouble: Failure | None = None

    def beat(self, instance: Instance, operator: str) -> None:
        assert (instance.id, operator) == ("instance-1", "anna")
        if self.trouble:
            raise self.trouble
        self.beats += 1

    def end(self, instance: Instance) -> None:
        assert instance.id == "instance-1"
        self.ends += 1


class Desk:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.watch = FakeWatch(self.clock)
        self.runs: Any = FakeRuns()
        self.instances: Any = FakeInstances()
        self.service = WatchService(self.watch, self.runs, self.instances, ACTOR, self.clock)
        self.service.begin()
        self.loop = self.service.watch()

    def rounds(self, count: int) -> None:
        for _ in range(count):
            next(self.loop)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_it_listens_before_anything_is_shown_and_does_not_wait_for_it(desk: Desk) -> None:
    assert desk.watch.waits == [0.0]
    assert desk.instances.beats == 1
    assert desk.service.take() == News(frozenset(), desk.clock.now(), None)


def test_what_is_heard_is_handed_out_once(desk: Desk) -> None:
    desk.watch.ready = [(run(5),)]
    desk.rounds(1)
    assert desk.service.take().changes == {run(5)}
    assert desk.service.take().changes == frozenset()


def test_nothing_is_lost_where_reports_are_dropped(desk: Desk) -> None:
    desk.watch.ready = [(run(n), run(n + 1000)) for n in range(200)]
    desk.rounds(200)
    expected = {run(n) for n in range(200)} | {run(n + 1000) for n in range(200)}
    assert desk.service.take().changes - {VIEW} == expected


def test_too_much_to_name_is_everything(desk: Desk) -> None:
    desk.watch.ready = [tuple(run(n) for n in range(MOST_CHANGES)), (run(-1),)]
    desk.rounds(2)
    assert desk.service.take().changes == {EVERYTHING}


def test_the_web_application_is_polled_every_half_minute(desk: Desk) -> None:
    desk.rounds(int(POLL_SECONDS) - 1)
    assert desk.service.take().changes == frozenset()
    desk.rounds(1)
    assert desk.service.take().changes == {VIEW}
    desk.runs.newest = 103
    desk.rounds(int(POLL_SECONDS))
    assert desk.service.take().changes == {VIEW, Change(ChangeKind.NEWEST, 103)}
    assert desk.runs.polls == 3


def test_where_a_file_was_written_new_runs_are_looked_for_at_once(desk: Desk) -> None:
    desk.watch.ready = [(VIEW,)]
    desk.runs.newest = 101
    desk.rounds(1)
    assert desk.service.take().changes == {VIEW, Change(ChangeKind.NEWEST, 101)}


def test_the_heart_beats_often_enough_to_count_as_alive(desk: Desk) -> None:
    desk.rounds(120)
    assert desk.instances.beats == 5


def test_a_database_that_is_away_is_told_and_comes_back_by_itself(desk: Desk) -> None:
    answered = desk.clock.now()
    desk.watch.ready = [AWAY, AWAY, (EVERYTHING,)]
    desk.rounds(1)
    assert desk.service.take() == News(frozenset(), answered, AWAY)
    desk.rounds(1)
    assert desk.service.take().failure == AWAY
    beats = desk.instances.beats
    desk.rounds(1)
    assert desk.service.take() == News(frozenset({EVERYTHING, VIEW}), desk.clock.now(), None)
    assert desk.instances.beats == beats + 1


def test_what_was_heard_is_kept_while_the_database_is_away(desk: Desk) -> None:
    desk.watch.ready = [(run(5),), AWAY]
    desk.rounds(2)
    assert desk.service.take().changes == {run(5)}


def test_a_line_that_is_dead_without_saying_so_is_found_by_the_poll(desk: Desk) -> None:
    desk.runs.trouble = AWAY
    desk.watch.ready = [()] * 29 + [(run(5),)]
    desk.rounds(int(POLL_SECONDS) - 1)
    assert desk.service.take().failure is None
    desk.rounds(1)
    news = desk.service.take()
    assert (news.changes, news.failure) == ({run(5)}, AWAY)
    desk.rounds(1)
    assert desk.service.take().failure == AWAY
    desk.runs.trouble = None
    desk.rounds(1)
    assert desk.service.take().failure is None


def test_a_database_without_runs_answers_all_the_same(desk: Desk) -> None:
    desk.runs.trouble = Failure(Kind.TABLE_MISSING, what="runs", names="job_runs")
    desk.rounds(int(POLL_SECONDS) + 1)
    assert desk.service.take().failure is None


def test_whoever_may_only_read_is_live_without_a_heartbeat(desk: Desk) -> None:
    desk.instances.trouble = Failure(Kind.DATABASE_READ_ONLY)
    desk.rounds(60)
    assert desk.service.take().failure is None


def test_it_stops_at_a_yield_and_says_so_once(desk: Desk) -> None:
    stops = iter([False, False, True])
    carry_out(desk.service.watch, lambda: next(stops), lambda _progress: None)
    assert len(desk.watch.waits) == 3
    assert desk.instances.ends == 1
    desk.service.close()
    assert desk.instances.ends == 1
    assert desk.watch.is_closed


def test_one_that_never_watched_says_that_it_has_ended(desk: Desk) -> None:
    desk.service.close()
    assert desk.instances.ends == 1
