"""Moments: how ours and theirs are stored on each engine, and what the database's clock says."""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import DateTime, Dialect, String, TypeDecorator
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

# what every zone on earth can show
_FIRST = datetime.min.replace(tzinfo=UTC) + timedelta(days=2)
_LAST = datetime.max.replace(tzinfo=UTC) - timedelta(days=2)


class Moment(TypeDecorator[datetime]):
    """A moment of ours: aware UTC outside, a time with zone or a UTC text inside."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite keeps UTC without saying so; texts of one form compare as times do."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware UTC from either engine."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class TheirTime(TypeDecorator[datetime]):
    """A time that Backupchecks stored; on SQLite whatever text lies there, unreadable is None."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """SQLite has no type for times: the text is read here, where it can be odd."""
        return dialect.type_descriptor(String() if dialect.name == "sqlite" else DateTime())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """The shortest text compares as not later than a longer one of the same second."""
        if value is None or dialect.name != "sqlite":
            return value
        return value.isoformat(" ")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The time as it lies there, mostly without a zone."""
        if value is None or isinstance(value, datetime):
            return value
        try:
            return datetime.fromisoformat(str(value))
        except ValueError:
            return None


class database_time(FunctionElement[datetime]):  # noqa: N801 - reads as a function of SQL
    """The database's clock at this very moment, not at the begin of the transaction."""

    type = Moment()
    inherit_cache = True


@compiles(database_time, "postgresql")
def _on_postgresql(element: database_time, compiler: SQLCompiler, **_: Any) -> str:
    return "clock_timestamp()"


@compiles(database_time, "sqlite")
def _on_sqlite(element: database_time, compiler: SQLCompiler, **_: Any) -> str:
    # milliseconds are all that SQLite has; the zeros give its text the form of every other
    return "strftime('%Y-%m-%d %H:%M:%f000', 'now')"


def from_their_clock(value: datetime | None, zone: ZoneInfo) -> datetime | None:
    """A stored time of Backupchecks as aware UTC.

    Args:
        value: as stored, without a zone unless the live column has one.
        zone: the zone in which Backupchecks stores its times.
    """
    if value is None:
        return None
    try:
        moment = (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(UTC)
    except OverflowError:  # year 1 or 9999, which stand for "never" in some databases
        moment = value.replace(tzinfo=UTC)
    return min(max(moment, _FIRST), _LAST)


def to_their_clock(moment: datetime, zone: tzinfo) -> datetime:
    """An aware moment as Backupchecks stores it, without a zone."""
    try:
        return moment.astimezone(zone).replace(tzinfo=None)
    except OverflowError:
        return moment.replace(tzinfo=None)
