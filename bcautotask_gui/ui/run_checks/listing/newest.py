"""Which reading of a run is the newest: two threads read, and an answer may come late."""

from collections.abc import Callable, Sequence

from bcautotask_gui.domain.runs import RunRow

_REMEMBERED = 2000
"""So many runs; what was read before twenty pages came since is no longer on its way."""


class NewestReadings:
    """Numbers readings of rows as they begin, and tells an answer that was overtaken."""

    def __init__(self) -> None:
        self._readings = 0
        self._taken: dict[int, int] = {}

    def begin(self) -> int:
        """The number of a reading that begins now."""
        self._readings += 1
        return self._readings

    def is_overtaken(self, run_id: int, reading: int) -> bool:
        """Whether a run was taken from a reading that began later."""
        return self._taken.get(run_id, 0) > reading

    def take(
        self, rows: Sequence[RunRow], reading: int, held: Callable[[int], RunRow | None]
    ) -> tuple[RunRow, ...]:
        """The newest that is known of these runs.

        Args:
            rows: the answer of a reading.
            reading: its number.
            held: a run's row as it was taken from another reading, or None.
        """
        return tuple(self._newest(row, reading, held) for row in rows)

    def _newest(self, row: RunRow, reading: int, held: Callable[[int], RunRow | None]) -> RunRow:
        if self.is_overtaken(row.id, reading):
            return held(row.id) or row
        self._taken.pop(row.id, None)  # so that it counts as the one remembered last
        self._taken[row.id] = reading
        if len(self._taken) > _REMEMBERED:
            del self._taken[next(iter(self._taken))]
        return row
