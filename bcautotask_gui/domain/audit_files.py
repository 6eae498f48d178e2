"""The audit log as a file of comma-separated values, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from bcautotask_gui.domain.audit import AuditEntry
from bcautotask_gui.domain.mapping_files import neutral

HEADER = (
    "id", "time_utc", "act", "subject", "before", "after", "operator", "database_user",
    "workstation", "environment", "correlation",
)  # fmt: skip


def written(entries: Iterable[AuditEntry]) -> bytes:
    """Entries as a file: UTF-8 with a mark, formulas neutralised.

    Args:
        entries: in the order of the file.
    """
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(HEADER)
    lines.writerows([neutral(value) for value in _values(entry)] for entry in entries)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _values(entry: AuditEntry) -> tuple[str, ...]:
    event = entry.event
    return (
        str(entry.id),
        entry.at.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds"),
        event.act.value,
        event.subject,
        event.before,
        event.after,
        event.operator,
        entry.session_role,
        event.workstation,
        event.environment,
        event.correlation,
    )
