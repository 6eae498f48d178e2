"""Two people, two workstations, one run: both press the button at the same moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.end_to_end import person
from tests.end_to_end.site import Site, ended
from tests.support.postgres import libpq
from tests.support.processes import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.window import Window

pytestmark = [pytest.mark.window, pytest.mark.keyring]


@pytest.fixture
def anna(site: Site) -> Iterator[Site]:
    """A second workstation, where the database knows the person as anna."""
    with psycopg.connect(libpq(site.url), autocommit=True) as owner:
        owner.execute("CREATE ROLE anna LOGIN SUPERUSER")
        yield replace(site, url=site.url.replace("//bc@", "//anna@"), folder=site.folder / "anna")
        owner.execute("DROP ROLE anna")


def test_two_windows_make_one_ticket_and_tell_whose_it_is(site: Site, anna: Site) -> None:
    site.server.latency = 0.3
    with ended(site.start()) as first:
        press_first = ready_to_create(first)
        # opens in front of the first one, which is not needed in front any more
        with ended(anna.start()) as second:
            press_second = ready_to_create(second)
            press_first()
            press_second()
            wait_for(lambda: "created" in site.claims(), "the ticket")
            [(winner,)] = site.rows("SELECT operator FROM bcautotask.ticket_link")
            told, other = (first, second) if winner == "bc" else (second, first)
            number = person.wait_for_outcome(told, "created for").split()[1]
            wait_for(lambda: tells_of(other, winner, number), f"the other to read of {winner}")
    assert [ticket["ticketNumber"] for ticket in site.made()] == [number]
    assert site.claims() == ["created"]


def ready_to_create(window: Window) -> Callable[[], None]:
    """Opens the preview; the answer presses its button without the pointer."""
    person.choose_the_run(window)
    return person.open_the_preview(window).act


def tells_of(window: Window, who: str, number: str) -> bool:
    """Whether the person reads who is at it, or whose ticket it is."""
    sentences = (f"{who} is working on this run", f"already has ticket {number}")
    seen = person.outcome(window) + window.tree()
    return any(sentence in seen for sentence in sentences)
