"""The columns of the Runs table."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.runs import RunResult, RunRow
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.run_checks.cells import (
    MAPPING_BADGES,
    NONE,
    STATUS_BADGES,
    is_quiet,
    longest_ticket,
    objects_look,
    objects_words_of,
    own_ticket,
    status_badge,
    ticket_look,
    ticket_words,
)
from bcautotask_gui.ui.run_checks.last_runs import bars, results_words
from bcautotask_gui.ui.run_checks.words import Now, long_moment, longest_row_moment, row_moment
from bcautotask_gui.ui.shared.badges import badge_word
from bcautotask_gui.ui.shared.column import (
    Align,
    BadgeCell,
    Column,
    IconCell,
    Part,
    StripCell,
    room_for,
)
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.strip_delegate import strip_words

translate = QCoreApplication.translate

Strips = Mapping[int, tuple[RunResult, ...]]
"""The last results of each job, oldest first, as far as they were read."""

Here = Callable[[], Environment | None]

StatesRead = Callable[[], datetime | None]

HIDDEN_AT_FIRST = ("type", "remark")


def _never_read() -> None:
    """As long as nobody read how tickets stand."""


def run_columns(
    now: Now, strips: Strips, here: Here, states_read: StatesRead = _never_read
) -> tuple[Column, ...]:
    """The columns in their order.

    Args:
        now: the time in the zone of the operator.
        strips: looked at whenever a row is painted, so it may fill up later.
        here: the environment in use, as far as it is known.
        states_read: when the states of all tickets were last read; None before that.
    """
    return (
        Column(
            "status",
            translate("RunColumns", "Status"),
            _status_words,
            sort_key="status",
            look=lambda row: status_badge(row.status, row.status_text),
            width=97,
            longest=room_for(STATUS_BADGES.values()),
            hideable=False,
        ),
        Column(
            "customer",
            translate("RunColumns", "Customer"),
            lambda row: row.customer,
            sort_key="customer",
            weight=500,
            muted=is_quiet,
            width=164,
            stretch=True,
            hideable=False,
        ),
        Column(
            "job",
            translate("RunColumns", "Job"),
            lambda row: row.job,
            sort_key="job",
            muted=is_quiet,
            width=142,
            stretch=True,
            hideable=False,
        ),
        Column(
            "software",
            translate("RunColumns", "Software"),
            lambda row: row.software,
            sort_key="software",
            quiet=True,
            width=76,
            narrow_rank=2,
        ),
        Column(
            "type",
            translate("RunColumns", "Type"),
            lambda row: row.backup_type,
            quiet=True,
            width=110,
        ),
        Column(
            "run_at",
            translate("RunColumns", "Run time"),
            lambda row: row_moment(row.run_at, now()) if row.run_at else NONE,
            sort_key="run_at",
            native=lambda row: row.run_at,
            muted=is_quiet,
            tabular=True,
            tooltip=lambda row: long_moment(row.run_at, now()),
            width=118,
            longest=(Part(longest_row_moment(now())),),
        ),
        Column(
            "objects",
            translate("RunColumns", "Objects"),
            objects_words_of,
            look=objects_look,
            align=Align.RIGHT,
            tabular=True,
            tooltip=_objects_tip,
            width=64,
        ),
        Column(
            "strip",
            translate("RunColumns", "Last 30 runs"),
            lambda row: strip_words(bars(_results(row, strips))),
            look=lambda row: StripCell(bars(_results(row, strips))),
            tooltip=lambda row: results_words(_results(row, strips), now()),
            width=105,
            narrow_rank=1,
        ),
        Column(
            "ticket",
            translate("RunColumns", "Ticket"),
            lambda row: ticket_words(row, here()),
            sort_key="ticket",
            look=lambda row: ticket_look(row, here()),
            tooltip=lambda row: _ticket_tip(row, here(), states_read(), now()),
            width=220,
            longest=longest_ticket(),
            hideable=False,
        ),
        Column(
            "mapping",
            translate("RunColumns", "Mapping"),
            lambda row: badge_word(MAPPING_BADGES[row.mapping_status]),
            sort_key="mapping",
            look=lambda row: BadgeCell(MAPPING_BADGES[row.mapping_status]),
            width=100,
            longest=room_for(MAPPING_BADGES.values()),
        ),
        Column(
            "remark",
            translate("RunColumns", "Remark"),
            lambda row: row.remark,
            quiet=True,
            width=200,
        ),
        Column(
            "reviewed",
            translate("RunColumns", "Reviewed"),
            _reviewed_words,
            look=_reviewed_look,
            tooltip=_reviewed_words,
            width=32,
            header_icon="check-ring",
        ),
    )


def _status_words(row: RunRow) -> str:
    cell = status_badge(row.status, row.status_text)
    return cell.text or badge_word(cell.badge)


def _results(row: RunRow, strips: Strips) -> tuple[RunResult, ...]:
    return strips.get(row.job_id, ())


def _objects_tip(row: RunRow) -> str:
    if row.objects_failed is None or not row.objects_total:
        return translate("RunColumns", "The report names no objects.")
    return translate("RunColumns", "{failed} of {total} objects with problems").format(
        failed=row.objects_failed, total=row.objects_total
    )


def _ticket_tip(
    row: RunRow, here: Environment | None, read_at: datetime | None, now: datetime
) -> str:
    """The cell in full, and how old what it says is."""
    words = ticket_words(row, here)
    if own_ticket(row, here) is None or read_at is None:
        return words
    age = translate("RunColumns", "Ticket states as read from Autotask {when}")
    return f"{words}\n{age.format(when=moment_text(read_at, now, inside=True))}"


def _reviewed_words(row: RunRow) -> str:
    if row.is_reviewed:
        return translate("RunColumns", "Reviewed")
    return translate("RunColumns", "Not reviewed")


def _reviewed_look(row: RunRow) -> IconCell:
    return IconCell("check", "good_icon") if row.is_reviewed else IconCell("circle", "none_icon")
