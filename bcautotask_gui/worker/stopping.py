"""The switch that stops one piece of work, shared by the GUI thread and the thread that works."""

import threading
from collections.abc import Callable


class Stopping:
    """Says whether work shall stop, and does what else stopping needs; safe in any thread."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._lock = threading.Lock()
        self._cancel: Callable[[], object] | None = None
        self._over = False

    @property
    def asked(self) -> bool:
        """Whether the work was asked to stop."""
        return self._asked.is_set()

    def ask(self) -> None:
        """Asks the work to stop; returns at once."""
        self._asked.set()

    def name(self, cancel: Callable[[], object] | None) -> None:
        """Names what else stopping must do; None forgets what was named.

        Once this returned, what was named before is neither running nor will it run. So a cancel
        never strikes the next user of a connection that was forgotten here before it was given
        back. Where the work was asked to stop already, `cancel` runs now; where it has ended,
        there is nothing left to cut short, and `cancel` never runs.
        """
        with self._lock:
            self._cancel = None if self._over else cancel
        if self.asked:
            self.cancel()

    def end(self) -> None:
        """The work has ended: what was named is forgotten, and so is whatever is named later."""
        with self._lock:
            self._over = True
        self.name(None)

    def cancel(self) -> None:
        """Does what was named, at most once. It may wait for a server."""
        with self._lock:
            cancel, self._cancel = self._cancel, None
            if cancel is not None:
                cancel()
