"""What is heard reaches the pages, all of it, and the frame says how fresh they are."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.app.follow import Follow
from bcautotask_gui.domain.changes import Change, ChangeKind
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.watching import WatchService
from bcautotask_gui.ui.frame.tab_bar import TabRow
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Jobs
from tests.services.fakes import MORNING, FakeClock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

CLOCK = f"{MORNING.astimezone():%H:%M}"
AWAY = Failure(Kind.DATABASE_LOST, where="db01")
ACTOR = Actor(
    Operator("anna", Role.OPERATOR, "desk-1"), Instance("instance-1", "profile-1", "desk-1")
)
EVERYTHING = Change(ChangeKind.EVERYTHING)


def run(number: int) -> Change:
    return Change(ChangeKind.RUN, number)


class FakeWatch:
    """Brings what is laid ready at once, then nothing for a moment, or that it is away."""

    def __init__(self) -> None:
        self.away: Failure | None = None
        self.ready: list[tuple[Change, ...] | BaseException] = []
        self.woken = Event()
        self.quiet_s = 0.005

    def wait_for_changes(self, timeout_s: float) -> tuple[Change, ...]:
        if not self.ready:
            if timeout_s:
                self.woken.wait(self.quiet_s)
            if self.away:
                raise self.away
            return ()
        answer = self.ready.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def wake(self) -> None:
        self.woken.set()

    def close(self) -> None:
        self.wake()


class Nothing:
    """Runs and heartbeats in which nothing happens."""

    def newest_id(self) -> int:
        return 1

    def beat(self, *_args: object) -> None: ...

    def end(self, *_args: object) -> None: ...


class FakeOutcome:
    def __init__(self) -> None:
        self.told: list[str] = []

    def tell(self, sentence: str, failure: Failure | None = None, correlation: str = "") -> None:
        self.told.append(f"{sentence} {failure or ''}".strip())


class Room:
    def __init__(self, row: TabRow) -> None:
        nothing: Any = Nothing()
        self.row, self.watch, self.outcome, self.jobs = row, FakeWatch(), FakeOutcome(), Jobs()
        service = WatchService(self.watch, nothing, nothing, ACTOR, FakeClock())
        self.follow = Follow(row, self.outcome, service, self.jobs)
        self.heard: set[Change] = set()
        self.told: list[str] = []
        self.follow.runs_changed.connect(self.heard.update)
        self.follow.customers_changed.connect(lambda: self.told.append("customers"))
        self.follow.settings_changed.connect(lambda: self.told.append("settings"))
        self.named: list[str] = []
        self.follow.names_changed.connect(lambda: self.named.append("names"))

    @property
    def live(self) -> str:
        return self.row.live_text


@pytest.fixture
def room(qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    row = TabRow(Theme(qapp))
    qtbot.addWidget(row)
    made = Room(row)
    yield made
    made.follow.stop()
    assert made.jobs.close(20_000)
    qtbot.waitUntil(lambda: not made.jobs.running(), timeout=60_000)


def test_none_of_many_quick_changes_is_lost(room: Room, qtbot: QtBot) -> None:
    room.watch.ready = [(run(n),) for n in range(500)]
    room.follow.start()
    qtbot.waitUntil(lambda: room.heard >= {run(n) for n in range(500)}, timeout=60_000)


def test_it_says_since_when_everything_is_current(room: Room, qtbot: QtBot) -> None:
    room.follow.start()
    qtbot.waitUntil(lambda: room.live == f"Live, updated {CLOCK}", timeout=60_000)
    assert room.outcome.told == []


def test_a_mapping_and_settings_reach_their_pages(room: Room, qtbot: QtBot) -> None:
    room.watch.ready = [(Change(ChangeKind.CUSTOMER, 7), Change(ChangeKind.SETTINGS))]
    room.follow.start()
    qtbot.waitUntil(lambda: room.told == ["customers", "settings"], timeout=60_000)


def test_other_names_of_tables_reach_the_settings(room: Room, qtbot: QtBot) -> None:
    room.watch.ready = [(Change(ChangeKind.NAMES),)]
    room.follow.start()
    qtbot.waitUntil(lambda: room.named == ["names"], timeout=60_000)
    assert room.told == []


def test_a_run_is_no_reason_to_read_customers_and_settings(room: Room, qtbot: QtBot) -> None:
    room.watch.ready = [(run(5),)]
    room.follow.start()
    qtbot.waitUntil(lambda: room.heard == {run(5)}, timeout=60_000)
    assert room.told == []


def test_a_database_that_is_away_is_told_once_and_so_is_its_return(
    room: Room, qtbot: QtBot
) -> None:
    room.watch.ready, room.watch.away = [(run(5),)], AWAY
    room.follow.start()
    qtbot.waitUntil(lambda: room.live == f"Not live, as of {CLOCK}", timeout=60_000)
    room.watch.away = None
    room.watch.ready.append((EVERYTHING,))
    qtbot.waitUntil(lambda: EVERYTHING in room.heard, timeout=60_000)
    qtbot.waitUntil(lambda: room.live == f"Live, updated {CLOCK}", timeout=60_000)
    assert room.told == ["customers", "settings"]
    first, second = room.outcome.told
    assert first.startswith("The connection to the database was cut.")
    assert second == "The database answers again. Everything shown is current."


def test_a_loop_that_broke_says_that_nothing_is_live(room: Room, qtbot: QtBot) -> None:
    room.watch.ready = [ValueError("a mistake of ours")]
    room.follow.start()
    qtbot.waitUntil(lambda: room.live == "Not live", timeout=60_000)
    assert len(room.outcome.told) == 1


def test_it_stops_without_waiting_for_the_next_change(room: Room, qtbot: QtBot) -> None:
    room.follow.start()
    qtbot.waitUntil(lambda: bool(room.live), timeout=60_000)
    room.watch.quiet_s = 600.0
    room.follow.stop()
    qtbot.waitUntil(lambda: not room.jobs.running(), timeout=60_000)
