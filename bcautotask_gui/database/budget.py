"""The hourly budget of calls, leased in blocks from the count that all workstations share."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock

from bcautotask_gui.clock import SystemClock
from bcautotask_gui.database.call_counts import ALLOWED, CallCounts
from bcautotask_gui.database.ground import Ground
from bcautotask_gui.domain.connection import CallsUsed
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import Clock
from bcautotask_gui.domain.settings import Environment

BLOCK = 25
LEASE_SECONDS = 60.0
# a database that did not answer is asked again after so long, or after a block
SILENT_SECONDS = 30.0
SLOW_SHARE, BULK_SHARE = 0.5, 0.9
LONGEST_PAUSE = 5.0
_HOUR = 3600.0


@dataclass
class _Lease:
    """The calls that may be made without asking the database.

    Attributes:
        minute: under which they are counted; None where the database did not count them.
        known: the count of all workstations, as if all of them were made.
        left: how many are not made yet; below 0 where more were made than granted.
        until: by the steady clock.
        is_silent: the database did not answer when it was to be renewed.
    """

    minute: int | None
    known: CallsUsed
    left: int
    until: float
    is_silent: bool = False

    @property
    def used(self) -> int:
        """The calls made by all workstations, as far as is known."""
        return self.known.used - self.left

    @property
    def not_made(self) -> int:
        """How many calls the database counts that were not made."""
        return 0 if self.minute is None else self.left


class CallBudget:
    """Counts calls before they are made; asks the database once for 25 of them.

    What a workstation leased and did not use goes back after a minute, and when it closes. Where
    the database is silent a workstation counts by itself on top of what it knew last, does its
    bulk work slowly, and has its calls counted once the database answers.
    """

    def __init__(self, ground: Ground, clock: Clock | None = None) -> None:
        self._counts = CallCounts(ground)
        self._clock = clock or SystemClock()
        self._lock = Lock()
        self._leases: dict[Environment, _Lease] = {}
        self._owed: dict[Environment, Counter[int]] = {each: Counter() for each in Environment}
        self._last: dict[Environment, tuple[CallsUsed, float]] = {}

    def take(self, environment: Environment, *, is_bulk: bool) -> float:
        """Counts one call before it is made.

        Bulk work is slowed down from half of the hour's calls on, so that what it may use lasts
        for an hour, and stops at 90 %; the rest is kept for people.

        Returns:
            Seconds to wait before the call; 0 for a person's act.

        Raises:
            Failure: BUDGET for bulk work above 90 %, for a person's act above the limit.
        """
        with self._lock:
            lease = self._lease(environment)
            known = CallsUsed(lease.used, lease.known.allowed)
            if known.used >= known.allowed * (BULK_SHARE if is_bulk else 1):
                raise Failure(Kind.BUDGET, used=known.used, allowed=known.allowed)
            self._spend(environment, lease)
            is_slow = lease.is_silent or known.used >= known.allowed * SLOW_SHARE
            return _pause(known.allowed) if is_bulk and is_slow else 0.0

    def count(self, environment: Environment) -> None:
        """Counts a call that is never refused: asking how many calls were used."""
        with self._lock:
            self._spend(environment, self._lease(environment))

    def settle(self, environment: Environment, used: CallsUsed) -> None:
        """Corrects the count by what Autotask said."""
        with self._lock:
            lease = self._leases.get(environment)
            not_made = (lease.not_made if lease else 0) - self._owed_calls(environment)
            with suppress(Failure):  # who cannot store it goes on by what it knows
                self._counts.settle(environment, used, not_made)
            if lease:
                lease.known = CallsUsed(used.used + lease.left, used.allowed)

    def used(self, environment: Environment) -> CallsUsed:
        """The calls made by all workstations; of others up to 25 more for at most a minute.

        Raises:
            Failure: what kept the database from answering.
        """
        self._return_old(environment)
        while True:
            before = self._leases.get(environment)
            counted = self._counts.used(environment)
            with self._lock:
                if self._leases.get(environment) is before:
                    not_made = before.not_made if before else 0
                    made = counted.used - not_made + self._owed_calls(environment)
                    return CallsUsed(max(0, made), counted.allowed)

    def close(self) -> None:
        """Gives back what was leased and not used."""
        for environment in Environment:
            with self._lock:
                lease = self._leases.pop(environment, None)
                if lease and not lease.is_silent:
                    self._give_back(environment, lease)

    def _lease(self, environment: Environment) -> _Lease:
        """The lease in force; a new one where it is used up or old."""
        lease = self._leases.get(environment)
        if lease is None or lease.left <= 0 or self._clock.monotonic() >= lease.until:
            lease = self._leases[environment] = self._renewed(environment, lease)
        return lease

    def _renewed(self, environment: Environment, old: _Lease | None) -> _Lease:
        now = self._clock.monotonic()
        if old and old.minute is not None:
            self._last[environment] = CallsUsed(old.used, old.known.allowed), now
        try:
            if old and old.not_made:
                self._counts.take_back(environment, old.minute or 0, old.not_made)
                old.left = 0
            granted = self._counts.grant(environment, BLOCK, self._owed_calls(environment))
        except Failure as failure:
            return self._by_itself(environment, old, failure)
        self._owed[environment].clear()
        return _Lease(granted.minute, granted.known, granted.calls, now + LEASE_SECONDS)

    def _by_itself(self, environment: Environment, old: _Lease | None, failure: Failure) -> _Lease:
        """What goes on without the database; who may only look can still read the count."""
        until = self._clock.monotonic() + SILENT_SECONDS
        is_silent = failure.kind is not Kind.DATABASE_READ_ONLY
        if old and old.not_made > 0:
            old.until, old.is_silent = until, is_silent
            return old
        counted = self._last_known(environment)
        if not is_silent:
            with suppress(Failure):
                counted = self._counts.used(environment)
        used = counted.used + self._owed_calls(environment) + BLOCK
        return _Lease(None, CallsUsed(used, counted.allowed), BLOCK, until, is_silent)

    def _last_known(self, environment: Environment) -> CallsUsed:
        counted, at = self._last.get(environment, (CallsUsed(0, ALLOWED), 0.0))
        is_fresh = self._clock.monotonic() - at < _HOUR
        return counted if is_fresh else CallsUsed(0, counted.allowed)

    def _spend(self, environment: Environment, lease: _Lease) -> None:
        lease.left -= 1
        if lease.minute is None:
            self._owed[environment][int(self._clock.monotonic() // 60)] += 1

    def _owed_calls(self, environment: Environment) -> int:
        """The calls of the last hour that the database does not count yet."""
        begin = (self._clock.monotonic() - _HOUR) // 60
        return sum(calls for minute, calls in self._owed[environment].items() if minute > begin)

    def _return_old(self, environment: Environment) -> None:
        with self._lock:
            lease = self._leases.get(environment)
            if lease and lease.not_made and self._clock.monotonic() >= lease.until:
                self._give_back(environment, lease)
                if not lease.not_made:
                    del self._leases[environment]

    def _give_back(self, environment: Environment, lease: _Lease) -> None:
        """Takes what was not used off the count; where that fails it stays there for the hour."""
        if lease.not_made:
            with suppress(Failure):
                self._counts.take_back(environment, lease.minute or 0, lease.not_made)
                lease.left = 0


def _pause(allowed: int) -> float:
    """Seconds between two calls, so that what bulk work may still use lasts for an hour."""
    return min(_HOUR / (allowed * (BULK_SHARE - SLOW_SHARE)), LONGEST_PAUSE)
