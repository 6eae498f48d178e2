"""Memory in a process of its own: `python -m tests.benchmarks.remembered app|bare ...`.

`app FOLDER URL` opens all runs of a database, scrolls to their end, and prints the memory and the
libraries that are loaded; `bare` shows an empty window with the same libraries imported.
"""

import gc
import json
import os
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow

from bcautotask_gui.quick_imports import spare_sources
from tests.benchmarks.measuring import wait_until


def memory() -> float:
    """What this process holds of the computer's memory, in MB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def application(folder: str, url: str) -> dict[str, object]:
    """The application after a walk to the end of all runs."""
    from bcautotask_gui.domain.runs import RunView
    from bcautotask_gui.ui.run_checks.filters import Range
    from tests.benchmarks.desk import Desk
    from tests.benchmarks.place import RUNS

    # nobody answers there: the integration is on, and what waits for Autotask waits
    with Desk(url, "http://127.0.0.1:9", Path(folder)) as desk:
        desk.settle()
        before = memory()
        tab = desk.pages._run_checks_tab
        tab.bar.choose(replace(tab.chosen, view=RunView.ALL, range=Range.ALL))
        wait_until(lambda: tab.list.model.rowCount() == RUNS)
        runs, table = tab.list, tab.table
        bar = table.verticalScrollBar()
        for part in range(1, 101):
            bar.setValue(bar.maximum() * part // 100)
            wait_until(lambda: runs.held(runs.model.key_at(table.rowAt(0))) is not None)
        desk.settle()
        return {"before": before, "memory": memory(), "libraries": _libraries()}


def _libraries() -> list[str]:
    ours = ("bcautotask_gui", "tests", "__main__")
    return [name for name in sys.modules if name.split(".")[0] not in ours]


def bare(libraries: list[str]) -> dict[str, object]:
    """An empty window beside the same libraries."""
    for name in libraries:
        try:
            import_module(name)
        except ImportError:  # made at run time by another module, so nothing to import
            continue
    app = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    return {"memory": memory()}


if __name__ == "__main__":
    if sys.argv[1] == "app":
        spare_sources()  # as its start does; the empty window is left as PySide6 makes it
        found = application(*sys.argv[2:])
    else:
        found = bare(json.loads(sys.stdin.read()))
    sys.stdout.write(json.dumps(found) + "\n")
