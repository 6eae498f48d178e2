"""How soon there is something to see, against an empty window."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bcautotask_gui.sandbox.sample import write_sample
from tests.benchmarks.measuring import TIMES
from tests.benchmarks.table import Row

BARE = "empty PySide6 window"


def rows() -> Iterator[Row]:
    """All rows of this group."""
    with tempfile.TemporaryDirectory() as name:
        profile = Path(name)
        url = f"sqlite:///{profile / 'workspace.sqlite'}"
        write_sample(url, now=datetime.now(UTC))
        starts, empty = [], []
        for _ in range(TIMES + 1):  # the first of each does not count: it fills what is cached
            empty.append(_start(profile, "bare"))
            starts.append(_start(profile, "app", "--profile", name, "--database", url))
    bare = median(each["first paint"] for each in empty[1:])
    for what, goal in (("first paint", 1.6), ("first page", 3.0)):
        ours = median(each[what] for each in starts[1:])
        yield Row(_NAMES[what], ours, "ms", bare, BARE, goal_ratio=goal, cause=_CAUSES[what])


_CAUSES = {
    "first paint": "Python imports theme, frame and log first, and PySide6 makes the enums of each "
    "Qt class that they name; an empty window names none",
    "first page": "Python imports Run Checks, the services and SQLAlchemy first, which is most of "
    "it; the window is painted and answers meanwhile",
}
_NAMES = {
    "first paint": "start to the first paint of the window",
    "first page": "start to the first page of runs",
}


def _start(folder: Path, *arguments: str) -> dict[str, float]:
    """One start, with modules compiled by the one before, as they are where it is installed."""
    compiled = {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-m", "tests.benchmarks.started", arguments[0]]
    begun = time.monotonic()
    done = subprocess.run(
        [*command, str(begun), *arguments[1:]],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | compiled,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))
