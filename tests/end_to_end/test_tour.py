"""The tour performs the main job by itself: on a screen, without one, and honest when it fails."""

from __future__ import annotations

import sqlite3
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import pytest

from bcautotask_gui.profile import Profile
from bcautotask_gui.sandbox.sample import write_sample
from tests.end_to_end.site import APPLICATION, CUSTOMER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.desktop import Desktop

pytestmark = pytest.mark.window

STATIONS = ["runs", "connection-tested", "company-found", "customer-mapped", "preview",
            "ticket-created", "ticket-detail", "blocked"]  # fmt: skip
PATIENCE = 90


class Tour(NamedTuple):
    process: subprocess.Popen[str]
    pictures: Path

    def end(self) -> tuple[int, str, list[str]]:
        """The exit code, what was printed, and the names of the pictures in their order."""
        printed, _ = self.process.communicate(timeout=PATIENCE)
        taken = sorted(self.pictures.glob("*.png"))
        assert all(each.read_bytes().startswith(b"\x89PNG") for each in taken)
        return self.process.returncode, printed, [each.stem[3:] for each in taken]


@pytest.fixture(scope="module")
def tours(desktop: Desktop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Tour]]:
    """Three tours at once: each waits more than it works."""
    folder = tmp_path_factory.mktemp("tours")
    leave_the_customer_out(Profile(folder / "sabotaged"))
    usual = desktop.session.environment
    without_screen = {k: v for k, v in usual.items() if k not in ("DISPLAY", "QT_QPA_PLATFORM")}
    environments = {"xcb": usual, "offscreen": without_screen, "sabotaged": without_screen}
    started = {
        name: begin(folder / name, folder / f"{name}-pictures", environment)
        for name, environment in environments.items()
    }
    yield started
    for tour in started.values():
        tour.process.kill()
        tour.process.communicate()


def begin(profile: Path, pictures: Path, environment: dict[str, str]) -> Tour:
    process = subprocess.Popen(
        [*APPLICATION, "--demo", "--profile", profile, "--tour", pictures],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return Tour(process, pictures)


def leave_the_customer_out(profile: Profile) -> None:
    """The sample of this profile, in which the tour's customer goes by another name."""
    profile.demo_folder.mkdir()
    file = profile.demo_folder / "workspace.sqlite"
    write_sample(f"sqlite:///{file}", now=datetime.now(UTC))
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE customers SET name = 'Somebody' WHERE name = ?", (CUSTOMER,))
    connection.close()


@pytest.mark.parametrize("platform", ["xcb", "offscreen"])
def test_the_tour_does_the_main_job_and_leaves_its_pictures(
    tours: dict[str, Tour], platform: str
) -> None:
    code, printed, pictures = tours[platform].end()
    assert code == 0, printed
    assert pictures == STATIONS
    assert f"{len(STATIONS)} pictures are in" in printed
    assert "Traceback" not in printed


def test_a_tour_that_cannot_do_the_job_says_where_it_stopped(tours: dict[str, Tour]) -> None:
    code, printed, pictures = tours["sabotaged"].end()
    assert code == 1
    assert f"The tour stopped: waited 15 s until {CUSTOMER} is in the list" in printed
    assert pictures == ["failed"]
