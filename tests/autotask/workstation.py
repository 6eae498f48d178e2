"""A workstation in a process of its own: `python -m tests.autotask.workstation AUTOTASK DATABASE`.

Reads orders, a line each, and writes a line when one is done: "bulk" reads tickets in two threads,
"person" works on a ticket, and the end of the orders closes everything.
"""

from __future__ import annotations

import sys
from threading import Thread
from typing import TYPE_CHECKING

from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.rest import open_autotask
from bcautotask_gui.clock import SystemClock
from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.full_ticket import TicketChange
from bcautotask_gui.domain.ticket_notes import NoteDraft
from bcautotask_gui.domain.tickets import CreateAnswer, Ending
from tests.autotask.world import demo_connection

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.autotask.rest import RestAutotask

# three chunks of each of two threads
BULK = range(1, 1_501)
BULK_CALLS = 6
PERSON_CALLS = 6


def main() -> None:
    """Does what its orders say until they end."""
    autotask_url, database_url, ticket = sys.argv[1:]
    database = open_database(database_url, may_migrate=False)
    autotask = open_autotask(
        demo_connection(),
        lambda: None,
        discovery_url=autotask_url,
        budget=database.budget,
        clock=SystemClock(),
        limits=EndpointLimits(),
    )
    autotask.zone()
    threads: list[Thread] = []
    tell("ready")
    for order in sys.stdin:
        work = bulk if order == "bulk\n" else person
        threads.append(Thread(target=work, args=(autotask, int(ticket))))
        threads[-1].start()
    for each in threads:
        each.join()
    autotask.close()
    database.close()


def bulk(autotask: RestAutotask, _ticket: int) -> None:
    """Reads many tickets, as two lanes of the application may at the same time."""
    lanes = [Thread(target=lambda: list(autotask.tickets(BULK))) for _ in range(2)]
    for each in lanes:
        each.start()
    for each in lanes:
        each.join()
    tell("bulk")


def person(autotask: RestAutotask, ticket_id: int) -> None:
    """Reads a ticket, writes a note, resolves it, and looks at it again."""
    full = autotask.full_ticket(ticket_id)
    note = NoteDraft("Backupchecks", "Works again.", 1, 2)
    insist(lambda: autotask.add_note(ticket_id, note, lambda: True))
    change = TicketChange(resolution="Works again.")
    insist(lambda: autotask.update_ticket(full, change, lambda: True))
    assert autotask.full_ticket(ticket_id).resolution == change.resolution
    assert autotask.ticket(ticket_id).id == ticket_id
    tell("person")


def insist(write: Callable[[], CreateAnswer]) -> None:
    """Writes again where Autotask was busy."""
    answer = write()
    while answer.ending is Ending.COME_AGAIN:
        SystemClock().sleep(0.1)
        answer = write()
    assert answer.ending is Ending.CREATED, answer


def tell(what: str) -> None:
    """Writes a line to whoever started this."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
