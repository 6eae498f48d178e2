"""Desks at one server; the templates are filled once in the whole run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.ui.theme import Theme
from tests.app.desk import Desk, with_people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def people_url(pg_database: Callable[..., str]) -> str:
    return pg_database("people", with_people)


@pytest.fixture
def desk_of(
    qtbot: QtBot, theme: Theme, people_url: str, tmp_path: Path
) -> Iterator[Callable[[str], Desk]]:
    """Starts the application at a desk with this database login."""
    made: list[Desk] = []

    def start(login: str) -> Desk:
        made.append(Desk(qtbot, theme, people_url, tmp_path, login))
        return made[-1]

    yield start
    for desk in made:
        desk.close()
