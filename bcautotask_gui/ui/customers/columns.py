"""The columns of the Customers table."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.customers import CustomerRow, MappingStatus
from bcautotask_gui.ui.shared.badges import Badge, badge_word
from bcautotask_gui.ui.shared.column import Align, BadgeCell, Column, room_for
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.telling import told

translate = QCoreApplication.translate

BADGES = {
    MappingStatus.OK: Badge.MAPPED,
    MappingStatus.RENAMED: Badge.RENAMED,
    MappingStatus.MISSING: Badge.MISSING,
    MappingStatus.INVALID: Badge.INVALID,
}


def customer_columns(now: Callable[[], datetime]) -> tuple[Column, ...]:
    """The columns in their order.

    Args:
        now: the time in the zone of the operator.
    """
    return (
        Column(
            "customer",
            translate("CustomersTab", "Customer"),
            lambda row: row.name,
            sort_key="customer",
            weight=500,
            muted=_is_quiet,
            width=226,
            stretch=True,
            hideable=False,
        ),
        Column(
            "active",
            translate("CustomersTab", "Active"),
            lambda row: (
                translate("CustomersTab", "Yes")
                if row.is_active
                else translate("CustomersTab", "No")
            ),
            sort_key="active",
            muted=_is_quiet,
            width=66,
            narrow_rank=3,
        ),
        Column(
            "jobs",
            translate("CustomersTab", "Jobs"),
            lambda row: str(row.jobs),
            sort_key="jobs",
            native=lambda row: row.jobs,
            align=Align.RIGHT,
            tabular=True,
            muted=_is_quiet,
            width=56,
            narrow_rank=2,
        ),
        Column(
            "company",
            translate("CustomersTab", "Autotask company"),
            company_text,
            sort_key="company",
            muted=lambda row: row.mapping is None,
            tooltip=_company_tip,
            width=270,
            stretch=True,
        ),
        Column(
            "company_id",
            translate("CustomersTab", "Company id"),
            lambda row: str(row.mapping.company_id) if row.mapping else "",
            sort_key="company_id",
            native=lambda row: row.mapping.company_id if row.mapping else None,
            tabular=True,
            width=92,
        ),
        Column(
            "mapping",
            translate("CustomersTab", "Mapping"),
            lambda row: badge_word(BADGES[row.status]),
            sort_key="mapping",
            look=lambda row: BadgeCell(BADGES[row.status]),
            width=100,
            longest=room_for(BADGES.values()),
            hideable=False,
        ),
        Column(
            "synced",
            translate("CustomersTab", "Last sync"),
            lambda row: synced_text(row, now()),
            sort_key="last_sync",
            native=lambda row: row.mapping.synced_at if row.mapping else None,
            quiet=True,
            tabular=True,
            width=130,
            narrow_rank=4,
        ),
    )


def company_text(row: CustomerRow) -> str:
    """The company's name with what stands against it; `Not mapped` where there is none."""
    if row.mapping is None:
        return translate("CustomersTab", "Not mapped")
    if row.mapping.claimants:
        words = translate("CustomersTab", "{company} (claimed by two customers)")
        return words.format(company=row.mapping.company_name)
    if row.mapping.invalid_because:
        return f"{row.mapping.company_name} ({told(row.mapping.invalid_because)})"
    return row.mapping.company_name


def synced_text(row: CustomerRow, now: datetime) -> str:
    """When Autotask was last asked about the company."""
    if row.mapping is None or row.mapping.synced_at is None:
        return translate("CustomersTab", "Never")
    return moment_text(row.mapping.synced_at, now)


def _company_tip(row: CustomerRow) -> str:
    if row.mapping is not None and row.mapping.claimants:
        words = translate("CustomersTab", "{first} and {second} both claim it")
        return words.format(first=row.mapping.claimants[0], second=row.mapping.claimants[-1])
    if row.mapping is None or not row.mapping.former_name:
        return ""
    return translate("CustomersTab", "was {name}").format(name=row.mapping.former_name)


def _is_quiet(row: CustomerRow) -> bool:
    return not row.is_active
