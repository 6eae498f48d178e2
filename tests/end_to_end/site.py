"""What a window works on: a database, a local Autotask, profiles, and how to look at them."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from bcautotask_gui.app.workplace import open_workplace
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.connection import Credentials
from bcautotask_gui.domain.customers import CustomerQuery
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
from bcautotask_gui.sandbox import DEMO_USER, AutotaskServer, Tenant, contract_tenant
from bcautotask_gui.sandbox.sample import write_sample
from bcautotask_gui.services.demo import set_up_demo
from tests.support.postgres import libpq

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.desktop import Desktop
    from tests.support.window import Window

APPLICATION = (sys.executable, "-m", "bcautotask_gui")
CUSTOMER, COMPANY = "Zahnarztpraxis Dr. Köhler", 29683560
# each looks different as base64 and in a URL
SECRET = "s3cret#of=the+desk/&7"
TRACKING_ID = "TRACK+ID/OF=THE&DESK"
MORNING = datetime.now(UTC)


def tenant() -> Tenant:
    """The Autotask that belongs to the sample's morning, with secrets of these tests' own."""
    made = contract_tenant(MORNING.date())
    user = replace(made.users[0], secret=SECRET, tracking_id=TRACKING_ID)
    made.users = (user,)
    return made


def write_morning(url: str) -> None:
    """A Backupchecks database of this morning that this application has never seen."""
    write_sample(libpq(url), now=MORNING, runs=600)
    with psycopg.connect(libpq(url)) as connection:
        # without a password to check, the database's own user says who works there
        connection.execute("ALTER TABLE users DROP COLUMN password_hash")


def write_set_up(url: str, profile: Path) -> None:
    """A database with settings saved and the customer mapped, by the services' own acts."""
    write_morning(url)
    with AutotaskServer(tenant()) as server:
        options = StartOptions(autotask_url=server.url)
        place = open_workplace(
            options, Profile(profile), SessionStore(), url, None, may_migrate=True
        )
        try:
            credentials = Credentials(DEMO_USER, SECRET, TRACKING_ID)
            set_up_demo(place.settings, place.connection_test, place.keeper, credentials)
            wanted = CustomerQuery(Environment.SANDBOX, search=CUSTOMER)
            [row] = place.database.customers.rows(wanted)
            place.customers.set_mapping(row.id, COMPANY)
        finally:
            place.close()


@dataclass
class Site:
    """One database and one local Autotask, which outlive every window."""

    desktop: Desktop
    url: str
    server: AutotaskServer
    folder: Path

    def start(self, profile: str = "profile", **environment: str) -> Window:
        """Starts the application on this database and this Autotask."""
        return self.desktop.launch(
            *APPLICATION,
            *("--database", self.url),
            *("--autotask-url", self.server.url),
            *("--profile", str(self.folder / profile)),
            **environment,
        )

    def rows(self, statement: str) -> list[Any]:
        """Rows of the database, read past the application."""
        with psycopg.connect(libpq(self.url)) as connection:
            return connection.execute(statement).fetchall()

    def made(self) -> list[dict[str, Any]]:
        """The tickets of Autotask that carry a marker of ours."""
        tickets = self.server.tenant.tickets()
        return [each for each in tickets if str(each["externalID"] or "").startswith("bc-")]

    def claims(self) -> list[str]:
        """The states of all attempts."""
        return [row[0] for row in self.rows("SELECT state FROM bcautotask.claim ORDER BY id")]

    def all_texts(self) -> str:
        """Every row of every table of the database."""
        with psycopg.connect(libpq(self.url)) as connection:
            tables = connection.execute(
                "SELECT table_schema, table_name FROM information_schema.tables "
                "WHERE table_schema IN ('public', 'bcautotask')"
            ).fetchall()
            texts = []
            for schema, table in tables:
                every = sql.SQL("SELECT t::text FROM {}.{} t").format(
                    sql.Identifier(schema), sql.Identifier(table)
                )
                texts += [row[0] for row in connection.execute(every)]
        return "\n".join(texts)

    def keep_secrets(self) -> None:
        """Puts the secrets into the keyring of the desktop, as `Save settings` does."""
        [(workspace,)] = self.rows("SELECT id FROM bcautotask.workspace")
        for name, value in (("api-secret", SECRET), ("tracking-id", TRACKING_ID)):
            self._keep(f"{workspace}/sandbox/{name}", value)

    def _keep(self, account: str, secret: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "keyring", "set", "bcautotask-gui", account],
            input=secret.encode(),
            env=self.desktop.session.environment,
            check=True,
        )

    def kept(self, account: str) -> str:
        """What the keyring of the desktop holds."""
        result = subprocess.run(
            [sys.executable, "-m", "keyring", "get", "bcautotask-gui", account],
            env=self.desktop.session.environment,
            capture_output=True,
            check=False,
        )
        return result.stdout.decode().strip()


@contextmanager
def ended(window: Window) -> Iterator[Window]:
    """Whatever happens, the application is gone afterwards, and never printed a traceback."""
    try:
        yield window
    finally:
        if window.process.poll() is None:
            window.process.kill()
            window.process.wait()
    assert "Traceback" not in window.output(), window.output()
