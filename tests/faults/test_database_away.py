from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import Engine, event

from bcautotask_gui.database import connections
from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.sandbox import Fault, FaultKind
from bcautotask_gui.services import tickets as creating
from tests.faults.acts import ACTS, judge_tickets
from tests.faults.nursing import order
from tests.faults.place import Place, at_work
from tests.faults.places import fill_with_sandbox
from tests.faults.waiting import look_until_decided
from tests.services.desk import result_of
from tests.support.postgres import Cluster, libpq

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bcautotask_gui.sandbox import AutotaskServer
    from tests.faults.nursing import Nursery

# many processes, which a busy computer may carry out slowly
pytestmark = pytest.mark.timeout(600)

WAITS = Waits(timedelta(seconds=0.5), timedelta(seconds=0.05))
SENTENCES = ("database_lost", "database_unreachable", "database_busy")
BUSY_MILLISECONDS = 200
MOST_CRASHES = 4


# a server that goes away ---------------------------------------------------------------------


@dataclass(frozen=True)
class FragileServer:
    """A PostgreSQL server of this file's own, with the command that crashes and restarts it."""

    cluster: Cluster
    crash: list[str]


@pytest.fixture(scope="module")
def fragile() -> Iterator[FragileServer]:
    cluster = Cluster()
    try:
        cluster.start()
        # the tests' usual servers may lose a commit in a crash; a real one does not
        with psycopg.connect(libpq(cluster.url("postgres")), autocommit=True) as connection:
            connection.execute("ALTER ROLE bc SET synchronous_commit = on")
        yield FragileServer(cluster, crash_of(cluster))
    finally:
        cluster.stop()


def crash_of(cluster: Cluster) -> list[str]:
    """Ends the server without a farewell and starts it again."""
    program = str(cluster._programs / "pg_ctl")
    data, log = f"--pgdata={cluster.folder}/data", f"--log={cluster.folder}/log"
    command = [program, "restart", data, log, "--mode=immediate", "--wait"]
    if os.geteuid() == 0:
        user = "setpriv --reuid=postgres --regid=postgres --init-groups --".split()
        return [*user, *command]
    return command


@pytest.fixture
def fragile_place(
    fragile: FragileServer, server: AutotaskServer, tmp_path: Path
) -> Iterator[Place]:
    name = fragile.cluster.create_from("faults", fill_with_sandbox)
    yield Place(fragile.cluster.url(name), server, tmp_path)
    fragile.cluster.drop(name)


def middles(passed: list[str]) -> list[int]:
    """One boundary inside each transaction of the act, and the one inside the request."""
    points = []
    was_uncommitted = False
    for at, name in enumerate(passed):
        is_uncommitted = name.startswith("uncommitted")
        if (is_uncommitted and not was_uncommitted) or name.endswith("send_request_body.complete"):
            points.append(at)
        was_uncommitted = is_uncommitted
    return points


@pytest.mark.parametrize("act", list(ACTS))
def test_a_server_that_crashes_in_the_middle_of_an_act_costs_a_sentence_and_nothing_else(
    nursery: Nursery, fragile_place: Place, fragile: FragileServer, act: str
) -> None:
    place = fragile_place
    first, *subjects = ACTS[act].subjects(place)
    points = middles(nursery.one(order(place, "do", act, [first])).passed)
    points = points[:: len(points) // MOST_CRASHES + 1]
    used = [first]
    for point, subject in zip(points, subjects, strict=False):
        struck = order(place, "do", act, [subject], strike_at=point, command=fragile.crash)
        report = nursery.one(struck)
        assert all(each.startswith(SENTENCES) for each in report.failures.values()), report
        used.append(subject)
    assert nursery.one(order(place, "recover", act, used)).failures == {}
    assert len(used) > 1
    assert ACTS[act].judge(place, used) == []


# a database that is there and takes nothing ---------------------------------------------------


@contextmanager
def on_every_checkout(act: Callable[[Any], None]) -> Iterator[None]:
    """Does something to each connection right before it is used."""

    def checked_out(driver: Any, *_more: Any) -> None:
        act(driver)

    event.listen(Engine, "checkout", checked_out)
    try:
        yield
    finally:
        event.remove(Engine, "checkout", checked_out)


@contextmanager
def full(place: Place) -> Iterator[None]:
    """The file may not grow, and each entry of the trail needs a page."""
    place.their("CREATE TABLE filling (content BLOB)")
    place.their(
        "CREATE TRIGGER fills AFTER INSERT ON bcautotask_audit "
        "BEGIN INSERT INTO filling VALUES (zeroblob(1000000)); END"
    )
    pages = place.their("PRAGMA page_count")[0][0]
    with on_every_checkout(lambda driver: driver.execute(f"PRAGMA max_page_count = {pages}")):
        yield
    place.their("DROP TRIGGER fills")


@contextmanager
def read_only(_place: Place) -> Iterator[None]:
    with on_every_checkout(lambda driver: driver.execute("PRAGMA query_only = ON")):
        yield


@contextmanager
def locked(place: Place) -> Iterator[None]:
    """Somebody holds what every transaction of ours needs."""
    if place.url.startswith("sqlite"):
        file = place.url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")
        return
    with psycopg.connect(libpq(place.url)) as other:
        other.execute("LOCK TABLE bcautotask.claim, bcautotask.audit IN ACCESS EXCLUSIVE MODE")
        yield
        other.rollback()


@pytest.fixture
def impatient(engine: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Locks are given up after a fraction of a second, and recording is retried at once."""
    shortened = connections._SERVER_SETTINGS.replace("5s", f"{BUSY_MILLISECONDS}ms")
    monkeypatch.setattr(connections, "_SERVER_SETTINGS", shortened)
    monkeypatch.setattr(creating, "RECORD_PAUSES", (0.01, 0.01))

    def hurry(driver: Any) -> None:
        if engine == "sqlite":
            driver.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
            driver.execute("PRAGMA query_only = OFF")  # until a trouble says otherwise
            driver.execute("PRAGMA max_page_count = 1000000")

    with on_every_checkout(hurry):
        yield


SAID = {
    "claim": "database_",
    "sending": "database_",
    "created": "Autotask created ticket id ",
    "snapshot": "created",
}
TROUBLES: dict[str, Any] = {"full": full, "read only": read_only, "locked": locked}
CASES = [("sqlite", trouble) for trouble in TROUBLES] + [("postgresql", "locked")]


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("since", list(SAID))
@pytest.mark.parametrize(("engine", "trouble"), CASES, indirect=["engine"])
def test_a_database_that_takes_nothing_for_a_while_costs_a_sentence_and_no_ticket(
    place: Place, trouble: str, since: str
) -> None:
    run_id = place.runs()[0]
    with at_work(place.url, place.server.url, place.profile("desk-1"), WAITS) as workplace:
        draft = workplace.drafts.draft(run_id)
        said = struck_create(place, workplace, draft, TROUBLES[trouble], since)
        assert said.startswith(SAID[since]), said
        look_until_decided(workplace, WAITS)
        ACTS["create"].finish(workplace, run_id)
    assert judge_tickets(place, [run_id]) == []


def struck_create(place: Place, workplace: Any, draft: Any, trouble: Any, since: str) -> str:
    """Creates while the trouble begins at one step and ends after the act; what it said."""
    store = workplace.database.tickets
    method = getattr(store, since)
    opened: list[Any] = []

    def begin(*args: Any, **values: Any) -> Any:
        if not opened:
            opened.append(trouble(place))
            opened[0].__enter__()
        return method(*args, **values)

    setattr(store, since, begin)
    try:
        outcome = result_of(workplace.creating.create(draft))
        said = str(outcome.failure or outcome.state.value)
    except Failure as failure:
        said = failure.kind.value
    finally:
        delattr(store, since)
        for each in opened:
            each.__exit__(None, None, None)
    return said


@pytest.mark.usefixtures("impatient")
def test_a_lost_answer_and_a_lost_database_together_tell_that_nobody_knows(place: Place) -> None:
    run_id = place.runs()[0]
    place.server.faults.add(Fault(FaultKind.CUT, "POST", "Tickets", after=True))
    with at_work(place.url, place.server.url, place.profile("desk-1"), WAITS) as workplace:
        draft = workplace.drafts.draft(run_id)
        said = struck_create(place, workplace, draft, locked, "unknown")
        assert said.startswith("Nobody knows yet"), said
        look_until_decided(workplace, WAITS)
    assert judge_tickets(place, [run_id]) == []
