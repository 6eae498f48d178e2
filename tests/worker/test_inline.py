from collections.abc import Generator

import pytest
import shiboken6
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from bcautotask_gui import logs
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.worker.inline import InlineJobs
from bcautotask_gui.worker.jobs import Jobs, Lane, Runner

pytestmark = pytest.mark.usefixtures("qapp")


def refresh(last: int) -> Generator[Progress, None, str]:
    for number in range(1, last + 1):
        yield Progress(number, last, "refreshing")
    return f"{last} refreshed"


class Presenter(QObject):
    """Starts work and keeps what it hears, as the presenters do."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.heard: list[object] = []
        self._runner = runner

    def start(self) -> None:
        self.job = self._runner.run(Lane.BULK, refresh, 2)
        self.job.progressed.connect(self.hear)
        self.job.done.connect(self.hear)
        self.job.finished.connect(self.hear)

    @Slot(object)
    def hear(self, value: object) -> None:
        self.heard.append(value)


def test_both_runners_have_the_face_that_presenters_know(qapp: QApplication) -> None:
    jobs = Jobs()
    runners: list[Runner] = [InlineJobs(), jobs]
    assert [runner.running() for runner in runners] == [(), ()]
    assert jobs.close(0)


def test_work_is_over_at_once_and_slots_hear_what_they_missed() -> None:
    presenter = Presenter(InlineJobs())
    presenter.start()
    assert presenter.heard == [
        Progress(1, 2, "refreshing"),
        Progress(2, 2, "refreshing"),
        "2 refreshed",
        presenter.job,
    ]


def test_a_failure_is_told() -> None:
    errors: list[object] = []
    InlineJobs().run(Lane.LOCAL, int, "no number").failed.connect(errors.append)
    assert [type(error) for error in errors] == [ValueError]


def test_kept_work_runs_one_by_one_when_asked() -> None:
    runner = InlineJobs(deferred=True)
    told: list[object] = []
    first, second = runner.run(Lane.LOCAL, int, "1"), runner.run(Lane.LOCAL, int, "2")
    first.done.connect(told.append)
    second.done.connect(told.append)
    assert runner.running() == (first, second)
    assert runner.run_next() is first
    assert (told, runner.running()) == ([1], (second,))
    runner.run_next()
    assert (told, runner.running()) == ([1, 2], ())
    with pytest.raises(IndexError):
        runner.run_next()


def test_kept_work_that_is_stopped_never_begins() -> None:
    runner = InlineJobs(deferred=True)
    presenter = Presenter(runner)
    presenter.start()
    presenter.job.stop()
    assert presenter.heard == [presenter.job]
    assert runner.running() == ()


def test_a_generator_that_is_stopped_by_its_progress_tells_no_result() -> None:
    runner = InlineJobs(deferred=True)
    presenter = Presenter(runner)
    presenter.start()
    presenter.job.progressed.connect(lambda _: presenter.job.stop())
    runner.run_next()
    assert presenter.heard == [Progress(1, 2, "refreshing"), presenter.job]


def test_stopping_does_what_was_named() -> None:
    runner = InlineJobs(deferred=True)
    cancelled: list[str] = []
    job = runner.run(Lane.BULK, refresh, 2)
    job.on_stop(lambda: cancelled.append("cancelled"))
    job.progressed.connect(lambda _: job.stop())
    runner.run_next()
    assert cancelled == ["cancelled"]


def test_a_deleted_owner_hears_nothing() -> None:
    runner = InlineJobs(deferred=True)
    presenter = Presenter(runner)
    presenter.start()
    heard = presenter.heard
    shiboken6.delete(presenter)
    runner.run_next()
    assert heard == []


def test_work_started_by_an_answer_is_run_as_well() -> None:
    runner = InlineJobs()
    told: list[object] = []

    def go_on(_: object) -> None:
        runner.run(Lane.LOCAL, int, "2").done.connect(told.append)

    runner.run(Lane.BULK, int, "1").done.connect(go_on)
    assert told == [2]
    assert runner.lanes == [Lane.BULK, Lane.LOCAL]


def test_work_runs_under_an_id_of_its_own() -> None:
    told: list[object] = []
    job = InlineJobs().run(Lane.LOCAL, logs.correlation)
    job.done.connect(told.append)
    assert told == [job.correlation]


def test_changes_are_told_and_closing_refuses_new_work() -> None:
    runner = InlineJobs(deferred=True)
    changes: list[int] = []
    runner.changed.connect(lambda: changes.append(len(runner.running())))
    runner.run(Lane.LOCAL, int)
    assert runner.close(0)
    assert runner.run(Lane.LOCAL, int).stopped
    assert runner.running() == ()
    assert changes[0] == 1
    assert changes[-1] == 0
