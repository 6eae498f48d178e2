import gc
import logging
import threading
import weakref
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bcautotask_gui import logs
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.worker.job import Job
from bcautotask_gui.worker.jobs import WIDTHS, Jobs, Lane

HANGING = 60_000
SECONDS = HANGING / 1000


class Gate:
    """Work that tells when it has begun and ends when it may."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.may_end = threading.Event()

    def pass_through(self) -> str:
        self.begun.release()
        assert self.may_end.wait(SECONDS)
        return "through"


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.may_end.set()


def heard_from(job: Job) -> list[tuple[str, object]]:
    """All that the job tells from now on, in its order."""
    heard: list[tuple[str, object]] = []
    job.progressed.connect(lambda value: heard.append(("progressed", value)))
    job.done.connect(lambda value: heard.append(("done", value)))
    job.failed.connect(lambda value: heard.append(("failed", value)))
    job.finished.connect(lambda value: heard.append(("finished", value)))
    return heard


def until_finished(qtbot: QtBot, job: Job) -> list[tuple[str, object]]:
    heard = heard_from(job)
    qtbot.waitUntil(lambda: ("finished", job) in heard, timeout=HANGING)
    return heard


def refresh(last: int) -> Generator[Progress, None, str]:
    for number in range(1, last + 1):
        yield Progress(number, last, "refreshing")
    return f"{last} refreshed"


def test_a_function_tells_its_result_then_that_it_finished(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.run(Lane.LOCAL, divmod, 7, 2)
    assert until_finished(qtbot, job) == [("done", (3, 1)), ("finished", job)]


def test_nothing_is_told_before_control_returns_to_the_event_loop(jobs: Jobs, qtbot: QtBot) -> None:
    ended = threading.Event()
    job = jobs.run(Lane.LOCAL, ended.set)
    assert ended.wait(SECONDS)
    assert until_finished(qtbot, job) == [("done", None), ("finished", job)]


def test_a_generator_tells_progress_and_what_it_returns(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.run(Lane.BULK, refresh, 3)
    heard = until_finished(qtbot, job)
    assert heard[-3:] == [
        ("progressed", Progress(3, 3, "refreshing")),
        ("done", "3 refreshed"),
        ("finished", job),
    ]
    assert job.progress == Progress(3, 3, "refreshing")


def test_much_progress_is_thinned_out_but_the_last_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.run(Lane.BULK, refresh, 20_000)
    shown = [value for what, value in until_finished(qtbot, job) if what == "progressed"]
    assert len(shown) < 2_000
    assert shown[-1] == Progress(20_000, 20_000, "refreshing")
    assert [report.done for report in shown] == sorted({report.done for report in shown})


def test_progress_is_shown_while_the_work_goes_on(jobs: Jobs, qtbot: QtBot, gate: Gate) -> None:
    def work() -> Iterator[Progress]:
        yield Progress(1, 3, "first")
        yield Progress(2, 3, "second")
        gate.pass_through()

    job = jobs.run(Lane.BULK, work)
    heard = heard_from(job)
    qtbot.waitUntil(lambda: ("progressed", Progress(2, 3, "second")) in heard, timeout=HANGING)
    assert not gate.may_end.is_set()


def test_an_exception_is_told_and_logged_under_the_id_of_the_job(
    jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    def work() -> None:
        raise ValueError("password=hunter2")

    logs.set_up(tmp_path)
    job = jobs.run(Lane.LOCAL, work)
    (failed, error), finished = until_finished(qtbot, job)
    logs.tear_down()
    log = (tmp_path / "logs" / "bcautotask.log").read_text()
    assert (failed, finished) == ("failed", ("finished", job))
    assert isinstance(error, ValueError)
    assert error.__traceback__ is None
    assert f"[{job.correlation}] bcautotask_gui.worker.jobs:" in log
    assert "ValueError: password=[removed]" in log


def test_a_failure_with_words_for_people_is_logged_by_kind_and_without_a_traceback(
    jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    def work() -> None:
        raise Failure(Kind.SECRET_MISSING, environment="Sandbox", secret="secret")

    logs.set_up(tmp_path)
    job = jobs.run(Lane.LOCAL, work)
    until_finished(qtbot, job)
    logs.tear_down()
    log = (tmp_path / "logs" / "bcautotask.log").read_text()
    line = next(line for line in log.splitlines() if "failed" in line)
    assert "WARNING" in line and f"[{job.correlation}]" in line
    assert "This workstation has no Sandbox secret. (secret_missing)" in line
    assert "Traceback" not in log


def test_a_failure_that_nobody_expected_keeps_its_traceback(
    jobs: Jobs, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def work() -> None:
        raise Failure(Kind.UNEXPECTED)

    until_finished(qtbot, jobs.run(Lane.LOCAL, work))
    (record,) = (each for each in caplog.records if each.levelname == "ERROR")
    assert record.exc_info and "Traceback" in caplog.text


def test_an_exception_in_the_middle_of_a_generator_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    def work() -> Iterator[Progress]:
        yield Progress(1, 2, "half")
        raise ValueError("second half")

    heard = until_finished(qtbot, jobs.run(Lane.BULK, work))
    assert [what for what, _ in heard] == ["progressed", "failed", "finished"]


def test_even_a_wish_to_leave_the_process_is_only_a_failure(jobs: Jobs, qtbot: QtBot) -> None:
    def leave() -> None:
        raise SystemExit(3)

    heard = until_finished(qtbot, jobs.run(Lane.LOCAL, leave))
    assert [what for what, _ in heard] == ["failed", "finished"]


def test_work_runs_under_the_id_of_the_act_that_started_it(jobs: Jobs, qtbot: QtBot) -> None:
    with logs.correlated("cafe0001"):
        job = jobs.run(Lane.LOCAL, logs.correlation)
    assert until_finished(qtbot, job)[0] == ("done", "cafe0001")
    assert job.correlation == "cafe0001"


def test_a_job_is_named_after_its_work_and_never_after_what_it_was_given(jobs: Jobs) -> None:
    assert jobs.run(Lane.LOCAL, str.upper, "s3cret").name == "str.upper"


@pytest.mark.parametrize("lane", Lane)
def test_a_lane_is_as_wide_as_it_should_be(
    lane: Lane, jobs: Jobs, qtbot: QtBot, gate: Gate
) -> None:
    width = {"AUTOTASK": 2, "BULK": 1, "LOCAL": 2, "KEYRING": 1, "WATCH": 1}[lane.name]
    started = [jobs.run(lane, gate.pass_through) for _ in range(width + 1)]
    for _ in range(width):
        assert gate.begun.acquire(timeout=SECONDS)
    assert not gate.begun.acquire(blocking=False)
    gate.may_end.set()
    until_finished(qtbot, started[-1])


def test_no_lane_waits_for_another(jobs: Jobs, qtbot: QtBot, gate: Gate) -> None:
    for lane, width in WIDTHS.items():
        for _ in range(width):
            jobs.run(lane, gate.pass_through)
    for _ in range(sum(WIDTHS.values())):
        assert gate.begun.acquire(timeout=SECONDS)


def test_running_jobs_are_known_until_they_told_that_they_finished(
    jobs: Jobs, qtbot: QtBot, gate: Gate
) -> None:
    changes: list[int] = []
    jobs.changed.connect(lambda: changes.append(len(jobs.running())))
    first, second = jobs.run(Lane.LOCAL, gate.pass_through), jobs.run(Lane.BULK, refresh, 1)
    assert jobs.running() == (first, second)
    gate.may_end.set()
    qtbot.waitUntil(lambda: not jobs.running(), timeout=HANGING)
    assert changes == [1, 2, 1, 0]


def test_a_job_that_nobody_keeps_still_tells(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[object] = []
    jobs.run(Lane.LOCAL, int).done.connect(told.append)
    gc.collect()
    qtbot.waitUntil(lambda: told == [0], timeout=HANGING)


def test_a_finished_job_is_let_go(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.run(Lane.LOCAL, int)
    gone = weakref.ref(job)
    with qtbot.waitSignal(job.finished, timeout=HANGING):
        pass
    del job

    def collected() -> bool:
        gc.collect()
        return gone() is None

    qtbot.waitUntil(collected, timeout=HANGING)


def test_a_stopped_generator_is_closed_and_tells_only_that_it_finished(
    jobs: Jobs, qtbot: QtBot, gate: Gate
) -> None:
    ended_in: list[int] = []

    def work() -> Iterator[Progress]:
        try:
            gate.pass_through()
            yield Progress(1, 2, "half")
            raise AssertionError("went on after it was stopped")
        finally:
            ended_in.append(threading.get_ident())

    job = jobs.run(Lane.BULK, work)
    assert gate.begun.acquire(timeout=SECONDS)
    job.stop()
    gate.may_end.set()
    assert job.stopped
    assert until_finished(qtbot, job) == [("finished", job)]
    assert len(ended_in) == 1
    assert ended_in != [threading.get_ident()]


def test_the_late_answer_of_a_stopped_function_is_dropped(
    jobs: Jobs, qtbot: QtBot, gate: Gate
) -> None:
    job = jobs.run(Lane.LOCAL, gate.pass_through)
    assert gate.begun.acquire(timeout=SECONDS)
    job.stop()
    gate.may_end.set()
    assert until_finished(qtbot, job) == [("finished", job)]


def test_an_answer_under_way_is_dropped_when_the_job_is_stopped(jobs: Jobs, qtbot: QtBot) -> None:
    answered = threading.Event()
    job = jobs.run(Lane.KEYRING, int)
    jobs.run(Lane.KEYRING, answered.set)
    assert answered.wait(SECONDS)
    job.stop()
    assert until_finished(qtbot, job) == [("finished", job)]


def test_a_job_that_was_stopped_while_it_waited_never_begins(
    jobs: Jobs, qtbot: QtBot, gate: Gate
) -> None:
    begun: list[str] = []
    jobs.run(Lane.BULK, gate.pass_through)
    waiting = jobs.run(Lane.BULK, begun.append, "begun")
    waiting.stop()
    assert until_finished(qtbot, waiting) == [("finished", waiting)]
    gate.may_end.set()
    qtbot.waitUntil(lambda: not jobs.running(), timeout=HANGING)
    assert begun == []


def test_stopping_cuts_short_what_was_named_and_not_on_the_gui_thread(
    jobs: Jobs, qtbot: QtBot, gate: Gate
) -> None:
    cancelled_in: list[int] = []

    def cancel() -> None:
        cancelled_in.append(threading.get_ident())
        gate.may_end.set()

    job = jobs.run(Lane.LOCAL, gate.pass_through)
    job.on_stop(cancel)
    assert gate.begun.acquire(timeout=SECONDS)
    job.stop()
    job.stop()
    assert until_finished(qtbot, job) == [("finished", job)]
    assert len(cancelled_in) == 1
    assert cancelled_in != [threading.get_ident()]


def test_what_was_named_is_forgotten_when_the_work_has_ended(jobs: Jobs, qtbot: QtBot) -> None:
    cancelled: list[str] = []
    ended = threading.Event()
    job = jobs.run(Lane.KEYRING, int)
    job.on_stop(lambda: cancelled.append("too late"))
    jobs.run(Lane.KEYRING, ended.set)
    assert ended.wait(SECONDS)
    job.stop()
    assert jobs.close(HANGING)
    assert cancelled == []


def test_what_is_named_after_the_work_has_ended_is_never_done(jobs: Jobs) -> None:
    cancelled: list[str] = []
    ended = threading.Event()
    job = jobs.run(Lane.KEYRING, int)
    jobs.run(Lane.KEYRING, ended.set)
    assert ended.wait(SECONDS)
    job.on_stop(lambda: cancelled.append("too late"))
    job.stop()
    assert jobs.close(HANGING)
    job.on_stop(lambda: cancelled.append("later still"))
    assert cancelled == []


def test_a_cancel_that_fails_is_logged_and_the_job_goes_on(
    jobs: Jobs, qtbot: QtBot, gate: Gate, caplog: pytest.LogCaptureFixture
) -> None:
    def cancel() -> None:
        gate.may_end.set()
        raise OSError("no line")

    job = jobs.run(Lane.LOCAL, gate.pass_through)
    job.on_stop(cancel)
    assert gate.begun.acquire(timeout=SECONDS)
    job.stop()
    assert until_finished(qtbot, job) == [("finished", job)]
    assert jobs.close(HANGING)
    assert "could not be cut short" in caplog.text


def test_an_exception_after_a_stop_is_no_failure(
    jobs: Jobs, qtbot: QtBot, gate: Gate, caplog: pytest.LogCaptureFixture
) -> None:
    def query() -> None:
        gate.pass_through()
        raise OSError("interrupted")

    job = jobs.run(Lane.LOCAL, query)
    assert gate.begun.acquire(timeout=SECONDS)
    job.stop()
    with caplog.at_level(logging.WARNING):
        gate.may_end.set()
        assert until_finished(qtbot, job) == [("finished", job)]
    assert caplog.text == ""


def test_closing_takes_back_what_waits_and_all_jobs_finish(qtbot: QtBot, gate: Gate) -> None:
    jobs = Jobs()
    begun: list[str] = []
    running = jobs.run(Lane.BULK, gate.pass_through)
    assert gate.begun.acquire(timeout=SECONDS)
    waiting = [jobs.run(Lane.BULK, begun.append, "begun") for _ in range(3)]
    heard = [heard_from(job) for job in (running, *waiting)]
    assert not jobs.close(0)
    gate.may_end.set()
    assert jobs.close(HANGING)
    qtbot.waitUntil(lambda: not jobs.running(), timeout=HANGING)
    assert heard == [[("finished", job)] for job in (running, *waiting)]
    assert begun == []


def test_after_closing_new_work_is_refused_without_an_error(qtbot: QtBot) -> None:
    jobs = Jobs()
    begun: list[str] = []
    assert jobs.close(HANGING)
    job = jobs.run(Lane.LOCAL, begun.append, "begun")
    assert job.stopped
    assert until_finished(qtbot, job) == [("finished", job)]
    assert begun == []


def test_a_slot_that_raises_does_not_keep_a_job_from_finishing(jobs: Jobs, qtbot: QtBot) -> None:
    def refuse(_: object) -> None:
        raise ValueError("a defect in a window")

    job = jobs.run(Lane.LOCAL, int)
    job.done.connect(refuse)
    with qtbot.captureExceptions() as raised:
        heard = until_finished(qtbot, job)
    assert heard == [("done", 0), ("finished", job)]
    assert [kind for kind, _, _ in raised] == [ValueError]
