"""The table of exact matches: a tick for each, customer and company side by side."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.suggestions import ExactMatch
from bcautotask_gui.ui.shared.badges import Badge, badge_word
from bcautotask_gui.ui.shared.column import BadgeCell, Column

translate = QCoreApplication.translate


@dataclass(frozen=True)
class TickedMatch:
    """A match, and whether it will be mapped."""

    match: ExactMatch
    is_ticked: bool = True

    @property
    def key(self) -> int:
        """What finds the row again."""
        return self.match.key


def _is_quiet(row: TickedMatch) -> bool:
    return not row.is_ticked


def match_columns() -> tuple[Column, ...]:
    """The columns in their order."""
    return (
        Column(
            "map",
            translate("ReviewDialog", "Map"),
            lambda row: (
                translate("ReviewDialog", "Yes")
                if row.is_ticked
                else translate("ReviewDialog", "No")
            ),
            checked=lambda row: row.is_ticked,
            width=44,
            hideable=False,
        ),
        Column(
            "customer",
            translate("ReviewDialog", "Customer"),
            lambda row: row.match.customer.name,
            weight=500,
            muted=_is_quiet,
            width=200,
            stretch=True,
        ),
        Column(
            "match",
            translate("ReviewDialog", "Match"),
            lambda _row: badge_word(Badge.EXACT),
            look=lambda _row: BadgeCell(Badge.EXACT),
            width=84,
        ),
        Column(
            "company",
            translate("ReviewDialog", "Autotask company"),
            lambda row: row.match.company.name,
            muted=_is_quiet,
            width=200,
            stretch=True,
        ),
        Column(
            "company_id",
            translate("ReviewDialog", "Company id"),
            lambda row: str(row.match.company.id),
            muted=_is_quiet,
            tabular=True,
            width=96,
        ),
        Column(
            "city",
            translate("ReviewDialog", "City"),
            lambda row: row.match.company.city,
            quiet=True,
            width=110,
        ),
    )
