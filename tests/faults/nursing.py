"""The test's side of the nursery: gives orders, gets reports, leaves no process behind."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tests.faults.nursery import Order, Report

if TYPE_CHECKING:
    from tests.faults.place import Place

ROOT = Path(__file__).parents[2]


class Nursery:
    """One warm process; the children of one call run at the same time."""

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(self, *_error: object) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe
            pipe.close()
        self._process.wait()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def all(self, orders: list[Order]) -> list[Report]:
        """Carries the orders out at the same time, each in a process of its own."""
        try:
            line = self._answer(json.dumps([asdict(order) for order in orders]))
        except BaseException:  # given up amid an answer: the next test shall not get it
            self._process.kill()
            self.__exit__()
            self._start()
            raise
        reports = [Report(**each) for each in json.loads(line)]
        for report in reports:
            assert not report.crash, report.crash
        return reports

    def _answer(self, line: str) -> str:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the nursery ended"
        return answer

    def one(self, order: Order) -> Report:
        """Carries one order out."""
        return self.all([order])[0]


def order(place: Place, what: str, act: str, subjects: list[int], **more: Any) -> Order:
    """An order for a place; the profile is the first workstation's unless told otherwise."""
    profile = str(place.profile(more.pop("profile", "desk-1")))
    return Order(what, act, place.url, place.server.url, profile, subjects, **more)
