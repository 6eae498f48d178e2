from __future__ import annotations

from typing import TYPE_CHECKING

from bcautotask_gui.ui.shared.busy_bar import BusyBar
from bcautotask_gui.ui.shared.empty_state import EmptyState
from bcautotask_gui.ui.shared.facts import Fact, Facts
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.shared.notice import Notice, NoticeBox, Tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


def test_a_notice_takes_no_room_until_it_says_something(theme: Theme, qtbot: QtBot) -> None:
    notice = Notice(theme)
    qtbot.addWidget(notice)
    assert not notice.isVisibleTo(None)
    notice.say("Autotask could not be reached.", details="id 7f3c", retry=True)
    assert notice.isVisible()
    assert notice.accessibleName() == "Autotask could not be reached."
    notice.clear()
    assert not notice.isVisible()


def test_a_notice_offers_what_can_be_done(theme: Theme, qtbot: QtBot) -> None:
    notice = Notice(theme)
    qtbot.addWidget(notice)
    notice.say("Nothing was sent.", Tone.WARNING)
    assert not notice.retry.isVisible()
    assert not notice.copy.isVisible()
    notice.say("Nothing was sent.", Tone.FAILED, "id 7f3c", retry=True)
    with qtbot.waitSignal(notice.copy_requested) as copied:
        notice.copy.click()
    assert copied.args == ["id 7f3c"]
    with qtbot.waitSignal(notice.retry_requested):
        notice.retry.click()


def test_a_box_is_read_as_heading_and_text(theme: Theme, qtbot: QtBot) -> None:
    box = NoticeBox(theme, Tone.WARNING, "Time has been booked", "The ticket stays open.")
    qtbot.addWidget(box)
    assert box.accessibleName() == "Time has been booked. The ticket stays open."
    box.say("Time has been booked.", "The ticket stays open.")
    assert box.accessibleName() == "Time has been booked. The ticket stays open."


def test_a_bar_shows_a_share_or_wanders(theme: Theme, qtbot: QtBot) -> None:
    bar = BusyBar(theme, "Progress")
    qtbot.addWidget(bar)
    bar.show_share(18, 42)
    assert bar.share == 18 / 42
    assert bar.accessibleDescription() == "18 / 42"
    bar.show_share(3, None)
    assert bar.share is None


def test_facts_name_their_values(theme: Theme, qtbot: QtBot) -> None:
    facts = Facts(theme, lined=True)
    qtbot.addWidget(facts)
    facts.show_facts((Fact("Queue", "Backup & Recovery", "29682833"), Fact("Priority", "High")))
    facts.show_facts((Fact("Priority", "Urgent, not offered", "4", broken=True),))
    shown = [label.text() for label in facts.findChildren(Label) if label.isVisibleTo(facts)]
    assert shown == ["Priority", "Urgent, not offered", "4"]


def test_an_empty_list_says_what_is_done_and_where_to_go(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme)
    qtbot.addWidget(empty)
    empty.say("Nothing left to review", "New reports appear here.")
    assert empty.accessibleName() == "Nothing left to review New reports appear here."
