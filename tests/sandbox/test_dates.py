"""Moments as Autotask writes and reads them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bcautotask_gui.sandbox import dates


@pytest.mark.parametrize(
    ("microsecond", "written"),
    [(0, "12:00:00Z"), (200_000, "12:00:00.2Z"), (407_100, "12:00:00.407Z")],
)
def test_trailing_zeros_are_left_off(microsecond: int, written: str) -> None:
    moment = datetime(2026, 11, 23, 12, 0, 0, microsecond, UTC)
    assert dates.wire(moment) == f"2026-11-23T{written}"


@pytest.mark.parametrize(
    ("microsecond", "written"), [(999_000, "12:00:01Z"), (998_000, "12:00:00.997Z")]
)
def test_a_moment_is_kept_in_steps_of_a_300th_second(microsecond: int, written: str) -> None:
    moment = datetime(2026, 11, 23, 12, 0, 0, microsecond, UTC)
    assert dates.wire(moment) == f"2026-11-23T{written}"


def test_the_zone_is_converted() -> None:
    moment = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=1)))
    assert dates.wire(moment) == "2026-11-23T11:00:00Z"


@pytest.mark.parametrize("written", ["2026-11-23T00:00:00Z", "2026-11-23T00:00:00", "2026-11-23"])
def test_a_moment_without_a_zone_is_utc(written: str) -> None:
    assert dates.read(written) == datetime(2026, 11, 23, tzinfo=UTC)
