"""Brings our tables to the newest level; the only part that knows how alembic is run."""

import uuid
from importlib.resources import files

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from bcautotask_gui.database.connections import Connections
from bcautotask_gui.database.tables import LEVEL, OLDEST_WRITER, SCHEMA, build
from bcautotask_gui.database.times import database_time

# any number that nobody else takes; one upgrade at a time, the others find nothing to do
_LOCK = 5_118_022_611


def migrate(connections: Connections) -> None:
    """Makes or upgrades our tables in one transaction.

    Raises:
        Failure: whatever the database refused; nothing was changed then.
    """
    with connections.writing() as connection:
        if connections.dialect == "postgresql":
            _wait_for_turn(connection)
        command.upgrade(configuration(connection), "head")
        _stamp(connection)


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for this connection, without a file."""
    config = Config()
    folder = str(files("bcautotask_gui.database") / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _wait_for_turn(connection: Connection) -> None:
    connection.execute(text("SET LOCAL statement_timeout = '60s'"))
    connection.execute(text("SET LOCAL lock_timeout = '20s'"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    # a table that somebody holds open must not stop everybody else for ever
    connection.execute(text("SET LOCAL lock_timeout = '5s'"))
    # asked first: IF NOT EXISTS wants the right to create even where there is nothing to create
    known = connection.execute(text("SELECT to_regnamespace(:name)"), {"name": SCHEMA}).scalar()
    if known is None:
        connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))


def _stamp(connection: Connection) -> None:
    table = build(connection.dialect.name).workspace
    known = connection.execute(table.select()).first()
    if known is None:
        row = {"place": 1, "id": uuid.uuid4().hex, "level": LEVEL}
        row["oldest_writer"] = OLDEST_WRITER
        connection.execute(table.insert().values(created_at=database_time(), **row))
    elif known.level < LEVEL:
        connection.execute(table.update().values(level=LEVEL))
