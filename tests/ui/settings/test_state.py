from __future__ import annotations

from bcautotask_gui.domain.connection import CheckState
from bcautotask_gui.domain.schema_report import SchemaPart, SchemaReport
from bcautotask_gui.ui.settings.state import database_report, usual_columns


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
        "runs": (CheckState.PASSED, "found as job_runs"),
        "runs.reviewed": (CheckState.LOOK_HERE, "not found"),
        "mails": (CheckState.LOOK_HERE, "may not be read"),
    }
    remedies = [line.remedy for line in report.lines if line.title == "runs.reviewed"]
    assert remedies == ["Runs cannot be marked. Looked for reviewed_at."]


def test_names_that_an_admin_gave_are_told_as_such_and_every_column_on_request() -> None:
    schema = SchemaReport(
        (
            SchemaPart("runs", "", ("results",), "results", "", is_given=True),
            SchemaPart("runs", "id", ("id",), "id", ""),
            SchemaPart("runs", "remark", ("words",), "", "Remarks are not shown.", is_given=True),
        )
    )
    lines = database_report("x", "7f3c91aa", schema).lines
    assert [line.title for line in lines] == ["Workspace id", "runs", "runs.remark"]
    assert lines[1].value == "found as results, as an admin said"
    assert lines[2].remedy == "Remarks are not shown. Looked for words alone, as an admin said."
    assert [(line.title, line.value) for line in usual_columns(schema)] == [
        ("runs.id", "found as id")
    ]
