"""Run Checks with fakes behind it, every job run at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.ui.run_checks.presenter import RunChecksPresenter, RunServices
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.worker.inline import InlineJobs
from tests.ui.run_checks.fake_tickets import FakeResolving, FakeStates, FakeViews
from tests.ui.run_checks.fakes import (
    NOW,
    FakeDrafts,
    FakeLookUps,
    FakeMessages,
    FakeOffers,
    FakeOutcome,
    FakeRuns,
    FakeTickets,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.domain.runs import RunRow
    from bcautotask_gui.ui.theme import Theme


@dataclass
class Place:
    """The tab, its presenter and everything that a test may look at."""

    tab: RunChecksTab
    runs: FakeRuns
    jobs: InlineJobs
    drafts: FakeDrafts = field(default_factory=FakeDrafts)
    offers: FakeOffers = field(default_factory=FakeOffers)
    tickets: FakeTickets = field(default_factory=FakeTickets)
    look_ups: FakeLookUps = field(default_factory=FakeLookUps)
    resolving: FakeResolving = field(default_factory=FakeResolving)
    views: FakeViews = field(default_factory=FakeViews)
    states: FakeStates = field(default_factory=FakeStates)
    messages: FakeMessages = field(default_factory=FakeMessages)
    outcome: FakeOutcome = field(default_factory=FakeOutcome)

    def __post_init__(self) -> None:
        services = RunServices(
            self.runs, self.drafts, self.offers, self.tickets, self.look_ups, self.resolving,
            self.views, self.states,
        )  # fmt: skip
        self.presenter = RunChecksPresenter(
            self.tab, services, self.jobs, self.messages, self.outcome, self.tab
        )

    def select(self, run_id: int) -> None:
        assert self.tab.table.select_key(run_id)
        self.presenter.detail.read()

    def shown(self) -> list[int]:
        return [
            self.tab.list.model.key_at(place) for place in range(self.tab.list.model.rowCount())
        ]

    def cell(self, run_id: int, key: str) -> str:
        columns = [column.key for column in self.tab.list.model.columns]
        place = self.tab.list.model.row_of(run_id)
        return str(self.tab.list.model.index(place, columns.index(key)).data())

    def press_create(self) -> None:
        """Opens the preview; the dialog is `presenter.create.dialog`."""
        self.tab.create_requested.emit()

    def confirm(self) -> None:
        dialog = self.presenter.create.dialog
        assert dialog is not None
        dialog.primary.click()

    def use(self, **changes: object) -> None:
        """Settings that allow everything, save what is changed."""
        allowed = replace(Settings(), enabled=True, resolving_allowed=True)
        self.presenter.use_settings(replace(allowed, **changes))

    @property
    def last_told(self) -> str:
        return self.outcome.told[-1] if self.outcome.told else ""


@pytest.fixture
def make_place(qtbot: QtBot, theme: Theme, settings: QSettings) -> Iterator[Callable[..., Place]]:
    made: list[Place] = []

    def make(
        *rows: RunRow, deferred: bool = False, secrets_read: bool = True, **options: bool
    ) -> Place:
        tab = RunChecksTab(theme, settings, lambda: NOW, **options)
        qtbot.addWidget(tab)
        tab.resize(1440, 800)
        tab.show_environment(Environment.SANDBOX, "Database 4711 · zone EU1 (19)")
        place = Place(tab, FakeRuns(*rows), InlineJobs(tab, deferred=deferred))
        made.append(place)
        if secrets_read:
            place.presenter.waiting.begin()
            place.presenter.ticket.begin()
        return place

    yield make
    for place in made:
        presenter = place.presenter
        for dialog in (
            presenter.create.dialog,
            presenter.resolve.dialog,
            presenter.note.dialog,
        ):
            if dialog is not None:
                dialog.reject()
        place.presenter.close()
