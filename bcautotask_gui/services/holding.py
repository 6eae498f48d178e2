"""What keeps a request from going out late or twice: the hold, and who is at work on what."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from bcautotask_gui.domain.claim_rules import SEND_WITHIN
from bcautotask_gui.domain.ports import Clock


def within_thirty_seconds(clock: Clock) -> Callable[[], bool]:
    """Whether at most 30 seconds have passed since now.

    Judged by both clocks: one stands still while the computer sleeps, the other can jump.
    """
    wall, steady = clock.now(), clock.monotonic()

    def may_send() -> bool:
        slept = (clock.now() - wall).total_seconds()
        limit = SEND_WITHIN.total_seconds()
        return -1.0 <= slept <= limit and clock.monotonic() - steady <= limit

    return may_send


class AtWork:
    """The tickets that jobs of this application are working on right now."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._tickets: list[int] = []

    def tickets(self) -> frozenset[int]:
        """Their ids."""
        with self._lock:
            return frozenset(self._tickets)

    @contextmanager
    def on(self, ticket_id: int) -> Iterator[None]:
        """Begins before anything is recorded, so that no stock-taking sees a left-over attempt."""
        with self._lock:
            self._tickets.append(ticket_id)
        try:
            yield
        finally:
            with self._lock:
                self._tickets.remove(ticket_id)
