"""The place where a working thread leaves its progress and the GUI thread finds the newest."""

import threading

from bcautotask_gui.domain.progress import Progress


class Reports:
    """Keeps the newest report that was not shown; older ones are dropped. Safe in any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._newest: Progress | None = None

    def put(self, progress: Progress) -> bool:
        """Leaves a report.

        Returns:
            Whether nothing lay there, so that the one who shows it must be told.
        """
        with self._lock:
            was_empty = self._newest is None
            self._newest = progress
            return was_empty

    def take(self) -> Progress | None:
        """The newest report that was not shown, once."""
        with self._lock:
            newest, self._newest = self._newest, None
            return newest
