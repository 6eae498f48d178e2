"""Two real processes on one profile: the second brings the window of the first to the front."""

from __future__ import annotations

import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.site import APPLICATION, ended
from tests.support.processes import wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.desktop import Desktop
    from tests.support.window import Window

pytestmark = pytest.mark.window

PATIENCE = 60.0


def start(desktop: Desktop, profile: Path) -> Window:
    return desktop.launch(*APPLICATION, "--demo", "--profile", str(profile), timeout=PATIENCE)


def start_again(desktop: Desktop, profile: Path, *further: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*APPLICATION, "--demo", "--profile", str(profile), *further],
        env=desktop.session.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def has_active_window(desktop: Desktop) -> bool:
    return desktop.session.processes.answers("xdotool", "getactivewindow", containing="\n")


def is_in_view(desktop: Desktop, window: Window) -> bool:
    ask = ["xdotool", "search", "--onlyvisible", "--pid", str(window.process.pid)]
    return desktop.session.processes.answers(*ask, containing="\n")


def test_a_second_start_brings_the_minimised_window_back(desktop: Desktop, tmp_path: Path) -> None:
    with ended(start(desktop, tmp_path)) as window:
        window.find("page tab", "Run Checks", timeout=PATIENCE)
        wait_for(lambda: has_active_window(desktop), "a window to be active", PATIENCE)
        desktop.hand("getactivewindow", "windowminimize")
        wait_for(lambda: not is_in_view(desktop, window), "the window to go", PATIENCE)
        second = start_again(desktop, tmp_path)
        assert (second.returncode, second.stderr) == (0, "")
        assert second.stdout.endswith("its window comes to the front.\n")
        wait_for(lambda: is_in_view(desktop, window), "the window to come back", PATIENCE)
        tour = start_again(desktop, tmp_path, "--tour", str(tmp_path / "tour"))
        assert tour.returncode == 3
        assert tour.stderr == f"The application already runs on the profile {tmp_path}.\n"
        assert window.close(PATIENCE) == 0


def test_what_a_killed_one_left_stands_in_nobodys_way(desktop: Desktop, tmp_path: Path) -> None:
    with ended(start(desktop, tmp_path)) as window:
        window.find("page tab", "Run Checks", timeout=PATIENCE)
        window.process.send_signal(signal.SIGKILL)
        window.process.wait(PATIENCE)
    with ended(start(desktop, tmp_path)) as window:
        window.find("page tab", "Run Checks", timeout=PATIENCE)
        assert start_again(desktop, tmp_path).returncode == 0
        assert window.close(PATIENCE) == 0
