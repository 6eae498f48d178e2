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
CALL_COUNT = "call_count"


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

    def reach(self, name: str) -> None:
        """Tells a boundary, and strikes where it is the chosen one."""
        self._tell(name[:LONGEST_NAME])
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                self._left = None
                self._strike()


def install(reach: Callable[[str], None]) -> None:
    """Watches the real parts of this process from now on."""
    _watch_transactions(reach)
    _watch_method(Calls, "read", reach)
    _watch_method(Calls, "write", reach)
    _watch_method(Notes, "put", reach)
    _watch_departure(reach)


def _watch_transactions(reach: Callable[[str], None]) -> None:
    """The count of calls is no step: its transactions are left out."""
    original = Connections.writing
    written: list[str] = []

    def after(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        verb, *rest = statement.split()
        if verb in ("INSERT", "UPDATE", "DELETE") and CALL_COUNT not in statement:
            table = next(word for word in rest if word not in ("INTO", "FROM"))
            written.append(table)
            reach(f"uncommitted {verb} {table}")

    @contextmanager
    def writing(self: Connections) -> Iterator[Connection]:
        written.clear()
        with original(self) as connection:
            yield connection
            if written:
                reach("before the commit")
        if written:
            reach("after the commit")

    event.listen(Engine, "after_cursor_execute", after)
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
