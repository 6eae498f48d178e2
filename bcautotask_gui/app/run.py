"""Starts the application: profile, log and window first, the rest in a worker; ends in reverse."""

import logging
import os
import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import (
    QLockFile,
    QMessageLogContext,
    QSettings,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from bcautotask_gui import __version__, logs
from bcautotask_gui.app.crashes import CrashReports
from bcautotask_gui.app.loading import load_rooms
from bcautotask_gui.app.one_window import OneWindow, ask_the_first
from bcautotask_gui.app.versions import versions
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile, usual_folder
from bcautotask_gui.ui.language import Language, remembered_language, use_language
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.opening.page import OpeningPage
from bcautotask_gui.ui.scheme import use_remembered_scheme
from bcautotask_gui.ui.shared.icons import application_icon
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.garbage import GarbageCollector
from bcautotask_gui.worker.watchdog import WatchedApplication

if TYPE_CHECKING:
    from bcautotask_gui.app.session import Session

log = logging.getLogger(__name__)

# milliseconds that the lanes get to end
DEADLINE = 15_000
ALREADY_RUNNING = 3

Perform = Callable[["Session"], int]


def run(options: StartOptions, perform: Perform | None = None) -> int:
    """Runs the application until its window is closed.

    Args:
        options: what the command line asked for.
        perform: carried out in the window once it is ready; its answer becomes the exit code.

    Returns:
        The exit code.
    """
    app = WatchedApplication(sys.argv[:1]) if options.names_stalls else QApplication(sys.argv[:1])
    app.setApplicationName("bcautotask-gui")
    app.setApplicationDisplayName("Backupchecks Autotask")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("bcautotask-gui")
    profile = Profile(options.profile or usual_folder())
    lock = QLockFile(str(profile.lock_file))
    if not lock.tryLock(0):
        return _leave_to_the_first(profile, performs=perform is not None)
    logs.set_up(profile.folder)
    crashes = CrashReports(profile.folder, versions())
    qInstallMessageHandler(_log_qt)
    garbage = GarbageCollector()
    try:
        while True:
            code, again = _run(app, options, profile, perform, crashes, garbage)
            crashes.earlier = None  # told once
            if again is None:
                return code
            options = again
            if options.without_sample:
                shutil.rmtree(profile.demo_folder, ignore_errors=True)
    finally:
        garbage.close()
        qInstallMessageHandler(None)
        if isinstance(app, WatchedApplication):
            app.watchdog.close()
        crashes.close()
        logs.tear_down()
        lock.unlock()


def _leave_to_the_first(profile: Profile, *, performs: bool) -> int:
    """The window that runs on this profile comes to the front; this start ends.

    Args:
        profile: what both want.
        performs: whether this start was to do something by itself, which the first will not do.
    """
    told = f"The application already runs on the profile {profile.folder}"
    if performs or not ask_the_first(profile.folder):
        _say(sys.stderr, f"{told}.")
        return ALREADY_RUNNING
    _say(sys.stdout, f"{told}; its window comes to the front.")
    return 0


def _say(stream: TextIO | None, sentence: str) -> None:
    """On Windows a program with windows has no terminal at all."""
    if stream is not None:
        stream.write(f"{sentence}\n")


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """What Qt has to say belongs into the log, not onto a terminal."""
    is_serious = kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    log.log(logging.ERROR if is_serious else logging.INFO, "Qt: %s", text)


def _give_up(app: QApplication, session: "Session") -> None:
    """Nobody looks at the window then, so the reason goes to the terminal."""
    _say(sys.stderr, session.trouble)
    app.exit(1)


def _run(
    app: QApplication,
    options: StartOptions,
    profile: Profile,
    perform: Perform | None,
    crashes: CrashReports,
    garbage: GarbageCollector,
) -> tuple[int, StartOptions | None]:
    """One session from its window to its end; the second value says how to begin anew."""
    theme = Theme(app)
    memory = QSettings(str(profile.window_memory), QSettings.Format.IniFormat)
    # what is performed finds its way by the English words
    use_language(app, Language.ENGLISH if perform else remembered_language(memory))
    use_remembered_scheme(theme, memory)
    window = MainWindow(theme, memory)
    log.info("version %s begins", __version__)
    if not _shown_and_loaded(theme, window):
        return 0, None
    garbage.start()
    from bcautotask_gui.app.help import Help
    from bcautotask_gui.app.session import Session

    session = Session(options, profile, theme, window, memory)
    Help(theme, window, session)
    put_back = logs.install_hooks(session.report_crash)
    if perform:
        session.ready.connect(lambda: QTimer.singleShot(0, lambda: app.exit(perform(session))))
        session.failed.connect(lambda: _give_up(app, session))
    QTimer.singleShot(0, session.open)
    door = OneWindow(profile.folder)
    door.wanted.connect(window.come_to_front)
    QTimer.singleShot(0, door.listen)
    QTimer.singleShot(0, lambda: app.setWindowIcon(application_icon()))
    if crashes.earlier is not None:
        session.ready.connect(session.tell_earlier_crash)
    code = app.exec()
    has_ended = session.close(DEADLINE)
    app.processEvents()  # what ended jobs still tell reaches a window that is there
    door.close()
    put_back()
    log.info("ended with code %s", code)
    if not has_ended:
        # a prompt that nobody answers would hold the exit for ever
        crashes.close()
        logs.tear_down()
        os._exit(code)
    return code, session.next_start


def _shown_and_loaded(theme: Theme, window: MainWindow) -> bool:
    """Shows the window before anything heavy is imported; whether it is still open after that."""
    opening = OpeningPage(theme)
    window.cover(opening)
    if QApplication.platformName() != "offscreen":  # whose screen nobody sees, and is small
        window.fit(window.screen().availableSize())
    window.show()
    load_rooms(window)
    window.uncover()
    opening.deleteLater()
    return window.isVisible()
