"""A Settings tab with its presenter and the real services, on fakes of what lies below them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.connection_test import ConnectionTest
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID, SecretKeeper
from bcautotask_gui.services.settings import SettingsService
from bcautotask_gui.services.validation import Validation
from bcautotask_gui.ui.settings.presenter import SettingsPresenter
from bcautotask_gui.ui.settings.tab import SettingsTab
from bcautotask_gui.ui.settings.validation.presenter import ValidationPresenter
from bcautotask_gui.worker.inline import InlineJobs
from tests.ui.settings.fakes import (
    NOW,
    FakeAutotask,
    FakeMessages,
    FakeOutcome,
    FakeSecrets,
    FakeStore,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.domain.settings import Settings
    from bcautotask_gui.ui.theme import Theme


@dataclass
class Room:
    tab: SettingsTab
    presenter: SettingsPresenter
    store: FakeStore
    secrets: FakeSecrets
    autotask: FakeAutotask
    jobs: InlineJobs
    messages: FakeMessages
    outcome: FakeOutcome
    saved: list[Settings] = field(default_factory=list)
    session_only: list[bool] = field(default_factory=list)
    validation: ValidationPresenter | None = None
    mapped: list[int] = field(default_factory=list)

    def type_in(self, name: str, text: str) -> None:
        """Types over a field of the Autotask page."""
        widget: QLineEdit = getattr(self.tab.autotask, name)
        widget.setText(text)
        widget.textEdited.emit(text)

    def type_secret(self, name: str, text: str) -> None:
        row = {SECRET: self.tab.autotask.secret, TRACKING_ID: self.tab.autotask.tracking}[name]
        row.secret.start_typing()
        row.secret.field.setText(text)
        row.secret.field.textEdited.emit(text)

    def error(self, key: str) -> str:
        pages = (self.tab.autotask, self.tab.defaults, self.tab.resolving)
        return next(page.rows[key].error for page in pages if key in page.rows)

    def texts(self) -> str:
        """Every text, tooltip and name that the tab shows, save what password fields hold."""
        found = []
        for label in self.tab.findChildren(QLabel):
            found += [label.text(), label.toolTip(), label.accessibleName()]
        for line in self.tab.findChildren(QLineEdit):
            found += [line.displayText(), line.placeholderText(), line.toolTip()]
        found += [each.toPlainText() for each in self.tab.findChildren(QPlainTextEdit)]
        found += [f"{sentence} {failure}" for sentence, failure in self.outcome.told]
        found += [" ".join(asked) for asked in self.messages.asked]
        return "\n".join(found)


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, settings: QSettings) -> Callable[..., Room]:
    kept_alive: list[Room] = []

    def make(
        *,
        role: Role = Role.ADMIN,
        deferred: bool = False,
        store: FakeStore | None = None,
        kept: bool = True,
        is_read: bool = True,
    ) -> Room:
        tab = SettingsTab(theme, settings, "M. Peters", lambda: NOW)
        qtbot.addWidget(tab)
        store, secrets, autotask = store or FakeStore(), FakeSecrets(), FakeAutotask()
        operator = Operator("M. Peters", role, "desk-7")
        actor = Actor(operator, Instance("1", "profile", "desk-7"))
        keeper = SecretKeeper(secrets, store, actor)
        if kept:
            for name in (SECRET, TRACKING_ID):
                secrets.values[f"7f3c91aa/sandbox/{name}"] = f"kept {name}"
            keeper.load()
        access = AutotaskAccess(store, keeper, autotask)
        service = SettingsService(store, access, keeper, actor)
        jobs, messages, outcome = InlineJobs(deferred=deferred), FakeMessages(), FakeOutcome()
        saved: list[Settings] = []
        session_only: list[bool] = []

        def keep_in_memory() -> None:
            session_only.append(True)
            secrets.failure = None

        presenter = SettingsPresenter(
            tab, service, keeper, ConnectionTest(access), jobs, messages, outcome, operator,
            keep_in_memory,
        )  # fmt: skip
        mapped = [3]
        validation = ValidationPresenter(
            theme, tab, Validation(store, keeper, lambda _place: mapped[0]), jobs, outcome
        )
        presenter.draft_changed.connect(validation.use)
        presenter.settings_saved.connect(saved.append)
        presenter.refresh()
        if deferred and is_read:
            jobs.run_next()
        tab.resize(1440, 830)
        tab.show()
        kept_alive.append(Room(
            tab, presenter, store, secrets, autotask, jobs, messages, outcome, saved,
            session_only, validation, mapped,
        ))  # fmt: skip
        return kept_alive[-1]

    return make


@pytest.fixture
def room(make: Callable[..., Room]) -> Room:
    return make()


def unbound() -> FakeStore:
    """Settings whose environment has not met its Autotask database yet."""
    store = FakeStore()
    store.settings = store.settings.with_current(database_id=None, zone_name="")
    store.reference = {}
    return store


def the_dialog() -> object:
    """The dialog that is open."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


SANDBOX, PRODUCTION = Environment.SANDBOX, Environment.PRODUCTION
