"""Runs by job: the lines, the way to a job's runs and back, and marking whole jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.runs import RunStatus, RunView
from bcautotask_gui.ui.shared.column import Part
from tests.ui.run_checks.fake_deciding import Desk
from tests.ui.run_checks.fakes import run_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.run_checks.jobs.job_list import JobList
    from bcautotask_gui.ui.run_checks.tab import RunChecksTab
    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]

ROWS = (
    run_row(1, job_id=101),
    run_row(2, job_id=102, status=RunStatus.SUCCESS),
    run_row(3, job_id=101, status=RunStatus.WARNING),
    run_row(4, job_id=101),
    run_row(5, job_id=103),
)


@pytest.fixture
def desk(make_place: Make, qtbot: QtBot) -> Desk:
    made = Desk(make_place(*ROWS)).open()
    made.place.tab.show()
    made.place.tab.focus_table()
    qtbot.waitUntil(made.place.tab.table.hasFocus, timeout=60_000)
    return made


@pytest.fixture
def grouped(desk: Desk, qtbot: QtBot) -> Desk:
    qtbot.keyClick(desk.place.tab.table, Qt.Key.Key_G)
    qtbot.waitUntil(desk.place.tab.jobs.table.hasFocus, timeout=60_000)
    return desk


def tab(desk: Desk) -> RunChecksTab:
    return desk.place.tab


def shown(jobs: JobList) -> list[int]:
    return [jobs.model.key_at(place) for place in range(jobs.model.rowCount())]


def cell(jobs: JobList, job_id: int, key: str) -> str:
    keys = [column.key for column in jobs.model.columns]
    return str(jobs.model.index(jobs.model.row_of(job_id), keys.index(key)).data())


def press(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(tab(desk).jobs.table, key)


def test_g_shows_one_line_for_each_job(grouped: Desk) -> None:
    jobs = tab(grouped).jobs
    assert jobs.isVisible() and not tab(grouped).pane.isVisible()
    assert shown(jobs) == [101, 102, 103]
    assert cell(jobs, 101, "runs") == "3"
    assert cell(jobs, 101, "ended") == "2 failed, 1 warning"
    assert cell(jobs, 101, "strip") == "1 failed"
    assert jobs.table.selected_keys() == [101]


def test_results_stand_out_and_successes_do_not(grouped: Desk) -> None:
    columns = {column.key: column for column in tab(grouped).jobs.model.columns}
    look = columns["ended"].look
    assert look is not None
    jobs = tab(grouped).jobs.model
    assert look(jobs.row_at(0)) == (
        Part("2 failed", "failed_text", 500),
        Part("   1 warning", "warning_text", 500),
    )
    assert look(jobs.row_at(1)) == (Part("1 success", "muted", 400),)


def test_enter_lists_the_runs_of_the_job_and_backspace_leads_back(
    grouped: Desk, qtbot: QtBot
) -> None:
    press(grouped, qtbot, Qt.Key.Key_Return)
    runs = tab(grouped).list
    qtbot.waitUntil(tab(grouped).table.hasFocus, timeout=60_000)
    assert grouped.place.shown() == [1, 3, 4]
    assert runs.selected_ids == (1,)
    assert runs.one_job.sentence == "Runs of Customer 1 · HV01 Daily"
    qtbot.keyClick(tab(grouped).table, Qt.Key.Key_Backspace)
    qtbot.waitUntil(tab(grouped).jobs.table.hasFocus, timeout=60_000)
    assert tab(grouped).jobs.table.selected_keys() == [101]
    assert runs.one_job.sentence == ""


def test_g_again_shows_all_runs(grouped: Desk, qtbot: QtBot) -> None:
    press(grouped, qtbot, Qt.Key.Key_G)
    assert grouped.place.shown() == [1, 2, 3, 4, 5]
    assert tab(grouped).list.isVisible()


def test_m_marks_all_runs_of_the_line_and_walks_on(grouped: Desk, qtbot: QtBot) -> None:
    press(grouped, qtbot, Qt.Key.Key_M)
    assert [row.id for row in grouped.place.runs.held.values() if row.is_reviewed] == [1, 3, 4]
    assert shown(tab(grouped).jobs) == [102, 103]
    assert tab(grouped).jobs.table.selected_keys() == [102]
    assert grouped.place.last_told == (
        "3 runs of Customer 1 · HV01 Daily: Marked as reviewed. Ctrl+Z takes it back."
    )


def test_several_jobs_are_marked_at_once_and_taken_back(grouped: Desk, qtbot: QtBot) -> None:
    table = tab(grouped).jobs.table
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(grouped, qtbot, Qt.Key.Key_M)
    assert grouped.place.last_told.startswith("4 runs of 2 jobs: Marked as reviewed.")
    assert shown(tab(grouped).jobs) == [103]
    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not any(row.is_reviewed for row in grouped.place.runs.held.values())
    assert shown(tab(grouped).jobs) == [101, 102, 103]


def test_a_mark_that_failed_brings_the_line_back(grouped: Desk, qtbot: QtBot) -> None:
    grouped.reviews.trouble = Failure(Kind.DATABASE_LOST, where="db01")
    press(grouped, qtbot, Qt.Key.Key_M)
    assert shown(tab(grouped).jobs) == [101, 102, 103]
    assert grouped.place.last_told.startswith("The connection to the database was cut.")


def test_in_another_view_the_lines_stay(grouped: Desk, qtbot: QtBot) -> None:
    tab(grouped).bar.views.choose(RunView.ALL)
    press(grouped, qtbot, Qt.Key.Key_M)
    assert shown(tab(grouped).jobs) == [101, 102, 103]


def test_the_lines_follow_view_search_and_sort(grouped: Desk) -> None:
    grouped.groups.sorts.clear()
    tab(grouped).jobs.table.sort_requested.emit("runs", True)  # noqa: FBT003
    assert grouped.groups.sorts == [("runs", True)]
    tab(grouped).bar.search.setText("Customer 5")
    tab(grouped).bar.search._say()
    assert shown(tab(grouped).jobs) == [103]
    assert set(grouped.groups.sorts) == {("runs", True)}


def test_a_search_without_result_is_said_by_name(grouped: Desk) -> None:
    tab(grouped).bar.search.setText("zeppelin")
    tab(grouped).bar.search._say()
    jobs = tab(grouped).jobs
    assert jobs.model.rowCount() == 0
    assert jobs.empty.isVisible()
    assert "zeppelin" in jobs.empty.accessibleName()


def test_lines_are_read_again_when_the_views_are_counted_anew(grouped: Desk) -> None:
    runs = grouped.place.runs
    runs.held[6] = run_row(6, job_id=104)
    grouped.place.presenter.list.count()
    assert shown(tab(grouped).jobs) == [101, 102, 103, 104]


def test_what_could_not_be_read_is_said_and_the_lines_stay(grouped: Desk) -> None:
    grouped.groups.trouble = Failure(Kind.DATABASE_LOST, where="db01")
    grouped.presenter.jobs.refresh()
    jobs = tab(grouped).jobs
    assert jobs.notice.isVisible()
    assert shown(jobs) == [101, 102, 103]


def test_who_may_not_review_is_not_offered_to(make_place: Make, qtbot: QtBot) -> None:
    may = frozenset(Permission) - {Permission.REVIEW}
    desk = Desk(make_place(*ROWS, may=may)).open()
    desk.place.tab.show()
    desk.place.tab.bar.group()
    assert not tab(desk).bar.review_jobs_button.isVisible()
    press(desk, qtbot, Qt.Key.Key_M)
    assert not any(row.is_reviewed for row in desk.place.runs.held.values())


def test_a_database_that_cannot_mark_says_so(grouped: Desk) -> None:
    grouped.reviews.against = "This Backupchecks database has no column for reviews."
    grouped.use(grouped.settings)
    assert tab(grouped).job_acts.review.reason == grouped.reviews.against


def test_single_keys_can_be_off_here_as_well(grouped: Desk, qtbot: QtBot) -> None:
    tab(grouped).set_single_keys(on=False)
    press(grouped, qtbot, Qt.Key.Key_M)
    press(grouped, qtbot, Qt.Key.Key_G)
    assert not any(row.is_reviewed for row in grouped.place.runs.held.values())
    assert tab(grouped).jobs.isVisible()
