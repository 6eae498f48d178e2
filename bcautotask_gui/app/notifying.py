"""Tells through the desktop that long work ended, where nobody is looking at the window."""

import logging
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.switches import notifications_on
from bcautotask_gui.worker.jobs import Jobs, Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.worker.job import Job

log = logging.getLogger(__name__)

LONG = 10.0
"""Seconds from which on people turn to something else."""


class Notifying(QObject):
    """Watches work that tells its progress; off unless it was switched on for this computer."""

    def __init__(
        self,
        window: MainWindow,
        memory: QSettings,
        jobs: Jobs,
        send: "Callable[[str, str], None] | None" = None,
        now: "Callable[[], float]" = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """Begins to watch.

        Args:
            window: where the outcome is said, and whose absence from view counts.
            memory: holds the switch.
            jobs: the work.
            send: shows heading and sentence outside the window; None for the desktop's own way.
            now: seconds of a steady clock.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._window, self._memory, self._jobs = window, memory, jobs
        self._send = send or self._through_the_desktop
        self._now = now
        self._since: dict[int, float] = {}
        self._tray: QSystemTrayIcon | None = None
        jobs.changed.connect(self._look)

    @Slot()
    def _look(self) -> None:
        for job in self._jobs.running():
            if job.key not in self._since:
                self._since[job.key] = self._now()
                job.finished.connect(self._ended)

    @Slot(object)
    def _ended(self, job: "Job") -> None:
        lasted = self._now() - self._since.pop(job.key)
        tells = job.progress is not None and bool(job.progress.what)
        if tells and lasted >= LONG and not job.stopped and notifications_on(self._memory):
            # whoever started the work says first how it ended
            QTimer.singleShot(0, self._tell)

    @Slot()
    def _tell(self) -> None:
        if QApplication.activeWindow() is None or self._window.isMinimized():
            self._send(QApplication.applicationDisplayName(), self._window.status.outcome.sentence)

    def _through_the_desktop(self, heading: str, sentence: str) -> None:
        if sys.platform == "linux":
            self._jobs.run(Lane.LOCAL, _over_the_bus, heading, sentence)
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.messageClicked.connect(self._window.come_to_front)
        self._tray.show()
        self._tray.showMessage(heading, sentence, self._window.windowIcon())


def _over_the_bus(heading: str, sentence: str) -> None:
    """Asks the desktop's notification service, which not every desktop has."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    service = DBusAddress(
        "/org/freedesktop/Notifications",
        bus_name="org.freedesktop.Notifications",
        interface="org.freedesktop.Notifications",
    )
    name = "bcautotask-gui"
    hints = {"desktop-entry": ("s", name)}
    body: tuple[object, ...] = (heading, 0, name, heading, sentence, [], hints, -1)
    try:
        with open_dbus_connection() as bus:
            message = new_method_call(service, "Notify", "susssasa{sv}i", body)
            bus.send_and_get_reply(message, timeout=5)
    except (OSError, KeyError, TimeoutError, ValueError) as error:
        log.info("The desktop shows no notifications: %s", error)
