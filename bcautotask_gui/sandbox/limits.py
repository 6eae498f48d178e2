"""Counts calls: three at once per tracking identifier and endpoint, and so many per hour."""

import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from bcautotask_gui.sandbox.answers import REQUESTS, THREADS, RefusedError
from bcautotask_gui.sandbox.tenant import Tenant

TIMEFRAME_MINUTES = 60
BUSY_STEPS = ((0.75, 1.0), (0.5, 0.5))


class TooManyError(RefusedError):
    """A limit is reached; nothing was executed."""


class Limits:
    """The limits of one tenant.

    Attributes:
        threads: calls at once per tracking identifier and endpoint; None switches that off.
        slows_down: whether calls take 0.5 s longer from half the hourly threshold on, and 1 s
            from three quarters.
    """

    def __init__(self, tenant: Tenant) -> None:
        self.threads: int | None = None
        self.slows_down = False
        self._tenant = tenant
        self._lock = Lock()
        self._calls: deque[float] = deque()
        self._running: Counter[tuple[str, str]] = Counter()
        self._highest: Counter[str] = Counter()

    @contextmanager
    def running(self, tracking_id: str, endpoint: str) -> Iterator[None]:
        """Hold one of the places of an endpoint.

        Raises:
            TooManyError: no place is free.
        """
        key = (tracking_id, endpoint)
        with self._lock:
            if self.threads is not None and self._running[key] >= self.threads:
                raise TooManyError(THREADS.format(self.threads))
            self._running[key] += 1
            self._highest[endpoint] = max(self._highest[endpoint], self._running[key])
        try:
            yield
        finally:
            with self._lock:
                self._running[key] -= 1

    def count(self) -> float:
        """Count one call; answers by how many seconds a busy database slows it down.

        Raises:
            TooManyError: the hour's calls are used up.
        """
        threshold = self._tenant.threshold
        with self._lock:
            used = self._used() + 1
            if used > threshold:
                raise TooManyError(REQUESTS.format(threshold))
            self._calls.append(time.monotonic())
        steps = BUSY_STEPS if self.slows_down else ()
        return next((delay for share, delay in steps if used >= share * threshold), 0.0)

    def use(self, calls: int) -> None:
        """Calls that other integrations have made just now."""
        with self._lock:
            self._calls.extend([time.monotonic()] * calls)

    @property
    def used(self) -> int:
        """Calls counted in the last 60 minutes."""
        with self._lock:
            return self._used()

    def now(self, endpoint: str) -> int:
        """The calls that run on an endpoint at this moment, all tracking identifiers together."""
        with self._lock:
            return sum(calls for key, calls in self._running.items() if key[1] == endpoint)

    def highest(self, endpoint: str | None = None) -> int:
        """The most calls that ever ran at once on an endpoint, or on any one endpoint."""
        with self._lock:
            if endpoint is not None:
                return self._highest[endpoint]
            return max(self._highest.values(), default=0)

    def _used(self) -> int:
        begin = time.monotonic() - TIMEFRAME_MINUTES * 60
        while self._calls and self._calls[0] < begin:
            self._calls.popleft()
        return len(self._calls)
