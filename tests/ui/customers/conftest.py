"""A Customers tab with its presenter on fakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Operator, Role
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.ui.customers.presenter import CustomersPresenter
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.worker.inline import InlineJobs
from tests.ui.customers.fakes import (
    NOW,
    FakeCustomers,
    FakeFiles,
    FakeMessages,
    FakeOutcome,
    FakeSuggestions,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.customers.panel import CustomerPanel
    from bcautotask_gui.ui.theme import Theme


@dataclass
class Room:
    tab: CustomersTab
    presenter: CustomersPresenter
    service: FakeCustomers
    suggestions: FakeSuggestions
    files: FakeFiles
    jobs: InlineJobs
    messages: FakeMessages
    outcome: FakeOutcome

    @property
    def panel(self) -> CustomerPanel:
        return self.tab.panel

    def settle(self) -> None:
        """Lets all work that waits be done."""
        while self.jobs.running():
            self.jobs.run_next()

    def choose(self, customer_id: int) -> None:
        assert self.tab.table.select_key(customer_id)

    def shown(self) -> list[str]:
        model = self.tab.table.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def cell(self, customer_id: int, key: str) -> str:
        rows = self.tab._model
        column = [column.key for column in rows.columns].index(key)
        return rows.index(rows.row_of(customer_id), column).data()


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, settings: QSettings) -> Callable[..., Room]:
    kept: list[Room] = []  # else a shown tab could be collected while it paints

    def make(
        *,
        role: Role = Role.OPERATOR,
        enabled: bool = True,
        deferred: bool = False,
        without_list: bool = True,
    ) -> Room:
        tab = CustomersTab(theme, settings, lambda: NOW)
        qtbot.addWidget(tab)
        service, jobs = FakeCustomers(), InlineJobs(deferred=deferred)
        messages, outcome = FakeMessages(), FakeOutcome()
        operator = Operator("J. de Vries", role, "desk-7")
        suggestions, files = FakeSuggestions(), FakeFiles()
        suggestions.failure = Failure(Kind.UNREACHABLE) if without_list else None
        presenter = CustomersPresenter(
            tab,
            service,  # type: ignore[arg-type]
            suggestions,  # type: ignore[arg-type]
            files,  # type: ignore[arg-type]
            jobs,
            messages,
            outcome,
            operator,
            now=lambda: NOW,
        )
        presenter.use_settings(Settings(enabled=enabled))
        tab.resize(1440, 830)
        tab.show()
        room = Room(tab, presenter, service, suggestions, files, jobs, messages, outcome)
        kept.append(room)
        return room

    return make


@pytest.fixture
def listed(make: Callable[..., Room]) -> Room:
    """A room where the companies of Autotask were read when the tab was shown."""
    return make(without_list=False)


@pytest.fixture
def room(make: Callable[..., Room]) -> Room:
    return make()
