"""What each column of Runs says and how it looks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.runs import RunStatus, WorkCell
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState, TicketState
from bcautotask_gui.ui.run_checks.columns import run_columns
from bcautotask_gui.ui.run_checks.last_runs import results_words
from bcautotask_gui.ui.run_checks.narrow import columns_to_hide
from bcautotask_gui.ui.shared.badges import Badge
from bcautotask_gui.ui.shared.column import BadgeCell, Column, IconCell, Part, StripCell
from tests.ui.run_checks.fakes import NOW, my_work, results, run_row, ticket_cell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

STRIPS = {101: results(RunStatus.SUCCESS, RunStatus.WARNING, RunStatus.FAILED)}

pytestmark = pytest.mark.usefixtures("qapp")


def column(key: str) -> Column:
    columns = run_columns(lambda: NOW, STRIPS, lambda: Environment.SANDBOX)
    return next(each for each in columns if each.key == key)


def says(key: str, **changes: object) -> str:
    return column(key).value(run_row(1, **changes))


def looks(key: str, **changes: object) -> object:
    look = column(key).look
    assert look is not None
    return look(run_row(1, **changes))


def test_the_columns_stand_in_their_order(qapp: QApplication) -> None:
    titles = [each.title for each in run_columns(lambda: NOW, {}, lambda: None)]
    assert titles == [
        "Status", "Customer", "Job", "Software", "Type", "Run time", "Objects", "Last 30 runs",
        "Ticket", "Mapping", "Remark", "Reviewed",
    ]  # fmt: skip


def test_the_database_sorts_by_what_it_offers() -> None:
    columns = run_columns(lambda: NOW, {}, lambda: None)
    assert {each.sort_key for each in columns} - {None} == {
        "run_at", "status", "customer", "job", "software", "ticket", "mapping",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("status", "text", "badge", "word"),
    [
        (RunStatus.FAILED, "Failed", Badge.FAILED, "Failed"),
        (RunStatus.FAILED, "ERROR", Badge.ERROR, "Error"),
        (RunStatus.WARNING, "Warning", Badge.WARNING, "Warning"),
        (RunStatus.MISSED, "", Badge.MISSED, "Missed"),
        (RunStatus.SUCCESS, "Success", Badge.SUCCESS, "Success"),
        (RunStatus.OVERRIDE, "Failed", Badge.OVERRIDE, "Override"),
        (RunStatus.OTHER, "Partial", Badge.UNKNOWN_STATUS, "Partial"),
    ],
)
def test_a_status_is_a_badge_with_a_word(
    status: RunStatus, text: str, badge: Badge, word: str
) -> None:
    look = looks("status", status=status, status_text=text)
    assert isinstance(look, BadgeCell)
    assert look.badge is badge
    assert says("status", status=status, status_text=text) == word


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 23, 5, 12, tzinfo=UTC), "Today 06:12"),
        (datetime(2026, 11, 22, 21, 10, tzinfo=UTC), "Yesterday 22:10"),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "Today 00:30"),
        (datetime(2026, 11, 20, 5, 12, tzinfo=UTC), "20 Nov 06:12"),
        (datetime(2025, 7, 20, 5, 12, tzinfo=UTC), "20 Jul 2025 07:12"),
        (None, "\N{EN DASH}"),
    ],
)
def test_the_run_time_is_told_in_the_operators_own_zone(
    moment: datetime | None, words: str
) -> None:
    assert says("run_at", run_at=moment) == words


def test_failed_objects_stand_out_and_none_do_not() -> None:
    assert looks("objects") == (Part("2", "text", 600), Part("/14", "muted"))
    assert looks("objects", objects_failed=0) == (Part("0", "muted", 400), Part("/14", "muted"))
    assert says("objects", objects_total=0) == "\N{EN DASH}"
    assert says("objects", objects_failed=None, objects_total=None) == "\N{EN DASH}"


def test_the_strip_shows_what_is_known_of_the_job() -> None:
    assert looks("strip") == StripCell((Badge.SUCCESS, Badge.WARNING, Badge.FAILED))
    assert says("strip") == "1 success, 1 warning, 1 failed"
    assert looks("strip", job_id=7) == StripCell(())


def test_the_strip_tells_dates_and_results_newest_first() -> None:
    tip = column("strip").tooltip
    assert tip is not None
    assert tip(run_row(1)).splitlines() == [
        "1 success, 1 warning, 1 failed",
        "From 21 Nov 06:12 to Today 06:12",
        "Today 06:12: Failed",
        "Yesterday 06:12: Warning",
    ]
    assert tip(run_row(1, job_id=7)) == ""


def test_a_job_that_always_fails_is_told_shortly() -> None:
    told = results_words(results(*[RunStatus.FAILED] * 30), NOW).splitlines()
    assert len(told) == 15
    assert told[-1] == "and 18 more that were no success"


@pytest.mark.parametrize(
    ("state", "label", "words"),
    [
        (TicketState.OPEN, "In Progress", "T20261122.0031 In Progress"),
        (TicketState.OPEN, "", "T20261122.0031 Open"),
        (TicketState.COMPLETE, "Complete", "T20261122.0031 Complete"),
        (TicketState.DELETED, "New", "T20261122.0031 Deleted"),
        (TicketState.MANUAL, "", "T20261122.0031 Manual"),
        (TicketState.NOT_READ, "", "T20261122.0031 not read yet"),
    ],
)
def test_a_ticket_is_its_number_and_its_state(state: TicketState, label: str, words: str) -> None:
    assert says("ticket", ticket=ticket_cell(state=state, label=label)) == words


def test_a_deleted_tickets_number_is_muted() -> None:
    look = looks("ticket", ticket=ticket_cell(state=TicketState.DELETED))
    assert isinstance(look, tuple)
    assert look[0].token == "muted"


def test_a_ticket_without_a_number_is_told_by_its_id() -> None:
    assert says("ticket", ticket=ticket_cell(number="")) == "Ticket id 31 In Progress"


def test_a_ticket_of_the_other_environment_is_quiet_and_marked() -> None:
    look = looks("ticket", ticket=ticket_cell(environment=Environment.PRODUCTION))
    assert isinstance(look, tuple)
    assert {part.token for part in look} == {"muted"}
    assert look[-1] == Part("Production", "muted", icon="globe")


@pytest.mark.parametrize(
    ("work", "words"),
    [
        (my_work(ClaimState.SENDING), "Creating…"),
        (my_work(ClaimState.UNKNOWN), "Waiting"),
        (WorkCell(ClaimState.UNKNOWN, "S. Bakker", is_mine=False), "Waiting"),
        (WorkCell(ClaimState.CLAIMED, "S. Bakker", is_mine=False), "S. Bakker is on it"),
        (WorkCell(ClaimState.SENDING, "S. Bakker", is_mine=False), "S. Bakker is on it"),
    ],
)
def test_work_on_the_way_to_a_ticket_is_told(work: WorkCell, words: str) -> None:
    assert says("ticket", work=work) == words


def test_nothing_stands_where_there_is_neither_ticket_nor_work() -> None:
    assert says("ticket") == ""
    assert looks("ticket") is None


def test_a_mapping_is_a_badge_with_a_word() -> None:
    words = [says("mapping", mapping_status=status) for status in MappingStatus]
    assert words == ["OK", "Renamed", "Missing", "Invalid"]


def test_reviewed_is_a_check_and_not_reviewed_a_circle() -> None:
    assert looks("reviewed", is_reviewed=True) == IconCell("check", "good_icon")
    assert looks("reviewed") == IconCell("circle", "none_icon")
    assert says("reviewed") == "Not reviewed"


def test_only_successes_are_muted() -> None:
    muted = [status for status in RunStatus if column("customer").muted(run_row(1, status=status))]
    assert muted == [RunStatus.SUCCESS]


@pytest.mark.parametrize(("room", "hidden"), [(1400, 0), (1040, 1), (980, 2), (300, 2)])
def test_software_gives_way_first_and_the_strip_next(room: int, hidden: int) -> None:
    columns = [
        each
        for each in run_columns(lambda: NOW, {}, lambda: None)
        if each.key not in ("type", "remark")
    ]
    assert columns_to_hide(room, columns, lambda column: column.width) == hidden
    ranked = sorted((c for c in columns if c.narrow_rank), key=lambda c: -c.narrow_rank)
    assert [each.key for each in ranked] == ["software", "strip"]


def test_the_tip_of_a_ticket_tells_how_old_its_state_is() -> None:
    def tip(read_at: datetime | None, **changes: object) -> str:
        columns = run_columns(lambda: NOW, {}, lambda: Environment.SANDBOX, lambda: read_at)
        found = next(each for each in columns if each.key == "ticket").tooltip
        assert found is not None
        return found(run_row(1, **changes))

    told = tip(NOW - timedelta(minutes=9), ticket=ticket_cell())
    assert told.splitlines() == [
        "T20261122.0031 In Progress",
        "Ticket states as read from Autotask today 06:54",
    ]
    assert tip(None, ticket=ticket_cell()) == "T20261122.0031 In Progress"
    assert tip(NOW) == ""
