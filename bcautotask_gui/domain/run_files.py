"""Runs as a file of comma-separated values, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable
from datetime import tzinfo

from bcautotask_gui.domain.mapping_files import neutral
from bcautotask_gui.domain.runs import RunRow

HEADER = (
    "run_id", "status", "customer", "job", "software", "type", "run_time", "objects_failed",
    "objects_total", "remark", "ticket", "ticket_state", "mapping", "reviewed",
)  # fmt: skip


def written(rows: Iterable[RunRow], zone: tzinfo | None) -> bytes:
    """Runs as a file: UTF-8 with a mark, formulas neutralised.

    Args:
        rows: in the order of the file.
        zone: the one that run times are written in; None for UTC.
    """
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(HEADER)
    lines.writerows([neutral(value) for value in _values(row, zone)] for row in rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _values(row: RunRow, zone: tzinfo | None) -> tuple[str, ...]:
    run_at = row.run_at.astimezone(zone) if row.run_at and zone else row.run_at
    ticket = row.ticket
    return (
        str(row.id),
        row.status_text or row.status.value,
        row.customer,
        row.job,
        row.software,
        row.backup_type,
        run_at.isoformat(timespec="seconds") if run_at else "",
        _number(row.objects_failed),
        _number(row.objects_total),
        row.remark,
        (ticket.number or str(ticket.ticket_id or "")) if ticket else "",
        (ticket.label or ticket.state.value) if ticket else "",
        row.mapping_status.value,
        "yes" if row.is_reviewed else "no",
    )


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
