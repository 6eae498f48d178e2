"""Settings are read one at a time, and a save overtakes a reading that is on its way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.app.settings_reading import SettingsReading
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.worker.inline import InlineJobs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication


class Store:
    """Settings in memory; something may happen between reading them and the answer."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.meanwhile: Callable[[], None] = lambda: None

    def save(self) -> None:
        self.settings = replace(self.settings, version=self.settings.version + 1)

    def read(self) -> Settings:
        found = self.settings
        meanwhile, self.meanwhile = self.meanwhile, lambda: None
        meanwhile()
        return found


@pytest.fixture
def jobs(qapp: QApplication) -> InlineJobs:
    return InlineJobs(deferred=True)


def finish(jobs: InlineJobs) -> None:
    while jobs._waiting:
        jobs.run_next()


@pytest.fixture
def told(jobs: InlineJobs) -> list[int]:
    return []


@pytest.fixture
def reading(jobs: InlineJobs, told: list[int]) -> SettingsReading:
    made = SettingsReading(jobs, jobs)
    made.answered.connect(lambda settings: told.append(settings.version))
    return made


def test_of_two_readings_the_newer_counts_whichever_answers_last(
    jobs: InlineJobs, reading: SettingsReading, told: list[int]
) -> None:
    store = Store()

    def again() -> None:
        store.save()
        reading.begin(store)  # type: ignore[arg-type]
        finish(jobs)

    store.meanwhile = again
    reading.begin(store)  # type: ignore[arg-type]
    finish(jobs)
    assert told == [1]


def test_a_save_overtakes_the_reading_that_is_on_its_way(
    jobs: InlineJobs, reading: SettingsReading, told: list[int]
) -> None:
    store = Store()

    def saved() -> None:
        store.save()
        reading.overtake()
        finish(jobs)

    store.meanwhile = saved
    reading.begin(store)  # type: ignore[arg-type]
    finish(jobs)
    assert told == [1]


def test_a_save_reads_nothing_where_no_reading_is_on_its_way(
    jobs: InlineJobs, reading: SettingsReading, told: list[int]
) -> None:
    store = Store()
    reading.begin(store)  # type: ignore[arg-type]
    finish(jobs)
    reading.overtake()
    assert not jobs.running()
    assert told == [0]
