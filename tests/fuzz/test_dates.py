"""Whatever stands where a date belongs, in Autotask and in the database: a moment, or not known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, select
from sqlalchemy.pool import StaticPool

from bcautotask_gui.autotask import times
from bcautotask_gui.database.times import TheirTime, from_their_clock, to_their_clock
from tests.fuzz.foreign import ANYTHING, TEXTS, judge, searching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

ZONES = [ZoneInfo(name) for name in ("UTC", "America/New_York", "Pacific/Kiritimati", "Etc/GMT+12")]
DATES = st.datetimes(timezones=st.one_of(st.none(), st.timezones()))
WRITTEN = st.one_of(
    TEXTS,
    DATES.map(datetime.isoformat),
    DATES.map(lambda each: f"{each:%Y-%m-%d %H:%M:%S}"),
    st.from_regex(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?)?(Z|[+-]\d{2}:\d{2})?"),
)
BEYOND_A_FILE = 2**63


@pytest.fixture(scope="module")
def file() -> Iterator[tuple[Connection, Table]]:
    """A file's column of times, in which anything may lie."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    table = Table("odd", MetaData(), Column("at", TheirTime()))
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE odd (at)")
        yield connection, table
    engine.dispose()


def shown(moment: datetime | None) -> None:
    """Asserts that a list in any zone can show it."""
    judge(moment)
    for zone in ZONES if moment else ():
        assert f"{moment.astimezone(zone):%d %H:%M}"


@searching(300)
@given(st.one_of(WRITTEN, ANYTHING))
@example("0001-01-01T00:00:00Z")
@example("9999-12-31T23:59:59Z")
def test_a_time_of_autotask_is_a_moment_or_unknown(value: object) -> None:
    moment = times.read(value)
    shown(moment)
    if moment is not None:
        assert times.read(times.written(moment)) == moment.replace(microsecond=0)


@searching(300)
@given(
    st.one_of(
        WRITTEN.filter(lambda text: not any("\ud800" <= each <= "\udfff" for each in text)),
        st.none(),
        st.integers(-BEYOND_A_FILE, BEYOND_A_FILE - 1),
        st.floats(),
        st.binary(max_size=24),
    ),
    st.sampled_from(ZONES),
)
@example("0001-01-01 00:00:00", ZONES[2])
@example("9999-12-31 23:59:59", ZONES[3])
def test_a_time_of_the_database_is_a_moment_or_unknown(
    file: tuple[Connection, Table], value: object, zone: ZoneInfo
) -> None:
    connection, table = file
    connection.exec_driver_sql("DELETE FROM odd")
    connection.exec_driver_sql("INSERT INTO odd VALUES (?)", (value,))
    shown(from_their_clock(connection.scalar(select(table.c.at)), zone))


@searching(300)
@given(DATES, st.sampled_from(ZONES))
def test_a_time_on_its_way_there_comes_back(moment: datetime, zone: ZoneInfo) -> None:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    stored = to_their_clock(aware, zone)
    assert stored.tzinfo is None
    back = from_their_clock(stored, ZoneInfo("UTC"))
    assert back is not None
    assert abs(back.replace(tzinfo=None) - stored) <= timedelta(days=2)
