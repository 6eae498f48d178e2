"""The sections Logs and diagnostics, and Appearance and language."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.services.diagnostics import API_LOGGER, LogRecord
from bcautotask_gui.ui.scheme import use_remembered_scheme
from bcautotask_gui.ui.settings.logs.presenter import LogsPresenter
from bcautotask_gui.ui.switches import notifications_on, single_keys_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme
    from tests.ui.settings.conftest import Room

RECORD = LogRecord("2026-11-23T06:00:00.100Z", "ERROR", "3f2a9c10", "x", "It failed")


class FakeDiagnostics:
    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.failure: Failure | None = None
        self.reports: tuple[str, ...] = ()

    def crashes(self) -> tuple[str, ...]:
        return self.reports

    def read(self, least: str, sought: str) -> tuple[LogRecord, ...]:
        self.asked.append((least, sought))
        return (RECORD,)

    def bundle(self) -> Path:
        if self.failure:
            raise self.failure
        return Path("/srv/profile/diagnostics-1.zip")


@pytest.fixture
def service() -> FakeDiagnostics:
    return FakeDiagnostics()


@pytest.fixture(autouse=True)
def _level_of_calls() -> Iterator[None]:
    logger = logging.getLogger(API_LOGGER)
    before = logger.level
    yield
    logger.setLevel(before)


@pytest.fixture
def logs_room(room: Room, service: FakeDiagnostics, settings: QSettings) -> Room:
    LogsPresenter(
        room.tab.logs, service, settings, room.jobs, room.messages, room.outcome, room.tab
    )
    return room


def test_opening_the_section_reads_the_log(logs_room: Room, service: FakeDiagnostics) -> None:
    logs_room.tab.sections.choose("logs")
    assert service.asked == [("INFO", "")]
    assert logs_room.tab.logs.log.toPlainText() == str(RECORD)
    assert logs_room.tab.logs.count.text() == "1 record"
    assert not logs_room.tab.bar.isVisible()


def test_the_log_is_filtered_once_typing_rests(
    logs_room: Room, service: FakeDiagnostics, qtbot: QtBot
) -> None:
    logs_room.tab.sections.choose("logs")
    logs_room.tab.logs.level.setCurrentIndex(3)
    logs_room.tab.logs.level.activated.emit(3)
    qtbot.keyClicks(logs_room.tab.logs.words, "3f2a")
    qtbot.waitUntil(lambda: service.asked[-1] == ("ERROR", "3f2a"), timeout=60_000)
    assert ("ERROR", "3f2") not in service.asked


def test_what_is_shown_can_be_copied(logs_room: Room) -> None:
    logs_room.tab.sections.choose("logs")
    logs_room.tab.logs.copy.click()
    assert logs_room.messages.copied == [str(RECORD)]


def test_the_newest_report_of_a_crash_can_be_copied(
    logs_room: Room, service: FakeDiagnostics
) -> None:
    page = logs_room.tab.logs
    logs_room.tab.sections.choose("logs")
    assert not page.crash.isVisible()
    service.reports = ("2026-11-24 16:03:00 UTC\nIt broke", "2026-11-20 09:00:00 UTC\nBefore")
    page.ask()
    assert page.rows["crashes"].help.startswith("2 reports, the newest of 2026-11-24 16:03:00 UTC")
    page.crash.click()
    assert logs_room.messages.copied == ["2026-11-24 16:03:00 UTC\nIt broke"]


def test_the_level_of_calls_takes_effect_and_is_remembered(
    logs_room: Room, settings: QSettings
) -> None:
    level = logs_room.tab.logs.api_level
    level.setCurrentIndex(level.findData("DEBUG"))
    level.activated.emit(level.currentIndex())
    assert logging.getLogger(API_LOGGER).level == logging.DEBUG
    assert settings.value("logs/api_level") == "DEBUG"


def test_a_bundle_says_where_it_lies(logs_room: Room) -> None:
    logs_room.tab.logs.bundle.click()
    assert logs_room.tab.logs.rows["bundle"].help == "Made: /srv/profile/diagnostics-1.zip"
    assert logs_room.tab.logs.bundle.isEnabled()


def test_a_bundle_that_cannot_be_made_says_why(logs_room: Room, service: FakeDiagnostics) -> None:
    service.failure = Failure(Kind.BLOCKED, reason="The folder cannot be used: disk full.")
    logs_room.tab.logs.bundle.click()
    assert logs_room.tab.logs.rows["bundle"].help == "The folder cannot be used: disk full."
    assert not logs_room.tab.logs.folder.isVisible()


@pytest.mark.parametrize(("scheme", "dark"), [("dark", True), ("light", False)])
def test_colours_change_at_once_and_are_remembered(
    make: Callable[..., Room], theme: Theme, settings: QSettings, scheme: str, dark: bool
) -> None:
    page = make().tab.appearance
    page.schemes[scheme].click()
    assert theme.dark is dark
    theme.use("light" if dark else "dark")
    use_remembered_scheme(theme, settings)
    assert theme.dark is dark


def test_what_nobody_knows_follows_the_system(theme: Theme, settings: QSettings) -> None:
    settings.setValue("appearance/scheme", "purple")
    use_remembered_scheme(theme, settings)


def test_single_keys_are_on_until_somebody_turns_them_off(room: Room, settings: QSettings) -> None:
    assert single_keys_on(settings)
    changed: list[bool] = []
    room.tab.appearance.single_keys_changed.connect(changed.append)
    room.tab.appearance.single_keys.click()
    assert changed == [False]
    assert not single_keys_on(settings)


def test_notifications_are_off_until_somebody_wants_them(
    make: Callable[..., Room], settings: QSettings
) -> None:
    page = make().tab.appearance
    assert not notifications_on(settings)
    page.notifications.click()
    assert notifications_on(settings)
