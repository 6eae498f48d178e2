"""One call at a time: asks for leave, takes a place, sends, and repeats what may be repeated."""

import random
from collections.abc import Callable
from itertools import count

from bcautotask_gui.autotask.answer import Answer
from bcautotask_gui.autotask.errors import Broken
from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.retry import wait_before_again
from bcautotask_gui.autotask.wire import Request, Wire
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import CallBudget, Clock, Gate
from bcautotask_gui.domain.settings import Environment

USED = "ThresholdInformation"
# so many calls of bulk work are a hundredth of the hour's; what others used is asked for after them
ASK_EVERY = 100
ASK_AGAIN_SECONDS = 30.0


class Calls:
    """The calls of one client, until its user was refused once.

    Args:
        environment: whose budget is charged.
        gate: asked before every call.
        budget: counts every call.
        clock: for waits.
        limits: how many calls run at once.
        wire: what sends them.
        ask: asks Autotask how many calls were used, and corrects the budget by its answer.
    """

    def __init__(
        self,
        environment: Environment,
        gate: Gate,
        budget: CallBudget,
        clock: Clock,
        limits: EndpointLimits,
        wire: Wire,
        ask: Callable[[], None],
    ) -> None:
        self._environment = environment
        self._gate = gate
        self._budget = budget
        self._clock = clock
        self._limits = limits
        self._wire = wire
        self._ask = ask
        self._is_shut = False
        self._bulk_calls = count(1)
        self._asked_at: float | None = None

    @property
    def is_shut(self) -> bool:
        """Whether the user was refused, so that no call is made any more."""
        return self._is_shut

    def shut(self) -> None:
        """Makes no call any more: a refused user is locked by Autotask after some attempts."""
        self._is_shut = True

    def allow(self, *, is_bulk: bool) -> None:
        """Asks everyone who can forbid a call, and waits where bulk work is to go slowly.

        Raises:
            Failure: CREDENTIALS_AGAIN after a refusal, or what the gate or the budget says.
        """
        if is_bulk and next(self._bulk_calls) % ASK_EVERY == 0:
            self._ask()
        self._refuse_if_closed()
        try:
            wait = self._budget.take(self._environment, is_bulk=is_bulk)
        except Failure as failure:
            if failure.kind is not Kind.BUDGET or not self._may_ask_again():
                raise
            self._ask()
            self._refuse_if_closed()
            wait = self._budget.take(self._environment, is_bulk=is_bulk)
        if wait:
            self._clock.sleep(wait)

    def read(self, request: Request, *, is_bulk: bool = False, is_once: bool = False) -> Answer:
        """Sends a read, again where it may be repeated.

        Args:
            request: what is sent.
            is_bulk: whether it lets people go first.
            is_once: whether it is not repeated, since the answer is not worth a wait.

        Raises:
            Failure: what forbids the call, or why no whole answer came back.
        """
        begun, tries = self._clock.monotonic(), 0
        while True:
            self._allow(request, is_bulk=is_bulk)
            with self._limits.place(request.path, is_bulk=is_bulk):
                came_back = self._wire.send(request)
            tries += 1
            elapsed = self._clock.monotonic() - begun
            wait = wait_before_again(came_back, tries, elapsed, random.random(), is_bulk=is_bulk)
            if wait is None or is_once:
                break
            self._clock.sleep(wait)
        if isinstance(came_back, Broken):
            raise came_back.failure
        return came_back

    def write(self, request: Request, may_send: Callable[[], bool]) -> Answer | Broken:
        """Sends a write that was allowed, once; never raises."""
        with self._limits.place(request.path):
            return self._wire.send_once(request, may_send)

    def _allow(self, request: Request, *, is_bulk: bool) -> None:
        """Where the budget is used up Autotask must still be asked whether that is true."""
        if request.signed and request.path != USED:
            self.allow(is_bulk=is_bulk)
            return
        self._refuse_if_closed()
        if request.signed:  # what is not signed counts for no tenant
            self._budget.count(self._environment)

    def _may_ask_again(self) -> bool:
        """Whether the last question before a refusal is long enough ago for another one."""
        now = self._clock.monotonic()
        if self._asked_at is not None and now - self._asked_at < ASK_AGAIN_SECONDS:
            return False
        self._asked_at = now
        return True

    def _refuse_if_closed(self) -> None:
        if self._is_shut:
            raise Failure(Kind.CREDENTIALS_AGAIN)
        self._gate()
