"""Typed numbers, copying, Backupchecks' page, the list of keys, the export, the row of buttons."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.tickets import Origin
from bcautotask_gui.ui.run_checks.action_row import ActionRow
from bcautotask_gui.ui.run_checks.key_list import KeyList
from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.shared.buttons import Kind as ButtonKind
from tests.ui.run_checks.fake_deciding import Desk
from tests.ui.run_checks.fakes import run_row, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme
    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


@pytest.fixture
def desk(make_place: Make, qtbot: QtBot) -> Desk:
    made = Desk(
        make_place(
            run_row(1, ticket=ticket_cell()),
            run_row(2),
            run_row(3, ticket=ticket_cell(number="T9")),
        )
    ).open()
    made.place.tab.show()
    made.place.tab.focus_table()
    qtbot.waitUntil(made.place.tab.table.hasFocus, timeout=60_000)
    return made


def test_numbers_are_typed_only_while_that_is_offered(desk: Desk) -> None:
    assert not desk.place.tab.bar.number_button.isVisible()
    desk.numbers.offered = True
    desk.use(Settings())
    assert desk.place.tab.bar.number_button.isVisible()


def test_where_numbers_are_typed_one_button_is_blue_all_the_same(desk: Desk) -> None:
    theirs = ticket_cell(origin=Origin.WEB_APPLICATION)
    desk.place.runs.held[1] = run_row(1, ticket=theirs)
    desk.numbers.offered = True
    desk.use(Settings())
    desk.place.presenter.list.refresh()
    bar = desk.place.tab.bar
    for run_id, blue in ((1, bar.open_button), (2, bar.number_button)):
        desk.place.select(run_id)
        buttons = (bar.create_button, bar.open_button, bar.number_button)
        assert [each for each in buttons if each.kind is ButtonKind.PRIMARY] == [blue]


def test_a_number_is_kept_for_the_selected_run(desk: Desk, qtbot: QtBot) -> None:
    desk.numbers.offered = True
    desk.use(Settings())
    desk.place.select(2)
    qtbot.keyClick(desk.place.tab.table, Qt.Key.Key_T)
    dialog = desk.presenter.number.dialog
    assert dialog is not None
    assert dialog.primary.reason == "Type the number of the ticket."
    dialog.field.setText("20261123.11")
    dialog.primary.click()
    assert desk.numbers.kept == [((2,), "20261123.11")]
    assert desk.presenter.number.dialog is None


def test_a_number_that_is_not_kept_stays_in_its_dialog(desk: Desk) -> None:
    desk.numbers.trouble = Failure(Kind.BLOCKED, reason="Wait for the outcome.")
    desk.place.select(2)
    desk.acts.number.requested.emit()
    dialog = desk.presenter.number.dialog
    assert dialog is not None
    dialog.field.setText("T20261123.0011")
    dialog.primary.click()
    assert desk.presenter.number.dialog is dialog
    assert not dialog._failed.isHidden()
    dialog.reject()


def test_y_copies_the_numbers_of_all_selected_runs(desk: Desk, qtbot: QtBot) -> None:
    desk.place.tab.table.selectAll()
    qtbot.keyClick(desk.place.tab.table, Qt.Key.Key_Y)
    assert desk.place.messages.copied == ["T20261122.0031\nT9"]


def test_b_opens_the_page_of_the_job(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.place.tab.table, Qt.Key.Key_B)
    assert desk.place.messages.opened == ["https://backupchecks.example/jobs/101"]


def test_without_an_address_b_says_what_is_missing(desk: Desk) -> None:
    desk.use(Settings())
    assert desk.acts.backupchecks.reason == "Enter the address of Backupchecks in Settings first."


def test_for_several_runs_three_acts_stay(desk: Desk) -> None:
    desk.place.tab.table.selectAll()
    able = [act.text for act in desk.acts.all if act.key and act.action.isEnabled()]
    assert able == [
        "Link existing ticket", "Mark as reviewed", "Copy ticket number", "Group by job",
        "List of keys",
    ]  # fmt: skip
    assert desk.acts.open.action.toolTip() == "Select one run: this acts on one at a time."


def test_a_question_mark_lists_every_key(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.place.tab.table, "?")
    [listed] = [each for each in QApplication.topLevelWidgets() if isinstance(each, KeyList)]
    from PySide6.QtWidgets import QLabel

    told = [label.accessibleName() for label in listed.findChildren(QLabel)]
    for wanted in ("C: Create Autotask ticket", "L: Link existing ticket", "M: Mark as reviewed",
                   "Ctrl+Z: Take back the last review", "N: Add internal note"):  # fmt: skip
        assert wanted in told
    listed.accept()


def test_the_view_is_exported_with_formulas_neutralised(desk: Desk, tmp_path: Path) -> None:
    desk.place.runs.held[2] = run_row(2, remark="=HYPERLINK(1)")
    file = tmp_path / "runs.csv"
    desk.presenter.export.export_to(str(file))
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [row["run_id"] for row in rows] == ["1", "2", "3"]
    assert rows[1]["remark"] == "'=HYPERLINK(1)"
    assert rows[0]["ticket"] == "T20261122.0031"
    assert desk.place.last_told == "3 runs were exported to runs.csv."


def test_all_runs_of_the_view_are_exported_not_those_that_were_read(
    make_place: Make, tmp_path: Path
) -> None:
    desk = Desk(make_place(*(run_row(number) for number in range(1, 1_203)))).open()
    file = tmp_path / "runs.csv"
    desk.presenter.export.export_to(str(file))
    lines = file.read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + 1_202
    assert lines[-1].startswith("1202,")


def test_a_file_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.presenter.export.export_to(str(tmp_path / "nowhere" / "runs.csv"))
    assert "cannot be written" in desk.place.last_told


@pytest.fixture
def row(theme: Theme, qtbot: QtBot) -> ActionRow:
    made = ActionRow(theme)
    qtbot.addWidget(made)
    for text in ("Create", "Open", "Link", "Mark"):
        made.add({ActionButton(theme, text): text[0]})
    made.show()
    return made


def shown(row: ActionRow) -> list[str]:
    return [each.text() for each in row.findChildren(ActionButton) if not each.isHidden()]


def test_caps_give_way_first_and_then_the_last_buttons(row: ActionRow) -> None:
    whole = row.sizeHint().width()
    row.resize(whole, 30)
    widest = [
        each.minimumWidth() for each in row.findChildren(ActionButton) if each.text() == "Create"
    ]
    row.resize(whole - 1, 30)
    assert shown(row) == ["Run", "Create", "Open", "Link", "Mark"]
    bare = [
        each.minimumWidth() for each in row.findChildren(ActionButton) if each.text() == "Create"
    ]
    assert bare < widest
    row.resize(row.minimumSizeHint().width(), 30)
    assert shown(row) == ["Run", "Create", "Open"]
    row.resize(whole, 30)
    assert shown(row) == ["Run", "Create", "Open", "Link", "Mark"]


def test_a_button_that_is_not_allowed_stays_away_whatever_the_room(row: ActionRow) -> None:
    link = next(each for each in row.findChildren(ActionButton) if each.text() == "Link")
    row.allow(link, allowed=False)
    row.resize(2000, 30)
    assert "Link" not in shown(row)
    row.allow(link, allowed=True)
    assert "Link" in shown(row)
