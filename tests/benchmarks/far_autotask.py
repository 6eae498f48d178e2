"""A local Autotask in a process of its own, so that its work is not counted as the client's."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Self

from bcautotask_gui.domain.connection import Credentials
from bcautotask_gui.sandbox import DEMO_SECRET, DEMO_TRACKING_ID, DEMO_USER, AutotaskServer

if TYPE_CHECKING:
    from collections.abc import Sequence

CREDENTIALS = Credentials(DEMO_USER, DEMO_SECRET, DEMO_TRACKING_ID)
HEADERS = {
    "UserName": DEMO_USER,
    "Secret": DEMO_SECRET,
    "ApiIntegrationCode": DEMO_TRACKING_ID,
}
FIRST_COMPANY = 40_000_001
SOUGHT, HITS = "Holding", 1_899
# beyond what any measurement calls; a row about the budget sets its own
_NO_LIMIT = 10_000_000


def company_name(number: int) -> str:
    """What the company of a customer is called; the first 1,899 can be searched for by a word."""
    return f"Klant {number:05}" + (f" {SOUGHT}" if number <= HITS else "")


class FarAutotask:
    """The server as the measuring process sees it.

    Attributes:
        url: the address of the zone.
    """

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.far_autotask"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.url = str(self._answer())
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()  # the end of its input ends it

    def add_companies(self, count: int) -> None:
        """Companies with ids from `FIRST_COMPANY` on, named by `company_name`."""
        self._ask("add_companies", count)

    def add_tickets(self, count: int, title: str) -> list[int]:
        """Tickets whose titles begin so; answers their ids."""
        return list(self._ask("add_tickets", count, title))

    def delay(self, seconds: float) -> None:
        """Lets each call take so much longer, as a distant server does."""
        self._ask("delay", seconds)

    def allow(self, calls: int, used: int) -> None:
        """Allows so many calls an hour, of which others have used some."""
        self._ask("allow", calls, used)

    def calls(self) -> list[str]:
        """Verb and path of what arrived since this was asked last."""
        return list(self._ask("calls"))

    def _ask(self, what: str, *values: object) -> Any:
        assert self._process.stdin
        self._process.stdin.write(json.dumps([what, *values]) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout
        return json.loads(self._process.stdout.readline())


class _Served:
    """What the other process does when it is asked."""

    def __init__(self, server: AutotaskServer) -> None:
        self._server = server
        server.tenant.threshold = _NO_LIMIT

    def add_companies(self, count: int) -> None:
        for at in range(count):
            self._server.tenant.add_company(FIRST_COMPANY + at, company_name(at + 1))

    def add_tickets(self, count: int, title: str) -> Sequence[int]:
        add = self._server.tenant.add_ticket
        return [add(FIRST_COMPANY + at % 100, f"{title} {at}") for at in range(count)]

    def delay(self, seconds: float) -> None:
        self._server.latency = seconds

    def allow(self, calls: int, used: int) -> None:
        self._server.tenant.threshold = calls
        self._server.limits.use(used - self._server.limits.used)

    def calls(self) -> Sequence[str]:
        heard = [f"{call.method} {call.path}" for call in self._server.calls]
        self._server.calls.clear()
        return heard


def main() -> None:
    """Serves until nobody asks any more."""
    with AutotaskServer() as server:
        served = _Served(server)
        _say(server.url)
        for line in sys.stdin:
            what, *values = json.loads(line)
            _say(getattr(served, what)(*values))


def _say(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
