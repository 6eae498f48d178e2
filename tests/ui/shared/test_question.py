"""A question tells the newest answer only."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.worker.inline import InlineJobs
from bcautotask_gui.worker.jobs import Jobs, Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.domain.interrupts import Interrupt


@pytest.fixture
def jobs(qapp: QApplication) -> InlineJobs:
    return InlineJobs(deferred=True)


@pytest.fixture
def question(jobs: InlineJobs) -> Question:
    return Question(partial(jobs.run, Lane.LOCAL))


def test_only_the_newest_answer_is_told(jobs: InlineJobs, question: Question) -> None:
    told: list[object] = []
    question.answered.connect(told.append)
    question.ask(str, "old")
    question.ask(str, "new")
    while jobs.running():
        jobs.run_next()
    assert told == ["new"]


def test_an_answer_that_slips_through_the_stop_is_known_by_its_number(
    jobs: InlineJobs, question: Question
) -> None:
    told: list[object] = []
    question.answered.connect(told.append)
    question.ask(str, "old")
    late = jobs.running()[0]
    question.ask(str, "new")
    jobs.run_next()
    late.done.emit(_numbered(1))
    assert told == ["new"]


def _numbered(number: int) -> object:
    from bcautotask_gui.ui.shared.question import _Numbered

    return _Numbered(number, "late")


def test_a_stopped_question_is_over(jobs: InlineJobs, question: Question) -> None:
    question.ask(str, "old")
    assert question.is_open
    question.stop()
    assert not question.is_open
    assert jobs.running() == ()


def test_a_failure_is_told_with_its_correlation_id(jobs: InlineJobs, question: Question) -> None:
    told: list[Trouble] = []
    question.failed.connect(told.append)

    def fail() -> None:
        raise Failure(Kind.DATABASE_LOST, "server closed the connection")

    question.ask(fail)
    correlation = jobs.running()[0].correlation
    jobs.run_next()
    assert told[0].failure.kind is Kind.DATABASE_LOST
    assert told[0].details.endswith(f"Correlation id: {correlation}")
    assert not question.is_open


def test_the_log_knows_the_work_by_its_name(jobs: InlineJobs, question: Question) -> None:
    question.ask(test_the_log_knows_the_work_by_its_name)
    assert jobs.running()[0].name == "test_the_log_knows_the_work_by_its_name"


def test_a_reading_hands_on_an_interrupt_that_stopping_sets_off(qtbot: QtBot) -> None:
    jobs, begun, cut = Jobs(), threading.Event(), threading.Event()

    def work(what: str, interrupt: Interrupt) -> str:
        with interrupt.reaching(cut.set):
            begun.set()
            assert cut.wait(60)
        return what

    reading = Question(partial(jobs.run, Lane.LOCAL))
    told: list[object] = []
    reading.answered.connect(told.append)
    reading.read(work, "old")
    assert begun.wait(60)
    reading.ask(str, "new")
    qtbot.waitUntil(lambda: not jobs.running(), timeout=60_000)
    assert told == ["new"]
    assert jobs.close(60_000)


def test_something_changed_meanwhile_asks_anew(jobs: InlineJobs, question: Question) -> None:
    told: list[object] = []
    question.answered.connect(told.append)
    facts = ["before"]
    question.ask(lambda: facts[-1])
    question.ask_anew()
    facts.append("after")
    while jobs.running():
        jobs.run_next()
    assert told == ["after"]


def test_nothing_is_asked_anew_where_the_answer_is_there(
    jobs: InlineJobs, question: Question
) -> None:
    question.ask(str, "answer")
    jobs.run_next()
    question.ask_anew()
    assert jobs.running() == ()


def test_a_long_reading_that_is_asked_anew_is_not_cut_short_as_the_one_before(
    jobs: InlineJobs, question: Question
) -> None:
    told: list[object] = []
    question.answered.connect(told.append)
    question.read(lambda interrupt: interrupt.asked)
    question.ask_anew()
    while jobs.running():
        jobs.run_next()
    assert told == [False]
