"""The application is killed while a create is on its way; it is started again and looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.sandbox import Fault, FaultKind
from tests.end_to_end import person
from tests.end_to_end.site import Site, ended
from tests.support.processes import wait_for

if TYPE_CHECKING:
    from tests.support.window import Control

pytestmark = [pytest.mark.window, pytest.mark.keyring]

# longer than any test; Autotask lets go of a held call when it goes away
HELD = 300.0


def test_a_ticket_made_before_the_kill_is_found_and_adopted(site: Site) -> None:
    kill_during_the_create(site, after=True)
    assert len(site.made()) == 1
    site.server.stop()
    with ended(site.start()) as window:
        runs = person.choose_the_run(window)
        person.wait_for_ticket(runs, "Waiting")
        assert not window.find("push button", "Open ticket").has("enabled")
        site.server.start()
        number = adopted(site, runs)
        assert number in person.wait_for_outcome(window, "found for")
        assert window.close() == 0


def test_a_ticket_made_after_the_kill_is_found_and_adopted(site: Site) -> None:
    kill_during_the_create(site, after=False)
    assert site.made() == []
    with ended(site.start()) as window:
        runs = person.choose_the_run(window)
        person.wait_for_ticket(runs, "Waiting")
        looks = "SELECT valid_looks FROM bcautotask.claim"
        wait_for(lambda: site.rows(looks)[0][0], "a look that finds nothing")
        assert site.claims() == ["unknown"]
        site.server.stop()
        site.server.start()
        adopted(site, runs)
        assert window.close() == 0


def kill_during_the_create(site: Site, *, after: bool) -> None:
    """Kills the window while Autotask holds the create, executed already or not yet."""
    held = Fault(FaultKind.DELAY, "POST", "Tickets", after=after, seconds=HELD)
    site.server.faults.add(held)
    with ended(site.start()) as window:
        person.choose_the_run(window)
        person.open_the_preview(window).click()
        wait_for(lambda: not site.server.faults.left, "the create to reach Autotask")
        wait_for(lambda: len(site.made()) == after, "Autotask to do its part")
    assert site.claims() == ["sending"]


def adopted(site: Site, runs: Control) -> str:
    """Waits until the row shows the one ticket; answers its number."""
    wait_for(lambda: site.claims() == ["created"], "the ticket to be adopted")
    [ticket] = site.made()
    number = str(ticket["ticketNumber"])
    person.wait_for_ticket(runs, number)
    links = site.rows("SELECT ticket_id, number FROM bcautotask.ticket_link")
    assert links == [(ticket["id"], number)]
    assert site.rows("SELECT * FROM bcautotask.second_ticket") == []
    return number
