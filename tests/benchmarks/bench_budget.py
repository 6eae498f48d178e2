"""1,000 tickets created within an hour's 10,000 calls while bulk work takes all it may."""

import itertools
import logging
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any
from unittest import mock

import httpx

from bcautotask_gui.app.workplace import Workplace
from bcautotask_gui.database.budget import CallBudget
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.tickets import TicketDraft
from tests.benchmarks.far_autotask import FarAutotask
from tests.benchmarks.place import CUSTOMERS, at_work, ended, large_database, runs_to_create_for
from tests.benchmarks.table import Row

log = logging.getLogger(__name__)

CREATES, ALLOWED = 1_000, 10_000
# what other integrations have used: the rest is what 1,000 creates need, and bulk work besides
_USED_BY_OTHERS = 6_500
# as many as the lane of a person's acts is wide
_PEOPLE = 2
_NOTE = (
    "An hour's budget in one go: {used:,} of {allowed:,} calls were used by others, then two "
    "people's acts ran beside bulk work that read ticket states until its share was used up. "
    "Counted by order: bulk calls that were asked for after a person's call and sent before it."
)


@dataclass
class _Order:
    """In which order calls were asked for and sent, whoever made them."""

    places: Iterator[int] = field(default_factory=itertools.count)
    mine: threading.local = field(default_factory=threading.local)
    calls: list[tuple[bool, int, int]] = field(default_factory=list)

    def overtaken(self) -> int:
        """How many calls of bulk work went before one that a person had asked for earlier."""
        bulk = [(asked, sent) for is_bulk, asked, sent in self.calls if is_bulk]
        people = [(asked, sent) for is_bulk, asked, sent in self.calls if not is_bulk]
        return sum(
            asked < other_asked and other_sent < sent
            for asked, sent in people
            for other_asked, other_sent in bulk
        )


@contextmanager
def _watched_order() -> Iterator[_Order]:
    order = _Order()
    take, handle = CallBudget.take, httpx.HTTPTransport.handle_request

    def asked(self: CallBudget, environment: Any, *, is_bulk: bool) -> float:
        order.mine.asked = (is_bulk, next(order.places))
        return take(self, environment, is_bulk=is_bulk)

    def sent(self: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
        known = getattr(order.mine, "asked", None)
        if known is not None:  # where the zone is asked for, nobody asks for leave
            order.calls.append((*known, next(order.places)))
            order.mine.asked = None
        return handle(self, request)

    with (
        mock.patch.object(CallBudget, "take", asked),
        mock.patch.object(httpx.HTTPTransport, "handle_request", sent),
    ):
        yield order


def rows() -> Iterator[Row]:
    """All rows of this group."""
    with tempfile.TemporaryDirectory() as name, FarAutotask() as autotask:
        folder = Path(name)
        url = large_database(folder, runs=5 * CREATES)
        autotask.add_companies(CUSTOMERS)
        states = autotask.add_tickets(500, "Backup failed")
        with at_work(url, autotask.url, folder / "profile") as place:
            runs = itertools.islice(runs_to_create_for(place), CREATES + CREATES // 10)
            drafts = [place.drafts.draft(run_id) for run_id in runs]
            alone = [_create(place, draft) for draft in drafts[CREATES:]]
            autotask.allow(ALLOWED, _USED_BY_OTHERS)
            place.access.open().autotask.calls_used()
            with _watched_order() as order:
                beside, bulk = _create_beside_bulk(place, drafts[:CREATES], states)
    work = f"{CREATES:,} creates beside bulk work, {ALLOWED:,} calls an hour"
    note = _NOTE.format(used=_USED_BY_OTHERS, allowed=ALLOWED)
    failed = sum(each is None for each in beside)
    yield Row(f"{work}: acts refused", failed, "acts", goal=0, note=note)
    yield Row(f"{work}: times bulk work went first", order.overtaken(), "calls", goal=0)
    yield Row(f"{work}: bulk calls in between", bulk, "calls")
    took = median(each for each in beside if each is not None)
    yield Row(f"{work}: one create", took, "ms", median(map(float, alone)), "nothing beside it")


def _create_beside_bulk(
    place: Workplace, drafts: list[TicketDraft], states: list[int]
) -> tuple[list[float | None], int]:
    """How long each create took, None where it was refused, and the calls of the bulk work."""
    has_ended = threading.Event()
    with ThreadPoolExecutor(_PEOPLE + 1) as threads:
        bulk = threads.submit(_read_states, place, states, has_ended)
        took = list(threads.map(lambda draft: _create(place, draft), drafts))
        has_ended.set()
        return took, bulk.result()


def _create(place: Workplace, draft: TicketDraft) -> float | None:
    begun = time.perf_counter()
    try:
        outcome = ended(place.creating.create(draft))
    except Failure as failure:
        log.warning("refused: %s", failure)
        return None
    assert outcome.ticket_id
    return (time.perf_counter() - begun) * 1000


def _read_states(place: Workplace, states: list[int], has_ended: threading.Event) -> int:
    """Reads ticket states over and over until the creates are done; how many calls that took."""
    calls = 0
    while not has_ended.is_set():
        try:
            for _chunk in place.access.open().autotask.tickets(states):
                calls += 1
        except Failure as failure:
            if failure.kind is not Kind.BUDGET:
                raise
            has_ended.wait(0.1)  # its share is used up; the people go on
    return calls
