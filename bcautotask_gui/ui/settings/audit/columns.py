"""The columns of the audit log."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.audit import AuditEntry
from bcautotask_gui.ui.shared.column import Align, Column
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.telling import told

translate = QCoreApplication.translate


@dataclass(frozen=True)
class AuditRow:
    """An entry under the key of its id."""

    key: int
    entry: AuditEntry


def audit_columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    """The columns in their order.

    Args:
        now: the time in the zone of the operator.
    """

    def text(key: str, title: str, width: int, *, stretch: bool = False, rank: int = 0) -> Column:
        return Column(
            key,
            title,
            lambda row: str(getattr(row.entry.event, key)),
            width=width,
            stretch=stretch,
            narrow_rank=rank,
        )

    return (
        Column(
            "id",
            translate("AuditPage", "Entry"),
            lambda row: str(row.entry.id),
            align=Align.RIGHT,
            tabular=True,
            quiet=True,
            width=56,
        ),
        Column(
            "at",
            translate("AuditPage", "Time"),
            lambda row: moment_text(row.entry.at, now()),
            tooltip=lambda row: row.entry.at.isoformat(sep=" ", timespec="milliseconds"),
            tabular=True,
            width=118,
            hideable=False,
        ),
        text("operator", translate("AuditPage", "Who"), 92),
        Column(
            "act",
            translate("AuditPage", "What"),
            lambda row: told(row.entry.event.act.value),
            weight=500,
            width=152,
            hideable=False,
        ),
        text("subject", translate("AuditPage", "Object"), 108),
        text("before", translate("AuditPage", "Before"), 100, stretch=True, rank=1),
        text("after", translate("AuditPage", "After"), 180, stretch=True),
        Column(
            "session_role",
            translate("AuditPage", "Database user"),
            lambda row: row.entry.session_role,
            quiet=True,
            width=102,
            narrow_rank=5,
        ),
        text("workstation", translate("AuditPage", "Workstation"), 92, rank=3),
        text("environment", translate("AuditPage", "Environment"), 92, rank=4),
        text("correlation", translate("AuditPage", "Correlation id"), 102, rank=2),
    )
