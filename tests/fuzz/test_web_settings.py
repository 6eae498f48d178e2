"""Whatever lies in the columns of the web application's settings: values of the form, or none."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bcautotask_gui.database.engine import open_database
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.settings_rules import problems_of
from bcautotask_gui.domain.web_settings import taken_over
from bcautotask_gui.sandbox.sample import write_sample
from tests.fuzz.foreign import LARGEST, TEXTS, judged, searching

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bcautotask_gui.database.engine import Database

COLUMNS = (
    "autotask_environment", "autotask_api_username", "autotask_base_url", "ui_timezone",
    "autotask_default_queue_id", "autotask_default_ticket_source_id",
    "autotask_default_ticket_status", "autotask_priority_warning", "autotask_priority_error",
)  # fmt: skip
CELLS = st.one_of(
    st.none(),
    st.sampled_from(["sandbox", "Production ", "Europe/Amsterdam", "../../etc/passwd", "Europe"]),
    TEXTS.filter(lambda text: not any("\ud800" <= each <= "\udfff" for each in text)),
    st.integers(-LARGEST, LARGEST - 1),
    st.floats(),
    st.binary(max_size=12),
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Database]]:
    file = tmp_path_factory.mktemp("web") / "workspace.sqlite"
    write_sample(f"sqlite:///{file}", now=datetime.now(UTC), runs=20)
    database = open_database(f"sqlite:///{file}", may_migrate=True)
    yield file, database
    database.close()


@searching()
@given(st.lists(CELLS, min_size=len(COLUMNS), max_size=len(COLUMNS)))
@example([b"sandbox", b"\xff", 7, 1.5, "queue", b"8", "1", float("inf"), -1])
def test_what_is_taken_over_can_be_kept_or_is_a_sentence(
    opened: tuple[Path, Database], cells: list[object]
) -> None:
    file, database = opened
    names = ", ".join(f"{name} = ?" for name in COLUMNS)
    with closing(sqlite3.connect(file)) as owner:
        owner.execute(f"UPDATE system_settings SET {names}", cells)
        owner.commit()

    def take_over() -> object:
        taken = taken_over(Settings(), database.web_settings.read())
        return taken, problems_of(taken, None)

    judged(take_over)
