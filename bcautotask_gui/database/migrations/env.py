"""What alembic runs for each upgrade: our tables alone, on the connection it was handed."""

from typing import Any

from alembic import context

from bcautotask_gui.database.tables import SCHEMA, build, name_of, schema_of

connection = context.config.attributes["connection"]
dialect = connection.dialect.name
on_postgresql = dialect == "postgresql"


def is_ours(name: str | None, kind: str, parents: Any) -> bool:
    """Keeps the tables of Backupchecks out of sight: what is not seen is not proposed away."""
    if kind == "schema":
        return name == schema_of(dialect)
    if kind == "table" and on_postgresql:
        return bool(parents["schema_name"] == SCHEMA)
    if kind == "table":
        return str(name).startswith(f"{SCHEMA}_")
    return True


context.configure(
    connection=connection,
    target_metadata=build(dialect).metadata,
    include_name=is_ours,
    include_schemas=on_postgresql,
    render_as_batch=not on_postgresql,
    compare_type=True,
    compare_server_default=True,
    version_table=name_of("version", dialect),
    version_table_schema=schema_of(dialect),
)
with context.begin_transaction():
    context.run_migrations()
