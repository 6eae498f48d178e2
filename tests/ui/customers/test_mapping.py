from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.ui.customers.company_list import company_line, suggestion_badge
from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.worker.jobs import Lane
from tests.ui.customers.fakes import (
    EXACT,
    HITS,
    INACTIVE,
    JANSEN,
    KOEHLER,
    NO_MATCH,
    SIMILAR,
    TAKEN,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.customers.conftest import Room


def found(room: Room, qtbot: QtBot, text: str = "köhler") -> None:
    """Chooses the customer without a company and searches."""
    room.choose(KOEHLER.id)
    room.panel.search.start("")
    room.panel.search.setText(text)
    qtbot.keyClick(room.panel.search, Qt.Key.Key_Return)


def test_a_customer_without_company_is_searched_by_name_once(room: Room, qtbot: QtBot) -> None:
    room.choose(KOEHLER.id)
    assert room.service.called("search") == []
    qtbot.waitUntil(lambda: room.service.called("search") != [], timeout=60_000)
    assert room.service.called("search") == [(KOEHLER.id, KOEHLER.name)]
    room.presenter.refresh()
    assert len(room.service.called("search")) == 1


def test_a_mapped_customer_is_not_searched_by_itself(room: Room) -> None:
    room.choose(JANSEN.id)
    assert room.panel.search.text() == ""


def test_nothing_is_asked_while_autotask_is_off(make: Callable[..., Room]) -> None:
    room = make(enabled=False)
    room.choose(KOEHLER.id)
    assert room.panel.search.text() == ""
    assert not room.panel.search.isEnabled()
    assert "Autotask is off" in room.panel.set_button.reason
    assert "Autotask is off" in room.tab.refresh_all.reason
    room.panel.searched.emit("köhler")
    assert room.service.called("search") == []


def test_typing_is_searched_after_a_pause_as_one_text(room: Room, qtbot: QtBot) -> None:
    room.choose(JANSEN.id)
    qtbot.keyClicks(room.panel.search, "janse")
    assert room.service.called("search") == []
    qtbot.waitUntil(lambda: room.service.called("search") != [], timeout=60_000)
    assert room.service.called("search") == [(JANSEN.id, "janse")]


def test_the_answer_of_a_former_search_is_dropped(make: Callable[..., Room]) -> None:
    room = make(deferred=True)
    room.settle()
    room.choose(KOEHLER.id)
    room.panel.searched.emit("first")
    room.panel.searched.emit("second")
    room.settle()
    assert room.service.called("search") == [(KOEHLER.id, "second")]
    assert room.panel.companies.hits == HITS


def test_an_answer_for_another_customer_is_dropped(make: Callable[..., Room]) -> None:
    room = make(deferred=True)
    room.settle()
    room.choose(KOEHLER.id)
    room.panel.searched.emit("köhler")
    room.choose(JANSEN.id)
    room.settle()
    assert room.service.called("search") == []
    assert room.panel.companies.hits == ()


def test_other_settings_take_away_what_was_found_before(room: Room, qtbot: QtBot) -> None:
    found(room, qtbot)
    room.presenter.use_settings(Settings(enabled=True, environment=Environment.PRODUCTION))
    assert room.panel.companies.hits == ()
    assert not room.panel.set_button.isEnabled()


def test_an_exact_free_company_is_chosen_before_the_person_chose(room: Room, qtbot: QtBot) -> None:
    found(room, qtbot)
    assert room.panel.companies.chosen == EXACT
    assert room.service.called("set") == []


def test_a_similar_company_is_never_chosen_by_itself(room: Room, qtbot: QtBot) -> None:
    room.service.hits = (SIMILAR, NO_MATCH)
    found(room, qtbot)
    assert room.panel.companies.chosen is None
    assert not room.panel.set_button.isEnabled()


def test_what_set_mapping_will_do_names_both_sides(room: Room, qtbot: QtBot) -> None:
    found(room, qtbot)
    room.panel.companies.select_key(SIMILAR.key)
    words = room.panel.consequence.words
    assert "company Dr. Köhler & Partner MVZ (29683588) for Zahnarztpraxis Dr. Köhler" in words
    assert "The customer keeps its name" in words


def test_enter_maps_the_chosen_company(room: Room, qtbot: QtBot) -> None:
    found(room, qtbot)
    qtbot.keyClick(room.panel.search, Qt.Key.Key_Down)
    qtbot.keyClick(room.panel.search, Qt.Key.Key_Return)
    assert room.service.called("set") == [(KOEHLER.id, SIMILAR.company.id)]
    assert room.cell(KOEHLER.id, "company") == "Dr. Köhler & Partner MVZ"
    assert room.cell(KOEHLER.id, "mapping") == "OK"
    assert room.tab.chips.chip("missing").accessibleName() == "Missing 1"
    assert room.outcome.sentences == [
        "Zahnarztpraxis Dr. Köhler is mapped to Dr. Köhler & Partner MVZ (29683588)."
    ]


def test_a_second_press_while_the_first_is_saved_does_nothing(make: Callable[..., Room]) -> None:
    room = make(deferred=True)
    room.settle()
    room.choose(KOEHLER.id)
    room.panel.finder.show_hits("köhler", HITS)
    room.panel.set_button.click()
    assert room.panel.set_button.reason == "The mapping is being saved."
    room.panel.set_asked.emit(EXACT)
    assert room.jobs.lanes.count(Lane.AUTOTASK) == 1


def test_a_taken_company_is_refused_with_words(room: Room, qtbot: QtBot) -> None:
    found(room, qtbot)
    room.panel.companies.select_key(TAKEN.key)
    reason = "Köhler Elektro KG (29683344) is already mapped to Elektro Köhler."
    assert reason in room.panel.set_button.reason
    assert reason in room.panel.consequence.words
    qtbot.keyClick(room.panel.search, Qt.Key.Key_Return)
    assert room.service.called("set") == []


def test_an_inactive_company_cannot_be_mapped(room: Room, qtbot: QtBot) -> None:
    found(room, qtbot)
    room.panel.companies.select_key(INACTIVE.key)
    assert "is inactive in Autotask" in room.panel.set_button.reason


def test_a_company_taken_meanwhile_is_told_in_the_panel(room: Room, qtbot: QtBot) -> None:
    found(room, qtbot)
    room.service.failure = Failure(
        Kind.TAKEN, company="Zahnarztpraxis Dr. Köhler", id=29683560, customer="Praxis Köhler"
    )
    room.panel.set_button.click()
    assert "is already mapped to Praxis Köhler" in room.panel.problem.sentence
    assert room.cell(KOEHLER.id, "company") == "Not mapped"
    assert room.outcome.failures[-1] is not None
    room.panel.problem.copy.click()
    assert "Correlation id: " in room.messages.copied[0]


def test_no_company_matches_is_said_with_the_text(room: Room, qtbot: QtBot) -> None:
    room.service.hits = ()
    found(room, qtbot)
    assert room.panel.finder._nothing.accessibleName().startswith("No company matches 'köhler'")
    assert room.panel.finder._nothing.isVisible()


def test_a_search_that_failed_can_be_repeated(room: Room, qtbot: QtBot) -> None:
    room.service.failure = Failure(Kind.UNREACHABLE, host="webservices19")
    found(room, qtbot)
    assert "Autotask could not be reached" in room.panel.problem.sentence
    room.panel.problem.retry.click()
    assert room.panel.companies.hits == HITS
    assert room.panel.problem.sentence == ""


def test_clearing_asks_first_and_tells_that_tickets_stay(room: Room) -> None:
    room.choose(JANSEN.id)
    room.messages.says_yes = False
    room.panel.clear_button.click()
    assert room.service.called("clear") == []
    title, sentence, yes = room.messages.asked[0]
    assert (title, yes) == ("Clear mapping", "Clear mapping")
    assert "Bakkerij Jansen V.O.F. (29683401)" in sentence
    assert "tickets stay" in sentence
    room.messages.says_yes = True
    room.panel.clear_button.click()
    assert room.service.called("clear") == [(JANSEN.id,)]
    assert room.cell(JANSEN.id, "company") == "Not mapped"


def test_badges_tell_what_stands_in_the_way_before_how_well_a_name_fits() -> None:
    assert [suggestion_badge(hit) for hit in HITS] == [
        (Badge.EXACT, "Exact"),
        (Badge.SIMILAR, "Similar 78%"),
        (Badge.NO_MATCH, "No match"),
        (Badge.TAKEN, "Mapped to Elektro Köhler"),
        (Badge.INACTIVE, "Inactive"),
    ]
    assert company_line(EXACT) == "29683560 · Customer · Freiburg · +49 761 555 014"


def test_the_list_of_companies_can_be_read_aloud(room: Room, qtbot: QtBot) -> None:
    found(room, qtbot)
    companies = room.panel.companies
    assert companies.accessibleName() == "Companies"
    assert companies.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Zahnarztpraxis Dr. Köhler · 29683560 · Customer · Freiburg · +49 761 555 014 · Exact"
    )
