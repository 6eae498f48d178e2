"""Watches the database for what others change, and tells others that this application lives."""

import logging
from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock

from bcautotask_gui.domain.changes import Change, ChangeKind
from bcautotask_gui.domain.claim_ownership import HEARTBEAT_EVERY
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import Clock, Instances, RunStore, Watch
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.services.acts import Actor

log = logging.getLogger(__name__)

LISTEN_SECONDS = 1.0
POLL_SECONDS = 30.0
"""How often the web application's runs are looked at: it tells nobody what it does."""
MOST_CHANGES = 1000
"""More than this is everything."""

_BELL = Progress(0, None, "")
_EVERYTHING, _VIEW = Change(ChangeKind.EVERYTHING), Change(ChangeKind.VIEW)


@dataclass(frozen=True)
class News:
    """What was heard since it was last taken.

    Attributes:
        changes: each once.
        at: when the database answered last, or None where it never did.
        failure: why it does not answer now, or None where it does.
    """

    changes: frozenset[Change] = frozenset()
    at: datetime | None = None
    failure: Failure | None = None


class _Inbox:
    """Where news lie until somebody takes them; two threads meet here."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._news = News()

    def put(self, changes: Iterable[Change]) -> None:
        with self._lock:
            gathered = self._news.changes.union(changes)
            if len(gathered) > MOST_CHANGES:
                gathered = frozenset({_EVERYTHING})
            self._news = replace(self._news, changes=gathered)

    def answered(self, at: datetime) -> None:
        with self._lock:
            self._news = replace(self._news, at=at, failure=None)

    def lost(self, failure: Failure) -> None:
        with self._lock:
            self._news = replace(self._news, failure=failure)

    def take(self) -> News:
        with self._lock:
            news = self._news
            self._news = replace(news, changes=frozenset())
            return news


class WatchService:
    """One loop for listening, polling and the heartbeat.

    A report of a job may be dropped when another follows at once. So the reports of `watch` carry
    nothing: they say that there may be news, and `take` hands out all that gathered.
    """

    def __init__(
        self, watch: Watch, runs: RunStore, instances: Instances, actor: Actor, clock: Clock
    ) -> None:
        self._watch = watch
        self._runs = runs
        self._instances = instances
        self._actor = actor
        self._clock = clock
        self._inbox = _Inbox()
        self._newest: int | None = None
        self._polled_at: float | None = None
        self._beat_at: float | None = None
        self._has_ended = False

    def begin(self) -> None:
        """Listens and beats from now on, so that nothing is missed before the first look."""
        self._look(0.0)

    def watch(self) -> Generator[Progress, None, None]:
        """Watches until it is closed at a yield, which comes about every second."""
        try:
            while True:
                self._look(LISTEN_SECONDS)
                yield _BELL
        finally:
            self._end()

    def take(self) -> News:
        """What gathered since the last call; from any thread."""
        return self._inbox.take()

    def wake(self) -> None:
        """Lets the loop come to its next yield at once; from any thread."""
        self._watch.wake()

    def close(self) -> None:
        """Says that this application has ended and gives the connection back.

        The loop must have ended.
        """
        self._end()
        self._watch.close()

    def _look(self, seconds: float) -> None:
        try:
            changes = self._watch.wait_for_changes(seconds)
            self._inbox.put(changes)
            if _EVERYTHING in changes:
                self._beat_at = None
            if _EVERYTHING in changes or _VIEW in changes:
                self._polled_at = None
            self._beat_in_time()
            self._inbox.put(self._poll_in_time())
            self._inbox.answered(self._clock.now())
        except Failure as failure:
            self._inbox.lost(failure)

    def _poll_in_time(self) -> tuple[Change, ...]:
        """What the web application did, found by looking; at the first look nothing is news."""
        now = self._clock.monotonic()
        if self._polled_at is not None and now - self._polled_at < POLL_SECONDS:
            return ()
        newest, known = self._newest_id(), self._newest
        self._newest, self._polled_at = newest, now
        if known is None:
            return ()
        return (_VIEW, Change(ChangeKind.NEWEST, newest)) if newest > known else (_VIEW,)

    def _newest_id(self) -> int:
        try:
            return self._runs.newest_id()
        except Failure as failure:
            if failure.kind is Kind.TABLE_MISSING:
                return 0  # said where the runs would be; the database does answer
            raise

    def _beat_in_time(self) -> None:
        now = self._clock.monotonic()
        if self._beat_at is not None and now - self._beat_at < HEARTBEAT_EVERY.total_seconds():
            return
        self._beat_at = now
        try:
            self._instances.beat(self._actor.instance, self._actor.operator.name)
        except Failure:
            # whoever may only read claims nothing, and so need not be known to live
            log.info("the heartbeat could not be stored", exc_info=True)

    def _end(self) -> None:
        if self._has_ended:
            return
        self._has_ended = True
        try:
            self._instances.end(self._actor.instance)
        except Failure:
            log.info("the end could not be stored; the heartbeat runs out", exc_info=True)
