"""A long list of customers: read in pages as they are seen, never the whole at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.ui.shared.paged_model import PAGE
from tests.ui.customers.fakes import JANSEN, mapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.customers.conftest import Room

MANY = 1_000
LAST = MANY


@pytest.fixture
def long(make: Callable[..., Room]) -> Room:
    """A thousand customers, of which the first page was read."""
    room = make(deferred=True)
    room.settle()
    room.service.customers = {
        each: replace(JANSEN, id=each, name=f"Klant {each:04}", mapping=mapped(each, each, "A"))
        for each in range(1, MANY + 1)
    }
    room.presenter.refresh()
    room.settle()
    room.service.calls.clear()
    return room


def read(room: Room) -> set[int]:
    return {each for (ids,) in room.service.called("some") for each in ids}


def see(room: Room, customer_id: int) -> None:
    """Lets the table ask for what it shows, as it does when it is painted."""
    room.tab._model.row_at(room.tab._model.row_of(customer_id))
    room.tab._model._ask()


def test_only_the_first_page_is_read_with_the_order(long: Room) -> None:
    long.presenter.refresh()
    long.settle()
    assert long.tab.table.model().rowCount() == MANY
    assert read(long) == set(range(1, PAGE + 1))


def test_a_page_is_read_once_it_is_seen(long: Room) -> None:
    assert long.cell(LAST, "customer") == "…"
    see(long, LAST)
    long.settle()
    assert read(long) == set(range(MANY - PAGE + 1, MANY + 1))
    assert long.cell(LAST, "customer") == f"Klant {LAST}"


def test_two_pages_that_are_seen_at_once_are_both_read(long: Room) -> None:
    see(long, 450)
    see(long, 550)
    long.settle()
    assert read(long) == set(range(401, 601))


def test_a_customer_that_was_not_read_yet_is_shown_once_it_was(long: Room) -> None:
    long.choose(LAST)
    assert long.panel.row is None
    see(long, LAST)
    long.settle()
    assert long.panel.row is not None and long.panel.row.id == LAST


def test_a_reading_brings_along_the_chosen_customer_wherever_it_stands(long: Room) -> None:
    long.choose(LAST)
    see(long, LAST)
    long.settle()
    long.presenter.refresh()
    long.settle()
    assert long.tab.table.selected_keys() == [LAST]
    assert long.panel.row is not None and long.panel.row.id == LAST


def test_a_page_from_before_a_mapping_changed_does_not_undo_it(long: Room) -> None:
    plain = long.service.some

    def slow(ids: tuple[int, ...]) -> object:
        old = plain(ids)
        if long.service.customers[LAST].mapping is not None:
            cleared = replace(long.service.customers[LAST], mapping=None)
            long.service.customers[LAST] = cleared
            long.presenter._mapping.changed.emit(cleared)
        return old

    long.service.some = slow  # type: ignore[method-assign, assignment]
    see(long, LAST)
    long.settle()
    row = long.tab._model.held(LAST)
    assert row is not None and row.status is MappingStatus.MISSING


def test_a_page_that_could_not_be_read_is_told_and_read_again(long: Room) -> None:
    plain = long.service.some

    def fails(_ids: object) -> object:
        long.service.some = plain  # type: ignore[method-assign]
        raise Failure(Kind.DATABASE_LOST)

    long.service.some = fails  # type: ignore[method-assign, assignment]
    see(long, LAST)
    long.settle()
    assert long.tab.notice.isVisible()
    long.tab.notice.retry_requested.emit()
    long.settle()
    assert not long.tab.notice.isVisible()
    see(long, LAST)
    long.settle()
    assert long.cell(LAST, "customer") == f"Klant {LAST}"


def test_a_reading_that_finds_nothing_new_leaves_the_table_alone(long: Room) -> None:
    resets: list[bool] = []
    model = long.tab._model
    model.modelReset.connect(lambda: resets.append(True))
    model.dataChanged.connect(lambda *_: resets.append(True))
    long.presenter.refresh()
    long.settle()
    assert resets == []


def test_what_a_colleague_changed_reaches_table_and_panel(long: Room) -> None:
    long.choose(7)
    long.service.customers[7] = replace(long.service.customers[7], mapping=None)
    long.presenter.refresh()
    long.settle()
    assert long.cell(7, "mapping") == "Missing"
    assert long.panel.row is not None and long.panel.row.mapping is None
