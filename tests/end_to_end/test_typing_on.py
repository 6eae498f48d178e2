"""Somebody goes on typing while the database still looks for what they typed before."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from bcautotask_gui.database.engine import open_database
from bcautotask_gui.services.runs import RunService
from bcautotask_gui.ui.run_checks.filters import Range
from bcautotask_gui.ui.run_checks.listing.presenter import ListPresenter
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Jobs
from tests.database.world import NOW, fill_with_sample, sql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SECONDS = 60_000
# whoever looks at what objects say waits until somebody ends it
_SLOW = (
    "CREATE FUNCTION slowly(found text) RETURNS text LANGUAGE plpgsql STABLE "
    "AS 'BEGIN PERFORM pg_sleep(25); RETURN found; END'",
    "ALTER TABLE mail_objects RENAME TO held_objects",
    "CREATE VIEW mail_objects AS SELECT id, mail_message_id, object_name, object_type, status, "
    "slowly(error_message) AS error_message FROM held_objects",
)
_SLEEPING = (
    "SELECT count(*) FROM pg_stat_activity "
    "WHERE datname = current_database() AND wait_event = 'PgSleep'"
)


@pytest.fixture
def url(pg_database: Callable[..., str]) -> str:
    made = pg_database("sample", fill_with_sample)
    for statement in _SLOW:
        sql(made, statement)
    return made


class Desk:
    """The real list over a real database and real threads."""

    def __init__(self, app: QApplication, folder: Path, url: str) -> None:
        self.database = open_database(url, may_migrate=False)
        self.jobs = Jobs()
        memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.tab = RunChecksTab(Theme(app), memory, lambda: NOW.astimezone(UTC))
        runs = RunService(self.database.runs, self.database.settings)
        self.list = ListPresenter(self.tab, runs, self.jobs, self.tab)
        self.tab.bar.range.choose_data(Range.ALL)

    def search(self, text: str) -> None:
        """Types a text and pauses."""
        self.tab.bar.search.setText(text)
        self.tab.bar.search._say()

    def is_at_rest(self) -> bool:
        return not self.jobs.running()

    def close(self) -> None:
        assert self.jobs.close(SECONDS)
        self.tab.close()
        self.tab.deleteLater()
        self.database.close()


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, url: str) -> Iterator[Desk]:
    made = Desk(qapp, tmp_path, url)
    yield made
    made.close()


def is_sleeping(url: str) -> bool:
    return sql(url, _SLEEPING)[0][0] > 0


def test_typing_on_ends_the_search_on_the_server_and_the_next_one_is_shown(
    desk: Desk, url: str, qtbot: QtBot
) -> None:
    desk.list.refresh()
    qtbot.waitUntil(desk.is_at_rest, timeout=SECONDS)
    everything = desk.tab.list.model.rowCount()
    desk.search("a")
    qtbot.waitUntil(lambda: is_sleeping(url), timeout=SECONDS)
    desk.search("")
    qtbot.waitUntil(desk.is_at_rest, timeout=SECONDS)
    assert not is_sleeping(url)
    assert desk.tab.list.notice.isHidden()
    assert desk.tab.list.model.rowCount() == everything > 0


def test_closing_ends_the_search_on_the_server(desk: Desk, url: str, qtbot: QtBot) -> None:
    desk.search("a")
    qtbot.waitUntil(lambda: is_sleeping(url), timeout=SECONDS)
    assert desk.jobs.close(SECONDS)
    assert not is_sleeping(url)
