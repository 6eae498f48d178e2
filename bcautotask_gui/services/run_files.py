"""The list of runs as a file for spreadsheets."""

from collections.abc import Generator
from datetime import tzinfo
from typing import TYPE_CHECKING

from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.run_files import written
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.files import write_whole
from bcautotask_gui.services.runs import RunFilter, RunService

if TYPE_CHECKING:
    from bcautotask_gui.domain.runs import RunRow

_AT_ONCE = 500


class RunFiles:
    """Writes runs; asks Autotask nothing."""

    def __init__(self, runs: RunService, actor: Actor) -> None:
        self._runs = runs
        self._actor = actor

    def export(
        self, path: str, chosen: RunFilter, zone: tzinfo | None
    ) -> Generator[Progress, None, int]:
        """Reads all runs of a view and writes the file at the end; stopped before, there is none.

        Args:
            path: a file in the way is replaced.
            chosen: the view, in its order.
            zone: the one that run times are written in; None for UTC.

        Yields:
            How many runs were read.

        Returns:
            How many runs the file holds.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED where the file cannot be written.
        """
        self._actor.require(Permission.EXPORT)
        ids = list(self._runs.order(chosen))
        rows: list[RunRow] = []
        for start in range(0, len(ids), _AT_ONCE):
            yield Progress(start, len(ids), say("Exporting runs"))
            rows += self._runs.rows(ids[start : start + _AT_ONCE])
        write_whole(path, written(rows, zone))
        return len(rows)
