"""What the tests of this room say often: addresses, a user, a draft, fakes for clock and budget."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from bcautotask_gui.domain.connection import CallsUsed, Connection, Credentials
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Choice, Marker, TicketDraft
from bcautotask_gui.sandbox import DEMO_SECRET, DEMO_TRACKING_ID, DEMO_USER

DISCOVERY = "https://webservices.autotask.net/ATServicesRest"
HOST = "webservices19.autotask.net"
ZONE = f"https://{HOST}/ATServicesRest/V1.0"
ZONE_ANSWER = {
    "zoneName": "EU1 (English Europe and Asia)",
    "url": f"https://{HOST}/ATServicesRest/",
    "webUrl": "https://ww19.autotask.net/",
    "ci": 4711,
}
SECRET, TRACKING_ID = "s3cret-never-shown", "TRACKING0NEVER0SHOWN0000000"
USER = "api@msp.example"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class FakeClock:
    """Time passes only by sleeping."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return sum(self.waits)

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


@dataclass
class FakeBudget:
    """Counts what is taken, and refuses or slows down where a test says so.

    What is never refused is counted apart.
    """

    taken: list[bool] = field(default_factory=list)
    counted: int = 0
    pause: float = 0.0
    settled: list[CallsUsed] = field(default_factory=list)
    refuse: Exception | None = None

    def take(self, environment: Environment, *, is_bulk: bool) -> float:
        if self.refuse:
            raise self.refuse
        self.taken.append(is_bulk)
        return self.pause

    def count(self, environment: Environment) -> None:
        self.counted += 1

    def settle(self, environment: Environment, used: CallsUsed) -> None:
        self.settled.append(used)

    def used(self, environment: Environment) -> CallsUsed:
        return CallsUsed(len(self.taken), 10_000)


def connection(
    user: str = USER,
    secret: str = SECRET,
    tracking_id: str = TRACKING_ID,
    *,
    fixed_zone: str = "",
    bound_to: int | None = None,
) -> Connection:
    credentials = Credentials(user, secret, tracking_id)
    return Connection(Environment.SANDBOX, credentials, fixed_zone, bound_to)


def demo_connection(bound_to: int | None = None) -> Connection:
    return connection(DEMO_USER, DEMO_SECRET, DEMO_TRACKING_ID, bound_to=bound_to)


def draft(**changes: object) -> TicketDraft:
    values: dict[str, object] = {
        "environment": Environment.SANDBOX,
        "database_id": 4711,
        "settings_version": 1,
        "run_id": 7,
        "run_digest": "digest",
        "run_at": NOW,
        "mapping_version": 1,
        "company_id": 0,
        "company_name": "Ours",
        "customer": "Ours",
        "title": "[Backupchecks] Ours - Nightly - Failed",
        "description": "Run: …\nReference: bc-abc123-s-0123456789-7",
        "queue": Choice(29682833, "Backup"),
        "source": Choice(8, "Monitoring Alert"),
        "status": Choice(1, "New"),
        "priority": Choice(1, "Prio 2"),
        "due_at": datetime(2026, 11, 24, 17, 0, tzinfo=UTC),
        "marker": Marker("abc123", Environment.SANDBOX, "0123456789", 7),
    }
    return TicketDraft(**{**values, **changes})  # type: ignore[arg-type]
