"""Own views: kept for a person, recalled, renamed, removed, and never trusted blindly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.ui.run_checks.filters import Chosen, Range
from bcautotask_gui.ui.run_checks.views.own_views import NAME_LIMIT, OwnViews
from bcautotask_gui.ui.run_checks.views.words import chosen_words
from tests.ui.run_checks.fakes import run_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]

NAS = Chosen(RunView.NEEDS_TICKET, "nas", Range.MONTH, software="Veeam", sort="customer")


@pytest.fixture
def own(settings: QSettings) -> OwnViews:
    return OwnViews(settings, "anna")


def names(own: OwnViews) -> list[str]:
    return [view.name for view in own.all()]


def test_all_that_was_chosen_is_kept_between_two_starts(own: OwnViews, settings: QSettings) -> None:
    own.keep("Friday  NAS", replace(NAS, descending=False, grouped=True, customer_id=7))
    settings.sync()
    [view] = OwnViews(settings, "anna").all()
    assert view.name == "Friday NAS"
    assert view.chosen == replace(NAS, descending=False, grouped=True, customer_id=7)


def test_each_person_has_their_own(own: OwnViews, settings: QSettings) -> None:
    own.keep("NAS", NAS)
    assert OwnViews(settings, "bert/../anna").all() == ()
    assert OwnViews(settings, "").all() == ()


def test_a_job_that_was_opened_is_not_kept(own: OwnViews) -> None:
    own.keep("NAS", replace(NAS, job_id=7, job="HV01"))
    assert own.like(NAS) is not None
    assert own.like(replace(NAS, job_id=8, job="HV02")) is not None


def test_a_name_that_is_given_again_replaces_in_place(own: OwnViews) -> None:
    for name in ("first", "NAS", "last"):
        own.keep(name, NAS)
    own.keep("nas", replace(NAS, search="synology"))
    assert names(own) == ["first", "nas", "last"]
    found = own.named("NAS")
    assert found is not None and found.chosen.search == "synology"


def test_rename_keeps_the_place_and_a_former_holder_of_the_name_gives_way(own: OwnViews) -> None:
    for name in ("first", "second", "third"):
        own.keep(name, replace(NAS, search=name))
    own.rename("second", "Third")
    assert names(own) == ["first", "Third"]
    found = own.named("third")
    assert found is not None and found.chosen.search == "second"
    own.rename("first", "FIRST")
    assert names(own) == ["FIRST", "Third"]
    own.rename("nobody", "somebody")
    assert names(own) == ["FIRST", "Third"]


def test_remove_forgets_one(own: OwnViews) -> None:
    own.keep("first", NAS)
    own.keep("second", NAS)
    own.remove("FIRST")
    assert names(own) == ["second"]


def test_a_long_name_is_cut(own: OwnViews) -> None:
    own.keep("x" * 99, NAS)
    assert names(own) == ["x" * NAME_LIMIT]


@pytest.mark.parametrize(
    "kept",
    ["", "{", "7", '[7, {"name": "a"}, {"name": "b", "view": "gone", "range": "week"}]', "null",
     '[{"name": "c", "view": "all", "range": "week", "from_a_later_version": 1}]'],
)  # fmt: skip
def test_what_cannot_be_read_is_left_out(own: OwnViews, settings: QSettings, kept: str) -> None:
    settings.setValue(own._place, kept)
    assert own.all() == ()
    own.keep("NAS", NAS)
    assert names(own) == ["NAS"]


def test_a_view_says_what_it_shows() -> None:
    assert chosen_words(NAS) == ('Needs ticket · "nas" · Last 30 days · Veeam · sorted by customer')
    assert chosen_words(Chosen(grouped=True)).endswith("sorted by run time · grouped by job")


# in the window -----------------------------------------------------------------------------


@pytest.fixture
def place(make_place: Make, qtbot: QtBot) -> Place:
    made = make_place(run_row(1), run_row(2), person="anna")
    made.presenter.start()
    made.tab.show()
    made.tab.focus_table()
    qtbot.waitUntil(made.tab.table.hasFocus, timeout=60_000)
    return made


def entries(place: Place) -> dict[str, QAction]:
    place.tab.view_menu._fill()
    actions = place.tab.view_menu.menu.actions()
    return {each.text(): each for each in actions if not each.isSeparator()}


def save(place: Place, name: str) -> None:
    entries(place)["Save this view…"].trigger()
    dialog = place.tab.view_menu.dialog
    assert dialog is not None
    dialog.name.setText(name)
    dialog.primary.click()


def test_v_opens_the_views_and_a_number_recalls_one(place: Place, qtbot: QtBot) -> None:
    tab = place.tab
    tab.bar.choose(replace(tab.chosen, view=RunView.MISSED, range=Range.ALL))
    save(place, "Missed ever")
    assert place.last_told == "View Missed ever is kept. V opens your views."
    tab.bar.views.choose(RunView.ALL)
    qtbot.keyClick(tab.table, Qt.Key.Key_V)
    qtbot.waitUntil(tab.view_menu.menu.isVisible, timeout=60_000)
    qtbot.keyClick(tab.view_menu.menu, Qt.Key.Key_1)
    assert (tab.chosen.view, tab.chosen.range) == (RunView.MISSED, Range.ALL)


def test_the_view_that_is_shown_is_ticked_and_can_be_renamed_and_removed(place: Place) -> None:
    save(place, "Mine & yours")
    found = entries(place)
    assert found["&1  Mine && yours"].isChecked()
    assert not found["Save this view…"].isEnabled()
    found["Rename Mine && yours…"].trigger()
    dialog = place.tab.view_menu.dialog
    assert dialog is not None and dialog.name.text() == "Mine & yours"
    dialog.name.setText("Ours")
    dialog.primary.click()
    assert place.last_told == "View Mine & yours is called Ours now."
    entries(place)["Remove Ours"].trigger()
    assert place.last_told == "View Ours is removed."
    assert list(entries(place)) == ["Save this view…", "&Group by job"]


def test_without_a_name_nothing_is_saved_and_a_taken_name_warns(place: Place) -> None:
    save(place, "NAS")
    place.tab.bar.views.choose(RunView.ALL)
    entries(place)["Save this view…"].trigger()
    dialog = place.tab.view_menu.dialog
    assert dialog is not None
    dialog.name.setText("  ")
    assert not dialog.primary.isEnabled()
    dialog.name.setText("nas")
    assert dialog._warning.text() == "A view of this name is replaced."
    dialog.reject()
    assert place.tab.view_menu.dialog is None


def test_a_customer_that_is_not_here_shows_all_and_says_so(place: Place) -> None:
    tab = place.tab
    tab.view_menu._own.keep("Theirs", Chosen(customer_id=1, customer="Somebody else"))
    tab.view_menu._own.keep("Ours", Chosen(customer_id=1, customer="Customer 1"))
    entries(place)["&1  Theirs"].trigger()
    assert tab.chosen.customer_id is None
    assert place.last_told == (
        "Theirs: Somebody else is not in this database any more, so all are shown."
    )
    entries(place)["&2  Ours"].trigger()
    assert tab.chosen.customer_id == 1


def test_grouping_is_in_the_menu_as_well(place: Place) -> None:
    entries(place)["&Group by job"].trigger()
    assert place.tab.chosen.grouped
    assert entries(place)["&Group by job"].isChecked()
