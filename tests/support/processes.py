"""Programs that the tests start, and the certainty that they end."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Found = TypeVar("Found")


def wait_for(condition: Callable[[], Found], what: str, timeout: float = 60.0) -> Found:
    """Asks until the answer is true, and returns it.

    Args:
        condition: called twenty times a second.
        what: names in the error what did not come.
        timeout: seconds.

    Raises:
        TimeoutError: the answer was never true.
    """
    end = time.monotonic() + timeout
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise TimeoutError(f"waited {timeout:g} s for {what}")
        time.sleep(0.05)


class Processes:
    """Programs that share an environment and a log; `stop` ends them, the last one first."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self.environment = environment
        self._log = log.open("ab")
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, *command: str, **options: Any) -> subprocess.Popen[bytes]:
        """Starts a program in a session of its own; `options` are those of Popen."""
        usual = {
            "stdin": subprocess.DEVNULL,
            "stdout": self._log,
            "stderr": self._log,
            "env": self.environment,
        }
        process = subprocess.Popen(command, start_new_session=True, **(usual | options))
        self._running.append(process)
        return process

    def start_telling(self, *command: str, tell: str) -> str:
        """Starts a program that writes one line to a file descriptor once it is up.

        Args:
            command: the program and its arguments.
            tell: the argument that names the descriptor, with `{}` for its number.

        Returns:
            The line: an address or a display number.
        """
        reading, writing = os.pipe()
        with os.fdopen(reading) as pipe:
            try:
                self.start(*command, *tell.format(writing).split(), pass_fds=(writing,))
            finally:
                os.close(writing)
            line = pipe.readline().strip()
        if not line:
            raise RuntimeError(f"{command[0]} did not start")
        return line

    def answers(self, *command: str, containing: str) -> bool:
        """Whether the command's output contains the text."""
        result = subprocess.run(command, env=self.environment, capture_output=True, check=False)
        return containing.encode() in result.stdout

    def stop(self) -> None:
        """Ends every program and waits for it; who does not listen is killed."""
        for process in reversed(self._running):
            _end(process)
        self._running.clear()
        self._log.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
    if process.poll() is not None:
        return
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(3)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(60)
