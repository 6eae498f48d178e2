"""Loads what stands behind the window once there is something to see."""

import gc
from collections.abc import Iterable
from importlib import import_module

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from bcautotask_gui.worker.jobs import Jobs, Lane

# milliseconds; an import cannot be stopped, and takes less
_DEADLINE = 60_000
# milliseconds after which a window that is never painted, such as a minimised one, is let be
_LATEST = 1_000
_WITHOUT_QT = "bcautotask_gui.app.wiring"
"""Rules, services and stores: most of what there is to load."""
_FIRST_PAGE = (
    "bcautotask_gui.ui.shared.table_view",
    "bcautotask_gui.ui.run_checks.run_list",
    "bcautotask_gui.ui.run_checks.pane",
    "bcautotask_gui.ui.run_checks.tab",
    "bcautotask_gui.ui.run_checks.presenter",
    "bcautotask_gui.ui.run_checks.deciding.presenter",
    "bcautotask_gui.app.session",
    "bcautotask_gui.app.help",
)
OTHER_PAGES = (
    "bcautotask_gui.ui.customers.panel",
    "bcautotask_gui.ui.customers.presenter",
    "bcautotask_gui.ui.settings.form_page",
    "bcautotask_gui.ui.settings.connection.presenter",
    "bcautotask_gui.ui.settings.audit.presenter",
    "bcautotask_gui.ui.settings.tab",
    "bcautotask_gui.app.settings_page",
)


class _FirstPaint(QObject):
    """Tells once that a window was painted."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        window.installEventFilter(self)
        QTimer.singleShot(_LATEST, self._tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears of the paint; all of it is on the screen in the next round of events."""
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self._tell)
        return super().eventFilter(watched, event)

    @Slot()
    def _tell(self) -> None:
        self._window.removeEventFilter(self)
        self.painted.emit()


class WindowImports(QObject):
    """Imports modules of the window on the GUI thread, one with each round of events.

    PySide6 finds the class of an object without a lock, in a table that grows with every class
    that is made. Made in a lane, a class ends the process now and then, most often where a screen
    reader asks for the window's objects meanwhile. Part by part, none of them holds up the window.
    """

    finished = Signal()

    def __init__(self, names: Iterable[str], parent: QObject | None = None) -> None:
        """Build it.

        Args:
            names: of the modules; what another one builds on comes first.
            parent: Qt's parent; once it is gone, nothing more is imported.
        """
        super().__init__(parent)
        self._names = iter(names)
        self._turn = QTimer(self)  # of ours, so that it ends with us
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._import_next)

    @Slot()
    def begin(self) -> None:
        """Imports them all, until nothing is left; then tells so."""
        self._turn.start()

    @Slot()
    def _import_next(self) -> None:
        """An error is left to whoever needs the module."""
        name = next(self._names, None)
        if name is None:
            self.finished.emit()
            return
        self._turn.start()
        import_module(name)


def load_rooms(window: QWidget) -> None:
    """Imports rules, stores and the first page, which takes most of a start, while a window lives.

    What knows no Qt is imported in a lane.

    Args:
        window: just shown; it is painted first.
    """
    jobs, loop, first = Jobs(), QEventLoop(), _FirstPaint(window)
    page = WindowImports(_FIRST_PAGE)
    page.finished.connect(loop.quit)
    begun: list[object] = []

    def begin() -> None:
        if not begun:
            job = jobs.run(Lane.LOCAL, import_module, _WITHOUT_QT)
            begun.append(job)
            job.finished.connect(page.begin)

    first.painted.connect(begin)
    loop.exec()  # ends, too, where the window is closed meanwhile
    jobs.close(_DEADLINE)
    # what stays for good is looked at by no collection, or each would stall the window
    gc.freeze()
