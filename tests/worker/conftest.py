"""Jobs that are closed after each test, so that no thread outlives it."""

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pytestqt.qtbot import QtBot

from bcautotask_gui.worker.jobs import Jobs

HANGING = 60_000  # milliseconds after which something hangs; no test expects to wait for it


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """Jobs whose threads have all ended when the test is over."""
    jobs = Jobs()
    yield jobs
    assert jobs.close(HANGING)
    qtbot.waitUntil(lambda: not jobs.running(), timeout=HANGING)
