"""How migrations name our tables, and the few words in which the two engines differ."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
MOMENT = sa.DateTime(timezone=True)
PREFIX = "bcautotask"


def on_postgresql() -> bool:
    """Whether the upgrade runs on PostgreSQL."""
    return op.get_bind().dialect.name == "postgresql"


def schema() -> str | None:
    """The schema of our tables."""
    return PREFIX if on_postgresql() else None


def named(table: str) -> str:
    """The name of one of our tables."""
    return table if on_postgresql() else f"{PREFIX}_{table}"


def full(table: str) -> str:
    """The name as a statement needs it."""
    return f"{PREFIX}.{table}" if on_postgresql() else f"{PREFIX}_{table}"


def make(table: str, *parts: sa.Column[object] | sa.Constraint) -> None:
    """Makes one table."""
    op.create_table(named(table), *parts, schema=schema())


def index(
    name: str, table: str, columns: Sequence[str], *, unique: bool = False, where: str = ""
) -> None:
    """Makes an index, over a part of the rows where a condition is given."""
    condition = sa.text(where) if where else None
    op.create_index(
        f"{PREFIX}_{name}",
        named(table),
        list(columns),
        unique=unique,
        schema=schema(),
        postgresql_where=condition,
        sqlite_where=condition,
    )


def append_only(table: str) -> None:
    """Lets the database itself refuse to change or delete rows of a table."""
    name = full(table)
    if on_postgresql():
        op.execute(
            f"CREATE FUNCTION {PREFIX}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION 'entries of {table} are never changed'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {name} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {PREFIX}.refuse_change()"
        )
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {name}_no_{act.lower()} BEFORE {act} ON {name} BEGIN "
            f"SELECT RAISE(ABORT, 'entries of {table} are never changed'); END"
        )
