from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.ui.shared.column import Column
from bcautotask_gui.ui.shared.paged_model import PAGE, PagedModel
from bcautotask_gui.ui.shared.table_model import ROW_ROLE
from tests.ui.conftest import SampleRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BASE = 2**62


def row(place: int) -> SampleRow:
    return SampleRow(BASE + place, f"Run {place}")


@pytest.fixture
def model(qapp: object) -> PagedModel:
    made = PagedModel([Column("name", "Name", lambda row: row.name)])
    made.set_order(array("q", range(BASE, BASE + 1000)), [row(place) for place in range(PAGE)])
    return made


def test_the_first_page_is_there_at_once(model: PagedModel) -> None:
    assert model.rowCount() == 1000
    assert model.index(0, 0).data() == "Run 0"


def test_a_row_that_comes_into_view_is_asked_for_once_with_its_page(
    qtbot: QtBot, model: PagedModel
) -> None:
    asked: list[tuple[int, ...]] = []
    model.page_wanted.connect(asked.append)
    with qtbot.waitSignal(model.page_wanted):
        assert model.index(250, 0).data(ROW_ROLE) is None
        assert model.index(251, 0).data() == "…"
    model.index(260, 0).data()
    qtbot.wait(1)
    assert asked == [tuple(range(BASE + 200, BASE + 300))]


def test_an_answer_fills_the_rows_in_place(qtbot: QtBot, model: PagedModel) -> None:
    with qtbot.waitSignal(model.dataChanged) as change:
        model.put([row(place) for place in range(200, 300)])
    assert (change.args[0].row(), change.args[1].row()) == (200, 299)
    assert model.index(250, 0).data() == "Run 250"


def test_an_answer_for_an_older_order_moves_nothing(model: PagedModel) -> None:
    model.set_order([BASE + 5, BASE + 4], [row(5), row(4)])
    model.put([row(700)])
    assert model.rowCount() == 2
    assert model.row_of(BASE + 700) == -1


def test_rows_are_found_by_key_even_before_they_are_read(model: PagedModel) -> None:
    assert model.row_of(BASE + 900) == 900
    assert model.row_of(str(BASE + 900)) == 900
    assert model.key_at(900) == BASE + 900
    assert model.row_of("no number") == -1


def test_the_rest_of_an_order_arrives_below(qtbot: QtBot, model: PagedModel) -> None:
    with qtbot.waitSignal(model.rowsInserted):
        model.extend_order(range(BASE + 1000, BASE + 1200))
    assert model.rowCount() == 1200
    assert model.index(0, 0).data() == "Run 0"


def test_a_page_that_never_came_can_be_asked_for_again(qtbot: QtBot, model: PagedModel) -> None:
    with qtbot.waitSignal(model.page_wanted):
        model.index(500, 0).data()
    model.ask_again()
    with qtbot.waitSignal(model.page_wanted) as again:
        model.index(500, 0).data()
    assert again.args == [tuple(range(BASE + 500, BASE + 600))]


def test_a_long_walk_forgets_rows_far_away(model: PagedModel) -> None:
    ids = range(BASE, BASE + 10_000)
    model.set_order(ids, [row(place) for place in range(10_000)])
    model.forget_unseen(9000, 9030)
    assert model.row_at(0) is None
    assert model.row_at(9010) is not None


def test_a_row_that_is_taken_out_leaves_the_others_in_their_places(model: PagedModel) -> None:
    model.take_out(BASE + 50)
    assert model.rowCount() == 999
    assert [model.key_at(n) - BASE for n in (49, 50, 51)] == [49, 51, 52]
    assert model.row_of(BASE + 99) == 98
    assert model.row_of(BASE + 50) == -1


def test_what_moved_up_from_the_next_page_is_asked_for(qtbot: QtBot, model: PagedModel) -> None:
    model.take_out(BASE)
    with qtbot.waitSignal(model.page_wanted) as asked:
        model.row_at(PAGE - 1)
    assert asked.args == [(BASE + PAGE,)]


def test_many_rows_are_found_in_one_walk_and_those_that_are_gone_left_out(
    model: PagedModel,
) -> None:
    places = (3, 900, 412, 77, 5)
    keys = [BASE + place for place in places]
    assert sorted(model.rows_of([*keys, BASE + 4000])) == sorted(places)
    assert model.rows_of(keys[:2]) == [3, 900]
    assert model.rows_of([BASE + 4000]) == []


def test_rows_that_follow_each_other_are_found_wherever_the_order_moved_them(
    model: PagedModel,
) -> None:
    assert [model.row_of(BASE + place) for place in range(500, 600)] == list(range(500, 600))
    assert model._found_last == 599
    model.set_order([BASE + 9, BASE + 500, BASE + 8])
    assert [model.row_of(BASE + each) for each in (8, 500, 9, 599)] == [2, 1, 0, -1]


def test_a_page_that_will_not_come_is_asked_for_when_it_is_looked_at_again(
    qtbot: QtBot, model: PagedModel
) -> None:
    asked: list[tuple[int, ...]] = []
    model.page_wanted.connect(asked.append)
    for _ in range(2):
        with qtbot.waitSignal(model.page_wanted):
            model.row_at(250)
        model.forgo(asked[-1])
    assert asked[0] == asked[1]


def test_an_order_that_is_the_same_is_known(model: PagedModel) -> None:
    assert model.has_order(array("q", range(BASE, BASE + 1000)))
    assert not model.has_order(array("q", range(BASE, BASE + 999)))


def test_rows_read_anew_paint_only_what_changed(model: PagedModel) -> None:
    painted: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: painted.append((first.row(), last.row())))
    model.renew([row(place) for place in range(PAGE)])
    assert painted == []
    renamed = SampleRow(BASE + 7, "Run 7, renamed")
    model.renew([row(6), renamed, row(8)])
    assert painted == [(7, 7)]
    assert model.index(7, 0).data() == "Run 7, renamed"


def test_rows_that_were_not_read_anew_are_read_once_seen(qtbot: QtBot, model: PagedModel) -> None:
    model.renew([row(0)])
    assert model.held(BASE + 1) is None
    with qtbot.waitSignal(model.page_wanted) as asked:
        assert model.index(1, 0).data() == "…"
    assert asked.args == [tuple(range(BASE + 1, BASE + PAGE))]
