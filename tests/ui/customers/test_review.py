from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from bcautotask_gui.domain.customers import Company, CustomerRow
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.suggestions import ExactMatch
from tests.ui.customers.fakes import EXACT, KOEHLER, SIMILAR

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.customers.review.dialog import ReviewDialog
    from tests.ui.customers.conftest import Room


def matches(count: int) -> tuple[ExactMatch, ...]:
    return tuple(
        ExactMatch(
            CustomerRow(each, f"Customer {each}", is_active=True, jobs=1, mapping=None),
            Company(100 + each, f"Customer {each}", is_active=True),
        )
        for each in range(1, count + 1)
    )


def opened(room: Room) -> ReviewDialog:
    room.tab.review.click()
    dialog = room.presenter.review.dialog
    assert dialog is not None
    return dialog


def tick(dialog: ReviewDialog, key: int) -> None:
    model = dialog.table.model()
    index = model.index(model.row_of(key), 0)  # type: ignore[attr-defined]
    model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)


def test_the_companies_are_read_once_when_the_tab_is_looked_at(listed: Room) -> None:
    listed.tab.hide()
    listed.tab.show()
    listed.presenter.refresh()
    assert listed.suggestions.readings == 1
    assert listed.tab.review.text() == "Review exact matches (1)"
    assert listed.suggestions.accepted == []


@pytest.mark.parametrize(
    "how", [{"enabled": False}, {"role": Role.REPORTER}], ids=["off", "reporter"]
)
def test_they_are_not_read_for_who_cannot_map(make: Callable[..., Room], how: dict) -> None:
    room = make(without_list=False, **how)
    assert room.suggestions.readings == 0
    room.tab.review_asked.emit()
    assert room.presenter.review.dialog is None


def test_a_reading_that_failed_by_itself_is_quiet_and_repeated_on_demand(room: Room) -> None:
    assert room.tab.notice.sentence == ""
    assert room.tab.review.text() == "Review exact matches"
    assert len(opened(room).ticked) == 1


def test_a_reading_that_fails_on_demand_is_told(room: Room) -> None:
    room.suggestions.failure = Failure(Kind.UNREACHABLE, host="webservices19")
    room.tab.review.click()
    assert "could not be reached" in room.tab.notice.sentence
    assert room.presenter.review.dialog is None


def test_all_are_ticked_and_the_button_counts_along(listed: Room) -> None:
    listed.suggestions.matches = matches(7)
    listed.presenter.review.count()
    dialog = opened(listed)
    assert dialog.primary.text() == "Map 7 customers"
    tick(dialog, 3)
    assert dialog.primary.text() == "Map 6 customers"
    assert dialog.hint.text() == "6 of 7 selected"
    dialog.turn.click()
    assert dialog.primary.reason == "Select at least one customer."
    dialog.turn.click()
    assert len(dialog.ticked) == 7


def test_it_says_what_is_written_where_and_what_is_left(listed: Room) -> None:
    dialog = opened(listed)
    assert dialog.heading.text() == "1 customer has the same name as a free, active company"
    assert "Nothing is mapped until you accept" in dialog.subheading.text()
    assert "1 other customer has only similar names" in dialog.subheading.text()
    assert "1,234 companies, read today 06:40" in dialog._meaning.text()
    assert "Mappings for the test environment" in dialog._strip.accessibleName()


def test_fifty_exact_names_are_mapped_by_one_key(listed: Room, qtbot: QtBot) -> None:
    listed.suggestions.matches = matches(50)
    listed.presenter.review.count()
    dialog = opened(listed)
    with qtbot.waitExposed(dialog):
        dialog.activateWindow()
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    ((accepted, environment),) = listed.suggestions.accepted
    assert len(accepted) == 50
    assert environment is Environment.SANDBOX
    assert listed.outcome.sentences == ["50 customers are mapped to the companies of their names."]
    assert listed.presenter.review.dialog is None


def test_space_turns_a_tick_and_enter_in_the_table_maps(listed: Room, qtbot: QtBot) -> None:
    listed.suggestions.matches = matches(3)
    listed.presenter.review.count()
    dialog = opened(listed)
    dialog.table.select_key(2)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    ((accepted, _environment),) = listed.suggestions.accepted
    assert [match.key for match in accepted] == [1, 3]


def test_cancelling_maps_nothing(listed: Room, qtbot: QtBot) -> None:
    qtbot.keyClick(opened(listed), Qt.Key.Key_Escape)
    assert listed.suggestions.accepted == []
    assert listed.presenter.review.dialog is None


def test_a_refusal_stands_in_the_dialog_and_the_list_is_read_anew(listed: Room) -> None:
    listed.suggestions.matches = matches(3)
    listed.presenter.review.count()
    dialog = opened(listed)
    tick(dialog, 1)
    listed.suggestions.failure = Failure(Kind.TAKEN, company="X", id=102, customer="Y")
    listed.suggestions.matches = matches(3)[::2]
    dialog.primary.click()
    assert "X (102) is already mapped to Y." in dialog.problem.sentence
    assert dialog.problem.sentence.endswith("Nothing was mapped.")
    assert [match.key for match in dialog.ticked] == [3], "what was unticked stays so"
    assert dialog.primary.isEnabled()


def test_another_environment_closes_the_review_and_forgets_the_list(listed: Room) -> None:
    opened(listed)
    listed.suggestions.known = False
    listed.suggestions.failure = Failure(Kind.SECRET_MISSING)
    listed.presenter.use_settings(Settings(enabled=True, environment=Environment.PRODUCTION))
    assert listed.presenter.review.dialog is None
    assert listed.tab.review.text() == "Review exact matches"


def test_the_list_suggests_companies_without_a_search(listed: Room) -> None:
    listed.choose(KOEHLER.id)
    assert listed.panel.companies.hits == (EXACT, SIMILAR)
    assert listed.panel.finder._found.text() == "2 suggestions, list of today 06:40"
    assert listed.service.called("search") == []


def test_where_the_list_suggests_nothing_autotask_is_searched(listed: Room, qtbot: QtBot) -> None:
    listed.suggestions.hits = ()
    listed.choose(KOEHLER.id)
    qtbot.waitUntil(lambda: listed.service.called("search") != [], timeout=60_000)


def test_a_similar_company_is_accepted_one_by_one_with_its_reason(listed: Room) -> None:
    listed.choose(KOEHLER.id)
    listed.panel.companies.select_key(SIMILAR.key)
    assert "Similar 78%: both say “dr kohler”" in listed.panel.consequence.words
    listed.panel.set_button.click()
    assert listed.service.called("set") == [(KOEHLER.id, SIMILAR.company.id)]
