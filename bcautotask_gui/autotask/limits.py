"""How many calls run at once: two per endpoint, for all clients of this process together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition

AT_ONCE = 2
BULK_AT_ONCE = 1


@dataclass
class _Endpoint:
    """Who calls one endpoint now, and how many people wait for it."""

    running: int = 0
    bulk: int = 0
    people_waiting: int = 0

    def has_room(self, *, is_bulk: bool) -> bool:
        if is_bulk and (self.bulk >= BULK_AT_ONCE or self.people_waiting):
            return False
        return self.running < AT_ONCE


class EndpointLimits:
    """Hands out the places of each endpoint; one object serves all clients of a process.

    Autotask allows three calls at once per endpoint and tracking identifier, and counts one for a
    while after its answer has arrived here; a workstation that never has more than two meets the
    limit only beside others. Bulk work takes one of the two places, and none while a person waits,
    so that a person's act goes first even where several workstations do bulk work.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._endpoints: dict[str, _Endpoint] = {}

    @contextmanager
    def place(self, path: str, *, is_bulk: bool = False) -> Iterator[None]:
        """Holds a place of the path's endpoint, waiting for one where none is free."""
        with self._changed:
            at = self._endpoints.setdefault(endpoint(path), _Endpoint())
            at.people_waiting += not is_bulk
            self._changed.wait_for(lambda: at.has_room(is_bulk=is_bulk))
            at.people_waiting -= not is_bulk
            at.running += 1
            at.bulk += is_bulk
        try:
            yield
        finally:
            with self._changed:
                at.running -= 1
                at.bulk -= is_bulk
                self._changed.notify_all()


def endpoint(path: str) -> str:
    """What a path counts for: children and metadata count for their entity."""
    return path.split("/", 1)[0].split("?", 1)[0]
