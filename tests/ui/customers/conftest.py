"""A Customers tab with its presenter on fakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.operators import Operator, Role
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.ui.customers.presenter import CustomersPresenter
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.worker.inline import InlineJobs
from tests.ui.customers.fakes import NOW, FakeCustomers, FakeMessages, FakeOutcome

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
    jobs: InlineJobs
    messages: FakeMessages
    outcome: FakeOutcome

    @property
    def panel(self) -> CustomerPanel:
        return self.tab.panel

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
    def make(*, role: Role = Role.OPERATOR, enabled: bool = True, deferred: bool = False) -> Room:
        tab = CustomersTab(theme, settings, lambda: NOW)
        qtbot.addWidget(tab)
        service, jobs = FakeCustomers(), InlineJobs(deferred=deferred)
        messages, outcome = FakeMessages(), FakeOutcome()
        operator = Operator("J. de Vries", role, "desk-7")
        presenter = CustomersPresenter(tab, service, jobs, messages, outcome, operator)  # type: ignore[arg-type]
        presenter.use_settings(Settings(enabled=enabled))
        tab.resize(1440, 830)
        tab.show()
        return Room(tab, presenter, service, jobs, messages, outcome)

    return make


@pytest.fixture
def room(make: Callable[..., Room]) -> Room:
    return make()
