from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.naming import GivenNames, NameChoice
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.domain.schema_report import SchemaPart, SchemaReport
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.naming import NamingService
from bcautotask_gui.ui.settings.database.naming.presenter import NamingPresenter
from bcautotask_gui.ui.settings.state import database_report
from bcautotask_gui.ui.shared.labels import WrappingLabel
from bcautotask_gui.ui.shared.notice import NoticeBox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bcautotask_gui.domain.audit import AuditEvent
    from bcautotask_gui.ui.settings.database.naming.dialog import NameDialog
    from bcautotask_gui.ui.theme import Theme
    from tests.ui.settings.conftest import Room

REPORT = SchemaReport(
    (
        SchemaPart("runs", "", ("job_runs", "runs"), "job_runs", ""),
        SchemaPart("runs", "id", ("id",), "id", ""),
        SchemaPart("runs", "remark", ("remark",), "", "Overall remarks are not shown."),
    )
)
CHOICE = NameChoice("runs.remark", ("remark",), "", ("status", "words"), 3)


class FakeNaming:
    """One database whose names others may give as well."""

    def __init__(self) -> None:
        self.in_use = 3
        self.now = GivenNames(3)
        self.failure: Failure | None = None
        self.told: list[AuditEvent] = []

    def read(self) -> GivenNames:
        return self.now

    def choice(self, word: str) -> NameChoice:
        if self.failure:
            raise self.failure
        return replace(CHOICE, word=word)

    def save(self, choice: NameChoice, name: str, event: AuditEvent) -> GivenNames:
        if self.failure:
            raise self.failure
        self.told.append(event)
        self.now = GivenNames(choice.version + 1, {choice.word: name}, event.operator)
        return self.now


@dataclass
class Bench:
    room: Room
    store: FakeNaming
    presenter: NamingPresenter
    again: list[bool] = field(default_factory=list)

    @property
    def dialog(self) -> NameDialog:
        assert self.presenter.dialog
        return self.presenter.dialog

    def ask(self, word: str = "runs.remark") -> None:
        self.room.tab.database.list.lines[word].act.click()

    def choose(self, name: str) -> None:
        field = self.dialog.field
        field.setCurrentIndex(field.findData(name))
        field.activated.emit(field.currentIndex())
        self.dialog.primary.click()


@pytest.fixture
def bench(make: Callable[..., Room], theme: Theme) -> Iterator[Callable[..., Bench]]:
    kept: list[Bench] = []  # a tab that nobody holds is gone

    def open_bench(role: Role = Role.ADMIN) -> Bench:
        room, store = make(role=role), FakeNaming()
        again: list[bool] = []
        actor = Actor(Operator("M. Peters", role, "desk-7"), Instance("1", "profile", "desk-7"))
        presenter = NamingPresenter(
            theme, room.tab.database, NamingService(store, REPORT, actor),
            database_report("x @ db01", "7f3c91aa", REPORT), room.jobs, room.outcome,
            lambda: again.append(True), room.tab,
        )  # fmt: skip
        room.tab.sections.choose("database")
        room.tab.show()
        kept.append(Bench(room, store, presenter, again))
        return kept[-1]

    yield open_bench


def test_each_table_and_column_offers_an_admin_another_name(bench: Callable[..., Bench]) -> None:
    lines = bench().room.tab.database.list.lines
    assert lines["runs"].act.text() == "Use another name…"
    assert lines["runs"].act.accessibleName() == "Use another name… runs"
    assert not lines["workspace"].act.isVisible()


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.REPORTER, Role.VIEWER])
def test_nobody_else_is_offered_one(bench: Callable[..., Bench], role: Role) -> None:
    lines = bench(role).room.tab.database.list.lines
    assert not any(line.act.isVisible() for line in lines.values())


def test_every_column_is_shown_on_request_and_fewer_again(bench: Callable[..., Bench]) -> None:
    page = bench().room.tab.database
    assert not page.columns.isVisible()
    page.every.click()
    assert page.columns.isVisible() and list(page.columns.lines) == ["runs.id"]
    assert page.columns.lines["runs.id"].act.text() == "Use another name…"
    assert page.every.text() == "Show fewer columns"
    page.every.click()
    assert not page.columns.isVisible()


def test_a_name_is_chosen_among_those_that_are_there(bench: Callable[..., Bench]) -> None:
    made = bench()
    made.ask()
    dialog = made.dialog
    assert dialog.heading.text() == "Which column of the runs holds remark?"
    assert dialog.subheading.text() == "Without it: Overall remarks are not shown."
    offered = [dialog.field.itemText(place) for place in range(dialog.field.count())]
    assert offered == ["As usual: remark", "status", "words"]
    assert dialog.primary.reason == "Choose another name than the one in use."
    made.choose("words")
    assert made.store.now.names == {"runs.remark": "words"}
    told = made.store.told[0]
    assert (told.subject, told.before, told.after) == (
        "name of runs.remark", "the usual names", "words",
    )  # fmt: skip
    assert made.presenter.dialog is None


def test_what_was_saved_counts_after_connecting_again_with_one_click(
    bench: Callable[..., Bench],
) -> None:
    made = bench()
    page = made.room.tab.database
    assert not page.again.isVisible()
    made.ask()
    made.choose("words")
    assert "from the next time that somebody connects" in made.room.outcome.told[-1][0]
    assert page.names.isVisible()
    page.again.click()
    assert made.again == [True]


def test_what_tells_reports_apart_is_told_in_the_dialog(bench: Callable[..., Bench]) -> None:
    made = bench()
    made.ask("runs")
    said = [label.text() for label in made.dialog.findChildren(WrappingLabel)]
    assert any(text.startswith("Reports are told apart by it.") for text in said)
    made.dialog.reject()
    assert made.presenter.dialog is None


def test_a_refusal_leaves_the_dialog_open_for_another_try(bench: Callable[..., Bench]) -> None:
    made = bench()
    made.ask()
    made.store.failure = Failure(Kind.STALE, what="The names", who="dirk")
    made.choose("words")
    shown = [box.accessibleName() for box in made.dialog.findChildren(NoticeBox)]
    assert any("Changed by dirk" in text for text in shown)
    made.dialog.reject()


def test_a_database_that_does_not_answer_opens_no_dialog(bench: Callable[..., Bench]) -> None:
    made = bench()
    made.store.failure = Failure(Kind.DATABASE_LOST)
    made.ask()
    assert made.presenter.dialog is None
    assert "was cut" in str(made.room.outcome.told[-1][1])


def test_another_workstation_is_told_once_who_gave_names_and_what_to_do(
    bench: Callable[..., Bench],
) -> None:
    made = bench(Role.OPERATOR)
    made.presenter.hear()
    assert made.room.outcome.told == []
    made.store.now = GivenNames(4, {"runs": "results"}, "carla")
    made.presenter.hear()
    made.presenter.hear()
    (said,) = [sentence for sentence, _failure in made.room.outcome.told]
    assert said.startswith("carla named other tables or columns. They count here after")
    assert made.room.tab.database.again.isVisible()
