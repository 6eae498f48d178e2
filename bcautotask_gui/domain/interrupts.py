"""The way to cut a long reading short from another thread, handed down to whoever reads."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_AGAIN = 0.05  # seconds; what is cut between two statements must be cut again in the next one


class CutShortError(Exception):
    """The reading was cut short, because nobody waits for it any more."""


class Interrupt:
    """One reading's thread of life; safe in any thread."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._lock = threading.Lock()
        self._cut: Callable[[], object] | None = None

    @property
    def asked(self) -> bool:
        """Whether nobody waits for the reading any more."""
        return self._asked.is_set()

    def now(self) -> None:
        """Cuts the reading short and returns once it has ended; it may wait for a server.

        What is read later with the same interrupt does not begin.
        """
        self._asked.set()
        while self._strike():
            time.sleep(_AGAIN)

    @contextmanager
    def reaching(self, cut: Callable[[], object]) -> Iterator[None]:
        """Lets `cut` be called from another thread during the block, and never after it.

        So a cut that comes late does not strike the next user of what was read with.

        Args:
            cut: ends what is being read, and does nothing where nothing is; called again until
                the block has ended.

        Raises:
            CutShortError: nobody waited any more before it began.
        """
        with self._lock:
            self._cut = cut
        try:
            if self.asked:
                raise CutShortError
            yield
        finally:
            with self._lock:
                self._cut = None

    def _strike(self) -> bool:
        with self._lock:
            if self._cut is not None:
                self._cut()
            return self._cut is not None
