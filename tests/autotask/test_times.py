from datetime import UTC, datetime, timedelta, timezone

import pytest

from bcautotask_gui.autotask import times


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-11-23T09:00:00Z", datetime(2026, 11, 23, 9, tzinfo=UTC)),
        ("2026-11-23T09:00:00.2Z", datetime(2026, 11, 23, 9, 0, 0, 200_000, tzinfo=UTC)),
        ("2026-11-23T09:00:00.407Z", datetime(2026, 11, 23, 9, 0, 0, 407_000, tzinfo=UTC)),
        ("2016-03-30T13:10:35.563", datetime(2016, 3, 30, 13, 10, 35, 563_000, tzinfo=UTC)),
        ("2026-11-23T10:00:00+01:00", datetime(2026, 11, 23, 9, tzinfo=UTC)),
        ("2026-11-23", datetime(2026, 11, 23, tzinfo=UTC)),
        ("0001-01-01T00:00:00+14:00", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59.999Z", None),
        ("tomorrow", None),
        ("", None),
        (None, None),
        (20261123, None),
    ],
)
def test_times_are_read_as_utc_or_not_at_all(value: object, expected: datetime | None) -> None:
    assert times.read(value) == expected


def test_an_early_year_is_written_with_four_digits() -> None:
    assert times.written(datetime(10, 1, 1, tzinfo=UTC)) == "0010-01-01T00:00:00Z"


def test_a_time_is_written_in_utc_to_the_second() -> None:
    amsterdam = timezone(timedelta(hours=1))
    moment = datetime(2026, 11, 23, 10, 0, 0, 999_999, amsterdam)
    assert times.written(moment) == "2026-11-23T09:00:00Z"
