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
    """What jobs of this application are working on right now: runs to create for, or tickets."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._ids: list[int] = []

    def ids(self) -> frozenset[int]:
        """Their ids."""
        with self._lock:
            return frozenset(self._ids)

    @contextmanager
    def on(self, each: int) -> Iterator[None]:
        """Begins before anything is recorded, so no stock-taking meets what looks left over."""
        with self._lock:
            self._ids.append(each)
        try:
            yield
        finally:
            with self._lock:
                self._ids.remove(each)
