from __future__ import annotations

from bcautotask_gui.domain.connection import CheckState
from bcautotask_gui.domain.schema_report import SchemaPart, SchemaReport
from bcautotask_gui.ui.settings.state import database_report


def test_the_database_is_told_by_tables_and_by_what_cannot_be_done_without_the_rest() -> None:
    schema = SchemaReport(
        (
            SchemaPart("runs", "", ("job_runs",), "job_runs", "nothing is shown"),
            SchemaPart("runs", "id", ("id",), "id", ""),
            SchemaPart("runs", "reviewed", ("reviewed_at",), "", "Runs cannot be marked."),
            SchemaPart("mails", "", ("mails",), "mails", "no mails", is_forbidden=True),
        )
    )
    report = database_report("backupchecks @ db01", "7f3c91aa", schema)
    assert report.title == "backupchecks @ db01"
    told = {line.title: (line.state, line.value) for line in report.lines}
    assert told == {
        "Workspace id": (CheckState.PASSED, "7f3c91aa"),
        "runs": (CheckState.PASSED, "job_runs"),
        "runs.reviewed": (CheckState.LOOK_HERE, "not found"),
        "mails": (CheckState.LOOK_HERE, "may not be read"),
    }
    remedies = [line.remedy for line in report.lines if line.title == "runs.reviewed"]
    assert remedies == ["Runs cannot be marked. Looked for reviewed_at."]
