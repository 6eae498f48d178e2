"""Which reads may be repeated, and after which wait; a write is never decided here."""

from bcautotask_gui.autotask.answer import Answer
from bcautotask_gui.autotask.errors import Broken, is_busy
from bcautotask_gui.domain.errors import Kind

BOUND_SECONDS = 60.0
FIRST_WAIT, LONGEST_WAIT = 0.5, 12.0  # eight refusals in a row fit into the bound
_TRIES_WITHOUT_LINE = 4  # a person who is offline learns it within seconds
_LINE_TROUBLE = frozenset({Kind.UNREACHABLE, Kind.CUT, Kind.TIMED_OUT})


def wait_before_again(
    came_back: Answer | Broken, tries: int, elapsed: float, chance: float, *, is_bulk: bool = False
) -> float | None:
    """How many seconds to wait before a read is repeated, or None where it is not.

    Repeated are trouble with the connection, limits, and faults of the server that come without
    Autotask's own sentences; a sentence says that the request was understood and refused.

    Args:
        came_back: what the last try brought.
        tries: how many tries there were.
        elapsed: seconds since the first of them began.
        chance: 0 to 1; spreads the waits of many workstations.
        is_bulk: waits twice as long, so that people come first on all workstations.
    """
    if not _may_be_repeated(came_back, tries):
        return None
    asked = came_back.wait if isinstance(came_back, Answer) else None
    growing = min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT) * (0.5 + chance / 2)
    growing = growing if is_bulk else growing / 2
    wait = max(growing, asked or 0.0)
    return wait if elapsed + wait <= BOUND_SECONDS else None


def _may_be_repeated(came_back: Answer | Broken, tries: int) -> bool:
    if isinstance(came_back, Broken):
        return came_back.failure.kind in _LINE_TROUBLE and tries < _TRIES_WITHOUT_LINE
    return is_busy(came_back) or (came_back.status >= 500 and not came_back.errors)
