"""From an empty profile and an untouched database to the first ticket, and the day after."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import pytest

from bcautotask_gui.sandbox import DEMO_USER
from tests.end_to_end import person
from tests.end_to_end.site import COMPANY, SECRET, TRACKING_ID, Site, ended

if TYPE_CHECKING:
    from tests.support.window import Window

pytestmark = [pytest.mark.window, pytest.mark.keyring]


def test_the_first_ticket_from_nothing_and_no_secret_left_anywhere(untouched: Site) -> None:
    site = untouched
    with ended(site.start()) as window:
        person.prepare_the_database(window)
        set_up(window)
        person.map_the_customer(window)
        runs = person.choose_the_run(window)
        assert person.cell(runs, "Mapping") == "OK"
        person.open_the_preview(window).click()
        sentence = person.wait_for_outcome(window, "created for")
        check_the_one_ticket(site, sentence)
        arguments = arguments_of(window.process.pid)
        assert window.close() == 0
    with ended(site.start()) as window:
        check_the_day_after(site, window)
        assert window.close() == 0
    leave_no_secret(site, arguments)


def set_up(window: Window) -> None:
    window.open_tab("Settings")
    window.find("check box", "Enable Autotask integration").click()
    person.enter_credentials(window)
    window.find("text", "Backupchecks base URL").set_text("https://backupchecks.example-msp.nl")
    window.find("push button", "Test connection").click()
    question = window.find("dialog", re.compile("Is Autotask database 4711 .*your Sandbox"))
    for line in ("Zone. done", "User and secret. done", "What this user may do. "
                 "done", "Ticket fields and picklists. done"):  # fmt: skip
        window.find("filler", re.compile(line))
    window.find("push button", "It is our Sandbox", inside=question).click()
    person.choose_defaults(window)
    window.find("push button", "Save settings").click()
    person.wait_to_read(window, "All changes are saved.")


def check_the_one_ticket(site: Site, sentence: str) -> None:
    [ticket] = site.made()
    assert ticket["companyID"] == COMPANY
    assert ticket["ticketNumber"] in sentence
    found = site.rows("SELECT ticket_id, number, origin, stem FROM bcautotask.ticket_link "
                      "JOIN bcautotask.claim USING (run_id, ticket_id)")  # fmt: skip
    [(ticket_id, number, origin, stem)] = found
    assert (ticket_id, number, origin) == (ticket["id"], ticket["ticketNumber"], "created")
    assert ticket["externalID"].startswith(stem)
    assert ticket["description"].endswith(f"Reference: {ticket['externalID']}")
    assert not site.server.report.duplicates()


def check_the_day_after(site: Site, window: Window) -> None:
    """No secret is typed again, and the run leads to its ticket."""
    runs = person.choose_the_run(window)
    person.wait_for_ticket(runs, site.made()[0]["ticketNumber"])
    assert window.find("push button", "Open ticket").has("enabled")
    assert not window.find("push button", person.CREATE).has("enabled")
    window.open_tab("Settings")
    window.find("radio button", "Autotask").click()
    calls = len(site.server.calls)
    window.find("push button", "Test connection").click()
    person.wait_for_outcome(window, "works")
    assert len(site.server.calls) > calls
    assert not window.find_all("dialog")


def arguments_of(pid: int) -> str:
    """The command lines of the application and of what it started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if pid in (int(folder.name), parent_of(folder)):
                found.append((folder / "cmdline").read_text())
        except (FileNotFoundError, ProcessLookupError):
            continue
    return "\n".join(found)


def parent_of(folder: Path) -> int:
    return int((folder / "stat").read_text().rpartition(")")[2].split()[1])


def leave_no_secret(site: Site, arguments: str) -> None:
    [(workspace,)] = site.rows("SELECT id FROM bcautotask.workspace")
    assert site.kept(f"{workspace}/sandbox/api-secret") == SECRET
    assert site.kept(f"{workspace}/sandbox/tracking-id") == TRACKING_ID
    files = [each for each in site.folder.rglob("*") if each.is_file()]
    assert any(each.name == "bcautotask.log" for each in files)
    places = {str(each): each.read_bytes().decode("latin-1") for each in files}
    places |= {"database": site.all_texts(), "arguments": arguments}
    printed = site.desktop.session.folder.glob("application-*.log")
    places |= {str(each): each.read_text() for each in printed}
    assert DEMO_USER in places["database"], "the search must be able to find something"
    for place, text in places.items():
        for secret in (SECRET, TRACKING_ID):
            for form in forms(secret):
                assert form not in text, f"a secret is in {place}"


def forms(secret: str) -> set[str]:
    """How a secret could be written: as it is, in a URL, as base64 wherever it begins there."""
    found = {secret, quote(secret), quote(secret, safe=""), quote_plus(secret)}
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        for before in range(3):
            text = encode(b" " * before + secret.encode()).decode().rstrip("=")
            # the first and the last sign also depend on what stands beside the secret
            found.add(text[0 if before == 0 else 4 : -1])
    return found
