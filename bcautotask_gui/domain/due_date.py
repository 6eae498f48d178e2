"""When a new ticket is due."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bcautotask_gui.domain.settings import DueRule

LEAST_AHEAD = timedelta(minutes=15)


def due_at(rule: DueRule, now: datetime, time_zone: str) -> datetime:
    """The due time by the rule: a working day at a time of day in the team's zone, or hours ahead.

    A moment that is not at least 15 minutes ahead moves to the next working day; Saturday and
    Sunday are no working days. Hours count round the clock; where they end on such a day the
    moment moves to the same time of the next working day.

    Args:
        rule: working days from today and the time of day, or hours.
        now: aware.
        time_zone: the team's zone by its IANA name.

    Returns:
        Aware, UTC.
    """
    zone = ZoneInfo(time_zone)
    if rule.hours is not None:
        return _hours_ahead(rule.hours, now, zone)
    day = now.astimezone(zone).date()
    left = rule.working_days
    while left > 0:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    while True:
        due = datetime.combine(day, rule.at, tzinfo=zone).astimezone(UTC)
        if day.weekday() < 5 and due - now >= LEAST_AHEAD:
            return due
        day += timedelta(days=1)


def _hours_ahead(hours: int, now: datetime, zone: ZoneInfo) -> datetime:
    due = (now.astimezone(UTC) + timedelta(hours=hours)).replace(second=0, microsecond=0)
    local = due.astimezone(zone)
    while local.weekday() >= 5:
        local += timedelta(days=1)
    return local.astimezone(UTC)
