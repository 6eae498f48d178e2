from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.services.mapping_refresh import RefreshSummary
from bcautotask_gui.worker.jobs import Lane
from tests.ui.customers.fakes import JANSEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.customers.conftest import Room


def test_refreshing_all_runs_as_bulk_work_and_ends_with_a_summary(room: Room) -> None:
    room.tab.refresh_all.click()
    assert Lane.BULK in room.jobs.lanes
    (sentence,) = room.outcome.sentences
    assert sentence.startswith("All mappings refreshed at ")
    assert sentence.endswith(": 1 renamed, 1 invalid, 126 unchanged")


def test_it_is_not_started_twice(make: Callable[..., Room]) -> None:
    room = make(deferred=True)
    room.settle()
    begun = room.jobs.lanes.count(Lane.BULK)
    room.tab.refresh_all.click()
    room.tab.refresh_all_asked.emit()
    assert room.jobs.lanes.count(Lane.BULK) == begun + 1
    assert room.tab.refresh_all.reason == "All mappings are being refreshed already."


def test_stopping_says_that_what_was_read_is_saved(make: Callable[..., Room]) -> None:
    room = make(deferred=True)
    room.settle()
    room.tab.refresh_all.click()
    room.jobs.running()[-1].stop()
    assert room.outcome.sentences == ["Refresh stopped. What was read until then is saved."]
    assert room.tab.refresh_all.isEnabled()


def test_a_failure_stands_above_the_table_and_the_rows_stay(room: Room) -> None:
    room.service.failure = Failure(Kind.MANY_ABSENT, absent=9, asked=10)
    room.tab.refresh_all.click()
    assert "look like a lost right" in room.tab.notice.sentence
    assert len(room.shown()) == 5


@pytest.mark.parametrize(
    ("summary", "is_told"),
    [
        (RefreshSummary(unchanged=128), False),
        (RefreshSummary(unchanged=128, contested=2), False),
        (RefreshSummary(unchanged=127, renamed=1, saved=1), True),
        (RefreshSummary(unchanged=128, saved=1), True),
        (RefreshSummary(unchanged=127, changed=1), True),
    ],
)
def test_other_pages_hear_of_a_refresh_that_changed_something(
    room: Room, summary: RefreshSummary, is_told: bool
) -> None:
    heard: list[bool] = []
    room.presenter.mappings_changed.connect(lambda: heard.append(True))
    readings = len(room.service.called("order"))
    room.service.summary = summary
    room.tab.refresh_all.click()
    assert bool(heard) is is_told
    assert len(room.service.called("order")) == readings + 1


def test_other_pages_hear_of_a_refresh_that_was_broken_off(room: Room) -> None:
    heard: list[bool] = []
    room.presenter.mappings_changed.connect(lambda: heard.append(True))
    room.service.failure = Failure(Kind.SERVER, status=500)
    room.tab.refresh_all.click()
    assert heard


def test_rows_that_cannot_be_read_are_told_with_a_retry(room: Room) -> None:
    room.service.failure = Failure(Kind.DATABASE_BUSY)
    room.presenter.refresh()
    assert "did not answer in time" in room.tab.notice.sentence
    assert len(room.shown()) == 5
    room.tab.notice.retry.click()
    assert room.tab.notice.sentence == ""


def test_refreshing_one_tells_what_it_found(room: Room) -> None:
    room.choose(JANSEN.id)
    room.panel.refresh_button.click()
    assert room.service.called("refresh") == [(JANSEN.id,)]
    assert room.outcome.sentences == ["Bakkerij Jansen V.O.F. (29683401) answers; nothing changed."]
