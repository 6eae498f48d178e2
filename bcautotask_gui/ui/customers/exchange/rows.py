"""The table of a file that is about to be imported: each line with what it does."""

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.mapping_plan import Effect, PlannedRow
from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.ui.shared.column import BadgeCell, Column
from bcautotask_gui.ui.shared.telling import told

translate = QCoreApplication.translate

_BADGES = {
    Effect.NEW: Badge.EXACT,
    Effect.CHANGED: Badge.RENAMED,
    Effect.SAME: Badge.NO_MATCH,
    Effect.REFUSED: Badge.INVALID,
}


def effect_word(effect: Effect) -> str:
    """What becomes of a line, in one word."""
    return {
        Effect.NEW: translate("ImportDialog", "New"),
        Effect.CHANGED: translate("ImportDialog", "Changed"),
        Effect.SAME: translate("ImportDialog", "Same"),
        Effect.REFUSED: translate("ImportDialog", "Refused"),
    }[effect]


def _company(row: PlannedRow) -> str:
    return f"{row.company.name} ({row.company.id})" if row.company else row.company_id


def _told(row: PlannedRow) -> str:
    if row.reason:
        return told(row.reason)
    if row.effect is Effect.CHANGED and row.seen is not None:
        words = translate("ImportDialog", "in place of {company} ({id})")
        return words.format(company=row.seen.company_name, id=row.seen.company_id)
    return ""


def plan_columns() -> tuple[Column, ...]:
    """The columns in their order."""
    return (
        Column(
            "line",
            translate("ImportDialog", "Line"),
            lambda row: str(row.line),
            quiet=True,
            tabular=True,
            width=56,
        ),
        Column(
            "effect",
            translate("ImportDialog", "Effect"),
            lambda row: effect_word(row.effect),
            look=lambda row: BadgeCell(_BADGES[row.effect], effect_word(row.effect)),
            width=106,
        ),
        Column(
            "customer",
            translate("ImportDialog", "Customer"),
            lambda row: row.customer,
            weight=500,
            muted=lambda row: not row.writes,
            width=190,
            stretch=True,
        ),
        Column(
            "company",
            translate("ImportDialog", "Autotask company"),
            _company,
            muted=lambda row: not row.writes,
            tabular=True,
            width=210,
            stretch=True,
        ),
        Column(
            "reason",
            translate("ImportDialog", "Remark"),
            _told,
            quiet=True,
            width=230,
            stretch=True,
        ),
    )
