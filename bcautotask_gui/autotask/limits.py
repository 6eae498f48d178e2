"""How many calls run at once: two per endpoint, for all clients of this process together."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

AT_ONCE = 2


class EndpointLimits:
    """Hands out the places of each endpoint; one object serves all clients of a process.

    Autotask allows three calls at once per endpoint, and counts one for a while after its answer
    has arrived here; with two at once the limit is never met.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._places: dict[str, BoundedSemaphore] = {}

    @contextmanager
    def place(self, path: str) -> Iterator[None]:
        """Holds a place of the path's endpoint, waiting for one where none is free."""
        with self._lock:
            places = self._places.setdefault(endpoint(path), BoundedSemaphore(AT_ONCE))
        with places:
            yield


def endpoint(path: str) -> str:
    """What a path counts for: children and metadata count for their entity."""
    return path.split("/", 1)[0].split("?", 1)[0]
