"""Which columns give way when there is little room, so that names stay readable."""

from collections.abc import Callable, Sequence

from bcautotask_gui.ui.shared.column import Column

NAMES = 300
"""The room that the stretching columns keep among them, at a 13 px font."""


def columns_to_hide(
    room: float, shown: Sequence[Column], width_of: Callable[[Column], float]
) -> int:
    """How many of the columns with a rank must go, the highest rank first.

    Args:
        room: the width of the table, at a 13 px font.
        shown: the columns that the person has not hidden.
        width_of: what a column needs, at a 13 px font.
    """
    left = room - sum(width_of(column) for column in shown if not column.stretch)
    ranked = sorted(
        (column for column in shown if column.narrow_rank), key=lambda column: -column.narrow_rank
    )
    for count, column in enumerate(ranked):
        if left >= NAMES:
            return count
        left += width_of(column)
    return len(ranked)
