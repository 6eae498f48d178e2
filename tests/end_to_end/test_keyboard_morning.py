"""A whole morning with the hands on the keyboard: forty runs decided, no pointer, few keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.end_to_end import person
from tests.end_to_end.site import Site, ended
from tests.support.postgres import libpq
from tests.support.processes import wait_for

if TYPE_CHECKING:
    from tests.support.window import Control, Window

pytestmark = [pytest.mark.window, pytest.mark.keyring]

RUNS = 40
MOST_KEYS = 60
CREATED = (
    ("Bakkerij Jansen", "NAS01 Hyper Backup"),
    ("Brightwell Dental", "SQL01 + DC01 Daily"),
    ("Steuerkanzlei Hoffmann", "DATEV-SQL stündlich"),
)
LINKED = ("Van der Meer Logistics", "HV01 Daily")
LINKED_TITLE = "USB Disk HV01 vervangen"
RESOLVED = ("Bouwbedrijf Dekker", "HV-BD-01 Daily")


class Keyboard:
    """Presses keys, one after another, and counts them."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.pressed = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.pressed += 1
            self.window.key(key)


@pytest.fixture
def forty(site: Site) -> Site:
    """Forty runs are not reviewed; everything older is done."""
    with psycopg.connect(libpq(site.url), autocommit=True) as connection:
        connection.execute("UPDATE job_runs SET reviewed_at = now()")
        connection.execute(
            "UPDATE job_runs SET reviewed_at = NULL WHERE id IN "
            "(SELECT id FROM job_runs ORDER BY run_at DESC, id DESC LIMIT %s)",
            (RUNS,),
        )
    return site


def test_forty_runs_are_decided_by_keyboard_alone(forty: Site) -> None:
    site = forty
    before = reviewed(site)
    tickets = len(site.server.tenant.tickets())
    with ended(site.start()) as window:
        runs = window.find("table", "Runs")
        wait_for(lambda: runs.table(limit=0).total == RUNS, "forty runs")
        keyboard = Keyboard(window)
        walk_down(keyboard, runs)
        wait_for(lambda: runs.table(limit=0).total == 5, "five runs that are left")
        wait_for(lambda: reviewed(site) == before + 35, "35 reviews in the database")
        check_tickets(site, tickets)
        assert keyboard.pressed <= MOST_KEYS
        assert window.close() == 0


def walk_down(keyboard: Keyboard, runs: Control) -> None:
    """Decides run by run, in the order of the table."""
    for row in runs.table().rows:
        run = next(tuple(row[at : at + 2]) for at in range(len(row)) if row[at] == customer_of(row))
        if run in CREATED:
            create(keyboard, run)
        elif run == LINKED:
            link(keyboard)
        elif run == RESOLVED:
            resolve(keyboard)
        else:
            keyboard.press("m")
            continue
        keyboard.press("j")


def customer_of(row: list[str]) -> str:
    return row[1]


def dialog_ready(window: Window, title: str, button: str) -> Control:
    dialog = window.find("dialog", f"{title} — Backupchecks Autotask")
    primary = window.find("push button", button, inside=dialog)
    wait_for(lambda: primary.has("enabled"), f"{button!r} to live")
    return dialog


def create(keyboard: Keyboard, run: tuple[str, ...]) -> None:
    keyboard.press("c")
    dialog_ready(keyboard.window, person.CREATE, person.CREATE)
    keyboard.press("Return")
    person.wait_for_outcome(keyboard.window, f"created for {run[0]}")


def link(keyboard: Keyboard) -> None:
    keyboard.press("l")
    window, title = keyboard.window, "Link existing ticket"
    dialog = window.find("dialog", f"{title} — Backupchecks Autotask")
    found = window.find("table", "Tickets", inside=dialog)
    wait_for(lambda: found.table(limit=1).total == 1, "the company's open ticket")
    assert LINKED_TITLE in found.table().rows[0]
    keyboard.press("Down")
    dialog_ready(window, title, title)
    keyboard.press("Return")
    person.wait_for_outcome(window, f"linked to {LINKED[0]}")


def resolve(keyboard: Keyboard) -> None:
    keyboard.press("r")
    window = keyboard.window
    dialog = window.find("dialog", "Resolve ticket — Backupchecks Autotask")
    tick = window.find("check box", "Formatting may be lost", inside=dialog)
    wait_for(lambda: tick.has("focused"), "the tick to have the keyboard")
    keyboard.press("space")
    dialog_ready(window, "Resolve ticket", "Resolve ticket")
    keyboard.press("Return")
    person.wait_for_outcome(window, "resolved", 40)
    keyboard.press("Escape")
    window.wait_until_gone("dialog", "Resolve ticket — Backupchecks Autotask")


def reviewed(site: Site) -> int:
    [(count,)] = site.rows("SELECT count(*) FROM job_runs WHERE reviewed_at IS NOT NULL")
    return int(count)


def check_tickets(site: Site, before: int) -> None:
    """What Autotask and the database hold: three new tickets, one link, one completed ticket."""
    made = site.made()
    assert len(made) == len(CREATED)
    assert len(site.server.tenant.tickets()) == before + len(CREATED)
    assert not site.server.report.duplicates()
    assert site.claims() == ["created"] * len(CREATED)
    origins = site.rows("SELECT origin, count(*) FROM bcautotask.ticket_link GROUP BY origin")
    assert dict(origins) == {"created": 3, "linked": 1}
    states = site.rows("SELECT state FROM bcautotask.resolution")
    assert states == [("done",)]
