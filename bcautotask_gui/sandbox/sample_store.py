"""Writes many rows at once into a SQLite file or a PostgreSQL database."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bcautotask_gui.sandbox.sample_schema import Column, Table, tables

if TYPE_CHECKING:
    from psycopg import Connection

Row = Sequence[Any]


class Store(ABC):
    """A database that is being filled; everything happens in one transaction."""

    def __init__(self, live: Sequence[Table]) -> None:
        self._tables = {each.name: each for each in live}

    def create(self) -> None:
        """Make the tables, empty."""
        for table in self._tables.values():
            self.execute(table.create_statement(sqlite=isinstance(self, _Sqlite)))

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        """Add rows; columns that this database lacks, or a table it lacks, are passed over.

        Args:
            table: The table's name.
            columns: The names that the values of a row belong to, in order.
            rows: The rows; times are naive UTC.
        """
        if (live := self._tables.get(table)) is None:
            return
        found = [(at, live.column(name)) for at, name in enumerate(columns)]
        kept = [(at, column) for at, column in found if column is not None]
        if len(kept) < len(columns):
            rows = ([row[at] for at, _ in kept] for row in rows)
        self.write(table, [column for _, column in kept], rows)

    @abstractmethod
    def execute(self, statement: str) -> None:
        """Run one statement."""

    @abstractmethod
    def write(self, table: str, columns: Sequence[Column], rows: Iterable[Row]) -> None:
        """Add rows whose values are exactly those columns."""

    @abstractmethod
    def finish(self) -> None:
        """Make everything last."""


class _Sqlite(Store):
    def __init__(self, live: Sequence[Table], connection: sqlite3.Connection) -> None:
        super().__init__(live)
        self._connection = connection
        connection.execute("BEGIN")

    def execute(self, statement: str) -> None:
        self._connection.execute(statement)

    def write(self, table: str, columns: Sequence[Column], rows: Iterable[Row]) -> None:
        times = [at for at, each in enumerate(columns) if each.kind in ("timestamp", "date")]
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {table} ({_names(columns)}) VALUES ({marks})"
        self._connection.executemany(statement, _as_text(rows, times) if times else rows)

    def finish(self) -> None:
        self._connection.commit()


class _Postgres(Store):
    def __init__(self, live: Sequence[Table], connection: "Connection") -> None:
        super().__init__(live)
        self._connection = connection

    def execute(self, statement: str) -> None:
        self._connection.execute(statement.encode())

    def write(self, table: str, columns: Sequence[Column], rows: Iterable[Row]) -> None:
        statement = f"COPY {table} ({_names(columns)}) FROM STDIN"
        with self._connection.cursor() as cursor, cursor.copy(statement.encode()) as copy:
            for row in rows:
                copy.write_row(row)

    def finish(self) -> None:
        for name, table in self._tables.items():
            if table.column("id"):
                self.execute(
                    f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), "
                    f"coalesce(max(id), 0) + 1, false) FROM {name}"
                )
        self._connection.commit()


@contextmanager
def opened(url: str, without: Collection[str] = ()) -> Iterator[Store]:
    """A store for this URL; what was written lasts only if the block ends without an error.

    Args:
        url: `sqlite:///path` or `postgresql://...`.
        without: Tables and columns that the database shall lack.

    Raises:
        ValueError: The URL is of another kind, or `without` names something unknown.
    """
    live = tables(without)
    kind, _, rest = url.partition("://")
    if kind == "sqlite":
        with closing(sqlite3.connect(rest.removeprefix("/"), isolation_level=None)) as connection:
            store: Store = _Sqlite(live, connection)
            yield store
            store.finish()
    elif kind.partition("+")[0] == "postgresql":
        import psycopg  # the demo on SQLite starts without it

        with closing(psycopg.connect(f"postgresql://{rest}")) as server:
            store = _Postgres(live, server)
            yield store
            store.finish()
    else:
        raise ValueError("a sample can be written to sqlite:///path or postgresql://... only")


def _names(columns: Sequence[Column]) -> str:
    return ", ".join(f'"{each.name}"' for each in columns)


def _as_text(rows: Iterable[Row], times: Sequence[int]) -> Iterator[Row]:
    """The rows with times as SQLAlchemy stores them, so that texts compare as times do."""
    for row in rows:
        changed = list(row)
        for at in times:
            changed[at] = _time_text(row[at])
        yield changed


def _time_text(value: datetime | date | None) -> str | None:
    if isinstance(value, datetime):
        return value.isoformat(" ", "microseconds")
    return value.isoformat() if value else None
