from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
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

    from bcautotask_gui.sandbox import AutotaskServer
    from tests.faults.nursing import Nursery

# many processes, which a busy computer may carry out slowly
pytestmark = pytest.mark.timeout(600)

WAITS = Waits(timedelta(seconds=0.5), timedelta(seconds=0.05))
SENTENCES = ("database_lost", "database_unreachable", "database_busy")
BUSY_MILLISECONDS = 200
MOST_CRASHES = 4
OUR_GROWING = ("claim", "ticket_link", "ticket_snapshot", "audit")
# a page is at hand for a while, so each entry of the trail brings one of its own
GROWS_AT_ONCE = (
    "CREATE TABLE own_page (content text) TABLESPACE tiny; "
    "ALTER TABLE own_page ALTER content SET STORAGE PLAIN; "
    "CREATE FUNCTION brings_a_page() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "INSERT INTO own_page VALUES (repeat('x', 7000)); RETURN NULL; END $$; "
    "CREATE TRIGGER brings_a_page AFTER INSERT ON bcautotask.audit "
    "FOR EACH ROW EXECUTE FUNCTION brings_a_page()"
)
CUT_ALL = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


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
    """Nothing of ours can grow any more."""
    with (full_file if place.is_file else full_server)(place):
        yield


@contextmanager
def full_server(place: Place) -> Iterator[None]:
    """The server says what it says when its disk is full, at each row of ours."""
    place.their(
        "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION 'could not extend file: No space left on device' "
        "USING ERRCODE = 'disk_full'; END $$"
    )
    for table in OUR_GROWING:
        place.their(f"CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON bcautotask.{table} "
                    "FOR EACH ROW EXECUTE FUNCTION no_room()")  # fmt: skip
    yield
    place.their("DROP FUNCTION no_room() CASCADE")


@contextmanager
def full_file(place: Place) -> Iterator[None]:
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
def read_only(place: Place) -> Iterator[None]:
    """A file without the right to write, or a server that went over to its standby."""
    with (read_only_file if place.is_file else read_only_server)(place):
        yield


@contextmanager
def read_only_server(place: Place) -> Iterator[None]:
    """Connections are cut, and new ones find a server that only reads."""
    name = place.their("SELECT current_database()")[0][0]
    address = libpq(place.url)
    with psycopg.connect(address, autocommit=True) as owner:
        owner.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        owner.execute(CUT_ALL)
    yield
    writes = "-c default_transaction_read_only=off"
    with psycopg.connect(address, autocommit=True, options=writes) as owner:
        owner.execute(f"ALTER DATABASE {name} RESET default_transaction_read_only")
        owner.execute(CUT_ALL)


@contextmanager
def read_only_file(_place: Place) -> Iterator[None]:
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
CASES = [(engine, trouble) for engine in ("sqlite", "postgresql") for trouble in TROUBLES]


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


@pytest.fixture
def tiny_disk(pg_cluster: Cluster) -> Iterator[str]:
    """A tablespace on a disk of four megabytes, where this user may mount one."""
    folder = Path(tempfile.mkdtemp(prefix="tiny-", dir="/tmp"))
    try:
        mount = ["mount", "-t", "tmpfs", "-o", "size=4m,mode=777", "tmpfs", str(folder)]
        if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("only root may mount a disk")
        shutil.chown(folder, "postgres", "postgres")
        address = libpq(pg_cluster.url("postgres"))
        with psycopg.connect(address, autocommit=True) as owner:
            owner.execute(f"CREATE TABLESPACE tiny LOCATION '{folder}'")  # type: ignore[call-overload]
        try:
            yield "tiny"
        finally:
            with psycopg.connect(address, autocommit=True) as owner:
                owner.execute("DROP TABLESPACE tiny")
            subprocess.run(["umount", folder], check=True)
    finally:
        folder.rmdir()


@contextmanager
def full_disk(place: Place) -> Iterator[None]:
    """Whatever is left of the tiny disk is taken, by somebody else's table."""
    address = libpq(place.url)
    with psycopg.connect(address, autocommit=True) as other:
        other.execute("CREATE TABLE filling (content text) TABLESPACE tiny")
        other.execute("ALTER TABLE filling ALTER content SET STORAGE PLAIN")
        for size in (7000, 1):
            with pytest.raises(psycopg.errors.DiskFull):
                other.execute(f"INSERT INTO filling SELECT repeat('x', {size}) "
                              "FROM generate_series(1, 1000000)")  # type: ignore[call-overload]  # fmt: skip
        yield
        other.execute("DROP TABLE filling")


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_server_whose_disk_is_really_full_costs_a_sentence_and_no_ticket(
    tiny_disk: str, place: Place
) -> None:
    run_id = place.runs()[0]
    for table in OUR_GROWING:
        place.their(f"ALTER TABLE bcautotask.{table} SET TABLESPACE {tiny_disk}")
    place.their(GROWS_AT_ONCE)
    with at_work(place.url, place.server.url, place.profile("desk-1"), WAITS) as workplace:
        draft = workplace.drafts.draft(run_id)
        assert struck_create(place, workplace, draft, full_disk, "sending") == "database_full"
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
