"""The tables of Backupchecks as they are in this database: found by name, never assumed."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    Connection,
    TableClause,
    cast,
    column,
    null,
    table,
    text,
)

from bcautotask_gui.bundled import bundled
from bcautotask_gui.database.readings import (
    EXPECTED,
    is_plain,
    is_readable,
    live_type,
    read_as,
)
from bcautotask_gui.database.tables import SCHEMA
from bcautotask_gui.database.times import to_their_clock
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.naming import GivenNames
from bcautotask_gui.domain.schema_report import SchemaPart, SchemaReport
from bcautotask_gui.domain.sentences import say

# pg_attribute also shows columns without rights, so "not there" differs from "not allowed"
_ON_POSTGRESQL = text(
    "SELECT c.relname AS table_name, a.attname AS column_name, "
    "CASE WHEN t.typname IN ('int2', 'int4', 'int8') THEN 'integer' "
    "WHEN t.typname = 'timestamptz' THEN 'zoned' WHEN t.typname IN ('timestamp', 'date') "
    "THEN t.typname WHEN t.typcategory = 'N' THEN 'number' WHEN t.typcategory = 'B' "
    "THEN 'boolean' WHEN t.typcategory = 'S' THEN 'text' ELSE 'other' END AS kind, "
    "has_column_privilege(c.oid, a.attnum, 'SELECT') "
    "AND has_schema_privilege(n.oid, 'USAGE') AS can_read, "
    "has_column_privilege(c.oid, a.attnum, 'UPDATE') "
    "AND has_schema_privilege(n.oid, 'USAGE') AS can_write "
    "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
    "JOIN pg_type t ON t.oid = a.atttypid "
    "JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f') "
    "AND a.attnum > 0 AND NOT a.attisdropped"
)
_ON_SQLITE = text(
    "SELECT m.name AS table_name, p.name AS column_name, '' AS kind, 1 AS can_read, "
    "m.type = 'table' AS can_write "
    "FROM sqlite_schema m JOIN pragma_table_info(m.name) p WHERE m.type IN ('table', 'view')"
)


@dataclass(frozen=True)
class _Live:
    kind: str
    can_read: bool
    can_write: bool


_NOTHING = _Live("", can_read=True, can_write=False)


class TheirTable:
    """One table of Backupchecks; what it lacks reads as nothing of the right type."""

    def __init__(
        self,
        spec: Mapping[str, Any],
        schema: str | None,
        parts: Sequence[SchemaPart],
        live: Mapping[str, _Live],
    ) -> None:
        self._parts = {part.column: part for part in parts if part.column}
        self._expected: dict[str, str] = {
            word: each["type"] for word, each in spec["columns"].items()
        }
        self._kinds = {
            word: live[part.found].kind for word, part in self._parts.items() if part.found
        }
        columns: list[ColumnClause[Any]] = [
            column(part.found, live_type(self._expected[word], self._kinds[word]))
            for word, part in self._parts.items()
            if self.has(word)
        ]
        self.source: TableClause = table(parts[0].found, *columns, schema=schema)

    def has(self, word: str) -> bool:
        """Whether the column is there and may be read."""
        part = self._parts[word]
        return bool(part.found) and not part.is_forbidden

    def can_write(self, word: str) -> bool:
        """Whether the column is there and this database user may change it."""
        return self._parts[word].can_write

    def __getitem__(self, word: str) -> ColumnElement[Any]:
        """The column, or a NULL of its type; a bare NULL would count as text."""
        expected = self._expected[word]
        if not self.has(word):
            return cast(null(), EXPECTED[expected])
        return read_as(expected, self._kinds[word], self.source.c[self._parts[word].found])

    def stored(self, word: str, moment: datetime, zone: ZoneInfo) -> datetime:
        """A moment as the column stores it: in Backupchecks' zone, unless it has one itself."""
        is_zoned = self._kinds.get(word) == "zoned"
        return to_their_clock(moment, UTC if is_zoned else zone)

    def live_name(self, word: str) -> str:
        """What the column is called over there."""
        return self._parts[word].found


class Backupchecks:
    """What was found at connecting.

    Args:
        connection: the connection at hand.
        given: names that an admin gave; such a name is looked for alone, nothing is guessed.

    Attributes:
        report: everything found and missing.
        given: the names that it was looked for with.
    """

    def __init__(self, connection: Connection, given: GivenNames | None = None) -> None:
        self.given = given or GivenNames()
        on_postgresql = connection.dialect.name == "postgresql"
        live = _live_columns(connection)
        parts: list[SchemaPart] = []
        self._tables: dict[str, TheirTable] = {}
        for word, spec in _description().items():
            of_table = _look(word, spec, live, self.given)
            parts += of_table
            if of_table[0].found and _is_whole(spec, of_table):
                schema = "public" if on_postgresql else None
                columns = live[of_table[0].found]
                self._tables[word] = TheirTable(spec, schema, of_table, columns)
        self.report = SchemaReport(tuple(parts))

    def has(self, word: str) -> bool:
        """Whether the table can be used."""
        return word in self._tables

    def __getitem__(self, word: str) -> TheirTable:
        """A table of Backupchecks.

        Raises:
            Failure: TABLE_MISSING, with the names that were looked for.
        """
        if word in self._tables:
            return self._tables[word]
        wanting = [p for p in self.report.parts if p.table == word and not p.found]
        spec = _description()[word]
        what, names = say("table of {word}", word=word), spec["names"]
        if wanting and wanting[0].column:
            column = wanting[0].column
            what = say("column {column} of {word}", column=column, word=word)
            names = wanting[0].looked_for
        raise Failure(Kind.TABLE_MISSING, spec["lost"], what=what, names=", ".join(names))

    def could_be(
        self, connection: Connection, word: str, given: GivenNames
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The usual names of a table or column, and what is there now and could be meant by it.

        Args:
            connection: the connection at hand.
            word: such as "runs" or "runs.ticket_id".
            given: the names in force, since columns are looked for in the table that they name.

        Raises:
            Failure: NO_SUCH_NAME for a word that stands for nothing.
        """
        table, _, column_word = word.partition(".")
        spec = _description().get(table)
        if spec is None or (column_word and column_word not in spec["columns"]):
            raise Failure(Kind.NO_SUCH_NAME, problem=say('Nothing is called "{word}".', word=word))
        live = _live_columns(connection)
        if not column_word:
            return tuple(spec["names"]), tuple(name for name in live if _is_theirs(name))
        wanted = spec["columns"][column_word]
        columns = live.get(_first(_names(spec, given.of(table)), live), {})
        fitting = (name for name, known in columns.items() if _fits(wanted["type"], known))
        return tuple(wanted["names"]), tuple(fitting)


@cache
def _description() -> Mapping[str, Any]:
    raw = bundled("backupchecks_schema.toml").read_text(encoding="utf-8")
    tables: Mapping[str, Any] = tomllib.loads(raw)["table"]
    return tables


def _live_columns(connection: Connection) -> dict[str, dict[str, _Live]]:
    found: dict[str, dict[str, _Live]] = {}
    on_postgresql = connection.dialect.name == "postgresql"
    for row in connection.execute(_ON_POSTGRESQL if on_postgresql else _ON_SQLITE):
        known = _Live(row.kind, bool(row.can_read), bool(row.can_write))
        found.setdefault(row.table_name, {})[row.column_name] = known
    return found


def _look(
    word: str,
    spec: Mapping[str, Any],
    live: Mapping[str, Mapping[str, _Live]],
    given: GivenNames,
) -> list[SchemaPart]:
    """The table's part, followed by those of its columns."""
    names = _names(spec, given.of(word))
    name = _first(names, live)
    columns = live.get(name, {})
    is_given = bool(given.of(word))
    parts = [SchemaPart(word, "", names, name, spec["lost"], is_given=is_given)]
    for column_word, each in spec["columns"].items():
        names = _names(each, given.of(word, column_word))
        found = next((n for n in names if _fits(each["type"], columns.get(n))), "")
        known = columns.get(found, _NOTHING)
        parts.append(
            SchemaPart(
                word,
                column_word,
                names,
                found,
                each["lost"],
                is_given=bool(given.of(word, column_word)),
                can_write=known.can_write and is_plain(each["type"], known.kind),
                is_forbidden=not known.can_read,
            )
        )
    return parts


def _names(spec: Mapping[str, Any], given: str) -> tuple[str, ...]:
    """What is looked for: the given name alone, or the usual ones."""
    return (given,) if given else tuple(spec["names"])


def _first(names: Sequence[str], live: Mapping[str, Any]) -> str:
    return next((each for each in names if each in live), "")


def _is_theirs(name: str) -> bool:
    """In a file our own tables lie beside theirs, under a prefix, and the engine's own as well."""
    return not name.startswith((f"{SCHEMA}_", "sqlite_"))


def _fits(expected: str, known: _Live | None) -> bool:
    """A name alone proves little: a column of another kind is something else."""
    return known is not None and is_readable(expected, known.kind)


def _is_whole(spec: Mapping[str, Any], parts: list[SchemaPart]) -> bool:
    return all(
        part.found and not part.is_forbidden
        for part in parts
        if part.column and spec["columns"][part.column]["need"]
    )
