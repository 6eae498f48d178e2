"""Whatever a damaged disk or a curious person left in the profile: remembered, or forgotten."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QPoint, QSettings, QSize

from bcautotask_gui.domain.audit_chain import Link
from bcautotask_gui.profile import Profile
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.settings.appearance.page import AppearancePage, use_remembered_scheme
from bcautotask_gui.ui.shared.column import Column
from bcautotask_gui.ui.shared.table_model import RowsModel
from bcautotask_gui.ui.shared.table_view import TableView
from bcautotask_gui.ui.theme import Theme
from tests.fuzz.foreign import ANYTHING, TEXTS, as_json, judge, searching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

NAMES = (
    "id", "database", "set-up step", "lock after minutes", "last sending in w",
    "restored copy noticed in w", "newest entry in w",
)  # fmt: skip
NOTES = st.dictionaries(st.sampled_from(NAMES), ANYTHING)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    yield made
    made.use("light")


@searching(150)
@given(st.one_of(as_json(NOTES), as_json(NOTES), st.binary(max_size=40)))
@example(b"[" * 5000)
@example(json.dumps({"last sending in w": "many"}).encode())
@example(json.dumps({"restored copy noticed in w": "2026-11-23T09:00:00"}).encode())
@example(json.dumps({"newest entry in w": [1]}).encode())
def test_a_profile_remembers_or_has_forgotten(folder: Path, content: bytes) -> None:
    (folder / "profile.json").write_bytes(content)
    profile = Profile(folder)
    memory, trail = profile.send_memory("w"), profile.trail_memory("w")
    judge((profile.id, profile.database, profile.set_up_step, profile.lock_minutes))
    judge((memory.last_sending(), memory.restored_at(), trail.newest_entry()))
    assert memory.last_sending() >= 0
    assert profile.id == Profile(folder).id
    memory.remember_sending(7)
    trail.remember_entry(Link(3, "hash"))
    assert (memory.last_sending(), trail.newest_entry()) == (7, Link(3, "hash"))


REMEMBERED = st.one_of(
    TEXTS.filter(lambda text: "\x00" not in text),
    st.lists(TEXTS, max_size=3),
    st.lists(st.sampled_from(["name:200:shown", "name:99999999999:shown", "count:-3:hidden",
                              "count:" + "9" * 5000 + ":x", "count:0:hidden", ":::"]), max_size=4),
    st.binary(max_size=40).map(QByteArray),
    st.integers(-(2**31), 2**31 - 1),
    st.floats(),
    st.booleans(),
    st.just(QSize(3, 4)),
    st.just(QPoint(3, 4)),
    st.just({"a": 1}),
    st.none(),
)  # fmt: skip
KEYS = (
    "window/geometry", "window/page", "appearance/scheme", "appearance/single_keys",
    "tables/list/columns",
)  # fmt: skip


class Row:
    key, name, count = 1, "one", 1


COLUMNS = (
    Column("name", "Name", lambda row: row.name, width=200, stretch=True),
    Column("count", "Count", lambda row: str(row.count), width=80),
)


@searching(60)
@given(st.dictionaries(st.sampled_from(KEYS), REMEMBERED))
@example({"window/geometry": "no geometry"})
@example({"tables/list/columns": QSize(3, 4)})
@example({"tables/list/columns": ["name:99999999999:shown"]})
@example({"tables/list/columns": ["name:" + "9" * 5000 + ":shown"]})
def test_a_window_opens_with_whatever_it_remembers(
    theme: Theme, folder: Path, remembered: dict[str, object]
) -> None:
    file = folder / "window.ini"
    file.unlink(missing_ok=True)
    written = QSettings(str(file), QSettings.Format.IniFormat)
    for key, value in remembered.items():
        written.setValue(key, value)
    written.sync()
    memory = QSettings(str(file), QSettings.Format.IniFormat)
    use_remembered_scheme(theme, memory)
    window = MainWindow(theme, memory)
    table = TableView(theme, RowsModel(COLUMNS), "List", memory=(memory, "list"))
    window.add_page("list", "List", table)
    page = AppearancePage(theme, memory)
    assert 0 < table.columnWidth(0) < 100_000
    for widget in (page, window):
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@searching()
@given(st.one_of(st.binary(max_size=200), st.lists(TEXTS).map("\n".join).map(
    lambda text: text.encode("utf-8", "replace"))))  # fmt: skip
def test_any_file_is_a_memory_of_a_window(folder: Path, content: bytes) -> None:
    file = folder / "other.ini"
    file.write_bytes(b"[tables]\nlist\\columns=" + content + b"\n[window]\ngeometry=" + content)
    memory = QSettings(str(file), QSettings.Format.IniFormat)
    assert isinstance(memory.allKeys(), list)
    for key in KEYS:
        memory.value(key)
