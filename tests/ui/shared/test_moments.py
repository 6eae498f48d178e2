from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bcautotask_gui.ui.shared.moments import moment_text

NOW = datetime(2026, 11, 23, 7, 3, tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_today_and_yesterday_are_told_by_name_in_the_zone_of_the_operator() -> None:
    assert moment_text(datetime(2026, 11, 23, 5, 40, tzinfo=UTC), NOW) == "Today 06:40"
    assert moment_text(datetime(2026, 11, 22, 22, 59, tzinfo=UTC), NOW) == "Yesterday 23:59"
    assert moment_text(datetime(2026, 11, 22, 23, 1, tzinfo=UTC), NOW) == "Today 00:01"


def test_inside_a_sentence_today_is_written_small() -> None:
    told = moment_text(datetime(2026, 11, 23, 5, 40, tzinfo=UTC), NOW, inside=True)
    assert told == "today 06:40"


def test_other_days_are_told_by_date_and_other_years_by_year() -> None:
    assert moment_text(datetime(2026, 11, 20, 15, 12, tzinfo=UTC), NOW) == "Fri 20 Nov 16:12"
    assert moment_text(datetime(2025, 11, 20, 15, 12, tzinfo=UTC), NOW) == "Thu 20 Nov 2025 16:12"
