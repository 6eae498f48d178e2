"""One start in a process of its own: `python -m tests.benchmarks.started app|bare MOMENT ...`.

MOMENT is when the parent started it, by the monotonic clock of this computer. What is printed are
the milliseconds since then, as JSON.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

_FIRST_PAINT, _FIRST_PAGE = "first paint", "first page"


class _Stopwatch:
    """Notes when something is done for the first time, and ends once all is done."""

    def __init__(self, begun: float, names: Sequence[str]) -> None:
        self._begun, self._names = begun, names
        self._noted: dict[str, float] = {}

    def note(self, name: str) -> None:
        self._noted.setdefault(name, (time.monotonic() - self._begun) * 1000)
        if set(self._names) <= set(self._noted):
            sys.stdout.write(json.dumps(self._noted) + "\n")
            sys.stdout.flush()
            QTimer.singleShot(0, QApplication.closeAllWindows)


def _painting(window: type[QMainWindow], painted: Callable[[], None]) -> type[QMainWindow]:
    """The same kind of window; tells once the first picture of it is on the screen."""

    class Watched(window):  # type: ignore[misc, valid-type]
        _is_new = True

        def paintEvent(self, event: Any) -> None:
            super().paintEvent(event)
            if self._is_new:
                self._is_new = False
                # its children are painted and all is shown when the event loop goes on
                QTimer.singleShot(0, painted)

    return Watched


def bare(begun: float) -> None:
    """An empty window."""
    watch = _Stopwatch(begun, [_FIRST_PAINT])
    app = QApplication(sys.argv[:1])
    window = _painting(QMainWindow, lambda: watch.note(_FIRST_PAINT))()
    window.resize(1440, 900)
    window.show()
    app.exec()


def application(begun: float, arguments: Sequence[str]) -> None:
    """The application as the command line starts it, until the first runs are in view."""
    from bcautotask_gui.__main__ import main
    from bcautotask_gui.quick_imports import spare_sources

    spare_sources()  # as `main` does before it imports the window
    from bcautotask_gui.app import run

    watch = _Stopwatch(begun, [_FIRST_PAINT, _FIRST_PAGE])
    module = sys.modules[run.__module__]
    painted = _painting(module.MainWindow, lambda: watch.note(_FIRST_PAINT))

    class Watched(painted):  # type: ignore[misc, valid-type]
        def add_page(self, name: str, title: str, widget: Any) -> None:
            super().add_page(name, title, widget)
            if name == "run_checks":
                _watch_list(widget.list, lambda: watch.note(_FIRST_PAGE))

    module.MainWindow = Watched  # type: ignore[attr-defined]
    main(arguments)


def _watch_list(runs: Any, shown: Callable[[], None]) -> None:
    """Tells once rows are on the screen; imports nothing that the start does not import itself."""
    plain = runs.show_first_page

    def show_first_page(rows: Sequence[Any]) -> None:
        plain(rows)
        assert rows
        runs.table.viewport().repaint()
        shown()

    runs.show_first_page = show_first_page


if __name__ == "__main__":
    which, moment, *rest = sys.argv[1:]
    if which == "bare":
        bare(float(moment))
    else:
        application(float(moment), rest)
