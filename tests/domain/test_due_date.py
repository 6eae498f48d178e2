"""When a ticket is due: working days, a time of day, and at least 15 minutes to get there."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bcautotask_gui.domain.due_date import due_at
from bcautotask_gui.domain.settings import DueRule

AMSTERDAM = "Europe/Amsterdam"


def local(text: str, zone: str = AMSTERDAM) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("days", "now", "due"),
    [
        (0, "2026-11-23 07:00", "2026-11-23 17:00"),  # Monday
        (1, "2026-11-23 07:00", "2026-11-24 17:00"),
        (5, "2026-11-23 07:00", "2026-11-30 17:00"),
        (1, "2026-11-27 07:00", "2026-11-30 17:00"),  # Friday
        (2, "2026-11-27 07:00", "2026-12-01 17:00"),
        (0, "2026-11-28 07:00", "2026-11-30 17:00"),  # Saturday
        (1, "2026-11-28 07:00", "2026-11-30 17:00"),
        (2, "2026-11-29 07:00", "2026-12-01 17:00"),  # Sunday
        (0, "2026-11-23 16:45", "2026-11-23 17:00"),  # just 15 minutes ahead
        (0, "2026-11-23 16:45:01", "2026-11-24 17:00"),
        (0, "2026-11-23 17:00", "2026-11-24 17:00"),
        (0, "2026-11-23 23:59", "2026-11-24 17:00"),
        (0, "2026-11-27 16:46", "2026-11-30 17:00"),  # too late on a Friday
        (1, "2026-11-23 16:59", "2026-11-24 17:00"),
        (1, "2026-12-31 12:00", "2027-01-01 17:00"),
    ],
)
def test_a_ticket_is_due_on_a_working_day(days: int, now: str, due: str) -> None:
    assert due_at(DueRule(days, time(17, 0)), local(now), AMSTERDAM) == local(due)


@pytest.mark.parametrize(
    ("hours", "now", "due"),
    [
        (1, "2026-11-23 07:00", "2026-11-23 08:00"),
        (4, "2026-11-23 22:30:41", "2026-11-24 02:30"),
        (24, "2026-11-26 09:00", "2026-11-27 09:00"),
        (24, "2026-11-27 09:00", "2026-11-30 09:00"),  # ends on a Saturday
        (8, "2026-11-29 20:00", "2026-11-30 04:00"),
        (4, "2026-11-28 11:00", "2026-11-30 15:00"),
        (3, "2026-03-29 01:30", "2026-03-30 05:30"),  # the night of summer time, a Sunday
    ],
)
def test_hours_count_round_the_clock_and_end_on_a_working_day(
    hours: int, now: str, due: str
) -> None:
    assert due_at(DueRule(3, time(9, 0), hours), local(now), AMSTERDAM) == local(due)


def test_a_due_time_is_told_in_utc() -> None:
    due = due_at(DueRule(0, time(17, 0)), local("2026-11-23 07:00"), AMSTERDAM)
    assert due.tzinfo is UTC
    assert due.hour == 16


def test_today_is_the_day_in_the_zone_of_the_team() -> None:
    sunday_evening = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)
    assert due_at(DueRule(0, time(17, 0)), sunday_evening, "Asia/Kolkata") == local(
        "2026-11-23 17:00", "Asia/Kolkata"
    )


def test_the_zone_of_the_present_moment_does_not_matter() -> None:
    rule, now = DueRule(0, time(17, 0)), local("2026-11-23 16:50")
    in_utc = due_at(rule, now.astimezone(UTC), AMSTERDAM)
    assert in_utc == due_at(rule, now, AMSTERDAM) == local("2026-11-24 17:00")


def test_the_time_of_day_stays_when_the_clocks_change() -> None:
    before = local("2026-03-27 18:00")  # the Friday before summer time
    due = due_at(DueRule(1, time(17, 0)), before, AMSTERDAM)
    assert due == datetime(2026, 3, 30, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "at", "due"),
    [
        # Cairo turns its clocks on Fridays: 00:30 does not exist that day, one hour is skipped
        ("2026-04-23 12:00", time(0, 30), datetime(2026, 4, 23, 22, 30, tzinfo=UTC)),
        # and 23:30 comes twice on a Thursday: the first one counts
        ("2026-10-29 12:00", time(23, 30), datetime(2026, 10, 29, 20, 30, tzinfo=UTC)),
    ],
)
def test_a_time_that_a_clock_change_skips_or_repeats_is_still_one_moment(
    now: str, at: time, due: datetime
) -> None:
    assert due_at(DueRule(0, at), local(now, "Africa/Cairo"), "Africa/Cairo") == due


def test_fifteen_minutes_are_real_minutes_across_a_clock_change() -> None:
    now = datetime(2026, 4, 23, 22, 20, tzinfo=UTC)  # ten minutes before 00:30 that is skipped
    due = due_at(DueRule(0, time(1, 30)), now, "Africa/Cairo")
    assert (due - now).total_seconds() >= 15 * 60
