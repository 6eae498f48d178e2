"""Starts the application: profile, log and window first, the rest in a worker; ends in reverse."""

import logging
import os
import shutil
import sys
from collections.abc import Callable

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
from bcautotask_gui.app.help import Help
from bcautotask_gui.app.session import Session
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile, usual_folder
from bcautotask_gui.ui.language import remembered_language, use_language
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.settings.appearance.page import use_remembered_scheme
from bcautotask_gui.ui.theme import Theme

log = logging.getLogger(__name__)

# milliseconds that the lanes get to end
DEADLINE = 15_000
ALREADY_RUNNING = 3

Perform = Callable[[Session], int]


def run(options: StartOptions, perform: Perform | None = None) -> int:
    """Runs the application until its window is closed.

    Args:
        options: what the command line asked for.
        perform: carried out in the window once it is ready; its answer becomes the exit code.

    Returns:
        The exit code.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("bcautotask-gui")
    app.setApplicationDisplayName("Backupchecks Autotask")
    app.setApplicationVersion(__version__)
    profile = Profile(options.profile or usual_folder())
    lock = QLockFile(str(profile.lock_file))
    if not lock.tryLock(0):
        sys.stderr.write(f"The application already runs on the profile {profile.folder}.\n")
        return ALREADY_RUNNING
    logs.set_up(profile.folder)
    qInstallMessageHandler(_log_qt)
    try:
        while True:
            code, again = _run(app, options, profile, perform)
            if again is None:
                return code
            options = again
            if options.without_sample:
                shutil.rmtree(profile.demo_folder, ignore_errors=True)
    finally:
        qInstallMessageHandler(None)
        logs.tear_down()
        lock.unlock()


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """What Qt has to say belongs into the log, not onto a terminal."""
    is_serious = kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    log.log(logging.ERROR if is_serious else logging.INFO, "Qt: %s", text)


def _give_up(app: QApplication, session: Session) -> None:
    """Nobody looks at the window then, so the reason goes to the terminal."""
    sys.stderr.write(f"{session.trouble}\n")
    app.exit(1)


def _run(
    app: QApplication, options: StartOptions, profile: Profile, perform: Perform | None
) -> tuple[int, StartOptions | None]:
    """One session from its window to its end; the second value says how to begin anew."""
    theme = Theme(app)
    memory = QSettings(str(profile.window_memory), QSettings.Format.IniFormat)
    use_language(app, remembered_language(memory))
    use_remembered_scheme(theme, memory)
    window = MainWindow(theme, memory)
    session = Session(options, profile, theme, window, memory)
    Help(theme, window, session)
    put_back = logs.install_hooks(session.report_crash)
    log.info("version %s begins", __version__)
    if perform:
        session.ready.connect(lambda: QTimer.singleShot(0, lambda: app.exit(perform(session))))
        session.failed.connect(lambda: _give_up(app, session))
    # the window paints before anything heavy is imported
    QTimer.singleShot(0, session.open)
    window.show()
    code = app.exec()
    has_ended = session.close(DEADLINE)
    app.processEvents()  # what ended jobs still tell reaches a window that is there
    put_back()
    log.info("ended with code %s", code)
    if not has_ended:
        # a prompt that nobody answers would hold the exit for ever
        logs.tear_down()
        os._exit(code)
    return code, session.next_start
