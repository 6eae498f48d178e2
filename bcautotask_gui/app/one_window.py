"""One window for each profile: a later start asks the first one to come to the front.

The lock file is the truth about who runs; the socket only carries the wish, so that one left by a
crash stands in nobody's way. Qt's network part is loaded when it is needed, after the first paint.
"""

import hashlib
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

# milliseconds for one try; seconds for all of them, since the first may still be starting
_TRY = 1_000
_PATIENCE = 5.0
# characters of the folder that holds the socket
_LONGEST = 60
_WISH = b"come to the front\n"
_HEARD = b"coming\n"


class OneWindow(QObject):
    """Listens for later starts on the same profile.

    Attributes:
        wanted: another start asked for the window.
    """

    wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Nobody is heard before `listen`.

        Args:
            folder: the profile.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._name = _name_of(folder)
        self._server: QLocalServer | None = None

    @property
    def address(self) -> str:
        """Where later starts find it: the path of a socket, on Windows the name of a pipe."""
        return self._server.fullServerName() if self._server else self._name

    @Slot()
    def listen(self) -> None:
        """Begins to listen; only who holds the lock of the profile may do so."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        QLocalServer.removeServer(self._name)  # whoever left it there does not run any more
        self._server.listen(self._name)

    def close(self) -> None:
        """Listens no more."""
        if self._server is not None:
            self._server.close()

    @Slot()
    def _meet(self) -> None:
        assert self._server is not None
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._hear)
            caller.disconnected.connect(caller.deleteLater)

    @Slot()
    def _hear(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        caller = self.sender()
        if isinstance(caller, QLocalSocket) and bytes(caller.readAll().data()) == _WISH:
            caller.write(_HEARD)
            caller.flush()
            self.wanted.emit()


def ask_the_first(folder: Path, patience: float = _PATIENCE) -> bool:
    """Asks the window that runs on a profile to come to the front.

    Args:
        folder: the profile.
        patience: seconds in which a window that is just starting may begin to listen.

    Returns:
        Whether it answered.
    """
    end = time.monotonic() + patience
    while not _ask(_name_of(folder)):
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def _ask(name: str) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    line = QLocalSocket()
    line.connectToServer(name)
    if not line.waitForConnected(_TRY):
        return False
    line.write(_WISH)
    heard = line.waitForReadyRead(_TRY) and bytes(line.readAll().data()) == _HEARD
    line.disconnectFromServer()
    return heard


def _name_of(folder: Path) -> str:
    """In the folder of this login session where there is one, else where Qt puts it.

    Short, because the path of a socket has room for about a hundred bytes.
    """
    mark = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    name = f"bcautotask-gui-{mark}"
    session = os.environ.get("XDG_RUNTIME_DIR", "")
    return f"{session}/{name}" if session and len(session) < _LONGEST else name
