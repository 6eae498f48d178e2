"""Two processes with one tracking identifier, under the tenant's limit of three calls at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.sandbox import AutotaskServer, Fault, FaultKind
from tests.autotask.workstation import BULK_CALLS, PERSON_CALLS
from tests.support.processes import Processes, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bcautotask_gui.database.engine import Database

ROOT = Path(__file__).parents[2]
PATIENCE = 90.0
HELD = Fault(FaultKind.DELAY, path="Tickets/query", seconds=3600, times=1_000)


class Workstation:
    """One of the processes; told what to do, and heard when it is done."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def order(self, what: str) -> None:
        pipe = self._pipe(self._process.stdin)
        pipe.write(f"{what}\n".encode())
        pipe.flush()

    def hear(self) -> str:
        return self._pipe(self._process.stdout).readline().decode().strip()

    def end(self) -> int:
        """Gives no more orders, and waits for the end."""
        self._pipe(self._process.stdin).close()
        return self._process.wait(PATIENCE)

    def _pipe(self, pipe: IO[bytes] | None) -> IO[bytes]:
        assert pipe
        return pipe


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(f"sqlite:///{tmp_path / 'shared.sqlite'}", may_migrate=True)
    yield opened
    opened.close()


@pytest.fixture
def ticket(server: AutotaskServer) -> int:
    server.limits.threads = 3
    return server.tenant.add_ticket(29683485, "[Backupchecks] Failed")


@pytest.fixture
def workstations(
    server: AutotaskServer, database: Database, ticket: int, tmp_path: Path
) -> Iterator[list[Workstation]]:
    """Two of them, ready."""
    processes = Processes(dict(os.environ), tmp_path / "workstations.log")
    url = f"sqlite:///{tmp_path / 'shared.sqlite'}"
    command = [sys.executable, "-m", "tests.autotask.workstation", server.url, url, str(ticket)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "cwd": ROOT}
    both = [Workstation(processes.start(*command, **pipes)) for _ in range(2)]
    assert [each.hear() for each in both] == ["ready", "ready"]
    yield both
    server.faults.let_go()
    processes.stop()


def statuses(server: AutotaskServer, *, of_bulk: bool) -> list[int]:
    """How the calls of bulk work, or of people, were answered, in the order of the answers."""
    calls = [call for call in list(server.calls) if call.path != "zoneInformation"]
    return [call.status for call in calls if (call.path == "Tickets/query") is of_bulk]


@pytest.mark.timeout(300)
def test_a_persons_act_is_done_while_bulk_work_of_both_waits_and_then_all_get_through(
    server: AutotaskServer, workstations: list[Workstation], database: Database
) -> None:
    server.faults.add(HELD)
    for each in workstations:
        each.order("bulk")
    wait_for(lambda: server.limits.now("Tickets") == 2, "bulk work of both", PATIENCE)
    workstations[0].order("person")
    assert workstations[0].hear() == "person"
    assert server.limits.now("Tickets") == 2
    assert statuses(server, of_bulk=False) == [200] * PERSON_CALLS
    assert statuses(server, of_bulk=True) == []  # not one of them was answered before

    server.faults.let_go()
    assert [each.hear() for each in workstations] == ["bulk", "bulk"]
    assert statuses(server, of_bulk=True) == [200] * 2 * BULK_CALLS
    assert server.report.highest_concurrency("Tickets") == 3

    assert [each.end() for each in workstations] == [0, 0]
    assert database.budget.used(Environment.SANDBOX).used == server.limits.used


@pytest.mark.timeout(300)
def test_where_more_than_three_calls_meet_all_get_through_in_the_end(
    server: AutotaskServer, workstations: list[Workstation], database: Database
) -> None:
    server.latency = 0.01
    for order in ("bulk", "person", "person"):
        for each in workstations:
            each.order(order)
    heard = [sorted(each.hear() for _ in range(3)) for each in workstations]
    assert heard == [["bulk", "person", "person"]] * 2
    assert [each.end() for each in workstations] == [0, 0]
    assert statuses(server, of_bulk=True).count(200) == 2 * BULK_CALLS
    assert server.report.damage() == {}
    assert server.report.highest_concurrency("Tickets") <= 3
