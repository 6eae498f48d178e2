"""Whoever signs in is the one who was asked last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from bcautotask_gui.domain.operators import Operator, Role
from bcautotask_gui.ui.sign_in.page import SignInPage
from bcautotask_gui.ui.sign_in.presenter import SignInPresenter
from bcautotask_gui.worker.inline import InlineJobs

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme

ANNA = Operator("Anna", Role.OPERATOR, "desk-1")


class Accounts:
    """Lets Anna in."""

    def sign_in(self, _name: str, _password: str) -> Operator:
        return ANNA

    def wait_seconds(self) -> float:
        return 0.0


class Door:
    def __init__(self, qtbot: QtBot, theme: Theme, settings: QSettings) -> None:
        window = self._window = QWidget()  # which its parts do not outlive
        qtbot.addWidget(window)
        self.page = SignInPage(theme, window)
        self.jobs = InlineJobs(window, deferred=True)
        self.presenter = SignInPresenter(
            self.page,
            Accounts(),  # type: ignore[arg-type]
            self.jobs,
            settings,
            "here",
            window,
        )
        self.let_in: list[Operator] = []
        self.presenter.accepted.connect(self.let_in.append)

    def finish(self) -> None:
        while self.jobs._waiting:
            self.jobs.run_next()


@pytest.fixture
def door(qtbot: QtBot, theme: Theme, settings: QSettings) -> Door:
    return Door(qtbot, theme, settings)


def test_the_right_password_lets_its_person_in(door: Door) -> None:
    door.presenter.begin()
    door.page.sign_in_asked.emit("anna", "right")
    door.finish()
    assert door.let_in == [ANNA]


def test_an_answer_from_before_somebody_else_was_to_sign_in_lets_nobody_in(door: Door) -> None:
    door.presenter.lock(ANNA)
    door.page.sign_in_asked.emit("anna", "right")
    door.presenter.begin()
    door.finish()
    assert door.let_in == []
    door.page.sign_in_asked.emit("bert", "right")
    door.finish()
    assert door.let_in == [ANNA]
