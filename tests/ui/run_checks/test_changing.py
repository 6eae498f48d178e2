"""Changing queue, priority and due date of one ticket: what is shown then is what is sent."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QDateTime, QTime

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.tickets import Block, Choice
from bcautotask_gui.worker.jobs import Lane
from tests.ui.run_checks.fakes import created, run_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.ui.run_checks.create.dialog import CreateDialog
    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


def preview(place: Place) -> CreateDialog:
    place.presenter.start()
    place.select(1)
    place.press_create()
    dialog = place.presenter.create.dialog
    assert dialog is not None
    return dialog


def facts(dialog: CreateDialog) -> list[str]:
    return [fact.label for fact in dialog._preview._facts.facts]


@pytest.fixture
def place(make_place: Make) -> Place:
    return make_place(run_row(1))


def test_live_values_are_read_when_somebody_wants_to_change_and_not_before(place: Place) -> None:
    dialog = preview(place)
    before = place.jobs.lanes.count(Lane.AUTOTASK)
    dialog._preview.change.click()
    assert place.jobs.lanes.count(Lane.AUTOTASK) == before + 1
    changes = dialog._preview.changes
    offered = [changes.queue.itemText(at) for at in range(changes.queue.count())]
    assert offered == ["Backup & Recovery", "Service desk"]
    assert changes.queue.currentText() == "Backup & Recovery"
    assert changes.priority.currentText() == "High"
    assert facts(dialog) == ["Company", "Source", "Status", "External ID"]
    assert dialog._preview.change.isHidden()


def test_what_is_chosen_is_shown_and_sent_and_the_rest_stays(place: Place) -> None:
    dialog = preview(place)
    before = dialog.draft
    dialog._preview.change.click()
    changes = dialog._preview.changes
    changes.queue.setCurrentIndex(1)
    changes.priority.setCurrentIndex(1)
    changes.due.setDateTime(QDateTime(QDate(2026, 11, 24), QTime(9, 30)))
    request = dialog._request.toPlainText()
    assert "queueID: 8\n" in request
    assert "priority: 2\n" in request
    assert "dueDateTime: 2026-11-24T08:30:00Z" in request
    place.tickets.answers = [created()]
    place.confirm()
    [(sent, _)] = place.tickets.sent
    assert before is not None
    assert (sent.queue, sent.priority) == (Choice(8, "Service desk"), Choice(2, "Medium"))
    assert sent.due_at == datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    assert (sent.title, sent.source, sent.status) == (before.title, before.source, before.status)


def test_a_due_date_in_the_past_cannot_be_chosen(place: Place) -> None:
    dialog = preview(place)
    dialog._preview.change.click()
    dialog._preview.changes.due.setDateTime(QDateTime(QDate(2026, 11, 1), QTime(9, 30)))
    assert dialog.draft is not None
    assert dialog.draft.due_at == datetime(2026, 11, 23, 6, 18, tzinfo=UTC)


def test_a_queue_that_is_no_longer_offered_is_mended_for_this_ticket(place: Place) -> None:
    place.drafts.blocks = (Block("Queue: nothing usable.", "Choose one.", "defaults", "queue"),)
    place.offers.queues = (Choice(8, "Service desk"), Choice(9, "Field work"))
    dialog = preview(place)
    assert not dialog.primary.isEnabled()
    dialog._preview.change.click()
    changes = dialog._preview.changes
    assert changes.queue.currentIndex() == -1
    assert not dialog.primary.isEnabled()
    changes.queue.setCurrentIndex(1)
    assert dialog.primary.isEnabled()
    assert dialog.draft is not None
    assert dialog.draft.queue == Choice(9, "Field work")


def test_where_autotask_does_not_answer_the_draft_can_be_sent_as_it_is(place: Place) -> None:
    place.offers.trouble = Failure(Kind.UNREACHABLE, why="no connection")
    dialog = preview(place)
    dialog._preview.change.click()
    assert any("What Autotask offers could not be read" in each for each in dialog.notices)
    assert dialog._preview.change.isEnabled()
    assert dialog.primary.isEnabled()
