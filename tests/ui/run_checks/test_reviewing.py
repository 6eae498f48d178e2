"""Marking as reviewed: walking down with M, taking it back, and where it is not offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.runs import RunView
from tests.ui.run_checks.fake_deciding import Desk
from tests.ui.run_checks.fakes import run_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


@pytest.fixture
def desk(make_place: Make, qtbot: QtBot) -> Desk:
    rows = [run_row(number) for number in range(1, 6)]
    made = Desk(make_place(*rows)).open()
    made.place.tab.show()
    made.place.tab.focus_table()
    qtbot.waitUntil(made.place.tab.table.hasFocus, timeout=60_000)
    return made


def press_m(desk: Desk, qtbot: QtBot, times: int = 1) -> None:
    for _ in range(times):
        qtbot.keyClick(desk.place.tab.table, Qt.Key.Key_M)


def take_back(desk: Desk, qtbot: QtBot) -> None:
    table = desk.place.tab.table
    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_m_m_m_walks_down_and_the_rows_leave(desk: Desk, qtbot: QtBot) -> None:
    press_m(desk, qtbot, 3)
    assert desk.place.shown() == [4, 5]
    assert desk.selected == (4,)
    assert [row.id for row in desk.place.runs.held.values() if row.is_reviewed] == [1, 2, 3]
    assert desk.place.last_told == (
        "Customer 3 · HV01 Daily: Marked as reviewed. Ctrl+Z takes it back."
    )


def test_the_last_row_gives_the_selection_to_the_one_above(desk: Desk, qtbot: QtBot) -> None:
    desk.place.select(5)
    press_m(desk, qtbot)
    assert desk.selected == (4,)


def test_several_rows_are_marked_at_once(desk: Desk, qtbot: QtBot) -> None:
    table = desk.place.tab.table
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.selected == (1, 2, 3)
    press_m(desk, qtbot)
    assert desk.place.shown() == [4, 5]
    assert desk.selected == (4,)


def test_ctrl_z_brings_back_what_was_last_and_then_what_was_before(
    desk: Desk, qtbot: QtBot
) -> None:
    press_m(desk, qtbot, 2)
    take_back(desk, qtbot)
    assert desk.reviews.taken_back == [(2,)]
    assert desk.place.shown() == [2, 3, 4, 5]
    assert desk.selected == (2,)
    take_back(desk, qtbot)
    assert desk.place.shown() == [1, 2, 3, 4, 5]
    assert desk.acts.take_back.reason == "There is no review to take back."


def test_after_a_while_nothing_is_taken_back(desk: Desk, qtbot: QtBot) -> None:
    press_m(desk, qtbot)
    desk.presenter.review.forget()
    take_back(desk, qtbot)
    assert desk.reviews.taken_back == []


def test_all_runs_of_the_job_are_marked_up_to_the_newest_that_was_seen(desk: Desk) -> None:
    for number in (2, 4):
        desk.place.runs.held[number] = run_row(number, job_id=101)
    desk.place.presenter.list.refresh()
    desk.place.runs.held[9] = run_row(9, job_id=101)
    desk.acts.review_job.requested.emit()
    assert desk.place.shown() == [3, 5]
    assert not desk.place.runs.held[9].is_reviewed


def test_where_all_runs_are_shown_the_row_stays_and_has_its_check(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.place.tab.table, Qt.Key.Key_6)
    assert desk.place.tab.chosen.view is RunView.ALL
    desk.place.select(1)
    press_m(desk, qtbot)
    assert desk.place.cell(1, "reviewed") == "Reviewed"
    assert desk.selected == (2,)


def test_a_failure_is_told_and_leads_back_to_the_run(desk: Desk, qtbot: QtBot) -> None:
    desk.reviews.trouble = Failure(Kind.DATABASE_READ_ONLY)
    press_m(desk, qtbot)
    assert desk.place.shown() == [1, 2, 3, 4, 5]
    assert desk.selected == (1,)
    assert str(Failure(Kind.DATABASE_READ_ONLY)) in desk.place.last_told


def test_where_the_schema_has_no_reviews_the_button_says_so(desk: Desk, qtbot: QtBot) -> None:
    desk.reviews.against = "This Backupchecks database has no column for reviews."
    desk.use(desk.settings)
    assert desk.place.tab.bar.review_button.reason == desk.reviews.against
    press_m(desk, qtbot)
    assert desk.place.shown() == [1, 2, 3, 4, 5]


def test_the_counts_are_read_once_after_a_walk(desk: Desk, qtbot: QtBot) -> None:
    desk.place.runs.asked.clear()
    press_m(desk, qtbot, 3)
    assert desk.place.runs.asked.count("counts") == 0
    qtbot.waitUntil(lambda: desk.place.runs.asked.count("counts") == 1, timeout=60_000)
