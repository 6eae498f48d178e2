"""Eight hours in ten minutes: `python -m tests.endurance [minutes] [seed]` prints a table.

A robot works in a real window, a colleague in another process on the same PostgreSQL, the local
Autotask answers over HTTP and misbehaves at random. In the end database and Autotask must agree.
"""

from __future__ import annotations

import json
import logging
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

from bcautotask_gui.sandbox import Fault, FaultKind
from tests.faults.place import Place
from tests.faults.places import fill_with_sandbox, open_server
from tests.support.postgres import Cluster, libpq

if TYPE_CHECKING:
    from collections.abc import Iterator

USUAL_MINUTES = 10.0
WARM_UP = 0.25  # of the time
MOST_GROWTH = 5.0  # per cent
SETTLING = 180.0  # seconds; an attempt is released after one minute and three look-ups
EVERY = (1.0, 4.0)  # seconds between two faults
FAULTS = (
    Fault(FaultKind.CUT, "POST", "Tickets"),
    Fault(FaultKind.CUT, "POST", "Tickets", after=True),
    Fault(FaultKind.NO_ID, "POST", "Tickets"),
    Fault(FaultKind.ERROR, "POST", "Tickets"),
    Fault(FaultKind.TOO_MANY, "POST", "Tickets", retry_after="1"),
    Fault(FaultKind.CUT, "PUT", "Tickets", after=True),
    Fault(FaultKind.NOT_STICKING, "PUT", "Tickets"),
    Fault(FaultKind.CUT, "POST", "Tickets/*/Notes", after=True),
    Fault(FaultKind.CUT, "POST", "*/query"),
    Fault(FaultKind.CUT_BODY, "POST", "*/query"),
    Fault(FaultKind.CUT_JSON, "POST", "*/query"),
    Fault(FaultKind.STALE, "POST", "Tickets/query"),
    Fault(FaultKind.PAGE, "GET"),
    Fault(FaultKind.CUT, "GET"),
    Fault(FaultKind.DELAY, seconds=1.0, times=3),
)
# what lanes and pools may hold more than at another moment; objects and their connections may
# differ by 5 per cent, since the run that is selected then has a ticket or none
SLACK = {"threads": 8, "open files": 8, "running timers": 3, "orphans": 3}
LOST_LINE = "line to the database cut"
LINE = "{:42} {:>14} {:>14}  {}"


class Weather(threading.Thread):
    """Misbehaves at random until it is over, on Autotask's side and on the database's."""

    def __init__(self, place: Place, seed: int) -> None:
        super().__init__(name="weather")
        self.struck: dict[str, int] = {}
        self._place, self._dice = place, random.Random(seed)
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(self._dice.uniform(*EVERY)):
            if self._dice.random() < 0.1:
                self._cut_lines()
                name = LOST_LINE
            else:
                fault = self._dice.choice(FAULTS)
                self._place.server.faults.add(fault)
                name = f"{fault.kind} {fault.method} {fault.path}"
            self.struck[name] = self.struck.get(name, 0) + 1

    def _cut_lines(self) -> None:
        with psycopg.connect(libpq(self._place.url), autocommit=True) as owner:
            owner.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE application_name = 'bcautotask-gui' AND random() < 0.5"
            )

    def end(self) -> None:
        self._over.set()
        self.join()
        self._place.server.faults.clear()


class Worker:
    """A process that tells in lines of JSON and hears a line."""

    def __init__(self, module: str, *arguments: object) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.told: list[dict[str, Any]] = []
        self._hearing = threading.Thread(target=self._hear, name=module)
        self._hearing.start()

    def _hear(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.told.append(json.loads(line))

    def tell(self) -> None:
        if self.process.poll() is None and self.process.stdin:
            self.process.stdin.write("\n")
            self.process.stdin.flush()

    def wait_for(self, kind: str, seconds: float) -> dict[str, Any]:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for each in self.told:
                if each["kind"] == kind:
                    return each
            if self.process.poll() is not None and not self._hearing.is_alive():
                break
            time.sleep(0.1)
        raise SystemExit(f"the process never told {kind!r}; it ended with {self.process.poll()}")

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._hearing.join()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()


def main(minutes: float, seed: int) -> int:
    """Answers how many things were wrong."""
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    say(f"{minutes:g} minutes, seed {seed}; the same seed gives the same acts and faults")
    cluster = Cluster()
    with tempfile.TemporaryDirectory(prefix="endurance-") as folder:
        try:
            cluster.start()
            url = cluster.url(cluster.create_from("endurance", fill_with_sandbox))
            # without a password to check, the database's own user says who works there
            with psycopg.connect(libpq(url)) as owner:
                owner.execute("ALTER TABLE users DROP COLUMN password_hash")
            with open_server() as server:
                return _day(Place(url, server, Path(folder)), minutes * 60, seed)
        finally:
            cluster.stop()


def _day(place: Place, seconds: float, seed: int) -> int:
    [(workspace,)] = place.rows("workspace", "id")
    at = (place.url, place.server.url)
    desk = Worker("tests.endurance.desk", *at, workspace, place.profile("desk"), seed,
                  seconds * WARM_UP)  # fmt: skip
    colleague = Worker("tests.endurance.colleague", *at, place.profile("colleague"), seed + 1)
    weather = Weather(place, seed + 2)
    try:
        weather.start()
        end = time.monotonic() + seconds
        while time.monotonic() < end and desk.process.poll() is None:
            time.sleep(0.5)
        weather.end()
        desk.tell()
        colleague.tell()
        rests = desk.wait_for("rests", 240)
        theirs = colleague.wait_for("colleague", 240)
        _settle(place)
        lines = _connections(place)
        desk.tell()
        closed = desk.wait_for("closed", 240)
        warm, last = desk.wait_for("warm", 1), desk.wait_for("end", 1)
    finally:
        if weather.is_alive():
            weather.end()
        for each in (desk, colleague):
            each.end()
    _tell_acts("the window", rests["acts"])
    _tell_acts("the colleague", theirs["acts"])
    _tell_acts("faults", weather.struck)
    return _judge(place, warm, last, rests, closed, lines)


def _settle(place: Place) -> None:
    end = time.monotonic() + SETTLING
    while place.open_claims() and time.monotonic() < end:
        time.sleep(1)


def _connections(place: Place) -> int:
    with psycopg.connect(libpq(place.url)) as owner:
        found = owner.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'bcautotask-gui'"
        ).fetchone()
    return int(found[0]) if found else 0


def _tell_acts(who: str, acts: dict[str, int]) -> None:
    say(f"\n{who}: {sum(acts.values())}")
    for name, count in sorted(acts.items()):
        say(f"  {name:58} {count:>6}")


def _judge(
    place: Place,
    warm: dict[str, Any],
    last: dict[str, Any],
    rests: dict[str, Any],
    closed: dict[str, Any],
    lines: int,
) -> int:
    wrong = 0
    say("\n" + LINE.format("judged", "after warm-up", "at the end", ""))
    for name, before, after, is_good in _judgements(place, warm, last, rests, closed, lines):
        wrong += not is_good
        say(LINE.format(name, before, after, "ok" if is_good else "WRONG"))
    _tell_memory(rests["memory"])
    for name, count in last["classes"].items():
        if count > (before := warm["classes"].get(name, 0)):
            say(f"  {count - before} more {name}")
    _tell_stalls(closed["stalls"])
    for text in (*closed["warnings"][:5], *closed["errors"][:5]):
        say(f"  said: {text}")
    return wrong


def _judgements(
    place: Place,
    warm: dict[str, Any],
    last: dict[str, Any],
    rests: dict[str, Any],
    closed: dict[str, Any],
    lines: int,
) -> Iterator[tuple[str, str, str, bool]]:
    growth = (last["memory"] / warm["memory"] - 1) * 100
    yield "memory of a cleared desk, MB", _mb(warm["untrimmed"]), _mb(last["untrimmed"]), True
    yield "what of it is in use, MB", _mb(warm["memory"]), _mb(last["memory"]), True
    yield (
        f"its growth, per cent (at most {MOST_GROWTH:g})",
        "",
        f"{growth:.1f}",
        (growth < MOST_GROWTH),
    )
    yield "highest memory while working, MB", "", _mb(max(m for _, m in rests["memory"])), True
    for name, before in warm["counts"].items():
        after = last["counts"][name]
        yield name, str(before), str(after), after <= before + SLACK.get(name, before // 20)
    yield "lines to the database (at most 8 each)", "", str(lines), lines <= 16
    yield "warnings of Qt", "", str(len(closed["warnings"])), not closed["warnings"]
    yield "errors that nobody foresaw", "", str(len(closed["errors"])), not closed["errors"]
    yield "all threads ended at the close", "", str(closed["ended"]), bool(closed["ended"])
    made, known = place.made(), place.known()
    doubled = {run: each for run, each in made.items() if len(each) > 1}
    yield "tickets made", "", str(sum(map(len, made.values()))), bool(made)
    yield "runs with two tickets of ours", "", str(len(doubled)), not doubled
    lost = {run for run in made if not set(made[run]) <= set(known.get(run, []))}
    yield "tickets that the database does not know", "", str(len(lost)), not lost
    left = place.open_claims()
    yield "attempts that nobody decided", "", str(len(left)), not left
    damage = place.server.report.damage()
    yield "fields of tickets that were damaged", "", str(len(damage)), not damage


def _tell_memory(samples: list[tuple[float, int]]) -> None:
    """The course of the day, so that a slope can be told from a step."""
    tenths = samples[:: max(1, len(samples) // 10)]
    course = ", ".join(f"{_mb(size)} at {at:.0f} s" for at, size in tenths)
    say(f"\nmemory while working, MB: {course}")


def _tell_stalls(stalls: list[str]) -> None:
    """What held up the window; told, not judged: it depends on who else uses the machine."""
    took = sorted(int(text.split(" held up the window for ")[1].split(" ms")[0]) for text in stalls)
    if not took:
        say("\nnothing held up the window for more than 16 ms")
        return
    middle = statistics.median(took)
    say(f"\nheld up the window for more than 16 ms: {len(took)} times, "
        f"half of them over {middle:g} ms, the longest {took[-1]} ms")  # fmt: skip
    longest = sorted(stalls, key=lambda text: -int(text.split(" for ")[1].split(" ms")[0]))
    for text in longest[:8]:
        say(f"  {text}")


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f}"


def say(line: str) -> None:
    """Says it at once: the whole takes long."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    length = float(sys.argv[1]) if len(sys.argv) > 1 else USUAL_MINUTES
    sys.exit(main(length, int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)))
