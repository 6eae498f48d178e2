from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.frame.status_bar import StatusBar
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.shared.notice import Tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme

SENTENCE = "Ticket T20261123.0011 created for Brightwell Dental."


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> StatusBar:
    made = StatusBar(theme)
    qtbot.addWidget(made)
    made.resize(1200, theme.metrics.status)
    made.show()
    return made


def texts(bar: StatusBar) -> list[str]:
    return [label.text() for label in bar.findChildren(Label) if label.isVisible()]


def test_the_outcome_is_found_by_name_and_its_sentence_can_be_read(bar: StatusBar) -> None:
    bar.outcome.say(SENTENCE)
    spoken = QAccessible.queryAccessibleInterface(bar.outcome.label)
    assert spoken.text(QAccessible.Text.Name) == "Outcome"
    assert spoken.text(QAccessible.Text.Description) == SENTENCE


def test_a_long_outcome_is_elided_and_whole_in_its_tooltip(bar: StatusBar) -> None:
    bar.resize(300, 30)
    bar.outcome.say(SENTENCE * 3)
    assert bar.outcome.label.toolTip() == SENTENCE * 3


def test_a_hint_stands_in_and_gives_way_again(bar: StatusBar) -> None:
    bar.outcome.say(SENTENCE)
    bar.outcome.show_hint("This run has no ticket.")
    assert bar.outcome.label.text() == "This run has no ticket."
    bar.outcome.show_hint("")
    assert bar.outcome.label.text() == SENTENCE


def test_the_outcome_is_copied_with_its_details(bar: StatusBar, qtbot: QtBot) -> None:
    bar.outcome.say("Nothing was sent.", Tone.FAILED, "id 7f3c")
    (copy,) = bar.outcome.actions()
    with qtbot.waitSignal(bar.outcome.copy_requested) as copied:
        copy.trigger()
    assert copied.args == ["Nothing was sent.\nid 7f3c"]


def test_a_running_job_can_be_cancelled(bar: StatusBar, qtbot: QtBot) -> None:
    bar.show_job("Ticket states", 18, 42)
    assert "Ticket states 18 of 42" in texts(bar)
    assert bar.cancel.accessibleName() == "Cancel Ticket states"
    with qtbot.waitSignal(bar.cancel_requested):
        bar.cancel.click()
    bar.clear_job()
    assert "Ticket states 18 of 42" not in texts(bar)


@pytest.mark.parametrize(
    ("used", "token"),
    [(214, "accent"), (7_499, "accent"), (7_500, "warning_icon"), (9_000, "failed_icon")],
)
def test_the_meter_turns_amber_and_red(bar: StatusBar, theme: Theme, used: int, token: str) -> None:
    bar.show_calls(used, 10_000)
    picture = bar.meter.grab().toImage()
    assert picture.pixelColor(3, picture.height() // 2).name() == theme.colour(token).name()


def test_unknown_calls_show_no_meter(bar: StatusBar) -> None:
    bar.show_calls(None)
    assert "Calls this hour" not in texts(bar)


def test_each_part_shows_once_it_is_told(bar: StatusBar) -> None:
    assert texts(bar) == [""]
    bar.show_database("backupchecks @ db01")
    bar.show_environment(Environment.SANDBOX)
    bar.show_operator("J. de Vries", "operator")
    assert texts(bar)[1:] == ["backupchecks @ db01", "Sandbox", "J. de Vries · operator"]
    bar.show_environment(None)
    assert "Sandbox" not in texts(bar)
