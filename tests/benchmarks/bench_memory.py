"""The memory that 1,000,000 opened runs take, against an empty window with the same libraries."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.measuring import TIMES
from tests.benchmarks.place import RUNS, large_database
from tests.benchmarks.table import Row


def rows() -> Iterator[Row]:
    """All rows of this group."""
    with tempfile.TemporaryDirectory() as name:
        url = large_database(Path(name))
        ours, added, empty = [], [], []
        for at in range(TIMES):
            found = _run("app", str(Path(name) / f"profile-{at}"), url)
            ours.append(found["memory"])
            added.append(found["memory"] - found["before"])
            empty.append(_run("bare", told=json.dumps(found["libraries"]))["memory"])
    yield Row(
        f"memory after opening {RUNS:,} runs and scrolling to the end", median(ours), "MB",
        median(empty), "empty window, same libraries", goal_ratio=1.3,
        cause="the application's own code and pages; the runs add what the next row says",
    )  # fmt: skip
    yield Row(f"memory that {RUNS:,} runs add to a week of them", median(added),
              "MB")  # fmt: skip


def _run(*arguments: str, told: str = "") -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.remembered", *arguments]
    done = subprocess.run(
        command, input=told, check=True, stdout=subprocess.PIPE, text=True, timeout=300
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))
