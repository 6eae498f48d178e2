"""The first start until a database is open, and how it walks from step to step."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.schema_report import DatabaseLook, SchemaPart, SchemaReport
from bcautotask_gui.services.database_desk import DatabaseDesk, InUse
from bcautotask_gui.ui.first_start.api_user_step import instructions, mail_text
from bcautotask_gui.ui.first_start.page import (
    API_USER,
    CREDENTIALS,
    DATABASE,
    START,
    FirstStartPage,
)
from bcautotask_gui.ui.first_start.presenter import FirstStartPresenter
from bcautotask_gui.worker.inline import InlineJobs
from tests.ui.settings.fakes import FakeMessages, FakeSecrets

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme

URL = "postgresql://anna@db01/backupchecks"
FOUND = SchemaReport((SchemaPart("runs", "", ("job_runs",), "job_runs", ""),))


@dataclass
class Bench:
    page: FirstStartPage
    presenter: FirstStartPresenter
    jobs: InlineJobs
    messages: FakeMessages
    answers: list[SchemaReport | Failure] = field(default_factory=lambda: [FOUND])
    looked: list[tuple[str, str | None]] = field(default_factory=list)
    chosen: list[tuple[str, str]] = field(default_factory=list)
    samples: list[bool] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)

    def look(self, url: str, password: str | None) -> DatabaseLook:
        self.looked.append((url, password))
        answer = self.answers[-1]
        if isinstance(answer, Failure):
            raise answer
        return DatabaseLook(url, "backupchecks @ db01", answer, is_prepared=True)

    def test(self, url: str = URL, password: str = "") -> None:
        self.page.database.address.setText(url)
        self.page.database.password.field.setText(password)
        self.page.database.look.click()


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme) -> Bench:
    page = FirstStartPage(theme)
    qtbot.addWidget(page)
    jobs, messages = InlineJobs(), FakeMessages()
    holder: list[Bench] = []
    desk = DatabaseDesk(
        InUse("", is_server=False), lambda url, word: holder[0].look(url, word), FakeSecrets()
    )
    presenter = FirstStartPresenter(page, desk, jobs, messages)
    made = Bench(page, presenter, jobs, messages)
    holder.append(made)
    presenter.database_chosen.connect(lambda url, word: made.chosen.append((url, word)))
    presenter.sample_wanted.connect(lambda: made.samples.append(True))
    presenter.moved.connect(made.moved.append)
    page.resize(1440, 900)
    page.show()
    return made


def test_it_begins_with_a_choice(bench: Bench) -> None:
    assert bench.page.step == START
    assert not bench.page.next.isVisible()
    assert bench.page.steps.lines[0].accessibleName() == "1. Start: now"
    bench.page.start.sample.click()
    assert bench.samples == [True]
    bench.page.start.set_up.click()
    assert bench.page.step == DATABASE
    assert bench.page.steps.lines[0].accessibleName() == "1. Start: done"


def test_enter_takes_the_blue_button(bench: Bench, qtbot: QtBot) -> None:
    bench.page.setFocus()
    qtbot.keyClick(bench.page, Qt.Key.Key_Return)
    assert bench.page.step == DATABASE
    qtbot.keyClick(bench.page, Qt.Key.Key_Return)
    assert bench.chosen == []


def test_enter_in_the_address_tests_it_first_and_then_goes_on(bench: Bench, qtbot: QtBot) -> None:
    bench.presenter.go_to(DATABASE)
    address = bench.page.database.address
    assert bench.page.focusWidget() is address
    address.setText(URL)
    qtbot.keyClick(address, Qt.Key.Key_Return)
    assert bench.looked == [(URL, None)]
    assert bench.chosen == []
    qtbot.keyClick(address, Qt.Key.Key_Return)
    assert bench.looked == [(URL, None)]
    assert bench.chosen == [(URL, "")]


def test_a_refused_database_waits_for_its_password(bench: Bench) -> None:
    bench.page.database.address.setText(URL)
    bench.presenter.show_failure(Failure(Kind.DATABASE_SIGN_IN, where="x"))
    assert bench.page.focusWidget() is bench.page.database.password.field


def test_a_database_is_opened_only_after_a_look_at_it(bench: Bench) -> None:
    bench.presenter.go_to(DATABASE)
    assert bench.page.next.reason == "Test the database first."
    bench.test(password="geheim-4711")
    assert bench.looked == [(URL, "geheim-4711")]
    assert "1 tables of Backupchecks found" in bench.page.database.result.accessibleName()
    bench.page.next.click()
    assert bench.chosen == [(URL, "geheim-4711")]


def test_the_password_shows_nowhere(bench: Bench) -> None:
    bench.presenter.go_to(DATABASE)
    bench.test(password="geheim-4711")
    shown = [label.text() + label.toolTip() for label in bench.page.findChildren(QLabel)]
    assert not any("geheim-4711" in text for text in shown)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (SchemaReport(()), "It holds nothing of Backupchecks."),
        (Failure(Kind.DATABASE_SIGN_IN, where="x"), "Test the database first."),
    ],
)
def test_what_cannot_be_used_leads_nowhere(
    bench: Bench, answer: SchemaReport | Failure, reason: str
) -> None:
    bench.answers.append(answer)
    bench.presenter.go_to(DATABASE)
    bench.test()
    assert bench.page.next.reason == reason
    bench.answers.append(FOUND)
    bench.page.database.look.click()
    assert bench.page.next.isEnabled()
    bench.page.database.address.textEdited.emit("x")
    assert bench.page.next.reason == "Test the database first."


def test_a_database_that_does_not_open_is_told_in_its_step(bench: Bench) -> None:
    bench.presenter.show_failure(Failure(Kind.DATABASE_UNREACHABLE, where="backupchecks @ db01"))
    assert bench.page.step == DATABASE
    assert "backupchecks @ db01 does not answer" in bench.page.database.result.accessibleName()


def test_each_step_can_be_left_backwards_until_the_database_is_open(bench: Bench) -> None:
    bench.presenter.go_to(API_USER)
    bench.page.back.click()
    assert bench.page.step == DATABASE
    bench.page.back.click()
    assert bench.page.step == START
    bench.presenter.database_is_open()
    bench.page.start.set_up.click()
    assert bench.page.step == API_USER
    assert "Another one is chosen under Settings" in bench.page.back.reason


def test_a_step_of_the_settings_asks_before_it_goes_on(bench: Bench, theme: Theme) -> None:
    done: list[str] = []
    bench.presenter.step_done.connect(done.append)
    bench.page.fill(CREDENTIALS, "Enter", "What was made.", (QLabel("form"),))
    bench.presenter.go_to(API_USER)
    bench.page.next.click()
    assert bench.page.step == CREDENTIALS
    assert bench.page.leave.text() == "Go on later"
    bench.page.next.click()
    assert done == [CREDENTIALS]
    assert bench.moved == [API_USER, CREDENTIALS]


def test_the_steps_in_autotask_can_be_copied_as_a_mail(bench: Bench) -> None:
    bench.presenter.go_to(API_USER)
    bench.page.api_user.mail.click()
    bench.page.api_user.copy_name.click()
    assert bench.messages.copied == [mail_text(), "Backupchecks"]
    for number, (heading, _sentence) in enumerate(instructions()[:4], 1):
        assert f"{number}. {heading}." in mail_text()
    assert "not by mail" in mail_text()
