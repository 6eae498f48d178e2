"""Where an act happens: one database and one local Autotask, which outlive every killed process."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bcautotask_gui.app import workplace as wiring
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.connection import Credentials
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
from bcautotask_gui.sandbox import DEMO_SECRET, DEMO_TRACKING_ID, DEMO_USER, AutotaskServer
from bcautotask_gui.sandbox.sample import write_sample
from bcautotask_gui.services.demo import set_up_demo
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID
from tests.database.world import ours, sql

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bcautotask_gui.app.workplace import Workplace
    from bcautotask_gui.domain.claim_rules import Waits

SANDBOX = Environment.SANDBOX


@dataclass(frozen=True)
class Place:
    """What is left when a process is gone."""

    url: str
    server: AutotaskServer
    profiles: Path

    @property
    def is_file(self) -> bool:
        """Whether the database is a SQLite file."""
        return self.url.startswith("sqlite")

    def rows(self, table: str, columns: str = "*", where: str = "", **values: Any) -> list[Any]:
        """Rows of one of our tables, read past the stores."""
        condition = f" WHERE {where}" if where else ""
        return list(sql(self.url, f"SELECT {columns} FROM {ours(self.url, table)}{condition}",
                        **values))  # fmt: skip

    def their(self, statement: str, **values: Any) -> list[Any]:
        """What the web application, or its database's owner, does or reads."""
        return list(sql(self.url, statement, **values))

    def runs(self) -> list[int]:
        """One failed run of each job of a mapped customer: none is another's twin or namesake."""
        found = self.their(
            "SELECT max(r.id) FROM job_runs r JOIN jobs j ON j.id = r.job_id "
            "JOIN customers c ON c.id = j.customer_id "
            "WHERE c.autotask_company_id IS NOT NULL AND c.autotask_mapping_status = 'ok' "
            "GROUP BY c.id, j.job_name ORDER BY max(r.id)"
        )
        return [row[0] for row in found]

    def made(self) -> dict[int, list[int]]:
        """The tickets that we made, by the run that their marker names."""
        by_run: dict[int, list[int]] = {}
        for ticket in self.server.tenant.tickets():
            if ticket["externalID"].startswith("bc-"):
                by_run.setdefault(run_of(ticket["externalID"]), []).append(ticket["id"])
        return by_run

    def known(self) -> dict[int, list[int]]:
        """The tickets that the database holds, by run."""
        by_run: dict[int, list[int]] = {}
        for table, where in (("ticket_link", "ticket_id IS NOT NULL"), ("second_ticket", "")):
            for run_id, ticket_id in self.rows(table, "run_id, ticket_id", where):
                by_run.setdefault(run_id, []).append(ticket_id)
        return by_run

    def open_claims(self) -> list[Any]:
        """The attempts that nobody decided."""
        states = "state IN ('claimed', 'sending', 'unknown')"
        return self.rows("claim", "run_id, state", states)

    def profile(self, name: str) -> Path:
        """The folder of one workstation."""
        return self.profiles / name


def run_of(marker: str) -> int:
    """The run that a marker names."""
    return int(marker.rsplit("-", 1)[1])


@contextmanager
def at_work(
    url: str, autotask: str, profile: Path, waits: Waits | None = None
) -> Iterator[Workplace]:
    """The application without its window, wired as the real one.

    Args:
        url: the database.
        autotask: the address of the local Autotask.
        profile: the folder of the workstation.
        waits: shorter ones than those of the demo.
    """
    usual = wiring.LOOPBACK_WAITS
    wiring.LOOPBACK_WAITS = waits or usual
    try:
        options = StartOptions(autotask_url=autotask)
        opened = wiring.open_workplace(
            options, Profile(profile), SessionStore(), url, None, may_migrate=True
        )
    finally:
        wiring.LOOPBACK_WAITS = usual
    try:
        for name, value in ((SECRET, DEMO_SECRET), (TRACKING_ID, DEMO_TRACKING_ID)):
            opened.keeper.store(SANDBOX, name, value)
        yield opened
    finally:
        opened.close()


def fill(url: str, profile: Path) -> None:
    """Sample data in which every run failed and has no ticket; the sandbox is set up."""
    write_sample(url, now=datetime.now(UTC), runs=600)
    sql(url, "UPDATE job_runs SET status = 'Failed', missed = false, override_applied = false, "
        "autotask_ticket_id = NULL, autotask_ticket_number = NULL, "
        "autotask_ticket_created_at = NULL")  # fmt: skip
    for table in ("ticket_job_runs", "overrides"):
        sql(url, f"DELETE FROM {table}")
    credentials = Credentials(DEMO_USER, DEMO_SECRET, DEMO_TRACKING_ID)
    with AutotaskServer() as server, at_work(url, server.url, profile) as opened:
        set_up_demo(opened.settings, opened.connection_test, opened.keeper, credentials)
