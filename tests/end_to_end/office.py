"""The application without its window: real services, a real database, real HTTP on loopback."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from bcautotask_gui.app.workplace import open_workplace
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.connection import Credentials
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
from bcautotask_gui.sandbox import DEMO_SECRET, DEMO_TRACKING_ID, DEMO_USER, AutotaskServer
from bcautotask_gui.sandbox.sample import write_sample
from bcautotask_gui.services.demo import set_up_demo
from tests.database.world import ours, sql
from tests.end_to_end.site import MORNING

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from bcautotask_gui.app.workplace import Workplace
    from bcautotask_gui.domain.runs import RunRow
    from bcautotask_gui.services.create_outcome import CreateOutcome

CREDENTIALS = Credentials(DEMO_USER, DEMO_SECRET, DEMO_TRACKING_ID)
SANDBOX = Environment.SANDBOX
Result = TypeVar("Result")


class Office:
    """One workstation over a database and a local Autotask that outlive it."""

    def __init__(self, url: str, server: AutotaskServer, profile: Path) -> None:
        self.url, self.server, self.profile = url, server, profile
        self.secrets = SessionStore()
        self.at: Workplace = self._open()

    def _open(self) -> Workplace:
        options = StartOptions(autotask_url=self.server.url)
        return open_workplace(
            options, Profile(self.profile), self.secrets, self.url, None, may_migrate=True
        )

    def close(self) -> None:
        self.at.close()

    def start_again(self) -> Office:
        """What was in memory is gone; database, secrets and profile are as they were."""
        self.close()
        self.at = self._open()
        self.at.keeper.load()
        return self

    def set_up(self) -> Office:
        """Credentials entered and tested, the sandbox bound, defaults chosen and saved."""
        set_up_demo(self.at.settings, self.at.connection_test, self.at.keeper, CREDENTIALS)
        return self

    @property
    def settings(self) -> Settings:
        return self.at.settings.page().settings

    def change(self, **values: object) -> Settings:
        """Saves other settings."""
        return self.at.settings.save(replace(self.settings, **values))

    # what a person looks for ---------------------------------------------------------------

    def run(self, customer: str, job: str) -> int:
        """The newest run of a job."""
        [(found,)] = sql(
            self.url,
            "SELECT max(r.id) FROM job_runs r JOIN jobs j ON j.id = r.job_id "
            "JOIN customers c ON c.id = j.customer_id "
            "WHERE c.name = :customer AND j.job_name = :job",
            customer=customer,
            job=job,
        )
        return int(found)

    def row(self, run_id: int) -> RunRow:
        [found] = self.at.runs.rows([run_id])
        return found

    def customer(self, name: str) -> int:
        [(found,)] = sql(self.url, "SELECT id FROM customers WHERE name = :name", name=name)
        return int(found)

    def create(self, run_id: int) -> CreateOutcome:
        """Creates the ticket of a run as its preview shows it."""
        outcome = ended(self.at.creating.create(self.at.drafts.draft(run_id)))
        assert outcome is not None
        return outcome

    def kept(self, table: str, columns: str = "*") -> list[Any]:
        """Rows of one of our tables, read past the application."""
        return list(sql(self.url, f"SELECT {columns} FROM {ours(self.url, table)}"))

    # what is in Autotask -------------------------------------------------------------------

    def made(self, run_id: int) -> list[dict[str, Any]]:
        """The tickets of Autotask whose marker names a run."""
        tickets = self.server.tenant.tickets()
        return [each for each in tickets if str(each["externalID"] or "").endswith(f"-{run_id}")]


def ended(work: Generator[object, None, Result]) -> Result:
    """Carries out long work to its end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


@contextmanager
def office_on_file(folder: Path) -> Iterator[Office]:
    """An office on a file, with the sample's morning in it, beside its own Autotask."""
    url = f"sqlite:///{folder / 'workspace.sqlite'}"
    write_sample(url, now=MORNING, runs=600)
    with AutotaskServer() as server:
        made = Office(url, server, folder / "profile")
        try:
            yield made
        finally:
            made.close()
