from __future__ import annotations

import json
import logging
import zipfile
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui import logs
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.schema_report import SchemaPart, SchemaReport
from bcautotask_gui.services.diagnostics import Diagnostics, records_of, set_api_level
from tests.services.fakes import FakeClock, FakeSettings

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = SchemaReport(
    (
        SchemaPart("runs", "", ("job_runs",), "job_runs", "", can_write=True),
        SchemaPart("runs", "reviewed", ("reviewed_at", "is_reviewed"), "", "Reviews are off."),
        SchemaPart("users", "", ("user",), "user", "", is_forbidden=True),
    )
)
LOG = """\
2026-11-23T06:00:00.100Z INFO     [-] bcautotask_gui.app.run: version 1 begins
2026-11-23T06:01:00.000Z WARNING  [3f2a9c10] bcautotask_gui.autotask.wire: POST Tickets: timed_out
2026-11-23T06:02:00.000Z ERROR    [77aa0011] bcautotask_gui.worker.job: It failed
  Traceback (most recent call last):
  ValueError: nothing
"""
OLDER = "2026-11-22T06:00:00.100Z ERROR    [0badcafe] bcautotask_gui.app.run: Yesterday\n"


@pytest.fixture
def diagnostics(tmp_path: Path) -> Diagnostics:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "bcautotask.log").write_text(LOG, "utf-8")
    (tmp_path / "logs" / "bcautotask.log.1").write_text(OLDER, "utf-8")
    versions = {"application": "0.1", "Python": "3.13"}
    return Diagnostics(
        tmp_path, versions, FakeSettings(), SCHEMA, "postgresql://anna@db01/checks", FakeClock()
    )


def test_records_are_read_over_all_files_the_newest_last(diagnostics: Diagnostics) -> None:
    assert [each.text.partition("\n")[0] for each in diagnostics.read("DEBUG", "")] == [
        "Yesterday",
        "version 1 begins",
        "POST Tickets: timed_out",
        "It failed",
    ]


@pytest.mark.parametrize(
    ("least", "sought", "found"),
    [
        ("WARNING", "", ["0badcafe", "3f2a9c10", "77aa0011"]),
        ("ERROR", "", ["0badcafe", "77aa0011"]),
        ("CRITICAL", "", []),
        ("DEBUG", "3f2a9c10", ["3f2a9c10"]),
        ("DEBUG", " POST tickets ", ["3f2a9c10"]),
        ("DEBUG", "valueerror", ["77aa0011"]),
        ("ERROR", "3f2a9c10", []),
    ],
)
def test_records_are_filtered_by_level_and_by_id_or_words(
    diagnostics: Diagnostics, least: str, sought: str, found: list[str]
) -> None:
    assert [each.correlation for each in diagnostics.read(least, sought)] == found


def test_a_record_keeps_its_further_lines_and_looks_as_in_the_file() -> None:
    last = records_of(LOG)[-1]
    assert str(last) == "\n".join(LOG.splitlines()[2:])


def test_a_file_that_begins_in_the_middle_of_a_record_loses_only_that() -> None:
    assert records_of("  ValueError: cut\n" + LOG) == records_of(LOG)


def test_without_a_log_there_is_nothing_to_show(tmp_path: Path) -> None:
    empty = Diagnostics(tmp_path, {}, FakeSettings(), SCHEMA, "", FakeClock())
    assert empty.read("DEBUG", "") == ()


def test_the_bundle_holds_what_support_asks_for(diagnostics: Diagnostics) -> None:
    with zipfile.ZipFile(diagnostics.bundle()) as bundle:
        texts = {name: bundle.read(name).decode() for name in bundle.namelist()}
    assert list(texts) == [
        "versions.txt",
        "database.txt",
        "settings.json",
        "errors.txt",
        "logs/bcautotask.log",
        "logs/bcautotask.log.1",
    ]
    assert "Python: 3.13" in texts["versions.txt"]
    assert "runs.reviewed: not found (looked for reviewed_at, is_reviewed)" in texts["database.txt"]
    assert "users: user may not be read" in texts["database.txt"]
    assert json.loads(texts["settings.json"])["base_url"] == "https://backupchecks.example"
    assert "Yesterday" in texts["errors.txt"] and "timed_out" not in texts["errors.txt"]


def test_no_secret_leaves_with_the_bundle(diagnostics: Diagnostics, tmp_path: Path) -> None:
    logs.redact("geheim-in-the-bundle")
    with open(tmp_path / "logs" / "bcautotask.log", "a", encoding="utf-8") as log:
        log.write("2026-11-23T06:03:00.000Z ERROR    [-] x: geheim-in-the-bundle\n")
        log.write("  Authorization: Basic abcdef123456\n")
    path = diagnostics.bundle()
    with zipfile.ZipFile(path) as bundle:
        everything = b"".join(bundle.read(name) for name in bundle.namelist()).decode()
    assert "geheim-in-the-bundle" not in everything
    assert "abcdef123456" not in everything
    assert path.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_told(
    diagnostics: Diagnostics, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(zipfile, "ZipFile", refuse)
    with pytest.raises(Failure, match="cannot be used: Permission denied"):
        diagnostics.bundle()


@pytest.mark.parametrize(
    ("level", "number"),
    [("WARNING", 30), ("INFO", 20), ("DEBUG", 10), ("nonsense", 20)],
)
def test_the_level_of_calls_is_their_own(level: str, number: int) -> None:
    logger = logging.getLogger("bcautotask_gui.autotask")
    before = logger.level
    try:
        set_api_level(level)
        assert logger.level == number
    finally:
        logger.setLevel(before)


def test_reports_of_crashes_are_read_and_go_into_the_bundle(
    diagnostics: Diagnostics, tmp_path: Path
) -> None:
    assert diagnostics.crashes() == ()
    (tmp_path / "crashes").mkdir()
    for name in ("crash-20261120-090000-aa.txt", "crash-20261124-160300-bb.txt"):
        (tmp_path / "crashes" / name).write_text(f"{name} password=hunter2", "utf-8")
    assert [each[:14] for each in diagnostics.crashes()] == ["crash-20261124", "crash-20261120"]
    with zipfile.ZipFile(diagnostics.bundle()) as archive:
        [text] = [archive.read(each) for each in archive.namelist() if each.endswith("bb.txt")]
    assert text == b"crash-20261124-160300-bb.txt password=[removed]"
