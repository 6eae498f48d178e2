"""One group of rows in a process of its own: `python -m tests.benchmarks.group NAME`.

A group is a file `bench_NAME.py` in this folder with a function `rows()` that measures and yields
each `Row` as soon as it is known; its name stands in `GROUPS`, in the order of the table.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests.benchmarks.table import Row

GROUPS = ("autotask", "budget", "runs", "start", "memory", "window")
# no screen is needed, and no person's keyring is met
SURROUNDINGS = {
    "QT_QPA_PLATFORM": "offscreen",
    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
}


class GroupError(Exception):
    """A group ended with an error; what it printed tells why."""


def measured(name: str, folder: Path) -> Iterator[Row]:
    """Runs a group in a new process, so that memory and imports of others do not weigh on it.

    Args:
        name: of the group.
        folder: where groups share what takes long to write.

    Raises:
        GroupError: it ended with an error.
    """
    command = [sys.executable, "-m", __spec__.name, name]
    surroundings = os.environ | SURROUNDINGS | {"BENCH_FOLDER": str(folder)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings) as process:
        assert process.stdout
        for line in process.stdout:
            yield Row(**json.loads(line))
    if process.returncode:
        raise GroupError(name)


def main(name: str) -> None:
    """Measures a group and writes each row as a line of JSON."""
    lines = sys.stdout
    with redirect_stdout(sys.stderr):
        for row in import_module(f"tests.benchmarks.bench_{name}").rows():
            lines.write(json.dumps(asdict(row)) + "\n")
            lines.flush()


if __name__ == "__main__":
    main(sys.argv[1])
