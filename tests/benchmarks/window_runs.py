"""The window over a million runs: how long it stands still while a person works in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.services.runs import RunService
from bcautotask_gui.ui.run_checks.filters import Chosen, Range
from bcautotask_gui.ui.run_checks.listing.presenter import ListPresenter
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Jobs
from tests.benchmarks.large_runs import NOW
from tests.benchmarks.measuring import Heartbeat, wait_until

TYPED = "klant 0012"
SORTS = ("customer", "job", "status", "run_at")
_KEY_EVERY = 0.08  # seconds; a quick typist
_STEPS = 120


class RunsWindow:
    """The real tab, list presenter, service, threads and store; no Autotask is needed."""

    def __init__(self, url: str, folder: Path) -> None:
        """Open the database and show the tab."""
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        self._database = open_database(url, may_migrate=False)
        self._jobs = Jobs()
        memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self._tab = RunChecksTab(Theme(app), memory, lambda: NOW)
        runs = RunService(self._database.runs, self._database.settings)
        self._list = ListPresenter(self._tab, runs, self._jobs, self._tab)
        self._tab.resize(1440, 830)
        self._tab.show()
        self._list.refresh()
        self._rest()

    def close(self) -> None:
        """Gives everything back."""
        self._jobs.close(60_000)
        self._tab.close()
        self._tab.deleteLater()
        QApplication.processEvents()
        self._database.close()

    def measure(self) -> Iterator[tuple[str, Heartbeat]]:
        """Each piece of work, and how the window fared meanwhile."""
        works: tuple[tuple[str, Callable[[], None]], ...] = (
            ("opening all runs", self._open_all),
            ("sorting by customer, job, status and time", self._sort),
            ("scrolling to the end", self._scroll),
            ("typing a filter", self._type),
        )
        for what, work in works:
            with self._at_rest_before_and_after(), Heartbeat() as beat:
                work()
                self._rest()
            yield what, beat

    @contextmanager
    def _at_rest_before_and_after(self) -> Iterator[None]:
        self._rest()
        yield
        self._rest()

    def _rest(self) -> None:
        """Waits until nothing is read any more, nor about to be."""
        quiet = [0]

        def is_quiet() -> bool:
            quiet[0] = 0 if self._jobs.running() else quiet[0] + 1
            return quiet[0] > 3

        wait_until(is_quiet)

    def _open_all(self) -> None:
        self._tab.bar.choose(Chosen(view=RunView.ALL, range=Range.ALL))

    def _sort(self) -> None:
        for sort in SORTS:
            self._tab.bar.sort_by(sort, sort == "run_at")
            self._rest()

    def _scroll(self) -> None:
        bar = self._tab.table.verticalScrollBar()
        for step in range(1, _STEPS + 1):
            bar.setValue(bar.maximum() * step // _STEPS)
            _live(0.02)

    def _type(self) -> None:
        for end in range(1, len(TYPED) + 1):
            self._tab.bar.search.setText(TYPED[:end])
            _live(_KEY_EVERY if end % 4 else 0.5)


def _live(seconds: float) -> None:
    """Lets the window live for a while."""
    until = monotonic() + seconds
    wait_until(lambda: monotonic() >= until)
