"""The step boundaries of an act: told one by one, and at the chosen one something strikes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event

from bcautotask_gui.autotask.calls import Calls
from bcautotask_gui.autotask.departure import Departure
from bcautotask_gui.database.connections import Connections
from bcautotask_gui.profile import Notes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

LONGEST_NAME = 60


class Boundaries:
    """Every written row, every commit, every call, every note of the profile, and all between.

    Args:
        at: at which boundary it strikes, counted from 0, or None.
        strike: what happens there, such as the end of this process.
        tell: gets the name of each boundary before it strikes there.
    """

    def __init__(
        self, at: int | None, strike: Callable[[], object], tell: Callable[[str], None]
    ) -> None:
        self._left = at
        self._strike = strike
        self._tell = tell
        self.is_armed = False

    def reach(self, name: str) -> None:
        if not self.is_armed:
            return
        self._tell(name[:LONGEST_NAME])
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                self._left = None
                self._strike()

    def install(self) -> None:
        """Watches the real parts of this process, which ends with the act."""
        _watch_statements(self.reach)
        _watch_transactions(self.reach)
        _watch_method(Calls, "read", self.reach)
        _watch_method(Calls, "write", self.reach)
        _watch_method(Notes, "put", self.reach)
        _watch_departure(self.reach)


def _watch_statements(reach: Callable[[str], None]) -> None:
    def after(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        verb, *rest = statement.split()
        if verb in ("INSERT", "UPDATE", "DELETE"):
            table = next(word for word in rest if word not in ("INTO", "FROM"))
            reach(f"uncommitted {verb} {table}")

    event.listen(Engine, "after_cursor_execute", after)


def _watch_transactions(reach: Callable[[str], None]) -> None:
    original = Connections.writing

    @contextmanager
    def writing(self: Connections) -> Iterator[Connection]:
        with original(self) as connection:
            yield connection
            reach("before the commit")
        reach("after the commit")

    Connections.writing = writing  # type: ignore[method-assign]


def _watch_method(owner: type, name: str, reach: Callable[[str], None]) -> None:
    original = getattr(owner, name)

    def watched(self: Any, about: Any, *args: Any, **values: Any) -> Any:
        what = f"{owner.__name__} {name} {getattr(about, 'path', about)}"
        reach(f"before {what}")
        answer = original(self, about, *args, **values)
        reach(f"after {what}")
        return answer

    setattr(owner, name, watched)


def _watch_departure(reach: Callable[[str], None]) -> None:
    original = Departure.__call__

    def watched(self: Departure, step: str, info: Any) -> None:
        original(self, step, info)
        reach(f"inside the write {step}")

    Departure.__call__ = watched  # type: ignore[method-assign]
