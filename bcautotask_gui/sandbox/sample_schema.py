"""The tables of Backupchecks as data, whole or with parts left out."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from importlib.resources import files

_TABLE = re.compile(r"^CREATE TABLE (\w+) \((.*?)^\);", re.MULTILINE | re.DOTALL)
_REFERENCE = re.compile(r" REFERENCES (\w+)\(\w+\)( ON DELETE CASCADE)?")


@dataclass(frozen=True)
class Column:
    """One column: its name, its bare type such as `timestamp`, and its whole definition."""

    name: str
    kind: str
    definition: str


@dataclass(frozen=True)
class Table:
    """One table with its columns and the constraints that span several of them."""

    name: str
    columns: tuple[Column, ...]
    constraints: tuple[str, ...]

    def column(self, name: str) -> Column | None:
        """The column of this name, if the table has it."""
        return next((each for each in self.columns if each.name == name), None)

    def create_statement(self, *, sqlite: bool) -> str:
        """The statement that makes the table; the key is the one word that differs."""
        parts = [each.definition for each in self.columns] + list(self.constraints)
        statement = f"CREATE TABLE {self.name} (\n  " + ",\n  ".join(parts) + "\n)"
        if sqlite:
            return statement.replace("serial PRIMARY KEY", "integer PRIMARY KEY")
        return statement


def tables(without: Collection[str] = ()) -> tuple[Table, ...]:
    """The tables in the order in which they can be made.

    Args:
        without: Names of tables ("mail_objects") and columns ("job_runs.reviewed_at") to leave
            out, together with the constraints that mention them.

    Raises:
        ValueError: A name in `without` is no table and no column.
    """
    script = (files("bcautotask_gui.sandbox") / "backupchecks.sql").read_text(encoding="utf-8")
    complete = [_parse(match[1], match[2]) for match in _TABLE.finditer(script)]
    known = {t.name for t in complete} | {f"{t.name}.{c.name}" for t in complete for c in t.columns}
    if unknown := set(without) - known:
        raise ValueError(f"not in the schema: {', '.join(sorted(unknown))}")
    return tuple(_reduce(each, without) for each in complete if each.name not in without)


def _parse(name: str, body: str) -> Table:
    lines = [line.strip().rstrip(",") for line in body.strip().splitlines()]
    constraints = tuple(line for line in lines if line.startswith("UNIQUE"))
    columns = tuple(_column(line) for line in lines if line not in constraints)
    return Table(name, columns, constraints)


def _column(definition: str) -> Column:
    name, kind = definition.split()[:2]
    return Column(name.strip('"'), kind.split("(")[0], definition)


def _reduce(table: Table, without: Collection[str]) -> Table:
    gone = {each.partition(".")[2] for each in without if each.startswith(f"{table.name}.")}
    return Table(
        table.name,
        tuple(_unbound(each, without) for each in table.columns if each.name not in gone),
        tuple(c for c in table.constraints if not gone & set(re.findall(r"\w+", c))),
    )


def _unbound(column: Column, without: Collection[str]) -> Column:
    match = _REFERENCE.search(column.definition)
    if match and (match[1] in without or f"{match[1]}.id" in without):
        return replace(column, definition=_REFERENCE.sub("", column.definition))
    return column
