"""A private D-Bus session: a home folder, a bus, and on request a real keyring, unlocked."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.processes import Processes, wait_for

if TYPE_CHECKING:
    from types import TracebackType

# No service folders: nothing is started on this bus that the tests did not start.
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

# What belongs to the session, or the test process, that we come from.
NOT_INHERITED = (
    "AT_SPI_BUS_ADDRESS",
    "DBUS_SESSION_BUS_ADDRESS",
    "DISPLAY",
    "PYTHON_KEYRING_BACKEND",
    "QT_QPA_PLATFORM",
    "WAYLAND_DISPLAY",
)


class Session:
    """Programs started in `environment` see an empty home, this bus and nobody else's.

    Args:
        keyring: whether a Secret Service answers; without it the session has none at all.
    """

    def __init__(self, *, keyring: bool) -> None:
        # not pytest's folder: a socket's path has at most 107 bytes
        self.folder = Path(tempfile.mkdtemp(prefix="session-", dir="/tmp"))
        self.environment = {k: v for k, v in os.environ.items() if k not in NOT_INHERITED}
        self.environment |= {"HOME": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder)}
        # the tests know the words of the window in English
        self.environment |= {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            self.environment[f"XDG_{kind}_HOME"] = str(self.folder / kind.lower())
        self.processes = Processes(self.environment, self.folder / "session.log")
        self._with_keyring = keyring

    def __enter__(self) -> Session:
        try:
            self._start_bus()
            if self._with_keyring:
                self._start_keyring()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.processes.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start_bus(self) -> None:
        configuration = self.folder / "bus.conf"
        configuration.write_text(BUS.format(folder=self.folder))
        address = self.processes.start_telling(
            "dbus-daemon", "--nofork", f"--config-file={configuration}", tell="--print-address={}"
        )
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address

    def _start_keyring(self) -> None:
        daemon = self.processes.start(
            "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
            stdin=subprocess.PIPE,
        )  # fmt: skip
        assert daemon.stdin
        daemon.stdin.write(b"any password")
        daemon.stdin.close()
        self._wait_for_name("org.freedesktop.secrets")

    def _wait_for_name(self, name: str) -> None:
        ask = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/",
               "org.freedesktop.DBus.NameHasOwner", f"string:{name}"]  # fmt: skip
        wait_for(lambda: self.processes.answers(*ask, containing="true"), name)
