"""What nobody expected leaves a report: redacted, few, on this computer."""

from __future__ import annotations

import logging
import stat
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui import logs
from bcautotask_gui.app.crashes import KEPT, MOST_IN_ONE_RUN, CrashReports
from bcautotask_gui.domain.errors import Failure, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECRET = "s3cret#of=the+desk/&7"
log = logging.getLogger("bcautotask_gui.somewhere")


@pytest.fixture
def reports(tmp_path: Path) -> Iterator[CrashReports]:
    logs.set_up(tmp_path)
    made = CrashReports(tmp_path, {"application": "0.1", "Python": "3.13"})
    undo = logs.install_hooks(lambda text, correlation: None)
    yield made
    undo()
    made.close()
    logs.tear_down()


def written(reports: CrashReports) -> list[Path]:
    return sorted(reports.folder.glob("crash-*.txt"))


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_what_nobody_caught_leaves_a_report_without_secrets(reports: CrashReports) -> None:
    logs.redact(SECRET)
    error = raised(RuntimeError(f"ApiIntegrationCode: 123abc, {SECRET}, password=hunter2"))
    sys.excepthook(RuntimeError, error, error.__traceback__)
    [path] = written(reports)
    text = path.read_text("utf-8")
    assert "application: 0.1" in text
    assert "Correlation id: " in text
    assert "RuntimeError" in text
    assert "test_crashes.py" in text
    for secret in (SECRET, "hunter2", "123abc"):
        assert secret not in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_nobody_caught_in_a_thread_leaves_one_too(reports: CrashReports) -> None:
    def work() -> None:
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "RuntimeError: in a thread" in written(reports)[0].read_text("utf-8")


def test_a_failure_with_words_for_people_is_no_crash(reports: CrashReports) -> None:
    log.error("It failed", exc_info=Failure(Kind.UNREACHABLE))
    assert written(reports) == []


def test_the_same_place_is_reported_once(reports: CrashReports) -> None:
    for _stroke in range(3):
        log.error("Painting failed", exc_info=raised(ZeroDivisionError()))
    assert len(written(reports)) == 1


def test_a_run_leaves_few_reports_and_the_folder_holds_few(
    reports: CrashReports, tmp_path: Path
) -> None:
    for number in range(KEPT + 5):
        (reports.folder / f"crash-20200101-000000-{number:08}.txt").write_text("old")
    for number in range(MOST_IN_ONE_RUN + 5):
        log.error("It failed", exc_info=type(f"Odd{number}Error", (Exception,), {})())
    names = [path.name for path in written(reports)]
    assert len(names) == KEPT
    assert len([name for name in names if "2020" not in name]) == MOST_IN_ONE_RUN


DIES = """
import ctypes, pathlib, sys
from bcautotask_gui.app.crashes import CrashReports
CrashReports(pathlib.Path(sys.argv[1]), {"application": "0.1"})
ctypes.string_at(0)
"""
STOPS = DIES.replace("ctypes.string_at(0)", "import os; os._exit(1)")


@pytest.mark.parametrize(("program", "is_told"), [(DIES, True), (STOPS, False)])
def test_the_next_start_knows_of_a_run_that_a_fault_ended(
    tmp_path: Path, program: str, is_told: bool
) -> None:
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert done.returncode != 0
    next_start = CrashReports(tmp_path, {"application": "0.1"})
    next_start.close()
    assert (next_start.earlier is not None) is is_told
    if next_start.earlier:
        assert "Segmentation fault" in next_start.earlier.read_text("utf-8")
    after = CrashReports(tmp_path, {})
    after.close()
    assert after.earlier is None
