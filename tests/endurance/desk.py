"""The measured process: a real window and its robot, `python -m tests.endurance.desk`.

Tells what it measured in lines of JSON; stops acting when a line comes in, and ends at the next.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import logging
import os
import select
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QtMsgType, qInstallMessageHandler

from bcautotask_gui import logs
from bcautotask_gui.app.help import Help
from bcautotask_gui.app.session import Session
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
from bcautotask_gui.sandbox import DEMO_SECRET, DEMO_TRACKING_ID
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.shared.waiting import wait
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.watchdog import LONGEST, WatchedApplication
from tests.endurance.inventory import Inventory
from tests.endurance.robot import Robot

PAGE = os.sysconf("SC_PAGE_SIZE")
# what the plugin without a screen says of itself
OF_THE_PLUGIN = "This plugin does not support"


class Listening(logging.Handler):
    """Keeps what nobody should have to say, and what held up the window."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []
        self.stalls: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if record.name.endswith(".watchdog"):
            self.stalls.append(text)
        elif record.levelno >= logging.ERROR:
            trace = str(record.exc_info[1]) if record.exc_info else ""
            self.errors.append(f"{text} {trace}"[:300])


class Desk:
    """One window over the database and Autotask that the other processes share."""

    def __init__(self, database: str, autotask: str, workspace: str, folder: Path) -> None:
        self.app = WatchedApplication(["desk"])
        self.warnings: list[str] = []
        qInstallMessageHandler(self._hear_qt)
        self.listening = Listening()
        profile = Profile(folder)
        logs.set_up(folder)
        logging.getLogger().addHandler(self.listening)
        theme = Theme(self.app)
        memory = QSettings(str(profile.window_memory), QSettings.Format.IniFormat)
        self.window = MainWindow(theme, memory)
        options = StartOptions(database=database, autotask_url=autotask)
        self.session = Session(options, profile, theme, self.window, memory)
        self.help = Help(theme, self.window, self.session)
        self.theme = theme
        self.session.secrets = secrets = SessionStore()
        for name, value in ((SECRET, DEMO_SECRET), (TRACKING_ID, DEMO_TRACKING_ID)):
            secrets.set(f"{workspace}/sandbox/{name}", value)
        logs.install_hooks(lambda _text, _id: None)

    def _hear_qt(self, kind: QtMsgType, _context: Any, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and OF_THE_PLUGIN not in text:
            self.warnings.append(text)

    def open(self) -> None:
        self.window.show()
        self.session.open()
        end = time.monotonic() + 120
        while self.session.pages is None:
            assert time.monotonic() < end, f"not opened: {self.session.trouble}"
            wait(20)

    def measure(self, robot: Robot) -> dict[str, Any]:
        """Memory and counts of a cleared desk."""
        robot.clear_the_desk()
        roots = (self.app, self.theme, self.session, self.session.frame, self.session.people)
        inventory = Inventory(roots)
        counts = inventory.counts
        told = {name: counts[name] for name in ("running timers", "connections", "orphans")}
        told["objects"] = sum(n for name, n in counts.items() if name.startswith("object "))
        told["threads"] = len(os.listdir("/proc/self/task"))
        told["open files"] = inventory.files
        before = resident()
        ctypes.CDLL(None).malloc_trim(0)  # what was freed and not yet given back is no leak
        return {
            "memory": resident(), "untrimmed": before, "counts": told, "classes": dict(counts),
        }  # fmt: skip

    def close(self) -> bool:
        self.help.close()
        self.window.close_now()
        ended = self.session.close(15_000)
        self.app.watchdog.close()
        return ended


def resident() -> int:
    """Bytes of this process in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE


def is_told() -> bool:
    return bool(select.select([sys.stdin], [], [], 0)[0]) and bool(sys.stdin.readline())


def say(kind: str, **values: Any) -> None:
    sys.stdout.write(json.dumps({"kind": kind, **values}) + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("database", "autotask", "workspace", "folder"):
        parser.add_argument(name)
    parser.add_argument("seed", type=int)
    parser.add_argument("warm_up", type=float, help="seconds")
    given = parser.parse_args()
    desk = Desk(given.database, given.autotask, given.workspace, Path(given.folder))
    desk.open()
    robot = Robot(desk.window, desk.session, desk.help, given.seed)
    robot.rest()
    begun, is_warm, is_over = time.monotonic(), False, False
    memory: list[tuple[float, int]] = []
    while not (is_over and is_warm):
        is_over = is_over or is_told()
        robot.act()
        memory.append((round(time.monotonic() - begun, 1), resident()))
        if not is_warm and robot.is_warm and time.monotonic() - begun > given.warm_up:
            is_warm = True
            desk.listening.stalls.clear()  # what is built for the first time may take longer
            say("warm", **desk.measure(robot))
    robot.dismiss()
    say("rests", acts=dict(robot.done), memory=memory)
    while not is_told():  # it looks by itself for what a fault left open
        wait(50)
    stalls = list(desk.listening.stalls)
    say("end", **desk.measure(robot))
    ended = desk.close()
    say("closed", ended=ended, warnings=desk.warnings, errors=desk.listening.errors,
        stalls=stalls, longest=LONGEST)  # fmt: skip
    os._exit(0)  # objects of Qt die in no order; all that counts was told


if __name__ == "__main__":
    main()
