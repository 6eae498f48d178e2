"""A private desktop for a real window: screen, window manager, session bus, keyring, robot."""

from __future__ import annotations

import json
import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.support.processes import wait_for
from tests.support.session import Session
from tests.support.window import Window

if TYPE_CHECKING:
    from types import TracebackType

DISTRIBUTION_PYTHON = "/usr/bin/python3"
ROBOT = Path(__file__).with_name("robot.py")


class Desktop:
    """Starts applications and finds their windows.

    Args:
        keyring: whether the desktop has an unlocked keyring.
        size: width and height of the screen in pixels.
    """

    def __init__(self, *, keyring: bool = True, size: str = "1280x900") -> None:
        self._size = size
        self.session = Session(keyring=keyring)
        self._ending = ExitStack()
        self._launched = 0

    def __enter__(self) -> Desktop:
        with self._ending:
            self._ending.enter_context(self.session)
            self._start_screen()
            self._start_accessibility()
            self._start_robot()
            self._ending = self._ending.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ending.close()

    def launch(self, *command: str, timeout: float = 60.0, **environment: str) -> Window:
        """Starts an application and waits for its window.

        Args:
            command: the program and its arguments.
            timeout: seconds until the window must be there.
            environment: further variables for it.

        Raises:
            TimeoutError: no window came; the text has what the application printed.
        """
        self._launched += 1
        output = self.session.folder / f"application-{self._launched}.log"
        with output.open("wb") as sink:
            process = self.session.processes.start(
                *command,
                stdout=sink,
                stderr=sink,
                env=self.session.environment | environment,
            )
        try:
            root = self.ask("application", pid=process.pid, timeout=timeout)
        except TimeoutError as error:
            raise TimeoutError(
                f"{error}; exit code {process.poll()}\n{output.read_text(errors='replace')}"
            ) from None
        return Window(self, root, process, output)

    def ask(self, command: str, **arguments: Any) -> Any:
        """Asks the robot; see robot.py for what it knows.

        Raises:
            TimeoutError: what was looked for did not appear.
            RuntimeError: anything else went wrong.
        """
        request = json.dumps({"do": command, "with": arguments}) + "\n"
        assert self._robot.stdin
        assert self._robot.stdout
        self._robot.stdin.write(request.encode())
        self._robot.stdin.flush()
        answer = json.loads(self._robot.stdout.readline() or '{"failed": "the robot ended"}')
        if "missing" in answer:
            raise TimeoutError(answer["missing"])
        if "failed" in answer:
            raise RuntimeError(f"{command}: {answer['failed']}")
        return answer["is"]

    def hand(self, *arguments: object) -> None:
        """Moves the pointer or presses keys, in xdotool's words."""
        subprocess.run(["xdotool", *map(str, arguments)], env=self.session.environment, check=True)

    def screenshot(self, path: Path) -> None:
        """Writes a picture of the whole screen."""
        subprocess.run(
            ["import", "-window", "root", str(path)], env=self.session.environment, check=True
        )

    def _start_screen(self) -> None:
        # -noreset: else the screen forgets its next client when the last one leaves
        number = self.session.processes.start_telling(
            "Xvfb", "-screen", "0", f"{self._size}x24", "-nolisten", "tcp", "-noreset",
            tell="-displayfd {}",
        )  # fmt: skip
        self.session.environment["DISPLAY"] = f":{number}"
        self.session.environment["QT_QPA_PLATFORM"] = "xcb"
        manager = self.session.processes.start("openbox")

        def manages() -> bool:
            if manager.poll() is not None:
                raise RuntimeError("openbox ended")
            ask = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
            return self.session.processes.answers(*ask, containing="window id")

        wait_for(manages, "the window manager")

    def _start_accessibility(self) -> None:
        """An application joins this bus only where it is there first."""
        self.session.environment["GSETTINGS_BACKEND"] = "memory"
        self.session.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self.session.processes.start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        ask = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus",
               "/org/a11y/bus", "org.a11y.Bus.GetAddress"]  # fmt: skip
        wait_for(
            lambda: self.session.processes.answers(*ask, containing="unix:"),
            "the accessibility bus",
        )

    def _start_robot(self) -> None:
        self._robot = self.session.processes.start(
            DISTRIBUTION_PYTHON, str(ROBOT), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
