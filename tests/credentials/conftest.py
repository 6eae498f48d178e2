"""A real message bus and a real keyring daemon of our own, with a home that vanishes afterwards."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

HANGING = 60  # seconds after which something hangs; no test expects to wait for it

# no service is started by the bus itself: what runs is what a test has started
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

OPENED = """
import json, sys
from bcautotask_gui.credentials.keyring_store import KeyringStore
from bcautotask_gui.domain.errors import Failure

store = KeyringStore(seconds=30)
answers = []
for name, *args in json.load(sys.stdin):
    try:
        answer = getattr(store, name)(*args)
        answers.append(answer if name != "probe" else [answer.standing, answer.backend])
    except Failure as failure:
        answers.append({"failure": failure.kind})
json.dump(answers, sys.stdout)
"""

AWAIT = """
import contextlib, time, secretstorage
with contextlib.closing(secretstorage.dbus_init()) as bus:
    while not secretstorage.check_service_availability(bus):
        time.sleep(0.01)
"""

LOCK = """
import contextlib, secretstorage
with contextlib.closing(secretstorage.dbus_init()) as bus:
    secretstorage.get_default_collection(bus).lock()
"""


@dataclass
class Desktop:
    """One person's session: its environment, and the processes that belong to it."""

    home: Path
    environment: dict[str, str]
    processes: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    def start_bus(self) -> None:
        socket, config = self.home / "bus", self.home / "bus.conf"
        config.write_text(BUS.format(socket=socket))
        bus = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.environment,
        )
        self.processes.append(bus)
        assert bus.stdout is not None
        address = bus.stdout.readline().decode().strip()
        bus.stdout.close()
        assert address, "the message bus did not start"
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address

    def start_keyring(self, password: str) -> None:
        """Starts the daemon, which makes its keyring or opens it with this password."""
        daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.environment,
        )
        self.processes.append(daemon)
        assert daemon.stdin is not None
        daemon.stdin.write(password.encode())
        daemon.stdin.close()
        self.python(AWAIT)

    def ask(self, *calls: tuple[str, ...]) -> list[object]:
        """What a KeyringStore in a process of its own answers to these calls."""
        answers: list[object] = json.loads(self.python(OPENED, json.dumps(calls)))
        return answers

    def lock(self) -> None:
        self.python(LOCK)

    def python(self, code: str, fed: str = "") -> str:
        child = subprocess.run(
            [sys.executable, "-c", code],
            input=fed,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=HANGING,
        )
        assert child.returncode == 0, child.stderr
        return child.stdout

    def end(self) -> None:
        for process in reversed(self.processes):
            process.terminate()
            process.wait(HANGING)


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """A session without bus or keyring; both can be started."""
    home = Path(tempfile.mkdtemp(prefix="bc-keyring-"))  # short: a socket path has a limit
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    desktop = Desktop(home, kept | {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)})
    try:
        yield desktop
    finally:
        desktop.end()
        shutil.rmtree(home)
