"""How migrations name our tables, and the few words in which the two engines differ."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
MOMENT = sa.DateTime(timezone=True)
PREFIX = "bcautotask"
# any number that nobody else takes
_CHAIN_LOCK = 5_118_022_612
# in the order in which the rule of the chain reads them
_SIGNED = (
    "act", "operator", "workstation", "correlation", "subject", "before", "after", "environment",
    "session_role",
)  # fmt: skip


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


def chained(table: str) -> None:
    """Lets the server number, date and sign each new row, and tie it to the row before.

    Whatever a writer says about these is overwritten. The lock is held until the writer commits,
    so two of them can never follow the same row. A file has one writer at a time, which does the
    same itself.
    """
    if not on_postgresql():
        return
    signed = ", ".join(f"NEW.{name}" for name in _SIGNED)
    op.execute(
        f"CREATE FUNCTION {PREFIX}.chain_entry() RETURNS trigger LANGUAGE plpgsql "
        "SET search_path = pg_catalog AS $$ DECLARE newest record; BEGIN "
        f"PERFORM pg_advisory_xact_lock({_CHAIN_LOCK}); "
        f"SELECT id, hash INTO newest FROM {full(table)} ORDER BY id DESC LIMIT 1; "
        "NEW.id := coalesce(newest.id, 0) + 1; "
        "NEW.at := clock_timestamp(); "
        "NEW.session_role := session_user; "
        "NEW.previous_hash := coalesce(newest.hash, ''); "
        "NEW.hash := (SELECT encode(sha256(convert_to(string_agg("
        "octet_length(convert_to(said, 'UTF8')) || ':' || said, '' ORDER BY place), 'UTF8')), "
        "'hex') FROM unnest(ARRAY[NEW.previous_hash, NEW.id::text, "
        "to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US'), "
        f"{signed}]) WITH ORDINALITY AS each(said, place)); "
        "RETURN NEW; END $$"
    )
    op.execute(
        f"CREATE TRIGGER chain_entry BEFORE INSERT ON {full(table)} "
        f"FOR EACH ROW EXECUTE FUNCTION {PREFIX}.chain_entry()"
    )
