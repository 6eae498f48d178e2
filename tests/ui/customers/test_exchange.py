from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from bcautotask_gui.domain.customers import Company
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.mapping_plan import Effect, ImportPlan, PlannedRow
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import Environment
from tests.ui.customers.fakes import JANSEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.customers.exchange.import_dialog import ImportDialog
    from tests.ui.customers.conftest import Room

PLAN = ImportPlan(
    Environment.SANDBOX,
    "mappings.csv",
    (
        PlannedRow(2, Effect.SAME, 1, "Alpha", "11", Company(11, "Alpha", is_active=True)),
        PlannedRow(3, Effect.NEW, 3, "Gamma", "13", Company(13, "Gamma", is_active=True)),
        PlannedRow(
            4, Effect.CHANGED, 2, "Bakkerij Jansen", "14",
            Company(14, "Jansen", is_active=True), seen=JANSEN.mapping,
        ),
        PlannedRow(5, Effect.REFUSED, None, "Delta", "x", reason="'x' is no company id"),
    ),
)  # fmt: skip


def previewed(room: Room, plan: ImportPlan = PLAN) -> ImportDialog:
    room.files.plan = plan
    room.presenter.exchange.preview("/tmp/mappings.csv")
    dialog = room.presenter.exchange.dialog
    assert dialog is not None
    return dialog


def test_a_preview_shows_what_each_line_does_the_refused_ones_first(room: Room) -> None:
    dialog = previewed(room)
    model = dialog.table.model()
    shown = [[model.index(row, column).data() for column in range(5)] for row in range(4)]
    assert [cells[:3] for cells in shown] == [
        ["5", "Refused", "Delta"],
        ["4", "Changed", "Bakkerij Jansen"],
        ["3", "New", "Gamma"],
        ["2", "Same", "Alpha"],
    ]
    assert shown[0][4] == "'x' is no company id"
    assert shown[1][3:] == ["Jansen (14)", "in place of Bakkerij Jansen V.O.F. (29683401)"]
    assert dialog.heading.text() == "mappings.csv would map 2 customers"
    assert dialog.hint.text() == "1 new, 1 changed, 1 same, 1 refused"
    assert room.files.applied == []


def test_accepting_imports_and_reads_the_list_anew(room: Room) -> None:
    dialog = previewed(room)
    readings = len(room.service.called("order"))
    assert dialog.primary.text() == "Import 2 mappings"
    dialog.primary.click()
    assert room.files.applied == [PLAN]
    assert room.outcome.sentences == ["2 mappings were imported."]
    assert room.presenter.exchange.dialog is None
    assert len(room.service.called("order")) == readings + 1


def test_a_file_that_changes_nothing_cannot_be_imported(room: Room) -> None:
    dialog = previewed(room, ImportPlan(Environment.SANDBOX, "x.csv", PLAN.rows[:1]))
    assert dialog.heading.text() == "x.csv would change nothing"
    assert dialog.primary.reason == "No line of this file changes anything."


def test_a_refused_import_stays_open_and_says_why(room: Room) -> None:
    dialog = previewed(room)
    room.files.failure = Failure(Kind.STALE, what="The mapping of customer 2", who="bert")
    dialog.primary.click()
    assert "Changed by bert while you looked" in dialog.problem.sentence
    assert dialog.primary.isEnabled()


def test_a_file_that_cannot_be_read_is_told_above_the_table(room: Room) -> None:
    room.files.failure = Failure(Kind.BLOCKED, reason="x.csv cannot be read: no such file.")
    room.presenter.exchange.preview("x.csv")
    assert room.tab.notice.sentence == "x.csv cannot be read: no such file."


def test_an_export_holds_what_the_table_shows(room: Room) -> None:
    room.tab.chips.choose("ok")
    room.presenter.exchange.export_to("/tmp/out.csv")
    ((path, chosen),) = room.files.exported
    assert (path, chosen.status) == ("/tmp/out.csv", room.tab.status)
    assert room.outcome.sentences == ["5 customers were exported to out.csv."]


def test_the_question_for_a_file_waits_for_nobody(room: Room, qtbot: QtBot) -> None:
    room.tab.export_button.click()
    (dialog,) = room.tab.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "csv"
    dialog.fileSelected.emit("/tmp/out.csv")
    assert [path for path, _chosen in room.files.exported] == ["/tmp/out.csv"]
    dialog.reject()
    room.tab.import_button.click()
    qtbot.waitUntil(lambda: len(room.tab.findChildren(QFileDialog)) == 1, timeout=60_000)
    room.tab.findChildren(QFileDialog)[0].reject()


def test_who_may_only_export_sees_no_import(make: Callable[..., Room]) -> None:
    room = make(role=Role.REPORTER)
    assert room.tab.export_button.isVisible()
    assert not room.tab.import_button.isVisible()
    room = make(role=Role.VIEWER)
    assert not room.tab.export_button.isVisible()
