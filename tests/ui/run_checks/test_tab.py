"""The tab under a person's hands: keys, buttons, pane, memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.shared.buttons import Kind
from tests.ui.run_checks.fakes import run_detail, run_row, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme
    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


@pytest.fixture
def place(make_place: Make, qtbot: QtBot) -> Place:
    made = make_place(run_row(1), run_row(2, ticket=ticket_cell()), run_row(3))
    made.tab.show()
    made.presenter.start()
    made.presenter.detail.read()
    made.tab.focus_table()
    qtbot.waitUntil(made.tab.table.hasFocus, timeout=60_000)
    return made


def blue(place: Place) -> list[str]:
    buttons = (place.tab.bar.create_button, place.tab.bar.open_button)
    return [button.text() for button in buttons if button.kind is Kind.PRIMARY]


def test_the_table_and_its_objects_have_their_names(place: Place) -> None:
    assert place.tab.table.accessibleName() == "Runs"
    assert place.tab.pane.objects.accessibleName() == "Objects"


def test_every_button_is_named_as_it_reads(place: Place) -> None:
    for button in place.tab.findChildren(QAbstractButton):
        if button.text() and button.accessibleName():
            assert button.accessibleName().startswith(button.text())


def test_one_button_is_blue_and_it_follows_the_selection(place: Place) -> None:
    assert blue(place) == ["Create Autotask ticket"]
    place.select(2)
    assert blue(place) == ["Open ticket"]
    place.tab.table.selectAll()
    assert blue(place) == []


def test_a_disabled_button_says_why(place: Place) -> None:
    place.select(2)
    assert place.tab.bar.create_button.reason == (
        "This run already has ticket T20261122.0031. One ticket per run, ever."
    )
    place.tab.table.selectAll()
    assert place.tab.bar.open_button.reason == "Select one run: this acts on one at a time."


def test_a_run_that_comes_with_a_list_read_anew_can_get_its_ticket_at_once(place: Place) -> None:
    place.tab.list.model.extend_order([4])
    place.tab.table.select_key(4)
    assert place.tab.bar.create_button.reason == "This run is still being read."
    place.tab.list.show_anew([1, 2, 3, 4], [run_row(4)])
    assert place.tab.bar.create_button.reason == ""


def test_a_role_that_creates_no_tickets_sees_no_such_button(make_place: Make) -> None:
    place = make_place(run_row(1), may=())
    place.tab.show()
    place.presenter.start()
    assert not place.tab.bar.create_button.isVisible()
    texts = [act.text for act in place.tab.acts.all if act.action.isVisible()]
    assert texts == [
        "Open ticket", "Copy ticket number", "Open in Backupchecks", "Group by job", "List of keys",
    ]  # fmt: skip


def test_the_row_menu_holds_the_acts(place: Place) -> None:
    acts = [(act.text, act.key) for act in place.tab.acts.all]
    for wanted in (
        ("Create Autotask ticket", "C"),
        ("Open ticket", "O"),
        ("Link existing ticket", "L"),
        ("Mark as reviewed", "M"),
        ("Copy ticket number", "Y"),
        ("Open in Backupchecks", "B"),
    ):
        assert wanted in acts
    menu = [action.text() for action in place.tab.bar.run_menu.actions()]
    assert menu == [action.text() for action in place.tab.table.actions()]


def test_number_keys_choose_a_view(place: Place, qtbot: QtBot) -> None:
    qtbot.keyClick(place.tab.table, Qt.Key.Key_3)
    assert place.tab.chosen.view is RunView.OPEN_TICKETS
    assert place.shown() == [2]
    qtbot.keyClick(place.tab.table, Qt.Key.Key_6)
    assert place.tab.chosen.view is RunView.ALL


def test_j_and_k_walk_and_brackets_turn_the_pane(place: Place, qtbot: QtBot) -> None:
    qtbot.keyClick(place.tab.table, Qt.Key.Key_J)
    assert place.tab.list.selected_ids == (2,)
    qtbot.keyClick(place.tab.table, Qt.Key.Key_K)
    assert place.tab.list.selected_ids == (1,)
    qtbot.keyClick(place.tab.table, Qt.Key.Key_BracketRight)
    assert place.tab.pane.tabs.currentIndex() == 1
    qtbot.keyClick(place.tab.table, Qt.Key.Key_BracketLeft)
    qtbot.keyClick(place.tab.table, Qt.Key.Key_BracketLeft)
    assert place.tab.pane.tabs.currentIndex() == 4


def test_enter_goes_into_the_pane_and_esc_comes_back(place: Place, qtbot: QtBot) -> None:
    qtbot.keyClick(place.tab.table, Qt.Key.Key_Return)
    assert place.tab.pane.tabs.hasFocus()
    qtbot.keyClick(place.tab.pane.tabs, Qt.Key.Key_Escape)
    assert place.tab.table.hasFocus()


def test_slash_searches_and_esc_comes_back(place: Place, qtbot: QtBot) -> None:
    qtbot.keyClick(place.tab.table, Qt.Key.Key_Slash)
    assert place.tab.bar.search.hasFocus()
    qtbot.keyClick(place.tab.bar.search, Qt.Key.Key_Escape)
    assert place.tab.table.hasFocus()


def test_letters_in_the_search_act_on_nothing(place: Place, qtbot: QtBot) -> None:
    place.tab.bar.search.setFocus()
    qtbot.keyClicks(place.tab.bar.search, "C1J")
    assert place.presenter.create.dialog is None
    assert place.tab.chosen.view is RunView.NOT_REVIEWED
    assert place.tab.list.selected_ids == (1,)


def test_c_opens_the_preview_and_o_the_ticket(place: Place, qtbot: QtBot) -> None:
    qtbot.keyClick(place.tab.table, Qt.Key.Key_C)
    assert place.presenter.create.dialog is not None
    place.presenter.create.dialog.reject()
    place.select(2)
    qtbot.keyClick(place.tab.table, Qt.Key.Key_O)
    assert place.messages.opened == ["https://autotask.example/31"]


def test_single_keys_can_be_off(place: Place, qtbot: QtBot) -> None:
    place.tab.set_single_keys(on=False)
    for key in (Qt.Key.Key_C, Qt.Key.Key_3, Qt.Key.Key_J, Qt.Key.Key_BracketRight):
        qtbot.keyClick(place.tab.table, key)
    assert place.presenter.create.dialog is None
    assert place.tab.chosen.view is RunView.NOT_REVIEWED
    assert place.tab.list.selected_ids == (1,)
    place.tab.set_single_keys(on=True)
    qtbot.keyClick(place.tab.table, Qt.Key.Key_C)
    assert place.presenter.create.dialog is not None


def test_the_pane_waits_until_the_selection_rests(place: Place, qtbot: QtBot) -> None:
    place.runs.asked.clear()
    for _ in range(2):
        qtbot.keyClick(place.tab.table, Qt.Key.Key_J)
    assert "detail" not in place.runs.asked
    qtbot.waitUntil(lambda: "detail" in place.runs.asked, timeout=60_000)
    assert place.runs.asked.count("detail") == 1


def test_the_pane_names_the_run(place: Place) -> None:
    texts = texts_of(place.tab.pane)
    for text in ("Run 1", "HV01 Daily", "Customer 1", "Customer 1 B.V.  29683485"):
        assert text in texts


def test_what_went_wrong_begins_with_what_failed(place: Place) -> None:
    texts = texts_of(place.tab.pane.summary)
    assert texts.index("HV01") < texts.index("DC01")
    assert "HV02" not in texts
    assert "1 failed, 1 warning, 1 success of 3" in texts


def test_the_summary_says_what_create_would_do(place: Place) -> None:
    assert (
        "Creating uses queue Backup & Recovery, priority High, due today 17:00. "
        "You check everything before it is sent."
    ) in texts_of(place.tab.pane.summary)


def test_the_summary_tells_of_an_open_ticket_of_the_same_job(place: Place) -> None:
    place.runs.details[1] = run_detail(run_row(1), job_ticket=ticket_cell())
    place.presenter.detail.read()
    assert "Another run of this job has ticket T20261122.0031, In Progress." in texts_of(
        place.tab.pane.summary
    )


def test_several_runs_are_listed_in_the_pane(place: Place) -> None:
    place.tab.table.selectAll()
    place.presenter.detail.read()
    texts = texts_of(place.tab.pane)
    assert "3 runs selected" in texts
    assert "Customer 2 · HV01 Daily" in texts


def test_the_pane_gives_way_in_a_narrow_window(place: Place) -> None:
    place.tab.resize(int(1100 * place.tab.theme.scale), 700)
    assert not place.tab.pane.isVisible()
    place.tab.resize(int(1440 * place.tab.theme.scale), 700)
    assert place.tab.pane.isVisible()


def test_type_and_remark_are_hidden_at_first_and_the_choice_is_kept(
    qtbot: QtBot, theme: Theme, settings: QSettings
) -> None:
    def hidden(tab: RunChecksTab) -> list[str]:
        header = tab.table.horizontalHeader()
        columns = enumerate(tab.list.model.columns)
        return [column.key for place, column in columns if header.isSectionHidden(place)]

    first = RunChecksTab(theme, settings)
    qtbot.addWidget(first)
    assert hidden(first) == ["type", "remark"]
    header = first.table.horizontalHeader()
    keys = [column.key for column in first.list.model.columns]
    header.showSection(keys.index("remark"))
    header.columns_changed.emit()
    second = RunChecksTab(theme, settings)
    qtbot.addWidget(second)
    assert hidden(second) == ["type"]


def texts_of(widget: QWidget) -> list[str]:
    """The texts of all labels that are shown, from top to bottom of the tree."""
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def test_the_keyboard_walks_through_the_page_and_out_of_it(place: Place, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, after = QLineEdit(), QLineEdit()
    for widget in (before, place.tab, after):
        column.addWidget(widget)
    window.show()
    before.setFocus()
    walked: list[QWidget] = []
    while len(walked) < 60 and window.focusWidget() is not after:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        walked.append(window.focusWidget())
    assert window.focusWidget() is after
    order = [place.tab.bar.search, place.tab.bar.create_button, place.tab.table]
    places = [walked.index(each) for each in order]
    assert places == sorted(places)
    place.tab.setParent(None)
