"""Changes by others: told by a server, found in a file, whole, and again after a gap."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import pairwise
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import make_url

from bcautotask_gui.database import watch as room
from bcautotask_gui.database.audit import append
from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.changes import Change, ChangeKind
from bcautotask_gui.domain.errors import Failure, Kind
from tests.database.world import (
    HERE,
    PRODUCTION,
    draft_of,
    event,
    fill_with_sample,
    mapped_runs,
    sql,
    ticket,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bcautotask_gui.database.engine import Database

    Opened = Callable[..., Database]

EVERYTHING, VIEW = Change(ChangeKind.EVERYTHING), Change(ChangeKind.VIEW)
LONG = 60.0
"""Seconds that no test waits for: what is waited for comes, or the test hangs and fails."""


@pytest.fixture
def server_url(pg_database: Callable[..., str]) -> str:
    return pg_database("sample", fill_with_sample)


@pytest.fixture
def listening(server_url: str, opened: Opened) -> Database:
    return listens(opened(server_url))


@pytest.fixture
def colleague(server_url: str, opened: Opened) -> Database:
    return opened(server_url)


def listens(database: Database) -> Database:
    assert database.watch.wait_for_changes(0.0) == ()
    return database


@pytest.fixture(autouse=True)
def no_watch_stays_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each connection apart is closed with its test."""
    made: list[room.Watch] = []
    begin = room.Watch.__init__

    def noted(self: room.Watch, *args: object) -> None:
        begin(self, *args)
        made.append(self)

    monkeypatch.setattr(room.Watch, "__init__", noted)
    yield
    for each in made:
        each.close()


def save_settings(database: Database) -> None:
    settings = database.settings.read()
    changed = replace(settings, subject_prefix=settings.subject_prefix + "!")
    database.settings.save(changed, event(Act.SETTINGS_SAVED, "settings"))


def note(database: Database, *subjects: str) -> None:
    """Acts without anything but their entries in the trail, in one transaction."""
    ground = database._ground
    with ground.connections.writing() as connection:
        for subject in subjects:
            append(connection, ground.tables, event(subject=subject))


def gathered(database: Database, count: int) -> set[Change]:
    """What is heard until so many different changes came."""
    changes: set[Change] = set()
    while len(changes) < count:
        changes.update(database.watch.wait_for_changes(LONG))
    return changes


def comes_back(database: Database) -> tuple[Change, ...]:
    """What is heard first, once the database answers again."""
    while True:
        try:
            return database.watch.wait_for_changes(LONG)
        except Failure:
            continue


def listeners(url: str) -> list[int]:
    found = sql(
        url,
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
        "AND query LIKE 'LISTEN%'",
    )
    return [row[0] for row in found]


def cut(url: str) -> None:
    for pid in listeners(url):
        sql(url, "SELECT pg_terminate_backend(:pid, 5000)", pid=pid)


# a server --------------------------------------------------------------------------------


def test_what_a_colleague_saves_is_told(listening: Database, colleague: Database) -> None:
    save_settings(colleague)
    assert gathered(listening, 1) == {Change(ChangeKind.SETTINGS)}


def test_each_step_of_a_colleagues_ticket_is_told(listening: Database, colleague: Database) -> None:
    run_id = mapped_runs(colleague)[0]
    claim = colleague.tickets.claim(draft_of(colleague, run_id), HERE, event())
    assert gathered(listening, 1) == {Change(ChangeKind.RUN, 1)}
    colleague.tickets.sending(claim, event(Act.TICKET_SENDING, f"run {run_id}"))
    assert gathered(listening, 1) == {Change(ChangeKind.RUN, run_id)}


def test_how_a_ticket_stands_is_told_by_its_id(listening: Database, colleague: Database) -> None:
    colleague.tickets.snapshot(PRODUCTION, ticket(31), "New")
    assert gathered(listening, 1) == {Change(ChangeKind.TICKET, 31)}
    colleague.ticket_states.keep(PRODUCTION, (), {32})
    assert gathered(listening, 1) == {Change(ChangeKind.TICKET, 32)}


def test_nobody_hears_of_their_own_acts(listening: Database, colleague: Database) -> None:
    save_settings(listening)
    note(colleague, "run 5")
    assert gathered(listening, 1) == {Change(ChangeKind.RUN, 5)}


def test_what_was_not_committed_is_not_told(listening: Database, colleague: Database) -> None:
    ground = colleague._ground
    with pytest.raises(ZeroDivisionError), ground.connections.writing() as connection:
        append(connection, ground.tables, event(subject="run 4"))
        raise ZeroDivisionError
    note(colleague, "run 5")
    assert gathered(listening, 1) == {Change(ChangeKind.RUN, 5)}


def test_a_burst_of_five_hundred_arrives_whole(listening: Database, colleague: Database) -> None:
    for number in range(1, 251):
        note(colleague, f"run {number}")
    note(colleague, *(f"run {number}" for number in range(251, 501)))
    expected = {Change(ChangeKind.RUN, number) for number in range(1, 501)}
    assert gathered(listening, 500) == expected


def test_nothing_is_heard_where_nothing_happens(listening: Database) -> None:
    assert listening.watch.wait_for_changes(0.0) == ()


def test_the_listening_connection_is_not_one_of_the_pool(
    listening: Database, server_url: str
) -> None:
    assert len(listeners(server_url)) == 1
    assert listening._ground.connections._engine.pool.checkedout() == 0


def test_a_cut_connection_is_told_and_made_anew(
    listening: Database, colleague: Database, server_url: str
) -> None:
    cut(server_url)
    with pytest.raises(Failure) as caught:
        listening.watch.wait_for_changes(LONG)
    assert caught.value.kind is Kind.DATABASE_LOST
    assert comes_back(listening) == (EVERYTHING,)
    note(colleague, "run 5")
    assert gathered(listening, 1) == {Change(ChangeKind.RUN, 5)}


def test_a_server_that_lets_nobody_in_is_tried_until_it_does(
    listening: Database, server_url: str
) -> None:
    name = make_url(server_url).database
    elsewhere = str(make_url(server_url).set(database="postgres"))
    sql(elsewhere, f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
    sql(elsewhere, "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
        "WHERE datname = :name", name=name)  # fmt: skip
    try:
        for _ in range(2):
            with pytest.raises(Failure):
                listening.watch.wait_for_changes(0.6)
    finally:
        sql(elsewhere, f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    assert comes_back(listening) == (EVERYTHING,)


def test_the_end_of_the_application_ends_the_wait(listening: Database) -> None:
    end = Timer(0.05, listening.watch.wake)
    end.start()
    assert listening.watch.wait_for_changes(LONG) == ()
    end.join()


# a file ----------------------------------------------------------------------------------


@pytest.fixture
def file_url(sqlite_templates: Callable[..., Path], tmp_path: Path) -> str:
    copy = shutil.copy(sqlite_templates("sample", fill_with_sample), tmp_path / "sample.sqlite")
    return f"sqlite:///{copy}"


def test_what_others_commit_is_found_in_the_trail_of_a_file(file_url: str, opened: Opened) -> None:
    here, there = listens(opened(file_url)), opened(file_url)
    note(there, "run 5", "customer 7")
    assert set(here.watch.wait_for_changes(0.0)) == {
        Change(ChangeKind.RUN, 5),
        Change(ChangeKind.CUSTOMER, 7),
        VIEW,
    }
    assert here.watch.wait_for_changes(0.0) == ()


def test_what_leaves_no_entry_may_be_anything_in_view(file_url: str, opened: Opened) -> None:
    here = listens(opened(file_url))
    sql(file_url, "UPDATE job_runs SET remark = 'looked at'")
    assert here.watch.wait_for_changes(0.0) == (VIEW,)
    assert here.watch.wait_for_changes(0.0) == ()


def test_entries_from_before_are_no_news(file_url: str, opened: Opened) -> None:
    here = opened(file_url)
    note(here, "run 4")
    listens(here)
    note(here, "run 5")
    assert here.watch.wait_for_changes(0.0) == (Change(ChangeKind.RUN, 5), VIEW)


# the pauses between attempts ---------------------------------------------------------------


def test_the_pauses_grow_to_half_a_minute_and_begin_anew(
    file_url: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, now, tries = opened(file_url), [1000.0], []
    connections = here._ground.connections
    apart = connections.apart

    def refused() -> object:
        tries.append(now[0])
        raise Failure(Kind.DATABASE_UNREACHABLE, where="db01")

    monkeypatch.setattr(room, "monotonic", lambda: now[0])
    monkeypatch.setattr(connections, "apart", refused)
    while now[0] < 1110.0:
        with pytest.raises(Failure):
            here.watch.wait_for_changes(0.0)
        now[0] += 0.5
    pauses = [later - earlier for earlier, later in pairwise(tries)]
    assert pauses == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
    monkeypatch.setattr(connections, "apart", apart)
    now[0] += 30.0
    assert here.watch.wait_for_changes(0.0) == (EVERYTHING,)
    assert here.watch._pause == room.FIRST_PAUSE


def test_a_pause_is_no_longer_than_the_caller_waits(
    file_url: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = opened(file_url)
    monkeypatch.setattr(room, "FIRST_PAUSE", LONG)
    here.watch._pause = LONG
    connections = here._ground.connections

    def refused() -> object:
        raise Failure(Kind.DATABASE_UNREACHABLE, where="db01")

    monkeypatch.setattr(connections, "apart", refused)
    began = monotonic()
    for _ in range(2):
        with pytest.raises(Failure):
            here.watch.wait_for_changes(0.0)
    assert monotonic() - began < LONG
