"""Calls that may wait for a person, such as one who must unlock a keyring, but not for ever."""

import threading
import time
from collections.abc import Callable
from contextvars import copy_context
from queue import Empty, SimpleQueue
from typing import TypeVar

from bcautotask_gui.domain.errors import Failure, Kind

T = TypeVar("T")


class WithTimeOut:
    """Makes one call after the other, each in a thread of its own, and waits for it so long.

    A call that is given up goes on by itself and its answer is dropped. The next call waits for
    its end, so that a prompt is not opened twice and a value stored late is never the older one;
    a call whose time passes while it waits is not made at all.

    Args:
        seconds: how long a call may take, its waiting included.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._turn = threading.Lock()

    def __call__(self, work: Callable[[], T]) -> T:
        """What the work returns.

        Raises:
            Failure: KEYRING_SLOW, when the time has passed.
            BaseException: whatever the work raises.
        """
        deadline = time.monotonic() + self._seconds
        if not self._turn.acquire(timeout=self._seconds):
            raise self._slow()
        answers: SimpleQueue[tuple[T, None] | tuple[None, BaseException]] = SimpleQueue()
        context = copy_context()

        def answer() -> None:
            try:
                outcome = (context.run(work), None)
            except BaseException as error:
                answers.put((None, error))
            else:
                answers.put(outcome)
            finally:
                self._turn.release()

        # daemon: a prompt that nobody answers must not hold the end of the process
        thread = threading.Thread(target=answer, name="keyring", daemon=True)
        try:
            thread.start()
        except RuntimeError:  # no thread is to be had: the next call must not wait for this one
            self._turn.release()
            raise
        try:
            value, error = answers.get(timeout=max(0.0, deadline - time.monotonic()))
        except Empty:
            raise self._slow() from None
        if error is not None:
            raise error
        return value  # type: ignore[return-value]  # there is a value where there is no error

    def _slow(self) -> Failure:
        return Failure(Kind.KEYRING_SLOW, seconds=f"{self._seconds:g}")
