from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.mapping_rules import contested
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.ui.customers.panel import TICKETS
from tests.ui.customers.fakes import HARROW, JANSEN, KOEHLER

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.customers.conftest import Room


def actions(room: Room) -> dict[str, object]:
    return {each.text(): each for each in room.tab.table.actions()}


# beside the row ------------------------------------------------------------------------------


def test_the_panel_tells_the_last_run_and_what_waits(room: Room, qtbot: QtBot) -> None:
    room.service.details = replace(room.service.details, row=JANSEN, waiting=3)
    room.service.customers[JANSEN.id] = replace(JANSEN, last_run_at=KOEHLER.last_run_at)
    room.choose(HARROW.id)
    room.choose(JANSEN.id)
    qtbot.waitUntil(lambda: "waiting" in room.panel._facts.text(), timeout=60_000)
    told = "4 jobs · last run today 04:59 · 3 runs are waiting for a ticket"
    assert room.panel._facts.text() == told
    assert room.service.called("detail") == [(JANSEN.id,)], "walking past reads nothing"


def test_open_tickets_and_history_have_tabs_of_their_own(room: Room, qtbot: QtBot) -> None:
    room.choose(JANSEN.id)
    qtbot.waitUntil(lambda: room.service.called("detail") != [], timeout=60_000)
    model = room.panel.tickets.entries.model()
    assert model.index(0, 0).data() == "T20261120.0012. In Progress. HV1 Daily · Fri 20 Nov 00:00"
    model = room.panel.history.entries.model()
    assert model.index(0, 0).data() == (
        "Mapping set. Today 06:40 · M. Peters · Bakkerij Jansen V.O.F. (29683401)"
    )
    assert room.panel.tabs.tabToolTip(TICKETS) == "Open tickets 1"


def test_autotask_is_asked_about_a_company_only_where_a_person_rests(
    room: Room, qtbot: QtBot
) -> None:
    room.choose(JANSEN.id)
    room.choose(HARROW.id)
    room.choose(JANSEN.id)
    assert room.service.called("facts") == []
    qtbot.waitUntil(lambda: room.service.called("facts") != [], timeout=60_000)
    assert room.service.called("facts") == [(29683401,)]
    words = room.panel.current.words
    assert "Customer · Utrecht · +31 30 555 0101 · active" in words
    assert "last activity Fri 20 Nov 15:12 · part of Jansen Groep" in words
    room.presenter.refresh()
    qtbot.wait(500)
    assert len(room.service.called("facts")) == 1, "a refresh of the list asks nothing"


def test_a_company_that_autotask_does_not_show_is_told(room: Room, qtbot: QtBot) -> None:
    room.service.facts = None
    room.choose(JANSEN.id)
    qtbot.waitUntil(lambda: "shows no such company" in room.panel.current.words, timeout=60_000)


def test_nothing_is_asked_about_companies_while_autotask_is_off(
    make: Callable[..., Room], qtbot: QtBot
) -> None:
    room = make(enabled=False)
    room.choose(JANSEN.id)
    qtbot.wait(500)
    assert room.service.called("facts") == []


def test_two_claims_are_told_with_both_names_and_the_way_out(room: Room) -> None:
    assert JANSEN.mapping is not None
    claimed = replace(JANSEN, mapping=contested(JANSEN.mapping, ("Bakkerij Jansen", "Jansen BV")))
    room.service.customers[JANSEN.id] = claimed
    room.presenter.refresh()
    room.choose(JANSEN.id)
    assert room.cell(JANSEN.id, "company").endswith("(claimed by two customers)")
    assert "Bakkerij Jansen and Jansen BV both claim" in room.panel.current.words
    assert "Clear the mapping of the one" in room.panel.current.words


# renames -------------------------------------------------------------------------------------


def test_a_rename_is_acknowledged_for_the_chosen_customer(room: Room) -> None:
    room.choose(JANSEN.id)
    assert "was not renamed" in room.tab.acknowledge.reason
    room.choose(HARROW.id)
    room.tab.acknowledge.click()
    assert room.service.called("acknowledge") == [(HARROW.id,)]
    assert room.cell(HARROW.id, "mapping") == "OK"
    assert room.outcome.sentences == [
        "The new name of Harrow & Finch Solicitors's company is acknowledged: Harrow Finch LLP."
    ]


def test_all_renames_are_acknowledged_after_a_look_at_both_names(room: Room) -> None:
    assert not room.tab.acknowledge_all.isVisible()
    assert JANSEN.mapping is not None
    renamed = replace(
        JANSEN.mapping, status=MappingStatus.RENAMED, former_name="Bakkerij Jansen Oud"
    )
    room.service.customers[JANSEN.id] = replace(JANSEN, mapping=renamed)
    room.presenter.refresh()
    assert room.tab.acknowledge_all.isVisible()
    room.messages.says_yes = False
    room.tab.acknowledge_all.click()
    ((_title, sentence, yes),) = room.messages.asked
    assert "Bakkerij Jansen: Bakkerij Jansen Oud is now Bakkerij Jansen V.O.F." in sentence
    assert "Harrow & Finch Solicitors: Harrow & Finch LLP is now Harrow Finch LLP" in sentence
    assert yes == "Acknowledge 2"
    assert room.service.called("acknowledge all") == []
    room.messages.says_yes = True
    room.tab.acknowledge_all.click()
    assert room.service.called("acknowledge all") == [(JANSEN.id, HARROW.id)]
    assert room.outcome.sentences == ["2 renames acknowledged."]
    assert not room.tab.acknowledge_all.isVisible()


# keys and menu -------------------------------------------------------------------------------


def test_each_act_is_in_the_menu_of_the_table_and_has_a_key(room: Room, qtbot: QtBot) -> None:
    assert list(actions(room)) == [
        "Find company",
        "Acknowledge rename",
        "Refresh",
        "Clear mapping",
        "Copy customer name",
        "Copy company id",
        "Copy row",
    ]
    with qtbot.waitExposed(room.tab):
        room.tab.activateWindow()
    room.choose(HARROW.id)
    room.tab.table.setFocus()
    qtbot.keyClick(room.tab.table, Qt.Key.Key_Y)
    qtbot.keyClick(room.tab.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert room.messages.copied[0] == "29683477"
    assert room.messages.copied[1].startswith("Harrow & Finch Solicitors\tYes\t7\tHarrow Finch LLP")
    qtbot.keyClick(room.tab.table, Qt.Key.Key_A)
    assert room.service.called("acknowledge") == [(HARROW.id,)]
    qtbot.keyClick(room.tab.table, Qt.Key.Key_R)
    assert room.service.called("refresh") == [(HARROW.id,)]
    room.panel.tabs.setCurrentIndex(TICKETS)
    qtbot.keyClick(room.tab.table, Qt.Key.Key_F)
    assert room.panel.search.hasFocus()


def test_who_may_not_map_can_still_copy(make: Callable[..., Room]) -> None:
    room = make(role=Role.VIEWER)
    room.choose(JANSEN.id)
    usable = [text for text, each in actions(room).items() if each.isVisible() and each.isEnabled()]  # type: ignore[attr-defined]
    assert usable == ["Copy customer name", "Copy company id", "Copy row"]


# the foot ------------------------------------------------------------------------------------


def test_buttons_give_way_instead_of_being_cut(room: Room) -> None:
    room.choose(JANSEN.id)
    foot, buttons = room.panel.foot, room.panel.foot._buttons
    for width in (460, 400, 360, 300):
        foot.resize(width, foot.height())
        foot.arrange()
        foot.layout().activate()
        for button in buttons:
            assert button.width() >= button.sizeHint().width()
            assert foot.rect().contains(button.geometry())
    assert foot.rows == 2
