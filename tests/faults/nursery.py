"""A warm process that forks one child for each order: `python -m tests.faults.nursery`.

Starting Python, importing everything and compiling every statement takes longer than an act. This
process does it once, has no thread and no connection, and gives each child a copy of itself. Orders
come in as lines of JSON, one list at a time; the children of a list run at the same time.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
import traceback
from contextlib import ExitStack, nullcontext
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bcautotask_gui.domain.claim_rules import Waits
from bcautotask_gui.domain.errors import Failure
from tests.faults import boundaries
from tests.faults.acts import ACTS
from tests.faults.boundaries import Boundaries
from tests.faults.place import at_work
from tests.faults.waiting import look_until_decided
from tests.services.desk import result_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from bcautotask_gui.app.workplace import Workplace
    from bcautotask_gui.domain.tickets import TicketDraft

WAITS = Waits(timedelta(seconds=1), timedelta(seconds=0.2))


@dataclass(frozen=True)
class Order:
    """What one child does.

    Attributes:
        what: "do" the act on each subject, or "recover": start again, wait, finish each; or "race":
            create from drafts that were made before, so that nothing but the race takes time; or
            "warm": do the act here, so that each child after it has done it once.
        strike_at: the boundary at which the child kills itself, or None.
        command: what the child runs there instead of killing itself; empty for the kill.
        kill_after: seconds after which it is killed from outside, or None.
    """

    what: str
    act: str
    url: str
    autotask: str
    profile: str
    subjects: list[int]
    strike_at: int | None = None
    command: list[str] = field(default_factory=list)
    kill_after: float | None = None


@dataclass
class Report:
    """How one child ended.

    Attributes:
        killed: whether SIGKILL ended it.
        passed: the boundaries that it reached, the deadly one last where one killed.
        failures: what was refused to it, by subject.
        crash: the traceback of what nobody expected, or empty.
    """

    killed: bool = False
    passed: list[str] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)
    crash: str = ""


class Nursery:
    """What the children are born with.

    Attributes:
        boundaries: those of the child that is alive; none here.
    """

    def __init__(self) -> None:
        self.boundaries: Boundaries | None = None
        self._warm: dict[tuple[str, str], Workplace] = {}
        self._closing = ExitStack()
        boundaries.install(self._reach)

    def _reach(self, name: str) -> None:
        if self.boundaries:
            self.boundaries.reach(name)

    def serve(self, orders: list[Order]) -> list[Report]:
        """Carries one list of orders out."""
        first = orders[0]
        if first.what == "warm":
            for order in orders:
                self._warm_at(order)
            return [Report() for _order in orders]
        drafts = _drafts(first) if first.what == "race" else ()
        return _watched([self._born(order, drafts) for order in orders])

    def _warm_at(self, order: Order) -> None:
        if not any(url == order.url for url, _profile in self._warm):
            self.close()
        workplace = self._closing.enter_context(_opened(order))
        for subject in order.subjects:
            ACTS[order.act].do(workplace, subject)
        # nobody may share a connection with a child
        workplace.watching.close()
        workplace.access.close()
        workplace.database.close()
        self._warm[order.url, order.profile] = workplace

    def close(self) -> None:
        """Forgets the places it was warmed at."""
        self._warm.clear()
        self._closing.close()

    def _born(self, order: Order, drafts: tuple[TicketDraft, ...]) -> _Child:
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            self._live(order, drafts, writing)
            os._exit(0)
        os.close(writing)
        after = order.kill_after
        return _Child(order, pid, reading, None if after is None else time.monotonic() + after)

    def _live(self, order: Order, drafts: tuple[TicketDraft, ...], pipe: int) -> None:
        def tell(kind: str, text: str) -> None:
            os.write(pipe, (json.dumps([kind, text]) + "\n").encode())

        def strike() -> None:
            if order.command:
                subprocess.run(order.command, cwd="/", check=True, capture_output=True)
            else:
                os.kill(os.getpid(), signal.SIGKILL)

        mine = Boundaries(order.strike_at, strike, lambda name: tell("passed", name))
        try:
            with self._place_of(order) as workplace:
                if order.what == "recover":
                    look_until_decided(workplace, WAITS)
                if order.what == "do":
                    self.boundaries = mine
                for subject, deed in _deeds(order, workplace, drafts):
                    try:
                        deed()
                    except Failure as failure:
                        tell("failure", json.dumps([subject, failure.kind.value, str(failure)]))
                self.boundaries = None
        except BaseException:
            tell("crash", traceback.format_exc())

    def _place_of(self, order: Order) -> AbstractContextManager[Workplace]:
        """A restart is a restart: only an act finds everything as it was left here."""
        warm = self._warm.get((order.url, order.profile))
        return nullcontext(warm) if warm and order.what == "do" else _opened(order)


def main() -> None:
    """Serves orders until the input ends."""
    _warm_up()
    nursery = Nursery()
    for line in sys.stdin:
        reports = nursery.serve([Order(**each) for each in json.loads(line)])
        print(json.dumps([asdict(report) for report in reports]), flush=True)  # noqa: T201
    nursery.close()


def _warm_up() -> None:
    """Imports what the first act would import."""
    import alembic.command
    import httpx
    import psycopg

    import bcautotask_gui.autotask.rest
    import bcautotask_gui.database.engine
    import bcautotask_gui.database.migrate
    import bcautotask_gui.services.look_ups  # noqa: F401

    del alembic, httpx, psycopg


@dataclass
class _Child:
    order: Order
    pid: int
    pipe: int
    deadline: float | None
    heard: bytes = b""


def _drafts(order: Order) -> tuple[TicketDraft, ...]:
    with _opened(order) as workplace:
        return tuple(map(workplace.drafts.draft, order.subjects))


def _opened(order: Order) -> AbstractContextManager[Workplace]:
    return at_work(order.url, order.autotask, Path(order.profile), WAITS)


def _deeds(
    order: Order, workplace: Workplace, drafts: tuple[TicketDraft, ...]
) -> list[tuple[int, Callable[[], object]]]:
    if order.what == "race":
        create = workplace.creating.create
        return [(each.run_id, lambda each=each: result_of(create(each))) for each in drafts]
    act = ACTS[order.act]
    deed = act.finish if order.what == "recover" else act.do
    return [(each, lambda each=each: deed(workplace, each)) for each in order.subjects]


def _watched(children: list[_Child]) -> list[Report]:
    """Hears every child to its end, and kills those whose time is up."""
    listening = {child.pipe: child for child in children}
    while listening:
        ready, _, _ = select.select(list(listening), [], [], 0.005)
        for pipe in ready:
            heard = os.read(pipe, 65536)
            listening[pipe].heard += heard
            if not heard:
                os.close(pipe)
                del listening[pipe]
        for child in listening.values():
            if child.deadline is not None and time.monotonic() > child.deadline:
                os.kill(child.pid, signal.SIGKILL)
                child.deadline = None
    return [_report(child) for child in children]


def _report(child: _Child) -> Report:
    _pid, status = os.waitpid(child.pid, 0)
    report = Report(killed=os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL)
    for line in child.heard.decode().splitlines():
        try:
            kind, text = json.loads(line)
        except ValueError:
            continue  # killed in the middle of a word
        if kind == "passed":
            report.passed.append(text)
        elif kind == "failure":
            subject, failure, sentence = json.loads(text)
            report.failures[str(subject)] = f"{failure}: {sentence}"
        else:
            report.crash = text
    return report


if __name__ == "__main__":
    main()
