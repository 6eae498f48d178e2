"""Starts that cannot succeed: each is told in a sentence, with a way on, and no traceback."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import psycopg
import pytest

from bcautotask_gui.sandbox.sample import write_sample
from tests.end_to_end import person
from tests.end_to_end.site import APPLICATION, MORNING, Site, ended
from tests.support.desktop import Desktop
from tests.support.postgres import libpq
from tests.support.processes import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.postgres import Cluster
    from tests.support.window import Window

pytestmark = [pytest.mark.window, pytest.mark.keyring]

PASSWORD = "right/one&only"


def start(desktop: Desktop, profile: Path, database: str, *before: str) -> Window:
    return desktop.launch(
        *before, *APPLICATION, "--database", database, "--profile", str(profile)
    )  # fmt: skip


def test_a_host_that_nobody_knows(desktop: Desktop, tmp_path: Path) -> None:
    url = "postgresql://bc@no-such-host.invalid/backupchecks"
    with ended(start(desktop, tmp_path, url)) as window:
        window.find("label", re.compile("no-such-host.invalid does not answer"))
        assert window.find("push button", "Retry").has("enabled")
        assert window.close() == 0


def test_an_empty_database_is_not_touched_without_a_word(
    desktop: Desktop, tmp_path: Path, pg_url: str
) -> None:
    with ended(start(desktop, tmp_path, pg_url)) as window:
        window.find("label", re.compile("holds no job runs"))
        assert window.close() == 0
    with psycopg.connect(libpq(pg_url)) as connection:
        found = connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = 'bcautotask'")
        assert found.fetchall() == []


def test_a_file_that_may_only_be_read(desktop: Desktop, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    write_sample(f"sqlite:///{folder / 'backupchecks.sqlite'}", now=MORNING, runs=50)
    (folder / "backupchecks.sqlite").chmod(0o444)
    folder.chmod(0o555)
    try:
        url = f"sqlite:///{folder / 'backupchecks.sqlite'}"
        with ended(start(desktop, tmp_path / "profile", url, *who_obeys_modes())) as window:
            window.find("label", re.compile("may not be written to"))
            assert not window.find_all("push button", "Prepare this database")
            assert window.close() == 0
    finally:
        folder.chmod(0o755)


def who_obeys_modes() -> tuple[str, ...]:
    """Root may write anywhere unless this right is taken away."""
    if os.geteuid():
        return ()
    return ("setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--")


@pytest.fixture
def carol(site: Site, pg_cluster: Cluster) -> Iterator[Site]:
    """The same database for a user whom the server lets in with a password only."""
    rules = pg_cluster.folder / "data" / "pg_hba.conf"
    usual = rules.read_text()
    with psycopg.connect(libpq(site.url), autocommit=True) as owner:
        owner.execute(f"CREATE ROLE carol LOGIN SUPERUSER PASSWORD '{PASSWORD}'")
        try:
            rules.write_text(f"local all carol scram-sha-256\n{usual}")
            owner.execute("SELECT pg_reload_conf()")
            yield replace(site, url=site.url.replace("//bc@", "//carol@"))
        finally:
            rules.write_text(usual)
            owner.execute("SELECT pg_reload_conf()")
            owner.execute("DROP ROLE carol")


def test_a_password_is_asked_for_and_kept_once_it_works(carol: Site) -> None:
    with ended(carol.start()) as window:
        window.find("label", re.compile("did not accept the user or the password"))
        sign_in(window, "wrong")
        window.find("label", re.compile("did not accept the user or the password"))
        assert carol.kept(carol.url) == ""
        sign_in(window, PASSWORD)
        window.find("page tab", "Run Checks")
        wait_for(lambda: carol.kept(carol.url) == PASSWORD, "the keyring to hold it")
        assert window.close() == 0
    with ended(carol.start()) as window:
        window.find("page tab", "Run Checks")
        assert window.close() == 0
    for file in (each for each in carol.folder.rglob("*") if each.is_file()):
        assert PASSWORD.encode() not in file.read_bytes(), f"the password is in {file}"


def sign_in(window: Window, password: str) -> None:
    window.find("password text", "Database password").set_text(password)
    window.key("Return")


def test_a_password_on_the_command_line_is_refused(tmp_path: Path) -> None:
    ended = run_to_its_end("--database", "postgresql://bc:s3cret@db01/x", "--profile",
                           str(tmp_path))  # fmt: skip
    assert ended.returncode == 2
    assert "holds a password, which others on this computer could read" in ended.stderr
    assert "s3cret" not in ended.stderr
    assert "Traceback" not in ended.stderr


def run_to_its_end(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*APPLICATION, *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_without_a_keyring_secrets_are_kept_for_the_session_on_request(site: Site) -> None:
    with (
        Desktop(keyring=False, size="1440x930") as bare,
        ended(replace(site, desktop=bare).start()) as window,
    ):
        window.open_tab("Settings")
        person.enter_credentials(window)
        window.find("push button", "Save settings").click()
        window.find("label", re.compile("offers no keyring that can be used"))
        window.find("push button", re.compile("session only")).click()
        person.wait_to_read(window, "All changes are saved.")
        window.find("push button", "Test connection").click()
        person.wait_for_outcome(window, "works")
        assert window.close() == 0


def test_after_a_wrong_secret_nothing_is_called_until_it_is_entered_again(site: Site) -> None:
    with ended(site.start()) as window:
        replace_the_secret(window, "wrong")
        person.choose_the_customer(window)
        search_companies(window, "Zahnarzt")
        person.wait_to_read(window, "so no call was made")
        refused = [call.status for call in site.server.calls]
        assert refused.count(401) == 1
        search_companies(window, "Praxis")
        window.key("F5")
        window.open_tab("Run Checks")
        window.key("F5")
        assert [call.status for call in site.server.calls] == refused
        replace_the_secret(window, person.SECRET)
        search_companies(window, "Zahnarztpraxis")
        companies = window.find("table", "Companies")
        wait_for(lambda: companies.table(limit=0).total, "companies")
        assert window.close() == 0


def replace_the_secret(window: Window, secret: str) -> None:
    window.open_tab("Settings")
    window.find("push button", "Replace API secret").click()
    window.find("password text", "API secret").set_text(secret)
    window.find("push button", "Save settings").click()
    person.wait_to_read(window, "All changes are saved.")


def search_companies(window: Window, text: str) -> None:
    window.open_tab("Customers")
    window.find("text", "Search companies by name or id").set_text(text)
